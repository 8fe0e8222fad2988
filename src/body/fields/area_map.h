#pragma once

#include <array>

#include "body/fields/body_shape.h"

namespace advisor::body {

// Which area a place belongs to. The areas tile the body without gaps: each place takes the area
// whose blurred mask is strongest there, which also rounds the borders.
struct AreaMap {
  Grid<AreaCode> code;   // one cell a unit; also a few units beyond the outline, so that an edge
                         // that is blended has its area
  Grid<float> border_u;  // the same cells: distance to the nearest other area inside the body, at
                         // most 28; the axis counts for paired areas
  Grid<AreaCode> half_code;  // two units a cell, inside the outline only
  Grid<AreaCode>
      head;  // two units a cell: 1 where the relief is not toned down although it cannot be marked
};

class AreaMapBuilder {
 public:
  AreaMapBuilder(const ViewAtlas& view, const BodyShape& shape);
  bool step();  // a few milliseconds of work; true once done
  AreaMap take() { return std::move(map_); }

 private:
  void assign();
  void compete(AreaCode code);
  void measure();

  const ViewAtlas& view_;
  const BodyShape& shape_;
  AreaMap map_;
  Grid<AreaCode> rough_;                   // before smoothing
  std::array<Box, kAreaCount + 1> boxes_;  // of each area in rough_
  Grid<float> best_, second_;              // strengths
  Grid<AreaCode> second_code_;
  int next_ = -1;
};

}  // namespace advisor::body
