#include "body/gl/target.h"

#include "body/gl/gl_api.h"

namespace advisor::body::gl {

std::uint32_t bound_framebuffer() {
  GLint bound = 0;
  glGetIntegerv(GL_FRAMEBUFFER_BINDING, &bound);
  return static_cast<std::uint32_t>(bound);
}

void bind_framebuffer(std::uint32_t framebuffer) { glBindFramebuffer(GL_FRAMEBUFFER, framebuffer); }

bool Target::bind(int width, int height) {
  if (width <= 0 || height <= 0) return false;
  const std::uint32_t before = bound_framebuffer();
  if (!framebuffer_) {
    glGenTextures(1, &texture_);
    glGenFramebuffers(1, &framebuffer_);
  }
  bind_framebuffer(framebuffer_);
  if (width != width_ || height != height_) {
    GLint texture = 0;
    glGetIntegerv(GL_TEXTURE_BINDING_2D, &texture);
    glBindTexture(GL_TEXTURE_2D, texture_);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(texture));
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture_, 0);
    width_ = width;
    height_ = height;
    if (glCheckFramebufferStatus(GL_FRAMEBUFFER) != GL_FRAMEBUFFER_COMPLETE) {
      destroy();
      bind_framebuffer(before);
      return false;
    }
  }
  return true;
}

void Target::clear(const float colour[3]) const {
  GLfloat before[4];
  glGetFloatv(GL_COLOR_CLEAR_VALUE, before);
  const GLboolean scissor = glIsEnabled(GL_SCISSOR_TEST);
  glDisable(GL_SCISSOR_TEST);
  glClearColor(colour[0], colour[1], colour[2], 1);
  glClear(GL_COLOR_BUFFER_BIT);
  glClearColor(before[0], before[1], before[2], before[3]);
  if (scissor) glEnable(GL_SCISSOR_TEST);
}

void Target::destroy() {
  if (framebuffer_) glDeleteFramebuffers(1, &framebuffer_);
  if (texture_) glDeleteTextures(1, &texture_);
  forget();
}

}  // namespace advisor::body::gl
