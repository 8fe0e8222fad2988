#include <imgui.h>

#include <algorithm>
#include <array>

#include "ui/interface.h"
#include "ui/where_parts.h"

// Paints the first screen: the figure on its stage, and the foot under it, beside it, or in a panel
// of its own.
namespace advisor::ui {
namespace {

constexpr std::array<std::string_view, 2> kViews{"view.front", "view.back"};
constexpr float kZoomButton = 44, kZoomGap = 4;

float frame_width(const Ui& ui) {
  const app::Node* node = ui.node("frame");
  return node ? width(ui.type, Style::kBody, node->name) + 32 + ui.sign(24) : 0;
}

// The controls stand on both sides of the head, where the body leaves room in every view (the soles
// stand beside the feet).
void paint_view_controls(Ui& ui, const StageLayout& stage) {
  const float h = std::max(44.0f, ui.px(44)), right = stage.area.x + stage.area.w - stage.margin;
  Column left{stage.area.x + stage.margin, stage.controls_y, stage.area.w - 2 * stage.margin};
  segmented(ui, left, kViews, segmented_width(ui, kViews));
  const int index = ui.tree.find("frame");
  if (index < 0) return;
  const app::Node& node = ui.tree.nodes()[static_cast<std::size_t>(index)];
  const float w = frame_width(ui);
  const Rect box{right - w, stage.controls_y + (stage.two_rows ? h + 8 : 0), w, h};
  const Touched t = press(ui, index, box);
  fill(ui, box, h / 2, mix(ui.theme.surface, ui.theme.tint, std::max(t.hover, t.press)));
  stroke(ui, box, h / 2, 1, ui.theme.edge);
  icon(ui, node.action.value == 1 ? Icon::kLegs : Icon::kWholeBody, box.x + 12 + ui.sign(12),
       box.y + h / 2, ui.theme.ink);
  write_line(ui.draw, ui.type, Style::kBody, ui.theme.ink, box.x + 18 + ui.sign(24),
             box.y + (h - ui.type.line(Style::kBody)) / 2, node.name);
  if (t.focused) focus_ring(ui, box, h / 2, ui.theme.action);
}

void paint_zoom(Ui& ui, const StageLayout& stage) {
  const Rect zoom = zoom_corner(ui, stage);
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

// The controls lie on top and are asked first, so a touch on both is theirs.
void paint_stage(Ui& ui, const StageLayout& stage, FigureView& f) {
  ui.splitter.Split(ui.draw, 2);
  ui.splitter.SetCurrentChannel(ui.draw, 1);
  paint_view_controls(ui, stage);
  paint_zoom(ui, stage);
  ui.splitter.SetCurrentChannel(ui.draw, 0);
  f.paint(ui, stage);
  ui.splitter.Merge(ui.draw);
}

void paint_title(Ui& ui, const WhereLayout& l) {
  Column c{l.title.x, l.title.y, l.title.w};
  paragraph(ui, c, "screen.title", l.low_title ? Style::kLead : Style::kTitle, ui.theme.ink);
}

// Where large text leaves the figure no room, the whole screen scrolls, the main step as well; a
// mark still moves nothing.
void paint_long_where(Ui& ui, const WhereLayout& l, Rect area, FigureView& f, Scroll& scroll) {
  const float margin = l.stage.margin;
  Column c = begin_scroll(ui, "where", scroll, area, margin);
  c.space(4);
  paragraph(ui, c, "screen.title", l.low_title ? Style::kLead : Style::kTitle, ui.theme.ink);
  c.space(8);
  StageLayout stage = l.stage;
  stage.controls_y = c.y;
  stage.sides_y = c.y + stage.controls_h + 8;
  const float body_y = c.y + stage.controls_h + 4,
              body_h = std::clamp(area.h * 0.62f, 280.0f, 460.0f);
  stage.fit = {area.x, body_y, area.w, body_h};
  stage.area = {area.x, c.y, area.w, body_y + body_h + 12 - c.y};
  paint_stage(ui, stage, f);
  c.y = stage.area.y + stage.area.h;
  const float h = l.foot_parts.height();
  paint_foot(ui, {area.x, c.y, area.w, h}, l.foot_parts, Plate::kRising, margin, scroll);
  c.space(h);
  end_scroll(ui, c, 0);
}

}  // namespace

float view_controls_width(const Ui& ui) {
  return segmented_width(ui, kViews) + 12 + frame_width(ui);
}
float widest_view_control(const Ui& ui) {
  return std::max(segmented_width(ui, kViews), frame_width(ui));
}

// A person with a mouse has these buttons, and so has whoever is closer and wants to go back.
Rect zoom_corner(const Ui& ui, const StageLayout& stage) {
  if (!ui.session.shown().zoomed) return {};
  constexpr float kLong = 2 * kZoomButton + kZoomGap;
  const float top = stage.sides_y + ui.type.line(Style::kNote),
              bottom = stage.area.y + stage.area.h - 8;
  // A stage that large text has left too low for the buttons still has the keys, the wheel and the
  // framing beside it.
  if (bottom - top < kZoomButton) return {};
  const bool stacked = bottom - top > kLong + 2 * ui.type.line(Style::kNote);
  const float w = stacked ? kZoomButton : kLong, h = stacked ? kLong : kZoomButton;
  return {stage.area.x + stage.area.w - stage.margin - w, bottom - h, w, h};
}

void paint_where(Ui& ui, Rect area, FigureView& f, WhereScrolls& scrolls) {
  const WhereLayout l = where_layout(ui, area.w, area.h);
  const auto bar = [&] {
    begin_over(ui, "bar", l.bar);
    if (l.scrolls) fill(ui, l.bar, 0, ui.theme.paper);
    paint_bar(ui, l.bar);
    end_over(ui);
  };
  if (l.scrolls) {
    paint_long_where(ui, l, {area.x, area.y + l.bar.h, area.w, area.h - l.bar.h}, f, scrolls.page);
    bar();
    return paint_mark_list(ui, area, area, area.y + area.h, scrolls.list);
  }
  if (l.beside) {
    fill(ui, {l.bar.x, 0, l.bar.w, area.h}, 0, ui.theme.surface);
    fill(ui, {l.bar.x, 0, 1, area.h}, 0, ui.theme.line);
  }
  paint_title(ui, l);
  paint_stage(ui, l.stage, f);
  bar();
  const float list_bottom = l.beside ? area.y + area.h : l.foot.y;
  paint_mark_list(ui, l.beside ? l.stage.area : Rect{area.x, area.y, area.w, l.foot.y + 24},
                  l.stage.area, list_bottom, scrolls.list);
  paint_foot(ui, l.foot, l.foot_parts, l.beside ? Plate::kNone : Plate::kRising,
             l.beside ? 20 : l.stage.margin, scrolls.foot);
  if (l.beside)
    ui.bar_left = l.bar.x, ui.bar_top = area.h;  // a toast stands over the figure
  else
    ui.bar_top = std::min(ui.bar_top, l.foot.y);
}

void paint_figure_panel(Ui& ui, Rect area, FigureView& f) {
  paint_stage(ui, panel_stage(ui, area), f);
}

// Paints what stands beside the figure: the question, the foot as a card, and all marks under it.
void paint_where_panel(Ui& ui, Rect area, WhereScrolls& scrolls) {
  const float margin = area.w < 700 ? 20 : 32, inner = 24;
  Column c{area.x + margin, area.y + 32, std::min(480.0f, area.w - 2 * margin)};
  paragraph(ui, c, "screen.title", Style::kVerdict, ui.theme.ink);
  c.space(4);
  Column words{c.x, c.y, area.w - 2 * margin};
  paragraph(ui, words, "where.then", Style::kLeadRegular, ui.theme.ink_2);
  c.y = words.y + 24;
  const FootLayout f = foot_layout(ui, c.w - 2 * inner, false);
  const Rect foot{c.x, c.y, c.w, std::min(f.height(), area.y + area.h - c.y - 16)};
  paint_foot(ui, foot, f, Plate::kCard, inner, scrolls.foot);
  c.y = foot.y + foot.h + 24;
  if (ui.session.intake().marks.size() < 2) return;
  const float room = area.y + area.h - c.y;
  if (room < 120) return;
  Column list = begin_scroll(ui, "list.rows", scrolls.list, {c.x - 12, c.y, c.w + 24, room}, 12);
  paint_list_head(ui, list);
  paint_mark_rows(ui, list);
  end_scroll(ui, list, 16, ui.theme.surface);
}

}  // namespace advisor::ui
