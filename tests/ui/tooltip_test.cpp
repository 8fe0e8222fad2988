// The name of what a mouse rests on, where nothing is written on it: after half a second, without a
// frame meanwhile.
#include <imgui.h>

#include <catch_amalgamated.hpp>

#include "visits.h"

namespace advisor {
namespace {

using app::Action;
using app::Rect;
using app::Session;
using Kind = Action::Kind;
using test::Glyph;
using test::Stage;

constexpr ui::Settings kDesk{.reduced_motion = true, .draws_focus = false};

// What lies over everything is drawn last, in a list of its own.
std::vector<Glyph> tooltip(const Stage& stage) {
  std::vector<Glyph> glyphs = stage.glyphs();
  const int last = stage.lists() - 1;
  std::erase_if(glyphs,
                [&](const Glyph& glyph) { return glyph.list != last || glyph.seen.w <= 0; });
  return stage.has_foreground() ? glyphs : std::vector<Glyph>{};
}

void rest_on(Stage& stage, std::string_view key, float seconds = 0.6f) {
  const Rect box = stage.box(key);
  REQUIRE(box.w > 0);
  stage.mouse_to(box.x + box.w / 2, box.y + box.h / 2);
  stage.settle();
  if (seconds == 0) return;
  stage.frame_after(seconds);
  stage.settle();
}

TEST_CASE(
    "a mouse that rests on a sign for half a second sees its name, and no frame is drawn "
    "meanwhile") {
  Session session = test::marked_session({"quad_l", "calf_l"});
  session.apply({Kind::kFrame, -1, 1});
  Stage stage(session, {1280, 800}, kDesk);
  stage.settle();
  CHECK(stage.interface.due_seconds() < 0);
  for (const char* key : {"menu", "undo", "zoom.in", "remove.quad_l"}) {
    rest_on(stage, key, 0);
    INFO(key);
    CHECK(tooltip(stage).empty());
    CHECK_FALSE(stage.frame());
    CHECK(stage.interface.due_seconds() > 0.3);
    CHECK(stage.interface.due_seconds() <= 0.5);
    stage.frame_after(0.6f);
    CHECK(stage.settle() <= 2);
    const std::vector<Glyph> seen = tooltip(stage);
    CHECK(seen.size() == test::glyphs_of(stage.session.tree().node(key)->name));
    for (const Glyph& glyph : seen)
      CHECK((glyph.seen.w == glyph.box.w && glyph.box.x >= 8 && glyph.box.x + glyph.box.w <= 1272 &&
             glyph.box.y >= 4 && glyph.box.y + glyph.box.h <= 796));
    CHECK(stage.interface.due_seconds() < 0);
    CHECK_FALSE(stage.frame());
  }
}

TEST_CASE(
    "a day of the calendar says what it allows and why, and what has words of its own says "
    "nothing") {
  Stage stage(test::advised_session({"quad_l"}), {1280, 800}, kDesk);
  stage.settle();
  rest_on(stage, "day.5");
  const std::string& name = stage.session.tree().node("day.5")->name;
  CHECK(name == "Monday, June\u00A015, any pressure.");
  CHECK(tooltip(stage).size() == test::glyphs_of(name));
  rest_on(stage, "book");
  CHECK(tooltip(stage).empty());
  CHECK(stage.interface.due_seconds() < 0);
}

TEST_CASE(
    "it goes with the pointer, with a press and with Escape, and comes back only to who comes "
    "back") {
  for (const char* way : {"leave", "press", "Escape"}) {
    Stage stage(test::marked_session({"quad_l"}), {1280, 800}, kDesk);
    stage.settle();
    rest_on(stage, "menu");
    REQUIRE_FALSE(tooltip(stage).empty());
    if (way[0] == 'l') stage.mouse_to(900, 600);
    if (way[0] == 'p') ImGui::GetIO().AddMouseButtonEvent(0, true);
    if (way[0] == 'E') stage.interface.press_key("", "Escape");
    stage.settle();
    INFO(way);
    CHECK(tooltip(stage).empty());
    stage.frame_after(2);
    CHECK(tooltip(stage).empty());
    CHECK(stage.interface.due_seconds() < 0);
    if (way[0] != 'E') continue;
    stage.mouse_to(900, 600);
    stage.settle();
    rest_on(stage, "menu");
    CHECK_FALSE(tooltip(stage).empty());
  }
}

TEST_CASE("the pointer may go over its words, and it stays as long as the pointer does") {
  Stage stage(test::marked_session({"quad_l"}), {1280, 800}, kDesk);
  stage.settle();
  rest_on(stage, "menu");
  const std::vector<Glyph> seen = tooltip(stage);
  REQUIRE_FALSE(seen.empty());
  stage.mouse_to(seen[1].box.x, seen[1].box.y + 2);
  stage.settle();
  CHECK(tooltip(stage).size() == seen.size());
  stage.frame_after(60);
  CHECK(tooltip(stage).size() == seen.size());
}

TEST_CASE("a finger sees none and wakes nothing, even where a mouse could hover too") {
  Stage stage(test::marked_session({"quad_l"}), {390, 844}, kDesk);
  stage.settle();
  const Rect undo = stage.box("undo");
  stage.finger_down(undo.x + 22, undo.y + 22);
  stage.settle();
  CHECK(stage.interface.due_seconds() < 0);
  stage.frame_after(2);
  CHECK(tooltip(stage).empty());
}

TEST_CASE(
    "it fades in within a sixth of a second, and where motion is reduced it is there at once") {
  for (const bool still : {false, true}) {
    Stage stage(test::marked_session({"quad_l"}), {1280, 800},
                {.reduced_motion = still, .draws_focus = false});
    stage.settle();
    rest_on(stage, "menu", 0);
    stage.frame_after(0.6f);
    const int frames = stage.settle();
    CHECK(frames >= (still ? 1 : 6));
    CHECK(frames <= (still ? 2 : 12));
    CHECK_FALSE(stage.frame());
  }
}

TEST_CASE(
    "the cross of a sheet has one too, over the sheet, and what lies under the sheet has none") {
  Session session = test::marked_session({"quad_l"});
  session.apply({Kind::kOpenSheet, -1, static_cast<int>(app::Sheet::kMenu)});
  Stage stage(session, {1280, 800}, kDesk);
  stage.settle();
  rest_on(stage, "sheet.close");
  CHECK(tooltip(stage).size() == test::glyphs_of(stage.session.tree().node("sheet.close")->name));
  rest_on(stage, "frame");
  CHECK(tooltip(stage).empty());
}

}  // namespace
}  // namespace advisor
