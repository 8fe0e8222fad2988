#include "body/gl/painting.h"

#include <algorithm>

#include "body/gl/gl_api.h"

namespace advisor::body::gl {

Painting::Painting(int width, int height, const float background[3])
    : before_(bound_framebuffer()),
      width_(width),
      height_(height),
      possible_(target_.bind(width, height)) {
  if (possible_) target_.clear(background);
}

Painting::~Painting() {
  bind_framebuffer(before_);
  target_.destroy();
}

Image Painting::read() const {
  Image image;
  image.width = width_;
  image.height = height_;
  const auto row = static_cast<std::ptrdiff_t>(width_) * 4;
  image.pixels.resize(static_cast<std::size_t>(row * height_));
  glReadPixels(0, 0, width_, height_, GL_RGBA, GL_UNSIGNED_BYTE, image.pixels.data());
  // GL counts rows from below.
  const auto first = image.pixels.begin();
  for (int y = 0; y < height_ / 2; ++y)
    std::swap_ranges(first + row * y, first + row * (y + 1), first + row * (height_ - 1 - y));
  return image;
}

Image paint(Renderer& renderer, std::span<const FigurePicture> pictures) {
  if (pictures.empty()) return {};
  const Painting painting(pictures[0].target_width, pictures[0].target_height,
                          pictures[0].background);
  if (!painting.possible()) return {};
  for (const FigurePicture& picture : pictures) renderer.draw(picture);
  return painting.read();
}

}  // namespace advisor::body::gl
