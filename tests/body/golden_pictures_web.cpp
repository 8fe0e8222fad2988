// The goldens' scenes as a browser draws them: tests/browser/goldens.test.mjs calls it in Chromium.
#include <emscripten/em_macros.h>

#include <optional>
#include <vector>

#include "body/gl/painting.h"
#include "golden_scene.h"
#include "platform/web/window.h"

namespace {

using namespace advisor::body;

std::vector<std::byte> packed;
std::optional<Figure> figure;
gl::Renderer renderer;
gl::Image image;

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE std::byte* golden_buffer(int size) {
  packed.resize(static_cast<std::size_t>(size));
  return packed.data();
}

// The figure of the atlas in the buffer; 0 when it cannot be drawn here.
EMSCRIPTEN_KEEPALIVE int golden_figure() {
  static bool open = false;
  std::string error;
  if (!open && !(open = advisor::platform::open_web_window(64, 64) && renderer.create(&error)))
    return 0;
  figure = Figure::parse(packed, &error);
  if (!figure) return 0;
  while (!figure->build_step()) {
  }
  renderer.upload(*figure);
  return 1;
}

// 150 x 300 px at that density, RGBA.
EMSCRIPTEN_KEEPALIVE const std::uint8_t* golden_picture(int back, int density, int dark) {
  const gl::FigurePicture picture =
      test::golden_scene(*figure, back ? View::kBack : View::kFront, density, dark != 0);
  image = gl::paint(renderer, {&picture, 1});
  return image.pixels.data();
}
}
