// Where the arrow keys lead on the figure: properties of the map, on the real atlas and on a small
// made-up one.
#include "body/touch/neighbours.h"

#include <catch_amalgamated.hpp>
#include <cmath>

#include "figure_fixture.h"

using namespace advisor::body;
using namespace advisor::body::test;

namespace {

constexpr Direction kDirections[] = {Direction::kLeft, Direction::kRight, Direction::kUp,
                                     Direction::kDown};

struct Steps {
  int all = 0, returning = 0;
};

// Every step from a region to another one, in both builds and views.
template <class Look>
void every_step(Look&& look) {
  for (const Build build : kBuilds)
    for (const View view : kViews)
      for (int from = 0; from < kRegionCount; ++from)
        for (const Direction d : kDirections) {
          const TouchMap& touch = figure(build).touch(view);
          if (!touch.has(from)) continue;
          if (const int to = touch.neighbour(from, d); to != from) look(touch, from, d, to);
        }
}

Neighbours small_map() {
  // Three in a row and one below the first: 0 - 1 - 2, 3 under 0.
  std::array<Point, kRegionCount> anchors{};
  std::array<bool, kRegionCount> shown{};
  anchors[0] = {0, 0}, anchors[1] = {10, 0}, anchors[2] = {30, 0}, anchors[3] = {1, 12};
  shown[0] = shown[1] = shown[2] = shown[3] = true;
  return find_neighbours(anchors, shown);
}

}  // namespace

TEST_CASE("A small figure has the map that one would draw", "[neighbours]") {
  const Neighbours map = small_map();
  using Row = std::array<std::int8_t, 4>;  // left, right, up, down
  CHECK(map[0] == Row{0, 1, 0, 3});
  CHECK(map[1] == Row{0, 2, 1, 3});
  CHECK(map[2] == Row{1, 2, 2, 3});
  CHECK(map[3] == Row{3, 1, 0, 3});
  CHECK(map[4] == Row{4, 4, 4, 4});
}

TEST_CASE("A step never leaves the view, and goes the way that the arrow points", "[neighbours]") {
  int steps = 0;
  every_step([&](const TouchMap& touch, int from, Direction d, int to) {
    INFO(region_name(from) << " to " << region_name(to));
    CHECK(touch.has(to));
    const Point a = touch.anchor_u(from), b = touch.anchor_u(to);
    const float moved[] = {a.x - b.x, b.x - a.x, a.y - b.y, b.y - a.y};
    CHECK(moved[static_cast<int>(d)] > 1);
    ++steps;
  });
  CHECK(steps > 200);
}

TEST_CASE("The opposite arrow leads back, in three steps of four", "[neighbours]") {
  Steps steps;
  every_step([&](const TouchMap& touch, int from, Direction d, int to) {
    ++steps.all;
    steps.returning += touch.neighbour(to, opposite(d)) == from;
  });
  INFO(steps.returning << " of " << steps.all);
  CHECK(steps.returning * 4 >= steps.all * 3);
}

TEST_CASE("The two sides of the body have the same map", "[neighbours]") {
  every_step([&](const TouchMap& touch, int from, Direction d, int to) {
    if (from == mirrored(from) || to == mirrored(to))
      return;  // chest, abdomen and neck stand on the axis: they lead to one side
    const Direction there = d == Direction::kLeft    ? Direction::kRight
                            : d == Direction::kRight ? Direction::kLeft
                                                     : d;
    INFO(region_name(from) << " to " << region_name(to));
    CHECK(touch.neighbour(mirrored(from), there) == mirrored(to));
  });
}

TEST_CASE(
    "Turning the figure keeps a region that both views show, and goes to what lies behind one that "
    "only one shows",
    "[neighbours]") {
  const Figure& male = figure(Build::kMale);
  const auto turned = [&](View view, std::string_view name) {
    return region_name(turned_region(male, view, region(name)));
  };
  CHECK(turned(View::kBack, "shoulder_l") == "shoulder_l");
  CHECK(turned(View::kBack, "quad_l") == "hamstring_l");
  CHECK(turned(View::kFront, "hamstring_r") == "quad_r");
  CHECK(turned(View::kBack, "knee_front_r") == "knee_back_r");
  for (const View view : kViews)
    for (int r = 0; r < kRegionCount; ++r)
      CHECK(male.touch(view).has(turned_region(male, view, r)));
}
