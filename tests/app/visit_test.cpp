// Whole visits: the twenty-three worked examples of tests/fixtures/vignettes.json through the
// session, and what a red flag leaves on the screen.
#include <catch_amalgamated.hpp>
#include <nlohmann/json.hpp>

#include "app/session_walk.h"
#include "content/intake_json.h"
#include "content/names.h"

namespace advisor {
namespace {

using app::Action;
using app::Node;
using app::Role;
using app::Screen;
using app::Session;
using app::Sheet;
using Kind = Action::Kind;
using nlohmann::json;

int count_keys(Session& session, std::string_view prefix) {
  int n = 0;
  for (const Node& node : session.tree().nodes()) n += node.key.starts_with(prefix);
  return n;
}

TEST_CASE("each of the twenty-three vignettes is walked to its level and its booking") {
  const json vignettes = json::parse(test::project_file("tests/fixtures/vignettes.json"));
  REQUIRE(vignettes.at("cases").size() == 23);
  int alarms = 0, links = 0;
  for (const Language language : {Language::kEnglish, Language::kFrench}) {
    for (const json& vignette : vignettes.at("cases")) {
      INFO(vignette.at("name").get<std::string>());
      Session session = test::fresh_session(language);
      const Result<Intake> intake = read_intake(vignette.at("intake").dump(), test::knowledge(),
                                                session.library().site.business);
      REQUIRE(intake.ok());
      session.set_intake(intake.value());
      CHECK(session.intake() == intake.value());
      REQUIRE(session.apply(test::go_to(Screen::kAdvice)));
      CHECK(test::broken_promise(session) == "");
      CHECK(name_of(session.advice().level) ==
            vignette.at("expect").at("level").get<std::string>());
      const bool allowed = vignette.at("expect").at("allowed").get<bool>();
      CHECK(session.advice().booking_allowed == allowed);
      CHECK((session.tree().node("book") != nullptr) == allowed);
      CHECK(session.apply({Kind::kBook}) == allowed);
      CHECK(session.alarm() == (session.advice().level >= Level::kClinicianFirst));
      alarms += session.alarm();
      links += allowed;
    }
  }
  CHECK(alarms > 4);
  CHECK(links > 10);
}

TEST_CASE(
    "a red flag takes the booking and the benefits off the screen and says where to turn, in both "
    "languages") {
  for (const Language language : {Language::kEnglish, Language::kFrench}) {
    const Library& library = test::library(language);
    const Localized& label = library.site.booking.label;
    for (std::size_t i = 0; i < library.knowledge.flags.size(); ++i) {
      const Flag& flag = library.knowledge.flags[i];
      if (!flag.asked || flag.level < Level::kClinicianFirst) continue;
      INFO(flag.id);
      Session session = test::marked_session({"calf_l", "low_back_r", "neck"}, language);
      session.apply(test::go_to(Screen::kSafety));
      REQUIRE(session.apply(test::answer_action(flag.id, Answer::kYes)));
      REQUIRE(session.apply({Kind::kScreened}));
      REQUIRE(session.shown().screen == Screen::kAdvice);
      CHECK(session.advice().level == flag.level);
      for (const Node& node : session.tree().nodes()) {
        CHECK_FALSE((node.role == Role::kLink && node.name == label.in(language)));
        CHECK_FALSE(node.action.kind == Kind::kBook);
        CHECK_FALSE(node.key.starts_with("benefit"));
        CHECK_FALSE(node.key.starts_with("day."));
        CHECK_FALSE(node.key.starts_with("region."));
      }
      CHECK(session.tree().node("alarm.reason")->name == library.words.flags[i].text);
      CHECK(session.tree().node("safety.alert")->role == Role::kAlert);
      CHECK(session.tree().node("safety.alert")->name != "");
      CHECK(session.tree().node("safety.status")->name == "");
      const Node* first_call =
          session.tree().node(flag.level == Level::kEmergency ? "alarm.911" : "alarm.811");
      REQUIRE(first_call != nullptr);
      CHECK(first_call->href == (flag.level == Level::kEmergency ? "tel:911" : "tel:811"));
      // The way back to a wrong answer stays open.
      REQUIRE(test::use(session, "alarm.correct"));
      CHECK(session.shown().screen == Screen::kSafety);
      REQUIRE(session.apply(test::answer_action(flag.id, Answer::kNo)));
      REQUIRE(test::use(session, "continue"));
      CHECK(session.tree().node("book") != nullptr);
    }
  }
}

TEST_CASE("a sheet that was open does not stand over a red flag") {
  Session session = test::advised_session({"calf_l"});
  REQUIRE(session.apply({Kind::kOpenSheet, -1, static_cast<int>(Sheet::kWhy)}));
  REQUIRE(session.tree().node("sheet") != nullptr);
  session.apply(test::answer_action("dark_urine", Answer::kYes));
  CHECK(session.alarm());
  CHECK(session.tree().node("sheet") == nullptr);
}

TEST_CASE(
    "the booking link is on the screen only while booking is allowed, and is named by the site") {
  for (std::uint64_t seed = 1; seed <= 150; ++seed) {
    test::Random random(seed);
    const Language language = seed % 2 ? Language::kEnglish : Language::kFrench;
    Session session = test::fresh_session(language);
    const Library& library = session.library();
    session.set_intake(test::random_intake(random, library.knowledge, library.site.business));
    session.apply(test::go_to(Screen::kAdvice));
    INFO("seed " << seed);
    const Node* link = session.tree().node("book");
    REQUIRE((link != nullptr) == session.advice().booking_allowed);
    if (!link) continue;
    CHECK(link->name == (language == Language::kEnglish ? "Book with Maison Laurier"
                                                        : "Réserver avec Maison Laurier"));
    CHECK(link->href.starts_with("https://"));
  }
}

TEST_CASE("a booking tells the address and the service, and nothing of health") {
  Session session = test::advised_session({"calf_l"});
  session.take_events();
  REQUIRE(test::use(session, "book"));
  const std::vector<app::Event> events = session.take_events();
  REQUIRE(events.size() == 1);
  CHECK(events[0].kind == app::Event::Kind::kBook);
  CHECK(events[0].text == session.tree().node("book")->href);
  CHECK_FALSE(events[0].service.empty());
  CHECK(events[0].text.find("calf") == std::string::npos);
}

TEST_CASE(
    "a visitor comes from nothing to the booking link by the controls on the screen, in six taps") {
  for (const Language language : {Language::kEnglish, Language::kFrench}) {
    Session session = test::fresh_session(language);
    CHECK(test::use(session, "region.calf_l"));
    CHECK(test::use(session, "continue"));
    CHECK(test::use(session, "quality.sore"));
    CHECK(test::use(session, "continue"));
    CHECK(session.shown().screen == Screen::kSafety);
    CHECK(test::use(session, "continue"));
    CHECK(session.shown().screen == Screen::kAdvice);
    CHECK(test::use(session, "book"));
    CHECK(count_keys(session, "day.") == 28);
    CHECK(count_keys(session, "benefit.") >= 1);
  }
}

TEST_CASE("going back loses nothing, and every new screen asks for focus on its title") {
  Session session = test::advised_session({"calf_l"});
  session.take_focus();
  const Intake told = session.intake();
  for (const Screen screen : {Screen::kSafety, Screen::kTell, Screen::kWhere}) {
    REQUIRE(test::use(session, "back"));
    CHECK(session.shown().screen == screen);
    CHECK(session.take_focus() == "screen.title");
    CHECK(session.tree().node("screen.title") != nullptr);
  }
  CHECK(session.intake() == told);
  CHECK(session.tree().node("back") == nullptr);
}

TEST_CASE("an open benefit closes when what is told takes it away") {
  Session session = test::advised_session({"calf_l"});
  session.set_layout(true, false, true);
  const int flexibility = test::benefit("flexibility").value;
  REQUIRE(session.apply({Kind::kOpenSheet, flexibility, static_cast<int>(Sheet::kBenefit)}));
  CHECK(session.tree().node("sheet.title") != nullptr);
  REQUIRE(test::use(session, "region.calf_l"));
  REQUIRE(test::use(session, "region.neck"));
  CHECK(session.shown().sheet == Sheet::kNone);
  CHECK_FALSE(session.apply({Kind::kOpenSheet, flexibility, static_cast<int>(Sheet::kBenefit)}));
}

TEST_CASE("an open benefit tells why it applies, what research says and its sources") {
  Session session = test::advised_session({"calf_l"});
  std::vector<std::string> keys;
  for (const Node& node : session.tree().nodes())
    if (node.key.starts_with("benefit.")) keys.push_back(node.key);
  REQUIRE(keys.size() >= 2);
  for (const std::string& key : keys) {
    INFO(key);
    const std::string title = session.tree().node(key)->name;
    REQUIRE(test::use(session, key));
    CHECK(session.take_focus() == "sheet.title");
    CHECK(session.tree().node("sheet.title")->name == title);
    for (const char* part :
         {"sheet.fact.0", "sheet.research.text", "sheet.expect.text", "sheet.source.0"}) {
      REQUIRE(session.tree().node(part) != nullptr);
      CHECK(session.tree().node(part)->name != "");
    }
    REQUIRE(test::use(session, "sheet.close"));
    CHECK(session.tree().node("sheet") == nullptr);
  }
}

TEST_CASE(
    "the other figure is announced while it comes, and one that cannot be had is not chosen any "
    "more") {
  Session session = test::fresh_session(Language::kEnglish);
  REQUIRE(session.apply({Kind::kToggleMark, 0}));
  CHECK(session.tree().node("figure.state") == nullptr);
  REQUIRE(session.apply({Kind::kFigure, -1, 1}));
  session.set_figure_state(app::FigureState::kComing);
  CHECK(session.tree().node("figure.state")->name == "The figure is on its way.");
  session.set_figure_state(app::FigureState::kFailed);
  CHECK_FALSE(session.shown().female);
  CHECK(session.tree().node("figure.state")->name ==
        "That figure could not be loaded. Your marks stay on this one.");
  CHECK(session.intake().marks.size() == 1);
  REQUIRE(session.apply({Kind::kFigure, -1, 1}));
  CHECK(session.shown().female);
  CHECK(session.tree().node("figure.state") == nullptr);
}

}  // namespace
}  // namespace advisor
