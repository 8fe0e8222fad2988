#include "ui/figure/badge_slots.h"

#include <algorithm>
#include <catch_amalgamated.hpp>
#include <random>

#include "body/figure.h"
#include "ui/stage.h"

namespace advisor {
namespace {

using ui::BadgeSlots;

// The margins beside the figure on a phone of 390 x 844, as the first screen has them.
BadgeSlots::Field phone_field(const body::Framing& framing) {
  BadgeSlots::Field field;
  field.left_x = 34;
  field.right_x = 356;
  field.top = 192;
  field.bottom = 553;
  const body::Rect extent = test::figure().extent_u();
  const body::Point from = framing.to_px({190, extent.y + 0.43f * extent.h}),
                    to = framing.to_px({320, extent.y + 0.585f * extent.h});
  field.off[0] = {from.x, from.y, to.x - from.x, to.y - from.y};
  field.off[1] = {390 - to.x, from.y, to.x - from.x, to.y - from.y};
  return field;
}

struct Marks {
  body::View view;
  body::Framing framing = body::fit_body(test::figure(), view, {0, 100, 390, 480});
  std::vector<int> shown;
  explicit Marks(body::View v) : view(v) {
    for (int region = 0; region < body::kRegionCount; ++region)
      if (body::region_bounds_px(test::figure(), view, framing, region).w > 0)
        shown.push_back(region);
  }
  BadgeSlots::Anchor anchor(int region) const {
    return {region, body::region_anchor_px(test::figure(), view, framing, region)};
  }
};

TEST_CASE("up to ten marks have badges whose leaders cross neither hands, badges nor each other") {
  int tried = 0, crossing = 0;
  for (const body::View view : {body::View::kFront, body::View::kBack}) {
    const Marks marks(view);
    const BadgeSlots::Field field = phone_field(marks.framing);
    for (unsigned seed = 1; seed <= 300; ++seed) {
      std::mt19937 random(seed);
      std::vector<int> order = marks.shown;
      std::shuffle(order.begin(), order.end(), random);
      order.resize(1 + seed % 10);
      BadgeSlots slots;
      std::vector<BadgeSlots::Anchor> set;
      for (const int region : order) {
        set.push_back(marks.anchor(region));
        const auto badges = slots.place(set, field);
        REQUIRE(badges.size() == set.size());
      }
      ++tried;
      crossing += slots.crossings() > 0;
    }
  }
  CHECK(tried == 600);
  CHECK(crossing == 0);
}

TEST_CASE(
    "a badge keeps its place when another mark comes or goes, and a mark that comes back has it "
    "again") {
  const Marks marks(body::View::kFront);
  const BadgeSlots::Field field = phone_field(marks.framing);
  BadgeSlots slots;
  const int quad = 14, knee = 12;
  const std::vector<BadgeSlots::Anchor> one{marks.anchor(quad)},
      two{marks.anchor(quad), marks.anchor(knee)};
  const BadgeSlots::Badge first = slots.place(one, field)[0];
  CHECK(slots.place(two, field)[0].at.y == first.at.y);
  const BadgeSlots::Badge second = slots.place(two, field)[1];
  const std::vector<BadgeSlots::Anchor> left{marks.anchor(knee)};
  CHECK(slots.place(left, field)[0].at.y == second.at.y);
  CHECK(slots.place(two, field)[1].at.y == first.at.y);
}

}  // namespace
}  // namespace advisor
