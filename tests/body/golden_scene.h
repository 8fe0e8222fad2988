#pragma once

#include <string_view>

#include "body/gl/renderer.h"

namespace advisor::body::test {

// What the goldens show, natively and in Chromium: a figure with marks, one of its regions in
// focus.
inline gl::FigurePicture golden_scene(const Figure& figure, View view, int density, bool dark) {
  struct Mark {
    std::string_view region;
    float intensity;
  };
  constexpr Mark kMaleMarks[] = {{"quad_l", 0.75f},      {"hip_flexor_r", 0.55f}, {"shin_r", 1},
                                 {"knee_front_l", 0.3f}, {"hamstring_l", 1},      {"calf_r", 0.6f},
                                 {"achilles_r", 0.95f},  {"low_back_l", 0.1f}};
  constexpr Mark kFemaleMarks[] = {{"itb_l", 0.8f},        {"groin_r", 0.6f},   {"shin_l", 0.5f},
                                   {"knee_front_r", 0.9f}, {"glute_r", 0.8f},   {"calf_l", 0.95f},
                                   {"foot_l", 0.7f},       {"shoulder_r", 0.2f}};
  constexpr float kWidthPx = 150, kHeightPx = 300;
  const bool male = figure.build() == Build::kMale;
  const auto named = [](std::string_view name) {
    int region = 0;
    while (region_name(region) != name) ++region;
    return region;
  };
  gl::FigurePicture p;
  p.view = p.turning_from = view;
  p.framing = fit_body(figure, view, {0, 0, kWidthPx, kHeightPx});
  p.density = static_cast<float>(density);
  p.target_width = static_cast<int>(kWidthPx) * density;
  p.target_height = static_cast<int>(kHeightPx) * density;
  for (const Mark& m : male ? kMaleMarks : kFemaleMarks)
    p.intensity[static_cast<std::size_t>(named(m.region))] = m.intensity;
  p.focused = named(view == View::kFront ? "quad_r" : "hamstring_l");
  p.dark = dark;
  if (dark) {
    p.tone = male ? 3 : 1;
    p.background[0] = 0.071f;
    p.background[1] = 0.094f;
    p.background[2] = 0.082f;
  }
  return p;
}

}  // namespace advisor::body::test
