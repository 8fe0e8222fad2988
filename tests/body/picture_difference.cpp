#include "picture_difference.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace advisor::body::test {
namespace {

using Lab = std::array<float, 3>;

Lab to_oklab(const std::uint8_t* rgb) {
  const auto linear = [](std::uint8_t v) {
    const float c = static_cast<float>(v) / 255;
    return c <= 0.04045f ? c / 12.92f : std::pow((c + 0.055f) / 1.055f, 2.4f);
  };
  const float r = linear(rgb[0]), g = linear(rgb[1]), b = linear(rgb[2]);
  const float l = std::cbrt(0.4122214708f * r + 0.5363325363f * g + 0.0514459929f * b);
  const float m = std::cbrt(0.2119034982f * r + 0.6806995451f * g + 0.1073969566f * b);
  const float s = std::cbrt(0.0883024619f * r + 0.2817188376f * g + 0.6299787005f * b);
  return {0.2104542553f * l + 0.7936177850f * m - 0.0040720468f * s,
          1.9779984951f * l - 2.4285922050f * m + 0.4505937099f * s,
          0.0259040371f * l + 0.7827717662f * m - 0.8086757660f * s};
}

std::vector<Lab> seen(std::span<const std::uint8_t> rgb, int width, int height) {
  std::vector<Lab> lab(static_cast<std::size_t>(width * height)), out(lab.size());
  for (std::size_t i = 0; i < lab.size(); ++i) lab[i] = to_oklab(rgb.data() + 3 * i);
  for (int y = 0; y < height; ++y)
    for (int x = 0; x < width; ++x) {
      Lab sum{};
      for (int dy = -1; dy <= 1; ++dy)
        for (int dx = -1; dx <= 1; ++dx) {
          const Lab& n = lab[static_cast<std::size_t>(std::clamp(y + dy, 0, height - 1) * width +
                                                      std::clamp(x + dx, 0, width - 1))];
          for (std::size_t c = 0; c < 3; ++c) sum[c] += n[c] / 9;
        }
      out[static_cast<std::size_t>(y * width + x)] = sum;
    }
  return out;
}

}  // namespace

Difference difference(std::span<const std::uint8_t> a, std::span<const std::uint8_t> b, int width,
                      int height) {
  const std::vector<Lab> p = seen(a, width, height), q = seen(b, width, height);
  double sum = 0;
  std::size_t count = 0;
  for (std::size_t i = 0; i < p.size(); ++i) {
    const float d = std::hypot(p[i][0] - q[i][0], p[i][1] - q[i][1], p[i][2] - q[i][2]);
    sum += d;
    count += d > 0.03f;
  }
  const auto n = static_cast<double>(p.size());
  return {static_cast<float>(sum / n), static_cast<float>(static_cast<double>(count) / n)};
}

}  // namespace advisor::body::test
