#pragma once

#include <type_traits>

#include "body/atlas/atlas.h"
#include "body/fields/grid.h"

namespace advisor::body {

// Where a raster lies on the figure: cell (0, 0) begins at (0, top_u).
struct Raster {
  int width = 0, height = 0;
  float top_u = 0;
  float cells_per_u = 1;
};

// A raster for a view with the given density. The whole drawing is covered.
Raster raster_of(const ViewAtlas& view, float cells_per_u);

// The cells that an outline may touch, grown by `margin` cells and cut to the raster.
Box box_of(const Outline& outline, const Raster& raster, int margin);

// The part of each cell that the outline covers, 0..1, for the cells of `box` only; the result has
// the size of the box.
Grid<float> coverage(const Outline& outline, const Raster& raster, const Box& box);

// Calls put(y, x_begin, x_end) for each run of cells whose centres lie inside one of the contours.
// Runs of different contours may overlap.
using PutRun = void (*)(void* context, int y, int x_begin, int x_end);
void for_each_run(const Outline& outline, const Raster& raster, PutRun put, void* context);

// The same for a callable put(y, x_begin, x_end).
template <typename Put>
void fill(const Outline& outline, const Raster& raster, Put&& put) {
  for_each_run(
      outline, raster,
      [](void* context, int y, int begin, int end) {
        (*static_cast<std::remove_reference_t<Put>*>(context))(y, begin, end);
      },
      static_cast<void*>(&put));
}

}  // namespace advisor::body
