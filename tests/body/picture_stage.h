#pragma once

#include <catch_amalgamated.hpp>

#include "body/gl/offscreen.h"
#include "body/gl/painting.h"
#include "figure_fixture.h"

namespace advisor::body::test {

// One context and renderer a program, with both views of one build at a time.
inline gl::Renderer& renderer(Build build) {
  static gl::OffscreenContext context;
  static gl::Renderer made = [] {
    std::string error;
    const bool has_context = context.create(&error);
    INFO(error);
    REQUIRE(has_context);
    gl::Renderer r;
    const bool compiled = r.create(&error);
    INFO(error);
    REQUIRE(compiled);
    return r;
  }();
  made.upload(figure(build));
  return made;
}

// The whole figure on a stage of the given size.
inline gl::FigurePicture picture_of(Build build, View view, float width_px, float height_px,
                                    float density, bool dark) {
  gl::FigurePicture p;
  p.view = p.turning_from = view;
  p.framing = fit_body(figure(build), view, {0, 0, width_px, height_px});
  p.density = density;
  p.dark = dark;
  if (dark) {
    p.background[0] = 0.071f;
    p.background[1] = 0.094f;
    p.background[2] = 0.082f;
  }
  p.target_width = static_cast<int>(width_px * density);
  p.target_height = static_cast<int>(height_px * density);
  return p;
}

}  // namespace advisor::body::test
