#include "body/fields/raster.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

namespace advisor::body {
namespace {

// Where the lines of a raster cross a closed contour. Lines are counted from `first_line`; all
// places of one line lie together, sorted, and their number is even.
struct Crossings {
  std::vector<std::uint32_t> start;  // of each line, and the end of the last
  std::vector<float> x;
};

// `lines_per_u` lines a unit, the first half a line below `top_u`. Only those within [first_line,
// end_line) are looked at.
void find_crossings(const std::vector<Point>& contour, float top_u, float lines_per_u,
                    int first_line, int end_line, Crossings& out) {
  const auto lines_of = [&](const Point& a, const Point& b) {
    // A line at height y is crossed if one end is at most y and the other is not.
    const float low = std::min(a.y, b.y), high = std::max(a.y, b.y);
    const auto index = [&](float y) {
      return static_cast<int>(std::clamp(std::ceil((y - top_u) * lines_per_u - 0.5f),
                                         static_cast<float>(first_line),
                                         static_cast<float>(end_line)));
    };
    return std::pair{index(low), index(high)};
  };
  const auto lines = static_cast<std::size_t>(end_line - first_line);
  out.start.assign(lines + 2, 0);
  const Point* a = &contour.back();
  for (const Point& b : contour) {
    const auto [from, to] = lines_of(*a, b);
    for (int line = from; line < to; ++line)
      ++out.start[static_cast<std::size_t>(line - first_line) + 2];
    a = &b;
  }
  for (std::size_t i = 1; i < out.start.size(); ++i) out.start[i] += out.start[i - 1];
  out.x.resize(out.start.back());
  a = &contour.back();
  for (const Point& b : contour) {
    const auto [from, to] = lines_of(*a, b);
    const float slope = from < to ? (b.x - a->x) / (b.y - a->y) : 0.0f;
    for (int line = from; line < to; ++line) {
      const float y = top_u + (static_cast<float>(line) + 0.5f) / lines_per_u;
      out.x[out.start[static_cast<std::size_t>(line - first_line) + 1]++] =
          a->x + slope * (y - a->y);
    }
    a = &b;
  }
  // Lines are crossed a few times each.
  for (std::size_t line = 0; line < lines; ++line)
    for (std::uint32_t i = out.start[line] + 1; i < out.start[line + 1]; ++i)
      for (std::uint32_t k = i; k > out.start[line] && out.x[k - 1] > out.x[k]; --k)
        std::swap(out.x[k - 1], out.x[k]);
}

int to_cell(float value, int limit) {
  return static_cast<int>(std::clamp(value, 0.0f, static_cast<float>(limit)));
}

// Adds the run [x0, x1) (in cells) with its fractional ends to a row of coverage.
void add_run(float x0, float x1, float weight, float* row, int width) {
  x0 = std::max(x0, 0.0f);
  x1 = std::min(x1, static_cast<float>(width));
  if (x1 <= x0) return;
  const int first = std::min(static_cast<int>(x0), width - 1),
            last = std::min(static_cast<int>(x1), width - 1);
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
          static_cast<int>(std::ceil(static_cast<float>(view.height_u) * cells_per_u)),
          static_cast<float>(view.top_u), cells_per_u};
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
  return {to_cell(std::floor(left * s) - m, raster.width),
          to_cell(std::floor((top - raster.top_u) * s) - m, raster.height),
          to_cell(std::ceil(right * s) + m, raster.width),
          to_cell(std::ceil((bottom - raster.top_u) * s) + m, raster.height)};
}

void for_each_run(const Outline& outline, const Raster& raster, PutRun put, void* context) {
  const Box box = box_of(outline, raster, 0);
  Crossings found;
  for (const std::vector<Point>& contour : outline.contours) {
    find_crossings(contour, raster.top_u, raster.cells_per_u, box.y0, box.y1, found);
    for (int y = box.y0; y < box.y1; ++y) {
      const auto line = static_cast<std::size_t>(y - box.y0);
      for (std::uint32_t i = found.start[line]; i + 1 < found.start[line + 1]; i += 2) {
        const int begin = to_cell(std::ceil(found.x[i] * raster.cells_per_u - 0.5f), raster.width);
        const int end =
            to_cell(std::ceil(found.x[i + 1] * raster.cells_per_u - 0.5f), raster.width);
        if (begin < end) put(context, y, begin, end);
      }
    }
  }
}

Grid<float> coverage(const Outline& outline, const Raster& raster, const Box& box) {
  // Exact along x; four lines a cell along y.
  constexpr int kLines = 4;
  Grid<float> out(box.width(), box.height());
  Crossings found;
  const float left = static_cast<float>(box.x0);
  for (const std::vector<Point>& contour : outline.contours) {
    find_crossings(contour, raster.top_u, raster.cells_per_u * kLines, box.y0 * kLines,
                   box.y1 * kLines, found);
    for (int y = 0; y < out.height * kLines; ++y) {
      const auto line = static_cast<std::size_t>(y);
      for (std::uint32_t i = found.start[line]; i + 1 < found.start[line + 1]; i += 2)
        add_run(found.x[i] * raster.cells_per_u - left, found.x[i + 1] * raster.cells_per_u - left,
                1.0f / kLines, out.row(y / kLines), out.width);
    }
  }
  for (float& value : out.cells) value = std::min(value, 1.0f);
  return out;
}

}  // namespace advisor::body
