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

// A PNG file of an RGBA picture whose alpha is dropped. `rgba` holds width * height * 4 bytes. About 30 ms a megapixel.
std::vector<std::uint8_t> encode_png(std::span<const std::uint8_t> rgba, int width, int height);

// Reads what encode_png writes and other 8-bit RGB and RGBA files without interlacing (alpha is dropped). Nothing for
// other files or broken ones; checksums are not looked at.
std::optional<RgbImage> decode_png(std::span<const std::uint8_t> file);

}  // namespace advisor::body
