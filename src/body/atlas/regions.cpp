#include "body/atlas/regions.h"

#include <array>

namespace advisor::body {
namespace {

constexpr std::array<std::string_view, kRegionCount> kRegionNames = {
    "calf_l",       "calf_r",       "soleus_l",    "soleus_r",    "achilles_l",   "achilles_r",
    "shin_l",       "shin_r",       "foot_l",      "foot_r",      "ankle_l",      "ankle_r",
    "knee_front_l", "knee_front_r", "knee_back_l", "knee_back_r", "quad_l",       "quad_r",
    "hamstring_l",  "hamstring_r",  "groin_l",     "groin_r",     "hip_flexor_l", "hip_flexor_r",
    "itb_l",        "itb_r",        "glute_l",     "glute_r",     "low_back_l",   "low_back_r",
    "thoracic_l",   "thoracic_r",   "shoulder_l",  "shoulder_r",  "neck",         "chest",
    "abdomen"};

// The areas that are at home in front; all others are at home on the back.
bool is_front(AreaCode code) {
  constexpr std::string_view kFrontAreas[] = {
      "shin", "ankle", "knee_front", "quad", "groin", "hip_flexor", "itb", "chest", "abdomen"};
  for (std::string_view name : kFrontAreas)
    if (name == area_name(code)) return true;
  return false;
}

}  // namespace

std::string_view region_name(int region) {
  return region >= 0 && region < kRegionCount ? kRegionNames[static_cast<std::size_t>(region)]
                                              : std::string_view{};
}

std::string_view area_name(AreaCode code) {
  if (code == 0 || code > kAreaCount) return {};
  if (!is_paired(code)) return region_name(kPairedAreaCount + code - 1);
  std::string_view name = region_name(2 * (code - 1));
  name.remove_suffix(2);
  return name;
}

View home_view(int region) {
  return region >= 0 && region < kRegionCount && !is_front(area_of(region)) ? View::kBack
                                                                            : View::kFront;
}

}  // namespace advisor::body
