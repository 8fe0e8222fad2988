// A finger and a wheel: the first tap counts, a drag scrolls and presses nothing, and the page gets
// the rest of a scroll.
#include <imgui.h>

#include <catch_amalgamated.hpp>

#include "visits.h"

namespace advisor {
namespace {

using app::Action;
using app::Rect;
using app::Screen;
using app::Session;
using Kind = Action::Kind;
using test::Stage;

constexpr ui::Settings kPhone{.reduced_motion = true, .can_hover = false, .draws_focus = false};

void tap_middle(Stage& stage, std::string_view key) {
  const Rect box = stage.box(key);
  INFO(key);
  REQUIRE(box.w > 0);
  stage.tap(box.x + box.w / 2, box.y + box.h / 2);
}

TEST_CASE("the first tap of a visit marks the area in the middle of whose box it lands") {
  struct Case {
    bool back;
    const char* region;
  };
  for (const Case& c : {Case{false, "quad_l"}, Case{false, "quad_r"}, Case{false, "shin_l"},
                        Case{false, "knee_front_r"}, Case{false, "chest"}, Case{false, "abdomen"},
                        Case{true, "calf_l"}, Case{true, "hamstring_r"}, Case{true, "glute_l"},
                        Case{true, "low_back_r"}, Case{true, "neck"}}) {
    for (const test::Size size : test::kSizes) {
      Session session = test::fresh_session();
      session.apply({Kind::kTurn, -1, c.back});
      Stage stage(session, size, kPhone);
      stage.settle();
      INFO(c.region << " at " << size.w);
      tap_middle(stage, std::string("region.") + c.region);
      CHECK(test::marks_in_words(stage.session) == std::string(c.region) + " 5");
    }
  }
}

TEST_CASE("a tap on a mark opens its row, and does not take it away") {
  Session session = test::marked_session({"quad_l", "quad_r"});
  Stage stage(session, {390, 844}, kPhone);
  stage.settle();
  tap_middle(stage, "region.quad_l");
  CHECK(test::marks_in_words(stage.session) == "quad_l 5, quad_r 5");
  CHECK(stage.session.shown().open_mark == test::region("quad_l").value);
}

TEST_CASE("one tap each leads from the figure to the booking link") {
  Session session = test::fresh_session(Language::kFrench);
  session.apply({Kind::kTurn, -1, 1});
  Stage stage(session, {390, 844}, kPhone);
  stage.settle();
  tap_middle(stage, "region.calf_l");
  tap_middle(stage, "continue");
  CHECK(stage.session.shown().screen == Screen::kTell);
  tap_middle(stage, "quality.sore");
  CHECK(stage.session.intake().marks[0].quality == Quality::kSore);
  tap_middle(stage, "continue");
  CHECK(stage.session.shown().screen == Screen::kSafety);
  stage.interface.wheel(195, 500, 5000);
  stage.settle();
  tap_middle(stage, "continue");
  CHECK(stage.session.shown().screen == Screen::kAdvice);
  stage.session.take_events();
  tap_middle(stage, "book");
  const auto events = stage.session.take_events();
  REQUIRE(events.size() == 1);
  CHECK(events[0].kind == app::Event::Kind::kBook);
}

TEST_CASE("a finger on the slider sets the intensity where it is, from one end to the other") {
  Stage stage(test::marked_session({"quad_l"}), {390, 844}, kPhone);
  stage.settle();
  const Rect slider = stage.box("intensity.quad_l");
  REQUIRE(slider.w > 200);
  const float y = slider.y + slider.h / 2;
  stage.finger_down(slider.x + 14, y);
  stage.settle();
  CHECK(test::marks_in_words(stage.session) == "quad_l 1");
  stage.finger_to(slider.x + slider.w - 14, y);
  stage.settle();
  CHECK(test::marks_in_words(stage.session) == "quad_l 10");
  stage.finger_to(slider.x + 14 + (slider.w - 28) * 2 / 9, y);
  stage.settle();
  stage.finger_up(slider.x + 14 + (slider.w - 28) * 2 / 9, y);
  stage.settle();
  CHECK(test::marks_in_words(stage.session) == "quad_l 3");
  stage.session.apply({Kind::kUndo});
  CHECK(test::marks_in_words(stage.session) == "quad_l 5");
}

TEST_CASE("a finger that drags a panel scrolls it, and what lies under it is not pressed") {
  Session session = test::marked_session({"quad_l"});
  session.apply(test::go_to(Screen::kTell));
  Stage stage(session, {390, 600}, kPhone);
  stage.settle();
  const Intake told = stage.session.intake();
  const Rect chip = stage.box("quality.sore");
  const float x = chip.x + chip.w / 2, y = chip.y + chip.h / 2;
  stage.finger_down(x, y);
  stage.settle();
  for (int step = 1; step <= 8; ++step) {
    stage.finger_to(x, y - 10 * static_cast<float>(step));
    stage.settle();
  }
  CHECK(stage.box("quality.sore").y < chip.y - 60);
  stage.finger_up(x, y - 80);
  CHECK(stage.settle() > 0);  // momentum comes to rest
  CHECK(stage.session.intake() == told);
  // The next tap counts again.
  stage.interface.wheel(195, 300, -5000);
  stage.settle();
  tap_middle(stage, "quality.sore");
  CHECK(stage.session.intake().marks[0].quality == Quality::kSore);
}

TEST_CASE("a touch that the page takes away presses nothing, marks nothing and moves no slider") {
  Session session = test::marked_session({"quad_r"});
  Stage stage(session, {390, 844}, kPhone);
  stage.settle();
  for (const char* key : {"region.quad_l", "intensity.quad_r", "continue", "remove.quad_r"}) {
    INFO(key);
    const Rect box = stage.box(key);
    REQUIRE(box.w > 0);
    stage.finger_down(box.x + box.w / 2, box.y + box.h / 2);
    stage.settle();
    const Intake told = stage.session.intake();
    stage.finger_cancel();
    stage.settle();
    CHECK(stage.session.intake() == told);
    CHECK(stage.session.shown().screen == Screen::kWhere);
  }
  CHECK(stage.session.told().mark_of(test::region("quad_l").value) == nullptr);
}

TEST_CASE("the wheel scrolls a panel to its ends, and hands over to the page there") {
  Session session = test::advised_session({"quad_l"});
  Stage stage(session, {390, 844}, kPhone);
  stage.settle();
  const float top = stage.box("screen.title").y;
  CHECK_FALSE(stage.interface.wheel(195, 400, -60));
  CHECK(stage.interface.wheel(195, 400, 60));
  stage.settle();
  CHECK(stage.box("screen.title").y == top - 60);
  int steps = 0;
  while (stage.interface.wheel(195, 400, 200) && steps < 100) ++steps, stage.settle();
  CHECK(steps > 2);
  CHECK(steps < 100);
  const Rect last = stage.box("disclaimer"), book = stage.box("book");
  CHECK(last.y + last.h <= book.y);  // the end is in sight, above the button
  CHECK_FALSE(stage.interface.wheel(195, 400, 60));
  CHECK(stage.interface.wheel(195, 400, -60));
}

TEST_CASE("the wheel over the figure is the page's") {
  Stage stage(test::fresh_session(), {390, 844}, kPhone);
  stage.settle();
  CHECK_FALSE(stage.interface.wheel(195, 400, 60));
  CHECK_FALSE(stage.interface.wheel(195, 400, -60));
}

TEST_CASE(
    "a touch belongs to the widget on a slider and in a panel that scrolls, and to the page "
    "elsewhere") {
  {
    Stage stage(test::marked_session({"quad_l"}), {390, 844}, kPhone);
    stage.settle();
    const Rect slider = stage.box("intensity.quad_l"), figure = stage.box("figure");
    CHECK(stage.interface.claims_touch(slider.x + 30, slider.y + 20, 0, 0));
    CHECK_FALSE(stage.interface.claims_touch(figure.x + 10, figure.y + figure.h / 2, 0, 0));
    CHECK_FALSE(stage.interface.claims_touch(figure.x + 10, figure.y + figure.h / 2, 0, -20));
  }
  Stage advice(test::advised_session({"quad_l"}), {390, 844}, kPhone);
  advice.settle();
  CHECK_FALSE(advice.interface.claims_touch(195, 400, 0, 0));  // the first move says
  CHECK(advice.interface.claims_touch(195, 400, 0, -5));
  CHECK_FALSE(advice.interface.claims_touch(195, 400, 0, 5));    // at its top
  CHECK_FALSE(advice.interface.claims_touch(195, 400, -9, -5));  // sideways
  while (advice.interface.wheel(195, 400, 200)) advice.settle();
  CHECK_FALSE(advice.interface.claims_touch(195, 400, 0, -5));  // at its end
  CHECK(advice.interface.claims_touch(195, 400, 0, 5));
}

TEST_CASE("each screen begins at its top, wherever the one before was scrolled to") {
  Session session = test::marked_session({"quad_l"});
  session.apply(test::go_to(Screen::kTell));
  Stage stage(session, {390, 600}, kPhone);
  stage.settle();
  REQUIRE(stage.interface.wheel(195, 300, 200));
  stage.settle();
  stage.session.apply(test::go_to(Screen::kSafety));
  stage.settle();
  CHECK(stage.box("screen.title").y == 50);
}

TEST_CASE("under an open sheet nothing can be pressed, and a tap beside the sheet closes it") {
  Session session = test::marked_session({"quad_l"});
  session.apply({Kind::kOpenSheet, -1, static_cast<int>(app::Sheet::kMenu)});
  Stage stage(session, {390, 844}, kPhone);
  stage.settle();
  const Rect next = stage.box("continue");
  stage.tap(next.x + next.w / 2, next.y + next.h / 2);
  CHECK(stage.session.shown().screen == Screen::kWhere);
  CHECK(stage.session.shown().sheet == app::Sheet::kMenu);
  stage.tap(195, 20);
  CHECK(stage.session.shown().sheet == app::Sheet::kNone);
}

TEST_CASE(
    "the arrows move over the figure to a neighbour, home and end to the first and last area, plus "
    "and minus change a mark") {
  Session session = test::marked_session({"calf_l"});
  session.apply({Kind::kTurn, -1, 1});
  Stage stage(session, {390, 844}, kPhone);
  stage.settle();
  CHECK(stage.interface.press_key("region.calf_l", "ArrowUp") == "region.knee_back_l");
  CHECK(stage.interface.press_key("region.calf_l", "ArrowRight") == "region.calf_r");
  CHECK(stage.interface.press_key("region.calf_l", "Home") == "region.calf_l");
  CHECK(stage.interface.press_key("region.calf_l", "End") == "region.abdomen");
  CHECK(stage.interface.press_key("region.calf_l", "+") == "");
  CHECK(test::marks_in_words(stage.session) == "calf_l 6");
  stage.interface.press_key("region.calf_l", "-");
  CHECK(test::marks_in_words(stage.session) == "calf_l 5");
  CHECK(stage.interface.press_key("continue", "ArrowUp") == "");
}

TEST_CASE("end leads to the last area that the knowledge base has, however many the figure shows") {
  const Library cyclist = load_library(test::project_file("tests/fixtures/cyclist/knowledge.json"),
                                       test::project_file("tests/fixtures/cyclist/words.en.json"),
                                       test::project_file("tests/fixtures/cyclist/site.json"))
                              .value();
  Session session(&cyclist, test::wednesday_morning());
  ui::Interface interface(session, &test::figure(), nullptr, nullptr);
  const std::string first = "region." + cyclist.knowledge.regions.front().id;
  CHECK(interface.press_key(first, "End") == "region." + cyclist.knowledge.regions.back().id);
  CHECK(interface.press_key(first, "Home") == first);
}

TEST_CASE("Escape on the figure closes the list of marks and leaves the focus where it is") {
  Session session = test::marked_session({"calf_l", "quad_l"});
  session.apply({Kind::kMarkList, -1, 1});
  Stage stage(session, {390, 844}, kPhone);
  stage.settle();
  CHECK(stage.interface.press_key("region.calf_l", "Escape") == "");
  CHECK_FALSE(stage.session.shown().mark_list);
}

TEST_CASE(
    "z comes closer to the area in focus, Z goes away, 0 shows the whole body, and the buttons do "
    "the same") {
  Session session = test::fresh_session();
  Stage stage(session, {1280, 800}, {.reduced_motion = true});
  stage.settle();
  const float whole = stage.box("region.knee_front_l").w;
  CHECK(stage.session.tree().node("zoom.out")->disabled);
  CHECK(stage.session.tree().node("frame")->name == "Legs");
  stage.interface.focus_key("region.knee_front_l");
  CHECK(stage.interface.press_key("region.knee_front_l", "z") == "");
  stage.settle();
  CHECK(stage.box("region.knee_front_l").w == Catch::Approx(1.5 * whole));
  CHECK(stage.session.tree().node("frame")->name == "Whole body");
  tap_middle(stage, "zoom.in");
  stage.settle();
  CHECK(stage.box("region.knee_front_l").w == Catch::Approx(2.25 * whole));
  stage.interface.press_key("region.knee_front_l", "Z");
  stage.settle();
  CHECK(stage.box("region.knee_front_l").w == Catch::Approx(1.5 * whole));
  stage.interface.press_key("region.knee_front_l", "0");
  stage.settle();
  CHECK(stage.box("region.knee_front_l").w == Catch::Approx(whole));
  CHECK(stage.session.tree().node("zoom.out")->disabled);
  for (int i = 0; i < 9; ++i) stage.interface.press_key("region.knee_front_l", "z");
  stage.settle();
  CHECK(stage.box("region.knee_front_l").w == Catch::Approx(5 * whole));
}

TEST_CASE(
    "a phone has zoom buttons only once the figure is closer, and its legs button then leads "
    "back") {
  Stage stage(test::fresh_session(), {390, 844}, kPhone);
  stage.settle();
  CHECK(stage.box("zoom.in").w == 0);
  tap_middle(stage, "frame");
  CHECK(stage.session.shown().legs);
  CHECK(stage.box("zoom.in").w == 44);
  tap_middle(stage, "zoom.out");
  tap_middle(stage, "zoom.out");
  CHECK_FALSE(stage.session.shown().legs);
  CHECK(stage.box("zoom.in").w == 0);
  CHECK(stage.session.tree().node("frame")->name == "Legs");
}

}  // namespace
}  // namespace advisor
