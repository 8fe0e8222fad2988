#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/tree.h"

namespace advisor::app {

// What a reader of the tree (the page) has already: gives the difference each time it is asked
// (docs/semantics.md).
class TreeReader {
 public:
  // True when the tree's meaning or geometry moved on since the last difference. Cost: two
  // comparisons.
  bool stale(const Tree& tree) const;
  // The difference as JSON; `language` is named when it changed, `focus` when it is not empty.
  std::string difference(const Tree& tree, std::string_view language, std::string_view focus);

 private:
  std::vector<Node> known_;
  std::vector<Rect> boxes_;
  std::uint32_t meaning_version_ = 0, geometry_version_ = 0;
  std::string language_;
};

}  // namespace advisor::app
