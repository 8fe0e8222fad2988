// The figure's speed. Run it alone on a quiet machine; tests/budgets.json holds what it must not
// exceed.
#include "body/gl/gl_api.h"
#include "picture_stage.h"

using namespace advisor::body;
using namespace advisor::body::test;

TEST_CASE("CPU work of the figure", "[bench]") {
  const std::vector<std::byte> bytes = atlas_bytes(Build::kMale);
  BENCHMARK("front view from bytes to ready") {
    std::string error;
    std::optional<Figure> made = Figure::parse(bytes, &error);
    while (!made->ready(View::kFront)) made->build_step();
    return made->ready(View::kFront);
  };

  const Figure& male = figure(Build::kMale);
  const Framing framing = fit_body(male, View::kBack, kPhoneStage);
  std::uint32_t i = 0;
  BENCHMARK("one hit test") {
    i = i * 1664525u + 1013904223u;
    return hit(male, View::kBack, framing,
               {static_cast<float>((i >> 8) % 390), static_cast<float>((i >> 18) % 900)});
  };
}

TEST_CASE("Drawing the figure", "[bench]") {
  gl::Renderer& r = renderer(Build::kMale);
  gl::FigurePicture p = picture_of(Build::kMale, View::kFront, 800, 1200, 1, false);
  p.intensity[static_cast<std::size_t>(region("quad_l"))] = 0.8f;

  GLuint texture = 0, framebuffer = 0;
  glGenTextures(1, &texture);
  glBindTexture(GL_TEXTURE_2D, texture);
  glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, 800, 1200, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
  glGenFramebuffers(1, &framebuffer);
  glBindFramebuffer(GL_FRAMEBUFFER, framebuffer);
  glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture, 0);

  BENCHMARK("a frame of 800 x 1200, drawn and waited for") {
    r.draw(p);
    glFinish();
  };

  // Nothing of the body in sight: what remains is the CPU's part of a drawing.
  gl::FigurePicture away = p;
  away.framing.stage_px = {0, 0, 2, 2};
  away.target_width = away.target_height = 2;
  BENCHMARK("the CPU's part of a drawing") { r.draw(away); };
  glFinish();
  glBindFramebuffer(GL_FRAMEBUFFER, 0);
}
