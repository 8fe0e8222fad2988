#include "app/tree.h"

#include <algorithm>
#include <utility>

#include "app/shown.h"

namespace advisor::app {

Action press_of(const Node& node) {
  if (node.role != Role::kDate) return node.action;
  return {Action::Kind::kOpenSheet, date_subject(node.action), static_cast<int>(Sheet::kDate)};
}

namespace {

std::uint32_t hash_of(std::string_view key) {  // FNV-1a
  std::uint32_t h = 2166136261u;
  for (const char c : key) h = (h ^ static_cast<unsigned char>(c)) * 16777619u;
  return h;
}

}  // namespace

void Tree::begin() {
  std::swap(nodes_, previous_);
  nodes_.clear();
}

Node& Tree::add(std::string_view key, std::string_view parent, Role role, std::string_view name,
                Action action) {
  Node& node = nodes_.emplace_back();
  node.key = key;
  node.parent = parent;
  node.role = role;
  node.name = name;
  node.action = action;
  return node;
}

bool Tree::finish() {
  slots_.clear();
  for (std::size_t i = 0; i < nodes_.size(); ++i)
    slots_.push_back({hash_of(nodes_[i].key), static_cast<int>(i)});
  const auto before = [](const Slot& a, const Slot& b) { return a.hash < b.hash; };
  std::make_heap(slots_.begin(), slots_.end(), before);
  std::sort_heap(slots_.begin(), slots_.end(), before);
  if (nodes_ == previous_) return false;
  // Boxes go with their keys, so that a control that stays keeps its place until it is painted
  // again.
  std::vector<Rect> boxes(nodes_.size());
  for (std::size_t i = 0; i < previous_.size() && i < boxes_.size(); ++i)
    if (const int now = find(previous_[i].key); now >= 0)
      boxes[static_cast<std::size_t>(now)] = boxes_[i];
  boxes_ = std::move(boxes);
  previous_boxes_ = boxes_;
  ++meaning_version_;
  ++geometry_version_;
  return true;
}

int Tree::find(std::string_view key) const {
  const std::uint32_t hash = hash_of(key);
  auto slot = std::lower_bound(slots_.begin(), slots_.end(), hash,
                               [](const Slot& s, std::uint32_t h) { return s.hash < h; });
  for (; slot != slots_.end() && slot->hash == hash; ++slot)
    if (nodes_[static_cast<std::size_t>(slot->index)].key == key) return slot->index;
  return -1;
}

const Node* Tree::node(std::string_view key) const {
  const int index = find(key);
  return index < 0 ? nullptr : &nodes_[static_cast<std::size_t>(index)];
}

void Tree::forget_places() {
  previous_boxes_ = boxes_;
  std::fill(boxes_.begin(), boxes_.end(), Rect{});
}

void Tree::place(int index, Rect box) {
  if (index >= 0 && static_cast<std::size_t>(index) < boxes_.size())
    boxes_[static_cast<std::size_t>(index)] = box;
}

void Tree::settle_places() {
  if (boxes_ != previous_boxes_) ++geometry_version_;
}

}  // namespace advisor::app
