#include "body/fields/area_map.h"

#include <algorithm>
#include <cmath>

#include "body/fields/blur.h"
#include "body/fields/distance.h"

namespace advisor::body {
namespace {

constexpr float kReachU = 34;  // farther than this from every muscle nothing can be marked
constexpr float kBorderCapU = 28;

// How strongly borders are rounded: content/atlas/atlas.json says why not all alike.
float rounding_u(AreaCode code) { return baked::kRoundingU[code]; }

// Widens the boxes of the areas that a row has.
[[gnu::noinline]] void widen_boxes(Box* boxes, const AreaCode* codes, const std::uint8_t* inside,
                                   int y, int n) {
  for (int x = 0; x < n; ++x) {
    if (inside[x] != BodyShape::kBody) continue;
    Box& box = boxes[codes[x]];
    box = {std::min(box.x0, x), std::min(box.y0, y), std::max(box.x1, x + 1), y + 1};
  }
}

// Keeps the two strongest of each place.
[[gnu::noinline]] void bid(const float* bids, AreaCode code, float* best, float* second,
                           AreaCode* best_code, AreaCode* second_code, int n) {
  for (int x = 0; x < n; ++x) {
    const float b = bids[x];
    if (b > best[x]) {
      second[x] = best[x];
      second_code[x] = best_code[x];
      best[x] = b;
      best_code[x] = code;
    } else if (b > second[x]) {
      second[x] = b;
      second_code[x] = code;
    }
  }
}

}  // namespace

AreaMapBuilder::AreaMapBuilder(const ViewAtlas& view, const BodyShape& shape)
    : view_(view), shape_(shape) {
  const int w = shape.inside.width, h = shape.inside.height;
  map_.code = Grid<AreaCode>(w, h);
  second_code_ = Grid<AreaCode>(w, h);
  best_ = Grid<float>(w, h);
  second_ = Grid<float>(w, h);
}

bool AreaMapBuilder::step() {
  if (next_ < 0) {
    assign();
  } else if (next_ <= kAreaCount) {
    // The unmarkable rest is as large as all others together.
    const int last = next_ == 0 ? 0 : std::min(next_ + 9, kAreaCount);
    for (; next_ < last; ++next_) compete(static_cast<AreaCode>(next_));
    compete(static_cast<AreaCode>(next_));
  } else {
    measure();
    return true;
  }
  ++next_;
  return false;
}

// The nearest muscle's area, then the area outlines over it.
void AreaMapBuilder::assign() {
  const Raster raster = raster_of(view_, 0.5f);
  const Grid<std::uint8_t>& inside = shape_.half_inside;
  Grid<AreaCode> rough(inside.width, inside.height);
  map_.head = Grid<AreaCode>(inside.width, inside.height);
  Grid<std::uint8_t> known(inside.width, inside.height);
  for (const Outline& outline : view_.outlines) {
    if (outline.layer != Layer::kRelief) continue;
    fill(outline, raster, [&](int y, int begin, int end) {
      const float y_u = raster.top_u + (static_cast<float>(y) + 0.5f) / raster.cells_per_u;
      const AreaCode code =
          outline.is_split && y_u >= outline.split_y_u ? outline.area_below : outline.area;
      for (int x = begin; x < end; ++x) {
        if (inside.row(y)[x] != BodyShape::kBody) continue;
        rough.row(y)[x] = code;
        known.row(y)[x] = 1;
        map_.head.row(y)[x] = outline.lift_u > 0;
      }
    });
  }
  spread_nearest(rough, known, kReachU * 0.5f, shape_.half_reach);
  // What the eye follows are the borders drawn as area outlines: they are kept at the full density.
  rough_ = Grid<AreaCode>(shape_.inside.width, shape_.inside.height);
  for (int y = 0; y < rough_.height; ++y)
    for (int x = 0; x < rough_.width; ++x) rough_.row(y)[x] = rough.row(y / 2)[x / 2];
  const Raster whole = raster_of(view_, 1);
  for (const Outline& outline : view_.outlines)
    if (outline.layer == Layer::kArea)
      fill(outline, whole, [&](int y, int begin, int end) {
        std::fill(rough_.row(y) + begin, rough_.row(y) + end, outline.area);
      });
  boxes_.fill({rough_.width, rough_.height, 0, 0});
  for (int y = 0; y < rough_.height; ++y)
    widen_boxes(boxes_.data(), rough_.row(y), shape_.inside.row(y), y,
                shape_.reach[static_cast<std::size_t>(y)]);
}

// Lets one area bid for every place near it.
void AreaMapBuilder::compete(AreaCode code) {
  const float sigma_cells = rounding_u(code) * 0.5f;
  const int margin = static_cast<int>(std::ceil(2.8f * sigma_cells)) + 1;
  const Box tight = boxes_[code];
  if (tight.x1 <= tight.x0) return;
  // In cells of half the density.
  const int w = (rough_.width + 1) / 2, h = (rough_.height + 1) / 2;
  const Box box{std::max(0, tight.x0 / 2 - margin), std::max(0, tight.y0 / 2 - margin),
                std::min(w, (tight.x1 + 1) / 2 + margin), std::min(h, (tight.y1 + 1) / 2 + margin)};
  Grid<float> strength(box.width(), box.height());
  for (int y = tight.y0; y < tight.y1; ++y) {
    const AreaCode* const codes = rough_.row(y);
    const std::uint8_t* const inside = shape_.inside.row(y);
    float* const row = strength.row(y / 2 - box.y0);
    for (int x = tight.x0; x < tight.x1; ++x)
      if (codes[x] == code && inside[x] == BodyShape::kBody) row[x / 2 - box.x0] += 0.25f;
  }
  blur(strength, sigma_cells, box.x0 == 0 ? LeftEdge::kMirror : LeftEdge::kNothing);

  const int left = 2 * box.x0, right = std::min(2 * box.x1, best_.width);
  std::vector<float> bids(static_cast<std::size_t>(right - left));
  for (int y = 2 * box.y0; y < std::min(2 * box.y1, best_.height); ++y) {
    expand_row_linear(strength, 2, y - 2 * box.y0, bids.data(), right - left);
    bid(bids.data(), code, best_.row(y) + left, second_.row(y) + left, map_.code.row(y) + left,
        second_code_.row(y) + left, right - left);
  }
}

namespace {

// One row of the distances to borders. `strongest` holds the best bids and receives the distances.
struct BorderRow {
  float* strongest;
  const float* second;
  const AreaCode *code, *second_code;
  const float* far_cells;
};

[[gnu::noinline]] void measure_row(const BorderRow& row, int n) {
  for (int x = 0; x < n; ++x) {
    const float best = row.strongest[x], second = row.second[x];
    const float far_u = 2 * row.far_cells[x] + 1;
    float distance_u = far_u;
    const AreaCode own = row.code[x];
    if (second > 0.002f) {
      const float sigma = 0.5f * (rounding_u(own) + rounding_u(row.second_code[x]));
      const float near_u = sigma * deviations_of_contrast((best - second) / (best + second));
      distance_u = near_u + smooth_step(5.0f, 9.0f, near_u) * (std::max(far_u, near_u) - near_u);
    }
    if (is_paired(own)) distance_u = std::min(distance_u, static_cast<float>(x) + 0.5f);
    row.strongest[x] = std::min(distance_u, kBorderCapU);
  }
}

// Both sides of a border between two areas are its sources; it runs half a cell, one unit, beyond
// them.
[[gnu::noinline]] void find_borders(const AreaCode* codes, const AreaCode* codes_below,
                                    const std::uint8_t* inside, const std::uint8_t* inside_below,
                                    std::uint8_t* borders, std::uint8_t* borders_below, int n) {
  for (int x = 0; x + 1 < n; ++x) {
    if (!inside[x]) continue;
    if (inside[x + 1] && codes[x + 1] != codes[x]) borders[x] = borders[x + 1] = 1;
    if (inside_below[x] && codes_below[x] != codes[x]) borders[x] = borders_below[x] = 1;
  }
}

}  // namespace

void AreaMapBuilder::measure() {
  AreaCode inset_area = 0;
  for (const Outline& outline : view_.outlines)
    if (outline.layer == Layer::kInset) inset_area = outline.area;
  for (int y = 0; inset_area && y < map_.code.height; ++y)
    for (int x = 0; x < shape_.reach[static_cast<std::size_t>(y)]; ++x)
      if (shape_.inside.row(y)[x] == BodyShape::kInset ||
          (best_.row(y)[x] <= 0 && shape_.outline_u.row(y)[x] > -6))
        map_.code.row(y)[x] = inset_area;

  const Grid<std::uint8_t>& inside = shape_.half_inside;
  map_.half_code = Grid<AreaCode>(inside.width, inside.height);
  for (int y = 0; y < inside.height; ++y)
    for (int x = 0; x < shape_.half_reach[static_cast<std::size_t>(y)]; ++x)
      if (inside.row(y)[x]) map_.half_code.row(y)[x] = map_.code.row(2 * y)[2 * x];

  Grid<std::uint8_t> borders(inside.width, inside.height);
  for (int y = 0; y + 1 < inside.height; ++y)
    find_borders(map_.half_code.row(y), map_.half_code.row(y + 1), inside.row(y), inside.row(y + 1),
                 borders.row(y), borders.row(y + 1),
                 shape_.half_reach[static_cast<std::size_t>(y)]);
  const Grid<float> far =
      distance_to(borders, static_cast<int>(kBorderCapU / 2), LeftEdge::kMirror, shape_.half_reach);
  std::vector<float> far_row(static_cast<std::size_t>(map_.code.width));
  for (int y = 0; y < map_.code.height; ++y) {
    const int reach = shape_.reach[static_cast<std::size_t>(y)];
    expand_row_linear(far, 2, y, far_row.data(), reach);
    measure_row(
        {best_.row(y), second_.row(y), map_.code.row(y), second_code_.row(y), far_row.data()},
        reach);
  }
  map_.border_u = std::move(best_);
  second_ = {};
  second_code_ = {};
  rough_ = {};
}

}  // namespace advisor::body
