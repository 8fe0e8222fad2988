#include "body/gl/png.h"

#include <catch_amalgamated.hpp>

using namespace advisor::body;

TEST_CASE("A picture comes back from its PNG file as it was", "[png]") {
  constexpr int kWidth = 61, kHeight = 37;
  std::vector<std::uint8_t> rgba;
  for (int y = 0; y < kHeight; ++y)
    for (int x = 0; x < kWidth; ++x) {
      const auto noise = static_cast<std::uint8_t>((x * 73 ^ y * 151) & 7);
      const bool flat = y > 20;
      rgba.insert(rgba.end(),
                  {flat ? std::uint8_t{9} : static_cast<std::uint8_t>(x * 4 + noise),
                   static_cast<std::uint8_t>(y * 6), flat ? std::uint8_t{200} : noise, 255});
    }
  const std::vector<std::uint8_t> file = encode_png(rgba, kWidth, kHeight);
  CHECK(file.size() < rgba.size() / 2);
  const auto image = decode_png(file);
  REQUIRE(image.has_value());
  REQUIRE(image->width == kWidth);
  REQUIRE(image->height == kHeight);
  for (std::size_t i = 0; i < static_cast<std::size_t>(kWidth * kHeight); ++i)
    for (std::size_t c = 0; c < 3; ++c) REQUIRE(image->pixels[3 * i + c] == rgba[4 * i + c]);
}

TEST_CASE("A PNG file cut short or damaged is refused, never a crash", "[png]") {
  std::vector<std::uint8_t> rgba(40 * 30 * 4);
  for (std::size_t i = 0; i < rgba.size(); ++i) rgba[i] = static_cast<std::uint8_t>(i * i >> 3);
  const std::vector<std::uint8_t> file = encode_png(rgba, 40, 30);
  for (std::size_t size = 0; size < file.size() - 16; size += 3)
    CHECK_FALSE(decode_png(std::span(file).first(size)).has_value());
  for (std::size_t i = 33; i < file.size(); i += 2) {
    std::vector<std::uint8_t> bad = file;
    bad[i] = static_cast<std::uint8_t>(bad[i] ^ 0x5a);
    (void)decode_png(bad);
  }
}
