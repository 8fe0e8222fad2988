#pragma once

#include <cstdint>
#include <string_view>

namespace advisor::body {

enum class Build : std::uint8_t { kMale, kFemale };
enum class View : std::uint8_t { kFront, kBack };

// A region is a place that can be marked: the 17 paired areas, each _l then _r (the runner's own
// sides), then neck, chest, abdomen.
inline constexpr int kRegionCount = 37;
inline constexpr int kAreaCount = 20;
inline constexpr int kPairedAreaCount = 17;

// An area code says what kind of place it is, without a side: 0 cannot be marked, 1 calf ... 20
// abdomen.
using AreaCode = std::uint8_t;

// The id as in content/knowledge.json with its side, such as "calf_l". Empty for an index outside
// 0..36.
std::string_view region_name(int region);

// "calf" for code 1. Empty for 0 and for codes above 20.
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

// Whether an area meets its own other side on the axis: there a touch may mean either, and both are
// offered.
constexpr bool meets_midline(AreaCode code) {
  constexpr AreaCode kGroin = 11, kGlute = 14, kLowBack = 15, kThoracic = 16, kShoulder = 17;
  return code == kGroin || code == kGlute || code == kLowBack || code == kThoracic ||
         code == kShoulder;
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
