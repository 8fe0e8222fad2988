// What the safety check asks: each sign once, in a few words, the gravest first; and when it may be
// said that none of them is there.
#include <algorithm>
#include <catch_amalgamated.hpp>
#include <map>
#include <set>

#include "app/session_walk.h"

namespace advisor {
namespace {

using app::Action;
using app::Node;
using app::Role;
using app::Screen;
using app::Session;
using Kind = Action::Kind;

Session at_safety(std::initializer_list<std::string_view> regions,
                  Language language = Language::kFrench) {
  Session session = test::marked_session(regions, language);
  session.apply(test::go_to(Screen::kSafety));
  return session;
}

std::vector<std::string> keys_under(Session& session, std::string_view parent,
                                    std::string_view prefix) {
  std::vector<std::string> keys;
  for (const Node& node : session.tree().nodes())
    if ((parent.empty() || node.parent == parent) && node.key.starts_with(prefix))
      keys.push_back(node.key.substr(prefix.size()));
  return keys;
}

std::string joined(const std::vector<std::string>& items) {
  std::string out;
  for (const std::string& item : items) out += (out.empty() ? "" : " ") + item;
  return out;
}

TEST_CASE("each question that applies stands once, whether one place is marked, two or four") {
  for (const auto& regions : {std::initializer_list<std::string_view>{},
                              {"calf_l"},
                              {"calf_l", "quad_r"},
                              {"calf_l", "calf_r", "quad_l", "low_back_l"},
                              {"shoulder_r", "low_back_l"}}) {
    Session session = at_safety(regions);
    session.apply({Kind::kMinorSigns, -1, 1});
    const std::vector<std::string> asked = keys_under(session, "", "flag.");
    std::multiset<std::string> stand(asked.begin(), asked.end()), apply;
    for (const FlagId id : session.screening().questions())
      apply.insert(session.library().knowledge.flags[id.value].id);
    CHECK(stand == apply);
  }
}

TEST_CASE("in every part the gravest stands first") {
  Session session = at_safety({"calf_l", "quad_r", "knee_front_l", "groin_r", "neck"});
  std::map<std::string, Level> before;
  for (const Node& node : session.tree().nodes()) {
    if (!node.key.starts_with("flag.")) continue;
    const Level level = test::knowledge().flags[test::flag(node.key.substr(5)).value].level;
    const auto known = before.find(node.parent);
    INFO(node.key);
    if (known != before.end()) CHECK(level <= known->second);
    before[node.parent] = level;
  }
  CHECK(before.size() >= 7);
}

TEST_CASE("places are called by their names: what several ask first, then each with its own") {
  Session one = at_safety({"calf_l"}), two = at_safety({"calf_l", "quad_r"}),
          three = at_safety({"calf_l", "quad_r", "neck"});
  const auto heads = [](Session& session) {
    std::string out;
    for (const Node& node : session.tree().nodes())
      if (node.key.starts_with("place.") && node.role == Role::kHeading) out += node.name + "; ";
    return out;
  };
  CHECK(heads(one) == "Mollet gauche; ");
  CHECK(heads(two) == "Mollet gauche ou cuisse droite; Mollet gauche; Cuisse droite; ");
  CHECK(heads(three).starts_with("Vos 3\u00A0zones; Mollet gauche; "));
  CHECK(joined(keys_under(two, "place.shared", "flag.")).starts_with("one_leg_swelling snap"));
  CHECK(keys_under(two, "place.calf_l", "flag.").front() == "compartment_pain");
}

TEST_CASE("a new weakness is asked of the arm or of the leg, and of both where both may be meant") {
  const auto sign = [](std::initializer_list<std::string_view> regions) {
    return at_safety(regions).tree().node("flag.new_weakness")->name;
  };
  CHECK(sign({"shoulder_r"}) == "Bras qui faiblit depuis peu");
  CHECK(sign({"low_back_l"}) == "Pied qui tombe, jambe faible");
  CHECK(sign({"low_back_l", "shoulder_r"}) == "Faiblesse d’un bras ou d’une jambe");
}

TEST_CASE("the whole question is always in the sign's description, open or closed") {
  for (const Language language : {Language::kEnglish, Language::kFrench}) {
    Session session =
        at_safety({"calf_l", "quad_r", "knee_front_l", "groin_r", "neck", "shoulder_r"}, language);
    session.apply({Kind::kMinorSigns, -1, 1});
    for (const bool open : {false, true}) {
      int signs = 0;
      for (const Node& node : session.tree().nodes()) {
        if (!node.key.starts_with("flag.")) continue;
        ++signs;
        CHECK(node.role == Role::kCheckbox);
        CHECK(node.description.size() > node.name.size());
        CHECK(node.on == open);
      }
      CHECK(signs > 30);
      for (const std::string& key : keys_under(session, "", "flag."))
        if (!open) session.apply(test::answer_action(key, Answer::kYes));
    }
  }
}

TEST_CASE(
    "the row of minor signs names all that it hides, hides nothing grave, and says the same when "
    "it is open") {
  for (const Language language : {Language::kEnglish, Language::kFrench}) {
    Session session = at_safety({"calf_l", "foot_r", "low_back_l"}, language);
    const Node closed = *session.tree().node("minor");
    CHECK(closed.expanded == 0);
    const std::vector<std::string> grave = keys_under(session, "", "flag.");
    REQUIRE(test::use(session, "minor"));
    const Node open = *session.tree().node("minor");
    CHECK(open.expanded == 1);
    CHECK(open.name == closed.name);
    const std::vector<std::string> hidden = keys_under(session, "safety.minor", "flag.");
    CHECK(joined(hidden) ==
          "open_skin bruise skin_or_vein local_skin_infection mild_osteoporosis diabetic_numb_feet "
          "oil_allergy");
    for (const std::string& id : hidden) {
      const std::string& word = session.library().words.flags[test::flag(id).value].word;
      INFO(open.name << " names " << word);
      CHECK(open.name.find(word.substr(1)) !=
            std::string::npos);  // the first one has a capital letter
      CHECK(test::knowledge().flags[test::flag(id).value].level < Level::kClinicianFirst);
    }
    for (const std::string& id : grave)
      CHECK(test::knowledge().flags[test::flag(id).value].level >= Level::kClinicianFirst);
  }
}

TEST_CASE(
    "none of these is said of what was seen: until the end has been on the screen the main step "
    "shows the rest") {
  Session session = at_safety({"calf_l"});
  session.set_signs_below(true);
  CHECK(session.tree().node("continue")->name == "Voir la suite");
  const int rests = session.shown().rests;
  REQUIRE(test::use(session, "continue"));
  CHECK(session.shown().rests == rests + 1);
  CHECK(session.shown().screen == Screen::kSafety);
  CHECK_FALSE(session.intake().screened);
  session.set_signs_below(false);
  CHECK(session.tree().node("continue")->name == "Rien de tout cela");
  session.set_signs_below(true);  // scrolled up again
  CHECK(session.tree().node("continue")->name == "Rien de tout cela");
  // A mark that asks something new opens the question again.
  session.apply(test::mark_action("neck"));
  CHECK(session.tree().node("continue")->name == "Voir la suite");
}

TEST_CASE("a grave answer is not held up by what was not seen, and does not answer it") {
  Session session = at_safety({"calf_l"});
  session.set_signs_below(true);
  session.apply(test::answer_action("bruise", Answer::kYes));
  CHECK(session.tree().node("continue")->name == "Voir la suite");
  session.apply(test::answer_action("chest_pain", Answer::kYes));
  CHECK(session.tree().node("continue")->name == "Continuer");
  REQUIRE(test::use(session, "continue"));
  CHECK(session.alarm());
  CHECK_FALSE(session.intake().screened);
  REQUIRE(test::use(session, "alarm.correct"));
  session.set_signs_below(true);
  session.apply(test::answer_action("chest_pain", Answer::kNo));
  CHECK(session.tree().node("continue")->name == "Voir la suite");
}

TEST_CASE("on a page, which is read from its top to its end, nothing lies below") {
  Session session = at_safety({"calf_l"});
  session.set_abilities(test::everything_possible());
  session.set_signs_below(true);
  session.apply({Kind::kListView, -1, 1});
  session.set_signs_below(true);
  CHECK(session.tree().node("continue")->name == "Rien de tout cela");
}

TEST_CASE("what opens under a sign depends on its kind, and is told") {
  Session session = at_safety({"calf_l", "quad_r"});
  CHECK(session.tree().node("safety.opened")->name == "");
  for (const std::string_view id : {"chest_pain", "one_leg_swelling", "pregnancy", "open_skin"})
    session.apply(test::answer_action(id, Answer::kYes));
  CHECK(
      session.tree().node("safety.opened")->name ==
      "Plaie, ampoule, points, tatouage frais\u00A0: la question complète est ouverte en dessous.");
  CHECK(session.tree().node("call.chest_pain")->href == "tel:911");
  CHECK(session.tree().node("call.one_leg_swelling") == nullptr);
  CHECK(session.tree()
            .node("context.one_leg_swelling")
            ->name.starts_with("Surtout après un long trajet"));
  CHECK(session.tree().node("cleared.pregnancy.ask")->name.find("sage-femme") != std::string::npos);
  CHECK(session.tree().node("cleared.pregnancy.no")->name == "Pas encore");
  // The row that holds it has to be open; coming back to the check opens it.
  CHECK(session.tree().node("flag.open_skin") == nullptr);
  session.apply(test::go_to(Screen::kTell));
  session.apply(test::go_to(Screen::kSafety));
  CHECK(session.tree().node("safety.opened")->name == "");  // it was opened before
  CHECK(session.tree().node("where.open_skin.calf_l") != nullptr);
  CHECK(session.tree().node("note.open_skin")->name ==
        "On évitera cet endroit. Le reste peut être massé.");
  CHECK(session.tree().node("answer.chest_pain.unsure")->name == "Je ne sais pas");
  REQUIRE(test::use(session, "answer.chest_pain.no"));
  CHECK(session.tree().node("flag.chest_pain")->on == 0);
  CHECK(session.tree().node("answer.chest_pain") == nullptr);
}

TEST_CASE("an answer whose mark has gone still stands, so that it can be taken back") {
  Session session = at_safety({"calf_l"});
  session.apply(test::answer_action("compartment_pain", Answer::kYes));
  session.apply({Kind::kRemoveMark, test::region("calf_l").value});
  REQUIRE(session.tree().node("flag.compartment_pain") != nullptr);
  CHECK(session.tree().node("flag.compartment_pain")->parent == "place.told");
}

}  // namespace
}  // namespace advisor
