#include "platform/desktop/window_icon.h"

#include <GLFW/glfw3.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace advisor::platform {
namespace {

using Rgb = std::array<float, 3>;
constexpr Rgb kGreen{0x1D, 0x4A, 0x3B}, kClay{0xF3, 0xF4, 0xF0}, kCoral{0xFF, 0x7F, 0x60};

// Distances in a square of 1 x 1, negative inside.
float capsule(float x, float y, float ax, float ay, float bx, float by, float r) {
  const float dx = bx - ax, dy = by - ay;
  const float t =
      std::clamp(((x - ax) * dx + (y - ay) * dy) / std::max(dx * dx + dy * dy, 1e-6f), 0.0f, 1.0f);
  return std::hypot(x - ax - t * dx, y - ay - t * dy) - r;
}

float rounded_square(float x, float y, float r) {
  const float qx = std::fabs(x - 0.5f) - 0.5f + r, qy = std::fabs(y - 0.5f) - 0.5f + r;
  return std::hypot(std::max(qx, 0.0f), std::max(qy, 0.0f)) + std::min(std::max(qx, qy), 0.0f) - r;
}

// A runner's body as four strokes: head, trunk, and two legs, one of them with the sore spot.
float figure(float x, float y) {
  const float head = capsule(x, y, 0.5f, 0.215f, 0.5f, 0.215f, 0.105f);
  const float trunk = capsule(x, y, 0.5f, 0.44f, 0.5f, 0.53f, 0.115f);
  const float legs = std::min(capsule(x, y, 0.455f, 0.60f, 0.40f, 0.86f, 0.07f),
                              capsule(x, y, 0.545f, 0.60f, 0.60f, 0.86f, 0.07f));
  return std::min(head, std::min(trunk, legs));
}

std::vector<unsigned char> draw_icon(int size) {
  std::vector<unsigned char> rgba;
  const float px = static_cast<float>(size);
  const auto covers = [&](float distance) { return std::clamp(0.5f - distance * px, 0.0f, 1.0f); };
  for (int row = 0; row < size; ++row)
    for (int column = 0; column < size; ++column) {
      const float x = (static_cast<float>(column) + 0.5f) / px,
                  y = (static_cast<float>(row) + 0.5f) / px;
      const float body = covers(figure(x, y)),
                  sore = covers(std::hypot(x - 0.585f, y - 0.76f) - 0.105f);
      for (std::size_t i = 0; i < 3; ++i) {
        const float on_ground = kGreen[i] + (kClay[i] - kGreen[i]) * body;
        rgba.push_back(
            static_cast<unsigned char>(on_ground + (kCoral[i] - on_ground) * sore + 0.5f));
      }
      rgba.push_back(static_cast<unsigned char>(255 * covers(rounded_square(x, y, 0.22f)) + 0.5f));
    }
  return rgba;
}

}  // namespace

void set_window_icon(GLFWwindow* window) {
  std::array<std::vector<unsigned char>, 4> pixels;
  std::array<GLFWimage, 4> images;
  constexpr std::array<int, 4> kSizes{16, 32, 48, 128};
  for (std::size_t i = 0; i < kSizes.size(); ++i) {
    pixels[i] = draw_icon(kSizes[i]);
    images[i] = {kSizes[i], kSizes[i], pixels[i].data()};
  }
  glfwSetWindowIcon(window, static_cast<int>(images.size()), images.data());
}

}  // namespace advisor::platform
