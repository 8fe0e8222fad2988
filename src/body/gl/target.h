#pragma once

#include <cstdint>

namespace advisor::body::gl {

// A picture off screen that can be drawn into: a framebuffer with one RGBA texture. Needs a current
// context for everything but forget().
class Target {
 public:
  // Makes it, or makes it again in another size, and binds it. False if the framebuffer cannot be
  // made; then what was bound stays.
  bool bind(int width, int height);
  // While it is bound: all of it in one colour (sRGB, opaque).
  void clear(const float colour[3]) const;
  void destroy();
  // The context is lost: drops the names without calling GL.
  void forget() { *this = {}; }
  std::uint32_t framebuffer() const { return framebuffer_; }

 private:
  std::uint32_t framebuffer_ = 0, texture_ = 0;
  int width_ = 0, height_ = 0;
};

// What is bound for drawing now; 0 is the window.
std::uint32_t bound_framebuffer();
void bind_framebuffer(std::uint32_t framebuffer);

}  // namespace advisor::body::gl
