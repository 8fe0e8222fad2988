#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "content/result.h"

namespace advisor {

// A JSON text as a compact read-only tree: one row of nodes, one row of characters. The one way in
// for everything that is read: knowledge, words, site and intake.
class JsonTree {
 public:
  enum class Type : std::uint8_t { kNull, kBoolean, kInteger, kNumber, kText, kArray, kObject };

  struct Node {
    Type type = Type::kNull;
    bool boolean = false;
    int parent = -1;
    int first_child = -1, next = -1;  // children in the order of the text
    int children = 0;
    int index = 0;  // among its parent's children
    std::uint32_t key_start = 0, key_size = 0;
    std::uint32_t text_start = 0, text_size = 0;
    std::int64_t integer = 0;
    double number = 0;  // of an integer as well
  };

  // Refuses what is not JSON (RFC 8259; "line 3, column 14" stands in `found`), a key that stands
  // twice in one object, and texts beyond 16 MB. Cost: linear.
  static Result<JsonTree> parse(std::string_view json, std::string_view file);

  const Node& node(int i) const { return nodes_[static_cast<std::size_t>(i)]; }
  std::string_view key(const Node& n) const {
    return std::string_view(characters_).substr(n.key_start, n.key_size);
  }
  std::string_view text(const Node& n) const {
    return std::string_view(characters_).substr(n.text_start, n.text_size);
  }
  // RFC 6901; the root is node 0, its pointer is empty.
  std::string pointer(int i) const;

 private:
  friend class JsonTreeBuilder;
  std::vector<Node> nodes_;
  std::string characters_;
};

// A key as a JSON pointer holds it: ~ and / escaped.
void append_pointer_token(std::string& pointer, std::string_view key);

}  // namespace advisor
