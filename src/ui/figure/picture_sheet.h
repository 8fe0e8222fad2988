#pragma once

#include <array>

#include "ui/figure/figure_view.h"

namespace advisor::ui {

// The marked figure for saving and printing: both views on one sheet of paper, each mark numbered
// and said in words.
struct PictureSheet {
  static constexpr float kDensity = 2;
  float width_px = 816,
        height_px = 1056;  // US Letter at 96 px to the inch; longer when there are many marks
  std::array<FigureScene, 2> views;  // drawn under the words
};

// Writes the words into an empty draw list. Light whatever the theme, so that it prints well.
// Precondition: both views of the figure are ready.
PictureSheet paint_picture_sheet(const app::Session& session, const body::Figure& figure, Type type,
                                 ImDrawList* draw);

}  // namespace advisor::ui
