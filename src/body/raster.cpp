#include "body/raster.h"

#include <algorithm>
#include <cmath>

namespace advisor::body {
namespace {

// The places where a horizontal line crosses a closed contour, sorted; their number is even.
void crossings(const std::vector<Point>& contour, float y, std::vector<float>& out) {
  out.clear();
  Point a = contour.back();
  for (const Point& b : contour) {
    if ((a.y <= y) != (b.y <= y)) out.push_back(a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y));
    a = b;
  }
  std::sort(out.begin(), out.end());
}

int to_cell(float value, int limit) { return static_cast<int>(std::clamp(value, 0.0f, static_cast<float>(limit))); }

// Adds the run [x0, x1) (in cells) with its fractional ends to a row of coverage.
void add_run(float x0, float x1, float weight, float* row, int width) {
  x0 = std::max(x0, 0.0f);
  x1 = std::min(x1, static_cast<float>(width));
  if (x1 <= x0) return;
  const int first = std::min(static_cast<int>(x0), width - 1), last = std::min(static_cast<int>(x1), width - 1);
  if (first == last) {
    row[first] += weight * (x1 - x0);
    return;
  }
  row[first] += weight * (static_cast<float>(first + 1) - x0);
  for (int x = first + 1; x < last; ++x) row[x] += weight;
  row[last] += weight * (x1 - static_cast<float>(last));
}

}  // namespace

Raster raster_of(const ViewAtlas& view, float cells_per_u) {
  return {static_cast<int>(std::ceil(static_cast<float>(view.half_width_u) * cells_per_u)),
          static_cast<int>(std::ceil(static_cast<float>(view.height_u) * cells_per_u)), static_cast<float>(view.top_u), cells_per_u};
}

Box box_of(const Outline& outline, const Raster& raster, int margin) {
  float left = 1e9f, right = -1e9f, top = 1e9f, bottom = -1e9f;
  for (const std::vector<Point>& contour : outline.contours)
    for (const Point& p : contour) {
      left = std::min(left, p.x);
      right = std::max(right, p.x);
      top = std::min(top, p.y);
      bottom = std::max(bottom, p.y);
    }
  const float s = raster.cells_per_u, m = static_cast<float>(margin);
  return {to_cell(std::floor(left * s) - m, raster.width), to_cell(std::floor((top - raster.top_u) * s) - m, raster.height),
          to_cell(std::ceil(right * s) + m, raster.width), to_cell(std::ceil((bottom - raster.top_u) * s) + m, raster.height)};
}

void for_each_run(const Outline& outline, const Raster& raster, PutRun put, void* context) {
  const Box box = box_of(outline, raster, 0);
  std::vector<float> xs;
  for (const std::vector<Point>& contour : outline.contours)
    for (int y = box.y0; y < box.y1; ++y) {
      crossings(contour, raster.top_u + (static_cast<float>(y) + 0.5f) / raster.cells_per_u, xs);
      for (std::size_t i = 0; i + 1 < xs.size(); i += 2) {
        const int begin = to_cell(std::ceil(xs[i] * raster.cells_per_u - 0.5f), raster.width);
        const int end = to_cell(std::ceil(xs[i + 1] * raster.cells_per_u - 0.5f), raster.width);
        if (begin < end) put(context, y, begin, end);
      }
    }
}

Grid<float> coverage(const Outline& outline, const Raster& raster, const Box& box) {
  // Exact along x; four lines a cell along y.
  constexpr int kLines = 4;
  Grid<float> out(box.width(), box.height());
  std::vector<float> xs;
  for (const std::vector<Point>& contour : outline.contours)
    for (int y = box.y0; y < box.y1; ++y)
      for (int line = 0; line < kLines; ++line) {
        const float cell_y = static_cast<float>(y) + (static_cast<float>(line) + 0.5f) / kLines;
        crossings(contour, raster.top_u + cell_y / raster.cells_per_u, xs);
        const float left = static_cast<float>(box.x0);
        for (std::size_t i = 0; i + 1 < xs.size(); i += 2)
          add_run(xs[i] * raster.cells_per_u - left, xs[i + 1] * raster.cells_per_u - left, 1.0f / kLines, out.row(y - box.y0), out.width);
      }
  for (float& value : out.cells) value = std::min(value, 1.0f);
  return out;
}

}  // namespace advisor::body
