#include "body/gl/renderer.h"

#include <algorithm>
#include <cmath>

#include "body/fields/light.h"
#include "body/gl/figure_shaders.h"
#include "body/gl/gl_api.h"
#include "body/gl/look.h"
#include "body/gl/program.h"
#include "body/gl/saved_state.h"

namespace advisor::body::gl {
namespace {

constexpr float kShadowShiftU[2] = {7, 12};  // as in the shader
constexpr float kLinePx = 2;
// A mark of intensity 1 must be seen, and one of 10 must not look painted.
constexpr float kLeastStrength = 0.35f;

float strength_of(float intensity) {
  return intensity > 0 ? kLeastStrength + (1 - kLeastStrength) * std::min(intensity, 1.0f) : 0.0f;
}

float smooth(float t) {
  t = std::clamp(t, 0.0f, 1.0f);
  return t * t * (3 - 2 * t);
}

const Rect& clip_of(const FigurePicture& picture) {
  return picture.clip_px.w > 0 ? picture.clip_px : picture.framing.stage_px;
}

void set(int location, const Colour& c) { glUniform3f(location, c[0], c[1], c[2]); }

struct Texture {
  GLenum unit;
  GLint internal_format;
  GLenum format, type;
  int width, height;
  const void* data;
};

GLuint make_texture(const Texture& t) {
  GLuint name = 0;
  glGenTextures(1, &name);
  glActiveTexture(GL_TEXTURE0 + t.unit);
  glBindTexture(GL_TEXTURE_2D, name);
  glTexImage2D(GL_TEXTURE_2D, 0, t.internal_format, t.width, t.height, 0, t.format, t.type, t.data);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
  glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR_MIPMAP_LINEAR);
  glGenerateMipmap(GL_TEXTURE_2D);  // a thumbnail would shimmer without mipmaps
  return name;
}

// Only what the body and its shadow cover is shaded: half of the rectangle around them.
template <std::size_t N>
void measure_bands(const ViewFields& f, std::array<float, N>& half_u, float& band_u) {
  constexpr float kCellU = 4;
  band_u = (static_cast<float>(f.height) + kShadowShiftU[1]) / static_cast<float>(N);
  half_u.fill(0);
  for (int y = 0; y < f.glow_height; ++y) {
    int end = f.glow_width;
    const std::uint8_t* const row =
        f.glow.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(f.glow_width) * 4;
    while (end > 0 && row[4 * (end - 1) + 2] < 2 && row[4 * (end - 1) + 3] < 2) --end;
    if (end == 0) continue;
    const float width = static_cast<float>(end + 1) * kCellU + kShadowShiftU[0];
    // The body's own rows, and those its shadow falls on; blending reads one cell further.
    const float from = static_cast<float>(y - 1) * kCellU,
                to = static_cast<float>(y + 2) * kCellU + kShadowShiftU[1];
    for (std::size_t i = static_cast<std::size_t>(std::max(0.0f, from / band_u));
         i < N && static_cast<float>(i) * band_u < to; ++i)
      half_u[i] = std::max(half_u[i], width);
  }
}

}  // namespace

bool Renderer::create(std::string* error) {
  program_ = make_program("const int kCodes=" + std::to_string(kAreaCount + 1) + ";\n",
                          k_figure_vert, k_figure_frag, error);
  if (!program_) return false;
  const auto uniform = [this](const char* name) { return glGetUniformLocation(program_, name); };
  at_ = {uniform("u_target"), uniform("u_to_u"),     uniform("u_band"),    uniform("u_half"),
         uniform("u_grid"),   uniform("u_coarse"),   uniform("u_line"),    uniform("u_opacity"),
         uniform("u_skin"),   uniform("u_crease"),   uniform("u_receded"), uniform("u_hair"),
         uniform("u_to_key"), uniform("u_half_way"), uniform("u_key"),     uniform("u_sky"),
         uniform("u_ground"), uniform("u_rim"),      uniform("u_ember"),   uniform("u_area")};
  glGenVertexArrays(1, &vertex_array_);
  const SavedState state;
  glUseProgram(program_);
  const char* const samplers[] = {"u_surface", "u_place", "u_glow", "u_cast"};
  for (int i = 0; i < 4; ++i) glUniform1i(uniform(samplers[i]), i);
  // The light is set once, because it does not change.
  const float length = std::sqrt(kKeyLight[0] * kKeyLight[0] + kKeyLight[1] * kKeyLight[1] +
                                 kKeyLight[2] * kKeyLight[2]);
  const Colour key = {kKeyLight[0] / length, kKeyLight[1] / length, kKeyLight[2] / length};
  const Colour half = {key[0], key[1], key[2] + 1};
  const float half_length = std::sqrt(half[0] * half[0] + half[1] * half[1] + half[2] * half[2]);
  set(at_.to_key, key);
  glUniform3f(at_.half_way, half[0] / half_length, half[1] / half_length, half[2] / half_length);
  return true;
}

void Renderer::forget() { *this = Renderer(); }

void Renderer::destroy() {
  for (const ViewTextures& t : textures_)
    if (t.made) glDeleteTextures(4, t.names.data());
  if (vertex_array_) glDeleteVertexArrays(1, &vertex_array_);
  if (program_) glDeleteProgram(program_);
  coarse_.destroy();
  forget();
}

void Renderer::upload(const Figure& figure) {
  if (figure.build() != build_) {
    for (ViewTextures& t : textures_) {
      if (t.made) glDeleteTextures(4, t.names.data());
      t = {};
    }
    build_ = figure.build();
  }
  for (const View view : {View::kFront, View::kBack})
    if (figure.drawable(view) && !has(view))
      upload_view(figure.fields(view), textures_[static_cast<std::size_t>(view)]);
}

void Renderer::upload_view(const ViewFields& f, ViewTextures& t) {
  const SavedState state;
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  t.names = {
      make_texture({0, GL_RGB10_A2, GL_RGBA, GL_UNSIGNED_INT_2_10_10_10_REV, f.width, f.height,
                    f.surface.data()}),
      make_texture({1, GL_RGBA8, GL_RGBA, GL_UNSIGNED_BYTE, f.width, f.height, f.place.data()}),
      make_texture(
          {2, GL_RGBA8, GL_RGBA, GL_UNSIGNED_BYTE, f.glow_width, f.glow_height, f.glow.data()}),
      make_texture(
          {3, GL_RG8, GL_RG, GL_UNSIGNED_BYTE, f.cast_width, f.cast_height, f.cast.data()}),
  };
  t.width = f.width;
  t.height = f.height;
  t.glow_width = f.glow_width;
  t.glow_height = f.glow_height;
  t.cast_width = f.cast_width;
  t.cast_height = f.cast_height;
  t.top_u = f.top_u;
  t.reach_u = f.reach_u;
  measure_bands(f, t.half_u, t.band_u);
  t.made = true;
}

void Renderer::draw_coarse(const FigurePicture& picture, float share) {
  const Rect& stage = clip_of(picture);
  const float d = picture.density;
  const int left = static_cast<int>(std::floor(stage.x * d)),
            right = static_cast<int>(std::ceil((stage.x + stage.w) * d));
  const int top = static_cast<int>(std::floor(stage.y * d)),
            bottom = static_cast<int>(std::ceil((stage.y + stage.h) * d));
  FigurePicture coarse = picture;
  coarse.density = d * share;
  coarse.target_width = static_cast<int>(std::ceil(static_cast<float>(right - left) * share));
  coarse.target_height = static_cast<int>(std::ceil(static_cast<float>(bottom - top) * share));
  // The clip's upper left corner, rounded to a device pixel, is the target's.
  for (Rect* moved : {&coarse.framing.stage_px, &coarse.clip_px}) {
    moved->x -= static_cast<float>(left) / d;
    moved->y -= static_cast<float>(top) / d;
  }
  const std::uint32_t window = bound_framebuffer();
  if (!coarse_.bind(coarse.target_width, coarse.target_height)) return draw(picture);
  const SavedState state;
  coarse_.clear(picture.background);
  draw(coarse);
  glDisable(GL_SCISSOR_TEST);
  bind_framebuffer(window);
  glBindFramebuffer(GL_READ_FRAMEBUFFER, coarse_.framebuffer());
  const auto shown = [share](int px) {
    return static_cast<int>(std::lround(static_cast<float>(px) * share));
  };
  glBlitFramebuffer(0, coarse.target_height - shown(bottom - top), shown(right - left),
                    coarse.target_height, left, picture.target_height - bottom, right,
                    picture.target_height - top, GL_COLOR_BUFFER_BIT, GL_LINEAR);
  bind_framebuffer(window);
}

void Renderer::draw(const FigurePicture& picture) {
  if (!program_ || picture.target_width <= 0 || picture.target_height <= 0) return;
  const SavedState state;
  glUseProgram(program_);
  glBindVertexArray(vertex_array_);
  glEnable(GL_BLEND);
  glBlendEquation(GL_FUNC_ADD);
  glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  glDisable(GL_DEPTH_TEST);
  glDisable(GL_CULL_FACE);
  glEnable(GL_SCISSOR_TEST);
  glViewport(0, 0, picture.target_width, picture.target_height);
  const Rect& stage = clip_of(picture);
  const float d = picture.density;
  const int left = static_cast<int>(std::floor(stage.x * d)),
            right = static_cast<int>(std::ceil((stage.x + stage.w) * d));
  const int top = static_cast<int>(std::floor(stage.y * d)),
            bottom = static_cast<int>(std::ceil((stage.y + stage.h) * d));
  glScissor(left, picture.target_height - bottom, std::max(0, right - left),
            std::max(0, bottom - top));

  const bool turning =
      picture.turn < 1 && picture.turning_from != picture.view && has(picture.turning_from);
  if (!turning) {
    draw_view(picture, picture.view, 1, 1);
    return;
  }
  // The old view is gone only when the new one covers it: their bodies have nearly the same
  // outline, so nothing shines through.
  const float t = std::clamp(picture.turn, 0.0f, 1.0f);
  const float squeeze = 1 - 0.08f * std::sin(3.14159265f * t);
  draw_view(picture, picture.turning_from, 1 - smooth((t - 0.55f) / 0.45f), squeeze);
  draw_view(picture, picture.view, smooth(t / 0.6f), squeeze);
}

void Renderer::draw_view(const FigurePicture& p, View view, float opacity, float squeeze) {
  const ViewTextures& t = textures_[static_cast<std::size_t>(view)];
  if (!t.made || opacity <= 0) return;
  for (std::size_t i = 0; i < 4; ++i) {
    glActiveTexture(static_cast<GLenum>(GL_TEXTURE0 + i));
    glBindTexture(GL_TEXTURE_2D, t.names[i]);
  }

  // units = pixels * scale + offset, squeezed about the body's axis
  const Framing& f = p.framing;
  const float px_per_u = f.scale() * p.density;
  const Point axis = f.to_px({0, 0});
  const float sx = 1 / (px_per_u * squeeze), sy = 1 / px_per_u;
  const float ox = -axis.x * p.density * sx, oy = -axis.y * p.density * sy;
  glUniform2f(at_.target, static_cast<float>(p.target_width), static_cast<float>(p.target_height));
  glUniform4f(at_.to_u, sx, sy, ox, oy);
  glUniform2f(at_.band, t.top_u, t.band_u);
  glUniform1fv(at_.half, kBands, t.half_u.data());
  glUniform4f(at_.grid, 1 / static_cast<float>(t.width), 1 / static_cast<float>(t.height), t.top_u,
              px_per_u);
  glUniform4f(at_.coarse, 1 / (4 * static_cast<float>(t.glow_width)),
              1 / (4 * static_cast<float>(t.glow_height)),
              1 / (2 * static_cast<float>(t.cast_width)),
              1 / (2 * static_cast<float>(t.cast_height)));
  glUniform1f(at_.opacity, opacity);

  const Look look = look_of(p.dark, p.tone, p.background);
  glUniform4f(at_.line, look.line[0], look.line[1], look.line[2], kLinePx * p.density);
  set(at_.skin, look.skin);
  set(at_.crease, look.crease);
  set(at_.receded, look.receded);
  glUniform4f(at_.hair, look.hair[0], look.hair[1], look.hair[2], look.recede);
  set(at_.key, look.key);
  set(at_.sky, look.sky);
  set(at_.ground, look.ground);
  set(at_.rim, look.rim);
  glUniform3f(at_.ember, look.ember, look.wide_shadow, look.near_shadow);

  std::array<float, 4 * 2 * (kAreaCount + 1)> areas{};
  for (int half = 0; half < 2; ++half)
    for (int code = 1; code <= kAreaCount; ++code) {
      const int region = region_at(static_cast<AreaCode>(code), view, half == 0);
      float* const a = areas.data() + 4 * (half * (kAreaCount + 1) + code);
      float strength = strength_of(p.intensity[static_cast<std::size_t>(region)]);
      a[0] = strength;
      a[1] = 1 / t.reach_u[static_cast<std::size_t>(code)];
      a[2] = region == p.hovered ? 1.0f : 0.0f;
      a[3] = region == p.focused ? 1.0f : 0.0f;
    }
  glUniform4fv(at_.area, 2 * (kAreaCount + 1), areas.data());
  glDrawArrays(GL_TRIANGLES, 0, 6 * kBands);
}

}  // namespace advisor::body::gl
