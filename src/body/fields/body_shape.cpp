#include "body/fields/body_shape.h"

#include <algorithm>
#include <cmath>

#include "body/fields/blur.h"
#include "body/fields/distance.h"

namespace advisor::body {
namespace {

constexpr float kFilletU = 1.6f;        // melts the joins between outlines, keeps fingers apart
constexpr float kOutlineRangeU = 8.0f;  // what eight bits of the texture hold

constexpr int kReachMarginU = 24;

// For each row the columns up to the last that is covered within the margin, and the margin.
std::vector<int> reach_of(const Grid<float>& cover) {
  std::vector<int> last(static_cast<std::size_t>(cover.height), 0), reach(last.size());
  for (int y = 0; y < cover.height; ++y) {
    const float* const row = cover.row(y);
    int x = cover.width;
    while (x > 0 && row[x - 1] <= 0) --x;
    last[static_cast<std::size_t>(y)] = x;
  }
  for (int y = 0; y < cover.height; ++y) {
    const int from = std::max(0, y - kReachMarginU),
              to = std::min(cover.height, y + kReachMarginU + 1);
    const int most = *std::max_element(last.begin() + from, last.begin() + to);
    reach[static_cast<std::size_t>(y)] =
        most == 0 ? 0 : std::min((most + kReachMarginU + 7) / 8 * 8, cover.width);
  }
  return reach;
}

// Half density, the far part of the distance: negative outside.
Grid<float> far_distance(const Grid<std::uint8_t>& inside, Reach reach) {
  constexpr int kCapCells = 6;
  Grid<std::uint8_t> outside(inside.width, inside.height);
  for (std::size_t i = 0; i < inside.cells.size(); ++i) outside.cells[i] = inside.cells[i] == 0;
  Grid<float> in = distance_to(outside, kCapCells, LeftEdge::kMirror, reach);
  const Grid<float> out = distance_to(inside, kCapCells, LeftEdge::kMirror, reach);
  // Between two centres lies the border: half a cell, which is one unit.
  for (std::size_t i = 0; i < in.cells.size(); ++i)
    in.cells[i] = 2 * (in.cells[i] - out.cells[i]) + (inside.cells[i] ? -1.0f : 1.0f);
  return in;
}

[[gnu::noinline]] void classify(std::uint8_t* inside, const float* cover, const std::uint8_t* inset,
                                int n) {
  for (int x = 0; x < n; ++x)
    inside[x] = cover[x] <= 0.5f ? BodyShape::kOutside
                : inset[x]       ? BodyShape::kInset
                                 : BodyShape::kBody;
}

// Near the outline the blurred mask tells the distance finer than a cell; farther away only
// counting cells does.
[[gnu::noinline]] void measure(float* row, const float* far, int n) {
  for (int x = 0; x < n; ++x) {
    const float far_u = std::clamp(far[x], -kOutlineRangeU, kOutlineRangeU);
    if (row[x] <= 0.004f || row[x] >= 0.996f) {
      row[x] = far_u;
      continue;
    }
    const float near_u = kFilletU * deviations_of_contrast(2 * row[x] - 1);
    row[x] = near_u + smooth_step(1.5f, 3.0f, std::abs(near_u)) * (far_u - near_u);
  }
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

  BodyShape shape;
  shape.reach = reach_of(cover);
  blur(cover, kFilletU, LeftEdge::kMirror, shape.reach);
  shape.inside = Grid<std::uint8_t>(raster.width, raster.height);
  for (int y = 0; y < raster.height; ++y)
    classify(shape.inside.row(y), cover.row(y), inset.row(y),
             shape.reach[static_cast<std::size_t>(y)]);
  shape.half_inside = Grid<std::uint8_t>((raster.width + 1) / 2, (raster.height + 1) / 2);
  for (int y = 0; y < shape.half_inside.height; ++y) {
    for (int x = 0; x < shape.half_inside.width; ++x)
      shape.half_inside.row(y)[x] = shape.inside.row(2 * y)[2 * x];
    const auto at = static_cast<std::size_t>(2 * y);
    shape.half_reach.push_back(
        (std::max(shape.reach[at], shape.reach[std::min(at + 1, shape.reach.size() - 1)]) + 1) / 2);
  }

  const Grid<float> far = far_distance(shape.half_inside, shape.half_reach);
  std::vector<float> far_row(static_cast<std::size_t>(raster.width));
  shape.outline_u = std::move(cover);
  for (int y = 0; y < raster.height; ++y) {
    const int reach = shape.reach[static_cast<std::size_t>(y)];
    float* const row = shape.outline_u.row(y);
    expand_row_linear(far, 2, y, far_row.data(), reach);
    measure(row, far_row.data(), reach);
    std::fill(row + reach, row + raster.width, -kOutlineRangeU);
  }
  return shape;
}

}  // namespace advisor::body
