// Paints the foot with the open mark, and the list of all marks.
#include <imgui.h>

#include <algorithm>
#include <string>

#include "ui/figure/mark_badge.h"
#include "ui/screens/screens.h"
#include "ui/screens/where_parts.h"

namespace advisor::ui {
namespace {

constexpr float kRow = 60, kListHead = 44, kGrip = 16;
constexpr int kMostRows = 7;  // rows of the list before it scrolls
constexpr float kFadeSeconds = 0.12f, kRingSeconds = 0.3f;

Key mark_key(const Ui& ui, const Mark& mark, std::string_view prefix) {
  return {prefix, ui.session.library().knowledge.regions[mark.region.value].id};
}

std::string_view told_of(const Ui& ui, const Mark& mark) {
  const app::Node* node = ui.node(mark_key(ui, mark, "told."));
  return node ? std::string_view(node->name) : std::string_view{};
}

// Where text is large, a stepper of two lines stands in place of the slider.
bool by_steps(const Ui& ui) { return ui.type.scale >= 1.75f && ui.session.library().whole; }

// The row of the open mark stands beside the foot, or over the figure, and what removes it there.
bool row_shown(const Ui& ui) {
  return ui.session.shown().mark_list ||
         (ui.session.shown().two_panels && ui.session.intake().marks.size() > 1);
}

// A sign with words, or the sign alone, acts like a button without a ground.
struct Action {
  std::string_view key;
  Icon sign;
  bool words, at_right, twin = false;
};

float action_width(const Ui& ui, const Action& a) {
  const app::Node* node = ui.node(a.key);
  if (!node) return 0;
  return a.words ? (a.sign == Icon::kClose ? 0 : ui.sign(30)) +
                       width(ui.type, Style::kBodyStrong, node->label)
                 : 44;
}

void paint_action(Ui& ui, const Action& a, float x, float y, float h) {
  const int index = ui.tree.find(a.key);
  if (index < 0) return;
  const app::Node& node = ui.tree.nodes()[static_cast<std::size_t>(index)];
  const float w = action_width(ui, a);
  const Rect box{a.words ? (a.at_right ? x - w : x) - 8 : x, y, a.words ? w + 16 : 44, h};
  const Touched t = a.twin ? press_twin(ui, index, box, "foot.twin") : press(ui, index, box);
  if (!a.words) hint(ui, index, t);
  const bool done = node.disabled;
  const float on = done ? 1.0f : 0.0f, over = std::max(t.hover, t.press);
  fill(ui, box, std::min(22.0f, h / 2),
       with_alpha(mix(ui.theme.tint, ui.theme.day_moderate, t.press), std::max(on, over)));
  if (!a.words) stroke(ui, box, h / 2, 1, ui.theme.edge);
  float left = a.words ? box.x + 8 : box.x + box.w / 2 - ui.sign(12);
  const bool signed_too = !a.words || a.sign != Icon::kClose;
  if (signed_too)
    icon(ui, done ? Icon::kCheck : a.sign, left + ui.sign(12), box.y + h / 2, ui.theme.action,
         a.words ? 22 : 24);
  if (a.words && signed_too) left += ui.sign(30);
  if (a.words)
    write_line(ui.draw, ui.type, Style::kBodyStrong, ui.theme.action, left,
               box.y + (h - ui.type.line(Style::kBodyStrong)) / 2, node.label);
  if (t.focused) focus_ring(ui, box, std::min(22.0f, h / 2), ui.theme.action);
}

// Paints what opens the list: how many marks there are, and a chevron.
void paint_count(Ui& ui, float right, float y, float h, bool low) {
  const int index = ui.tree.find("tray.list");
  if (index < 0) return;
  const app::Node& node = ui.tree.nodes()[static_cast<std::size_t>(index)];
  const std::string count = low ? std::to_string(ui.session.intake().marks.size()) : node.name;
  const float w = width(ui.type, Style::kBodyStrong, count) + 4 + ui.sign(24);
  const Touched t = press(ui, index, {right - w, y, w, h});
  fill(ui, {right - w - 10, y + (h - 44) / 2, w + 14, 44}, 22,
       with_alpha(ui.theme.tint, std::max(t.hover, t.press)));
  write_line(ui.draw, ui.type, Style::kBodyStrong, ui.theme.action, right - w,
             y + (h - ui.type.line(Style::kBodyStrong)) / 2, count);
  icon(ui, node.expanded == 1 ? Icon::kDown : Icon::kUp, right - ui.sign(10), y + h / 2,
       ui.theme.action, 22);
  if (t.focused)
    focus_ring(ui, {right - w - 10, y + (h - 44) / 2, w + 14, 44}, 22, ui.theme.action);
}

// Paints the open mark: which one it is, and how strong.
void paint_open_mark(Ui& ui, Column& c, const FootLayout& f, const Mark& mark) {
  const int row = ui.tree.find(mark_key(ui, mark, "mark."));
  if (row < 0) return;
  const app::Node& node = ui.tree.nodes()[static_cast<std::size_t>(row)];
  const float room = c.w - 40 - (ui.tree.find("tray.list") >= 0 ? count_width(ui, f.low) : 0);
  // The badge of a mark on the side that is not shown stands here; a touch shows that side.
  if (ui.tree.box(row).w <= 0) {
    const Touched t = press(ui, row, {c.x - 8, c.y, room + 40, f.name_h});
    wash(ui, {c.x - 8, c.y, room + 40, f.name_h}, 10, t);
    if (t.focused) focus_ring(ui, {c.x - 8, c.y + 2, room + 40, f.name_h - 4}, 10, ui.theme.action);
  }
  mark_badge(ui, c.x + kBadge / 2, c.y + f.name_h / 2, mark_number(ui, mark), mark.intensity,
             false);
  const float name_h = measure(ui.type, Style::kBodyStrong, node.label, room).h;
  write(ui.draw, ui.type, Style::kBodyStrong, ui.theme.ink, c.x + 40, c.y + (f.name_h - name_h) / 2,
        node.label, room);
  paint_count(ui, c.x + c.w, c.y, f.name_h, f.low);
  c.y += f.name_h;
  const Key slides = mark_key(ui, mark, "intensity.");
  if (by_steps(ui)) {
    Column steps = c;
    stepper(ui, steps, slides, f.slider_h - 16);
  } else {
    slider(ui, slides, {c.x, c.y, c.w, f.slider_h}, true);
    // A mark that is touched again on the figure shows where its intensity is set.
    const int openings = ui.session.shown().openings;
    const float rung = openings == 0 ? 1
                                     : ui.motion.follow({"foot.ring", static_cast<char>(openings)},
                                                        1, kRingSeconds, 0);
    const app::Node* value = ui.node(slides);
    if (rung < 1 && value) {
      const float x =
          c.x + 14 +
          (c.w - 28) * (value->value - value->minimum) / (value->maximum - value->minimum);
      ui.draw->AddCircle({x, c.y + 18}, 16 + 10 * rung,
                         with_alpha(ui.theme.coral, 0.8f * (1 - rung)), 0, 2.5f);
    }
  }
  c.y += f.slider_h + (f.low ? 4 : 6);
}

Action both_sides(const Key& key, bool words) { return {key, Icon::kMirror, words, false}; }

void paint_chooser(Ui& ui, Column& c) {
  const float heads = heads_width(ui), swatches = swatches_width(ui);
  const bool one_row = heads + 12 + swatches <= c.w;
  paint_heads(ui, c.x, c.y, {"body.female", "body.male"});
  const float y = one_row ? c.y : c.y + std::max(44.0f, ui.sign(44)) + 8;
  paint_swatches(ui, one_row ? c.x + c.w - swatches : c.x, y, "skin.");
  c.y += chooser_height(ui, c.w);
}

// Where there is no room for both choices, one button with the chosen head in its tone stands for
// them.
void paint_chooser_button(Ui& ui, float right, float y) {
  const int index = ui.tree.find("chooser.open");
  if (index < 0) return;
  const Rect box{right - kChooserWidth, y, kChooserWidth, 44};
  const Touched t = press(ui, index, box);
  hint(ui, index, t);
  fill(ui, box, 22, mix(ui.theme.surface, ui.theme.tint, std::max(t.hover, t.press)));
  stroke(ui, box, 22, 1, ui.theme.edge);
  icon(ui, ui.session.shown().female ? Icon::kFemaleHead : Icon::kMaleHead, box.x + box.w / 2 - 2,
       box.y + 22, ui.theme.ink, 30);
  swatch(ui, box.x + box.w - 6, box.y + 38, 7, ui.session.shown().tone);
  ui.draw->AddCircle({box.x + box.w - 6, box.y + 38}, 9, ui.theme.surface, 0, 2);
  if (t.focused) focus_ring(ui, box, 22, ui.theme.action);
}

void paint_empty(Ui& ui, Column& c, const FootLayout& f) {
  c.y += 20 - f.top;
  if (f.low) {
    Column words{c.x, c.y, c.w - kChooserWidth - 12};
    paragraph(ui, words, "hint", Style::kBody, ui.theme.ink_2, true);
    paint_chooser_button(ui, c.x + c.w, c.y - 6);
    c.y = words.y + 8;
    return;
  }
  paragraph(ui, c, "hint", Style::kLeadRegular, ui.theme.ink, true);
  c.space(16);
  paint_chooser(ui, c);
}

// Paints what lies above the main button, between c.y and `bottom`; it scrolls where that is too
// little.
void paint_upper(Ui& ui, Rect box, float margin, const FootLayout& f, const Mark* open,
                 Scroll& scroll) {
  const float needed = open ? f.top + f.marked_h : f.empty_h;
  const bool scrolls = needed > box.h + 0.5f && !ui.scroll;
  Column c = scrolls ? begin_scroll(ui, "foot.scroll", scroll, box, margin)
                     : Column{box.x + margin, box.y, box.w - 2 * margin};
  c.space(f.top);
  if (!open) {
    paint_empty(ui, c, f);
  } else {
    paint_open_mark(ui, c, f, *open);
    if (!f.low) {
      const Key mirror = mark_key(ui, *open, "mirror."), remove = mark_key(ui, *open, "remove.");
      const float row = f.stacked ? f.actions_h / 2 : f.actions_h;
      paint_action(ui, both_sides(mirror, true), c.x, c.y, row);
      paint_action(ui, {remove, Icon::kClose, true, true, row_shown(ui)}, c.x + c.w,
                   c.y + (f.stacked ? row : 0), row);
      c.space(f.actions_h + 8);
    }
  }
  if (scrolls) end_scroll(ui, c, 4, ui.theme.surface);
}

void paint_main_button(Ui& ui, Rect box, float margin, const FootLayout& f, const Mark* open) {
  const float x = box.x + margin, w = box.w - 2 * margin, bottom = box.y + box.h - f.bottom;
  if (!open)
    return button(ui, "continue", {x, bottom - f.none_h, w, f.none_h - (f.low ? 4 : 0)},
                  ButtonKind::kSecondary);
  float left = x;
  if (f.low) {
    const Key mirror = mark_key(ui, *open, "mirror."), remove = mark_key(ui, *open, "remove.");
    const float y = bottom - f.next_h + (f.next_h - 44) / 2;
    if (ui.node(mirror)) paint_action(ui, both_sides(mirror, false), left, y, 44), left += 52;
    paint_action(ui, {remove, Icon::kClose, false, false, row_shown(ui)}, left, y, 44);
    left += 52;
  }
  button(ui, "continue", {left, bottom - f.next_h, x + w - left, f.next_h}, ButtonKind::kPrimary);
}

}  // namespace

float intensity_height(const Ui& ui) {
  return by_steps(ui) ? 2 * ui.type.line(Style::kBodyStrong) + 28 : 44 + ui.type.line(Style::kNote);
}

float count_width(const Ui& ui, bool low) {
  if (ui.session.shown().two_panels) return 0;  // the list stands beside it
  const app::Node* list = ui.node("tray.list");
  return (low || !list ? ui.px(low ? 12 : 58) : width(ui.type, Style::kBodyStrong, list->name)) +
         4 + ui.sign(24) + 12;
}

void paint_foot(Ui& ui, Rect box, const FootLayout& f, Plate plate, float margin, Scroll& scroll) {
  const int region = ui.session.shown().open_mark;
  const Mark* open = region < 0 ? nullptr : ui.session.told().mark_of(region);
  // A foot that rises over the figure is a panel of its own, over the list and what lies under it.
  const bool own = plate == Plate::kRising && !ui.scroll;
  if (own) {
    begin_over(ui, "foot", box);
    ui.draw->PushClipRectFullScreen();
  }
  if (plate == Plate::kRising) rising_panel(ui, box, 24);
  if (plate == Plate::kCard) card(ui, box);
  const int first = ui.draw->VtxBuffer.Size;
  const float come = ui.motion.follow({"foot", 'm'}, open ? 1.0f : 0.0f, kFadeSeconds);
  const float above = box.h - f.bottom - (open ? f.next_h : f.none_h);
  paint_upper(ui, {box.x, box.y, box.w, above}, margin, f, open, scroll);
  paint_main_button(ui, box, margin, f, open);
  shift(ui.draw, first, 0, 0, open ? come : 1 - come);
  if (own) {
    ui.draw->PopClipRect();
    end_over(ui);
  }
}

void paint_mark_rows(Ui& ui, Column& c) {
  bool first = true;
  for (const Mark& mark : ui.session.intake().marks) {
    const int index = ui.tree.find(mark_key(ui, mark, "mark."));
    if (index < 0) continue;
    const app::Node& node = ui.tree.nodes()[static_cast<std::size_t>(index)];
    const float words_w = c.w - 40 - 44;
    const bool open = node.expanded == 1;
    const Style style = open ? Style::kBodyStrong : Style::kBody;
    const float name_h = measure(ui.type, style, node.label, words_w).h,
                told_h = measure(ui.type, Style::kNote, told_of(ui, mark), words_w).h;
    const float h = std::max(ui.px(kRow), name_h + told_h + ui.px(16));
    if (!std::exchange(first, false)) hairline(ui, c.x - 20, c.y, c.w + 40, ui.theme.line);
    const Touched t = press(ui, index, {c.x, c.y, c.w - 52, h});
    fill(ui, {c.x - 20, c.y, c.w + 40, h}, 0,
         with_alpha(ui.theme.tint, open ? 1 : std::max(t.hover, t.press)));
    mark_badge(ui, c.x + kBadge / 2, c.y + h / 2, mark_number(ui, mark), mark.intensity, false);
    const float top = c.y + (h - name_h - told_h) / 2;
    write(ui.draw, ui.type, style, ui.theme.ink, c.x + 40, top, node.label, words_w);
    Column told{c.x + 40, top + name_h, words_w};
    paragraph(ui, told, mark_key(ui, mark, "told."), Style::kNote, ui.theme.ink_2);
    icon_button(ui, mark_key(ui, mark, "remove."), Icon::kClose, c.x + c.w - 12, c.y + h / 2,
                ui.theme.ink_2);
    if (t.focused) focus_ring(ui, {c.x - 6, c.y + 3, c.w - 44, h - 6}, 10, ui.theme.action);
    c.y += h;
  }
}

void paint_list_head(Ui& ui, Column& c) {
  const float h = std::max(kListHead, ui.px(kListHead));
  Column words{c.x, c.y + (h - ui.type.line(Style::kLead)) / 2, c.w};
  paragraph(ui, words, "tray.count", Style::kLead, ui.theme.ink);
  icon_button(ui, "undo", Icon::kUndo, c.x + c.w - 60, c.y + h / 2, ui.theme.ink);
  icon_button(ui, "redo", Icon::kRedo, c.x + c.w - 12, c.y + h / 2, ui.theme.ink);
  c.y += h;
  hairline(ui, c.x - 20, c.y, c.w + 40, ui.theme.line);
}

// The drawer lies over the figure, from the top edge of the foot (or the stage's own foot) up;
// nothing under it moves.
void paint_mark_list(Ui& ui, Rect under, Rect stage, float bottom, Scroll& scroll) {
  const float out = ui.motion.follow({"tray.list", 'o'}, ui.session.shown().mark_list ? 1.0f : 0.0f,
                                     kOpenSeconds);
  if (!ui.session.shown().mark_list) return;
  begin_over(ui, "list.beside", under);
  fill(ui, under, 0, with_alpha(rgb(0x0F1613), 0.48f * out));
  ImGui::SetCursorScreenPos({under.x, under.y});
  if (ImGui::InvisibleButton("list.beside", {under.w, under.h}) ||
      ImGui::IsKeyPressed(ImGuiKey_Escape, false))
    ui.actions.push_back({app::Action::Kind::kMarkList, -1, 0});
  end_over(ui);
  const float margin = stage.w < 360 ? 16 : 20;
  const float head = kGrip + std::max(kListHead, ui.px(kListHead)),
              rows = std::min(scroll.content_px > 0 ? scroll.content_px : 1e9f,
                              ui.px(kRow) * kMostRows);
  const float most = bottom - stage.y - 44, h = std::min(head + rows, most) * out;
  const Rect box{stage.x, bottom - h, stage.w, h};
  begin_over(ui, "list", {box.x, box.y, box.w, h});
  ui.draw->PushClipRectFullScreen();
  rising_panel(ui, {box.x, box.y, box.w, h + 24}, 24);
  fill(ui, {box.x + box.w / 2 - 18, box.y + 8, 36, 4}, 2, ui.theme.edge);
  Column c{box.x + margin, box.y + kGrip, box.w - 2 * margin};
  paint_list_head(ui, c);
  ui.draw->PopClipRect();
  if (h > head) {
    Column list =
        begin_scroll(ui, "list.rows", scroll, {box.x, c.y, box.w, box.y + h - c.y}, margin);
    paint_mark_rows(ui, list);
    end_scroll(ui, list, 0, ui.theme.surface);
  }
  end_over(ui);
}

}  // namespace advisor::ui
