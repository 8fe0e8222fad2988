#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "body/gl/renderer.h"

namespace advisor::body::gl {

// A picture in memory: 8 bits a channel, RGBA, rows from the top.
struct Image {
  int width = 0, height = 0;
  std::vector<std::uint8_t> pixels;
};

// Draws the figure off screen, for export, print and tests: one drawing for each of `pictures` (both views side by
// side, say), over the background of the first. The size of the image is the target size of the first. Empty if the
// framebuffer cannot be made. Waits for the GPU; leaves the bound framebuffer as it was.
Image paint(Renderer& renderer, std::span<const FigurePicture> pictures);

}  // namespace advisor::body::gl
