#pragma once

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "ui/kit/icons.h"
#include "ui/kit/panels.h"

// The small set of own widgets. Each paints one node of the semantic tree by its key, tells the
// tree where it stands, and hands the node's action to the session when it is used. A key that is
// not in the tree paints nothing.
namespace advisor::ui {

// A key put together without an allocation: Key("mark.", "calf_l"). At most 95 bytes.
class Key {
 public:
  Key(std::string_view a, std::string_view b, std::string_view c = {}) {
    for (const std::string_view part : {a, b, c}) {
      const std::size_t n = std::min(part.size(), sizeof text_ - size_);
      std::copy_n(part.data(), n, text_ + size_);
      size_ += n;
    }
  }
  operator std::string_view() const { return {text_, size_}; }

 private:
  char text_[95];
  std::size_t size_ = 0;
};

// Lists the choices of a group, in order.
class Keys {
 public:
  Keys(const Ui& ui, std::string_view parent);
  const std::string_view* data() const {
    return keys_.data();
  }  // so that it is a std::span as well
  const std::string_view* begin() const { return keys_.data(); }
  const std::string_view* end() const { return keys_.data() + size_; }
  std::size_t size() const { return size_; }

 private:
  std::array<std::string_view, 64> keys_;
  std::size_t size_ = 0;
};

// What stands on the screen of a control: its label, or its name where it has none.
inline const std::string& shown_name(const app::Node& node) {
  return node.label.empty() ? node.name : node.label;
}

// The ground on which the words of a screen stand.
inline Colour ground_of(const Ui& ui) {
  return ui.session.shown().two_panels ? ui.theme.surface : ui.theme.paper;
}

// A wide page has two columns: as wide as it gets, whether it has them, and what they are.
inline constexpr float kWidestPage = 760, kBetweenColumns = 24;
inline bool two_columns(const Ui& ui, const Column& c) { return c.w >= ui.px(640); }
inline std::array<Column, 2> halves(const Column& c) {
  const float w = (c.w - kBetweenColumns) / 2;
  return {{{c.x, c.y, w}, {c.x + w + kBetweenColumns, c.y, w}}};
}

struct Touched {
  bool hovered = false, held = false, used = false, focused = false;
  float hover = 0, press = 0;  // how far the two looks are on: 1 at once, then down to 0
};

// The invisible part of every control: at least 44 x 44 px, one Dear ImGui item, no look of its
// own. `used` is true on release inside, unless the drag scrolled the panel. This function only
// reports; the caller acts.
Touched touch(Ui& ui, int node, Rect box);
// Paints the same and pushes the node's action when it is used.
Touched press(Ui& ui, int node, Rect box);
// A second place of a control that stands elsewhere on the screen; `id` is its own.
Touched press_twin(Ui& ui, int node, Rect box, const char* id);

// A row's ground under the pointer, eased out.
void wash(const Ui& ui, Rect box, float radius, const Touched& touched);
// The name of the control is not written on it: a tooltip says it.
void hint(Ui& ui, int node, const Touched& touched);

enum class ButtonKind : std::uint8_t { kPrimary, kSecondary, kText, kAlarm, kAlarmOutline };
// Paints a button with the node's name, and its description as a second line. Returns the height
// that it wants at this width.
float button_height(const Ui& ui, std::string_view key, float width);
void button(Ui& ui, std::string_view key, Rect box, ButtonKind kind, bool leaves_site = false,
            bool two_lines = true);
void icon_button(Ui& ui, std::string_view key, Icon which, float centre_x, float centre_y,
                 Colour colour);
// Words that can be pressed, without a border; returns the width.
float text_button(Ui& ui, std::string_view key, float x, float y, Style style, Colour colour,
                  bool underlined = false);
// Paints the same in as many lines as the column asks for, and moves the column down.
void text_button_in_lines(Ui& ui, Column& column, std::string_view key, Style style, Colour colour);

// Chips, left to right, wrapped to the column; moves the column down.
void chips(Ui& ui, Column& column, std::span<const std::string_view> keys);
// A segmented control shows one of several choices as chosen; it becomes chips when the words do
// not fit.
void segmented(Ui& ui, Column& column, std::span<const std::string_view> keys,
               float max_width = 1e9f);
float segmented_width(const Ui& ui, std::span<const std::string_view> keys);
// The box of a checkbox, as far on its way to being ticked as its node is.
void check_box(Ui& ui, const app::Node& node, float x, float centre_y, const Touched& touched);
void check_row(Ui& ui, std::string_view key, Rect box);
float check_row_height(const Ui& ui, std::string_view key, float width);
// A row with its name, its description under it, and a switch at its end; moves the column down.
void switch_row(Ui& ui, Column& column, std::string_view key);
// The intensity of a mark: ticks, thumb with the number in it, words under it. 44 px high, and a
// line of words.
void slider(Ui& ui, std::string_view key, Rect box, bool words);
// A number with a minus before and a plus behind it: one slider to whoever does not see it. Moves
// the column down. On the web it comes after the first frame.
[[gnu::noinline]] void stepper(Ui& ui, Column& column, std::string_view key, float height);

// Paints the grade of the evidence in a pill and returns where it stands.
Rect badge(Ui& ui, float x, float y, Grade grade, std::string_view words);

// Text of a node, written into the column in a style, in lines of about one length where it is to
// stand out; marks where it stands. Returns the height.
float paragraph(Ui& ui, Column& column, std::string_view key, Style style, Colour colour,
                bool even = false);
// Writes a text for which no control stands.
void caption(Ui& ui, Column& column, std::string_view text, Style style, Colour colour);

}  // namespace advisor::ui
