#include "platform/desktop/keyboard.h"

#include <algorithm>

#include "content/iso_time.h"

namespace advisor::platform {
namespace {

using app::Action;
using app::Node;
using app::Role;

constexpr float kLinePx = 60, kPagePx = 400;

bool is_control(const Node& node) {
  if (node.disabled || (node.role == Role::kButton && node.action.kind == Action::Kind::kNone))
    return false;  // or the key is the page's own
  switch (node.role) {
    case Role::kButton:
    case Role::kToggle:
    case Role::kCheckbox:
    case Role::kRadio:
    case Role::kSlider:
    case Role::kDate:
    case Role::kLink:
      return true;
    default:
      return false;
  }
}

bool is_arrow(std::string_view key) {
  return key.starts_with("Arrow") || key == "Home" || key == "End" || key.starts_with("Page");
}

}  // namespace

// Whether it may have focus now: what lies under an open sheet, or under what stands over
// everything, may not.
bool Keyboard::reaches(int index) const {
  const app::Tree& tree = session_.tree();
  std::string_view top;
  for (const std::string_view layer : {"cover", "sheet"})
    if (top.empty() && tree.node(layer)) top = layer;
  if (top.empty()) return true;
  for (const Node* node = &tree.nodes()[static_cast<std::size_t>(index)]; node;
       node = node->parent.empty() ? nullptr : tree.node(node->parent))
    if (node->key == top || node->parent == top) return true;
  return false;
}

std::vector<int> Keyboard::group_of(const Node& of) const {
  std::vector<int> group;
  const app::Tree& tree = session_.tree();
  const bool figure = of.parent == "figure";
  if (of.role != Role::kRadio && !figure) return group;
  for (std::size_t i = 0; i < tree.nodes().size(); ++i) {
    const Node& node = tree.nodes()[i];
    if (node.parent == of.parent && node.role == of.role && is_control(node))
      group.push_back(static_cast<int>(i));
  }
  return group;
}

std::vector<int> Keyboard::stops() const {
  std::vector<int> stops;
  const app::Tree& tree = session_.tree();
  for (std::size_t i = 0; i < tree.nodes().size(); ++i) {
    const Node& node = tree.nodes()[i];
    const int index = static_cast<int>(i);
    if (!is_control(node) || !reaches(index)) continue;
    const std::vector<int> group = group_of(node);
    // A group's stop is where the focus was left in it, else what is chosen, else the first that
    // can be seen.
    const auto rank = [&](int member) {
      const Node& n = tree.nodes()[static_cast<std::size_t>(member)];
      return n.key == place_ ? 0 : n.on == 1 ? 1 : tree.box(member).w > 0 ? 2 : 3;
    };
    const auto stop = std::min_element(group.begin(), group.end(),
                                       [&](int a, int b) { return rank(a) < rank(b); });
    if (group.empty() || *stop == index) stops.push_back(index);
  }
  return stops;
}

void Keyboard::focus(std::string key) {
  place_ = focused_ = std::move(key);
  index_ = session_.tree().find(place_);
  interface_.focus_key(focused_);
}

void Keyboard::forget() {
  if (focused_.empty()) return;
  focused_.clear();
  interface_.focus_key({});
}

void Keyboard::follow() {
  if (std::string asked = session_.take_focus(); !asked.empty()) {
    const Node* node = session_.tree().node(asked);
    if (node && is_control(*node) && !focused_.empty()) return focus(std::move(asked));
    place_ = std::move(asked);
    index_ = session_.tree().find(place_);
    if (!focused_.empty()) interface_.focus_key({});
    focused_.clear();
  }
  const int now = session_.tree().find(place_);
  if (now >= 0) {
    index_ = now;
    return;
  }
  // A control that had the focus is gone, so its place belongs to whatever stands there now.
  place_.clear();
  if (!std::exchange(focused_, {}).empty()) interface_.focus_key({});
}

bool Keyboard::step(int by) {
  const std::vector<int> all = stops();
  if (all.empty()) return false;
  // From a title, or from a control that is gone, Tab goes to the next stop after its place.
  const auto at = std::find(all.begin(), all.end(), session_.tree().find(place_));
  const auto size = static_cast<int>(all.size());
  int next = 0;
  if (at != all.end() && (!focused_.empty() || by < 0))
    next = static_cast<int>(at - all.begin()) + by;
  else if (at != all.end())
    next = static_cast<int>(at - all.begin());
  else
    next = static_cast<int>(std::lower_bound(all.begin(), all.end(), index_) - all.begin()) -
           (by < 0 ? 1 : 0);
  focus(session_.tree()
            .nodes()[static_cast<std::size_t>(
                all[static_cast<std::size_t>((next % size + size) % size)])]
            .key);
  return true;
}

bool Keyboard::set(const Node& node, int value) {
  Action action = node.action;
  action.value = value;
  return session_.apply(action);
}

// An arrow, Home, End or a page key for the control that has focus. False when it has no use for
// it.
bool Keyboard::move_inside(std::string_view arrow) {
  const Node* node = this->node();
  if (!node) return false;
  const int by = arrow == "ArrowRight" || arrow == "ArrowDown" ? 1
                 : arrow == "ArrowLeft" || arrow == "ArrowUp"  ? -1
                                                               : 0;
  if (node->parent == "figure" && node->role != Role::kRadio) {
    if (arrow.starts_with("Page")) return false;
    if (std::string to = interface_.press_key(focused_, arrow); !to.empty()) focus(std::move(to));
    return true;
  }
  if (node->role == Role::kSlider) {
    const int now = static_cast<int>(node->value + 0.5f), low = static_cast<int>(node->minimum),
              high = static_cast<int>(node->maximum);
    const int up = arrow == "ArrowRight" || arrow == "ArrowUp"    ? 1
                   : arrow == "ArrowLeft" || arrow == "ArrowDown" ? -1
                                                                  : 0;
    const int to = arrow == "Home"  ? low
                   : arrow == "End" ? high
                                    : now + (arrow == "PageUp"     ? 3
                                             : arrow == "PageDown" ? -3
                                                                   : up);
    set(*node, std::clamp(to, low, high));
    return true;
  }
  if (node->role == Role::kDate) {
    const auto day = node->date;
    const int now =
        static_cast<int>((day ? *day : day_of(session_.now())).time_since_epoch().count());
    set(*node, now + (arrow == "PageUp" ? -7 : arrow == "PageDown" ? 7 : by));
    return true;
  }
  if (node->role != Role::kRadio) return false;
  const std::vector<int> group = group_of(*node);
  const auto size = static_cast<int>(group.size());
  const auto at = static_cast<int>(
      std::find(group.begin(), group.end(), session_.tree().find(focused_)) - group.begin());
  // The calendar has a week in each row.
  const bool weeks = node->key.starts_with("day.") && (arrow == "ArrowUp" || arrow == "ArrowDown");
  const int to = arrow == "Home"  ? 0
                 : arrow == "End" ? size - 1
                 : weeks          ? at + 7 * by
                                  : (at + by + size) % size;
  if (to < 0 || to >= size || to == at) return true;
  const Node chosen =
      session_.tree().nodes()[static_cast<std::size_t>(group[static_cast<std::size_t>(to)])];
  focus(chosen.key);
  session_.apply(chosen.action);
  return true;
}

bool Keyboard::use(const Node& node) {
  if (node.action.kind == Action::Kind::kNone && !node.href.empty()) {
    link_ = node.href;
    return true;
  }
  return session_.apply(Action{node.action});
}

bool Keyboard::press(const Key& key) {
  if (key.name.empty() || key.alt) return false;
  if (key.control) {
    if (key.name == "z")
      return session_.apply({key.shift ? Action::Kind::kRedo : Action::Kind::kUndo});
    return key.name == "y" && session_.apply({Action::Kind::kRedo});
  }
  if (key.name == "Tab") return step(key.shift ? -1 : 1);
  if (key.name == "Escape") {
    if (session_.cover() && session_.cover()->code.size > 0)
      return session_.apply({Action::Kind::kUncover});
    const bool told = interface_.dismiss_tooltip();
    if (session_.apply({Action::Kind::kCloseSheet})) return true;
    const bool had = !focused_.empty();
    forget();
    return had || told;
  }
  const Node* at = node();
  if (key.name == "Enter" || key.name == " ") {
    if (!at || at->role == Role::kSlider || at->role == Role::kDate) return false;
    return use(Node{*at});
  }
  if (at && at->parent == "figure")
    for (const std::string_view known : {"+", "-", "t", "0", "z"})
      if (key.name == known) {
        if (std::string to =
                interface_.press_key(focused_, known == "z" && key.shift ? "Z" : known);
            !to.empty())
          focus(std::move(to));
        return true;
      }
  if (!is_arrow(key.name)) return false;
  if (at && move_inside(key.name)) return true;
  const float px = key.name.starts_with("Page")    ? kPagePx
                   : key.name.starts_with("Arrow") ? kLinePx
                                                   : 1e6f;
  return interface_.scroll_by(
      key.name == "ArrowUp" || key.name == "PageUp" || key.name == "Home" ? -px : px);
}

}  // namespace advisor::platform
