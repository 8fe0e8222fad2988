#include "body/blur.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace advisor::body {
namespace {

constexpr int kMaxRadius = 36;

struct Kernel {
  int radius = 0;
  std::array<float, kMaxRadius + 1> weight{};  // from the centre outwards
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

void blur_rows(Grid<float>& grid, const Kernel& k, LeftEdge left) {
  const int w = grid.width, r = k.radius;
  std::vector<float> padded(static_cast<std::size_t>(w + 2 * r));
  float* const in = padded.data() + r;
  for (int y = 0; y < grid.height; ++y) {
    float* const row = grid.row(y);
    std::copy(row, row + w, in);
    for (int i = 0; i < r; ++i) in[-1 - i] = left == LeftEdge::kMirror ? in[std::min(i, w - 1)] : 0.0f;
    const float centre = k.weight[0];
    for (int x = 0; x < w; ++x) row[x] = centre * in[x];
    // Four taps a pass keep the row in registers longer.
    int i = 1;
    for (; i + 1 <= r; i += 2) {
      const float a = k.weight[static_cast<std::size_t>(i)], b = k.weight[static_cast<std::size_t>(i) + 1];
      const float *l0 = in - i, *r0 = in + i, *l1 = in - i - 1, *r1 = in + i + 1;
      for (int x = 0; x < w; ++x) row[x] += a * (l0[x] + r0[x]) + b * (l1[x] + r1[x]);
    }
    for (; i <= r; ++i) {
      const float a = k.weight[static_cast<std::size_t>(i)];
      const float *l0 = in - i, *r0 = in + i;
      for (int x = 0; x < w; ++x) row[x] += a * (l0[x] + r0[x]);
    }
  }
}

void blur_columns(Grid<float>& grid, const Kernel& k) {
  const int w = grid.width, h = grid.height, r = k.radius;
  // A ring of the rows above that have been overwritten already.
  const int ring_rows = r + 1;
  Grid<float> ring(w, ring_rows);
  std::vector<float> sum(static_cast<std::size_t>(w));
  float* const acc = sum.data();
  for (int y = 0; y < h; ++y) {
    const float* const here = grid.row(y);
    std::copy(here, here + w, ring.row(y % ring_rows));
    const float centre = k.weight[0];
    for (int x = 0; x < w; ++x) acc[x] = centre * here[x];
    for (int i = 1; i <= r; ++i) {
      const float a = k.weight[static_cast<std::size_t>(i)];
      const float* const up = y - i >= 0 ? ring.row((y - i) % ring_rows) : nullptr;
      const float* const down = y + i < h ? grid.row(y + i) : nullptr;
      if (up && down) {
        for (int x = 0; x < w; ++x) acc[x] += a * (up[x] + down[x]);
      } else if (const float* const one = up ? up : down) {
        for (int x = 0; x < w; ++x) acc[x] += a * one[x];
      }
    }
    std::copy(acc, acc + w, grid.row(y));
  }
}

}  // namespace

void blur(Grid<float>& grid, float sigma_cells, LeftEdge left) {
  if (grid.empty()) return;
  const Kernel k = gaussian(sigma_cells);
  blur_rows(grid, k, left);
  blur_columns(grid, k);
}

Grid<float> halve(const Grid<float>& grid) {
  Grid<float> out((grid.width + 1) / 2, (grid.height + 1) / 2);
  for (int y = 0; y < out.height; ++y) {
    const float* const a = grid.row(2 * y);
    const float* const b = grid.row(std::min(2 * y + 1, grid.height - 1));
    float* const o = out.row(y);
    const int whole = grid.width / 2;
    for (int x = 0; x < whole; ++x) o[x] = 0.25f * (a[2 * x] + a[2 * x + 1] + b[2 * x] + b[2 * x + 1]);
    if (whole < out.width) o[whole] = 0.5f * (a[2 * whole] + b[2 * whole]);
  }
  return out;
}

void expand_row_linear(const Grid<float>& grid, int factor, int y, float* out, int width) {
  constexpr int kMaxWidth = 1024;
  float mixed[kMaxWidth + 2];
  const int w = std::min(grid.width, kMaxWidth);
  const float at = (static_cast<float>(y) + 0.5f) / static_cast<float>(factor) - 0.5f;
  const int y0 = static_cast<int>(std::floor(at));
  const float t = at - static_cast<float>(y0);
  const float* const a = grid.row(std::clamp(y0, 0, grid.height - 1));
  const float* const b = grid.row(std::clamp(y0 + 1, 0, grid.height - 1));
  for (int x = 0; x < w; ++x) mixed[x + 1] = a[x] + t * (b[x] - a[x]);
  mixed[0] = mixed[1];
  mixed[w + 1] = mixed[w];
  if (factor == 2) {
    const int pairs = std::min(width / 2, w);
    for (int x = 0; x < pairs; ++x) {
      out[2 * x] = 0.25f * mixed[x] + 0.75f * mixed[x + 1];
      out[2 * x + 1] = 0.75f * mixed[x + 1] + 0.25f * mixed[x + 2];
    }
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
  const int w = std::min(grid.width, kMaxWidth);
  // Catmull-Rom a quarter and three quarters of the way between two centres.
  constexpr float kNear[4] = {-0.0703125f, 0.8671875f, 0.2265625f, -0.0234375f};
  const bool late = y % 2 == 0;  // an even row lies three quarters of the way from the row before
  const int y0 = late ? y / 2 - 1 : y / 2;
  const auto source = [&grid](int row) { return grid.row(std::clamp(row, 0, grid.height - 1)); };
  const float *a = source(y0 - 1), *b = source(y0), *c = source(y0 + 1), *d = source(y0 + 2);
  const float ka = late ? kNear[3] : kNear[0], kb = late ? kNear[2] : kNear[1], kc = late ? kNear[1] : kNear[2], kd = late ? kNear[0] : kNear[3];
  float* const m = mixed + 2;
  for (int x = 0; x < w; ++x) m[x] = ka * a[x] + kb * b[x] + kc * c[x] + kd * d[x];
  m[-1] = m[0];
  m[-2] = m[std::min(1, w - 1)];
  m[w] = m[w + 1] = m[w - 1];
  const int pairs = std::min(width / 2, w);
  for (int x = 0; x < pairs; ++x) {
    out[2 * x] = kNear[3] * m[x - 2] + kNear[2] * m[x - 1] + kNear[1] * m[x] + kNear[0] * m[x + 1];
    out[2 * x + 1] = kNear[0] * m[x - 1] + kNear[1] * m[x] + kNear[2] * m[x + 1] + kNear[3] * m[x + 2];
  }
  for (int x = 2 * pairs; x < width; ++x) out[x] = m[w - 1];
}

}  // namespace advisor::body
