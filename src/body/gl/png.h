#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace advisor::body {

// RGB pixels, 8 bits a channel, rows from the top.
struct RgbImage {
  int width = 0, height = 0;
  std::vector<std::uint8_t> pixels;
};

// A PNG file of an RGBA picture whose alpha is dropped, by stb; native programs only. `rgba` holds
// width * height * 4 bytes.
std::vector<std::uint8_t> encode_png(std::span<const std::uint8_t> rgba, int width, int height);

// Reads any PNG file (alpha is dropped). Nothing for other files or broken ones; checksums are not
// looked at.
std::optional<RgbImage> decode_png(std::span<const std::uint8_t> file);

}  // namespace advisor::body
