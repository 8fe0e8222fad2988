#include "body/fields/distance.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "body/fields/row_math.h"

namespace advisor::body {

namespace {

[[gnu::noinline]] void step_down(float* row, const float* above, const std::uint8_t* sources,
                                 float cap, int n) {
  for (int x = 0; x < n; ++x) row[x] = sources[x] ? 0.0f : std::min(above[x] + 1.0f, cap);
}

[[gnu::noinline]] void step_up(float* row, const float* below, int n) {
  for (int x = 0; x < n; ++x) row[x] = std::min(row[x], below[x] + 1.0f);
}

// Squares a row; says whether anything in it is below the cap.
[[gnu::noinline]] bool square(float* __restrict out, const float* row, float cap, int n) {
  float least = cap;
  for (int x = 0; x < n; ++x) {
    out[x] = row[x] * row[x];
    least = std::min(least, row[x]);
  }
  return least < cap;
}

[[gnu::noinline]] void root(float* __restrict out, const float* in, int n) {
  for (int x = 0; x < n; ++x) out[x] = std::sqrt(in[x]);
}

}  // namespace

Grid<float> distance_to(const Grid<std::uint8_t>& sources, int cap_cells, LeftEdge left,
                        Reach reach) {
  const int h = sources.height;
  const float cap = static_cast<float>(cap_cells);
  const auto width_at = [&](int y) {
    return reach.empty() ? sources.width : reach[static_cast<std::size_t>(y)];
  };
  Grid<float> along(sources.width, h, cap);  // first only up and down the columns
  const std::vector<float> nothing(static_cast<std::size_t>(sources.width), cap);
  for (int y = 0; y < h; ++y)
    step_down(along.row(y), y > 0 ? along.row(y - 1) : nothing.data(), sources.row(y), cap,
              width_at(y));
  for (int y = h - 2; y >= 0; --y) step_up(along.row(y), along.row(y + 1), width_at(y));
  // Then the nearest over the row, by trying every offset: for small caps faster than an envelope,
  // since it vectorises.
  std::vector<float> padded(static_cast<std::size_t>(sources.width + 2 * cap_cells)),
      best(static_cast<std::size_t>(sources.width));
  float* const squared = padded.data() + cap_cells;
  for (int y = 0; y < h; ++y) {
    const int w = width_at(y);
    if (!square(squared, along.row(y), cap, w)) continue;
    std::fill(squared + w, squared + w + cap_cells, cap * cap);
    for (int i = 0; i < cap_cells; ++i)
      squared[-1 - i] = left == LeftEdge::kMirror && i < w ? squared[i] : cap * cap;
    std::copy(squared, squared + w, best.data());
    for (int i = 1; i < cap_cells; ++i)
      row_least_offset(best.data(), squared - i, squared + i, static_cast<float>(i * i), w);
    root(along.row(y), best.data(), w);
  }
  return along;
}

namespace {

// Where the nearest known cell lies, seen from a cell.
struct Offset {
  std::int16_t dx = kFar, dy = kFar;
  static constexpr std::int16_t kFar = 4000;
};

inline void consider(Offset& own, const Offset& neighbour, int ddx, int ddy) {
  if (neighbour.dx == Offset::kFar) return;
  const int dx = neighbour.dx + ddx, dy = neighbour.dy + ddy;
  if (own.dx == Offset::kFar || dx * dx + dy * dy < own.dx * own.dx + own.dy * own.dy)
    own = {static_cast<std::int16_t>(dx), static_cast<std::int16_t>(dy)};
}

// Takes what the row before knows (`side` is -1 if it lies above, 1 below), then carries it along
// the row both ways.
[[gnu::noinline]] void sweep_row(Offset* row, const Offset* before, int side, int n) {
  for (int x = 0; x < n; ++x) {
    if (row[x].dx == 0 && row[x].dy == 0) continue;
    if (before) {
      consider(row[x], before[x], 0, side);
      if (x > 0) consider(row[x], before[x - 1], -1, side);
      if (x + 1 < n) consider(row[x], before[x + 1], 1, side);
    }
    if (x > 0) consider(row[x], row[x - 1], -1, 0);
  }
  for (int x = n - 2; x >= 0; --x)
    if (row[x].dx != 0 || row[x].dy != 0) consider(row[x], row[x + 1], 1, 0);
}

}  // namespace

void spread_nearest(Grid<std::uint8_t>& values, const Grid<std::uint8_t>& known, float far_cells,
                    Reach reach) {
  const int w = values.width, h = values.height;
  const auto width_at = [&](int y) {
    return reach.empty() ? w : reach[static_cast<std::size_t>(y)];
  };
  Grid<Offset> to(w, h);
  for (std::size_t i = 0; i < known.cells.size(); ++i)
    if (known.cells[i]) to.cells[i] = {0, 0};
  for (int y = 0; y < h; ++y)
    sweep_row(to.row(y), y > 0 ? to.row(y - 1) : nullptr, -1, width_at(y));
  for (int y = h - 1; y >= 0; --y)
    sweep_row(to.row(y), y + 1 < h ? to.row(y + 1) : nullptr, 1, width_at(y));
  Grid<std::uint8_t> out(w, h);
  const float far2 = far_cells * far_cells;
  for (int y = 0; y < h; ++y)
    for (int x = 0; x < width_at(y); ++x) {
      const Offset& o = to.row(y)[x];
      if (o.dx != Offset::kFar && static_cast<float>(o.dx * o.dx + o.dy * o.dy) <= far2)
        out.row(y)[x] = values.row(y + o.dy)[x + o.dx];
    }
  values = std::move(out);
}

float deviations_of_contrast(float contrast) {
  // sqrt(2) times the inverse error function (Winitzki), tabulated; the tails are cut where eight
  // bits of contrast end.
  constexpr int kSteps = 512;
  static const std::array<float, kSteps + 1> table = [] {
    std::array<float, kSteps + 1> t{};
    for (int i = 0; i <= kSteps; ++i) {
      const double c = std::min(static_cast<double>(i) / kSteps, 0.9985);
      const double l = std::log(1.0 - c * c), a = 2.0 / (3.14159265358979 * 0.147) + l / 2.0;
      t[static_cast<std::size_t>(i)] =
          static_cast<float>(1.41421356 * std::sqrt(std::sqrt(a * a - l / 0.147) - a));
    }
    return t;
  }();
  const float at = std::min(std::abs(contrast), 1.0f) * kSteps;
  const int i = std::min(static_cast<int>(at), kSteps - 1);
  const float v = table[static_cast<std::size_t>(i)] +
                  (at - static_cast<float>(i)) *
                      (table[static_cast<std::size_t>(i) + 1] - table[static_cast<std::size_t>(i)]);
  return contrast < 0 ? -v : v;
}

}  // namespace advisor::body
