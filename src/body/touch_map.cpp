#include "body/touch_map.h"

#include <algorithm>
#include <cmath>

#include "body/distance.h"

namespace advisor::body {
namespace {

constexpr float kCellU = 2;
constexpr int kReachCells = 32;                 // beyond this an area is far, whatever the scale
constexpr float kFarU = 63.5f, kStepsPerU = 2;  // what eight bits hold

constexpr float kReachPx = 22;           // nothing farther than this answers
constexpr float kTargetPx = 44;          // what a thumb can hit
constexpr float kBonusPx = 7, kThinBonusPx = 13;
constexpr AreaCode kAchilles = 3, kAnkle = 6;

float bonus_px(AreaCode code, float circle_px) {
  return std::clamp((kTargetPx - circle_px) / 2, 0.0f, code == kAchilles || code == kAnkle ? kThinBonusPx : kBonusPx);
}

}  // namespace

TouchMap::TouchMap(View view, float top_u, const Grid<AreaCode>& half_codes, const Grid<std::uint8_t>& half_inside) : view_(view), top_u_(top_u) {
  for (int code = 0; code <= kAreaCount; ++code) add_field(static_cast<AreaCode>(code), half_codes, half_inside);
  find_neighbours();
}

void TouchMap::add_field(AreaCode code, const Grid<AreaCode>& codes, const Grid<std::uint8_t>& inside) {
  Box tight{codes.width, codes.height, 0, 0};
  for (int y = 0; y < codes.height; ++y)
    for (int x = 0; x < codes.width; ++x)
      if (inside.row(y)[x] && codes.row(y)[x] == code) tight = {std::min(tight.x0, x), std::min(tight.y0, y), std::max(tight.x1, x + 1), std::max(tight.y1, y + 1)};
  if (tight.x1 <= tight.x0) return;

  Field field;
  field.code = code;
  field.box = {std::max(0, tight.x0 - kReachCells), std::max(0, tight.y0 - kReachCells), std::min(codes.width, tight.x1 + kReachCells), std::min(codes.height, tight.y1 + kReachCells)};
  field.first = distances_.size();
  const Box& box = field.box;
  Grid<std::uint8_t> own(box.width(), box.height()), other(box.width(), box.height());
  for (int y = 0; y < own.height; ++y)
    for (int x = 0; x < own.width; ++x) {
      const bool is_own = inside.row(box.y0 + y)[box.x0 + x] && codes.row(box.y0 + y)[box.x0 + x] == code;
      own.row(y)[x] = is_own;
      other.row(y)[x] = !is_own;
    }
  const bool crosses_axis = !is_paired(code) && box.x0 == 0;
  const LeftEdge left = crosses_axis ? LeftEdge::kMirror : LeftEdge::kNothing;
  const Grid<float> out = distance_to(own, kReachCells, left), in = distance_to(other, kReachCells, left);

  // Deep inside, but not at the far end of a long strip.
  Point middle{};
  float count = 0;
  for (int y = 0; y < own.height; ++y)
    for (int x = 0; x < own.width; ++x)
      if (own.row(y)[x]) {
        middle.x += static_cast<float>(x);
        middle.y += static_cast<float>(y);
        count += 1;
      }
  middle = {crosses_axis ? 0 : middle.x / count, middle.y / count};
  constexpr float kPullToMiddle = 0.04f;
  float best = -1e9f;
  for (int y = 0; y < own.height; ++y)
    for (int x = 0; x < own.width; ++x) {
      // The other half of the body is another region.
      const float depth = is_paired(code) ? std::min(in.row(y)[x], static_cast<float>(box.x0 + x + 1)) : in.row(y)[x];
      const float u = own.row(y)[x] ? -(depth - 0.5f) * kCellU : (out.row(y)[x] - 0.5f) * kCellU;
      distances_.push_back(static_cast<std::int8_t>(std::lround(std::clamp(u, -kFarU, kFarU) * kStepsPerU)));
      if (!own.row(y)[x]) continue;
      field.radius_u = std::max(field.radius_u, -u);
      const float worth = depth - kPullToMiddle * std::hypot(static_cast<float>(x) - middle.x, static_cast<float>(y) - middle.y);
      if (worth > best) {
        best = worth;
        field.anchor_u = {crosses_axis ? 0 : (static_cast<float>(box.x0 + x) + 0.5f) * kCellU, top_u_ + (static_cast<float>(box.y0 + y) + 0.5f) * kCellU};
      }
    }
  const float x0 = static_cast<float>(tight.x0) * kCellU, x1 = static_cast<float>(tight.x1) * kCellU;
  const float y0 = top_u_ + static_cast<float>(tight.y0) * kCellU, y1 = top_u_ + static_cast<float>(tight.y1) * kCellU;
  field.bounds_u = is_paired(code) ? Rect{x0, y0, x1 - x0, y1 - y0} : Rect{-x1, y0, 2 * x1, y1 - y0};
  fields_.push_back(field);
}

const TouchMap::Field* TouchMap::field_of(int region) const {
  if (region < 0 || region >= kRegionCount) return nullptr;
  for (const Field& field : fields_)
    if (field.code == area_of(region)) return &field;
  return nullptr;
}

float TouchMap::distance_u(const Field& field, float x_cells, float y_cells) const {
  const float x = x_cells - 0.5f - static_cast<float>(field.box.x0), y = y_cells - 0.5f - static_cast<float>(field.box.y0);
  const int w = field.box.width(), h = field.box.height();
  // On the axis the first column stands for what lies left of it.
  const float cx = std::clamp(x, 0.0f, static_cast<float>(w - 1)), cy = std::clamp(y, 0.0f, static_cast<float>(h - 1));
  if (x < -1 || y < -1 || x > static_cast<float>(w) || y > static_cast<float>(h)) return kFarU;
  const int ix = std::min(static_cast<int>(cx), w - 2 > 0 ? w - 2 : 0), iy = std::min(static_cast<int>(cy), h - 2 > 0 ? h - 2 : 0);
  const float fx = cx - static_cast<float>(ix), fy = cy - static_cast<float>(iy);
  const std::int8_t* const at = distances_.data() + field.first + static_cast<std::size_t>(iy) * static_cast<std::size_t>(w) + static_cast<std::size_t>(ix);
  const int right = w > 1 ? 1 : 0, down = h > 1 ? w : 0;
  const float top = static_cast<float>(at[0]) + fx * static_cast<float>(at[right] - at[0]);
  const float bottom = static_cast<float>(at[down]) + fx * static_cast<float>(at[down + right] - at[down]);
  return (top + fy * (bottom - top)) / kStepsPerU;
}

int TouchMap::region_at(Point p_u, float px_per_u) const {
  const bool screen_right = p_u.x >= 0;
  const float x = std::abs(p_u.x) / kCellU, y = (p_u.y - top_u_) / kCellU;
  AreaCode winner = 0;
  float least = 1e9f;
  for (const Field& field : fields_) {
    const float px = distance_u(field, x, y) * px_per_u;
    const bool at_home = field.code != 0 && home_view(body::region_at(field.code, view_, screen_right)) == view_;
    const float score = at_home ? px - bonus_px(field.code, 2 * field.radius_u * px_per_u) : px;
    if (px < kReachPx && score < least) {
      least = score;
      winner = field.code;
    }
  }
  return body::region_at(winner, view_, screen_right);
}

Rect TouchMap::bounds_u(int region) const {
  const Field* const field = field_of(region);
  if (!field) return {};
  Rect r = field->bounds_u;
  if (is_paired(field->code) && !is_screen_right(region, view_)) r.x = -r.x - r.w;
  return r;
}

Point TouchMap::anchor_u(int region) const {
  const Field* const field = field_of(region);
  if (!field) return {};
  Point p = field->anchor_u;
  if (is_paired(field->code) && !is_screen_right(region, view_)) p.x = -p.x;
  return p;
}

int TouchMap::neighbour(int region, Direction direction) const {
  return region >= 0 && region < kRegionCount ? neighbours_[static_cast<std::size_t>(region)][static_cast<std::size_t>(direction)] : -1;
}

// The nearest anchor within the quadrant that the key points at; what lies aside counts double.
void TouchMap::find_neighbours() {
  for (int from = 0; from < kRegionCount; ++from) {
    auto& row = neighbours_[static_cast<std::size_t>(from)];
    row.fill(static_cast<std::int8_t>(from));
    if (!has(from)) continue;
    const Point a = anchor_u(from);
    std::array<float, 4> least;
    least.fill(1e9f);
    for (int to = 0; to < kRegionCount; ++to) {
      if (to == from || !has(to)) continue;
      const Point b = anchor_u(to);
      const float dx = b.x - a.x, dy = b.y - a.y;
      const float along[4] = {-dx, dx, -dy, dy}, aside[4] = {dy, dy, dx, dx};
      for (std::size_t d = 0; d < 4; ++d) {
        if (along[d] <= 1 || std::abs(aside[d]) > 3 * along[d]) continue;
        const float way = along[d] + 2 * std::abs(aside[d]);
        if (way < least[d]) {
          least[d] = way;
          row[d] = static_cast<std::int8_t>(to);
        }
      }
    }
  }
}

}  // namespace advisor::body
