#include "body/atlas/regions.h"

namespace advisor::body {

std::string_view region_name(int region) {
  return region >= 0 && region < kRegionCount ? baked::kRegions[region] : std::string_view{};
}

std::string_view area_name(AreaCode code) {
  if (code == 0 || code > kAreaCount) return {};
  if (!is_paired(code)) return region_name(kPairedAreaCount + code - 1);
  std::string_view name = region_name(2 * (code - 1));
  name.remove_suffix(2);
  return name;
}

View home_view(int region) {
  const bool known = region >= 0 && region < kRegionCount;
  return baked::kInFront[known ? area_of(region) : 0] ? View::kFront : View::kBack;
}

}  // namespace advisor::body
