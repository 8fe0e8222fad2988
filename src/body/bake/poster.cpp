// Bakes the picture that stands for the figure until it is loaded: bake_poster ATLAS OUT.png [WIDTH HEIGHT]
// The male figure from the front on the light theme's paper, one thigh glowing; framed as the first frame will be.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "body/gl/offscreen.h"
#include "body/gl/painting.h"
#include "body/png.h"

using namespace advisor::body;

namespace {

constexpr int kQuadRight = 17;
constexpr float kPaper[3] = {243 / 255.0f, 244 / 255.0f, 240 / 255.0f};

bool read_file(const char* path, std::vector<std::byte>& bytes) {
  std::FILE* const file = std::fopen(path, "rb");
  if (!file) return false;
  bytes.resize(1 << 16);
  bytes.resize(std::fread(bytes.data(), 1, bytes.size(), file));
  std::fclose(file);
  return true;
}

int fail(const std::string& words) {
  std::fprintf(stderr, "bake_poster: %s\n", words.c_str());
  return 1;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3 && count != 5) {
    std::fprintf(stderr, "usage: bake_poster ATLAS OUT.png [WIDTH HEIGHT]\n");
    return 64;
  }
  const int width = count == 5 ? std::atoi(arguments[3]) : 640, height = count == 5 ? std::atoi(arguments[4]) : 800;
  if (width < 16 || height < 16 || width > 4096 || height > 4096) return fail("the size is out of range");
  std::vector<std::byte> bytes;
  if (!read_file(arguments[1], bytes)) return fail(std::string("cannot read ") + arguments[1]);
  std::string error;
  std::optional<Figure> figure = Figure::parse(bytes, &error);
  if (!figure) return fail(error);
  while (!figure->drawable(View::kFront)) figure->build_step();

  gl::OffscreenContext context;
  gl::Renderer renderer;
  if (!context.create(&error) || !renderer.create(&error)) return fail(error);
  renderer.upload(*figure);
  // Drawn at twice the size and averaged: the WebP that is made of it has no noise to spend bytes on.
  gl::FigurePicture picture;
  picture.density = 2;
  picture.framing = fit_body(*figure, View::kFront, {0, 0, static_cast<float>(width), static_cast<float>(height)});
  picture.target_width = 2 * width;
  picture.target_height = 2 * height;
  std::copy(kPaper, kPaper + 3, picture.background);
  picture.intensity[kQuadRight] = 0.6f;
  const gl::Image image = gl::paint(renderer, {&picture, 1});
  if (image.pixels.empty()) return fail("the framebuffer cannot be made");

  std::vector<std::uint8_t> half(static_cast<std::size_t>(width) * static_cast<std::size_t>(height) * 4);
  const auto row = static_cast<std::size_t>(image.width) * 4;
  for (std::size_t y = 0; y < static_cast<std::size_t>(height); ++y)
    for (std::size_t i = 0; i < static_cast<std::size_t>(width) * 4; ++i) {
      const std::uint8_t* const p = image.pixels.data() + 2 * y * row + (i / 4) * 8 + i % 4;
      half[y * static_cast<std::size_t>(width) * 4 + i] =
          static_cast<std::uint8_t>((p[0] + p[4] + p[row] + p[row + 4] + 2) / 4);
    }
  const std::vector<std::uint8_t> png = encode_png(half, width, height);
  std::FILE* const out = std::fopen(arguments[2], "wb");
  if (!out) return fail(std::string("cannot write ") + arguments[2]);
  const bool written = std::fwrite(png.data(), 1, png.size(), out) == png.size();
  return std::fclose(out) == 0 && written ? 0 : fail("the picture could not be written");
}
