#include "body/fields/cast_shadow.h"

#include <algorithm>
#include <cmath>

#include "body/fields/blur.h"
#include "body/fields/light.h"

namespace advisor::body {
namespace {

constexpr float kStepsU[] = {2, 3, 4.5f, 6.5f, 9, 12, 16, 21, 27, 34};
constexpr float kFlatness = 0.62f;  // the ray rises less steeply than the light, for longer shadows
constexpr float kPenumbraU = 3, kPenumbraGrowth = 0.35f;
constexpr float kSoftU = 1.5f, kStrength = 0.55f;
constexpr int kMargin = 20;  // cells that the longest step may reach beyond the raster

// The surface with a margin, the left one mirrored, so that a shifted copy needs no tests.
Grid<float> with_margin(const Grid<float>& height) {
  Grid<float> out(height.width + 2 * kMargin, height.height + 2 * kMargin);
  for (int y = 0; y < height.height; ++y) {
    float* const row = out.row(y + kMargin) + kMargin;
    std::copy(height.row(y), height.row(y) + height.width, row);
    for (int i = 0; i < std::min(kMargin, height.width); ++i) row[-1 - i] = row[i];
  }
  return out;
}

struct RayStep {
  float w00, w10, w01, w11, need, inverse;
};

// One step of the ray for one row: how far the surface there stands above the ray.
[[gnu::noinline]] void darken(float* __restrict out, const float* own, const float* a,
                              const float* b, const RayStep& s, int n) {
  const float w00 = s.w00, w10 = s.w10, w01 = s.w01, w11 = s.w11, need = s.need,
              inverse = s.inverse;
  for (int i = 0; i < n; ++i) {
    const float there = w00 * a[i] + w10 * a[i + 1] + w01 * b[i] + w11 * b[i + 1];
    out[i] = std::max(out[i], std::min((there - own[i] - need) * inverse, 1.0f));
  }
}

// The shaded part of each cell for light that comes from (dx, dy).
Grid<float> shaded(const Grid<float>& height, const Grid<float>& padded, Reach reach, float dx,
                   float dy, float rise) {
  Grid<float> shade(height.width, height.height);
  for (const float step_u : kStepsU) {
    const float x = dx * step_u * 0.5f, y = dy * step_u * 0.5f;  // two units a cell
    const int x0 = static_cast<int>(std::floor(x)), y0 = static_cast<int>(std::floor(y));
    const float fx = x - static_cast<float>(x0), fy = y - static_cast<float>(y0);
    const float w00 = (1 - fx) * (1 - fy), w10 = fx * (1 - fy), w01 = (1 - fx) * fy, w11 = fx * fy;
    const float need = step_u * rise * kFlatness,
                inverse = 1 / (kPenumbraU + kPenumbraGrowth * step_u);
    for (int row = 0; row < height.height; ++row) {
      const float* const a = padded.row(row + kMargin + y0) + kMargin + x0;
      const float* const b = padded.row(row + kMargin + y0 + 1) + kMargin + x0;
      const float* const own = height.row(row);
      darken(shade.row(row), own, a, b, {w00, w10, w01, w11, need, inverse},
             reach[static_cast<std::size_t>(row)]);
    }
  }
  blur(shade, kSoftU * 0.5f, LeftEdge::kMirror, reach);
  return shade;
}

}  // namespace

void write_cast_shadow(const Grid<float>& half_height, Reach half_reach, ViewFields& fields) {
  const Grid<float> padded = with_margin(half_height);
  const float level = std::hypot(kKeyLight[0], kKeyLight[1]);
  const float dx = kKeyLight[0] / level, dy = kKeyLight[1] / level, rise = kKeyLight[2] / level;
  // Seen in the half plane, the left half is mirrored, and so is its light.
  const Grid<float> right = shaded(half_height, padded, half_reach, dx, dy, rise),
                    left = shaded(half_height, padded, half_reach, -dx, dy, rise);
  fields.cast_width = half_height.width;
  fields.cast_height = half_height.height;
  fields.cast.resize(half_height.cells.size() * 2);
  for (std::size_t i = 0; i < half_height.cells.size(); ++i) {
    fields.cast[2 * i] = static_cast<std::uint8_t>(
        255.5f - 255 * kStrength * std::clamp(right.cells[i], 0.0f, 1.0f));
    fields.cast[2 * i + 1] =
        static_cast<std::uint8_t>(255.5f - 255 * kStrength * std::clamp(left.cells[i], 0.0f, 1.0f));
  }
}

}  // namespace advisor::body
