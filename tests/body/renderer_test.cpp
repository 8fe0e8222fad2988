#include <algorithm>
#include <cmath>

#include "body/gl/gl_api.h"
#include "picture_difference.h"
#include "picture_stage.h"

using namespace advisor::body;
using namespace advisor::body::test;

namespace {

struct Rgb {
  int r, g, b;
};

Rgb at(const gl::Image& image, Point p_px) {
  const std::size_t i = (static_cast<std::size_t>(p_px.y) * static_cast<std::size_t>(image.width) +
                         static_cast<std::size_t>(p_px.x)) *
                        4;
  return {image.pixels[i], image.pixels[i + 1], image.pixels[i + 2]};
}

gl::Image paint_one(Build build, const gl::FigurePicture& p) {
  return gl::paint(renderer(build), {&p, 1});
}

// How far a colour is from clay towards red.
int warmth(Rgb c) { return c.r - (c.g + c.b) / 2; }

}  // namespace

TEST_CASE("What lights up is what was hit, on that side only", "[renderer]") {
  for (const Build build : kBuilds)
    for (const View view : kViews) {
      gl::FigurePicture p = picture_of(build, view, 195, 430, 2, false);
      const gl::Image plain = paint_one(build, p);
      for (int r = 0; r < kRegionCount; ++r) {
        if (!figure(build).touch(view).has(r) || home_view(r) != view) continue;
        const Point touch = region_anchor_px(figure(build), view, p.framing, r);
        const int hit_region = hit(figure(build), view, p.framing, touch);
        REQUIRE(hit_region == r);
        p.intensity.fill(0);
        p.intensity[static_cast<std::size_t>(hit_region)] = 0.8f;
        const gl::Image marked = paint_one(build, p);
        INFO(region_name(r));
        const Point pixel = {touch.x * 2, touch.y * 2};
        CHECK(warmth(at(marked, pixel)) > warmth(at(plain, pixel)) + 30);
        if (mirrored(r) == r) continue;
        const Point other = region_anchor_px(figure(build), view, p.framing, mirrored(r));
        CHECK(std::abs(warmth(at(marked, {other.x * 2, other.y * 2})) -
                       warmth(at(plain, {other.x * 2, other.y * 2}))) <= 2);
      }
    }
}

TEST_CASE(
    "Wherever a mark glows, a touch means that mark, and it glows wherever deep inside a touch "
    "means it",
    "[renderer]") {
  for (const Build build : kBuilds)
    for (const View view : kViews) {
      gl::FigurePicture p = picture_of(build, view, 520, 1100, 1, false);
      const gl::Image plain = paint_one(build, p);
      for (int r = 0; r < kRegionCount; ++r) {
        if (!figure(build).touch(view).has(r) || home_view(r) != view) continue;
        p.intensity.fill(0);
        p.intensity[static_cast<std::size_t>(r)] = 1;
        const gl::Image marked = paint_one(build, p);
        int glowing = 0, strangers = 0, other_side = 0;
        for (int y = 2; y < 1100; y += 3)
          for (int x = 2; x < 520; x += 3) {
            const Point px = {static_cast<float>(x), static_cast<float>(y)};
            if (warmth(at(marked, px)) <= warmth(at(plain, px)) + 25) continue;
            const int meant = hit(figure(build), view, p.framing, px);
            ++glowing;
            strangers += meant != r;
            other_side += meant == mirrored(r) && mirrored(r) != r;
          }
        INFO(region_name(r) << ": " << strangers << " of " << glowing);
        CHECK(glowing > 20);
        CHECK(strangers * 10 <= glowing);  // a small neighbour may answer along its rim
        CHECK(other_side == 0);
      }
    }
}

TEST_CASE("More soreness is warmer, and the least can be seen", "[renderer]") {
  gl::FigurePicture p = picture_of(Build::kMale, View::kBack, 195, 430, 1, false);
  const std::size_t calf = static_cast<std::size_t>(region("calf_l"));
  const Point place =
      region_anchor_px(figure(Build::kMale), View::kBack, p.framing, region("calf_l"));
  int last = warmth(at(paint_one(Build::kMale, p), place)) + 20;
  for (const float intensity : {0.1f, 0.4f, 0.7f, 1.0f}) {
    p.intensity[calf] = intensity;
    const int now = warmth(at(paint_one(Build::kMale, p), place));
    CHECK(now > last);
    last = now;
  }
}

TEST_CASE("Nothing is drawn outside the stage", "[renderer]") {
  gl::FigurePicture p = picture_of(Build::kFemale, View::kFront, 300, 400, 1, false);
  p.framing = fit_legs(figure(Build::kFemale), View::kFront, {60, 80, 180, 200});
  const gl::Image image = paint_one(Build::kFemale, p);
  const Rgb paper = at(image, {1, 1});
  for (int y = 0; y < 400; ++y)
    for (int x = 0; x < 300; ++x) {
      if (x >= 60 && x < 240 && y >= 80 && y < 280) continue;
      const Rgb c = at(image, {static_cast<float>(x), static_cast<float>(y)});
      REQUIRE((c.r == paper.r && c.g == paper.g && c.b == paper.b));
    }
  CHECK(
      at(image, region_anchor_px(figure(Build::kFemale), View::kFront, p.framing, region("quad_l")))
          .b != paper.b);
}

TEST_CASE("A lost context costs nothing but the work: the picture comes back the same",
          "[renderer]") {
  gl::FigurePicture p = picture_of(Build::kMale, View::kFront, 120, 240, 1, true);
  const gl::Image before = paint_one(Build::kMale, p);
  gl::Renderer& r = renderer(Build::kMale);
  r.forget();
  CHECK_FALSE(r.has(View::kFront));
  CHECK(gl::paint(r, {&p, 1}).pixels != before.pixels);  // draws nothing, and does not fail
  std::string error;
  REQUIRE(r.create(&error));
  r.upload(figure(Build::kMale));
  CHECK(gl::paint(r, {&p, 1}).pixels == before.pixels);
}

TEST_CASE("GL is left as it was found", "[renderer]") {
  gl::Renderer& r = renderer(Build::kMale);
  const gl::FigurePicture p = picture_of(Build::kMale, View::kFront, 120, 240, 1, true);
  GLuint texture = 0, vertex_array = 0;
  glGenTextures(1, &texture);
  glGenVertexArrays(1, &vertex_array);
  glBindVertexArray(vertex_array);
  glActiveTexture(GL_TEXTURE2);
  glBindTexture(GL_TEXTURE_2D, texture);
  glScissor(3, 4, 5, 6);
  glEnable(GL_SCISSOR_TEST);
  glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  gl::paint(r, {&p, 1});
  const auto value = [](GLenum what) {
    GLint v = 0;
    glGetIntegerv(what, &v);
    return v;
  };
  CHECK(value(GL_ACTIVE_TEXTURE) == GL_TEXTURE2);
  CHECK(value(GL_TEXTURE_BINDING_2D) == static_cast<GLint>(texture));
  CHECK(value(GL_VERTEX_ARRAY_BINDING) == static_cast<GLint>(vertex_array));
  CHECK(value(GL_CURRENT_PROGRAM) == 0);
  CHECK(value(GL_BLEND_SRC_RGB) == GL_SRC_ALPHA);
  CHECK(glIsEnabled(GL_SCISSOR_TEST));
  CHECK(glGetError() == GL_NO_ERROR);
  glDisable(GL_SCISSOR_TEST);
  glBindVertexArray(0);
  glActiveTexture(GL_TEXTURE0);
  glDeleteTextures(1, &texture);
  glDeleteVertexArrays(1, &vertex_array);
}

TEST_CASE("Turning starts with the old view and ends with the new one, and the body never fades",
          "[renderer]") {
  gl::FigurePicture p = picture_of(Build::kMale, View::kBack, 150, 300, 1, false);
  const gl::Image back = paint_one(Build::kMale, p);
  p.view = p.turning_from = View::kFront;
  const gl::Image front = paint_one(Build::kMale, p);
  p.view = View::kBack;
  p.turn = 0;
  CHECK(paint_one(Build::kMale, p).pixels == front.pixels);
  p.turn = 1;
  CHECK(paint_one(Build::kMale, p).pixels == back.pixels);
  const Rgb paper = at(front, {1, 1});
  for (const float turn : {0.2f, 0.4f, 0.6f, 0.8f}) {
    p.turn = turn;
    const Rgb c = at(paint_one(Build::kMale, p), p.framing.to_px({30, 560}));
    CHECK(paper.b - c.b > 20);
  }
}

TEST_CASE("A focused region is outlined just inside its border", "[renderer]") {
  gl::FigurePicture p = picture_of(Build::kMale, View::kFront, 300, 600, 2, false);
  const gl::Image plain = paint_one(Build::kMale, p);
  p.focused = region("knee_front_l");
  const gl::Image focused = paint_one(Build::kMale, p);
  const Rect box = region_bounds_px(figure(Build::kMale), View::kFront, p.framing, p.focused);
  int changed_far = 0, green = 0;
  for (int y = 0; y < focused.height; ++y)
    for (int x = 0; x < focused.width; ++x) {
      const Point at_px = {static_cast<float>(x), static_cast<float>(y)};
      const Rgb a = at(plain, at_px), b = at(focused, at_px);
      const bool inside = at_px.x >= 2 * box.x - 4 && at_px.x <= 2 * (box.x + box.w) + 4 &&
                          at_px.y >= 2 * box.y - 4 && at_px.y <= 2 * (box.y + box.h) + 4;
      if (!inside) changed_far += a.r != b.r;
      if (inside) green += b.g > b.r + 30;
    }
  CHECK(changed_far == 0);
  CHECK(green > 300);
}

TEST_CASE("However small the figure is drawn, an outline stays a line", "[renderer]") {
  for (const float height_px : {300.0f, 428.0f, 900.0f}) {
    gl::FigurePicture p =
        picture_of(Build::kFemale, View::kFront, height_px * 0.6f, height_px, 1, false);
    const gl::Image plain = paint_one(Build::kFemale, p);
    p.focused = region("abdomen");
    const gl::Image focused = paint_one(Build::kFemale, p);
    const Point middle =
        region_anchor_px(figure(Build::kFemale), View::kFront, p.framing, p.focused);
    INFO(height_px);
    CHECK(std::abs(warmth(at(focused, middle)) - warmth(at(plain, middle))) < 12);
  }
}

TEST_CASE("Drawn coarser, the figure stands where it stood, a little softer", "[renderer]") {
  gl::FigurePicture p = picture_of(Build::kMale, View::kFront, 195, 430, 2, false);
  p.intensity[static_cast<std::size_t>(region("quad_l"))] = 0.8f;
  p.framing.stage_px = {7.3f, 11.6f, 180, 410};  // off the pixels
  const auto drawn = [&](float share) {
    const gl::Painting painting(p.target_width, p.target_height, p.background);
    if (share < 1)
      renderer(Build::kMale).draw_coarse(p, share);
    else
      renderer(Build::kMale).draw(p);
    const gl::Image image = painting.read();
    std::vector<std::uint8_t> rgb;
    for (std::size_t i = 0; i < image.pixels.size(); i += 4)
      rgb.insert(rgb.end(), {image.pixels[i], image.pixels[i + 1], image.pixels[i + 2]});
    return rgb;
  };
  const auto whole = drawn(1);
  for (const float share : {0.7f, 0.5f}) {
    const auto coarse = drawn(share);
    const Difference d = difference(whole, coarse, p.target_width, p.target_height);
    INFO(share << ": " << d.mean << ", " << d.share_seen);
    CHECK(coarse != whole);
    CHECK(d.mean < 0.008f);
    CHECK(d.share_seen < 0.06f);
  }
  // Moved by two pixels it would not pass.
  p.framing.center_u.x += 2 / p.framing.scale();
  CHECK(difference(whole, drawn(1), p.target_width, p.target_height).share_seen > 0.06f);
}
