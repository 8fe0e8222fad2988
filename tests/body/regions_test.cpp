#include "body/atlas/regions.h"

#include <catch_amalgamated.hpp>

#include "figure_fixture.h"

using namespace advisor::body;
using advisor::body::test::region;

TEST_CASE("The regions come in the order of content/knowledge.json", "[regions]") {
  CHECK(region_name(0) == "calf_l");
  CHECK(region_name(1) == "calf_r");
  CHECK(region_name(8) == "foot_l");
  CHECK(region_name(2 * kPairedAreaCount - 1) == "shoulder_r");
  CHECK(region_name(2 * kPairedAreaCount) == "neck");
  CHECK(region_name(kRegionCount - 1) == "abdomen");
  CHECK(region_name(kRegionCount).empty());
  CHECK(region_name(-1).empty());
}

TEST_CASE("Seen from the front the runner's left is on the right of the screen", "[regions]") {
  CHECK(region_at(area_of(region("quad_l")), View::kFront, true) == region("quad_l"));
  CHECK(region_at(area_of(region("quad_l")), View::kFront, false) == region("quad_r"));
  CHECK(region_at(area_of(region("calf_l")), View::kBack, true) == region("calf_r"));
  CHECK(region_at(area_of(region("calf_l")), View::kBack, false) == region("calf_l"));
  CHECK(region_at(area_of(region("neck")), View::kBack, false) == region("neck"));
  CHECK(region_at(0, View::kBack, false) == -1);
}

TEST_CASE("A region's mirror image is on the other side, or itself", "[regions]") {
  CHECK(mirrored(region("itb_l")) == region("itb_r"));
  CHECK(mirrored(region("itb_r")) == region("itb_l"));
  CHECK(mirrored(region("chest")) == region("chest"));
}

TEST_CASE("Each region is at home in the view that content/knowledge.json names", "[regions]") {
  const std::string_view front[] = {"shin_l",       "ankle_r", "knee_front_l", "quad_r", "groin_l",
                                    "hip_flexor_r", "itb_l",   "chest",        "abdomen"};
  const std::string_view back[] = {"calf_l",      "soleus_r",    "achilles_l", "foot_r",
                                   "knee_back_l", "hamstring_r", "glute_l",    "low_back_r",
                                   "thoracic_l",  "shoulder_r",  "neck"};
  for (const std::string_view name : front) CHECK(home_view(region(name)) == View::kFront);
  for (const std::string_view name : back) CHECK(home_view(region(name)) == View::kBack);
}
