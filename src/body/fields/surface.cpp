#include "body/fields/surface.h"

#include <algorithm>
#include <cmath>

#include "body/fields/blur.h"

namespace advisor::body {
namespace {

// Says how far a place lies below its near and its wide surroundings.
constexpr float kNearOcclusionU = 5, kWideOcclusionU = 14, kNearOcclusion = 0.176f,
                kWideOcclusion = 0.0715f;

constexpr std::uint32_t kSkyBits = 1023u << 20;

// exp(-x) for x >= 0, within 0.015, without a call.
inline float fading(float x) {
  float t = std::max(0.0f, 1.0f - x * (1.0f / 16.0f));
  t *= t;
  t *= t;
  t *= t;
  return t * t;
}

inline std::uint32_t to_ten_bits(float value01) {
  return static_cast<std::uint32_t>(value01 * 1023.0f + 0.5f);
}

struct SurfaceRow {
  const float *above, *here, *below;  // here[-1] and here[n] can be read
  const float *near, *wide;
  const std::uint8_t* inside;
};

[[gnu::noinline]] void put_surface(const SurfaceRow& in, std::uint32_t* __restrict out, int n) {
  for (int x = 0; x < n; ++x) {
    const float gx = 0.5f * (in.here[x + 1] - in.here[x - 1]),
                gy = 0.5f * (in.below[x] - in.above[x]);
    const float scale = 0.5f / std::sqrt(1 + gx * gx + gy * gy);
    const float deep = kNearOcclusion * std::max(in.near[x] - in.here[x], 0.0f) +
                       kWideOcclusion * std::max(in.wide[x] - in.here[x], 0.0f);
    const float sky = in.inside[x] ? fading(deep) : 0.0f;
    out[x] = to_ten_bits(0.5f - gx * scale) | to_ten_bits(0.5f - gy * scale) << 10 |
             to_ten_bits(sky) << 20 | 3u << 30;
  }
}

[[gnu::noinline]] void mask(float* __restrict height, float* __restrict weight,
                            const std::uint8_t* inside, const float* source, int n) {
  for (int x = 0; x < n; ++x) {
    weight[x] = inside[x] ? 1.0f : 0.0f;
    height[x] = inside[x] ? source[x] : 0.0f;
  }
}

// The mean over the body alone.
Grid<float> mean_around(Grid<float> height, Grid<float> weight, float sigma_cells, Reach reach) {
  blur(height, sigma_cells, LeftEdge::kMirror, reach);
  blur(weight, sigma_cells, LeftEdge::kMirror, reach);
  for (std::size_t i = 0; i < height.cells.size(); ++i)
    height.cells[i] /= std::max(weight.cells[i], 0.02f);
  return height;
}

}  // namespace

bool SurfaceWriter::step(ViewFields& fields) {
  if (!has_looked_) {
    look_around();
    has_looked_ = true;
    return false;
  }
  write(fields);
  grow_sky(fields);
  return true;
}

void SurfaceWriter::look_around() {
  Grid<float> height(height_.width, height_.height), inside(height_.width, height_.height);
  for (int y = 0; y < height.height; ++y)
    mask(height.row(y), inside.row(y), shape_.inside.row(y), height_.row(y),
         shape_.reach[static_cast<std::size_t>(y)]);
  half_height_ = halve(height);
  half_inside_ = halve(inside);
  near_ = mean_around(half_height_, half_inside_, kNearOcclusionU / 2, shape_.half_reach);
  wide_ = mean_around(halve(half_height_), halve(half_inside_), kWideOcclusionU / 4, {});
}

void SurfaceWriter::write(ViewFields& fields) {
  const int w = height_.width, h = height_.height;
  const auto row_size = static_cast<std::size_t>(w);
  fields.surface.resize(height_.cells.size());
  std::vector<float> near(row_size), wide(row_size), padded(row_size + 2);
  for (int y = 0; y < h; ++y) {
    const int reach = shape_.reach[static_cast<std::size_t>(y)];
    if (reach == 0) continue;
    expand_row_linear(near_, 2, y, near.data(), reach);
    expand_row_linear(wide_, 4, y, wide.data(), reach);
    const float* const row = height_.row(y);
    std::copy(row, row + reach, padded.begin() + 1);
    padded.front() = row[0];  // the mirror image
    padded[static_cast<std::size_t>(reach) + 1] = row[reach - 1];
    put_surface(
        {height_.row(std::max(y - 1, 0)), padded.data() + 1, height_.row(std::min(y + 1, h - 1)),
         near.data(), wide.data(), shape_.inside.row(y)},
        fields.surface.data() + static_cast<std::size_t>(y) * row_size, reach);
  }
}

// Carries the open sky of the body's edge two units outwards: an edge that is blended would
// otherwise be dashed, texel by texel.
void SurfaceWriter::grow_sky(ViewFields& fields) {
  const int w = height_.width, h = height_.height;
  std::vector<int> rim;
  for (int y = 1; y + 1 < h; ++y) {
    const float* const outline = shape_.outline_u.row(y);
    for (int x = 0; x < std::min(shape_.reach[static_cast<std::size_t>(y)], w - 1); ++x)
      if (outline[x] > -3.5f && !shape_.inside.row(y)[x]) rim.push_back(y * w + x);
  }
  std::vector<std::uint32_t>& surface = fields.surface;
  const auto sky_of = [&surface](int i) {
    return (surface[static_cast<std::size_t>(i)] & kSkyBits) >> 20;
  };
  std::vector<std::uint32_t> grown;
  for (int turn = 0; turn < 2; ++turn) {
    grown.clear();
    for (const int i : rim) {
      std::uint32_t sum = 0, count = 0;
      const bool on_axis = i % w == 0;
      for (const int step : {-w - 1, -w, -w + 1, -1, 1, w - 1, w, w + 1}) {
        if (on_axis && (step == -w - 1 || step == -1 || step == w - 1)) continue;
        const std::uint32_t sky = sky_of(i + step);  // 0 where it is not known
        sum += sky;
        count += sky > 0;
      }
      grown.push_back(sky_of(i) ? sky_of(i) : count ? sum / count : 0);
    }
    for (std::size_t k = 0; k < rim.size(); ++k) {
      std::uint32_t& texel = surface[static_cast<std::size_t>(rim[k])];
      texel = (texel & ~kSkyBits) | grown[k] << 20;
    }
  }
}

}  // namespace advisor::body
