#include "body/atlas/atlas.h"

#include <catch_amalgamated.hpp>

#include "figure_fixture.h"

using namespace advisor::body;
using advisor::body::test::atlas_bytes;
using advisor::body::test::kBuilds;

namespace {

// A small generator, the same everywhere.
struct Random {
  std::uint32_t state = 12345;
  std::uint32_t next() { return state = state * 1664525u + 1013904223u, state >> 8; }
};

}  // namespace

TEST_CASE("The baked atlas of each build can be read", "[atlas]") {
  for (const Build build : kBuilds) {
    std::string error;
    const auto atlas = parse_atlas(atlas_bytes(build), &error);
    INFO(error);
    REQUIRE(atlas.has_value());
    CHECK(atlas->build == build);
    for (const ViewAtlas& view : atlas->views) {
      CHECK(view.half_width_u == 330);
      CHECK(view.height_u == (build == Build::kMale ? 1308 : 1436));
      CHECK(view.outlines.size() > 70);
    }
  }
}

TEST_CASE("The male figure stands 1,260 units tall", "[atlas]") {
  std::string error;
  const auto atlas = parse_atlas(atlas_bytes(Build::kMale), &error);
  REQUIRE(atlas.has_value());
  const Rect front = atlas->views[0].extent_u;
  CHECK(front.y == Catch::Approx(92).margin(1));
  CHECK(front.y + front.h == Catch::Approx(1352.5));
  CHECK(front.x == Catch::Approx(-front.w / 2));
}

TEST_CASE("Bytes that are not an atlas are refused with a sentence", "[atlas]") {
  std::string error;
  CHECK_FALSE(parse_atlas({}, &error).has_value());
  CHECK(error == "atlas: these bytes are not an atlas");

  std::vector<std::byte> bytes = atlas_bytes(Build::kMale);
  bytes[4] = std::byte{9};
  CHECK_FALSE(parse_atlas(bytes, &error).has_value());
  CHECK(error == "atlas: unknown version");

  bytes = atlas_bytes(Build::kMale);
  bytes.push_back(std::byte{0});
  CHECK_FALSE(parse_atlas(bytes, &error).has_value());
  CHECK(error == "atlas: the points do not fit the outlines");

  bytes = atlas_bytes(Build::kMale);
  bytes[8] = std::byte{'k'};  // "calf" becomes "kalf"
  CHECK_FALSE(parse_atlas(bytes, &error).has_value());
  CHECK(error == "atlas: other names of areas");
}

TEST_CASE("An atlas cut short anywhere is refused", "[atlas]") {
  const std::vector<std::byte> bytes = atlas_bytes(Build::kFemale);
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    std::string error;
    INFO(size);
    REQUIRE_FALSE(parse_atlas(std::span(bytes).first(size), &error).has_value());
    REQUIRE_FALSE(error.empty());
  }
}

TEST_CASE("Damaged bytes are refused or make a figure, but never crash", "[atlas]") {
  const std::vector<std::byte> original = atlas_bytes(Build::kMale);
  Random random;
  int built = 0;
  for (int run = 0; run < 3000; ++run) {
    std::vector<std::byte> bytes = original;
    const std::uint32_t changes = 1 + random.next() % 6;
    for (std::uint32_t i = 0; i < changes; ++i) {
      // Half of the damage goes into the outlines' parameters, which come first.
      const std::size_t range = random.next() % 2 ? bytes.size() : 1500;
      bytes[random.next() % range] = static_cast<std::byte>(random.next());
    }
    std::string error;
    std::optional<Figure> figure = Figure::parse(bytes, &error);
    REQUIRE(figure.has_value() == error.empty());
    if (!figure || built >= 12) continue;
    ++built;
    while (!figure->build_step()) {
    }
    hit(*figure, View::kFront, fit_body(*figure, View::kFront, test::kPhoneStage), {195, 400});
  }
  CHECK(built == 12);
}
