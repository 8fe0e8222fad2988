#include "app/kiosk.h"

#include <catch_amalgamated.hpp>

#include "app/session_walk.h"

// A kiosk by literal times; no clock runs.
namespace advisor {
namespace {

using app::Action;
using app::AttractPose;
using app::Event;
using app::Kiosk;
using app::Screen;
using Kind = Action::Kind;

struct Stand {
  app::Session session = test::fresh_session(Language::kFrench);
  app::Cover cover;
  Kiosk kiosk{session, cover, false, 100};  // opened at 100 s

  void touch(double at) { kiosk.used(at); }
  void mark() { REQUIRE(session.apply(test::mark_action("calf_l"))); }
};

bool has(app::Session& session, std::string_view key) {
  return session.tree().node(key) != nullptr;
}

TEST_CASE(
    "a kiosk opens with its picture alone, in two languages, and the first touch shows the "
    "figure") {
  Stand stand;
  CHECK(stand.cover.attract);
  CHECK(stand.session.tree().node("kiosk.title")->name == "Où avez-vous mal?");
  CHECK(stand.session.tree().node("kiosk.title_other")->name == "Where does it hurt?");
  CHECK(!has(stand.session, "figure"));
  REQUIRE(stand.session.apply(stand.session.tree().node("kiosk.start")->action));
  CHECK(stand.session.take_events().back().kind == Event::Kind::kUncover);
  stand.touch(130);
  CHECK(!stand.cover.attract);
  CHECK(has(stand.session, "figure"));
  CHECK(!has(stand.session, "kiosk.title"));
}

TEST_CASE("after 40 s without a touch it asks, counts down, and starts over blank after 60 s") {
  Stand stand;
  stand.touch(130);
  stand.mark();
  stand.touch(131);
  CHECK(stand.kiosk.due_seconds(131) == Catch::Approx(40));
  CHECK(!stand.kiosk.pass(170.9));
  CHECK(!has(stand.session, "kiosk.still"));
  CHECK(stand.kiosk.pass(171));
  CHECK(stand.session.tree().node("kiosk.still")->name == "Toujours là? On recommence dans 20 s.");
  CHECK(has(stand.session, "figure"));
  CHECK(stand.kiosk.due_seconds(171) == Catch::Approx(1));
  CHECK(stand.kiosk.pass(172));
  CHECK(stand.session.tree().node("kiosk.still")->name == "Toujours là? On recommence dans 19 s.");
  CHECK(stand.kiosk.pass(190.5));
  CHECK(stand.cover.seconds_left == 1);
  CHECK(!stand.session.intake().marks.empty());
  CHECK(stand.kiosk.pass(191));
  CHECK(stand.session.intake().marks.empty());
  CHECK(stand.cover.attract);
  CHECK(stand.session.tree().node("kiosk.title")->name == "Où avez-vous mal?");
}

TEST_CASE("staying takes the question away and keeps everything") {
  Stand stand;
  stand.touch(130);
  stand.mark();
  CHECK(stand.kiosk.pass(185));
  CHECK(stand.cover.seconds_left == 5);
  stand.touch(186);
  CHECK(stand.cover.seconds_left == 0);
  CHECK(!has(stand.session, "kiosk.still"));
  CHECK(test::marks_in_words(stand.session) == "calf_l 5");
  CHECK(!stand.kiosk.pass(225));
  CHECK(stand.kiosk.pass(226));
  CHECK(stand.cover.seconds_left == 20);
}

TEST_CASE("a visitor who told nothing is not asked: the picture comes back after a minute") {
  Stand stand;
  stand.touch(130);
  CHECK(!stand.kiosk.pass(175));
  CHECK(stand.cover.seconds_left == 0);
  CHECK(stand.kiosk.due_seconds(175) == Catch::Approx(15));
  CHECK(!stand.kiosk.pass(189.9));
  CHECK(stand.kiosk.pass(190));
  CHECK(stand.cover.attract);
}

TEST_CASE(
    "nothing of a visitor is there for the next one: no mark, no undo, no liking, the first "
    "language") {
  Stand stand;
  stand.touch(130);
  stand.mark();
  REQUIRE(stand.session.apply({Kind::kSetIntensity, test::region("calf_l").value, 9}));
  REQUIRE(stand.session.apply({Kind::kFigure, -1, 1}));
  REQUIRE(stand.session.apply({Kind::kTone, -1, 2}));
  REQUIRE(stand.session.apply({Kind::kTextSize, -1, 200}));
  REQUIRE(stand.session.apply({Kind::kContrast, -1, 1}));
  REQUIRE(stand.session.apply({Kind::kTurn, -1, 1}));
  REQUIRE(stand.session.apply(test::go_to(Screen::kTell)));
  stand.session.set_library(&test::library(Language::kEnglish));
  stand.session.take_events();
  stand.touch(140);
  CHECK(stand.kiosk.pass(200));

  const app::Shown& shown = stand.session.shown();
  CHECK(stand.session.intake() == test::fresh_session().intake());
  CHECK(!stand.session.told().can_undo());
  CHECK(!stand.session.told().can_redo());
  CHECK(shown.screen == Screen::kWhere);
  CHECK(!shown.female);
  CHECK(shown.tone == 0);
  CHECK(shown.text_percent == 0);
  CHECK(!shown.high_contrast);
  CHECK(!shown.back_view);
  std::string language;
  for (const Event& event : stand.session.take_events())
    if (event.kind == Event::Kind::kLanguage) language = event.text;
  CHECK(language == "fr");
}

TEST_CASE("a code for a phone stays while the kiosk asks, and is gone for the next visitor") {
  Stand stand;
  stand.touch(130);
  stand.mark();
  stand.cover.code = {1, {true}};
  stand.session.set_cover(&stand.cover);
  CHECK(stand.kiosk.pass(175));
  CHECK(has(stand.session, "code"));
  CHECK(has(stand.session, "kiosk.stay"));
  stand.touch(180);
  CHECK(has(stand.session, "code"));
  CHECK(!has(stand.session, "kiosk.stay"));
  CHECK(stand.kiosk.pass(240));
  CHECK(stand.cover.code.size == 0);
}

TEST_CASE(
    "the picture turns every 8 s, and in each turn one area glows up over 1.2 s and down again") {
  const int regions[] = {3, 7};
  CHECK(app::attract_pose(0, regions) ==
        AttractPose{.back = false, .turn = 1, .region = 3, .glow = 0});
  CHECK(app::attract_pose(2.6, regions).glow == Catch::Approx(0.5f));
  CHECK(app::attract_pose(3.2, regions).glow == 1);
  CHECK(app::attract_pose(5.6, regions).glow == 1);
  CHECK(app::attract_pose(6.2, regions).glow == Catch::Approx(0.5f));
  CHECK(app::attract_pose(6.8, regions).glow == 0);
  CHECK(app::attract_pose(8, regions) ==
        AttractPose{.back = true, .turn = 0, .region = 7, .glow = 0});
  CHECK(app::attract_pose(8.6, regions).turn == Catch::Approx(0.5f));
  CHECK(app::attract_pose(9.2, regions).turn == 1);
  CHECK(app::attract_pose(16.5, regions).back == false);
  CHECK(app::attract_pose(16.5, regions).region == 3);
}

TEST_CASE("between two movements of the picture nothing is due, so that nothing is drawn") {
  Stand stand;
  CHECK(stand.kiosk.due_seconds(100) == Catch::Approx(2));
  CHECK(stand.kiosk.due_seconds(101.5) == Catch::Approx(0.5));
  CHECK(stand.kiosk.due_seconds(102) == 0);
  CHECK(stand.kiosk.due_seconds(103) == 0);
  CHECK(stand.kiosk.due_seconds(103.2) == Catch::Approx(2.4));
  CHECK(stand.kiosk.due_seconds(106) == 0);
  CHECK(stand.kiosk.due_seconds(107) == Catch::Approx(1));
  CHECK(stand.kiosk.due_seconds(108.5) == 0);
  CHECK(stand.kiosk.due_seconds(109.5) == Catch::Approx(0.5));
}

TEST_CASE("where nothing may move, the picture stands still and nothing is ever due") {
  app::Session session = test::fresh_session();
  app::Cover cover;
  Kiosk kiosk(session, cover, true, 0);
  CHECK(cover.pose ==
        AttractPose{.back = true, .turn = 1, .region = test::region("calf_r").value, .glow = 1});
  CHECK(kiosk.due_seconds(5) < 0);
  CHECK(!kiosk.pass(1000));
}

}  // namespace
}  // namespace advisor
