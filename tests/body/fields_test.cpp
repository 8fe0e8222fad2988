#include <catch_amalgamated.hpp>
#include <cmath>

#include "body/fields/blur.h"
#include "body/fields/distance.h"
#include "body/fields/screened_poisson.h"
#include "figure_fixture.h"

using namespace advisor::body;
using namespace advisor::body::test;

TEST_CASE("Blurring keeps the sum of what is far from the edges", "[fields]") {
  Grid<float> g(60, 60);
  g.row(30)[30] = 8;
  blur(g, 3, LeftEdge::kNothing);
  float sum = 0;
  for (float v : g.cells) sum += v;
  CHECK(sum == Catch::Approx(8).epsilon(0.001));
  CHECK(g.row(30)[30] == Catch::Approx(8 / (2 * 3.14159265 * 9)).epsilon(0.03));
  CHECK(g.row(30)[27] == Catch::Approx(g.row(33)[30]));
}

TEST_CASE("At the axis a blur sees the mirror image", "[fields]") {
  Grid<float> g(40, 9, 5.0f);
  blur(g, 2, LeftEdge::kMirror);
  CHECK(g.row(4)[0] > 0.7f * 5);
  CHECK(g.row(4)[0] == Catch::Approx(g.row(4)[10]).epsilon(0.001));
}

TEST_CASE("A blurred edge tells how far away it is", "[fields]") {
  Grid<float> g(64, 40);
  for (int y = 0; y < 40; ++y)
    for (int x = 32; x < 64; ++x) g.row(y)[x] = 1;
  blur(g, 3, LeftEdge::kNothing);
  for (const int x : {29, 31, 33, 35})
    CHECK(3 * deviations_of_contrast(2 * g.row(20)[x] - 1) ==
          Catch::Approx(static_cast<double>(x) + 0.5 - 32).margin(0.15));
}

TEST_CASE("Distances are those of a ruler, up to the cap", "[fields]") {
  Grid<std::uint8_t> g(50, 50);
  g.row(10)[10] = 1;
  const Grid<float> d = distance_to(g, 12, LeftEdge::kNothing);
  CHECK(d.row(10)[10] == 0);
  CHECK(d.row(13)[14] == Catch::Approx(5));
  CHECK(d.row(10)[17] == Catch::Approx(7));
  CHECK(d.row(40)[40] == 12);
}

TEST_CASE("The relief of a strip is a half circle", "[fields]") {
  // 21 cells wide and long enough for its middle not to see the ends; no plateau to speak of.
  Grid<std::uint8_t> labels(140, 90);
  for (int y = 30; y < 51; ++y)
    for (int x = 4; x < 136; ++x) labels.row(y)[x] = 1;
  ScreenedPoisson solver(labels, {1, 1000}, {60, 60, 60, 60, 60, 60});
  while (!solver.step()) {
  }
  const Grid<float> u = solver.take();
  // Zero lies on the centres of the first cells outside: the radius is 11.
  for (const int y : {30, 35, 40, 45}) {
    const double from_middle = y - 40.0;
    CHECK(std::sqrt(2 * u.row(y)[70]) ==
          Catch::Approx(std::sqrt(121 - from_middle * from_middle)).epsilon(0.02));
  }
}

TEST_CASE("A wide muscle levels out at its plateau", "[fields]") {
  const Grid<std::uint8_t> labels(120, 120, 1);
  ScreenedPoisson solver(labels, {1, 6}, {20, 20, 20, 20, 20, 20});
  while (!solver.step()) {
  }
  CHECK(std::sqrt(2 * solver.take().row(60)[20]) ==
        Catch::Approx(std::sqrt(2.0) * 6).epsilon(0.01));
}

TEST_CASE("Both halves of the body share fields that reach its axis", "[fields]") {
  for (const Build build : kBuilds)
    for (const View view : kViews) {
      const ViewFields& f = figure(build).fields(view);
      REQUIRE(f.surface.size() == static_cast<std::size_t>(f.width * f.height));
      REQUIRE(f.place.size() == f.surface.size() * 4);
      REQUIRE(f.glow.size() == static_cast<std::size_t>(f.glow_width * f.glow_height * 4));
      // On the axis the surface tilts neither way.
      int steep = 0;
      for (int y = 200; y < 600; ++y) {
        const float nx =
            static_cast<float>(f.surface[static_cast<std::size_t>(y * f.width)] & 1023u) / 1023.0f *
                2 -
            1;
        steep += std::abs(nx) > 0.35f;
      }
      CHECK(steep < 20);
    }
}

TEST_CASE("Every markable area has a reach over which soreness rises", "[fields]") {
  for (const Build build : kBuilds)
    for (int r = 0; r < kRegionCount; ++r) {
      const float reach = figure(build).fields(home_view(r)).reach_u[area_of(r)];
      INFO(region_name(r));
      CHECK(reach >= 5);
      CHECK(reach <= 22);
    }
}
