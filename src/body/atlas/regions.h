#pragma once

#include <cstdint>
#include <iterator>
#include <string_view>

#include "body/atlas/areas_baked.h"

namespace advisor::body {

enum class Build : std::uint8_t { kMale, kFemale };
enum class View : std::uint8_t { kFront, kBack };

// A region is a place that can be marked: the paired areas, each _l then _r (the runner's own
// sides), then the single ones, in the order of content/knowledge.json.
inline constexpr int kRegionCount = std::size(baked::kRegions);
inline constexpr int kPairedAreaCount = baked::kPairedAreas;
inline constexpr int kAreaCount = kRegionCount - kPairedAreaCount;

// An area code says what kind of place it is, without a side: 0 cannot be marked, then the areas
// from 1 to kAreaCount.
using AreaCode = std::uint8_t;

// The id as in content/knowledge.json with its side, such as "calf_l". Empty for an index that no
// region has.
std::string_view region_name(int region);

// The id of an area, such as "calf". Empty for codes that no area has.
std::string_view area_name(AreaCode code);

// The view in which content/knowledge.json places the region. Front for an unknown index.
View home_view(int region);

constexpr AreaCode area_of(int region) {
  return static_cast<AreaCode>(region < 2 * kPairedAreaCount ? region / 2 + 1
                                                             : region - kPairedAreaCount + 1);
}

constexpr bool is_paired(AreaCode code) { return code >= 1 && code <= kPairedAreaCount; }

// Seen from the front, the runner's left is on the right of the screen.
constexpr bool is_screen_right(int region, View view) {
  const bool runners_right = region % 2 == 1;
  return (view == View::kBack) == runners_right;
}

// The region of an area on one half of the screen, -1 for code 0.
constexpr int region_at(AreaCode code, View view, bool screen_right) {
  if (code == 0 || code > kAreaCount) return -1;
  if (!is_paired(code)) return kPairedAreaCount + code - 1;
  const bool runners_right = (view == View::kBack) == screen_right;
  return 2 * (code - 1) + (runners_right ? 1 : 0);
}

// The same area on the other side; itself where there is only one.
constexpr int mirrored(int region) { return region < 2 * kPairedAreaCount ? region ^ 1 : region; }

}  // namespace advisor::body
