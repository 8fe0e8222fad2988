// A date field as people and the pickers of their systems use it: several days are reported before
// the last one is meant, and a day may be typed that the field does not take.
#include <catch_amalgamated.hpp>

#include "app/month.h"
#include "app/session_walk.h"
#include "content/iso_time.h"

namespace advisor {
namespace {

using app::Node;
using app::Screen;
using app::Session;
using Kind = app::Action::Kind;

// On June 10, 2026, at "tell".
Session telling() {
  Session session = test::marked_session({"calf_l"});
  session.apply(test::go_to(Screen::kTell));
  return session;
}

bool set(Session& session, std::string_view field, std::string_view date) {
  const Node* node = session.tree().node(field);
  REQUIRE(node);
  app::Action action = node->action;
  action.value = date.empty() ? app::Action::kNoDay : app::days_since_epoch(test::day(date));
  return session.apply_date(action);
}

std::string races(const Session& session) {
  std::string all;
  for (const Race& race : session.intake().races) all += iso_date(race.date) + " ";
  return all;
}

TEST_CASE("a field keeps its key and its race while it has the focus, and the last day wins") {
  Session session = telling();
  session.set_focused("race.other");
  REQUIRE(set(session, "race.other", "2026-06-10"));
  REQUIRE(set(session, "race.other", "2026-07-19"));
  CHECK(races(session) == "2026-07-19 ");
  CHECK(session.tree().node("race.other")->date == test::day("2026-07-19"));
  CHECK(session.tree().node("race.0.date") == nullptr);
  CHECK(session.tree().node("race.0.distance.10000"));
  CHECK(session.tree().node("race.add"));
  session.set_focused("");
  CHECK(session.tree().node("race.other") == nullptr);
  CHECK(session.tree().node("race.0.date")->date == test::day("2026-07-19"));
}

TEST_CASE("the field for one more race adds one, however many days are reported") {
  Session session = telling();
  set(session, "race.other", "2026-07-19");
  session.set_focused("race.add");
  for (const char* day : {"2026-06-10", "2026-08-02", "2026-08-09"})
    REQUIRE(set(session, "race.add", day));
  CHECK(races(session) == "2026-07-19 2026-08-09 ");
  session.set_focused("race.add");  // again, as a page that was hidden and shown may say
  REQUIRE(set(session, "race.add", "2026-08-16"));
  CHECK(races(session) == "2026-07-19 2026-08-16 ");
  session.set_focused("");
  session.set_focused("race.add");
  REQUIRE(set(session, "race.add", "2026-09-06"));
  CHECK(races(session) == "2026-07-19 2026-08-16 2026-09-06 ");
}

TEST_CASE(
    "what a field reports while it has the focus is one step back; once it has it again, another") {
  Session session = telling();
  session.set_focused("last_hard.other");
  for (const char* day : {"2026-06-10", "2026-06-01", "2026-05-20"})
    REQUIRE(set(session, "last_hard.other", day));
  session.set_focused("");
  session.set_focused("last_hard.other");
  REQUIRE(set(session, "last_hard.other", "2026-05-18"));
  REQUIRE(session.apply({Kind::kUndo}));
  CHECK(day_of(*session.intake().last_hard_end) == test::day("2026-05-20"));
  REQUIRE(session.apply({Kind::kUndo}));
  CHECK_FALSE(session.intake().last_hard_end);
}

TEST_CASE("two choices without a field between them stay two steps") {
  Session session = telling();
  REQUIRE(test::use(session, "last_hard.0"));
  REQUIRE(test::use(session, "last_hard.1"));
  REQUIRE(session.apply({Kind::kUndo}));
  CHECK(day_of(*session.intake().last_hard_end) == test::day("2026-06-10"));
}

TEST_CASE("a day that a field does not take is refused in words, and nothing is told of it") {
  Session session = telling();
  CHECK_FALSE(set(session, "race.other", "2025-07-15"));
  const std::string why =
      "That day is not used: please choose one from May\u00A011, 2026 to June\u00A09, 2028.";
  CHECK(session.tree().node("race.other")->mistake == why);
  CHECK(session.tree().node("toast")->name == why);
  CHECK(session.tree().node("last_hard.other")->mistake.empty());
  CHECK(session.intake().races.empty());
  CHECK_FALSE(session.told().can_redo());

  CHECK_FALSE(set(session, "last_hard.other", "2026-06-11"));  // a run that is still to come
  CHECK(session.tree().node("race.other")->mistake.empty());
  CHECK(session.tree().node("last_hard.other")->mistake ==
        "That day is not used: please choose one from June\u00A010, 2025 to June\u00A010, 2026.");
  REQUIRE(set(session, "last_hard.other", "2026-06-09"));
  CHECK(session.tree().node("last_hard.other")->mistake.empty());
  CHECK(session.tree().node("toast")->name.empty());
}

TEST_CASE("a mistake does not outlive the screen that it was made on") {
  Session session = telling();
  CHECK_FALSE(set(session, "race.other", "2025-07-15"));
  session.apply(test::go_to(Screen::kSafety));
  CHECK(session.tree().node("toast")->name.empty());
  session.apply(test::go_to(Screen::kTell));
  CHECK(session.tree().node("race.other")->mistake.empty());
}

}  // namespace
}  // namespace advisor
