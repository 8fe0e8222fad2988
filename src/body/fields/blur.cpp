#include "body/fields/blur.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "body/fields/row_math.h"

namespace advisor::body {
namespace {

constexpr int kMaxRadius = 36;

struct Kernel {
  int radius = 0;
  std::array<float, kMaxRadius + 1> weight{};  // from the centre outwards
  float at(int i) const { return weight[static_cast<std::size_t>(i)]; }
};

Kernel gaussian(float sigma) {
  Kernel k;
  k.radius = std::clamp(static_cast<int>(std::ceil(2.8f * sigma)), 1, kMaxRadius);
  float sum = 0;
  for (int i = 0; i <= k.radius; ++i) {
    const float x = static_cast<float>(i) / sigma;
    k.weight[static_cast<std::size_t>(i)] = std::exp(-0.5f * x * x);
    sum += k.weight[static_cast<std::size_t>(i)] * (i == 0 ? 1.0f : 2.0f);
  }
  for (float& w : k.weight) w /= sum;
  return k;
}

// Catmull-Rom a quarter of the way between two centres.
constexpr float kNear[4] = {-0.0703125f, 0.8671875f, 0.2265625f, -0.0234375f};

[[gnu::noinline]] void double_linear(float* __restrict out, const float* mixed, int pairs) {
  for (int x = 0; x < pairs; ++x) {
    out[2 * x] = 0.25f * mixed[x] + 0.75f * mixed[x + 1];
    out[2 * x + 1] = 0.75f * mixed[x + 1] + 0.25f * mixed[x + 2];
  }
}

[[gnu::noinline]] void double_smooth(float* __restrict out, const float* m, int pairs) {
  for (int x = 0; x < pairs; ++x) {
    out[2 * x] = kNear[3] * m[x - 2] + kNear[2] * m[x - 1] + kNear[1] * m[x] + kNear[0] * m[x + 1];
    out[2 * x + 1] =
        kNear[0] * m[x - 1] + kNear[1] * m[x] + kNear[2] * m[x + 1] + kNear[3] * m[x + 2];
  }
}

int reach_of(Reach reach, int y, int width) {
  return reach.empty() ? width : reach[static_cast<std::size_t>(y)];
}

void blur_rows(Grid<float>& grid, const Kernel& k, LeftEdge left, Reach reach) {
  const int r = k.radius;
  std::vector<float> padded(static_cast<std::size_t>(grid.width + 2 * r));
  float* const in = padded.data() + r;
  for (int y = 0; y < grid.height; ++y) {
    const int w = reach_of(reach, y, grid.width);
    float* const row = grid.row(y);
    std::copy(row, row + w, in);
    std::fill(in + w, in + w + r, 0.0f);
    for (int i = 0; i < r; ++i)
      in[-1 - i] = left == LeftEdge::kMirror ? in[std::min(i, w - 1)] : 0.0f;
    row_scale(row, in, k.weight[0], w);
    int i = 1;
    for (; i + 1 <= r; i += 2)
      row_add_two(row, in - i, in + i, k.at(i), in - i - 1, in + i + 1, k.at(i + 1), w);
    if (i <= r) row_add(row, in - i, in + i, k.at(i), w);
  }
}

void blur_columns(Grid<float>& grid, const Kernel& k, Reach reach) {
  const int h = grid.height, r = k.radius;
  // A ring of the rows above that have been overwritten already.
  const int ring_rows = r + 1;
  Grid<float> ring(grid.width, ring_rows);
  std::vector<float> sum(static_cast<std::size_t>(grid.width));
  for (int y = 0; y < h; ++y) {
    const int w = reach_of(reach, y, grid.width);
    float* const acc = sum.data();
    const float* const here = grid.row(y);
    std::copy(here, here + grid.width, ring.row(y % ring_rows));
    row_scale(acc, here, k.weight[0], w);
    for (int i = 1; i <= r; ++i) {
      const float* const up = y - i >= 0 ? ring.row((y - i) % ring_rows) : nullptr;
      const float* const down = y + i < h ? grid.row(y + i) : nullptr;
      if (up && down)
        row_add(acc, up, down, k.at(i), w);
      else if (up || down)
        row_add_one(acc, up ? up : down, k.at(i), w);
    }
    std::copy(acc, acc + w, grid.row(y));
  }
}

}  // namespace

void blur(Grid<float>& grid, float sigma_cells, LeftEdge left, Reach reach) {
  if (grid.empty()) return;
  const Kernel k = gaussian(sigma_cells);
  blur_rows(grid, k, left, reach);
  blur_columns(grid, k, reach);
}

Grid<float> halve(const Grid<float>& grid) {
  Grid<float> out((grid.width + 1) / 2, (grid.height + 1) / 2);
  for (int y = 0; y < out.height; ++y) {
    const float* const a = grid.row(2 * y);
    const float* const b = grid.row(std::min(2 * y + 1, grid.height - 1));
    float* const o = out.row(y);
    const int whole = grid.width / 2;
    row_average_pairs(o, a, b, whole);
    if (whole < out.width) o[whole] = 0.5f * (a[2 * whole] + b[2 * whole]);
  }
  return out;
}

void expand_row_linear(const Grid<float>& grid, int factor, int y, float* out, int width) {
  constexpr int kMaxWidth = 1024;
  float mixed[kMaxWidth + 2];
  width = std::min(width, kMaxWidth);
  const int w = std::min(grid.width, width / factor + 3);  // more is not asked for
  const float at = (static_cast<float>(y) + 0.5f) / static_cast<float>(factor) - 0.5f;
  const int y0 = static_cast<int>(std::floor(at));
  const float t = at - static_cast<float>(y0);
  const float* const a = grid.row(std::clamp(y0, 0, grid.height - 1));
  const float* const b = grid.row(std::clamp(y0 + 1, 0, grid.height - 1));
  row_mix(mixed + 1, a, b, t, w);
  mixed[0] = mixed[1];
  mixed[w + 1] = mixed[w];
  if (factor == 2) {
    const int pairs = std::min(width / 2, w);
    double_linear(out, mixed, pairs);
    for (int x = 2 * pairs; x < width; ++x) out[x] = mixed[w];
    return;
  }
  for (int x = 0; x < width; ++x) {
    const float p = (static_cast<float>(x) + 0.5f) / static_cast<float>(factor) + 0.5f;
    const int i = std::min(static_cast<int>(p), w);
    out[x] = mixed[i] + (p - static_cast<float>(i)) * (mixed[i + 1] - mixed[i]);
  }
}

void expand_row_smooth(const Grid<float>& grid, int y, float* out, int width) {
  constexpr int kMaxWidth = 1024;
  float mixed[kMaxWidth + 4];
  width = std::min(width, kMaxWidth);
  const int w = std::min(grid.width, width / 2 + 4);
  const bool late = y % 2 == 0;  // an even row lies three quarters of the way from the row before
  const int y0 = late ? y / 2 - 1 : y / 2;
  const auto source = [&grid](int row) { return grid.row(std::clamp(row, 0, grid.height - 1)); };
  const float* const rows[4] = {source(y0 - 1), source(y0), source(y0 + 1), source(y0 + 2)};
  constexpr float kFar[4] = {kNear[3], kNear[2], kNear[1], kNear[0]};
  float* const m = mixed + 2;
  row_mix_four(m, rows, late ? kFar : kNear, w);
  m[-1] = m[0];
  m[-2] = m[std::min(1, w - 1)];
  m[w] = m[w + 1] = m[w - 1];
  const int pairs = std::min(width / 2, w);
  double_smooth(out, m, pairs);
  for (int x = 2 * pairs; x < width; ++x) out[x] = m[w - 1];
}

}  // namespace advisor::body
