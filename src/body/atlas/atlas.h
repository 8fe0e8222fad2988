#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "body/atlas/geometry.h"
#include "body/atlas/regions.h"

namespace advisor::body {

// The outlines that the figure is built from, for the half plane x >= 0 of each view; the other
// half is its mirror image. The bytes are made by src/body/bake, where pack.mjs describes the
// format.

enum class Layer : std::uint8_t {
  kSilhouette,  // the union of these is the body
  kInset,       // a silhouette beside the body (the soles)
  kRelief,      // a rounded height inside the outline, zero at its border
  kForm,        // a soft height for what has no edge
  kArea,        // says which area a place belongs to, no relief
};

struct Outline {
  Layer layer = Layer::kSilhouette;
  AreaCode area = 0;
  AreaCode area_below = 0;  // from split_y_u downwards
  bool is_split = false;
  bool is_hair = false;
  float split_y_u = 0;
  float gain = 0;       // relief
  float plateau_u = 0;  // relief: the length over which it levels out
  float lift_u = 0;     // relief: a step above its surroundings; only the head has one
  float height_u = 0;   // form
  float blur_u = 0;     // form
  std::vector<std::vector<Point>> contours;  // closed, in units from the axis
};

struct ViewAtlas {
  int half_width_u = 0;  // the drawing spans -half_width_u..half_width_u
  int top_u = 0;
  int height_u = 0;
  Rect extent_u;  // what the silhouettes fill, both halves
  std::vector<Outline> outlines;
};

struct Atlas {
  Build build = Build::kMale;
  std::array<ViewAtlas, 2> views;  // front, back
};

// Gives the atlas, or nothing and a sentence in *error for bytes that are not one; never reads
// outside the span. A drawing is at most 1024 x 4096 units, 255 outlines a view, 20,000 points in
// all. Costs less than a millisecond.
std::optional<Atlas> parse_atlas(std::span<const std::byte> bytes, std::string* error);

}  // namespace advisor::body
