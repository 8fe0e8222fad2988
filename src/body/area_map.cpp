#include "body/area_map.h"

#include <algorithm>
#include <cmath>

#include "body/blur.h"
#include "body/distance.h"

namespace advisor::body {
namespace {

constexpr float kReachU = 34;       // farther than this from every muscle nothing can be marked
constexpr float kBorderCapU = 28;
constexpr AreaCode kAchilles = 3, kAnkle = 6, kItb = 13;

// How strongly borders are rounded; less for the narrow areas, which would shrink.
float rounding_u(AreaCode code) { return code == kAchilles || code == kAnkle ? 3.0f : code == kItb ? 4.0f : 5.0f; }

// In cells of half the density.
Box box_of_code(const Grid<AreaCode>& codes, const Grid<std::uint8_t>& inside, AreaCode code, int margin) {
  Box box{codes.width, codes.height, 0, 0};
  for (int y = 0; y < codes.height; ++y) {
    const AreaCode* const row = codes.row(y);
    const std::uint8_t* const in = inside.row(y);
    for (int x = 0; x < codes.width; ++x) {
      if (row[x] != code || in[x] != BodyShape::kBody) continue;
      box = {std::min(box.x0, x), std::min(box.y0, y), std::max(box.x1, x + 1), std::max(box.y1, y + 1)};
    }
  }
  if (box.x1 <= box.x0) return {};
  const int w = (codes.width + 1) / 2, h = (codes.height + 1) / 2;
  return {std::max(0, box.x0 / 2 - margin), std::max(0, box.y0 / 2 - margin), std::min(w, (box.x1 + 1) / 2 + margin), std::min(h, (box.y1 + 1) / 2 + margin)};
}

}  // namespace

AreaMapBuilder::AreaMapBuilder(const ViewAtlas& view, const BodyShape& shape) : view_(view), shape_(shape) {
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
      const AreaCode code = outline.is_split && y_u >= outline.split_y_u ? outline.area_below : outline.area;
      for (int x = begin; x < end; ++x) {
        if (inside.row(y)[x] != BodyShape::kBody) continue;
        rough.row(y)[x] = code;
        known.row(y)[x] = 1;
        map_.head.row(y)[x] = outline.lift_u > 0;
      }
    });
  }
  spread_nearest(rough, known, kReachU * 0.5f);
  // What the eye follows are the borders drawn as area outlines: they are kept at the full density.
  rough_ = Grid<AreaCode>(shape_.inside.width, shape_.inside.height);
  for (int y = 0; y < rough_.height; ++y)
    for (int x = 0; x < rough_.width; ++x) rough_.row(y)[x] = rough.row(y / 2)[x / 2];
  const Raster whole = raster_of(view_, 1);
  for (const Outline& outline : view_.outlines)
    if (outline.layer == Layer::kArea)
      fill(outline, whole, [&](int y, int begin, int end) { std::fill(rough_.row(y) + begin, rough_.row(y) + end, outline.area); });
}

// Lets one area bid for every place near it.
void AreaMapBuilder::compete(AreaCode code) {
  const float sigma_cells = rounding_u(code) * 0.5f;
  const int margin = static_cast<int>(std::ceil(2.8f * sigma_cells)) + 1;
  const Box box = box_of_code(rough_, shape_.inside, code, margin);
  if (box.width() <= 0 || box.height() <= 0) return;
  Grid<float> strength(box.width(), box.height());
  for (int y = 2 * box.y0; y < std::min(2 * box.y1, rough_.height); ++y) {
    const AreaCode* const codes = rough_.row(y);
    const std::uint8_t* const inside = shape_.inside.row(y);
    float* const row = strength.row(y / 2 - box.y0);
    for (int x = 2 * box.x0; x < std::min(2 * box.x1, rough_.width); ++x)
      if (codes[x] == code && inside[x] == BodyShape::kBody) row[x / 2 - box.x0] += 0.25f;
  }
  blur(strength, sigma_cells, box.x0 == 0 ? LeftEdge::kMirror : LeftEdge::kNothing);

  const int left = 2 * box.x0, right = std::min(2 * box.x1, best_.width);
  std::vector<float> bids(static_cast<std::size_t>(right - left));
  for (int y = 2 * box.y0; y < std::min(2 * box.y1, best_.height); ++y) {
    expand_row_linear(strength, 2, y - 2 * box.y0, bids.data(), right - left);
    const float* const bid = bids.data();
    float *const best = best_.row(y) + left, *const second = second_.row(y) + left;
    AreaCode *const code_row = map_.code.row(y) + left, *const second_row = second_code_.row(y) + left;
    for (int x = 0; x < right - left; ++x) {
      const float b = bid[x];
      if (b > best[x]) {
        second[x] = best[x];
        second_row[x] = code_row[x];
        best[x] = b;
        code_row[x] = code;
      } else if (b > second[x]) {
        second[x] = b;
        second_row[x] = code;
      }
    }
  }
}

void AreaMapBuilder::measure() {
  const int w = map_.code.width, h = map_.code.height;
  AreaCode inset_area = 0;
  for (const Outline& outline : view_.outlines)
    if (outline.layer == Layer::kInset) inset_area = outline.area;
  for (int y = 0; y < h; ++y)
    for (int x = 0; x < w; ++x) {
      if (best_.row(y)[x] <= 0 && shape_.outline_u.row(y)[x] > -6 && inset_area) map_.code.row(y)[x] = inset_area;
      if (shape_.inside.row(y)[x] == BodyShape::kInset) map_.code.row(y)[x] = inset_area;
    }

  map_.half_code = Grid<AreaCode>(shape_.half_inside.width, shape_.half_inside.height);
  for (int y = 0; y < map_.half_code.height; ++y)
    for (int x = 0; x < map_.half_code.width; ++x)
      if (shape_.half_inside.row(y)[x]) map_.half_code.row(y)[x] = map_.code.row(2 * y)[2 * x];

  // Both sides of a border are its sources; it runs half a cell, one unit, beyond them.
  Grid<std::uint8_t> borders(map_.half_code.width, map_.half_code.height);
  for (int y = 0; y + 1 < borders.height; ++y)
    for (int x = 0; x + 1 < borders.width; ++x) {
      if (!shape_.half_inside.row(y)[x]) continue;
      const AreaCode own = map_.half_code.row(y)[x];
      if (shape_.half_inside.row(y)[x + 1] && map_.half_code.row(y)[x + 1] != own) borders.row(y)[x] = borders.row(y)[x + 1] = 1;
      if (shape_.half_inside.row(y + 1)[x] && map_.half_code.row(y + 1)[x] != own) borders.row(y)[x] = borders.row(y + 1)[x] = 1;
    }
  const Grid<float> far = distance_to(borders, static_cast<int>(kBorderCapU / 2), LeftEdge::kMirror);
  std::vector<float> far_row(static_cast<std::size_t>(w));
  for (int y = 0; y < h; ++y) {
    expand_row_linear(far, 2, y, far_row.data(), w);
    float *const best = best_.row(y), *const second = second_.row(y);
    for (int x = 0; x < w; ++x) {
      const float far_u = 2 * far_row[static_cast<std::size_t>(x)] + 1;
      float distance_u = far_u;
      const AreaCode own = map_.code.row(y)[x];
      if (second[x] > 0.002f) {
        const float sigma = 0.5f * (rounding_u(own) + rounding_u(second_code_.row(y)[x]));
        const float near_u = sigma * deviations_of_contrast((best[x] - second[x]) / (best[x] + second[x]));
        distance_u = near_u + smooth_step(5.0f, 9.0f, near_u) * (std::max(far_u, near_u) - near_u);
      }
      if (is_paired(own)) distance_u = std::min(distance_u, static_cast<float>(x) + 0.5f);
      best[x] = std::min(distance_u, kBorderCapU);
    }
  }
  map_.border_u = std::move(best_);
  second_ = {};
  second_code_ = {};
  rough_ = {};
}

}  // namespace advisor::body
