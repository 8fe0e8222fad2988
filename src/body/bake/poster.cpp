// The façade's poster from the real figure: light.pam and dark.pam in a folder, front view, the
// right thigh sore. web/build/poster.mjs makes WebP of them. Usage: bake_poster ATLAS FOLDER

#include <cstdio>
#include <string>
#include <vector>

#include "body/figure.h"
#include "body/gl/offscreen.h"
#include "body/gl/painting.h"

namespace {

using namespace advisor::body;

constexpr float kWidthPx = 210, kHeightPx = 352, kDensity = 2;
constexpr Rect kFigurePx = {10, 6, 190, 340};  // room around it for its shadow
constexpr std::string_view kSore = "quad_r";
constexpr float kSoreness = 0.7f;
// `paper` of the design system, behind the picture on the page.
constexpr float kPaper[2][3] = {{0xf3 / 255.0f, 0xf4 / 255.0f, 0xf0 / 255.0f},
                                {0x12 / 255.0f, 0x18 / 255.0f, 0x15 / 255.0f}};

bool write_pam(const gl::Image& image, const std::string& path) {
  FILE* out = std::fopen(path.c_str(), "wb");
  if (!out) return false;
  std::fprintf(out, "P7\nWIDTH %d\nHEIGHT %d\nDEPTH 4\nMAXVAL 255\nTUPLTYPE RGB_ALPHA\nENDHDR\n",
               image.width, image.height);
  const bool whole =
      std::fwrite(image.pixels.data(), 1, image.pixels.size(), out) == image.pixels.size();
  return std::fclose(out) == 0 && whole;
}

int fail(const std::string& why) {
  std::fprintf(stderr, "bake_poster: %s\n", why.c_str());
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return fail("usage: bake_poster ATLAS FOLDER");
  FILE* in = std::fopen(argv[1], "rb");
  if (!in) return fail(std::string("cannot read ") + argv[1]);
  std::vector<char> packed(1 << 16);
  packed.resize(std::fread(packed.data(), 1, packed.size(), in));
  std::fclose(in);
  std::string error;
  auto figure = Figure::parse(std::as_bytes(std::span(packed)), &error);
  if (!figure) return fail(error);
  while (!figure->build_step()) {
  }
  gl::OffscreenContext context;
  gl::Renderer renderer;
  if (!context.create(&error) || !renderer.create(&error)) return fail(error);
  renderer.upload(*figure);
  for (int dark = 0; dark < 2; ++dark) {
    gl::FigurePicture picture;
    picture.framing = fit_body(*figure, View::kFront, kFigurePx);
    picture.density = kDensity;
    picture.dark = dark == 1;
    picture.target_width = static_cast<int>(kWidthPx * kDensity);
    picture.target_height = static_cast<int>(kHeightPx * kDensity);
    for (int i = 0; i < 3; ++i) picture.background[i] = kPaper[dark][i];
    for (int i = 0; i < kRegionCount; ++i)
      if (region_name(i) == kSore) picture.intensity[static_cast<std::size_t>(i)] = kSoreness;
    if (!write_pam(gl::paint(renderer, std::span(&picture, 1)),
                   std::string(argv[2]) + (dark ? "/dark.pam" : "/light.pam")))
      return fail("cannot write");
  }
  return 0;
}
