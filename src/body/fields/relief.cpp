#include "body/fields/relief.h"

#include <algorithm>
#include <cmath>

#include "body/fields/blur.h"
#include "body/fields/row_math.h"

namespace advisor::body {
namespace {

// From the finest density to the coarsest. Muscles are narrow and settle early; the volume is
// smooth and is settled on coarse cells.
constexpr ScreenedPoisson::Sweeps kMuscleSweeps = {6, 10, 14, 16, 16, 16};
constexpr ScreenedPoisson::Sweeps kVolumeSweeps = {5, 8, 24, 32, 32, 32};

constexpr float kVolumeGain = 0.66f, kVolumePlateauU = 85, kInsetPlateauU = 18;
constexpr float kUnmarkableRelief = 0.60f;  // arms, hands and throat are calmer
constexpr float kUnmarkableBlurU = 5;
// Two blurs: a fine one that keeps the creases, a broad one that melts neighbours into each other
// (without it: a cookie cutter).
constexpr float kFineBlurU = 1.8f, kBroadBlurU = 5.2f;
constexpr float kFineMuscles = 0.52f, kBroadMuscles = 0.48f, kFineVolume = 0.20f,
                kBroadVolume = 0.80f;
constexpr float kHairBlurU = 1.6f;
constexpr float kCoarseFormBlurU = 4;  // from here on a form is blurred at half the density

// Adds an outline's coverage, blurred and scaled, to a height.
void add_form(const Outline& form, const Raster& raster, Grid<float>& height) {
  const float sigma = form.blur_u * raster.cells_per_u;
  const Box box = box_of(form, raster, static_cast<int>(std::ceil(2.8f * sigma)) + 1);
  Grid<float> part = coverage(form, raster, box);
  blur(part, sigma, box.x0 == 0 ? LeftEdge::kMirror : LeftEdge::kNothing);
  for (int y = 0; y < part.height; ++y) {
    float* const row = height.row(box.y0 + y) + box.x0;
    for (int x = 0; x < part.width; ++x) row[x] += form.height_u * part.row(y)[x];
  }
}

struct HeightRow {
  const float *muscles, *volume, *lift, *amplitude;
  const std::uint8_t* label;
  const float* gain;
};

// One row of the heights, split into what stays fine and what is blurred broadly.
[[gnu::noinline]] void add_heights(const HeightRow& in, float* __restrict fine,
                                   float* __restrict broad, int n) {
  for (int x = 0; x < n; ++x) {
    const float calm = kUnmarkableRelief + (1 - kUnmarkableRelief) * in.amplitude[x];
    const float muscle = in.gain[in.label[x]] * std::sqrt(2 * std::max(in.muscles[x], 0.0f)) * calm;
    const float volume = kVolumeGain * std::sqrt(2 * std::max(in.volume[x], 0.0f));
    fine[x] = kFineMuscles * muscle + kFineVolume * volume + in.lift[x];
    broad[x] = kBroadMuscles * muscle + kBroadVolume * volume;
  }
}

}  // namespace

ReliefBuilder::ReliefBuilder(const ViewAtlas& view, const BodyShape& shape, const AreaMap& areas)
    : view_(view), shape_(shape), areas_(areas) {}

bool ReliefBuilder::step() {
  switch (stage_) {
    case Stage::kLabel:
      label();
      stage_ = Stage::kMuscles;
      return false;
    case Stage::kMuscles:
      if (!solver_->step()) return false;
      muscles_ = solver_->take();
      solver_.emplace(shape_.inside, std::vector<float>{1, kVolumePlateauU, kInsetPlateauU},
                      kVolumeSweeps);
      stage_ = Stage::kVolume;
      return false;
    case Stage::kVolume:
      if (!solver_->step()) return false;
      volume_ = solver_->take();
      solver_.reset();
      stage_ = Stage::kCompose;
      return false;
    case Stage::kCompose:
      compose();
      stage_ = Stage::kSoften;
      return false;
    case Stage::kSoften:
      soften();
      stage_ = Stage::kDone;
      return true;
    case Stage::kDone:
      return true;
  }
  return true;
}

void ReliefBuilder::label() {
  const Raster raster = raster_of(view_, 1);
  labels_ = Grid<std::uint8_t>(raster.width, raster.height);
  lift_ = Grid<float>(raster.width, raster.height);
  hair_ = Grid<float>(raster.width, raster.height);
  gain_ = {0};
  std::vector<float> plateau = {1};
  for (const Outline& outline : view_.outlines) {
    if (outline.layer != Layer::kRelief || outline.gain <= 0) continue;
    const auto own = static_cast<std::uint8_t>(gain_.size());
    gain_.push_back(outline.gain);
    plateau.push_back(outline.plateau_u);
    fill(outline, raster, [&](int y, int begin, int end) {
      for (int x = begin; x < end; ++x) {
        if (shape_.inside.row(y)[x] != BodyShape::kBody) continue;
        labels_.row(y)[x] = own;
        lift_.row(y)[x] = outline.lift_u;
      }
    });
    if (!outline.is_hair && outline.lift_u <= 0) continue;
    // Whatever of the head comes later lies over the hair.
    const Box box = box_of(outline, raster, 1);
    const Grid<float> part = coverage(outline, raster, box);
    for (int y = 0; y < part.height; ++y) {
      float* const row = hair_.row(box.y0 + y) + box.x0;
      for (int x = 0; x < part.width; ++x) {
        const float c = part.row(y)[x];
        row[x] = outline.is_hair ? std::max(row[x], c) : row[x] * (1 - c);
      }
    }
  }
  solver_.emplace(labels_, std::move(plateau), kMuscleSweeps);
}

void ReliefBuilder::compose() {
  const int w = labels_.width, h = labels_.height;
  Grid<float> calm(areas_.half_code.width, areas_.half_code.height);
  for (std::size_t i = 0; i < calm.cells.size(); ++i)
    calm.cells[i] = areas_.half_code.cells[i] || areas_.head.cells[i] ? 1.0f : 0.0f;
  blur(calm, kUnmarkableBlurU * 0.5f, LeftEdge::kMirror, shape_.half_reach);

  height_ = Grid<float>(w, h);
  Grid<float> broad(w, h);
  std::vector<float> amplitude(static_cast<std::size_t>(w));
  for (int y = 0; y < h; ++y) {
    const int reach = shape_.reach[static_cast<std::size_t>(y)];
    expand_row_linear(calm, 2, y, amplitude.data(), reach);
    add_heights({muscles_.row(y), volume_.row(y), lift_.row(y), amplitude.data(), labels_.row(y),
                 gain_.data()},
                height_.row(y), broad.row(y), reach);
  }
  broad_ = halve(broad);
  muscles_ = {};
  volume_ = {};
  lift_ = {};
  labels_ = {};
}

void ReliefBuilder::soften() {
  blur(broad_, kBroadBlurU * 0.5f, LeftEdge::kMirror, shape_.half_reach);
  blur(height_, kFineBlurU, LeftEdge::kMirror, shape_.reach);
  const Raster whole = raster_of(view_, 1), half = raster_of(view_, 0.5f);
  for (const Outline& outline : view_.outlines) {
    if (outline.layer != Layer::kForm) continue;
    if (outline.blur_u >= kCoarseFormBlurU)
      add_form(outline, half, broad_);
    else
      add_form(outline, whole, height_);
  }
  std::vector<float> row(static_cast<std::size_t>(height_.width));
  for (int y = 0; y < height_.height; ++y) {
    const int reach = shape_.reach[static_cast<std::size_t>(y)];
    expand_row_smooth(broad_, y, row.data(), reach);
    row_add_one(height_.row(y), row.data(), 1, reach);
  }
  broad_ = {};

  // Only the head has hair.
  int bottom = 0;
  for (int y = 0; y < hair_.height; ++y)
    if (std::any_of(hair_.row(y), hair_.row(y) + hair_.width, [](float v) { return v > 0; }))
      bottom = y + 1;
  Grid<float> head(hair_.width, std::min(bottom + 6, hair_.height));
  std::copy_n(hair_.cells.begin(), head.cells.size(), head.cells.begin());
  blur(head, kHairBlurU, LeftEdge::kMirror);
  std::copy(head.cells.begin(), head.cells.end(), hair_.cells.begin());
}

}  // namespace advisor::body
