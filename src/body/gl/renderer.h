#pragma once

#include <array>
#include <cstdint>
#include <string>

#include "body/figure.h"
#include "body/gl/target.h"

namespace advisor::body::gl {

// Everything that one drawing depends on.
struct FigurePicture {
  View view = View::kFront;
  View turning_from = View::kFront;
  float turn = 1;  // 0..1 from turning_from to view; 1 at rest
  Framing framing;
  Rect clip_px;       // where it may be drawn; without a width, in framing.stage_px
  float density = 1;  // device pixels per px
  std::array<float, kRegionCount> intensity{};  // soreness, 0..1; any above 0 can be seen
  int hovered = -1, focused = -1;               // outlined
  bool dark = false;
  int tone = 0;                                    // 0 clay, 1 sand, 2 honey, 3 walnut, 4 ebony
  float background[3] = {0.953f, 0.957f, 0.941f};  // sRGB, what lies behind
  int target_width = 0, target_height = 0;         // framebuffer size in device pixels
};

// Draws the figure with OpenGL 3.3 or WebGL 2. Needs a current context for everything but forget().
class Renderer {
 public:
  // Makes the program; textures come with upload(). False and a sentence in *error if the shaders
  // do not compile. Call it again, then upload(), after a lost context.
  bool create(std::string* error);

  // The context is lost: drops all names without calling GL.
  void forget();
  void destroy();

  // Makes the textures of the views that are drawable and not uploaded yet. Those of another build
  // than last time are replaced. About 4 MB a view; costs a copy.
  void upload(const Figure& figure);

  bool has(View view) const { return textures_[static_cast<std::size_t>(view)].made; }

  // Draws into the bound framebuffer, blending over what is there, inside clip_px only. Draws
  // nothing for a view that is not uploaded. Leaves the state it touches as it found it, so it may
  // run inside a draw callback. Allocates nothing; no readback.
  void draw(const FigurePicture& picture);

  // The same with `share` of the pixels along each side, drawn larger, over the picture's
  // background in all of clip_px: for frames that move on a slow device.
  void draw_coarse(const FigurePicture& picture, float share);

 private:
  static constexpr int kBands = 40;
  struct ViewTextures {
    std::array<std::uint32_t, 4> names{};
    bool made = false;
    int width = 0, height = 0, glow_width = 0, glow_height = 0, cast_width = 0, cast_height = 0;
    float top_u = 0, band_u = 0;
    std::array<float, kBands>
        half_u{};  // how wide the body and its shadow are, band by band from top_u
    std::array<float, kAreaCount + 1> reach_u{};
  };
  struct Uniforms {
    int target, to_u, band, half, grid, coarse, line, opacity, skin, crease, receded, hair, to_key,
        half_way, key, sky, ground, rim, ember, area;
  };

  void upload_view(const ViewFields& fields, ViewTextures& textures);
  void draw_view(const FigurePicture& picture, View view, float opacity, float squeeze);

  std::uint32_t program_ = 0, vertex_array_ = 0;
  Uniforms at_{};
  std::array<ViewTextures, 2> textures_;
  Target coarse_;
  Build build_ = Build::kMale;  // whose textures these are
};

}  // namespace advisor::body::gl
