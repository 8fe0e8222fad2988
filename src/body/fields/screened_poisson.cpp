#include "body/fields/screened_poisson.h"

#include <algorithm>
#include <cmath>

namespace advisor::body {
namespace {

// A cell all of whose neighbours have its own label needs no tests; those are the most.
struct Cells {
  std::vector<std::uint32_t> inner;
  std::vector<std::uint32_t> edge;  // indices
  std::vector<std::uint8_t>
      edge_same;  // bits: left, right, up, down have the same label; 16: on the axis
};

enum : std::uint8_t { kLeft = 1, kRight = 2, kUp = 4, kDown = 8, kAxis = 16 };

// Red-black order: a sweep of one colour reads only the other.
std::array<Cells, 2> sort_cells(const Grid<std::uint8_t>& labels) {
  std::array<Cells, 2> colours;
  const int w = labels.width, h = labels.height;
  for (int y = 0; y < h; ++y) {
    const std::uint8_t* const row = labels.row(y);
    const std::uint8_t* const above = y > 0 ? labels.row(y - 1) : nullptr;
    const std::uint8_t* const below = y + 1 < h ? labels.row(y + 1) : nullptr;
    for (int x = 0; x < w; ++x) {
      const std::uint8_t own = row[x];
      if (own == 0) continue;
      std::uint8_t same = 0;
      if (x > 0 && row[x - 1] == own) same |= kLeft;
      if (x + 1 < w && row[x + 1] == own) same |= kRight;
      if (above && above[x] == own) same |= kUp;
      if (below && below[x] == own) same |= kDown;
      if (x == 0) same |= kAxis;
      Cells& cells = colours[static_cast<std::size_t>((x + y) & 1)];
      const auto index = static_cast<std::uint32_t>(y * w + x);
      if (same == (kLeft | kRight | kUp | kDown)) {
        cells.inner.push_back(index);
      } else {
        cells.edge.push_back(index);
        cells.edge_same.push_back(same);
      }
    }
  }
  return colours;
}

// In parts, so that the browser's optimised form takes over early (row_math.h).
[[gnu::noinline]] void relax_part(float* v, const std::uint8_t* label, const std::uint32_t* cells,
                                  std::size_t count, std::uint32_t w, const float* weight,
                                  float source, float omega) {
  for (std::size_t k = 0; k < count; ++k) {
    const std::uint32_t i = cells[k];
    const float sum = v[i - 1] + v[i + 1] + v[i - w] + v[i + w] + source;
    v[i] += omega * (sum * weight[label[i]] - v[i]);
  }
}

void relax_inner(float* v, const std::uint8_t* label, const std::uint32_t* cells, std::size_t count,
                 std::uint32_t w, const float* weight, float source, float omega) {
  constexpr std::size_t kPart = 512;
  for (std::size_t k = 0; k < count; k += kPart)
    relax_part(v, label, cells + k, std::min(kPart, count - k), w, weight, source, omega);
}

[[gnu::noinline]] void relax_edge(float* v, const std::uint8_t* label, const Cells& cells,
                                  std::uint32_t w, const float* screen, float source, float omega) {
  for (std::size_t k = 0; k < cells.edge.size(); ++k) {
    const std::uint32_t i = cells.edge[k];
    const std::uint8_t same = cells.edge_same[k];
    float sum = source;
    if (same & kLeft) sum += v[i - 1];
    if (same & kRight) sum += v[i + 1];
    if (same & kUp) sum += v[i - w];
    if (same & kDown) sum += v[i + w];
    const float diagonal = (same & kAxis ? 3.0f : 4.0f) + screen[label[i]];
    v[i] += omega * (sum / diagonal - v[i]);
  }
}

Grid<std::uint8_t> halve_labels(const Grid<std::uint8_t>& fine) {
  Grid<std::uint8_t> coarse((fine.width + 1) / 2, (fine.height + 1) / 2);
  for (int y = 0; y < coarse.height; ++y)
    for (int x = 0; x < coarse.width; ++x) coarse.row(y)[x] = fine.row(2 * y)[2 * x];
  return coarse;
}

}  // namespace

ScreenedPoisson::ScreenedPoisson(const Grid<std::uint8_t>& labels, std::vector<float> plateau_cells,
                                 const Sweeps& sweeps)
    : plateau_cells_(std::move(plateau_cells)), sweeps_(sweeps) {
  labels_[0] = labels;
  for (std::size_t i = 1; i < kLevels; ++i) labels_[i] = halve_labels(labels_[i - 1]);
}

bool ScreenedPoisson::step() {
  if (level_ == 0) return true;
  --level_;
  const auto level = static_cast<std::size_t>(level_);
  const Grid<std::uint8_t>& labels = labels_[level];
  const float cell = static_cast<float>(1 << level_);  // its side, in cells of the finest level
  const int w = labels.width;

  Grid<float> u(w, labels.height);
  if (level_ + 1 < kLevels) {
    const Grid<std::uint8_t>& coarse = labels_[level + 1];
    for (int y = 0; y < labels.height; ++y)
      for (int x = 0; x < w; ++x) {
        const std::uint8_t own = labels.row(y)[x];
        if (own != 0 && coarse.row(y / 2)[x / 2] == own) u.row(y)[x] = solution_.row(y / 2)[x / 2];
      }
  }

  // (4 u - neighbours) / cell^2 + u / plateau^2 = 1
  std::vector<float> screen(plateau_cells_.size());
  for (std::size_t i = 0; i < screen.size(); ++i)
    screen[i] = cell * cell / (plateau_cells_[i] * plateau_cells_[i]);
  std::vector<float> inner_weight(screen.size());
  for (std::size_t i = 0; i < screen.size(); ++i) inner_weight[i] = 1.0f / (4.0f + screen[i]);
  const float source = cell * cell;
  const std::array<Cells, 2> colours = sort_cells(labels);

  float* const v = u.cells.data();
  const std::uint8_t* const label = labels.cells.data();
  const int sweeps = sweeps_[level];
  for (int sweep = 0; sweep < sweeps; ++sweep) {
    // Over-relaxed, but plain at the end, which smooths what over-relaxing leaves rough.
    const float omega = sweep + 3 >= sweeps ? 1.0f : 1.80f;
    for (const Cells& cells : colours) {
      relax_inner(v, label, cells.inner.data(), cells.inner.size(), static_cast<std::uint32_t>(w),
                  inner_weight.data(), source, omega);
      relax_edge(v, label, cells, static_cast<std::uint32_t>(w), screen.data(), source, omega);
    }
  }
  solution_ = std::move(u);
  if (level_ + 1 < kLevels) labels_[level + 1] = {};
  return level_ == 0;
}

}  // namespace advisor::body
