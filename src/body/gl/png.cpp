#include "body/gl/png.h"

// stb's two headers, kept small: memory to memory, PNG only.
#define STB_IMAGE_IMPLEMENTATION
#define STB_IMAGE_STATIC
#define STBI_ONLY_PNG
#define STBI_NO_STDIO
#define STB_IMAGE_WRITE_IMPLEMENTATION
#define STB_IMAGE_WRITE_STATIC
#define STBI_WRITE_NO_STDIO
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wall"
#pragma GCC diagnostic ignored "-Wextra"
#pragma GCC diagnostic ignored "-Wconversion"
#pragma GCC diagnostic ignored "-Wsign-conversion"
#pragma GCC diagnostic ignored "-Wunused-function"
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"
#include <stb/stb_image.h>
#include <stb/stb_image_write.h>
#pragma GCC diagnostic pop

namespace advisor::body {
namespace {

constexpr int kRgb = 3;

void append(void* context, void* data, int size) {
  auto& file = *static_cast<std::vector<std::uint8_t>*>(context);
  const auto* bytes = static_cast<const std::uint8_t*>(data);
  file.insert(file.end(), bytes, bytes + size);
}

}  // namespace

std::vector<std::uint8_t> encode_png(std::span<const std::uint8_t> rgba, int width, int height) {
  std::vector<std::uint8_t> rgb, file;
  rgb.reserve(rgba.size() / 4 * kRgb);
  for (std::size_t i = 0; i + 3 < rgba.size(); i += 4)
    rgb.insert(rgb.end(), {rgba[i], rgba[i + 1], rgba[i + 2]});
  stbi_write_png_to_func(append, &file, width, height, kRgb, rgb.data(), width * kRgb);
  return file;
}

std::optional<RgbImage> decode_png(std::span<const std::uint8_t> file) {
  RgbImage image;
  int channels = 0;
  std::uint8_t* pixels = stbi_load_from_memory(file.data(), static_cast<int>(file.size()),
                                               &image.width, &image.height, &channels, kRgb);
  if (!pixels) return std::nullopt;
  image.pixels.assign(pixels, pixels + static_cast<std::size_t>(image.width) *
                                           static_cast<std::size_t>(image.height) * kRgb);
  stbi_image_free(pixels);
  return image;
}

}  // namespace advisor::body
