#pragma once

#include <cstdint>

#include "body/fields/blur.h"
#include "body/fields/grid.h"

namespace advisor::body {

// The distance from each cell's centre to that of the nearest cell that is not zero, in cells and
// at most `cap_cells` (up to 40). With a mirror, what lies left of column 0 is the mirror image.
// Exact; about 2 + cap operations a cell, vectorised.
Grid<float> distance_to(const Grid<std::uint8_t>& sources, int cap_cells, LeftEdge left,
                        Reach reach = {});

// Gives every cell within about `far_cells` of a cell with a known value the value of the nearest
// one; elsewhere it writes 0. `known` says which cells count. Near ties may fall to the second
// nearest.
void spread_nearest(Grid<std::uint8_t>& values, const Grid<std::uint8_t>& known, float far_cells,
                    Reach reach = {});

// The offset from a straight border, in standard deviations, at which a step blurred by a gaussian
// has the given contrast (its share on one side minus that on the other, -1..1). This turns a
// blurred mask into a distance finer than its cells.
float deviations_of_contrast(float contrast);

}  // namespace advisor::body
