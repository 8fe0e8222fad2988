#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "body/gl/renderer.h"
#include "body/gl/target.h"

namespace advisor::body::gl {

// A picture in memory: 8 bits a channel, RGBA, rows from the top.
struct Image {
  int width = 0, height = 0;
  std::vector<std::uint8_t> pixels;
};

// What is drawn off screen between the two, over `background` (sRGB), comes back as a picture; the
// framebuffer that was bound is bound again. For export, print and tests.
class Painting {
 public:
  Painting(int width, int height, const float background[3]);
  ~Painting();
  Painting(const Painting&) = delete;
  Painting& operator=(const Painting&) = delete;

  bool possible() const { return possible_; }  // the framebuffer could be made
  Image read() const;                          // waits for the GPU

 private:
  std::uint32_t before_;
  Target target_;
  int width_, height_;
  bool possible_;
};

// The figure alone: one drawing for each of `pictures` (both views side by side, say), over the
// background of the first. The size of the image is the target size of the first. Empty if the
// framebuffer cannot be made.
Image paint(Renderer& renderer, std::span<const FigurePicture> pictures);

}  // namespace advisor::body::gl
