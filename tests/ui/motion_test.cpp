// What changes moves for a moment and then rests; where motion is reduced, it is a cut.
#include <algorithm>
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
using ui::Motion;

constexpr ui::Settings kMoving{.can_hover = false, .draws_focus = false};
constexpr ui::Settings kStill{.reduced_motion = true, .can_hover = false, .draws_focus = false};

TEST_CASE(
    "a value goes to its target in its time, slow at both ends, and stands there without asking "
    "for a frame") {
  Motion motion;
  motion.begin(0.01f, false);
  CHECK(motion.follow({"a", 'x'}, 3, 0.2f) == 3);  // seen for the first time it stands
  CHECK_FALSE(motion.moving());
  float last = 3;
  int frames = 0;
  do {
    motion.begin(0.02f, false);
    const float now = motion.follow({"a", 'x'}, 7, 0.2f);
    CHECK(now >= last);
    last = now;
    ++frames;
  } while (motion.moving());
  CHECK(last == 7);
  CHECK(frames == 11);  // ten steps of a fiftieth after the one that it starts in
}

TEST_CASE("a press shows at once and fades; what was not asked for is forgotten") {
  Motion motion;
  motion.begin(0.01f, false);
  CHECK(motion.linger({"a", 'p'}, true, 0.1f) == 1);
  CHECK_FALSE(motion.moving());
  motion.begin(0.05f, false);
  motion.linger({"a", 'p'}, false, 0.1f);
  motion.begin(0.05f, false);
  const float half = motion.linger({"a", 'p'}, false, 0.1f);
  CHECK(half > 0);
  CHECK(half < 0.5f);
  motion.begin(0.05f, false);
  motion.begin(0.05f, false);
  CHECK(motion.linger({"a", 'p'}, false, 0.1f) == 0);
  CHECK_FALSE(motion.moving());
}

TEST_CASE("with more things than it can hold, the rest is a cut") {
  Motion motion;
  for (int frame = 0; frame < 2; ++frame) {
    motion.begin(0.01f, false);
    for (int i = 0; i < 400; ++i) {
      const float now = motion.follow({std::to_string(i), 'x'}, static_cast<float>(frame), 0.2f);
      if (frame == 1 && i > 200) CHECK(now == 1);
      if (frame == 1 && i < 100) CHECK(now < 1);
    }
  }
}

struct Change {
  const char* name;
  Screen screen;
  Action action;
};

TEST_CASE(
    "every change moves for at most half a second and rests; where motion is reduced it is there "
    "within four frames") {
  const int snap = test::flag("snap").value, quad = test::region("quad_l").value;
  const Change changes[] = {
      {"a chip", Screen::kTell, {Kind::kQuality, quad, 1}},
      {"a segment", Screen::kTell, {Kind::kOnset, quad, 2}},
      {"a follow-up", Screen::kSafety, {Kind::kAnswer, snap, 2}},
      {"a step", Screen::kTell, test::go_to(Screen::kSafety)},
      {"a sheet", Screen::kTell, {Kind::kOpenSheet, -1, static_cast<int>(app::Sheet::kMenu)}},
      {"a row of the tray", Screen::kWhere, {Kind::kOpenMark, quad}},
      {"an intensity", Screen::kWhere, {Kind::kSetIntensity, quad, 9}},
      {"a mark", Screen::kWhere, {Kind::kToggleMark, test::region("shin_l").value}},
      {"a removed mark and its toast", Screen::kWhere, {Kind::kRemoveMark, quad}},
  };
  for (const Change& change : changes) {
    for (const bool still : {false, true}) {
      Session session = test::marked_session({"calf_l", "quad_l"});
      session.apply({Kind::kOnset, quad, 0});
      for (int s = 0; s <= static_cast<int>(change.screen); ++s)
        session.apply(test::go_to(static_cast<Screen>(s)));
      Stage stage(session, {390, 844}, still ? kStill : kMoving);
      CHECK(stage.settle() <= 10);  // what was there before stands
      REQUIRE(stage.session.apply(change.action));
      const int frames = stage.settle();
      INFO(change.name << (still ? ", reduced" : "") << ": " << frames << " frames");
      CHECK(frames >= (still ? 1 : 8));
      CHECK(frames <= (still ? 4 : 30));
      CHECK_FALSE(stage.frame());
    }
  }
}

TEST_CASE(
    "what is chosen on the later screens moves within a quarter of a second and rests, and is a "
    "cut where motion is reduced") {
  Session advised = test::advised_session({"quad_l"});
  advised.set_abilities(test::everything_possible());
  Session booking = advised;
  booking.apply(test::go_to(Screen::kBook));
  Session dated = test::marked_session({"quad_l"});
  dated.apply(test::go_to(Screen::kTell));
  dated.apply({Kind::kOpenSheet, app::date_subject({Kind::kLastHard}),
               static_cast<int>(app::Sheet::kDate)});
  const struct {
    const char* name;
    const Session& from;
    const char* key;
    int least;
  } changes[] = {
      {"a length", booking, "length.90", 8},
      {"a switch", booking, "book.note", 8},
      {"a day", advised, "day.7", 8},
      {"a day of a month", dated, "date.4", 1},
  };
  for (const auto& [name, from, key, least] : changes) {
    for (const bool still : {false, true}) {
      Stage stage(from, {390, 844}, still ? kStill : kMoving);
      stage.settle();
      INFO(name << (still ? ", reduced" : ""));
      REQUIRE(test::use(stage.session, key));
      const int frames = stage.settle();
      CHECK(frames >= (still ? 1 : least));
      CHECK(frames <= (still ? 4 : 18));
      CHECK_FALSE(stage.frame());
    }
  }
}

TEST_CASE(
    "a hover comes at once and eases out, on cards and days as on buttons; where motion is reduced "
    "it is a cut") {
  Session told = test::marked_session({"quad_l"});
  told.apply(test::go_to(Screen::kTell));
  told.apply(
      {Kind::kRaceDate, -1, static_cast<int>(test::day("2026-06-21").time_since_epoch().count())});
  const Session advised = test::advised_session({"quad_l"});
  const struct {
    const Session& from;
    const char* key;
  } hovered[] = {{told, "race.0.date"}, {told, "tell.more"}, {advised, "day.7"}, {advised, "why"}};
  for (const auto& [from, key] : hovered) {
    for (const bool still : {false, true}) {
      Stage stage(from, {1280, 800}, {.reduced_motion = still});
      stage.mouse_to(5, 5);
      stage.settle();
      const Rect box = stage.box(key);
      INFO(key << (still ? ", reduced" : ""));
      stage.mouse_to(box.x + 10, box.y + box.h / 2);
      CHECK(stage.settle() <= 3);
      stage.mouse_to(5, 5);
      const int frames = stage.settle();
      CHECK(frames >= (still ? 1 : 6));
      CHECK(frames <= (still ? 3 : 14));
      CHECK_FALSE(stage.frame());
    }
  }
}

TEST_CASE("the glow of a mark reaches its intensity, also where nothing else moves") {
  const int quad = test::region("quad_l").value;
  Session session = test::marked_session({"quad_l"});
  session.apply(test::go_to(Screen::kTell));
  Stage stage(session, {1280, 800}, kMoving);
  stage.settle();
  const auto glow = [&] {
    return stage.interface.figure_scene().intensity[static_cast<std::size_t>(quad)];
  };
  REQUIRE(glow() == 0.5f);
  stage.session.apply({Kind::kSetIntensity, quad, 10});
  stage.frame();
  CHECK(glow() < 1);
  CHECK(stage.settle() > 3);
  CHECK(glow() == 1);
}

TEST_CASE("a follow-up opens by its height, and what lies below goes down steadily") {
  Session session = test::marked_session({"quad_l"});
  for (const Screen screen : {Screen::kTell, Screen::kSafety}) session.apply(test::go_to(screen));
  Stage stage(session, {390, 2400}, kMoving);
  stage.settle();
  const float before = stage.box("minor").y;
  stage.session.apply(test::answer_action("snap", Answer::kYes));
  float last = before;
  int between = 0;
  while (stage.frame()) {
    const float now = stage.box("minor").y;
    CHECK(now >= last);
    between += now > last;
    last = now;
  }
  CHECK(between > 5);
  CHECK(last > before + 80);
}

TEST_CASE(
    "a sheet that closes leaves within a quarter of a second, while what lies under it can be "
    "used; where motion is reduced it is gone") {
  for (const test::Size size : {test::Size{390, 844}, test::Size{1280, 800}}) {
    for (const bool still : {false, true}) {
      Session session = test::marked_session({"quad_l"});
      session.apply({Kind::kOpenSheet, -1, static_cast<int>(app::Sheet::kMenu)});
      Stage stage(session, size, still ? kStill : kMoving);
      stage.settle();
      CHECK_FALSE(stage.has_foreground());
      const std::size_t written = stage.glyphs().size();
      stage.session.apply({Kind::kCloseSheet});
      stage.frame();
      CHECK(stage.has_foreground() == !still);
      if (!still)
        CHECK(stage.glyphs().size() == written);  // as it was painted last, over the screen
      // A finger opens it again at once.
      const Rect menu = stage.box("menu");
      REQUIRE(menu.w > 0);
      int frames = 1;
      while (stage.frame()) ++frames;
      INFO(size.w << " px" << (still ? ", reduced" : "") << ": " << frames << " frames");
      CHECK(frames <= (still ? 2 : 15));
      CHECK(frames >= (still ? 1 : 8));
      CHECK_FALSE(stage.has_foreground());
      CHECK_FALSE(stage.frame());
    }
  }
}

TEST_CASE("while a sheet leaves, a tap is the screen's") {
  Session session = test::marked_session({"quad_l"});
  session.apply({Kind::kOpenSheet, -1, static_cast<int>(app::Sheet::kMenu)});
  Stage stage(session, {390, 844}, kMoving);
  stage.settle();
  stage.session.apply({Kind::kCloseSheet});
  stage.frame();
  REQUIRE(stage.has_foreground());
  const Rect remove = stage.box("remove.quad_l");
  stage.finger_down(remove.x + 22, remove.y + 22);
  stage.frame();
  stage.finger_up(remove.x + 22, remove.y + 22);
  stage.frame();
  stage.frame();
  CHECK(test::marks_in_words(stage.session) == "");
  CHECK(stage.has_foreground());
}

void pull(Stage& stage, float from, float to, int steps) {
  stage.finger_down(195, from);
  stage.settle();
  for (int i = 1; i <= steps; ++i) {
    stage.finger_to(195, from + (to - from) * static_cast<float>(i) / static_cast<float>(steps));
    stage.settle();
  }
}

TEST_CASE("a sheet follows the finger down: past 96 px it closes, before it goes back") {
  for (const float px : {60.0f, 140.0f}) {
    Session session = test::marked_session({"quad_l"});
    session.apply({Kind::kOpenSheet, -1, static_cast<int>(app::Sheet::kMenu)});
    Stage stage(session, {390, 844}, kMoving);
    stage.settle();
    const float top = stage.box("sheet").y;
    pull(stage, top + 12, top + 12 + px, 20);
    stage.frame_after(0.5f);  // it rests before it leaves
    stage.finger_up(195, top + 12 + px);
    stage.settle();
    CHECK((stage.session.shown().sheet == app::Sheet::kNone) == (px > 96));
  }
}

TEST_CASE("a sheet that is thrown down closes, and one that is scrolled does not") {
  Session session = test::marked_session({"quad_l"});
  session.apply({Kind::kOpenSheet, -1, static_cast<int>(app::Sheet::kMenu)});
  {
    Stage stage(session, {390, 844}, kMoving);
    stage.settle();
    const float top = stage.box("sheet").y;
    pull(stage, top + 12, top + 70, 3);
    stage.finger_up(195, top + 70);
    stage.settle();
    CHECK(stage.session.shown().sheet == app::Sheet::kNone);
  }
  Stage stage(session, {390, 600}, kMoving);
  stage.settle();
  const float row = stage.box("contrast").y;
  pull(stage, 500, 350, 15);
  stage.finger_up(195, 350);
  stage.settle();
  CHECK(stage.session.shown().sheet == app::Sheet::kMenu);
  CHECK(stage.box("contrast").y < row);
  CHECK_FALSE(stage.session.shown().high_contrast);
}

TEST_CASE("a finger that rests before it leaves throws nothing, and one that leaves moving does") {
  for (const bool rests : {true, false}) {
    Stage stage(test::advised_session({"quad_l"}), {390, 844}, kMoving);
    stage.settle();
    pull(stage, 600, 480, 12);
    if (rests) stage.frame_after(0.4f);
    const float left = stage.box("screen.title").y;
    stage.finger_up(195, 480);
    stage.settle();
    const float thrown = left - stage.box("screen.title").y;
    if (rests)
      CHECK(thrown == 0);
    else
      CHECK(thrown > 100);
  }
}

}  // namespace
}  // namespace advisor
