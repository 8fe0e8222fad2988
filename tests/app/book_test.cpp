// Every date and race that can be told, and the session that can be booked: what is offered, and
// what would leave the page.
#include <catch_amalgamated.hpp>

#include "app/month.h"
#include "app/session_walk.h"
#include "content/site_json.h"

namespace advisor {
namespace {

using app::Action;
using app::Event;
using app::Node;
using app::Role;
using app::Screen;
using app::Session;
using app::Sheet;
using Kind = Action::Kind;

int number(std::string_view iso) { return app::days_since_epoch(test::day(iso)); }

Session at_book(Language language = Language::kEnglish) {
  Session session = test::advised_session({"calf_l"}, language);
  session.set_abilities(test::everything_possible());
  REQUIRE(test::use(session, "session"));
  return session;
}

TEST_CASE("several races are told, changed and taken away one by one") {
  Session session = test::fresh_session();
  session.apply(test::go_to(Screen::kTell));
  REQUIRE(session.apply({Kind::kRaceDate, -1, number("2026-06-21")}));
  REQUIRE(session.apply({Kind::kRaceDate, 1, number("2026-09-27")}));
  REQUIRE(session.apply({Kind::kRaceKm, 1, 30}));
  REQUIRE(session.apply({Kind::kRaceDate, 0, number("2026-06-20")}));
  REQUIRE(session.intake().races.size() == 2);
  CHECK(session.intake().races[0].date == test::day("2026-06-20"));
  CHECK(session.intake().races[1].distance_km == 30);
  CHECK(session.tree().node("race.1.km")->value_text == "30\u00A0km");
  CHECK(session.tree().node("race.0.km") == nullptr);
  REQUIRE(test::use(session, "race.0.remove"));
  REQUIRE(session.intake().races.size() == 1);
  CHECK(session.intake().races[0].date == test::day("2026-09-27"));
}

TEST_CASE(
    "a date is told on a date node between its ends, and in a sheet that shows its month and "
    "closes with the answer") {
  Session session = test::fresh_session(Language::kFrench);
  session.apply(test::go_to(Screen::kTell));
  const Node* other = session.tree().node("last_hard.other");
  REQUIRE(other->role == Role::kDate);
  CHECK_FALSE(other->date);
  CHECK(other->latest == test::day("2026-06-10"));
  CHECK(other->earliest == test::day("2025-06-10"));
  const Action opens{Kind::kOpenSheet, app::date_subject(other->action),
                     static_cast<int>(Sheet::kDate)};
  REQUIRE(session.apply(opens));
  CHECK(session.tree().node("month")->name == "Juin 2026");
  CHECK(session.tree().node("month.later")->disabled);
  CHECK(session.tree().node("date.9")->name == "mercredi 10\u00A0juin");
  CHECK_FALSE(session.tree().node("date.9")->disabled);
  CHECK(session.tree().node("date.10")->disabled);
  REQUIRE(test::use(session, "month.earlier"));
  CHECK(session.tree().node("month")->name == "Mai 2026");
  REQUIRE(test::use(session, "date.30"));
  CHECK(session.shown().sheet == Sheet::kNone);
  CHECK(session.take_focus() == "last_hard.other");
  CHECK(day_of(*session.intake().last_hard_end) == test::day("2026-05-31"));
  CHECK(session.tree().node("last_hard.other")->date == test::day("2026-05-31"));
  CHECK(session.tree().node("last_hard.other")->description == "dim. 31\u00A0mai");
}

TEST_CASE("the folded row says how much of what few need is told") {
  Session session = test::fresh_session(Language::kFrench);
  session.apply(test::go_to(Screen::kTell));
  CHECK(session.tree().node("tell.more")->description == "0\u00a0sur\u00a05");
  CHECK(session.tree().node("goals") == nullptr);
  REQUIRE(test::use(session, "tell.more"));
  REQUIRE(test::use(session, "goal.relaxation"));
  REQUIRE(test::use(session, "phase.peak"));
  REQUIRE(test::use(session, "next_hard.1"));
  CHECK(session.tree().node("tell.more")->description == "3\u00a0sur\u00a05");
  REQUIRE(test::use(session, "goal.relaxation"));
  CHECK(session.tree().node("tell.more")->description == "2\u00a0sur\u00a05");
}

TEST_CASE("where the business is closed on every day, no day is named, offered or kept") {
  Library closed = test::library(Language::kEnglish);
  closed.site.business.open = {};
  Session session = at_book();
  session.set_library(&closed);
  CHECK(session.booking().prompt == "No open day in the next four weeks.");
  CHECK(*session.booking().url == "https://booking.example/maison-laurier?service=sport-60&date=");
  for (const char* key : {"book.day.20614", "tool.calendar"})
    CHECK(session.tree().node(key) == nullptr);
  CHECK(session.tree().node("book")->description.empty());
  CHECK(session.tree().node("book.holds")->name ==
        "The link only holds: Sports massage, 60\u00A0min.");
}

TEST_CASE(
    "the session's day and length change the link and the note, and never the advice's own "
    "length") {
  Session session = at_book();
  const std::string first = session.tree().node("book")->href;
  CHECK(first == "https://booking.example/maison-laurier?service=sport-60&date=2026-06-10");
  REQUIRE(test::use(session, "length.75"));
  CHECK(session.tree().node("book")->href ==
        "https://booking.example/maison-laurier?service=sport-75&date=2026-06-10");
  CHECK(session.tree().node("length.75")->description == "$135");
  CHECK(session.advice().session->minutes == 60);
  REQUIRE(test::use(session, "book.other_day"));
  REQUIRE(test::use(session, "day.5"));
  CHECK(session.shown().sheet == Sheet::kNone);
  CHECK(session.tree().node("book")->href ==
        "https://booking.example/maison-laurier?service=sport-75&date=2026-06-15");
  CHECK(session.tree().node("book.holds")->name ==
        "The link only holds: Sports massage, 75\u00A0min, on Monday, June\u00A015.");
  session.take_events();
  REQUIRE(test::use(session, "book"));
  CHECK(session.take_events()[0].service == "sport-75");
}

TEST_CASE("what the link is said to hold is what stands in the address") {
  const struct {
    std::string url, holds;
  } kCases[] = {
      {"https://booking.example/?s={service}", "The link only holds: Sports massage, 60\u00A0min."},
      {"https://booking.example/?d={date}", "The link only holds: Wednesday, June\u00A010."},
      {"https://booking.example/", "The link holds none of your answers."}};
  for (const auto& [url, holds] : kCases) {
    Library library = test::library();
    library.site.booking.url = url;
    Session session(&library, test::wednesday_morning());
    session.apply(test::mark_action("calf_l"));
    session.apply({Kind::kScreened});
    REQUIRE(session.apply(test::go_to(Screen::kBook)));
    CHECK(session.tree().node("book.holds")->name == holds);
  }
}

TEST_CASE(
    "a note is shown only when asked for, copied by the person, and sent only where the link can "
    "take it and that was asked for too") {
  Session session = at_book();
  CHECK(session.tree().node("book.note")->on == 0);
  CHECK(session.tree().node("note.0") == nullptr);
  REQUIRE(test::use(session, "book.note"));
  CHECK(session.tree().node("note.1")->name.starts_with("Upper calf, left: 5/10; "));
  CHECK(session.tree().node("note.send") == nullptr);  // this link has no room for it
  session.take_events();
  REQUIRE(test::use(session, "note.copy"));
  const std::vector<Event> copied = session.take_events();
  REQUIRE(copied.size() == 1);
  CHECK(copied[0].kind == Event::Kind::kCopy);
  CHECK(copied[0].text.find("Upper calf, left: 5/10") != std::string::npos);

  Library library = test::library();
  library.site.booking.url = "https://booking.example/?n={note}";
  session.set_library(&library);
  CHECK(session.tree().node("book")->href == "https://booking.example/?n=");
  CHECK(session.tree().node("note.send")->on == 0);
  REQUIRE(test::use(session, "note.send"));
  CHECK(session.tree().node("book")->href.find("calf") != std::string::npos);
  CHECK(session.tree().node("book.sent")->name ==
        "This note goes with the booking, and no other answer.");
  // The screen before does not show the note, and so its link does not hold it.
  REQUIRE(test::use(session, "back"));
  CHECK(session.tree().node("book")->href == "https://booking.example/?n=");
}

TEST_CASE("what the platform cannot do is not offered") {
  Session session = test::advised_session({"calf_l"});
  REQUIRE(session.apply(test::go_to(Screen::kBook)));
  for (const char* key :
       {"tool.calendar", "tool.copy", "tool.picture", "tool.print", "tool.share", "remember"})
    CHECK(session.tree().node(key) == nullptr);
  session.set_abilities(test::everything_possible());
  for (const char* key :
       {"tool.calendar", "tool.copy", "tool.picture", "tool.print", "tool.share", "remember"}) {
    INFO(key);
    session.take_events();
    CHECK(test::use(session, key));
    CHECK(session.take_events().size() == 1);
  }
  CHECK(session.tree().node("remember")->on == 1);
}

TEST_CASE(
    "a mark that brings a new question takes the session away, and the screen that would book it") {
  Session session = at_book();
  session.set_layout(true, false, true);
  REQUIRE(session.apply(test::mark_action("low_back_l")));
  CHECK(session.shown().screen == Screen::kAdvice);
  CHECK(session.tree().node("book") == nullptr);
  CHECK_FALSE(session.apply(test::go_to(Screen::kBook)));
}

TEST_CASE(
    "where the first days allow less than the session's day, both are said and no day is promised "
    "more than it allows") {
  Session session = test::fresh_session(Language::kFrench);
  session.set_intake(test::given(
      R"("marks": [{"region": "quad_r", "intensity": 6, "quality": "sore", "onset": "after_run"}],
      "runs": {"last_hard_end": "2026-06-10T08:00"}, "races": [{"date": "2026-06-21"}])"));
  REQUIRE(session.tree().node("ask.both") != nullptr);
  CHECK(session.tree().node("ask.both")->name ==
        "Avant le 13\u00A0juin\u00A0: léger seulement. Ensuite, jusqu’au 18\u00A0juin\u00A0: "
        "modéré au plus.");
  session.set_intake(test::given(
      R"("marks": [{"region": "quad_r", "intensity": 6, "quality": "sore", "onset": "after_run"}],
      "runs": {"last_hard_end": "2026-06-10T08:00"}, "races": [{"date": "2026-06-16"}], "day": "2026-06-13")"));
  CHECK(session.tree().node("ask.both")->name ==
        "Avant le 13\u00A0juin\u00A0: léger seulement. Le 13\u00A0juin\u00A0: modéré au plus.");
  CHECK(test::advised_session({"calf_l"}).tree().node("ask.both") == nullptr);
}

}  // namespace
}  // namespace advisor
