#pragma once

#include <cstdint>
#include <span>

namespace advisor::body::test {

// How different two RGB pictures of the same size look. Both are first averaged over 3 x 3 pixels,
// as an eye at arm's length does, and compared in OKLab, where 0.02 is about the least that can be
// seen side by side.
struct Difference {
  float mean = 0;
  float share_seen = 0;  // of the pixels that differ by more than 0.03
};

Difference difference(std::span<const std::uint8_t> a, std::span<const std::uint8_t> b, int width,
                      int height);

// What goldens allow: another driver rounds and filters a little differently.
inline constexpr float kMeanAllowed = 0.004f, kShareAllowed = 0.002f;

}  // namespace advisor::body::test
