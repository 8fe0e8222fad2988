#include "body/distance.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace advisor::body {

Grid<float> distance_to(const Grid<std::uint8_t>& sources, int cap_cells, LeftEdge left) {
  const int w = sources.width, h = sources.height;
  const float cap = static_cast<float>(cap_cells);
  Grid<float> along(w, h);  // first only up and down the columns
  for (int y = 0; y < h; ++y) {
    const std::uint8_t* const s = sources.row(y);
    float* const row = along.row(y);
    if (y == 0) {
      for (int x = 0; x < w; ++x) row[x] = s[x] ? 0.0f : cap;
    } else {
      const float* const above = along.row(y - 1);
      for (int x = 0; x < w; ++x) row[x] = s[x] ? 0.0f : std::min(above[x] + 1.0f, cap);
    }
  }
  for (int y = h - 2; y >= 0; --y) {
    float* const row = along.row(y);
    const float* const below = along.row(y + 1);
    for (int x = 0; x < w; ++x) row[x] = std::min(row[x], below[x] + 1.0f);
  }
  // Then the nearest over the row, by trying every offset: for small caps faster than an envelope, since it vectorises.
  std::vector<float> padded(static_cast<std::size_t>(w + 2 * cap_cells), cap * cap), best(static_cast<std::size_t>(w));
  float* const squared = padded.data() + cap_cells;
  float* const out = best.data();
  for (int y = 0; y < h; ++y) {
    float* const row = along.row(y);
    if (*std::min_element(row, row + w) >= cap) continue;
    for (int x = 0; x < w; ++x) squared[x] = row[x] * row[x];
    if (left == LeftEdge::kMirror)
      for (int i = 0; i < std::min(cap_cells, w); ++i) squared[-1 - i] = squared[i];
    std::copy(squared, squared + w, out);
    for (int i = 1; i < cap_cells; ++i) {
      const float added = static_cast<float>(i * i);
      const float *l = squared - i, *r = squared + i;
      for (int x = 0; x < w; ++x) out[x] = std::min(out[x], std::min(l[x], r[x]) + added);
    }
    for (int x = 0; x < w; ++x) row[x] = std::sqrt(out[x]);
  }
  return along;
}

void spread_nearest(Grid<std::uint8_t>& values, const Grid<std::uint8_t>& known, float reach_cells) {
  const int w = values.width, h = values.height;
  constexpr std::int16_t kFar = 4000;
  struct Offset {
    std::int16_t dx = kFar, dy = kFar;
  };
  Grid<Offset> to(w, h);
  for (int y = 0; y < h; ++y)
    for (int x = 0; x < w; ++x)
      if (known.row(y)[x]) to.row(y)[x] = {0, 0};
  const auto consider = [&](int x, int y, int ddx, int ddy) {
    const int nx = x + ddx, ny = y + ddy;
    if (nx < 0 || nx >= w || ny < 0 || ny >= h) return;
    const Offset& n = to.row(ny)[nx];
    if (n.dx == kFar) return;
    Offset& own = to.row(y)[x];
    const int dx = n.dx + ddx, dy = n.dy + ddy;
    if (own.dx == kFar || dx * dx + dy * dy < own.dx * own.dx + own.dy * own.dy)
      own = {static_cast<std::int16_t>(dx), static_cast<std::int16_t>(dy)};
  };
  for (int y = 0; y < h; ++y) {
    for (int x = 0; x < w; ++x) {
      consider(x, y, 0, -1);
      consider(x, y, -1, 0);
      consider(x, y, -1, -1);
      consider(x, y, 1, -1);
    }
    for (int x = w - 1; x >= 0; --x) consider(x, y, 1, 0);
  }
  for (int y = h - 1; y >= 0; --y) {
    for (int x = w - 1; x >= 0; --x) {
      consider(x, y, 0, 1);
      consider(x, y, 1, 0);
      consider(x, y, 1, 1);
      consider(x, y, -1, 1);
    }
    for (int x = 0; x < w; ++x) consider(x, y, -1, 0);
  }
  Grid<std::uint8_t> out(w, h);
  const float reach2 = reach_cells * reach_cells;
  for (int y = 0; y < h; ++y)
    for (int x = 0; x < w; ++x) {
      const Offset& o = to.row(y)[x];
      if (o.dx != kFar && static_cast<float>(o.dx * o.dx + o.dy * o.dy) <= reach2) out.row(y)[x] = values.row(y + o.dy)[x + o.dx];
    }
  values = std::move(out);
}

float deviations_of_contrast(float contrast) {
  // sqrt(2) times the inverse error function (Winitzki), tabulated; the tails are cut where eight bits of contrast end.
  constexpr int kSteps = 512;
  static const std::array<float, kSteps + 1> table = [] {
    std::array<float, kSteps + 1> t{};
    for (int i = 0; i <= kSteps; ++i) {
      const double c = std::min(static_cast<double>(i) / kSteps, 0.9985);
      const double l = std::log(1.0 - c * c), a = 2.0 / (3.14159265358979 * 0.147) + l / 2.0;
      t[static_cast<std::size_t>(i)] = static_cast<float>(1.41421356 * std::sqrt(std::sqrt(a * a - l / 0.147) - a));
    }
    return t;
  }();
  const float at = std::min(std::abs(contrast), 1.0f) * kSteps;
  const int i = std::min(static_cast<int>(at), kSteps - 1);
  const float v = table[static_cast<std::size_t>(i)] + (at - static_cast<float>(i)) * (table[static_cast<std::size_t>(i) + 1] - table[static_cast<std::size_t>(i)]);
  return contrast < 0 ? -v : v;
}

}  // namespace advisor::body
