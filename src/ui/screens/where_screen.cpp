#include <imgui.h>

#include <algorithm>
#include <array>

#include "ui/figure/stage.h"
#include "ui/screens/screens.h"
#include "ui/screens/where_parts.h"

// Paints the first screen: the figure on its stage, and the foot under it, beside it, or in a panel
// of its own.
namespace advisor::ui {
namespace {

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
