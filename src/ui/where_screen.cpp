#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "ui/interface.h"
#include "ui/widgets.h"

// The figure, its captions and leaders, and the tray of marks.
namespace advisor::ui {
namespace {

constexpr std::array<std::string_view, 2> kViews{"view.front", "view.back"};

Key mark_key(const Ui& ui, const Mark& mark, std::string_view prefix) {
  return {prefix, ui.session.library().knowledge.regions[mark.region.value].id};
}

constexpr float kHead = 0.055f;     // half as wide and some air, of the stage's height
constexpr float kLowScreen = 520;   // px below the bar
constexpr float kZoomButton = 44, kZoomGap = 4;
constexpr float kLeastStage = 240;  // px that the figure keeps

constexpr float kRowEnds = 22 + 36;  // the dot before the name, the cross after it

// Where text is large, a stepper of two lines in its place.
bool by_steps(const Ui& ui) { return ui.type.scale >= 1.75f && ui.session.library().whole; }
float slider_height(const Ui& ui) { return by_steps(ui) ? 2 * ui.type.line(Style::kBodyStrong) + 28 : 44 + ui.px(30); }
// Beside the spine a touch may have meant either side, or both: there the mirror has words. 0 where they have no room.
float both_sides_width(const Ui& ui, const Mark& mark, float w) {
  const app::Node* node = body::meets_midline(body::area_of(mark.region.value)) ? ui.node(mark_key(ui, mark, "mirror.")) : nullptr;
  const float chip = node ? width(ui.type, Style::kBodyStrong, node->text) + 54 : 0;
  return w - chip - kRowEnds < ui.px(112) ? 0 : chip;
}

float name_width(const Ui& ui, const Mark& mark, bool open, float w) {
  const float chip = open ? both_sides_width(ui, mark, w) : 0;
  return chip > 0 ? w - chip - kRowEnds : w - 102;
}

// The row of a mark without its slider; a long name takes two lines. `w` is that of the tray's column.
float row_height(const Ui& ui, const Mark& mark, const app::Node& node, bool open, float w) {
  const float words = measure(ui.type, open ? Style::kBodyStrong : Style::kBody, node.text, name_width(ui, mark, open, w)).h;
  return std::max({44.0f, ui.px(open ? 44 : 52), words + ui.px(12)});
}

void both_sides(Ui& ui, std::string_view key, Rect box) {
  const int index = ui.tree.find(key);
  const Touched t = press(ui, index, box);
  const Rect pill{box.x, box.y + 4, box.w, box.h - 8};
  fill(ui, pill, pill.h / 2, mix(mix(ui.theme.surface, ui.theme.tint, t.hover), ui.theme.day_moderate, t.press));
  stroke(ui, pill, pill.h / 2, 1.5f, ui.theme.edge);
  icon(ui, Icon::kMirror, pill.x + 24, box.y + box.h / 2, ui.theme.action, 20);
  write_line(ui.draw, ui.type, Style::kBodyStrong, ui.theme.action, pill.x + 38, box.y + (box.h - ui.type.line(Style::kBodyStrong)) / 2,
             ui.tree.nodes()[static_cast<std::size_t>(index)].text);
  if (t.focused) focus_ring(ui, pill, pill.h / 2, ui.theme.action);
}

void paint_mark_row(Ui& ui, Column& c, const Mark& mark) {
  const bool open = ui.session.shown().open_mark == mark.region.value;
  const int row = ui.tree.find(mark_key(ui, mark, "mark."));
  if (row < 0) return;
  const app::Node& node = ui.tree.nodes()[static_cast<std::size_t>(row)];
  const float h = row_height(ui, mark, node, open, c.w), cy = c.y + h / 2;
  const float chip = open ? both_sides_width(ui, mark, c.w) : 0;
  const Touched t = press(ui, row, {c.x - 8, c.y, c.w - (chip > 0 ? chip + 36 : open ? 84 : 36), h});
  fill(ui, {c.x - 8, c.y + 2, c.w + 16, h - 4}, 10, with_alpha(ui.theme.tint, std::max(t.hover, t.press)));
  ui.draw->AddCircleFilled({c.x + 6, cy}, (6 + 0.6f * static_cast<float>(mark.intensity)) / 2, ui.theme.coral);
  const Style style = open ? Style::kBodyStrong : Style::kBody;
  const float name_w = name_width(ui, mark, open, c.w), name_h = measure(ui.type, style, node.text, name_w).h;
  write(ui.draw, ui.type, style, ui.theme.ink, c.x + 22, cy - name_h / 2, node.text, name_w);
  if (!open) {
    const std::string number = std::to_string(mark.intensity);
    write(ui.draw, ui.type, Style::kBodyStrong, ui.theme.coral_text, c.x + c.w - 80, cy - ui.type.line(Style::kBodyStrong) / 2, number, 40, Align::kCentre);
  }
  if (chip > 0) both_sides(ui, mark_key(ui, mark, "mirror."), {c.x + c.w - 32 - chip, cy - 22, chip, 44});
  else if (open) icon_button(ui, mark_key(ui, mark, "mirror."), Icon::kMirror, c.x + c.w - 58, cy, ui.theme.ink_2);
  icon_button(ui, mark_key(ui, mark, "remove."), Icon::kClose, c.x + c.w - 10, cy, ui.theme.ink_2);
  if (t.focused) focus_ring(ui, {c.x - 8, c.y + 4, c.w - 36, h - 8}, 10, ui.theme.action);
  c.y += h;
  Opening below(ui, c, node.key, 'o', open);
  if (open) {
    Column steps = c;
    if (by_steps(ui)) stepper(ui, steps, mark_key(ui, mark, "intensity."), slider_height(ui) - 16);
    else slider(ui, mark_key(ui, mark, "intensity."), {c.x, c.y, c.w, slider_height(ui)}, true);
    below.in.y += slider_height(ui);
  }
  below.close(c);
}

void paint_tray_rows(Ui& ui, Column& c) {
  bool first = true;
  for (const Mark& mark : ui.session.intake().marks) {
    if (!first) hairline(ui, c.x, c.y, c.w, ui.theme.line);
    first = false;
    paint_mark_row(ui, c, mark);
  }
}

float rows_height(const Ui& ui, float w) {
  float h = 0;
  for (const Mark& mark : ui.session.intake().marks) {
    const bool open = ui.session.shown().open_mark == mark.region.value;
    if (const app::Node* node = ui.node(mark_key(ui, mark, "mark."))) h += row_height(ui, mark, *node, open, w) + (open ? slider_height(ui) : 0);
  }
  return h;
}

float frame_width(const Ui& ui) {
  const app::Node* node = ui.node("frame");
  return node ? width(ui.type, Style::kBody, node->name) + 32 + ui.sign(24) : 0;
}

// On both sides of the head, where the body leaves room in every view (the soles stand beside the feet).
void paint_view_controls(Ui& ui, Rect stage, float margin) {
  const float h = std::max(44.0f, ui.px(44));
  const float y = stage.y + (controls_in_two_rows(ui, stage.w, margin) ? h + 8 : 0);
  Column left{stage.x + margin, stage.y, stage.w - 2 * margin};
  segmented(ui, left, kViews, segmented_width(ui, kViews));
  const int index = ui.tree.find("frame");
  if (index < 0) return;
  const app::Node& node = ui.tree.nodes()[static_cast<std::size_t>(index)];
  const float w = frame_width(ui);
  const Rect box{stage.x + stage.w - margin - w, y, w, h};
  const Touched t = press(ui, index, box);
  fill(ui, box, h / 2, mix(ui.theme.surface, ui.theme.tint, std::max(t.hover, t.press)));
  stroke(ui, box, h / 2, 1, ui.theme.edge);
  icon(ui, Icon::kLegs, box.x + 12 + ui.sign(12), box.y + h / 2, ui.theme.ink);
  write_line(ui.draw, ui.type, Style::kBody, ui.theme.ink, box.x + 18 + ui.sign(24), box.y + (h - ui.type.line(Style::kBody)) / 2, node.name);
  if (t.focused) focus_ring(ui, box, h / 2, ui.theme.action);
}

void paint_zoom(Ui& ui, Rect stage, float margin) {
  const Rect zoom = zoom_corner(ui, stage, margin);
  if (zoom.w <= 0) return;
  const bool stacked = zoom.h > zoom.w;
  float x = zoom.x + zoom.w - kZoomButton / 2, cy = zoom.y + zoom.h - kZoomButton / 2;
  for (const auto& [key, which] : {std::pair{"zoom.out", Icon::kMinus}, {"zoom.in", Icon::kPlus}}) {
    fill(ui, {x - 20, cy - 20, 40, 40}, 20, ui.theme.surface);
    stroke(ui, {x - 20, cy - 20, 40, 40}, 20, 1, ui.theme.line);
    icon_button(ui, key, which, x, cy, ui.theme.ink);
    (stacked ? cy : x) -= kZoomButton + kZoomGap;
  }
}

// The controls lie on top and are asked first: where both are, a touch is theirs.
void paint_stage(Ui& ui, Rect stage, FigureView& f, float margin, float above = 0) {
  ui.splitter.Split(ui.draw, 2);
  ui.splitter.SetCurrentChannel(ui.draw, 1);
  if (!ui.scroll) paint_view_controls(ui, {stage.x, stage.y - above, stage.w, stage.h}, margin);
  paint_zoom(ui, stage, margin);
  ui.splitter.SetCurrentChannel(ui.draw, 0);
  f.paint(ui, stage, margin);
  ui.splitter.Merge(ui.draw);
}

// The open row and its slider, or 0 when none is open.
float open_row_height(const Ui& ui, float w) {
  const int open = ui.session.shown().open_mark;
  const Mark* mark = open < 0 ? nullptr : ui.session.mark_of(open);
  const app::Node* node = mark ? ui.node(mark_key(ui, *mark, "mark.")) : nullptr;
  return node ? row_height(ui, *mark, *node, true, w) + slider_height(ui) : 0;
}

// Of the title and of a figure that can still be touched.
float least_height(const Ui& ui, float area_w, float margin) {
  const float w = area_w - 2 * margin;
  const app::Node *title = ui.node("screen.title"), *hint = ui.node("hint");
  return 12 + (controls_in_two_rows(ui, area_w, margin) ? 2 * std::max(44.0f, ui.px(44)) : 0) + (title ? measure(ui.type, Style::kTitle, title->name, w).h : 0) + (hint ? measure(ui.type, Style::kBody, hint->name, w).h : 0) + kLeastStage;
}

float tray_head(const Ui& ui, bool low) { return ui.px(low ? 44 : 52); }

// Of the words and the tray beside the figure of a low screen.
float least_beside(const Ui& ui, float area_w, float margin, bool marked) {
  const float w = area_w - 2 * margin, words = least_height(ui, area_w, margin) - kLeastStage;
  return words + button_height(ui, "continue", w) + 36 + (marked ? tray_head(ui, true) + ui.px(52) : 0);  // the tray scrolls
}

void paint_tray_head(Ui& ui, float x, float y, float w, float head) {
  Column t{x, y + (head - ui.type.line(Style::kBodyStrong)) / 2, w};
  paragraph(ui, t, "tray.count", Style::kBodyStrong, ui.theme.ink);
  icon_button(ui, "undo", Icon::kUndo, x + w - 58, y + head / 2, ui.theme.ink);
  icon_button(ui, "redo", Icon::kRedo, x + w - 10, y + head / 2, ui.theme.ink);
  hairline(ui, x, y + head, w, ui.theme.line);
}

// Where large text leaves the figure no room, all of it scrolls, the main step as well.
void paint_long_where(Ui& ui, Rect area, FigureView& f, Scroll& scroll, float margin) {
  const bool marked = !ui.session.intake().marks.empty();
  Column c = begin_scroll(ui, "where", scroll, area, margin);
  c.space(4);
  paragraph(ui, c, "screen.title", Style::kTitle, ui.theme.ink);
  paragraph(ui, c, "hint", Style::kBody, ui.theme.ink_2, true);
  c.space(8);
  paint_view_controls(ui, {area.x, c.y, area.w, 0}, margin);
  c.space(std::max(44.0f, ui.px(44)) * (controls_in_two_rows(ui, area.w, margin) ? 2 : 1) + 16);
  const Rect stage{area.x, c.y, area.w, std::clamp(area.h * 0.62f, 280.0f, 460.0f)};
  paint_stage(ui, stage, f, margin);
  c.space(stage.h + 16);
  if (marked) {
    const float button_h = button_height(ui, "continue", c.w), rows = rows_height(ui, c.w);
    rising_panel(ui, {area.x, c.y, area.w, ui.px(52) + rows + button_h + 160}, 24);
    paint_tray_head(ui, c.x, c.y, c.w, tray_head(ui, false));
    c.space(tray_head(ui, false));
    paint_tray_rows(ui, c);
    c.space(12);
  }
  const float h = button_height(ui, "continue", c.w);
  button(ui, "continue", {c.x, c.y, c.w, h}, marked ? ButtonKind::kPrimary : ButtonKind::kSecondary);
  c.space(h);
  end_scroll(ui, c, 24, marked ? 0 : ui.theme.paper);
}

void paint_tray(Ui& ui, Rect area, float head, float rows, float margin, Scroll& tray) {
  const float x = area.x + margin, w = area.w - 2 * margin;
  rising_panel(ui, area, 24);
  paint_tray_head(ui, x, area.y, w, head);
  Column list = begin_scroll(ui, "tray", tray, {area.x, area.y + head, area.w, rows}, margin);
  paint_tray_rows(ui, list);
  end_scroll(ui, list, 0);
}

}  // namespace

bool controls_in_two_rows(const Ui& ui, float stage_w, float margin) {
  return segmented_width(ui, kViews) + 12 + frame_width(ui) > stage_w - 2 * margin;
}

// Fingers pinch; a mouse has these, and so has whoever is closer and wants to go back.
Rect zoom_corner(const Ui& ui, Rect stage, float margin) {
  if (!ui.settings.can_hover && !ui.session.shown().zoomed) return {};
  // A stage that the text has left too low for them has the keys, the wheel and the framing beside it.
  if (stage.h < controls_height(ui, stage.w, margin) + kZoomButton + 8) return {};
  constexpr float kLong = 2 * kZoomButton + kZoomGap;
  const bool stacked = stage.h > controls_height(ui, stage.w, margin) + 2 * ui.type.line(Style::kNote) + kLong;
  const float w = stacked ? kZoomButton : kLong, h = stacked ? kLong : kZoomButton;
  return {stage.x + stage.w - margin - w, stage.y + stage.h - h - 4, w, h};
}

float controls_height(const Ui& ui, float stage_w, float margin) {
  if (ui.scroll || ui.controls_above) return 0;
  const float row = std::max(44.0f, ui.px(44));
  return controls_in_two_rows(ui, stage_w, margin) ? 2 * row + 8 : row;
}

void paint_where(Ui& ui, Rect area, FigureView& f, Scroll& tray) {
  const float margin = area.w < 360 ? 16 : 20;
  const bool marked = !ui.session.intake().marks.empty();
  // A low screen (a phone on its side) has the figure at the left and everything else at the right.
  const bool side_by_side = area.h < kLowScreen && area.w > area.h && least_beside(ui, area.w / 2, margin, marked) <= area.h;
  const Rect words = side_by_side ? Rect{area.x + area.w / 2, area.y, area.w / 2, area.h} : area;
  Column c{words.x + margin, words.y + 4, words.w - 2 * margin};
  const float button_h = button_height(ui, "continue", c.w), bottom = area.y + area.h;
  const float head = tray_head(ui, side_by_side), foot = button_h + (side_by_side ? 24 : 36), under = side_by_side ? 12 : 24;
  if (!side_by_side && least_height(ui, area.w, margin) + (marked ? head + open_row_height(ui, c.w) : 0) + foot > area.h) return paint_long_where(ui, area, f, tray, margin);
  paragraph(ui, c, "screen.title", Style::kTitle, ui.theme.ink);
  paragraph(ui, c, "hint", Style::kBody, ui.theme.ink_2, true);
  // The tray takes what its rows need, shows its open one whole, and leaves the figure the larger half.
  const float below = bottom - c.y - head - foot - (side_by_side ? 8 : 0);
  const float room = side_by_side ? below : std::max(area.h * 0.47f - head - foot, std::min(open_row_height(ui, c.w), below - kLeastStage));
  const float rows = marked ? std::min(rows_height(ui, c.w), std::max(ui.px(52), room)) : 0;
  // The tray rises as it is needed, and the figure makes room.
  const float top = ui.motion.follow({"tray", 't'}, marked ? bottom - head - rows - foot : bottom - under - button_h, kOpenSeconds);
  Rect stage = side_by_side ? Rect{area.x, area.y, area.w / 2, area.h - 12} : Rect{area.x, c.y + 8, area.w, top - (marked ? 20 : 16) - c.y};
  // The head stands between the controls; where they leave it no room, it begins below them.
  const float controls = controls_height(ui, stage.w, margin);
  ui.controls_above = stage.w / 2 - margin - std::max(segmented_width(ui, kViews), frame_width(ui)) < kHead * stage.h;
  const float above = ui.controls_above ? controls : 0;
  stage.y += above, stage.h -= above;
  paint_stage(ui, stage, f, margin, above);
  if (marked) paint_tray(ui, {words.x, top, words.w, bottom - top}, head, rows, margin, tray);
  button(ui, "continue", {c.x, bottom - under - button_h, c.w, button_h}, marked ? ButtonKind::kPrimary : ButtonKind::kSecondary);
  if (side_by_side) ui.bar_left = words.x, ui.bar_top = bottom;  // a toast stands over the figure
  else if (marked) ui.bar_top = std::min(ui.bar_top, top);
}

void paint_figure_panel(Ui& ui, Rect area, FigureView& f, Scroll& tray) {
  const float margin = 32, bar = ui.px(64);
  Column c{area.x + margin, area.y + (bar - ui.type.line(Style::kLead)) / 2, area.w - 2 * margin};
  paragraph(ui, c, ui.node("where.title") ? "where.title" : "screen.title", Style::kLead, ui.theme.ink);
  const bool marked = !ui.session.intake().marks.empty();
  icon_button(ui, "undo", Icon::kUndo, area.x + area.w - margin - 56, area.y + bar / 2, ui.theme.ink);
  icon_button(ui, "redo", Icon::kRedo, area.x + area.w - margin - 10, area.y + bar / 2, ui.theme.ink);
  const float rows = marked ? std::min(rows_height(ui, area.w - 88), area.h * 0.34f) : 0;
  const float card_h = marked ? rows + 16 : 0;
  const float top = area.y + area.h - card_h - (marked ? 24 : 8);
  const Rect stage{area.x, area.y + bar, area.w, top - 12 - area.y - bar};
  paint_stage(ui, stage, f, margin);
  if (!marked) return;
  card(ui, {area.x + 24, top, area.w - 48, card_h});
  Column list = begin_scroll(ui, "tray", tray, {area.x + 24, top + 8, area.w - 48, rows}, 20);
  paint_tray_rows(ui, list);
  end_scroll(ui, list, 0);
}

void paint_welcome(Ui& ui, Rect area) {
  const float margin = 32;
  Column c{area.x + margin, area.y + area.h * 0.26f, std::min(480.0f, area.w - 2 * margin)};
  paragraph(ui, c, "welcome", Style::kVerdict, ui.theme.ink);
  c.space(12);
  paragraph(ui, c, "hint", Style::kLeadRegular, ui.theme.ink_2);
  c.space(28);
  const float h = button_height(ui, "continue", c.w);
  button(ui, "continue", {c.x, c.y, c.w, h}, ButtonKind::kSecondary);
}

}  // namespace advisor::ui
