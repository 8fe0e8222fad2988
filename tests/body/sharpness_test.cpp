#include "body/gl/sharpness.h"

#include <catch_amalgamated.hpp>

using advisor::body::Sharpness;

namespace {

void frames(Sharpness& s, int count, float ms) {
  for (int i = 0; i < count; ++i) s.frame_took(ms);
}

}  // namespace

TEST_CASE("Frames in time leave the figure whole", "[sharpness]") {
  Sharpness s;
  CHECK(s.while_moving() == 1);
  frames(s, 1000, 16.7f);
  CHECK(s.while_moving() == 1);
}

TEST_CASE("A late frame now and then is forgiven, four in a row are not", "[sharpness]") {
  Sharpness s;
  for (int i = 0; i < 100; ++i) {
    frames(s, 3, 40);
    frames(s, 1, 16.7f);
  }
  CHECK(s.while_moving() == 1);
  frames(s, 4, 40);
  CHECK(s.while_moving() == 0.7f);
}

TEST_CASE("What is still late though faster goes to half, and no lower", "[sharpness]") {
  Sharpness s;
  frames(s, 4, 80);
  CHECK(s.while_moving() == 0.7f);
  frames(s, 6, 50);  // faster: it stays
  CHECK(s.while_moving() == 0.7f);
  frames(s, 4, 50);
  CHECK(s.while_moving() == 0.5f);
  frames(s, 6, 30);
  frames(s, 100, 30);
  CHECK(s.while_moving() == 0.5f);
}

TEST_CASE("Where coarser is no faster the figure is whole again, and stays so for long",
          "[sharpness]") {
  Sharpness s;
  frames(s, 4, 33.4f);  // a display of 30 frames a second
  CHECK(s.while_moving() == 0.7f);
  frames(s, 6, 33.3f);
  CHECK(s.while_moving() == 1);
  frames(s, 500, 33.4f);
  CHECK(s.while_moving() == 1);
}

TEST_CASE(
    "Two seconds of frames in time make it finer by one step, and a late one starts the count "
    "again",
    "[sharpness]") {
  Sharpness s;
  frames(s, 4, 80);
  frames(s, 6, 20);
  frames(s, 119, 16.7f);
  s.frame_took(30);
  frames(s, 119, 16.7f);
  CHECK(s.while_moving() == 0.7f);
  s.frame_took(16.7f);
  CHECK(s.while_moving() == 1);
}

TEST_CASE("A pause is no frame", "[sharpness]") {
  Sharpness s;
  frames(s, 50, 250);
  frames(s, 50, 5000);
  CHECK(s.while_moving() == 1);
}
