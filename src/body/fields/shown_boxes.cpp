#include "body/fields/shown_boxes.h"

#include <algorithm>
#include <cmath>

#include "body/fields/grid.h"

namespace advisor::body {
namespace {

constexpr float kLeastU = 0.3f,
                kMostU = 1.5f;  // what tapers to less than a line is not seen; a texel and a half

// How deep a texel lies inside the shape that hover and focus are drawn along
// (shaders/figure.frag): between the area's border and the body's outline, the corner where they
// meet rounded.
float inside_u(const std::uint8_t* texel) {
  const float border = static_cast<float>(texel[1]) * (kBorderRangeU / 255);
  float outline = (static_cast<float>(texel[0]) - 127.5f) * (kOutlineRangeU / 127.5f);
  if (outline >= 7.8f) outline = 99;
  const float blend = std::max(7 - std::abs(border - outline), 0.0f);
  return std::min(border, outline) - blend * blend / 28;
}

}  // namespace

std::array<Rect, kAreaCount + 1> shown_boxes_u(const ViewFields& fields) {
  const auto at = [&](int x, int y) {
    return fields.place.data() +
           4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(fields.width) +
                static_cast<std::size_t>(x));
  };
  std::array<Box, kAreaCount + 1> boxes;
  boxes.fill({fields.width, fields.height, 0, 0});
  for (int y = 0; y < fields.height; ++y) {
    const std::uint8_t* texel = at(0, y);
    for (int x = 0; x < fields.width; ++x, texel += 4) {
      Box& box = boxes[texel[2]];
      if (texel[0] < 128 || (x >= box.x0 && x < box.x1 && y < box.y1) || inside_u(texel) < kLeastU)
        continue;
      box = {std::min(box.x0, x), std::min(box.y0, y), std::max(box.x1, x + 1), y + 1};
    }
  }
  std::array<Rect, kAreaCount + 1> shown;
  for (std::size_t code = 0; code <= kAreaCount; ++code) {
    const Box& box = boxes[code];
    if (box.x1 <= box.x0) continue;
    // The outermost texels are as far from the edge as they lie inside.
    float left = 0, right = 0, top = 0, bottom = 0;
    const auto reaches = [&](float& side, int x, int y) {
      if (const std::uint8_t* texel = at(x, y); texel[2] == code)
        side = std::max(side, std::min(inside_u(texel), kMostU));
    };
    for (int y = box.y0; y < box.y1; ++y) reaches(left, box.x0, y), reaches(right, box.x1 - 1, y);
    for (int x = box.x0; x < box.x1; ++x) reaches(top, x, box.y0), reaches(bottom, x, box.y1 - 1);
    // On the axis begins the other half.
    const float x0 = box.x0 == 0 ? 0 : static_cast<float>(box.x0) + 0.5f - left,
                y0 = static_cast<float>(box.y0) + 0.5f - top;
    shown[code] = {x0, fields.top_u + y0, static_cast<float>(box.x1) - 0.5f + right - x0,
                   static_cast<float>(box.y1) - 0.5f + bottom - y0};
  }
  return shown;
}

}  // namespace advisor::body
