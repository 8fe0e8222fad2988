#include "body/touch/framing.h"

#include <catch_amalgamated.hpp>

using namespace advisor::body;

namespace {

constexpr Rect kBody = {-280, 92, 560, 1262};
constexpr Rect kStage = {0, 100, 390, 428};

void check_same(const Framing& a, const Framing& b) {
  CHECK(a.zoom == Catch::Approx(b.zoom));
  CHECK(a.center_u.x == Catch::Approx(b.center_u.x).margin(0.01));
  CHECK(a.center_u.y == Catch::Approx(b.center_u.y).margin(0.01));
}

}  // namespace

TEST_CASE("The whole body fits the stage and stands in its middle", "[framing]") {
  const Framing f = frame_body(kBody, kStage);
  CHECK(f.scale() == Catch::Approx(428.0 / 1290));
  const Point top = f.to_px({0, 92}), foot = f.to_px({0, 1354});
  CHECK(top.x == Catch::Approx(195));
  CHECK(top.y == Catch::Approx(104.645).margin(0.01));
  CHECK(foot.y == Catch::Approx(523.355).margin(0.01));
  // In a narrow stage the hands decide.
  CHECK(frame_body(kBody, {0, 0, 200, 900}).scale() == Catch::Approx(200.0 / 588));
}

TEST_CASE("Hips and legs are 1.9 times as large, with the feet in sight", "[framing]") {
  const Framing f = frame_legs(kBody, kStage);
  CHECK(f.zoom == Catch::Approx(1.9));
  CHECK(f.to_px({75, 1354}).y < 528);
  CHECK(f.to_px({75, 1354}).y > 510);
  CHECK(f.to_px({75, 720}).y > 100);
}

TEST_CASE("What is under the fingers stays there while zooming", "[framing]") {
  const Framing f = frame_body(kBody, kStage);
  const Point focus = {220, 380};
  const Framing closer = zoom_at(f, kBody, focus, 2.5f);
  const Point before = f.to_u(focus), after = closer.to_u(focus);
  CHECK(after.x == Catch::Approx(before.x).margin(1));
  CHECK(after.y == Catch::Approx(before.y).margin(0.01));
}

TEST_CASE("Zooming in and out again comes back", "[framing]") {
  const Framing f = frame_legs(kBody, kStage);
  check_same(zoom_at(zoom_at(f, kBody, {195, 330}, 1.5f), kBody, {195, 330}, 1 / 1.5f), f);
}

TEST_CASE("Zoom stays between the whole body and five times", "[framing]") {
  const Framing f = frame_body(kBody, kStage);
  CHECK(zoom_at(f, kBody, {0, 100}, 0.1f).zoom == 1);
  CHECK(zoom_at(f, kBody, {0, 100}, 100).zoom == 5);
  check_same(zoom_at(f, kBody, {10, 110}, 0.5f), f);
}

TEST_CASE("The whole body cannot be dragged away", "[framing]") {
  const Framing f = frame_body(kBody, kStage);
  check_same(pan_by(f, kBody, {300, -200}), f);
}

TEST_CASE("A drag moves the body with the finger, until its end is reached", "[framing]") {
  Framing f = frame_body(kBody, kStage);
  f.zoom = 4;
  f = clamp_framing(f, kBody);
  const Point before = f.to_px({0, 700}), after = pan_by(f, kBody, {12, -30}).to_px({0, 700});
  CHECK(after.x - before.x == Catch::Approx(12).margin(0.01));
  CHECK(after.y - before.y == Catch::Approx(-30).margin(0.01));
  const Framing end = pan_by(f, kBody, {0, 1e5f});
  CHECK(end.to_px({0, 92 - 14}).y == Catch::Approx(100).margin(0.01));
}

TEST_CASE("Another stage shows the same place at the same zoom", "[framing]") {
  const Framing f = frame_legs(kBody, kStage);
  const Framing wide = move_to_stage(f, kBody, {0, 0, 700, 500});
  CHECK(wide.zoom == f.zoom);
  CHECK(wide.fit_px_per_u == Catch::Approx(500.0 / 1290));
}

TEST_CASE("Going from one framing to another never turns back", "[framing]") {
  const Framing from = frame_body(kBody, kStage), to = frame_legs(kBody, kStage);
  check_same(between(from, to, 0), from);
  check_same(between(from, to, 1), to);
  float last_zoom = 0, last_y = 1e9f;
  for (int i = 0; i <= 20; ++i) {
    const Framing f = between(from, to, static_cast<float>(i) / 20);
    CHECK(f.zoom > last_zoom);
    CHECK(f.to_px({0, 92}).y < last_y);
    last_zoom = f.zoom;
    last_y = f.to_px({0, 92}).y;
  }
}

TEST_CASE("Pixels to units and back is the way home", "[framing]") {
  const Framing f = frame_legs(kBody, kStage);
  const Point p = f.to_px(f.to_u({123, 321}));
  CHECK(p.x == Catch::Approx(123));
  CHECK(p.y == Catch::Approx(321));
}
