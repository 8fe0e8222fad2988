#pragma once

#include <span>

#include "body/fields/grid.h"

namespace advisor::body {

// What lies left of column 0.
enum class LeftEdge { kMirror, kNothing };

// How many cells of each row matter: beyond them everything is as it was and taken to be zero.
// Empty: all of them.
using Reach = std::span<const int>;

// Gaussian blur in place; outside the grid there is nothing (zero), except left of a mirror.
// `sigma_cells` from 0.3 to 12. Costs about (1 + 6 sigma) operations a cell, both directions
// vectorised.
void blur(Grid<float>& grid, float sigma_cells, LeftEdge left, Reach reach = {});

// Half the density: each cell is the mean of four. An odd last row or column is averaged with
// itself.
Grid<float> halve(const Grid<float>& grid);

// The first `width` values of row `y` of a grid `factor` times as dense as `grid` (2 or 4),
// linearly between cell centres, mirrored at column 0. At most 1024 values.
void expand_row_linear(const Grid<float>& grid, int factor, int y, float* out, int width);

// The same by Catmull-Rom for factor 2: its slope is continuous, as a surface that is lit needs it.
void expand_row_smooth(const Grid<float>& grid, int y, float* out, int width);

}  // namespace advisor::body
