#pragma once

#include "ui/figure/figure_view.h"
#include "ui/kit/widgets.h"

// The figure's stage: the figure, and the controls that stand around it.
namespace advisor::ui {

// Paints the figure, and over it the choice of front or back and of the framing.
void paint_stage(Ui& ui, const StageLayout& stage, FigureView& figure);

// These two say how wide the controls are beside each other, and how wide the wider one is.
float view_controls_width(const Ui& ui);
float widest_view_control(const Ui& ui);
// The corner of the zoom buttons, one over the other or, on a low stage, side by side; empty while
// the whole body is in sight.
Rect zoom_corner(const Ui& ui, const StageLayout& stage);

}  // namespace advisor::ui
