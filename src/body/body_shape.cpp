#include "body/body_shape.h"

#include <algorithm>
#include <cmath>

#include "body/blur.h"
#include "body/distance.h"

namespace advisor::body {
namespace {

constexpr float kFilletU = 1.6f;       // melts the joins between outlines, keeps fingers apart
constexpr float kOutlineRangeU = 8.0f;  // what eight bits of the texture hold

// Half density, the far part of the distance: negative outside.
Grid<float> far_distance(const Grid<std::uint8_t>& inside) {
  constexpr int kCapCells = 6;
  Grid<std::uint8_t> outside(inside.width, inside.height);
  for (std::size_t i = 0; i < inside.cells.size(); ++i) outside.cells[i] = inside.cells[i] == 0;
  Grid<float> in = distance_to(outside, kCapCells, LeftEdge::kMirror);
  const Grid<float> out = distance_to(inside, kCapCells, LeftEdge::kMirror);
  // Between two centres lies the border: half a cell, which is one unit.
  for (std::size_t i = 0; i < in.cells.size(); ++i) in.cells[i] = 2 * (in.cells[i] - out.cells[i]) + (inside.cells[i] ? -1.0f : 1.0f);
  return in;
}

}  // namespace

BodyShape shape_of(const ViewAtlas& view) {
  const Raster raster = raster_of(view, 1);
  Grid<float> cover(raster.width, raster.height);
  Grid<std::uint8_t> inset(raster.width, raster.height);
  for (const Outline& outline : view.outlines) {
    if (outline.layer != Layer::kSilhouette && outline.layer != Layer::kInset) continue;
    const Box box = box_of(outline, raster, 1);
    const Grid<float> part = coverage(outline, raster, box);
    for (int y = 0; y < part.height; ++y) {
      float* const row = cover.row(box.y0 + y) + box.x0;
      for (int x = 0; x < part.width; ++x) row[x] = std::max(row[x], part.row(y)[x]);
      if (outline.layer == Layer::kInset)
        for (int x = 0; x < part.width; ++x)
          if (part.row(y)[x] > 0.02f) inset.row(box.y0 + y)[box.x0 + x] = 1;
    }
  }
  blur(cover, kFilletU, LeftEdge::kMirror);

  BodyShape shape;
  shape.inside = Grid<std::uint8_t>(raster.width, raster.height);
  for (std::size_t i = 0; i < cover.cells.size(); ++i)
    if (cover.cells[i] > 0.5f) shape.inside.cells[i] = inset.cells[i] ? BodyShape::kInset : BodyShape::kBody;
  shape.half_inside = Grid<std::uint8_t>((raster.width + 1) / 2, (raster.height + 1) / 2);
  for (int y = 0; y < shape.half_inside.height; ++y)
    for (int x = 0; x < shape.half_inside.width; ++x) shape.half_inside.row(y)[x] = shape.inside.row(2 * y)[2 * x];

  // Near the outline the blurred mask tells the distance finer than a cell; farther away only counting cells does.
  const Grid<float> far = far_distance(shape.half_inside);
  std::vector<float> far_row(static_cast<std::size_t>(raster.width));
  shape.outline_u = std::move(cover);
  for (int y = 0; y < raster.height; ++y) {
    float* const row = shape.outline_u.row(y);
    expand_row_linear(far, 2, y, far_row.data(), raster.width);
    for (int x = 0; x < raster.width; ++x) {
      const float near_u = kFilletU * deviations_of_contrast(2 * row[x] - 1);
      const float far_u = std::clamp(far_row[static_cast<std::size_t>(x)], -kOutlineRangeU, kOutlineRangeU);
      row[x] = near_u + smooth_step(1.5f, 3.0f, std::abs(near_u)) * (far_u - near_u);
    }
  }
  return shape;
}

}  // namespace advisor::body
