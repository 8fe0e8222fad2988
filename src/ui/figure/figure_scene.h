#pragma once

#include <array>

#include "body/figure.h"
#include "ui/kit/ui.h"

namespace advisor::ui {

// What the renderer needs to draw the figure under the words; src/platform hands it on to
// src/body/gl.
struct FigureScene {
  body::View view = body::View::kFront;
  body::View turning_from = body::View::kFront;
  float turn = 1;  // 0 to 1 while it turns
  body::Framing framing;
  Rect clip;  // where it may be drawn; without a width, in the framing's stage
  std::array<float, body::kRegionCount> intensity{};  // 0 to 1
  int hovered = -1, focused = -1;
  Colour ground = 0;
  bool dark = false;
  int tone = 0;
};

// Gives the side of the figure that the session shows.
inline body::View shown_view(const app::Session& session) {
  return session.shown().back_view ? body::View::kBack : body::View::kFront;
}

}  // namespace advisor::ui
