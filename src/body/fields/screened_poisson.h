#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "body/fields/grid.h"

namespace advisor::body {

// Solves  -laplace(U) + U / plateau^2 = 1  inside every label, U = 0 where a label ends; free
// (mirrored) at column 0. sqrt(2 U) is then an exact semicircle across a strip and levels out at
// sqrt(2) * plateau in wide ones: a rounded height without the ridges that a distance transform has
// along the middle.
class ScreenedPoisson {
 public:
  // One density: how often each cell is relaxed. From the finest level to the coarsest.
  static constexpr int kLevels = 6;
  using Sweeps = std::array<int, kLevels>;

  // Label 0 is the outside. `plateau_u` holds one length per label, in cells of `labels`.
  ScreenedPoisson(const Grid<std::uint8_t>& labels, std::vector<float> plateau_cells,
                  const Sweeps& sweeps);

  // Does one density, coarse ones first; true once the finest is done.
  bool step();

  // The solution, in squared cells; only after step() has said true.
  Grid<float> take() { return std::move(solution_); }

 private:
  std::vector<float> plateau_cells_;
  Sweeps sweeps_;
  std::array<Grid<std::uint8_t>, kLevels> labels_;
  Grid<float> solution_;
  int level_ = kLevels;
};

}  // namespace advisor::body
