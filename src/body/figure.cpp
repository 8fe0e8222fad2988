#include "body/figure.h"

#include <algorithm>
#include <utility>

#include "body/fields/shown_boxes.h"

namespace advisor::body {
namespace {

std::size_t index(View view) { return static_cast<std::size_t>(view); }

}  // namespace

struct Figure::State {
  Atlas atlas;
  Rect extent_u;
  std::array<ViewFields, 2> fields;
  std::array<TouchMap, 2> touch;
  std::array<std::array<Rect, kAreaCount + 1>, 2> boxes_u{};
  std::array<bool, 2> ready{};
  // The view being worked on.
  std::unique_ptr<FieldBuilder> builder;
  std::unique_ptr<Grid<AreaCode>> touch_codes;
  View building = View::kFront;

  void make_touch(View view);
};

void Figure::State::make_touch(View view) {
  const ViewFields& f = fields[index(view)];
  // The outline distance says what is inside.
  Grid<std::uint8_t> inside(touch_codes->width, touch_codes->height);
  for (int y = 0; y < inside.height; ++y)
    for (int x = 0; x < inside.width; ++x) {
      const auto at = (static_cast<std::size_t>(2 * y) * static_cast<std::size_t>(f.width) +
                       static_cast<std::size_t>(2 * x)) *
                      4;
      inside.row(y)[x] = f.place[at] >= 128;
    }
  boxes_u[index(view)] = shown_boxes_u(f);
  touch[index(view)] = TouchMap(view, f.top_u, *touch_codes, inside);
}

Figure::Figure(Atlas&& atlas) : state_(std::make_unique<State>()) {
  state_->atlas = std::move(atlas);
  const Rect a = state_->atlas.views[0].extent_u, b = state_->atlas.views[1].extent_u;
  const float left = std::min(a.x, b.x), top = std::min(a.y, b.y);
  state_->extent_u = {left, top, std::max(a.x + a.w, b.x + b.w) - left,
                      std::max(a.y + a.h, b.y + b.h) - top};
}

Figure::Figure(Figure&&) noexcept = default;
Figure& Figure::operator=(Figure&&) noexcept = default;
Figure::~Figure() = default;

std::optional<Figure> Figure::parse(std::span<const std::byte> packed, std::string* error) {
  std::optional<Atlas> atlas = parse_atlas(packed, error);
  if (!atlas) return std::nullopt;
  return Figure(std::move(*atlas));
}

bool Figure::build_step(View first) {
  State& s = *state_;
  if (s.touch_codes) {
    s.make_touch(s.building);
    s.touch_codes.reset();
    s.ready[index(s.building)] = true;
  } else if (s.builder) {
    if (s.builder->step()) {
      s.fields[index(s.building)] = s.builder->take_fields();
      s.touch_codes = std::make_unique<Grid<AreaCode>>(s.builder->take_half_codes());
      s.builder.reset();
    }
  } else if (!s.ready[0] || !s.ready[1]) {
    const View other = first == View::kFront ? View::kBack : View::kFront;
    s.building = s.ready[index(first)] ? other : first;
    s.builder = std::make_unique<FieldBuilder>(s.atlas.views[index(s.building)]);
  }
  return s.ready[0] && s.ready[1];
}

bool Figure::ready(View view) const { return state_->ready[index(view)]; }
bool Figure::drawable(View view) const { return !state_->fields[index(view)].glow.empty(); }
Build Figure::build() const { return state_->atlas.build; }
Rect Figure::extent_u() const { return state_->extent_u; }
const ViewFields& Figure::fields(View view) const { return state_->fields[index(view)]; }
const TouchMap& Figure::touch(View view) const { return state_->touch[index(view)]; }

Rect Figure::bounds_u(View view, int region) const {
  if (region < 0 || region >= kRegionCount) return {};
  const AreaCode code = area_of(region);
  const Rect half = state_->boxes_u[index(view)][code];
  if (!is_paired(code)) return {-half.x - half.w, half.y, 2 * (half.x + half.w), half.h};
  return is_screen_right(region, view) ? half : Rect{-half.x - half.w, half.y, half.w, half.h};
}

Framing fit_body(const Figure& figure, View, Rect stage_px) {
  return frame_body(figure.extent_u(), stage_px);
}
Framing fit_legs(const Figure& figure, View, Rect stage_px) {
  return frame_legs(figure.extent_u(), stage_px);
}

int hit(const Figure& figure, View view, const Framing& framing, Point touch_px) {
  return touched(figure, view, framing, touch_px).region;
}

TouchMap::Answer touched(const Figure& figure, View view, const Framing& framing, Point touch_px) {
  return figure.ready(view) ? figure.touch(view).at(framing.to_u(touch_px), framing.scale())
                            : TouchMap::Answer{};
}

Rect region_bounds_px(const Figure& figure, View view, const Framing& framing, int region) {
  const Rect u = figure.ready(view) ? figure.bounds_u(view, region) : Rect{};
  if (u.w <= 0) return {};
  const Point corner = framing.to_px({u.x, u.y});
  return {corner.x, corner.y, u.w * framing.scale(), u.h * framing.scale()};
}

Point region_anchor_px(const Figure& figure, View view, const Framing& framing, int region) {
  return framing.to_px(figure.touch(view).anchor_u(region));
}

int neighbour(const Figure& figure, View view, int region, Direction direction) {
  return figure.ready(view) ? figure.touch(view).neighbour(region, direction) : region;
}

int turned_region(const Figure& figure, View view, int region) {
  const TouchMap &there = figure.touch(view),
                 &here = figure.touch(view == View::kFront ? View::kBack : View::kFront);
  if (there.has(region) || !here.has(region)) return region;
  const Point at = here.anchor_u(region);
  const int behind = there.nearest({-at.x, at.y});
  return behind < 0 ? region : behind;
}

}  // namespace advisor::body
