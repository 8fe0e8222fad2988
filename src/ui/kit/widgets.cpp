#include "ui/kit/widgets.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace advisor::ui {
namespace {

constexpr float kTarget = 44;
constexpr float kSmallestBox = 24;  // of a real control (WCAG 2.2, 2.5.8)

Rect at_least(float size, Rect b) {
  const float dx = std::max(0.0f, (size - b.w) / 2), dy = std::max(0.0f, (size - b.h) / 2);
  return {b.x - dx, b.y - dy, b.w + 2 * dx, b.h + 2 * dy};
}

constexpr float kCheck = 26;         // and the space after it
constexpr float kButtonEnds = 28;    // the two ends of a button, which its words keep free
constexpr float kButtonRadius = 28;  // of a button of several lines: their ends stay inside

// Gives the words of a chip: the date when one is told, the short form of a choice that has one,
// otherwise the name.
const std::string& chip_words(const app::Node& node) {
  if (node.role == app::Role::kDate && node.on == 1) return node.description;
  return node.role == app::Role::kRadio ? shown_name(node) : node.name;
}

// `on` says how far the chip is on its way to being chosen. A chosen chip has a check before its
// name, and the name is bold.
Rect chip_box(const Ui& ui, const app::Node& node, float x, float y, float max_w, float on) {
  const std::string& name = chip_words(node);
  const float check = ui.sign(kCheck);
  const float plain = width(ui.type, Style::kBody, name),
              chosen = width(ui.type, Style::kBodyStrong, name) + check;
  // Words wider than the column take more lines.
  const float w = std::min(max_w, 28 + plain + (chosen - plain) * on);
  const bool bold = node.on == 1;
  const float words = std::min(max_w, 28 + (bold ? chosen : plain)) - 27 - (bold ? check : 0);
  return {x, y, w,
          std::max({kTarget, ui.px(44),
                    measure(ui.type, bold ? Style::kBodyStrong : Style::kBody, name, words).h +
                        ui.px(18)})};
}

}  // namespace

void wash(const Ui& ui, Rect b, float radius, const Touched& t) {
  const float over = std::max(t.hover, t.press);
  if (over > 0)
    fill(ui, b, radius, with_alpha(mix(ui.theme.tint, ui.theme.day_light, t.press), over));
}

void hint(Ui& ui, int node, const Touched& t) {
  if (t.focused || (t.hovered && ImGui::GetIO().MouseSource == ImGuiMouseSource_Mouse))
    ui.hinted = node;
}

Touched touch(Ui& ui, int index, Rect box) {
  if (index < 0) return {};
  const app::Node& node = ui.tree.nodes()[static_cast<std::size_t>(index)];
  // What a panel has scrolled out of sight has no height, so that no control lies on another.
  ui.tree.place(index, ui.scroll ? in_sight(at_least(kSmallestBox, box), ui.scroll->view)
                                 : at_least(kSmallestBox, box));
  const Rect area = at_least(kTarget, box);
  if (ui.scroll &&
      ui.reveal ==
          node.key) {  // the focus came from outside, so the control is brought into the panel
    const Rect& view = ui.scroll->view;
    constexpr float kClear = 36;  // of the fade at the end of the panel
    if (area.y < view.y + kClear || area.h + 2 * kClear > view.h)
      ui.scroll->offset_px += area.y - view.y - kClear;
    else if (area.y + area.h > view.y + view.h - kClear)
      ui.scroll->offset_px += area.y + area.h - view.y - view.h + kClear;
    ui.animating = true;
  }
  ImGui::SetCursorScreenPos({area.x, area.y});
  if (node.disabled) ImGui::BeginDisabled();
  Touched t;
  t.used = ImGui::InvisibleButton(node.key.c_str(), {area.w, area.h});
  t.hovered = ui.settings.can_hover && ImGui::IsItemHovered();
  t.held = ImGui::IsItemActive();
  t.focused = ui.settings.draws_focus && ui.focused == node.key;
  if (node.disabled) ImGui::EndDisabled();
  if (ui.scroll && ui.scroll->dragging) t.used = t.held = false;
  t.hover = ui.motion.linger({node.key, 'h'}, t.hovered, kPressSeconds);
  t.press = ui.motion.linger({node.key, 'p'}, t.held, kPressSeconds);
  return t;
}

Touched press(Ui& ui, int index, Rect box) {
  const Touched t = touch(ui, index, box);
  if (!t.used) return t;
  ui.actions.push_back(app::press_of(ui.tree.nodes()[static_cast<std::size_t>(index)]));
  return t;
}

Touched press_twin(Ui& ui, int index, Rect box, const char* id) {
  if (index < 0) return {};
  const app::Node& node = ui.tree.nodes()[static_cast<std::size_t>(index)];
  ImGui::SetCursorScreenPos({box.x, box.y});
  Touched t;
  t.used = ImGui::InvisibleButton(id, {box.w, box.h});
  t.hovered = ui.settings.can_hover && ImGui::IsItemHovered();
  t.held = ImGui::IsItemActive();
  t.hover = ui.motion.linger({id, 'h'}, t.hovered, kPressSeconds);
  t.press = ui.motion.linger({id, 'p'}, t.held, kPressSeconds);
  if (t.used) ui.actions.push_back(node.action);
  return t;
}

float button_height(const Ui& ui, std::string_view key, float w) {
  const app::Node* node = ui.node(key);
  if (!node) return 0;
  float h = measure(ui.type, Style::kLead, node->name, w - kButtonEnds).h;
  if (!node->description.empty())
    h += measure(ui.type, Style::kBody, node->description, w - kButtonEnds).h;
  return std::max(node->description.empty() ? ui.px(52) : ui.px(56), h + ui.px(12));
}

namespace {

struct ButtonColours {
  Colour ground, text, second, border;
};

ButtonColours colours_of(const Theme& th, ButtonKind kind, const Touched& t, bool disabled) {
  const float over = std::max(t.hover, t.press);
  ButtonColours c{0, th.action, th.ink_2, 0};
  switch (kind) {
    case ButtonKind::kPrimary:
      c.ground = mix(mix(th.action, th.action_hover, t.hover), th.action_press, t.press);
      c.text = c.second = th.on_action;
      break;
    case ButtonKind::kSecondary:
      c.ground = mix(th.surface, th.tint, over);
      c.border = mix(th.edge, th.action, t.press);
      break;
    case ButtonKind::kText:
      c.ground = with_alpha(th.tint, over);
      break;
    case ButtonKind::kAlarm:
      c.ground = mix(th.alarm_text, th.alarm_text_2, over);
      c.text = c.second = th.alarm_ground;
      break;
    case ButtonKind::kAlarmOutline:
      c = {with_alpha(th.alarm_text, 0.12f * over), th.alarm_text, th.alarm_text_2,
           th.alarm_text_2};
      break;
  }
  return disabled ? ButtonColours{th.sunken, th.ink_3, th.ink_3, th.line} : c;
}

}  // namespace

void button(Ui& ui, std::string_view key, Rect box, ButtonKind kind, bool leaves_site,
            bool two_lines) {
  const int index = ui.tree.find(key);
  if (index < 0) return;
  const app::Node& node = ui.tree.nodes()[static_cast<std::size_t>(index)];
  const Touched t = press(ui, index, box);
  if (!ui.scroll && box.y > ImGui::GetIO().DisplaySize.y * 0.7f)
    ui.bar_top = std::min(ui.bar_top, box.y - 12);
  const Theme& th = ui.theme;
  const auto [ground, text, second, border] = colours_of(th, kind, t, node.disabled);
  const float shrink =
      kind == ButtonKind::kPrimary || kind == ButtonKind::kAlarm ? 0.01f * box.w * t.press : 0;
  const Rect b{box.x + shrink, box.y + shrink / 4, box.w - 2 * shrink, box.h - shrink / 2};
  const float radius = std::min(b.h / 2, ui.px(kButtonRadius));
  if (ground) fill(ui, b, radius, ground);
  if (border) stroke(ui, b, radius, 1.5f, border);
  const float name_w = box.w - kButtonEnds;  // whether it is pressed or not
  const float name_h = measure(ui.type, Style::kLead, node.name, name_w).h;
  const float second_h =
      node.description.empty() || !two_lines
          ? 0
          : measure(ui.type, Style::kBody, node.description, name_w).h - ui.px(2);
  float y = b.y + (b.h - name_h - second_h) / 2;
  const float shift = leaves_site ? ui.px(12) : 0;
  write(ui.draw, ui.type, Style::kLead, text, box.x + kButtonEnds / 2 - shift, y, node.name, name_w,
        Align::kCentre);
  if (leaves_site) {
    const float w = std::min(name_w, width(ui.type, Style::kLead, node.name));
    icon(ui, Icon::kLeaves, b.x + b.w / 2 - shift + w / 2 + ui.sign(16), y + name_h / 2, text, 22);
  }
  y += name_h - ui.px(2);
  if (second_h > 0)
    write(ui.draw, ui.type, Style::kBody, second, box.x + kButtonEnds / 2, y, node.description,
          name_w, Align::kCentre);
  if (t.focused) focus_ring(ui, b, radius, kind >= ButtonKind::kAlarm ? th.alarm_text : th.action);
}

void icon_button(Ui& ui, std::string_view key, Icon which, float cx, float cy, Colour colour) {
  const int index = ui.tree.find(key);
  if (index < 0) return;
  const Rect box{cx - kTarget / 2, cy - kTarget / 2, kTarget, kTarget};
  const Touched t = press(ui, index, box);
  hint(ui, index, t);
  const bool disabled = ui.tree.nodes()[static_cast<std::size_t>(index)].disabled;
  fill(ui, box, kTarget / 2,
       with_alpha(mix(ui.theme.tint, ui.theme.day_moderate, t.press), std::max(t.hover, t.press)));
  icon(ui, which, cx, cy, disabled ? with_alpha(ui.theme.ink_3, 0.5f) : colour);
  if (t.focused) focus_ring(ui, box, kTarget / 2, ui.theme.action);
}

float text_button(Ui& ui, std::string_view key, float x, float y, Style style, Colour colour,
                  bool underlined) {
  const int index = ui.tree.find(key);
  if (index < 0) return 0;
  const app::Node& node = ui.tree.nodes()[static_cast<std::size_t>(index)];
  const std::string& words = shown_name(node);
  const float w = width(ui.type, style, words), h = ui.type.line(style);
  const Touched t = press(ui, index, {x, y, w, h});
  write_line(ui.draw, ui.type, style, colour, x, y, words);
  fill(ui, {x, y + h - 1, w, 1.5f}, 0, with_alpha(colour, underlined ? 1 : t.hover));
  if (t.focused) focus_ring(ui, {x - 2, y, w + 4, h}, 6, ui.theme.action);
  return w;
}

void text_button_in_lines(Ui& ui, Column& c, std::string_view key, Style style, Colour colour) {
  const int index = ui.tree.find(key);
  if (index < 0) return;
  const app::Node& node = ui.tree.nodes()[static_cast<std::size_t>(index)];
  const std::string& words = shown_name(node);
  const Extent size = measure(ui.type, style, words, c.w);
  const Touched t = press(ui, index, {c.x, c.y, size.w, size.h});
  write(ui.draw, ui.type, style, colour, c.x, c.y, words, c.w);
  fill(ui, {c.x, c.y + size.h - 1, size.last_w, 1.5f}, 0, with_alpha(colour, t.hover));
  if (t.focused) focus_ring(ui, {c.x - 2, c.y, size.w + 4, size.h}, 6, ui.theme.action);
  c.y += size.h;
}

namespace {

// A bit for each chip that begins a new row. One that would stand alone on the last row takes
// another one down with it.
std::uint64_t chip_rows(const Ui& ui, const Column& c, std::span<const std::string_view> keys,
                        float gap) {
  std::uint64_t rows = 0;
  float x = 0, previous_w = 0;
  std::size_t last = 0, before = 0,
              previous = 0;  // where the last two rows begin; the chip before this one
  for (std::size_t i = 0; i < keys.size() && i < 64; ++i) {
    const app::Node* node = ui.node(keys[i]);
    if (!node) continue;
    const float w = chip_box(ui, *node, 0, 0, c.w, node->on == 1 ? 1.0f : 0.0f).w;
    if (x > 0 && x + w > c.w) {
      rows |= std::uint64_t{1} << i;
      before = std::exchange(last, i);
      x = 0;
      const bool alone =
          i + 1 == keys.size() && previous >= before + 2 && previous_w + gap + w <= c.w;
      if (alone) rows ^= std::uint64_t{1} << i | std::uint64_t{1} << previous;
    }
    x += w + gap;
    previous = i;
    previous_w = w;
  }
  return rows;
}

}  // namespace

void chips(Ui& ui, Column& c, std::span<const std::string_view> keys) {
  constexpr float kGap = 8;
  const std::uint64_t rows = chip_rows(ui, c, keys, kGap);
  const float check = ui.sign(kCheck);
  float x = c.x;
  float h = 0;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const std::string_view key = keys[i];
    const int index = ui.tree.find(key);
    if (index < 0) continue;
    const app::Node& node = ui.tree.nodes()[static_cast<std::size_t>(index)];
    const float on = ui.motion.follow({key, 'c'}, node.on == 1 ? 1.0f : 0.0f, kChoiceSeconds);
    Rect box = chip_box(ui, node, x, c.y, c.w, on);
    if ((rows >> i & 1) != 0) {
      c.y += h + kGap;
      box.x = x = c.x;
      box.y = c.y;
      h = 0;
    }
    h = std::max(h, box.h);
    const Touched t = press(ui, index, box);
    const bool chosen = node.on == 1;
    const float radius = std::min(box.h / 2, ui.px(22));
    const Colour rest =
        mix(mix(ui.theme.surface, ui.theme.tint, t.hover), ui.theme.day_moderate, t.press);
    fill(ui, box, radius, mix(rest, mix(ui.theme.action, ui.theme.action_press, t.press), on));
    stroke(ui, box, radius, 1, mix(ui.theme.edge, ui.theme.action, on));
    const Colour ink = mix(ui.theme.ink, ui.theme.on_action, on);
    if (on > 0)
      icon(ui, Icon::kCheck, box.x + 12 + ui.sign(10), box.y + box.h / 2, with_alpha(ink, on), 20);
    const float left = box.x + 14 + check * on;
    const Style style = chosen ? Style::kBodyStrong : Style::kBody;
    const std::string& words = chip_words(node);
    const float words_w =
        std::min(c.w - 28 - (chosen ? check : 0), width(ui.type, style, words)) + 1;
    write(ui.draw, ui.type, style, ink, left,
          box.y + (box.h - measure(ui.type, style, words, words_w).h) / 2, words, words_w);
    if (t.focused) focus_ring(ui, box, radius, ui.theme.action);
    x += box.w + kGap;
  }
  c.y += h;
}

float segmented_width(const Ui& ui, std::span<const std::string_view> keys) {
  float total = 6;
  for (const std::string_view key : keys)
    if (const app::Node* node = ui.node(key))
      total += width(ui.type, Style::kBodyStrong, chip_words(*node)) + 24;
  return total;
}

void segmented(Ui& ui, Column& c, std::span<const std::string_view> keys, float max_width) {
  const float words = segmented_width(ui, keys);
  const float w = std::min(c.w, std::max(words, std::min(max_width, c.w)));
  if (words > c.w) return chips(ui, c, keys);
  const float h = std::max(kTarget, ui.px(44));
  const Rect track{c.x, c.y, w, h};
  fill(ui, track, 12, ui.theme.sunken);
  stroke(ui, track, 12, 1 / ui.settings.density, ui.theme.line);
  const float share = (w - words) / static_cast<float>(keys.size());
  const auto part_of = [&](const app::Node& node, float x) {
    return Rect{x, track.y + 3, width(ui.type, Style::kBodyStrong, chip_words(node)) + 24 + share,
                h - 6};
  };
  // The plate is painted first because it slides under the words.
  float x = track.x + 3;
  for (const std::string_view key : keys) {
    const app::Node* node = ui.node(key);
    if (!node) continue;
    Rect plate = part_of(*node, x);
    x += plate.w;
    if (node->on != 1) continue;
    plate.x = track.x + ui.motion.follow({keys[0], 'x'}, plate.x - track.x, kChoiceSeconds);
    plate.w = ui.motion.follow({keys[0], 'w'}, plate.w, kChoiceSeconds);
    raised_plate(ui, plate, 9);
  }
  x = track.x + 3;
  for (const std::string_view key : keys) {
    const int index = ui.tree.find(key);
    if (index < 0) continue;
    const app::Node& node = ui.tree.nodes()[static_cast<std::size_t>(index)];
    const Rect part = part_of(node, x);
    const Touched t = press(ui, index, part);
    const bool on = node.on == 1;
    const Style style = on ? Style::kBodyStrong : Style::kBody;
    const Colour ink =
        on ? ui.theme.ink : mix(ui.theme.ink_2, ui.theme.ink, std::max(t.hover, t.press));
    write(ui.draw, ui.type, style, ink, part.x, part.y + (part.h - ui.type.line(style)) / 2,
          chip_words(node), part.w, Align::kCentre);
    // The side that is not shown has a mark.
    if (!on && node.value > 0)
      ui.draw->AddCircleFilled({part.x + part.w - 8, part.y + 6}, 4, ui.theme.coral);
    if (t.focused) focus_ring(ui, part, 9, ui.theme.action);
    x += part.w;
  }
  c.y += h;
}

float check_row_height(const Ui& ui, std::string_view key, float w) {
  const app::Node* node = ui.node(key);
  if (!node) return 0;
  const Style style = node->on == 1 ? Style::kBodyStrong : Style::kBody;
  return std::max(ui.px(52),
                  measure(ui.type, style, node->name, w - 38 - ui.sign(24)).h + ui.px(16));
}

void check_box(Ui& ui, const app::Node& node, float x, float centre_y, const Touched& t) {
  const float size = ui.sign(24);
  const Rect box{x, centre_y - size / 2, size, size};
  const float on = ui.motion.follow({node.key, 'c'}, node.on == 1 ? 1.0f : 0.0f, kChoiceSeconds);
  if (on < 1) {
    const Colour edge = mix(ui.theme.edge, ui.theme.action, std::max(t.hover, t.press));
    stroke(ui, box, 7, 1.5f, edge);
  }
  if (on > 0) {
    fill(ui, box, 7, with_alpha(ui.theme.action, on));
    icon(ui, Icon::kCheck, x + size / 2, centre_y, with_alpha(ui.theme.on_action, on), 20);
  }
  if (t.focused) focus_ring(ui, box, 7, ui.theme.action);
}

void check_row(Ui& ui, std::string_view key, Rect box) {
  const int index = ui.tree.find(key);
  if (index < 0) return;
  const app::Node& node = ui.tree.nodes()[static_cast<std::size_t>(index)];
  const Touched t = press(ui, index, box);
  wash(ui, {box.x + 1, box.y + 1, box.w - 2, box.h - 2}, 14, t);
  check_box(ui, node, box.x + 14, box.y + box.h / 2, t);
  const float left = 26 + ui.sign(24);
  const Style style = node.on == 1 ? Style::kBodyStrong : Style::kBody;
  const float w = box.w - left - 12, h = measure(ui.type, style, node.name, w).h;
  write(ui.draw, ui.type, style, ui.theme.ink, box.x + left, box.y + (box.h - h) / 2, node.name, w);
}

void switch_row(Ui& ui, Column& c, std::string_view key) {
  const int index = ui.tree.find(key);
  if (index < 0) return;
  const app::Node& node = ui.tree.nodes()[static_cast<std::size_t>(index)];
  const Theme& th = ui.theme;
  const float plate_w = ui.sign(48), plate_h = ui.sign(28), words_w = c.w - 48 - plate_w,
              name_h = measure(ui.type, Style::kBody, node.name, words_w).h;
  const float words_h =
      name_h +
      (node.description.empty() ? 0 : measure(ui.type, Style::kBody, node.description, words_w).h);
  const float h = std::max(ui.px(52), words_h + ui.px(16));
  const Rect row{c.x, c.y, c.w, h},
      box{c.x + c.w - 16 - plate_w, c.y + (h - plate_h) / 2, plate_w, plate_h};
  const Touched t = press(ui, index, row);
  wash(ui, {row.x + 1, row.y + 1, row.w - 2, row.h - 2}, 14, t);
  write(ui.draw, ui.type, Style::kBody, node.disabled ? th.ink_3 : th.ink, c.x + 16,
        c.y + (h - words_h) / 2, node.name, words_w);
  write(ui.draw, ui.type, Style::kBody, node.disabled ? th.ink_3 : th.ink_2, c.x + 16,
        c.y + (h - words_h) / 2 + name_h, node.description, words_w);
  const float on = ui.motion.follow({key, 's'}, node.on == 1 ? 1.0f : 0.0f, kChoiceSeconds);
  const Colour plate = node.disabled ? th.ink_3 : th.action;
  fill(ui, box, plate_h / 2, mix(node.disabled ? th.sunken : th.surface, plate, on));
  stroke(ui, box, plate_h / 2, 1.5f, mix(th.edge, plate, on));
  const float x = box.x + plate_h / 2 + (plate_w - plate_h) * on, cy = box.y + plate_h / 2;
  ui.draw->AddCircleFilled({x, cy}, ui.sign(9 + on), mix(th.edge, th.on_action, on));
  if (on > 0.5f) icon(ui, Icon::kCheck, x, cy, plate, 15);
  if (t.focused) focus_ring(ui, box, plate_h / 2, th.action);
  c.y += h;
}

Rect badge(Ui& ui, float x, float y, Grade grade, std::string_view words) {
  const Rect box{x, y, width(ui.type, Style::kNote, words) + 56, ui.px(28)};
  fill(ui, box, box.h / 2, ui.theme.sunken);
  if (ui.theme.high_contrast) stroke(ui, box, box.h / 2, 1, ui.theme.line);
  const float dots = evidence_dots(ui, x + 10, y + box.h / 2, grade, ui.theme.ink_2);
  write_line(ui.draw, ui.type, Style::kNote, ui.theme.ink, x + 18 + dots,
             y + (box.h - ui.type.line(Style::kNote)) / 2, words);
  return box;
}

float paragraph(Ui& ui, Column& c, std::string_view key, Style style, Colour colour, bool even) {
  const int index = ui.tree.find(key);
  if (index < 0) return 0;
  const std::string& text = ui.tree.nodes()[static_cast<std::size_t>(index)].name;
  const float h = write(ui.draw, ui.type, style, colour, c.x, c.y, text,
                        even ? balanced(ui.type, style, text, c.w) : c.w);
  ui.tree.place(index, {c.x, c.y, c.w, h});
  c.y += h;
  return h;
}

void caption(Ui& ui, Column& c, std::string_view text, Style style, Colour colour) {
  c.y += write(ui.draw, ui.type, style, colour, c.x, c.y, text, c.w);
}

Keys::Keys(const Ui& ui, std::string_view parent) {
  for (const app::Node& node : ui.tree.nodes())
    if (node.parent == parent &&
        (node.role == app::Role::kRadio || node.role == app::Role::kCheckbox ||
         node.role == app::Role::kDate) &&
        size_ < keys_.size())
      keys_[size_++] = node.key;
}

}  // namespace advisor::ui
