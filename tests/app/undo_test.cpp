#include <catch_amalgamated.hpp>

#include "app/session_walk.h"

namespace advisor {
namespace {

using app::Action;
using app::Screen;
using app::Session;
using Kind = Action::Kind;

void undo_all(Session& session) {
  while (session.told().can_undo()) REQUIRE(session.apply({Kind::kUndo}));
}
void redo_all(Session& session) {
  while (session.told().can_redo()) REQUIRE(session.apply({Kind::kRedo}));
}

TEST_CASE("a step says what it changes, both ways, and the mark that comes back is the open one") {
  Session session = test::marked_session({"quad_l", "calf_r"});
  CHECK(session.told().undo_step().words == "phrases.step.removed");
  CHECK(session.told().undo_step().region == test::region("calf_r").value);
  CHECK(session.told().redo_step().words == "");
  session.apply({Kind::kSetIntensity, test::region("quad_l").value, 8});
  CHECK(session.told().undo_step().words == "phrases.step.intensity");
  CHECK(session.told().undo_step().value == 5);
  session.apply({Kind::kRemoveMark, test::region("quad_l").value});
  CHECK(session.shown().open_mark == test::region("calf_r").value);
  CHECK(session.told().undo_step().words == "phrases.step.marked");
  session.apply({Kind::kUndo});
  CHECK(session.shown().open_mark == test::region("quad_l").value);
  CHECK(session.toast().words == "phrases.step.marked");
  CHECK(session.told().redo_step().words == "phrases.step.removed");
}

TEST_CASE(
    "the list of marks is there from two on; it closes with a mark that is opened, a step, and the "
    "last but one that goes") {
  Session session = test::marked_session({"quad_l"});
  CHECK_FALSE(session.apply({Kind::kMarkList, -1, 1}));
  session.apply({Kind::kToggleMark, test::region("calf_r").value});
  const auto opens = [&] {
    return session.apply({Kind::kMarkList, -1, 1}) && session.shown().mark_list;
  };
  REQUIRE(opens());
  session.apply({Kind::kOpenMark, test::region("quad_l").value});
  CHECK_FALSE(session.shown().mark_list);
  REQUIRE(opens());
  session.apply(test::go_to(Screen::kTell));
  session.apply(test::go_to(Screen::kWhere));
  CHECK_FALSE(session.shown().mark_list);
  REQUIRE(opens());
  session.apply({Kind::kRemoveMark, test::region("quad_l").value});
  CHECK_FALSE(session.shown().mark_list);
}

TEST_CASE(
    "undoing everything gives what was told at first, and redoing everything what was told at "
    "last") {
  int steps = 0;
  for (std::uint64_t seed = 1; seed <= 120; ++seed) {
    test::Random random(seed);
    Session session = test::fresh_session();
    if (seed % 3 == 0)
      session.set_intake(
          test::random_intake(random, test::knowledge(), session.library().site.business));
    const Intake first = session.intake();
    for (int step = 0; step < 70; ++step) test::wander(session, random);
    const Intake last = session.intake();
    INFO("seed " << seed);
    redo_all(session);
    const Intake furthest = session.intake();
    undo_all(session);
    REQUIRE(session.intake() == first);
    redo_all(session);
    REQUIRE(session.intake() == furthest);
    REQUIRE(test::broken_promise(session) == "");
    steps += !(last == first);
  }
  CHECK(steps > 100);
}

TEST_CASE("each undo gives exactly what was told one step before, and each redo one step after") {
  for (std::uint64_t seed = 500; seed < 560; ++seed) {
    test::Random random(seed);
    Session session = test::fresh_session();
    std::vector<Intake> told{session.intake()};
    for (int step = 0; step < 60; ++step) {
      const std::vector<Action> actions = test::offered(session, random);
      const Action action =
          actions[static_cast<std::size_t>(random.below(static_cast<int>(actions.size())))];
      if (action.kind == Kind::kUndo || action.kind == Kind::kRedo || action.kind == Kind::kReset)
        continue;
      // The slides of one slider are one step, however many they are.
      if (action.kind == Kind::kSetIntensity || action.kind == Kind::kRaceKm) continue;
      const Intake before = session.intake();
      session.apply(action);
      // A choice that says what was told already may be a step, or none.
      if (!(session.intake() == before)) told.push_back(session.intake());
    }
    const std::vector<Intake> there = told;
    INFO("seed " << seed);
    for (std::size_t i = there.size() - 1; i-- > 0;) {
      const Intake now = session.intake();
      while (session.intake() == now) REQUIRE(session.apply({Kind::kUndo}));
      REQUIRE(session.intake() == there[i]);
    }
    for (std::size_t i = 1; i < there.size(); ++i) {
      const Intake now = session.intake();
      while (session.intake() == now) REQUIRE(session.apply({Kind::kRedo}));
      REQUIRE(session.intake() == there[i]);
    }
  }
}

TEST_CASE("the slides of one mark are one step of undo, however many they are") {
  Session session = test::marked_session({"calf_l"});
  const int calf = test::region("calf_l").value;
  for (const int value : {6, 7, 8, 9, 10, 9})
    REQUIRE(session.apply({Kind::kSetIntensity, calf, value}));
  CHECK(test::marks_in_words(session) == "calf_l 9");
  session.apply({Kind::kUndo});
  CHECK(test::marks_in_words(session) == "calf_l 5");
  session.apply({Kind::kRedo});
  CHECK(test::marks_in_words(session) == "calf_l 9");
}

TEST_CASE(
    "slides of two marks, and slides before and after another action, are steps of their own") {
  Session session = test::marked_session({"calf_l", "neck"});
  const int calf = test::region("calf_l").value, neck = test::region("neck").value;
  session.apply({Kind::kSetIntensity, calf, 7});
  session.apply({Kind::kSetIntensity, calf, 8});
  session.apply({Kind::kSetIntensity, neck, 3});
  session.apply({Kind::kQuality, calf, 1});
  session.apply({Kind::kSetIntensity, neck, 2});
  session.apply({Kind::kUndo});
  CHECK(test::marks_in_words(session) == "calf_l 8, neck 3");
  session.apply({Kind::kUndo});
  CHECK(session.intake().marks[0].quality == std::nullopt);
  session.apply({Kind::kUndo});
  CHECK(test::marks_in_words(session) == "calf_l 8, neck 5");
  session.apply({Kind::kUndo});
  CHECK(test::marks_in_words(session) == "calf_l 5, neck 5");
}

TEST_CASE("a slide after an undo is a new step, and takes what could be redone away") {
  Session session = test::marked_session({"calf_l"});
  const int calf = test::region("calf_l").value;
  session.apply({Kind::kSetIntensity, calf, 8});
  session.apply({Kind::kUndo});
  REQUIRE(session.told().can_redo());
  session.apply({Kind::kSetIntensity, calf, 2});
  CHECK_FALSE(session.told().can_redo());
  session.apply({Kind::kUndo});
  CHECK(test::marks_in_words(session) == "calf_l 5");
}

TEST_CASE("time is not undone") {
  Session session = test::marked_session({"calf_l"});
  session.apply({Kind::kExperience, -1, 1});
  session.set_now(start_of(test::day("2026-06-11")) + hours(8));
  session.apply({Kind::kUndo});
  CHECK(session.now() == start_of(test::day("2026-06-11")) + hours(8));
  CHECK(session.intake().experience == std::nullopt);
  session.apply({Kind::kRedo});
  CHECK(session.now() == start_of(test::day("2026-06-11")) + hours(8));
}

TEST_CASE(
    "an undo that takes a mark away closes its row, and the screen that told about it tells about "
    "another one") {
  Session session = test::marked_session({"calf_l", "neck"});
  session.apply(test::go_to(Screen::kTell));
  session.apply({Kind::kTellAbout, test::region("neck").value});
  REQUIRE(session.tree().node("quality") != nullptr);
  session.apply({Kind::kUndo});
  CHECK(test::marks_in_words(session) == "calf_l 5");
  CHECK(session.shown().open_mark != test::region("neck").value);
  REQUIRE(session.tree().node("quality") != nullptr);
  CHECK(session.shown().tell_about == test::region("calf_l").value);
}

TEST_CASE("the last hundred steps can be undone") {
  Session session = test::fresh_session();
  for (int i = 0; i < 130; ++i)
    REQUIRE(session.apply(test::mark_action(i % 2 ? "calf_l" : "calf_r")));
  int undone = 0;
  while (session.apply({Kind::kUndo})) ++undone;
  CHECK(undone == 100);
}

TEST_CASE("opening, turning and going back and forth are no steps of undo") {
  Session session = test::marked_session({"calf_l"});
  session.apply({Kind::kTurn, -1, 1});
  session.apply({Kind::kFrame, -1, 1});
  session.apply(test::go_to(Screen::kTell));
  session.apply(test::go_to(Screen::kWhere));
  session.apply({Kind::kOpenMark, test::region("calf_l").value});
  session.apply({Kind::kUndo});
  CHECK(test::marks_in_words(session) == "");
  CHECK_FALSE(session.told().can_undo());
}

}  // namespace
}  // namespace advisor
