#pragma once

#include <cstddef>
#include <vector>

namespace advisor::body {

// Numbers on a raster, row by row. Column 0 lies on the axis of the figure unless a function says
// otherwise: what is left of it is the mirror image of what is right of it.
template <typename T>
struct Grid {
  int width = 0, height = 0;
  std::vector<T> cells;

  Grid() = default;
  Grid(int w, int h, T value = T{})
      : width(w),
        height(h),
        cells(static_cast<std::size_t>(w) * static_cast<std::size_t>(h), value) {}

  T* row(int y) {
    return cells.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width);
  }
  const T* row(int y) const {
    return cells.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width);
  }
  bool empty() const { return cells.empty(); }
};

// A rectangle of cells, [x0, x1) x [y0, y1).
struct Box {
  int x0 = 0, y0 = 0, x1 = 0, y1 = 0;
  int width() const { return x1 - x0; }
  int height() const { return y1 - y0; }
};

}  // namespace advisor::body
