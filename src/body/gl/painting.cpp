#include "body/gl/painting.h"

#include <algorithm>

#include "body/gl/gl_api.h"
#include "body/gl/saved_state.h"

namespace advisor::body::gl {

Image paint(Renderer& renderer, std::span<const FigurePicture> pictures) {
  Image image;
  if (pictures.empty()) return image;
  const int width = pictures[0].target_width, height = pictures[0].target_height;
  if (width <= 0 || height <= 0) return image;

  const SavedState state;
  GLint bound = 0;
  glGetIntegerv(GL_FRAMEBUFFER_BINDING, &bound);
  GLuint texture = 0, framebuffer = 0;
  glGenTextures(1, &texture);
  glActiveTexture(GL_TEXTURE0);
  glBindTexture(GL_TEXTURE_2D, texture);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
  glGenFramebuffers(1, &framebuffer);
  glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
  glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture, 0);
  if (glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE) {
    GLfloat clear[4];
    glGetFloatv(GL_COLOR_CLEAR_VALUE, clear);
    const float* const b = pictures[0].background;
    glDisable(GL_SCISSOR_TEST);
    glClearColor(b[0], b[1], b[2], 1);
    glClear(GL_COLOR_BUFFER_BIT);
    glClearColor(clear[0], clear[1], clear[2], clear[3]);
    for (const FigurePicture& picture : pictures) renderer.draw(picture);
    image.width = width;
    image.height = height;
    const auto row = static_cast<std::size_t>(width) * 4;
    image.pixels.resize(row * static_cast<std::size_t>(height));
    glReadPixels(0, 0, width, height, GL_RGBA, GL_UNSIGNED_BYTE, image.pixels.data());
    // GL counts rows from below.
    for (int y = 0; y < height / 2; ++y)
      std::swap_ranges(image.pixels.begin() + static_cast<std::ptrdiff_t>(row) * y,
                       image.pixels.begin() + static_cast<std::ptrdiff_t>(row) * (y + 1),
                       image.pixels.begin() + static_cast<std::ptrdiff_t>(row) * (height - 1 - y));
  }
  glBindFramebuffer(GL_FRAMEBUFFER, static_cast<GLuint>(bound));
  glDeleteFramebuffers(1, &framebuffer);
  glDeleteTextures(1, &texture);
  return image;
}

}  // namespace advisor::body::gl
