// What the semantic tree holds: names and roles as assistive technology expects
// them.
#include <algorithm>
#include <catch_amalgamated.hpp>
#include <set>

#include "app/session_walk.h"

namespace advisor {
namespace {

using app::Action;
using app::Node;
using app::Role;
using app::Screen;
using app::Session;
using app::Sheet;
using Kind = Action::Kind;

std::vector<const Node*> with_parent(Session& session, std::string_view parent) {
  std::vector<const Node*> out;
  for (const Node& node : session.tree().nodes())
    if (node.parent == parent) out.push_back(&node);
  return out;
}

std::vector<const Node*> areas_of(Session& session) {
  std::vector<const Node*> areas = with_parent(session, "figure");
  std::erase_if(areas, [](const Node* node) { return node->role == Role::kHeading; });
  return areas;
}

// All screens and sheets of a visit that has told much.
std::vector<Session> everything_told(Language language) {
  std::vector<Session> out;
  for (int shown = 0; shown < 15; ++shown) {
    Session session = test::marked_session({"calf_l", "itb_r", "low_back_l"}, language);
    session.set_layout(shown % 2 == 1, false, true);
    session.set_abilities(test::everything_possible());
    session.apply({Kind::kMoreToTell, -1, 1});
    session.apply({Kind::kRaceDate, -1,
                   static_cast<int>(test::day("2026-06-21").time_since_epoch().count())});
    session.apply({Kind::kRaceDistance, -1, 21100});
    session.apply(
        {Kind::kRaceDate, 1, static_cast<int>(test::day("2026-07-04").time_since_epoch().count())});
    session.apply({Kind::kRaceKm, 1, 30});
    session.apply({Kind::kLastDeep, -1,
                   static_cast<int>(test::day("2026-05-12").time_since_epoch().count())});
    session.apply({Kind::kGoal, 1});
    session.apply({Kind::kLastHard, -1,
                   static_cast<int>(test::day("2026-06-09").time_since_epoch().count())});
    session.apply({Kind::kPhase, -1, 3});
    session.apply({Kind::kQuality, test::region("calf_l").value, 1});
    session.apply(test::answer_action("bruise", Answer::kYes));
    session.apply(test::answer_action("blood_thinner", Answer::kYes));
    session.apply({Kind::kCleared, test::flag("blood_thinner").value, 1});
    session.apply(test::go_to(Screen::kSafety));
    session.apply({Kind::kScreened});
    if (shown < 4) session.apply(test::go_to(static_cast<Screen>(shown)));
    if (shown == 5) session.apply({Kind::kOpenSheet, -1, static_cast<int>(Sheet::kMenu)});
    if (shown == 6) session.apply({Kind::kOpenSheet, -1, static_cast<int>(Sheet::kWhy)});
    if (shown == 7)
      session.apply({Kind::kOpenSheet, session.advice().benefits.front().benefit.value,
                     static_cast<int>(Sheet::kBenefit)});
    if (shown == 8) session.apply(test::answer_action("snap", Answer::kYes));
    if (shown == 9 || shown == 10) session.apply(test::go_to(Screen::kBook));
    if (shown == 9) session.apply({Kind::kNote, -1, 1});
    if (shown == 10) session.apply({Kind::kOpenSheet, -1, static_cast<int>(Sheet::kDays)});
    if (shown == 11)
      session.apply({Kind::kOpenSheet, app::date_subject({Kind::kRaceDate, 1}),
                     static_cast<int>(Sheet::kDate)});
    if (shown == 12)
      session.apply(
          {Kind::kOpenSheet, test::region("calf_l").value, static_cast<int>(Sheet::kWhyArea)});
    if (shown == 13)
      session.apply({Kind::kOpenSheet,
                     static_cast<int>(session.chosen_day()->time_since_epoch().count()),
                     static_cast<int>(Sheet::kWhyDay)});
    if (shown == 14)
      session.apply(
          {Kind::kOpenSheet, test::flag("blood_thinner").value, static_cast<int>(Sheet::kWhyFlag)});
    out.push_back(session);
  }
  return out;
}

TEST_CASE(
    "the areas stand under the parts of the body, each with a heading before its first area") {
  Session session = test::fresh_session(Language::kFrench);
  std::string way;
  for (const Node* node : with_parent(session, "figure")) {
    if (node->role == Role::kHeading) {
      CHECK(node->level == 3);
      way += "# " + node->name + "\n";
      continue;
    }
    if (!node->key.ends_with("_r")) way += node->key.substr(7) + "\n";
  }
  CHECK(way ==
        "# Jambe et mollet\ncalf_l\nsoleus_l\nachilles_l\nshin_l\n# Pied et "
        "cheville\nfoot_l\nankle_l\n# Genou\nknee_front_l\nknee_back_l\n"
        "# Cuisse et aine\nquad_l\nhamstring_l\ngroin_l\n# Hanche et "
        "fesse\nhip_flexor_l\nitb_l\nglute_l\n"
        "# Dos, épaules et nuque\nlow_back_l\nthoracic_l\nshoulder_l\nneck\n# Devant du "
        "tronc\nchest\nabdomen\n");
}

TEST_CASE(
    "the toggles stand whatever the side and whatever the size of the figure, and beside every "
    "screen when there is room") {
  Session session = test::marked_session({"calf_l"});
  session.set_layout(true, false, true);
  for (const Screen screen : {Screen::kWhere, Screen::kTell, Screen::kSafety, Screen::kAdvice}) {
    session.apply(test::go_to(screen));
    for (const int back : {0, 1}) {
      session.apply({Kind::kTurn, -1, back});
      session.apply({Kind::kFrame, -1, back});
      CHECK(areas_of(session).size() == session.library().knowledge.regions.size());
    }
  }
  session.set_layout(false, false, true);
  CHECK(with_parent(session, "figure").empty());
}

TEST_CASE("a mark has a pressed toggle and a slider from 1 to 10, named after its region") {
  Session english = test::marked_session({"calf_l", "neck"}),
          french = test::marked_session({"calf_l", "neck"}, Language::kFrench);
  CHECK(english.tree().node("region.calf_l")->on == 1);
  CHECK(english.tree().node("region.calf_r")->on == 0);
  CHECK(english.tree().node("intensity.calf_l")->name == "Upper calf, left: intensity");
  CHECK(french.tree().node("intensity.calf_l")->name ==
        "Haut du mollet, à gauche\u00A0: intensité");
  CHECK(english.tree().node("intensity.neck")->name == "Back of the neck: intensity");
  for (const char* id : {"intensity.calf_l", "intensity.neck"}) {
    const Node* slider = english.tree().node(id);
    CHECK(slider->role == Role::kSlider);
    CHECK(slider->minimum == 1);
    CHECK(slider->maximum == 10);
    CHECK(slider->value == 5);
    CHECK(slider->value_text.find("5") != std::string::npos);
  }
  CHECK(english.tree().node("intensity.calf_r") == nullptr);
  for (int value = 1; value <= 10; ++value) {
    english.apply({Kind::kSetIntensity, test::region("neck").value, value});
    CHECK(english.tree().node("intensity.neck")->value == static_cast<float>(value));
  }
}

TEST_CASE("using a toggle twice marks and takes the mark away") {
  Session session = test::fresh_session();
  REQUIRE(test::use(session, "region.foot_r"));
  CHECK(test::marks_in_words(session) == "foot_r 5");
  REQUIRE(test::use(session, "region.foot_r"));
  CHECK(test::marks_in_words(session) == "");
  CHECK(session.tree().node("intensity.foot_r") == nullptr);
}

TEST_CASE("undo and redo are disabled when there is nothing to undo or redo") {
  Session session = test::marked_session({"calf_l", "neck"});
  CHECK_FALSE(session.tree().node("undo")->disabled);
  CHECK(session.tree().node("redo")->disabled);
  REQUIRE(test::use(session, "undo"));
  CHECK_FALSE(session.tree().node("redo")->disabled);
}

TEST_CASE(
    "every screen and sheet keeps its promises in both languages: unique keys, parents first, "
    "every control named") {
  for (const Language language : {Language::kEnglish, Language::kFrench})
    for (Session& session : everything_told(language)) CHECK(test::broken_promise(session) == "");
}

TEST_CASE("a radio is one of several in a named group or toolbar, of which at most one is chosen") {
  for (Session& session : everything_told(Language::kFrench)) {
    std::set<std::string> groups;
    for (const Node& node : session.tree().nodes())
      if (node.role == Role::kRadio) groups.insert(node.parent);
    for (const std::string& group : groups) {
      INFO(group);
      const Node* parent = session.tree().node(group);
      REQUIRE(parent != nullptr);
      CHECK((parent->role == Role::kGroup || parent->role == Role::kToolbar));
      int radios = 0, chosen = 0;
      std::set<std::string> names;
      for (const Node* node : with_parent(session, group)) {
        if (node->role != Role::kRadio) continue;
        ++radios;
        chosen += node->on == 1;
        names.insert(node->name);
      }
      CHECK(radios >= 2);
      CHECK(chosen <= 1);
      CHECK(static_cast<int>(names.size()) == radios);
    }
  }
}

TEST_CASE("no two controls of one screen that do different things have one name and one role") {
  for (const Language language : {Language::kEnglish, Language::kFrench}) {
    for (Session& session : everything_told(language)) {
      std::set<std::string> said;
      for (const Node& node : session.tree().nodes()) {
        // Choices are told apart by the name of their group as well.
        if (node.role != Role::kButton && node.role != Role::kToggle &&
            node.role != Role::kSlider && node.role != Role::kLink)
          continue;
        INFO(node.key << " on screen " << static_cast<int>(session.shown().screen));
        CHECK(said.insert(std::to_string(static_cast<int>(node.role)) + node.name).second);
      }
    }
  }
}

TEST_CASE("switching the language renames every control and every text, and loses nothing") {
  // What is written alike in both languages.
  const std::set<std::string> alike{"911",        "811",         "Cancer",      "5\u00A0km",
                                    "10\u00A0km", "60\u00A0min", "75\u00A0min", "90\u00A0min"};
  std::vector<Session> english = everything_told(Language::kEnglish);
  for (Session& session : english) {
    const std::vector<Node> before = session.tree().nodes();
    const Intake told = session.intake();
    session.set_library(&test::library(Language::kFrench));
    const std::vector<Node>& after = session.tree().nodes();
    REQUIRE(after.size() == before.size());
    for (std::size_t i = 0; i < after.size(); ++i) {
      const Node &e = before[i], &f = after[i];
      INFO(e.key << ": " << e.name << " | " << f.name);
      CHECK(e.key == f.key);
      CHECK(e.role == f.role);
      CHECK(e.parent == f.parent);
      CHECK(e.on == f.on);
      CHECK(e.value == f.value);
      CHECK(e.disabled == f.disabled);
      if (e.key != "language") {
        CHECK(e.action.kind == f.action.kind);
        CHECK(e.action.subject == f.action.subject);
        CHECK(e.action.value == f.action.value);
      }
      CHECK(e.name.empty() == f.name.empty());
      if (!e.name.empty() && !e.key.starts_with("sheet.source.") && !alike.contains(e.name))
        CHECK(e.name != f.name);
    }
    CHECK(session.intake() == told);
    session.set_library(&test::library(Language::kEnglish));
    CHECK(session.tree().nodes() == before);
  }
}

TEST_CASE(
    "the safety message stands in a polite region, and a red flag's in an alert; one of them at a "
    "time") {
  Session session = test::fresh_session();
  CHECK(session.tree().node("safety.status")->role == Role::kStatus);
  CHECK(session.tree().node("safety.alert")->role == Role::kAlert);
  CHECK(session.tree().node("safety.status")->name == "");
  CHECK(session.tree().node("safety.alert")->name == "");
  session = test::advised_session({"calf_l"});
  CHECK(session.tree().node("safety.status")->name != "");
  CHECK(session.tree().node("safety.alert")->name == "");
  session.apply(test::answer_action("chest_pain", Answer::kYes));
  CHECK(session.tree().node("safety.status")->name == "");
  CHECK(session.tree().node("safety.alert")->name != "");
}

TEST_CASE(
    "the runner's own left is on the left of the picture of the back, and on the right of the "
    "front") {
  Session session = test::fresh_session();
  CHECK(session.tree().node("side.screen_left")->name ==
        test::library().words.ui("ui.where.your_right"));
  session.apply({Kind::kTurn, -1, 1});
  CHECK(session.tree().node("side.screen_left")->name ==
        test::library().words.ui("ui.where.your_left"));
  CHECK(session.tree().node("view.back")->on == 1);
  CHECK(session.tree().node("view.front")->on == 0);
}

TEST_CASE("a key that is not in the tree is not found, and every key is found where it stands") {
  Session session = test::advised_session({"calf_l"});
  const app::Tree& tree = session.tree();
  for (std::size_t i = 0; i < tree.nodes().size(); ++i)
    CHECK(tree.find(tree.nodes()[i].key) == static_cast<int>(i));
  CHECK(tree.find("") == -1);
  CHECK(tree.find("region.calf_l ") == -1);
  CHECK(tree.node("region.tail_l") == nullptr);
}

}  // namespace
}  // namespace advisor
