#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "body/fields/area_map.h"

namespace advisor::body {

// What the renderer samples and the hit test looks up, for the half plane x >= 0 of one view. Kept
// after upload, so that textures can be made again when a GL context was lost.
struct ViewFields {
  int width = 0, height = 0;  // one texel a unit; a quarter and a half of it below, rounded up
  float top_u = 0;
  float half_width_u = 0;

  std::vector<std::uint32_t> surface;  // width x height, 10 bits each from the low end: normal x,
                                       // normal y (0 is -1), open sky (ao)
  std::vector<std::uint8_t> place;     // width x height, RGBA: outline distance (+-8 u), border
                                       // distance (0..22 u), area code, hair
  int glow_width = 0, glow_height = 0;
  std::vector<std::uint8_t>
      glow;  // a quarter of the density, RGBA: core, markable, wide shadow, near shadow
  int cast_width = 0, cast_height = 0;
  std::vector<std::uint8_t>
      cast;  // half the density, RG: light that arrives on the right half, on the left half

  std::array<float, kAreaCount + 1>
      reach_u{};  // by area code: over which distance from its border soreness rises
};

inline constexpr float kOutlineRangeU = 8, kBorderRangeU = 22;

// Turns one view's outlines into its fields.
class FieldBuilder {
 public:
  explicit FieldBuilder(const ViewAtlas& view);
  ~FieldBuilder();
  bool step();  // a few milliseconds of work; true once done
  ViewFields take_fields();
  Grid<AreaCode> take_half_codes();  // two units a cell, for the touch map

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace advisor::body
