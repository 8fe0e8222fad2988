#pragma once

#include "body/fields/raster.h"

namespace advisor::body {

// What is inside the figure's outline and how far everything is from it.
struct BodyShape {
  enum : std::uint8_t { kOutside = 0, kBody = 1, kInset = 2 };
  Grid<std::uint8_t> inside;  // one cell a unit
  Grid<float> outline_u;  // the same cells: distance to the outline, positive inside, within +-8
  Grid<std::uint8_t> half_inside;  // two units a cell
  // How many cells of each row the body and what is blurred around it take, at one and at two units
  // a cell. Legs are narrow: this halves the work of everything that follows.
  std::vector<int> reach, half_reach;
};

// The union of the silhouettes with the joins between them filleted.
BodyShape shape_of(const ViewAtlas& view);

// The share of a blend, 0..1, that belongs to `value` between two ends; smooth.
inline float smooth_step(float from, float to, float value) {
  float t = (value - from) / (to - from);
  t = t < 0 ? 0 : t > 1 ? 1 : t;
  return t * t * (3 - 2 * t);
}

}  // namespace advisor::body
