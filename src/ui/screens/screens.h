#pragma once

#include "ui/figure/figure_view.h"

namespace advisor::ui {

inline constexpr float kSideSheetFrom = 768;  // px: a sheet then stands at the right edge

// The panels of the first screen that may scroll: all of it, the foot, the list of marks.
struct WhereScrolls {
  Scroll page, foot, list;
};

// The screens, each in its own source. They paint the nodes that src/app/tree_*.cpp authored.
void paint_bar(Ui& ui, Rect area);
void paint_where(Ui& ui, Rect area, FigureView& figure, WhereScrolls& scrolls);
void paint_figure_panel(Ui& ui, Rect area, FigureView& figure);
void paint_where_panel(Ui& ui, Rect area, WhereScrolls& scrolls);
// These are not inline, because on the web they come after the first frame
// (src/platform/web/later.txt).
[[gnu::noinline]] void paint_tell(Ui& ui, Rect area, Scroll& scroll);
[[gnu::noinline]] void paint_safety(Ui& ui, Rect area, Scroll& scroll);
[[gnu::noinline]] void paint_advice(Ui& ui, Rect area, Scroll& scroll);
[[gnu::noinline]] void paint_book(Ui& ui, Rect area, Scroll& scroll);
[[gnu::noinline]] void paint_alarm(Ui& ui, Rect area, Scroll& scroll);
[[gnu::noinline]] void paint_sheet(Ui& ui, Rect area, Scroll& scroll, float pulled_px);
void paint_menu(Ui& ui, Column& column);
void paint_chooser_choices(Ui& ui, Column& column);
void paint_start_over(Ui& ui, Column& column);
void paint_kiosk_cover(Ui& ui, Rect area, FigureView& figure, const app::Cover& cover);
// Paints a node of a sheet that is no plain line, and returns false for one that is.
bool paint_in_sheet(Ui& ui, Column& column, const app::Node& node);
// Paints a name, and at its right how strong is allowed; under it where it would be squeezed.
// Precondition: the node has a pressure.
void name_and_pressure(Ui& ui, Column& column, const app::Node& node);
void paint_calendar(Ui& ui, Column& column);
void paint_month(Ui& ui, Column& column);

}  // namespace advisor::ui
