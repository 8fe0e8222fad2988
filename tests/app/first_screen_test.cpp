// The figure's screen while the rest of the content is on its way, as on the web.
#include <catch_amalgamated.hpp>

#include "app/session_walk.h"
#include "content/first_words.h"
#include "content/phrases.h"

namespace advisor {
namespace {

using app::Action;
using app::Event;
using app::Screen;
using app::Session;
using Kind = Action::Kind;

// As web/build/first-words.mjs writes it; the two areas stand first in the knowledge of the tests
// as well.
constexpr std::string_view kLines =
    "fr\n"
    "+calf\tpaired\tback\tHaut du mollet\n"
    "+neck\t\tfront\tNuque\n"
    "grammar.region_left\t{name}, à gauche\n"
    "phrases.count.areas\t{n} zones\t{n} zone\n"
    "ui.common.continue\tContinuer";

Library first_library() {
  Library library;
  library.whole = false;
  read_first_words(kLines, library.knowledge, library.words);
  return library;
}

TEST_CASE("the first words are areas with their sides and views, and texts with their plural") {
  const Library library = first_library();
  CHECK(library.words.language == Language::kFrench);
  REQUIRE(library.knowledge.regions.size() == 3);
  CHECK(library.knowledge.regions[0].id == "calf_l");
  CHECK(library.knowledge.regions[1].id == "calf_r");
  CHECK(library.knowledge.regions[1].side == Side::kRight);
  CHECK(library.knowledge.regions[2].id == "neck");
  CHECK(library.knowledge.regions[2].side == Side::kNone);
  CHECK(library.knowledge.areas[0].home_is_back);
  CHECK_FALSE(library.knowledge.areas[1].home_is_back);
  const Phrases phrases(library.knowledge, library.words);
  CHECK(phrases.region_name(RegionId{0}) == "Haut du mollet, à gauche");
  CHECK(phrases.region_name(RegionId{2}) == "Nuque");
  CHECK(library.words.text("phrases.count.areas").one == "{n} zone");
  CHECK(library.words.ui("ui.common.continue") == "Continuer");
}

TEST_CASE("before the rest is there, marks are set and undone, and nothing is advised") {
  const Library library = first_library();
  Session session(&library, test::wednesday_morning());
  REQUIRE(session.apply({Kind::kToggleMark, 0}));
  REQUIRE(session.apply({Kind::kSetIntensity, 0, 8}));
  REQUIRE(session.apply({Kind::kTurn, -1, 1}));
  CHECK(test::marks_in_words(session) == "calf_l 8");
  REQUIRE(session.apply({Kind::kUndo}));
  CHECK(test::marks_in_words(session) == "calf_l 5");
  for (const Event& event : session.take_events())
    CHECK((event.kind == Event::Kind::kChange || event.kind == Event::Kind::kTick));
  session.set_layout(true, false, true);
  CHECK(session.screen() == Screen::kWhere);
}

TEST_CASE(
    "what leads further waits for the rest, and then happens: what was told stays, and is "
    "advised") {
  const Library first = first_library();
  Session session(&first, test::wednesday_morning());
  REQUIRE(session.apply({Kind::kToggleMark, 0}));
  CHECK_FALSE(session.apply({Kind::kOpenSheet, -1, 3}));
  CHECK_FALSE(session.apply(test::go_to(Screen::kTell)));
  CHECK(session.screen() == Screen::kWhere);
  session.take_events();

  session.set_library(&test::library(Language::kFrench));
  CHECK(session.screen() == Screen::kTell);
  CHECK(session.shown().sheet == app::Sheet::kNone);
  CHECK(test::marks_in_words(session) == "calf_l 5");
  CHECK_FALSE(session.advice().benefits.empty());
  const std::vector<Event> events = session.take_events();
  REQUIRE(events.size() == 1);
  CHECK(events[0].kind == Event::Kind::kAdvice);
}

}  // namespace
}  // namespace advisor
