#include "app/tree_json.h"

#include <algorithm>

#include "content/iso_time.h"
#include "content/json_writer.h"

namespace advisor::app {
namespace {

// Writes a field, or nothing where it says nothing.
class FieldWriter {
 public:
  explicit FieldWriter(JsonWriter& out) : out_(out) {}
  void operator()(std::string_view name, const std::string& text, bool always = false) const {
    if (always || !text.empty()) out_.member(name, text);
  }
  void operator()(std::string_view name, Role role, bool) const {
    out_.member(name, name_of(role));
  }
  void operator()(std::string_view name, bool flag) const {
    if (flag) out_.member(name, true);
  }
  void operator()(std::string_view name, std::int8_t choice) const {
    if (choice >= 0) out_.member(name, choice == 1);
  }
  void operator()(std::string_view name, std::uint8_t count) const {
    if (count > 0) out_.member(name, static_cast<int>(count));
  }
  void operator()(std::string_view name, float number) const {
    if (number != 0) out_.member(name, static_cast<double>(number));
  }
  void operator()(std::string_view name, const std::optional<Day>& day) const {
    if (day) out_.member(name, iso_date(*day));
  }
  template <class E>
  void operator()(std::string_view name, const std::optional<E>& one) const {
    if (one) out_.member(name, name_of(*one));
  }

 private:
  JsonWriter& out_;
};

void write_node(JsonWriter& out, const Node& node) {
  out.open_object();
  for_each_field(node, FieldWriter(out));
  out.close_object();
}

const Node* same_key(const std::vector<Node>& nodes, std::string_view key, std::size_t hint) {
  if (hint < nodes.size() && nodes[hint].key == key) return &nodes[hint];
  const auto it =
      std::find_if(nodes.begin(), nodes.end(), [&](const Node& n) { return n.key == key; });
  return it == nodes.end() ? nullptr : &*it;
}

}  // namespace

bool TreeReader::stale(const Tree& tree) const {
  return tree.meaning_version() != meaning_version_ || tree.geometry_version() != geometry_version_;
}

std::string TreeReader::difference(const Tree& tree, std::string_view language,
                                   std::string_view focus) {
  const std::vector<Node>& nodes = tree.nodes();
  JsonWriter out;
  out.open_object();
  if (language != language_) out.member("language", std::string(language));
  language_ = language;
  if (tree.meaning_version() != meaning_version_) {
    out.key("remove").open_array();
    for (const Node& old : known_)
      if (tree.find(old.key) < 0) out.value(old.key);
    out.close_array();
    out.key("upsert").open_array();
    for (std::size_t i = 0; i < nodes.size(); ++i) {
      const Node* old = same_key(known_, nodes[i].key, i);
      if (!old || !(*old == nodes[i])) write_node(out, nodes[i]);
    }
    out.close_array();
    const bool same_order = known_.size() == nodes.size() &&
                            std::equal(known_.begin(), known_.end(), nodes.begin(),
                                       [](const Node& a, const Node& b) { return a.key == b.key; });
    if (!same_order) {
      out.key("order").open_array();
      for (const Node& node : nodes) out.value(node.key);
      out.close_array();
      // Boxes are remembered by their place in the order, so a new order tells all of them again.
      boxes_.assign(nodes.size(), Rect{-1, -1, -1, -1});
    }
    known_ = nodes;
    meaning_version_ = tree.meaning_version();
  }
  out.key("bounds").open_object();
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const Rect& box = tree.box(static_cast<int>(i));
    if (boxes_[i] == box) continue;
    boxes_[i] = box;
    // Boxes are written in tenths of a pixel, which is short and finer than any control needs.
    const auto tenth = [](float v) {
      return static_cast<double>(static_cast<int>(v * 10 + (v < 0 ? -0.5f : 0.5f))) / 10;
    };
    out.key(nodes[i].key)
        .open_array()
        .value(tenth(box.x))
        .value(tenth(box.y))
        .value(tenth(box.w))
        .value(tenth(box.h))
        .close_array();
  }
  out.close_object();
  geometry_version_ = tree.geometry_version();
  if (!focus.empty()) out.member("focus", std::string(focus));
  out.close_object();
  return out.take();
}

}  // namespace advisor::app
