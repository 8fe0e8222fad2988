// The training block in words: the row that leads to it, its sheet, and what would leave the page.
#include <catch_amalgamated.hpp>

#include "app/month.h"
#include "app/session_walk.h"

namespace advisor {
namespace {

using app::Action;
using app::Event;
using app::Node;
using app::Role;
using app::Screen;
using app::Session;
using Kind = Action::Kind;

Session before_a_marathon(Language language = Language::kEnglish) {
  Session session = test::advised_session({"calf_l"}, language);
  session.set_abilities(test::everything_possible());
  REQUIRE(session.apply({Kind::kRaceDate, -1, app::days_since_epoch(test::day("2026-09-20"))}));
  REQUIRE(session.apply({Kind::kRaceDistance, 0, 42200}));
  session.apply(test::go_to(Screen::kAdvice));
  return session;
}

TEST_CASE("the advice leads to the whole series in one tap, and says how many sessions it has") {
  Session session = before_a_marathon(Language::kFrench);
  const Node* row = session.tree().node("block.open");
  REQUIRE(row);
  CHECK(row->name == "Votre préparation");
  CHECK(row->description == "9\u00A0séances jusqu’au 24\u00A0septembre");
  REQUIRE(test::use(session, "block.open"));
  CHECK(session.tree().node("sheet.title")->name == row->description);
}

TEST_CASE(
    "each session stands under its phase with its day, its pressure, its reason and its link") {
  Session session = before_a_marathon();
  REQUIRE(test::use(session, "block.open"));
  const auto& sessions = session.advice().block->sessions;
  std::vector<std::string> phases;
  std::size_t days = 0;
  for (const Node& node : session.tree().nodes()) {
    if (node.key.starts_with("block.phase.")) phases.push_back(node.name);
    if (!node.key.starts_with("block.day.")) continue;
    CHECK(node.pressure == sessions[days++].pressure);
  }
  CHECK(days == sessions.size());
  CHECK(phases == std::vector<std::string>{"Building", "Peak weeks", "Tapering", "Off"});
  const std::string last = std::to_string(days - 1);
  CHECK(session.tree().node("block.day." + last)->name == "Thursday, September\u00A024");
  CHECK(session.tree().node("block.why." + last)->name == "After the race on September\u00A020.");
  const Node* link = session.tree().node("block.book." + last);
  CHECK(link->role == Role::kLink);
  CHECK(link->label == "Book");
  CHECK(link->name == "Book the session on Thursday, September\u00A024");
  CHECK(link->href.find("date=2026-09-24") != std::string::npos);
}

TEST_CASE("a session's link is the one that is followed, with its service and nothing of health") {
  Session session = before_a_marathon();
  REQUIRE(test::use(session, "block.open"));
  const std::string href = session.tree().node("block.book.2")->href;
  session.take_events();
  REQUIRE(test::use(session, "block.book.2"));
  const std::vector<Event> events = session.take_events();
  REQUIRE(events.size() == 1);
  CHECK(events[0].kind == Event::Kind::kBook);
  CHECK(events[0].text == href);
  CHECK(events[0].service == "sport-60");
  CHECK(href.find("calf") == std::string::npos);
}

TEST_CASE("one file holds every session; without files, or before the check, it is not offered") {
  Session session = before_a_marathon();
  REQUIRE(test::use(session, "block.open"));
  CHECK(session.tree().node("block.save")->description == "One file, 9 reminders");
  session.take_events();
  REQUIRE(test::use(session, "block.save"));
  const std::vector<Event> events = session.take_events();
  REQUIRE(events.size() == 1);
  CHECK(events[0].kind == Event::Kind::kFile);
  CHECK(events[0].service == "my-block.ics");
  CHECK(events[0].text.starts_with("BEGIN:VCALENDAR"));
  app::Abilities none;
  session.set_abilities(none);
  CHECK(session.tree().node("block.save") == nullptr);
  CHECK_FALSE(session.apply({Kind::kSaveBlock}));
}

TEST_CASE("without a race nothing is said of races, and no phase is called one that was told") {
  Session session = test::advised_session({"calf_l"});
  REQUIRE(test::use(session, "block.open"));
  CHECK(session.tree().node("sheet.lead")->name == "The usual rhythm for the phase below.");
  for (const Node& node : session.tree().nodes()) {
    INFO(node.key);
    if (node.parent == "sheet" || node.parent == "block")
      CHECK(node.name.find("race") == std::string::npos);
  }
  session = before_a_marathon();
  REQUIRE(test::use(session, "block.open"));
  CHECK(session.tree().node("sheet.origin.block_window"));
}

TEST_CASE("an alarm has no series, and no session of a block that is not there can be booked") {
  Session session = before_a_marathon();
  CHECK_FALSE(session.apply({Kind::kBookSession, -1, 12}));
  session.apply(test::go_to(Screen::kSafety));
  REQUIRE(session.apply(test::answer_action("chest_pain", Answer::kYes)));
  session.apply(test::go_to(Screen::kAdvice));
  CHECK(session.tree().node("block.open") == nullptr);
  CHECK_FALSE(session.apply({Kind::kSaveBlock}));
  CHECK_FALSE(session.apply({Kind::kBookSession, -1, 0}));
}

}  // namespace
}  // namespace advisor
