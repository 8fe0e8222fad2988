#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "app/action.h"
#include "vocabulary/app.h"

// The semantic tree: every control and every text of the screen, authored once by src/app. src/ui
// paints it, web/mirror makes real HTML of it (docs/semantics.md), so that what is seen and what
// is read aloud cannot differ.
namespace advisor::app {

// A box in CSS px from the canvas's left top. A node whose box is empty is in the tree but not on
// the canvas; one without a height was scrolled out of its panel.
struct Rect {
  float x = 0, y = 0, w = 0, h = 0;
  friend bool operator==(const Rect&, const Rect&) = default;
};

struct Node : NodeFields {
  Action action;  // what using it does; a slider's and a date's value is filled in
};

// What a press on it does: a date is asked for in a sheet.
Action press_of(const Node& node);

// Nodes in document order. Meaning and geometry have their own versions: a scroll moves boxes and
// renames nothing.
class Tree {
 public:
  // Starts a new tree. What add() is then given replaces the old one, and finish() says whether the
  // meaning differs.
  void begin();
  Node& add(std::string_view key, std::string_view parent, Role role, std::string_view name,
            Action action = {});
  bool finish();

  const std::vector<Node>& nodes() const { return nodes_; }
  // The index of a key, or -1. Cost: a binary search over hashes, no allocation.
  int find(std::string_view key) const;
  const Node* node(std::string_view key) const;

  // Geometry, told by src/ui while it paints: forget_places() before, place() for each node drawn.
  // Boxes of nodes that were not drawn are empty.
  void forget_places();
  void place(int index, Rect box);
  void settle_places();  // after painting: counts a geometry version if any box changed
  const Rect& box(int index) const { return boxes_[static_cast<std::size_t>(index)]; }

  std::uint32_t meaning_version() const { return meaning_version_; }
  std::uint32_t geometry_version() const { return geometry_version_; }

 private:
  struct Slot {
    std::uint32_t hash;
    int index;
  };
  std::vector<Node> nodes_, previous_;
  std::vector<Rect> boxes_, previous_boxes_;
  std::vector<Slot> slots_;
  std::uint32_t meaning_version_ = 0, geometry_version_ = 0;
};

}  // namespace advisor::app
