#include <algorithm>
#include <cmath>
#include <optional>

#include "body/blur.h"
#include "body/cast_shadow.h"
#include "body/fields.h"
#include "body/glow.h"
#include "body/relief.h"

namespace advisor::body {
namespace {

std::uint8_t to_byte(float value01) { return static_cast<std::uint8_t>(std::clamp(value01, 0.0f, 1.0f) * 255.0f + 0.5f); }

std::uint32_t to_ten_bits(float value01) { return static_cast<std::uint32_t>(std::clamp(value01, 0.0f, 1.0f) * 1023.0f + 0.5f); }

// exp(-x) for x >= 0, within 0.015; the compiler can vectorise it.
float fading(float x) {
  float t = std::max(0.0f, 1.0f - x * (1.0f / 16.0f));
  t *= t;
  t *= t;
  t *= t;
  return t * t;
}

// How far a place lies below its surroundings, near ones and wide ones.
constexpr float kNearOcclusionU = 5, kWideOcclusionU = 14, kNearOcclusion = 0.176f, kWideOcclusion = 0.0715f;

// The mean height of the body around each place; what is outside does not count.
struct Surroundings {
  Grid<float> near, wide;  // half and quarter density

  Surroundings(const Grid<float>& half_height, const Grid<float>& half_inside) {
    Grid<float> quarter_height = halve(half_height), quarter_inside = halve(half_inside);
    near = mean(half_height, half_inside, kNearOcclusionU / 2);
    wide = mean(quarter_height, quarter_inside, kWideOcclusionU / 4);
  }

  static Grid<float> mean(Grid<float> height, Grid<float> weight, float sigma_cells) {
    blur(height, sigma_cells, LeftEdge::kMirror);
    blur(weight, sigma_cells, LeftEdge::kMirror);
    for (std::size_t i = 0; i < height.cells.size(); ++i) height.cells[i] /= std::max(weight.cells[i], 0.02f);
    return height;
  }
};

}  // namespace

struct FieldBuilder::State {
  explicit State(const ViewAtlas& v) : view(v) {}

  enum class Stage { kShape, kAreas, kRelief, kOcclusion, kSurface, kCast, kPlace, kDone };

  const ViewAtlas& view;
  Stage stage = Stage::kShape;
  BodyShape shape;
  std::optional<AreaMapBuilder> area_builder;
  AreaMap areas;
  std::optional<ReliefBuilder> relief;
  Grid<float> height, hair;
  Grid<float> half_height, half_inside;  // zero outside
  std::optional<Surroundings> surroundings;
  ViewFields fields;

  void measure_height();
  void write_surface();
  void grow_sky();
  void write_place();
};

void FieldBuilder::State::measure_height() {
  Grid<float> inside_height(height.width, height.height), inside(height.width, height.height);
  for (std::size_t i = 0; i < height.cells.size(); ++i) {
    const bool in = shape.inside.cells[i] != BodyShape::kOutside;
    inside.cells[i] = in ? 1.0f : 0.0f;
    inside_height.cells[i] = in ? height.cells[i] : 0.0f;
  }
  half_height = halve(inside_height);
  half_inside = halve(inside);
  surroundings.emplace(half_height, half_inside);
}

void FieldBuilder::State::write_surface() {
  const int w = height.width, h = height.height;
  fields.surface.resize(height.cells.size());
  const auto row_size = static_cast<std::size_t>(w);
  std::vector<float> near(row_size), wide(row_size), padded(row_size + 2);
  for (int y = 0; y < h; ++y) {
    expand_row_linear(surroundings->near, 2, y, near.data(), w);
    expand_row_linear(surroundings->wide, 4, y, wide.data(), w);
    const float* const above = height.row(std::max(y - 1, 0));
    const float* const below = height.row(std::min(y + 1, h - 1));
    const float* const row = height.row(y);
    std::copy(row, row + w, padded.begin() + 1);
    padded.front() = row[0];
    padded.back() = row[w - 1];
    const float* const here = padded.data() + 1;
    const std::uint8_t* const inside = shape.inside.row(y);
    std::uint32_t* const out = fields.surface.data() + static_cast<std::size_t>(y) * row_size;
    for (int x = 0; x < w; ++x) {
      const float gx = 0.5f * (here[x + 1] - here[x - 1]), gy = 0.5f * (below[x] - above[x]);
      const float scale = 0.5f / std::sqrt(1 + gx * gx + gy * gy);
      const auto at = static_cast<std::size_t>(x);
      const float sky = inside[x] ? fading(kNearOcclusion * std::max(near[at] - row[x], 0.0f) + kWideOcclusion * std::max(wide[at] - row[x], 0.0f)) : 0.0f;
      out[x] = to_ten_bits(0.5f - gx * scale) | to_ten_bits(0.5f - gy * scale) << 10 | to_ten_bits(sky) << 20 | 3u << 30;
    }
  }
  surroundings.reset();
}

// Carries the open sky of the body's edge two units outwards: an edge that is blended would otherwise be dashed, texel by texel.
void FieldBuilder::State::grow_sky() {
  const int w = height.width, h = height.height;
  std::vector<std::uint8_t> known = shape.inside.cells, next = known;
  constexpr std::uint32_t kSky = 1023u << 20;
  for (int turn = 0; turn < 2; ++turn) {
    for (int y = 1; y + 1 < h; ++y)
      for (int x = 0; x + 1 < w; ++x) {
        const int i = y * w + x;
        const float outline = shape.outline_u.cells[static_cast<std::size_t>(i)];
        if (known[static_cast<std::size_t>(i)] || outline < -3.5f) continue;
        std::uint32_t sum = 0, count = 0;
        for (const int n : {x > 0 ? i - 1 : i, i + 1, i - w, i + w, i - w + 1, i + w + 1, x > 0 ? i - w - 1 : i, x > 0 ? i + w - 1 : i})
          if (known[static_cast<std::size_t>(n)]) {
            sum += (fields.surface[static_cast<std::size_t>(n)] & kSky) >> 20;
            ++count;
          }
        if (count == 0) continue;
        std::uint32_t& texel = fields.surface[static_cast<std::size_t>(i)];
        texel = (texel & ~kSky) | (sum / count) << 20;
        next[static_cast<std::size_t>(i)] = 1;
      }
    known = next;
  }
}

void FieldBuilder::State::write_place() {
  const int w = height.width, h = height.height;
  // Soreness rises from an area's border towards its middle; a narrow area reaches its full strength sooner.
  for (int y = 0; y < h; ++y)
    for (int x = 0; x < w; ++x)
      if (shape.inside.row(y)[x] == BodyShape::kBody) {
        float& reach = fields.reach_u[areas.code.row(y)[x]];
        reach = std::max(reach, areas.border_u.row(y)[x]);
      }
  for (float& reach : fields.reach_u) reach = std::clamp(0.8f * reach, 5.0f, kBorderRangeU);

  fields.place.resize(height.cells.size() * 4);
  std::uint8_t* out = fields.place.data();
  for (std::size_t i = 0; i < height.cells.size(); ++i, out += 4) {
    const AreaCode code = areas.code.cells[i];
    float border = areas.border_u.cells[i];
    // A sole has no neighbour: it rises from its own outline.
    if (shape.inside.cells[i] == BodyShape::kInset) border = fields.reach_u[code] * std::min(1.0f, 0.35f + shape.outline_u.cells[i] / 12.0f);
    out[0] = to_byte(0.5f + shape.outline_u.cells[i] / (2 * kOutlineRangeU));
    out[1] = to_byte(border / kBorderRangeU);
    out[2] = code;
    out[3] = to_byte(hair.cells[i]);
  }
}

FieldBuilder::FieldBuilder(const ViewAtlas& view) : state_(std::make_unique<State>(view)) {
  state_->fields.width = view.half_width_u;
  state_->fields.height = view.height_u;
  state_->fields.top_u = static_cast<float>(view.top_u);
  state_->fields.half_width_u = static_cast<float>(view.half_width_u);
}

FieldBuilder::~FieldBuilder() = default;

bool FieldBuilder::step() {
  using Stage = State::Stage;
  State& s = *state_;
  switch (s.stage) {
    case Stage::kShape:
      s.shape = shape_of(s.view);
      s.area_builder.emplace(s.view, s.shape);
      s.stage = Stage::kAreas;
      return false;
    case Stage::kAreas:
      if (!s.area_builder->step()) return false;
      s.areas = s.area_builder->take();
      s.area_builder.reset();
      s.relief.emplace(s.view, s.shape, s.areas);
      s.stage = Stage::kRelief;
      return false;
    case Stage::kRelief:
      if (!s.relief->step()) return false;
      s.height = s.relief->take_height();
      s.hair = s.relief->take_hair();
      s.relief.reset();
      s.stage = Stage::kOcclusion;
      return false;
    case Stage::kOcclusion:
      s.measure_height();
      s.stage = Stage::kSurface;
      return false;
    case Stage::kSurface:
      s.write_surface();
      s.grow_sky();
      s.stage = Stage::kCast;
      return false;
    case Stage::kCast:
      write_cast_shadow(s.half_height, s.fields);
      s.stage = Stage::kPlace;
      return false;
    case Stage::kPlace:
      s.write_place();
      write_glow(s.shape, s.areas, s.half_inside, s.fields);
      s.stage = Stage::kDone;
      return true;
    case Stage::kDone: return true;
  }
  return true;
}

ViewFields FieldBuilder::take_fields() { return std::move(state_->fields); }

Grid<AreaCode> FieldBuilder::take_half_codes() { return std::move(state_->areas.half_code); }

}  // namespace advisor::body
