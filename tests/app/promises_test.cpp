// What the session promises to everything that reads it (session.h, intake.h), whatever is done on
// whatever screen.
#include <catch_amalgamated.hpp>
#include <climits>
#include <set>

#include "app/session_walk.h"
#include "content/names.h"

namespace advisor {
namespace {

using app::Action;
using app::Event;
using app::Screen;
using app::Session;
using app::Sheet;
using Kind = Action::Kind;

constexpr int kKinds = static_cast<int>(Kind::kSendNote) + 1;

// A visit in every stage: nothing told, marked, everything told, red flag; on all five screens.
std::vector<Session> stages(Language language) {
  std::vector<Session> out;
  for (int screen = 0; screen < 5; ++screen) {
    for (int stage = 0; stage < 4; ++stage) {
      Session session = stage == 0
                            ? test::fresh_session(language)
                            : test::marked_session({"calf_l", "hamstring_r", "foot_l"}, language);
      if (stage >= 2) {
        session.apply({Kind::kRaceDate, -1, app::Action::kNoDay + 20615});
        session.apply({Kind::kRaceDistance, -1, 42200});
        session.apply({Kind::kExperience, -1, 0});
        session.apply({Kind::kQuality, test::region("calf_l").value, 1});
        session.apply(test::go_to(Screen::kSafety));
        if (stage == 3) session.apply(test::answer_action("chest_pain", Answer::kYes));
        session.apply({Kind::kScreened});
      }
      session.set_abilities(test::everything_possible());
      session.apply(test::go_to(static_cast<Screen>(screen)));
      // Where a sheet is open, so are its own actions.
      if (stage == 2 && screen == 1)
        session.apply({Kind::kOpenSheet, app::date_subject({Kind::kRaceDate, 0}),
                       static_cast<int>(Sheet::kDate)});
      if (stage == 2 && screen == 4)
        session.apply({Kind::kOpenSheet, -1, static_cast<int>(Sheet::kDays)});
      out.push_back(session);
    }
  }
  return out;
}

std::string in_words(const Action& action) {
  return "kind " + std::to_string(static_cast<int>(action.kind)) + ", subject " +
         std::to_string(action.subject) + ", value " + std::to_string(action.value);
}

TEST_CASE(
    "every kind of action keeps every promise, from every screen, with any subject and any value") {
  const int region = test::region("calf_l").value, unmarked = test::region("neck").value;
  const int asked = test::flag("old_injury").value, other = test::flag("blood_thinner").value;
  const int known = static_cast<int>(test::knowledge().regions.size());
  const std::vector<int> subjects{INT_MIN, -1,        0,     region, unmarked, asked,
                                  other,   known - 1, known, 255,    256,      INT_MAX};
  const std::vector<int> values{INT_MIN, -1000000, -2,      -1,        0,      1,     2,
                                5,       8,        10,      11,        region, 20613, 20614,
                                20620,   42200,    1000001, 100000000, INT_MAX};
  int tried = 0, changed = 0;
  for (const Session& stage : stages(Language::kEnglish)) {
    for (int kind = 0; kind < kKinds; ++kind) {
      for (const int subject : subjects) {
        for (const int value : values) {
          // A session that does not change is worth one look in a hundred.
          const Action action{static_cast<Kind>(kind), subject, value};
          Session session = stage;
          const bool did = session.apply(action);
          ++tried;
          changed += did;
          if (!did && tried % 100 != 0) continue;
          INFO("on screen " << static_cast<int>(stage.shown().screen) << ", " << in_words(action));
          REQUIRE(test::broken_promise(session) == "");
        }
      }
    }
  }
  CHECK(tried == 20 * kKinds * 12 * 19);
  CHECK(changed > 4000);
}

TEST_CASE("an action that is not possible changes nothing that is told, shown or authored") {
  Session session = test::marked_session({"calf_l"});
  session.apply(test::go_to(Screen::kTell));
  session.take_events();
  const Intake before = session.intake();
  const std::uint32_t version = session.version();
  const std::uint32_t meaning = session.tree().meaning_version();
  const int calf = test::region("calf_l").value, neck = test::region("neck").value;
  const int beyond = static_cast<int>(test::knowledge().regions.size());
  for (const Action& action : {Action{},
                               Action{Kind::kToggleMark, beyond},
                               Action{Kind::kToggleMark, -1},
                               Action{Kind::kSetIntensity, calf, 0},
                               Action{Kind::kSetIntensity, calf, 11},
                               Action{Kind::kSetIntensity, neck, 5},
                               Action{Kind::kRemoveMark, neck},
                               Action{Kind::kOpenMark, neck},
                               Action{Kind::kTellAbout, neck},
                               Action{Kind::kQuality, calf, 8},
                               Action{Kind::kQuality, neck, 1},
                               Action{Kind::kOnset, calf, 3},
                               Action{Kind::kExperience, -1, 3},
                               Action{Kind::kPhase, -1, 5},
                               Action{Kind::kAnswer, 200, 0},
                               Action{Kind::kCleared, 0, 1},
                               Action{Kind::kRaceDistance, -1, 5000},
                               Action{Kind::kGoTo, -1, 4},
                               Action{Kind::kGoTo, -1, -1},
                               Action{Kind::kLastHard, -1, 20615},
                               Action{Kind::kRedo},
                               Action{Kind::kBook},
                               Action{Kind::kCloseSheet},
                               Action{Kind::kChooseDay, -1, 1},
                               Action{Kind::kLanguage, -1, 2},
                               Action{Kind::kOpenSheet, -1, 0},
                               Action{Kind::kOpenSheet, -1, 99},
                               Action{Kind::kOpenSheet, -1, static_cast<int>(Sheet::kDays)},
                               Action{Kind::kOpenSheet, calf, static_cast<int>(Sheet::kWhyArea)},
                               Action{Kind::kOpenSheet, 0, static_cast<int>(Sheet::kWhyFlag)},
                               Action{Kind::kOpenSheet, 20614, static_cast<int>(Sheet::kWhyDay)},
                               Action{Kind::kOpenSheet, 7, static_cast<int>(Sheet::kDate)},
                               Action{Kind::kGoTo, -1, 5},
                               Action{Kind::kRaceDate, 1, 20615},
                               Action{Kind::kRaceDate, -1, 30000},
                               Action{Kind::kRaceKm, 0, 20},
                               Action{Kind::kNextHard, -1, 20613},
                               Action{Kind::kLastDeep, -1, 20615},
                               Action{Kind::kGoal, 6},
                               Action{Kind::kGoal, -1},
                               Action{Kind::kMonth, -1, 677},
                               Action{Kind::kLength, -1, 60},
                               Action{Kind::kNote, -1, 2},
                               Action{Kind::kMoreToTell, -1, 2},
                               Action{Kind::kSaveCalendar},
                               Action{Kind::kSaveBlock},
                               Action{Kind::kBookSession},
                               Action{Kind::kCopySummary},
                               Action{Kind::kSharePage},
                               Action{Kind::kSavePicture},
                               Action{Kind::kPrint},
                               Action{Kind::kRemember, -1, 1}}) {
    INFO(in_words(action));
    CHECK_FALSE(session.apply(action));
  }
  CHECK(session.intake() == before);
  CHECK(session.version() == version);
  CHECK(session.tree().meaning_version() == meaning);
  CHECK(session.take_events().empty());
}

TEST_CASE("a visitor who does anything that the screens offer never breaks a promise") {
  std::set<Kind> done;
  std::set<Screen> seen;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    test::Random random(seed);
    const Language language = seed % 2 ? Language::kFrench : Language::kEnglish;
    // Some begin where the advice is shown: few would come there by chance.
    Session session = seed % 3 ? test::fresh_session(language)
                               : test::advised_session({"calf_l", "neck"}, language);
    session.set_layout(seed % 4 == 0, false, true);
    session.set_abilities(test::everything_possible());
    for (int step = 0; step < 90; ++step) {
      for (const Action& action : test::offered(session, random)) done.insert(action.kind);
      test::wander(session, random);
      seen.insert(session.shown().screen);
      INFO("seed " << seed << ", step " << step);
      REQUIRE(test::broken_promise(session) == "");
    }
  }
  CHECK(seen == std::set<Screen>{Screen::kWhere, Screen::kTell, Screen::kSafety, Screen::kAdvice,
                                 Screen::kBook});
  for (const Kind kind :
       {Kind::kToggleMark,   Kind::kOpenMark,    Kind::kRemoveMark,  Kind::kSetIntensity,
        Kind::kTurn,         Kind::kFrame,       Kind::kGoTo,        Kind::kTellAbout,
        Kind::kQuality,      Kind::kOnset,       Kind::kLastHard,    Kind::kRaceDate,
        Kind::kRaceDistance, Kind::kExperience,  Kind::kPhase,       Kind::kAnswer,
        Kind::kAnswerWhere,  Kind::kCleared,     Kind::kScreened,    Kind::kChooseDay,
        Kind::kOpenSheet,    Kind::kCloseSheet,  Kind::kUndo,        Kind::kRedo,
        Kind::kReset,        Kind::kLanguage,    Kind::kBook,        Kind::kNextHard,
        Kind::kLastDeep,     Kind::kGoal,        Kind::kMoreToTell,  Kind::kRaceKm,
        Kind::kMonth,        Kind::kLength,      Kind::kNote,        Kind::kSaveCalendar,
        Kind::kCopySummary,  Kind::kSharePage,   Kind::kSavePicture, Kind::kPrint,
        Kind::kRemember,     Kind::kBookSession, Kind::kSaveBlock}) {
    INFO("kind " << static_cast<int>(kind));
    CHECK(done.contains(kind));
  }
}

TEST_CASE("the check counts as done only when every question that applies has been on the screen") {
  const Knowledge& known = test::knowledge();
  int screened = 0, reopened = 0;
  for (std::uint64_t seed = 100; seed < 160; ++seed) {
    test::Random random(seed);
    Session session = test::fresh_session();
    session.set_layout(seed % 2 == 0, false, true);
    std::set<std::string> shown;
    for (int step = 0; step < 80; ++step) {
      for (const app::Node& node : session.tree().nodes())
        if (node.key.starts_with("flag.")) shown.insert(node.key.substr(5));
      // A closed row names the minor signs that it holds.
      if (session.tree().node("minor"))
        for (const FlagId question : session.screening().questions())
          if (known.flags[question.value].level < Level::kClinicianFirst)
            shown.insert(known.flags[question.value].id);
      const bool was = session.intake().screened;
      // Keep walking towards the check, or hardly any walk would come to it.
      if (session.shown().screen == Screen::kSafety && random.chance(20))
        test::use(session, "continue");
      else if (random.chance(15))
        test::use(session, "continue");
      else
        test::wander(session, random);
      reopened += was && !session.intake().screened;
      if (!session.intake().screened) continue;
      ++screened;
      for (const FlagId question : questions_for(known, session.intake().marks)) {
        INFO("seed " << seed << ", step " << step << ", " << known.flags[question.value].id);
        REQUIRE(shown.contains(known.flags[question.value].id));
      }
    }
  }
  CHECK(screened > 100);
  CHECK(reopened > 10);
}

TEST_CASE(
    "a mark that brings a new question opens the check again, and one that does not leaves it "
    "done") {
  Session session = test::advised_session({"calf_l"});
  CHECK(session.intake().screened);
  CHECK(session.advice().booking_allowed);
  session.apply(test::mark_action("calf_r"));
  CHECK(session.intake().screened);
  session.apply(test::mark_action("low_back_l"));
  CHECK_FALSE(session.intake().screened);
  CHECK_FALSE(session.advice().booking_allowed);
}

TEST_CASE("questions that were seen once need not be seen again") {
  Session session = test::advised_session({"calf_l"});
  session.apply(test::mark_action("calf_l"));
  session.apply(test::mark_action("neck"));
  CHECK_FALSE(session.intake().screened);
  session.apply(test::go_to(Screen::kSafety));
  session.apply({Kind::kScreened});
  session.apply(test::mark_action("calf_l"));
  CHECK(session.intake().screened);
}

TEST_CASE("a clock that is set back leaves an intake that can be read again") {
  Session session = test::fresh_session();
  session.set_intake(
      test::given(R"("marks": [{"region": "calf_l", "intensity": 5, "since": "2026-06-09T22:00"}],
      "runs": {"last_hard_end": "2026-06-10T09:00"}, "massage": {"last_deep": "2026-06-10"})"));
  session.set_now(start_of(test::day("2026-06-08")) + hours(7));
  CHECK(test::broken_promise(session) == "");
  session.set_now(start_of(test::day("2026-06-20")));
  CHECK(test::broken_promise(session) == "");
}

TEST_CASE("time that passes takes a chosen day away once it is over, and keeps everything else") {
  Session session = test::advised_session({"calf_l"});
  const int friday = static_cast<int>(test::day("2026-06-12").time_since_epoch().count());
  REQUIRE(session.apply({Kind::kChooseDay, -1, friday}));
  session.set_now(start_of(test::day("2026-06-12")) + hours(9));
  CHECK(session.intake().day == test::day("2026-06-12"));
  session.set_now(start_of(test::day("2026-06-13")) + hours(9));
  CHECK(session.intake().day == std::nullopt);
  CHECK(test::marks_in_words(session) == "calf_l 5");
}

std::string happened(Session& session) {
  std::string kinds;
  for (const Event& event : session.take_events()) {
    if (event.kind == Event::Kind::kChange) kinds += "change ";
    if (event.kind == Event::Kind::kAdvice) kinds += "advice ";
  }
  return kinds;
}

TEST_CASE("a minute that passes is no change, and does not take an undo away") {
  Session session = test::advised_session({"calf_l", "neck"});
  session.apply(test::go_to(Screen::kWhere));
  session.apply({Kind::kRemoveMark, test::region("neck").value});
  REQUIRE(session.toast().undo);
  session.take_events();
  session.set_now(session.now() + Minutes{1});
  CHECK(happened(session) == "advice ");
  CHECK(session.toast().words == "ui.common.removed");
}

TEST_CASE("time that takes something away is told outside, as a change and as advice") {
  Session session = test::advised_session({"calf_l"});
  const int friday = static_cast<int>(test::day("2026-06-12").time_since_epoch().count());
  REQUIRE(session.apply({Kind::kChooseDay, -1, friday}));
  session.take_events();
  session.set_now(start_of(test::day("2026-06-13")) + hours(9));
  CHECK(happened(session) == "change advice ");
}

TEST_CASE("a clock that is set back does not make a safety check hold for longer") {
  Session session = test::advised_session({"calf_l"});  // on June 10 at 10:00
  session.set_now(start_of(test::day("2026-06-08")) + hours(10));
  CHECK(session.intake().screened);
  session.set_now(start_of(test::day("2026-06-08")) + hours(22));
  CHECK_FALSE(session.intake().screened);
}

// On June 10 at 21:00.
Session advised_in_the_evening() {
  Session session = test::marked_session({"calf_l"});
  session.set_now(start_of(test::day("2026-06-10")) + hours(21));
  session.apply(test::go_to(Screen::kSafety));
  session.apply({Kind::kScreened});
  return session;
}

TEST_CASE("a day that was shown and has passed is told of, beside the one that takes its place") {
  Session session = advised_in_the_evening();
  REQUIRE(session.chosen_day() == test::day("2026-06-10"));
  REQUIRE(session.toast().words.empty());
  session.set_now(start_of(test::day("2026-06-11")) + hours(1));
  CHECK(session.toast().words == "ui.advice.day_passed");
  CHECK(session.chosen_day() == test::day("2026-06-11"));
}

TEST_CASE("a day that nobody was shown passes in silence") {
  Session session = advised_in_the_evening();
  session.apply(test::go_to(Screen::kWhere));
  session.set_now(start_of(test::day("2026-06-11")) + hours(1));
  CHECK(session.toast().words.empty());
}

TEST_CASE("a safety check holds for twelve hours; then it is asked again, and its answers stand") {
  Session session = test::advised_session({"calf_l"});  // at 10:00
  const auto june_10 = start_of(test::day("2026-06-10"));
  session.set_now(june_10 + hours(21) + std::chrono::minutes(59));
  CHECK(session.intake().screened);
  session.set_now(june_10 + hours(22));
  CHECK_FALSE(session.intake().screened);
  CHECK_FALSE(session.advice().booking_allowed);
  CHECK(session.toast().words == "ui.advice.check_again");
  CHECK(test::marks_in_words(session) == "calf_l 5");
  session.apply(test::go_to(Screen::kSafety));
  session.apply({Kind::kScreened});
  session.set_now(june_10 + hours(33));
  CHECK(session.intake().screened);
  session.set_now(june_10 + hours(34));
  CHECK_FALSE(session.intake().screened);
}

TEST_CASE("an alarm stands however old its check is, and nothing is said of booking") {
  Session session = test::marked_session({"calf_l"});
  session.apply(test::go_to(Screen::kSafety));
  session.apply(test::answer_action("chest_pain", Answer::kYes));
  session.apply({Kind::kScreened});
  REQUIRE(session.alarm());
  session.set_now(start_of(test::day("2026-06-12")));
  CHECK(session.alarm());
  CHECK(session.toast().words.empty());
}

TEST_CASE("a safety check that was taken back does not come back once it is too old") {
  Session session = test::advised_session({"calf_l"});
  REQUIRE(session.apply({Kind::kUndo}));
  REQUIRE_FALSE(session.intake().screened);
  session.set_now(start_of(test::day("2026-06-11")));
  REQUIRE(session.apply({Kind::kRedo}));
  CHECK_FALSE(session.intake().screened);
}

TEST_CASE("the check of an intake that is handed over is as old as the time that was told last") {
  Session session = test::fresh_session();
  session.set_now(start_of(test::day("2026-06-10")));
  session.set_intake(test::given(
      R"("screened": true, "marks": [{"region": "calf_l", "intensity": 5}])"));  // now is 10:00
  CHECK(session.intake().screened);
  session.set_now(start_of(test::day("2026-06-10")) + hours(12));
  CHECK_FALSE(session.intake().screened);
}

TEST_CASE("starting over leaves nothing of the visitor before") {
  Session session = test::advised_session({"calf_l", "neck"});
  session.apply({Kind::kTurn, -1, 1});
  session.apply({Kind::kOpenSheet, -1, static_cast<int>(Sheet::kMenu)});
  REQUIRE(test::use(session, "reset"));
  CHECK(test::marks_in_words(session) == "calf_l 5, neck 5");  // it asks first
  REQUIRE(test::use(session, "start_over.erase"));
  Session blank = test::fresh_session();
  CHECK(session.intake() == blank.intake());
  CHECK(session.advice() == blank.advice());
  CHECK(session.shown().screen == Screen::kWhere);
  CHECK(session.shown().sheet == Sheet::kNone);
  CHECK_FALSE(session.shown().back_view);
  CHECK_FALSE(session.told().can_undo());
  CHECK_FALSE(session.told().can_redo());
  CHECK(session.tree().nodes() == blank.tree().nodes());
  session.apply(test::mark_action("calf_l"));
  CHECK_FALSE(session.intake().screened);
}

}  // namespace
}  // namespace advisor
