#include "body/fields/glow.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "body/fields/blur.h"

namespace advisor::body {
namespace {

constexpr float kCellU = 4;
constexpr float kMarkableBlurU = 9, kWideShadowU = 16, kNearShadowU = 4;
constexpr float kCoreShare = 0.26f, kMinCoreU = 4,
                kMaxCoreU = 30;  // blur of a piece, as a share of the side of a square as large
constexpr int kMinPieceCells = 3;
constexpr float kFadeCells = 5;

// One connected piece of an area.
struct Piece {
  std::vector<std::pair<int, int>> cells;
  Box box;
};

Piece flood(Grid<AreaCode>& codes, int x0, int y0) {
  Piece piece{{{x0, y0}}, {x0, y0, x0 + 1, y0 + 1}};
  const AreaCode code = codes.row(y0)[x0];
  codes.row(y0)[x0] = 0;
  for (std::size_t i = 0; i < piece.cells.size(); ++i) {
    const auto [x, y] = piece.cells[i];
    piece.box = {std::min(piece.box.x0, x), std::min(piece.box.y0, y),
                 std::max(piece.box.x1, x + 1), std::max(piece.box.y1, y + 1)};
    const std::pair<int, int> around[] = {{x - 1, y}, {x + 1, y}, {x, y - 1}, {x, y + 1}};
    for (const auto& [nx, ny] : around) {
      if (nx < 0 || ny < 0 || nx >= codes.width || ny >= codes.height || codes.row(ny)[nx] != code)
        continue;
      codes.row(ny)[nx] = 0;
      piece.cells.emplace_back(nx, ny);
    }
  }
  return piece;
}

// 1 in the middle of a piece, less towards other pieces; the body's outline does not count as an
// end.
void write_core(const Piece& piece, const Grid<float>& inside, bool is_inset, Grid<float>& core) {
  const float side_u = std::sqrt(static_cast<float>(piece.cells.size())) * kCellU;
  const float sigma = std::clamp(kCoreShare * side_u, kMinCoreU, kMaxCoreU) / kCellU;
  const int margin = static_cast<int>(std::ceil(2.8f * sigma));
  const Box box{std::max(0, piece.box.x0 - margin), std::max(0, piece.box.y0 - margin),
                std::min(core.width, piece.box.x1 + margin),
                std::min(core.height, piece.box.y1 + margin)};
  const LeftEdge left = box.x0 == 0 ? LeftEdge::kMirror : LeftEdge::kNothing;
  Grid<float> own(box.width(), box.height()), all(box.width(), box.height());
  for (int y = 0; y < all.height; ++y)
    std::copy_n(inside.row(box.y0 + y) + box.x0, all.width, all.row(y));
  for (const auto& [x, y] : piece.cells) own.row(y - box.y0)[x - box.x0] = inside.row(y)[x];
  blur(own, sigma, left);
  blur(all, sigma, left);
  const auto value = [&](int x, int y) {
    const float b = own.row(y - box.y0)[x - box.x0];
    return is_inset ? b : b / std::max(all.row(y - box.y0)[x - box.x0], 0.3f);
  };
  float most = 0;
  for (const auto& [x, y] : piece.cells) most = std::max(most, value(x, y));
  if (most > 0)
    for (const auto& [x, y] : piece.cells) core.row(y)[x] = value(x, y) / most;
}

// Carries values a few cells beyond the body, so that blending at its edge finds them.
void grow(Grid<float>& values, Grid<std::uint8_t>& known) {
  for (int turn = 0; turn < 2; ++turn) {
    const Grid<std::uint8_t> before = known;
    for (int y = 1; y + 1 < values.height; ++y)
      for (int x = 0; x + 1 < values.width; ++x) {
        if (before.row(y)[x]) continue;
        float sum = 0;
        int count = 0;
        for (int dy = -1; dy <= 1; ++dy)
          for (int dx = x > 0 ? -1 : 0; dx <= 1; ++dx)
            if (before.row(y + dy)[x + dx]) {
              sum += values.row(y + dy)[x + dx];
              ++count;
            }
        if (count == 0) continue;
        values.row(y)[x] = sum / static_cast<float>(count);
        known.row(y)[x] = 1;
      }
  }
}

std::uint8_t to_byte(float value01) {
  return static_cast<std::uint8_t>(std::clamp(value01, 0.0f, 1.0f) * 255.0f + 0.5f);
}

}  // namespace

void write_glow(const BodyShape& shape, const AreaMap& areas, const Grid<float>& half_inside,
                ViewFields& fields) {
  const Grid<float> inside = halve(half_inside);
  const int w = inside.width, h = inside.height;
  Grid<AreaCode> codes(w, h);
  Grid<float> markable(w, h), core(w, h);
  Grid<std::uint8_t> known(w, h);
  Grid<std::uint8_t> inset(w, h);
  for (int y = 0; y < h; ++y)
    for (int x = 0; x < w; ++x) {
      const int hx = std::min(2 * x + 1, areas.half_code.width - 1),
                hy = std::min(2 * y + 1, areas.half_code.height - 1);
      codes.row(y)[x] = areas.half_code.row(hy)[hx];
      inset.row(y)[x] = shape.half_inside.row(hy)[hx] == BodyShape::kInset;
      known.row(y)[x] = shape.half_inside.row(hy)[hx] != 0;
      markable.row(y)[x] = codes.row(y)[x] ? inside.row(y)[x] : 0.0f;
    }
  blur(markable, kMarkableBlurU / kCellU, LeftEdge::kMirror);
  Grid<float> weight = inside;
  blur(weight, kMarkableBlurU / kCellU, LeftEdge::kMirror);
  Grid<float> wide = inside, near = inside;
  blur(wide, kWideShadowU / kCellU, LeftEdge::kMirror);
  blur(near, kNearShadowU / kCellU, LeftEdge::kMirror);

  Grid<AreaCode> left = codes;
  for (int y = 0; y < h; ++y)
    for (int x = 0; x < w; ++x) {
      if (left.row(y)[x] == 0) continue;
      const bool is_inset = inset.row(y)[x] != 0;
      const Piece piece = flood(left, x, y);
      if (static_cast<int>(piece.cells.size()) >= kMinPieceCells)
        write_core(piece, inside, is_inset, core);
    }
  grow(core, known);

  fields.glow_width = w;
  fields.glow_height = h;
  fields.glow.resize(inside.cells.size() * 4);
  for (std::size_t i = 0; i < inside.cells.size(); ++i) {
    fields.glow[4 * i] = to_byte(core.cells[i]);
    fields.glow[4 * i + 1] = to_byte(markable.cells[i] / std::max(weight.cells[i], 0.02f));
    // The shadow ends before the drawing does, or its last texels would be drawn out into streaks.
    const int x = static_cast<int>(i) % w, y = static_cast<int>(i) / w;
    const float fade =
        std::min(1.0f, static_cast<float>(std::min({w - 1 - x, h - 1 - y, y})) / kFadeCells);
    fields.glow[4 * i + 2] = to_byte(wide.cells[i] * fade);
    fields.glow[4 * i + 3] = to_byte(near.cells[i] * fade);
  }
}

}  // namespace advisor::body
