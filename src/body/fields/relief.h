#pragma once

#include <optional>

#include "body/fields/area_map.h"
#include "body/fields/screened_poisson.h"

namespace advisor::body {

// The height of the figure's surface over the page, in units: a broad volume for the whole body, a
// rounded relief for each muscle, soft forms for what has no edge.
class ReliefBuilder {
 public:
  ReliefBuilder(const ViewAtlas& view, const BodyShape& shape, const AreaMap& areas);
  bool step();  // a few milliseconds of work; true once done
  Grid<float> take_height() { return std::move(height_); }
  Grid<float> take_hair() { return std::move(hair_); }  // 0..1

 private:
  void label();
  void compose();
  void soften();

  const ViewAtlas& view_;
  const BodyShape& shape_;
  const AreaMap& areas_;
  std::optional<ScreenedPoisson> solver_;
  std::vector<float> gain_;  // by label
  Grid<std::uint8_t> labels_;
  Grid<float> muscles_, volume_;  // solutions
  Grid<float> lift_, hair_, height_, broad_;
  enum class Stage { kLabel, kMuscles, kVolume, kCompose, kSoften, kDone } stage_ = Stage::kLabel;
};

}  // namespace advisor::body
