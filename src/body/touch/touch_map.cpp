#include "body/touch/touch_map.h"

#include <algorithm>
#include <cmath>

#include "body/fields/distance.h"

namespace advisor::body {
namespace {

constexpr float kCellU = 2;
constexpr int kReachCells = 32;                 // beyond this an area is far, whatever the scale
constexpr float kFarU = 63.5f, kStepsPerU = 2;  // what eight bits hold

// From here on a distance says no more than "far"; however small the figure is drawn, it must not
// count as near.
constexpr float kSaturated = 2 * 62.5f, kBeyondU = 1e6f;

constexpr float kReachPx = 22;  // nothing farther than this answers
// A fingertip lands beside its aim by 5 px along each axis (standard deviation); around the middle
// of an area it needs 2.8 times that.
constexpr float kFingerPx = 14;
constexpr float kReliablePx = 12;  // the radius from which on an area is touched without help
constexpr float kGivesUp = 0.4f;   // of its radius: what a smaller area gives up at most
constexpr float kSliverPx = 6,
                kSliverGivesUp = 0.2f;  // the radius of what no finger means; what it gives up

// Says how far the target of an area reaches over its border into another area's, in px; negative
// where the other one reaches into it. Between two areas there are as many pixels as both are wide:
// an area that has more than a finger needs gives some of it, and an area that lacks only a little
// to be touched well takes that little.
float reach_into(float own_px, bool own_home, float other_px, bool other_home) {
  // An area at home on the other side of the body gives up its rim, as long as its middle stays its
  // own.
  const bool rim = !own_home && own_px < kSliverPx, other_rim = !other_home && other_px < kSliverPx;
  if (rim != other_rim && std::max(own_px, other_px) < kFingerPx)
    return rim ? -std::min(kFingerPx - other_px, kSliverGivesUp * own_px)
               : std::min(kFingerPx - own_px, kSliverGivesUp * other_px);
  const bool wide = own_px >= kFingerPx, other_wide = other_px >= kFingerPx;
  if (wide && other_wide) return 0;
  if (!wide && other_wide) return std::min(kFingerPx - own_px, other_px - kFingerPx);
  if (wide) return -std::min(kFingerPx - other_px, own_px - kFingerPx);
  const bool reliable = own_px >= kReliablePx, other_reliable = other_px >= kReliablePx;
  if (reliable == other_reliable) return (other_px - own_px) / 2;
  return reliable ? std::min(kFingerPx - own_px, kGivesUp * other_px)
                  : -std::min(kFingerPx - other_px, kGivesUp * own_px);
}

inline std::int8_t to_steps(float distance_u) {
  return static_cast<std::int8_t>(std::clamp(distance_u, -kFarU, kFarU) * kStepsPerU);
}

[[gnu::noinline]] void put_row(std::int8_t* out, const float* cells, int n) {
  for (int x = 0; x < n; ++x) out[x] = to_steps((cells[x] - 0.5f) * kCellU);
}

[[gnu::noinline]] void widen_boxes(Box* boxes, const AreaCode* codes, const std::uint8_t* inside,
                                   int y, int n) {
  for (int x = 0; x < n; ++x) {
    if (!inside[x]) continue;
    Box& box = boxes[codes[x]];
    box = {std::min(box.x0, x), std::min(box.y0, y), std::max(box.x1, x + 1), y + 1};
  }
}

}  // namespace

TouchMap::TouchMap(View view, float top_u, const Grid<AreaCode>& half_codes,
                   const Grid<std::uint8_t>& half_inside)
    : view_(view), top_u_(top_u) {
  std::array<Box, kAreaCount + 1> boxes;
  boxes.fill({half_codes.width, half_codes.height, 0, 0});
  for (int y = 0; y < half_codes.height; ++y)
    widen_boxes(boxes.data(), half_codes.row(y), half_inside.row(y), y, half_codes.width);
  for (std::size_t code = 0; code <= kAreaCount; ++code)
    add_field(static_cast<AreaCode>(code), boxes[code], half_codes, half_inside);
  std::array<Point, kRegionCount> anchors;
  std::array<bool, kRegionCount> shown;
  for (int region = 0; region < kRegionCount; ++region) {
    shown[static_cast<std::size_t>(region)] = has(region);
    anchors[static_cast<std::size_t>(region)] = anchor_u(region);
  }
  neighbours_ = find_neighbours(anchors, shown);
}

namespace {

// The middle of the cells that are an area's `own`; the grid begins where `box` does.
Point middle_of(const Grid<std::uint8_t>& own, const Box& tight, const Box& box) {
  Point middle{};
  float count = 0;
  for (int y = tight.y0; y < tight.y1; ++y)
    for (int x = tight.x0; x < tight.x1; ++x)
      if (own.row(y - box.y0)[x - box.x0]) {
        middle.x += static_cast<float>(x);
        middle.y += static_cast<float>(y);
        count += 1;
      }
  return {middle.x / count, middle.y / count};
}

}  // namespace

void TouchMap::add_field(AreaCode code, const Box& tight, const Grid<AreaCode>& codes,
                         const Grid<std::uint8_t>& inside) {
  if (tight.x1 <= tight.x0) return;
  Field field;
  field.code = code;
  field.at_home = code == 0 || home_view(body::region_at(code, view_, true)) == view_;
  field.box = {std::max(0, tight.x0 - kReachCells), std::max(0, tight.y0 - kReachCells),
               std::min(codes.width, tight.x1 + kReachCells),
               std::min(codes.height, tight.y1 + kReachCells)};
  field.first = distances_.size();
  const Box& box = field.box;
  // Inside of the area only what it fills is measured, with one cell around it.
  const Box inner{std::max(box.x0, tight.x0 - 1), std::max(box.y0, tight.y0 - 1),
                  std::min(box.x1, tight.x1 + 1), std::min(box.y1, tight.y1 + 1)};
  Grid<std::uint8_t> own(box.width(), box.height()), other(inner.width(), inner.height(), 1);
  for (int y = tight.y0; y < tight.y1; ++y)
    for (int x = tight.x0; x < tight.x1; ++x)
      if (inside.row(y)[x] && codes.row(y)[x] == code) {
        own.row(y - box.y0)[x - box.x0] = 1;
        other.row(y - inner.y0)[x - inner.x0] = 0;
      }
  const bool crosses_axis = !is_paired(code) && tight.x0 == 0;
  const LeftEdge left = crosses_axis ? LeftEdge::kMirror : LeftEdge::kNothing;
  const Grid<float> out = distance_to(own, kReachCells, left),
                    in = distance_to(other, kReachCells, left);
  put_distances(field, out);

  // The place lies deep inside, but not at the far end of a long strip.
  Point middle = middle_of(own, tight, box);
  if (crosses_axis) middle.x = 0;
  constexpr float kPullToMiddle = 0.04f;
  float best = -1e9f;
  for (int y = tight.y0; y < tight.y1; ++y)
    for (int x = tight.x0; x < tight.x1; ++x) {
      if (!own.row(y - box.y0)[x - box.x0]) continue;
      // The other half of the body is another region.
      float depth = in.row(y - inner.y0)[x - inner.x0];
      if (is_paired(code)) depth = std::min(depth, static_cast<float>(x + 1));
      const float u = (depth - 0.5f) * kCellU;
      distances_[field.first +
                 static_cast<std::size_t>(y - box.y0) * static_cast<std::size_t>(box.width()) +
                 static_cast<std::size_t>(x - box.x0)] = to_steps(-u);
      field.radius_u = std::max(field.radius_u, u);
      const float worth = depth - kPullToMiddle * std::hypot(static_cast<float>(x) - middle.x,
                                                             static_cast<float>(y) - middle.y);
      if (worth > best) {
        best = worth;
        field.anchor_u = {crosses_axis ? 0 : (static_cast<float>(x) + 0.5f) * kCellU,
                          top_u_ + (static_cast<float>(y) + 0.5f) * kCellU};
      }
    }
  fields_.push_back(field);
}

void TouchMap::put_distances(const Field& field, const Grid<float>& out) {
  distances_.resize(field.first + out.cells.size());
  for (int y = 0; y < out.height; ++y)
    put_row(distances_.data() + field.first +
                static_cast<std::size_t>(y) * static_cast<std::size_t>(out.width),
            out.row(y), out.width);
}

const TouchMap::Field* TouchMap::field_of(int region) const {
  if (region < 0 || region >= kRegionCount) return nullptr;
  for (const Field& field : fields_)
    if (field.code == area_of(region)) return &field;
  return nullptr;
}

float TouchMap::distance_u(const Field& field, float x_cells, float y_cells) const {
  const float x = x_cells - 0.5f - static_cast<float>(field.box.x0),
              y = y_cells - 0.5f - static_cast<float>(field.box.y0);
  const int w = field.box.width(), h = field.box.height();
  if (x < -1 || y < -1 || x > static_cast<float>(w) || y > static_cast<float>(h)) return kBeyondU;
  // On the axis the first column stands for what lies left of it.
  const float cx = std::clamp(x, 0.0f, static_cast<float>(w - 1)),
              cy = std::clamp(y, 0.0f, static_cast<float>(h - 1));
  const int ix = std::min(static_cast<int>(cx), w - 2 > 0 ? w - 2 : 0),
            iy = std::min(static_cast<int>(cy), h - 2 > 0 ? h - 2 : 0);
  const float fx = cx - static_cast<float>(ix), fy = cy - static_cast<float>(iy);
  const std::int8_t* const at = distances_.data() + field.first +
                                static_cast<std::size_t>(iy) * static_cast<std::size_t>(w) +
                                static_cast<std::size_t>(ix);
  const int right = w > 1 ? 1 : 0, down = h > 1 ? w : 0;
  const float top = static_cast<float>(at[0]) + fx * static_cast<float>(at[right] - at[0]);
  const float bottom =
      static_cast<float>(at[down]) + fx * static_cast<float>(at[down + right] - at[down]);
  const float steps = top + fy * (bottom - top);
  return steps < kSaturated ? steps / kStepsPerU : kBeyondU;
}

TouchMap::Answer TouchMap::at(Point p_u, float px_per_u) const {
  const bool screen_right = p_u.x >= 0;
  const float x = std::abs(p_u.x) / kCellU, y = (p_u.y - top_u_) / kCellU;
  struct Near {
    const Field* field;
    float px;
  };
  std::array<Near, kAreaCount + 1> all;
  std::size_t n = 0;
  for (const Field& field : fields_) {
    const float px = distance_u(field, x, y) * px_per_u;
    const bool rim =
        !field.at_home && field.radius_u * px_per_u <
                              kSliverPx;  // a sliver answers where it is seen, and not beside it
    if (px < (rim ? 0 : kReachPx)) all[n++] = {&field, px};
  }
  const auto answers_before = [&](const Near& a, const Near& b) {
    return a.px - b.px < 2 * reach_into(a.field->radius_u * px_per_u, a.field->at_home,
                                        b.field->radius_u * px_per_u, b.field->at_home);
  };
  const auto first_but = [&](const Field* but) {
    const Near* first = nullptr;
    for (std::size_t i = 0; i < n; ++i)
      if (all[i].field != but && (!first || answers_before(all[i], *first))) first = &all[i];
    return first;
  };
  const Near* winner = first_but(nullptr);
  if (!winner) return {};
  const Near* second = first_but(winner->field);
  return {body::region_at(winner->field->code, view_, screen_right),
          second ? body::region_at(second->field->code, view_, screen_right) : -1};
}

Point TouchMap::anchor_u(int region) const {
  const Field* const field = field_of(region);
  if (!field) return {};
  Point p = field->anchor_u;
  if (is_paired(field->code) && !is_screen_right(region, view_)) p.x = -p.x;
  return p;
}

float TouchMap::radius_u(int region) const {
  const Field* const field = field_of(region);
  return field ? field->radius_u : 0;
}

int TouchMap::neighbour(int region, Direction direction) const {
  return region >= 0 && region < kRegionCount
             ? neighbours_[static_cast<std::size_t>(region)][static_cast<std::size_t>(direction)]
             : -1;
}

int TouchMap::nearest(Point p_u) const {
  int found = -1;
  float least = 1e9f;
  for (int region = 0; region < kRegionCount; ++region) {
    if (!has(region)) continue;
    const Point at = anchor_u(region);
    const float far = std::hypot(at.x - p_u.x, at.y - p_u.y);
    if (far < least) least = far, found = region;
  }
  return found;
}

}  // namespace advisor::body
