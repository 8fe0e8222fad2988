#include <algorithm>
#include <cmath>
#include <optional>

#include "body/fields/cast_shadow.h"
#include "body/fields/fields.h"
#include "body/fields/glow.h"
#include "body/fields/relief.h"
#include "body/fields/surface.h"

namespace advisor::body {
namespace {

std::uint8_t to_byte(float value01) {
  return static_cast<std::uint8_t>(std::clamp(value01, 0.0f, 1.0f) * 255.0f + 0.5f);
}

[[gnu::noinline]] void widen_reach(const AreaCode* code, const float* border,
                                   const std::uint8_t* inside, float* reach, int n) {
  for (int x = 0; x < n; ++x)
    if (inside[x] == BodyShape::kBody) reach[code[x]] = std::max(reach[code[x]], border[x]);
}

struct PlaceRow {
  const float *outline, *border, *hair;
  const AreaCode* code;
  const std::uint8_t* inside;
  const float* reach;
};

[[gnu::noinline]] void put_place(const PlaceRow& in, std::uint8_t* out, int n) {
  for (int x = 0; x < n; ++x, out += 4) {
    // A sole has no neighbour: it rises from its own outline.
    const float border = in.inside[x] == BodyShape::kInset
                             ? in.reach[in.code[x]] * std::min(1.0f, 0.35f + in.outline[x] / 12.0f)
                             : in.border[x];
    out[0] = to_byte(0.5f + in.outline[x] / (2 * kOutlineRangeU));
    out[1] = to_byte(border / kBorderRangeU);
    out[2] = in.code[x];
    out[3] = to_byte(in.hair[x]);
  }
}

}  // namespace

struct FieldBuilder::State {
  explicit State(const ViewAtlas& v) : view(v) {}

  enum class Stage { kShape, kAreas, kRelief, kSurface, kCast, kPlace, kGlow, kDone };

  const ViewAtlas& view;
  Stage stage = Stage::kShape;
  BodyShape shape;
  std::optional<AreaMapBuilder> area_builder;
  AreaMap areas;
  std::optional<ReliefBuilder> relief;
  Grid<float> height, hair;
  std::optional<SurfaceWriter> surface;
  ViewFields fields;

  void write_place();
};

void FieldBuilder::State::write_place() {
  // Soreness rises from an area's border towards its middle; a narrow area reaches its full
  // strength sooner.
  for (int y = 0; y < height.height; ++y)
    widen_reach(areas.code.row(y), areas.border_u.row(y), shape.inside.row(y),
                fields.reach_u.data(), shape.reach[static_cast<std::size_t>(y)]);
  for (float& reach : fields.reach_u) reach = std::clamp(0.8f * reach, 5.0f, kBorderRangeU);
  fields.place.resize(height.cells.size() * 4);
  for (int y = 0; y < height.height; ++y)
    put_place({shape.outline_u.row(y), areas.border_u.row(y), hair.row(y), areas.code.row(y),
               shape.inside.row(y), fields.reach_u.data()},
              fields.place.data() +
                  4 * static_cast<std::size_t>(y) * static_cast<std::size_t>(height.width),
              shape.reach[static_cast<std::size_t>(y)]);
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
      s.surface.emplace(s.shape, s.height);
      s.stage = Stage::kSurface;
      return false;
    case Stage::kSurface:
      if (!s.surface->step(s.fields)) return false;
      s.stage = Stage::kCast;
      return false;
    case Stage::kCast:
      write_cast_shadow(s.surface->half_height(), s.shape.half_reach, s.fields);
      s.stage = Stage::kPlace;
      return false;
    case Stage::kPlace:
      s.write_place();
      s.stage = Stage::kGlow;
      return false;
    case Stage::kGlow:
      write_glow(s.shape, s.areas, s.surface->half_inside(), s.fields);
      s.stage = Stage::kDone;
      return true;
    case Stage::kDone:
      return true;
  }
  return true;
}

ViewFields FieldBuilder::take_fields() { return std::move(state_->fields); }

Grid<AreaCode> FieldBuilder::take_half_codes() { return std::move(state_->areas.half_code); }

}  // namespace advisor::body
