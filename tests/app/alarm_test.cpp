// What stands in place of an advice: why, what to do, whom to turn to, and the way back to the
// answer that raised it.
#include <algorithm>
#include <catch_amalgamated.hpp>

#include "app/session_walk.h"

namespace advisor {
namespace {

using app::Action;
using app::Node;
using app::Role;
using app::Screen;
using app::Session;
using Kind = Action::Kind;

struct Told {
  std::string_view flag;
  Answer answer = Answer::kYes;
};

Session alarm(std::initializer_list<std::string_view> regions, std::initializer_list<Told> told,
              Language language = Language::kFrench) {
  Session session = test::marked_session(regions, language);
  session.set_abilities(test::everything_possible());
  session.apply(test::go_to(Screen::kSafety));
  for (const auto& [flag, answer] : told) session.apply(test::answer_action(flag, answer));
  session.apply({Kind::kScreened});
  return session;
}

std::string name(Session& session, std::string_view key) {
  const Node* node = session.tree().node(key);
  return node ? node->name : "";
}

std::vector<std::string> acts(Session& session) {
  std::vector<std::string> out;
  for (const Node& node : session.tree().nodes())
    if (node.parent == "alarm.acts") out.push_back(node.name);
  return out;
}

// The steps in their order: the first one is filled.
std::string steps(Session& session) {
  std::string out;
  for (const Node& node : session.tree().nodes())
    if (node.key.starts_with("alarm.") && (node.role == Role::kLink || node.role == Role::kButton))
      out += node.key.substr(6) + " ";
  return out;
}

TEST_CASE(
    "every flag that raises an alarm has its act, its title and its reason on the screen, in both "
    "languages") {
  for (const Language language : {Language::kEnglish, Language::kFrench}) {
    for (const Flag& flag : test::knowledge().flags) {
      if (flag.level < Level::kClinicianFirst) continue;
      INFO(flag.id);
      Session session = alarm({"calf_l"}, {{flag.id}}, language);
      REQUIRE(session.alarm());
      const FlagWords& words = session.library().words.flags[test::flag(flag.id).value];
      const std::vector<std::string> said = acts(session);
      for (const std::string& act : words.acts)
        CHECK(std::count(said.begin(), said.end(), act) == 1);
      CHECK(said.size() <= 4);
      CHECK(name(session, "alarm.reason") == words.text);
      CHECK(name(session, "screen.title") != "");
      CHECK(session.tree().node("safety.alert")->name.find(words.acts.front()) !=
            std::string::npos);
    }
  }
}

TEST_CASE("of several flags the gravest sets the screen and each adds its act, four at most") {
  Session session =
      alarm({"calf_l"}, {{"cancer"}, {"stroke_signs"}, {"dark_urine"}, {"one_leg_swelling"}});
  CHECK(name(session, "screen.title") == "Appelez le\u00A0911 maintenant.");
  CHECK(acts(session) == std::vector<std::string>{
                             "Notez l’heure du début. Ne conduisez pas vous-même. Ne mangez rien.",
                             "Ne prenez pas d’anti-inflammatoire.",
                             "Déverrouillez la porte, restez en ligne.",
                             "Quelqu’un est là? Montrez-lui cet écran."});
  Session full = alarm({"calf_l"}, {{"collapse"}, {"chest_pain"}, {"dark_urine"}, {"snap"}});
  CHECK(acts(full) == std::vector<std::string>{
                          "Assoyez-vous. Ne conduisez pas vous-même.",
                          "Ne prenez pas d’anti-inflammatoire.", "Restez avec la personne.",
                          "Brûlante? À l’ombre, eau froide sur tout le corps, en attendant."});
  // Not of an emergency: the first sentence of each.
  Session today = alarm({"shin_l"}, {{"cannot_bear_weight"}, {"bone_point_pain"}});
  CHECK(acts(today) == std::vector<std::string>{"Déformation? Allez à l’urgence.",
                                                "D’ici là, ne vous appuyez pas dessus.",
                                                "D’ici là, ne courez pas."});
}

TEST_CASE("911 at once leads over the emergency room, and a doubt about it is not hidden") {
  Session both = alarm({"calf_l"}, {{"dark_urine"}, {"collapse"}});
  CHECK(name(both, "screen.title") == "Appelez le\u00A0911 maintenant.");
  CHECK(acts(both) == std::vector<std::string>{
                          "Restez avec la personne.",
                          "Brûlante? À l’ombre, eau froide sur tout le corps, en attendant.",
                          "Ne prenez pas d’anti-inflammatoire.", "Ne conduisez pas vous-même."});
  Session doubt = alarm({"calf_l"}, {{"dark_urine"}, {"chest_pain", Answer::kUnsure}});
  CHECK(name(doubt, "screen.title") == "Dans le doute, appelez le\u00A0911.");
  CHECK(
      name(doubt, "alarm.reason") ==
      "Votre doute porte sur «\u00A0Douleur à la poitrine, souffle court\u00A0». Une urine brune, "
      "ou aucune urine, après un gros effort demande un examen à l’urgence, sans attendre.");
  CHECK(steps(doubt) == "911 correct ");
  CHECK(doubt.tree().node("alarm.911")->description == "");
  CHECK(acts(doubt) == std::vector<std::string>{"Appelez maintenant, même si le signe a disparu.",
                                                "Ne conduisez pas vous-même.", "Assoyez-vous.",
                                                "Ne prenez pas d’anti-inflammatoire."});
}

TEST_CASE("strong pain in the chest leads over its strength, and names 911 first") {
  Session session = test::marked_session({"chest"}, Language::kFrench);
  session.apply({Kind::kSetIntensity, test::region("chest").value, 9});
  session.apply(test::go_to(Screen::kSafety));
  session.apply({Kind::kScreened});
  CHECK(name(session, "screen.title") == "Voyez d’abord un médecin.");
  CHECK(name(session, "alarm.reason") ==
        "Une douleur à la poitrine ou au ventre demande un examen avant un massage.");
  CHECK(acts(session).front() ==
        "Douleur qui serre, ou souffle court\u00A0: appelez le\u00A0911 maintenant.");
}

TEST_CASE("a doubt keeps what its sign asks for; one for the emergency room says to go there") {
  Session stroke = alarm({"calf_l"}, {{"stroke_signs", Answer::kUnsure}});
  CHECK(acts(stroke) == std::vector<std::string>{"Appelez maintenant, même si le signe a disparu.",
                                                 "Ne conduisez pas vous-même.",
                                                 "Notez l’heure du début. Ne mangez rien."});
  Session urine = alarm({"calf_l"}, {{"dark_urine", Answer::kUnsure}});
  CHECK(name(urine, "screen.title") == "Dans le doute, allez à l’urgence.");
  CHECK(acts(urine) == std::vector<std::string>{"Allez-y maintenant, même si le signe a disparu.",
                                                "Ne conduisez pas vous-même.",
                                                "Ne prenez pas d’anti-inflammatoire."});
  CHECK(steps(urine) == "911 811 correct ");
  Session collapse = alarm({"calf_l"}, {{"collapse", Answer::kUnsure}});
  CHECK(acts(collapse) == std::vector<std::string>{
                              "Appelez maintenant, même si le signe a disparu.",
                              "Restez avec la personne.",
                              "Brûlante? À l’ombre, eau froide sur tout le corps, en attendant."});
}

TEST_CASE("an emergency room is reached by a ride, and its question names it before 911") {
  Session session = alarm({"groin_l"}, {{"testicle_or_hernia"}, {"fever_or_contagious"}});
  CHECK(acts(session) == std::vector<std::string>{"Ne conduisez pas vous-même.",
                                                  "Ne mangez rien, ne poussez pas sur la bosse.",
                                                  "Faites-vous conduire, maintenant."});
  CHECK(session.tree()
            .node("safety.alert")
            ->name.ends_with("Appelez le\u00A0911 si vous ne pouvez pas vous y rendre."));
  session.apply(test::go_to(Screen::kSafety));
  CHECK(name(session, "call.testicle_or_hernia") ==
        "Oui, ou vous ne savez pas\u00A0: allez à l’urgence; appelez le\u00A0911 si vous ne pouvez "
        "pas vous y rendre.");
}

TEST_CASE("a fever beside something to be seen is told before one goes there") {
  Session session = alarm({"calf_l"}, {{"fever_or_contagious"}, {"blood_thinner"}});
  CHECK(name(session, "screen.title") == "Parlez-en d’abord à un pharmacien.");
  CHECK(acts(session) ==
        std::vector<std::string>{
            "Demandez à un pharmacien ou à votre médecin si un massage léger vous convient.",
            "Ne changez rien à vos médicaments.",
            "Reposez-vous, buvez à votre soif. Dites que vous avez de la fièvre, ou une maladie "
            "contagieuse, avant d’y aller."});
}

TEST_CASE("soreness that was told is not asked for again under a very strong pain") {
  const auto strong = [](bool dated) {
    Session session = test::marked_session({"calf_l"}, Language::kFrench);
    const int calf = test::region("calf_l").value;
    session.apply({Kind::kSetIntensity, calf, 8});
    session.apply({Kind::kOnset, calf, static_cast<int>(Onset::kAfterRun)});
    if (dated)
      session.apply({Kind::kLastHard, -1,
                     static_cast<int>(test::day("2026-06-05").time_since_epoch().count())});
    session.apply(test::go_to(Screen::kSafety));
    session.apply({Kind::kScreened});
    return session;
  };
  Session old = strong(true), undated = strong(false);
  CHECK(name(old, "alarm.reason") ==
        "Une courbature aussi forte après trois jours mérite un examen.");
  CHECK(name(undated, "alarm.reason") ==
        "Dites le jour de la sortie; si elle date de plus de trois jours, faites examiner cette "
        "douleur.");
  CHECK(steps(old) == "811 correct ");
  REQUIRE(test::use(undated, "alarm.correct"));
  CHECK(undated.shown().screen == Screen::kTell);
}

TEST_CASE("911 is alone on the screen of an emergency, and the door is unlocked for who comes") {
  Session session = alarm({"calf_l"}, {{"chest_pain"}});
  CHECK(steps(session) == "911 correct ");
  CHECK(acts(session) == std::vector<std::string>{"Assoyez-vous. Ne conduisez pas vous-même.",
                                                  "Déverrouillez la porte, restez en ligne.",
                                                  "Quelqu’un est là? Montrez-lui cet écran."});
  Session urine = alarm({"calf_l"}, {{"dark_urine"}});
  CHECK(name(urine, "screen.title") == "Allez à l’urgence maintenant.");
  CHECK(urine.tree().node("alarm.911")->description == "si vous ne pouvez pas vous y rendre");
}

TEST_CASE("a doubt about an emergency has 911 filled and a nurse beside it") {
  for (const Flag& flag : test::knowledge().flags) {
    if (flag.level != Level::kEmergency) continue;
    INFO(flag.id);
    Session session = alarm({"calf_l"}, {{flag.id, Answer::kUnsure}});
    CHECK(name(session, "screen.title").starts_with("Dans le doute, "));
    CHECK(name(session, "alarm.reason").starts_with("Votre doute porte sur «\u00A0"));
    CHECK(steps(session) == "911 811 correct ");
  }
  // Also beside a sign that is sure and less grave.
  Session both = alarm({"calf_l"}, {{"snap"}, {"chest_pain", Answer::kUnsure}});
  CHECK(steps(both) == "911 811 correct ");
  CHECK(name(both, "alarm.reason") ==
        "Votre doute porte sur «\u00A0Douleur à la poitrine, souffle court\u00A0».");
}

TEST_CASE(
    "what has to be examined today says so in its own title, however many places are marked, and "
    "calls 811 first") {
  const std::pair<std::string_view, std::string_view> kTitles[] = {
      {"one_leg_swelling", "Faites examiner cette jambe aujourd’hui."},
      {"snap", "Faites examiner ce claquement aujourd’hui."},
      {"hot_red_skin", "Faites examiner cette rougeur aujourd’hui."}};
  for (const auto& [flag, title] : kTitles) {
    Session one = alarm({"hamstring_l", "neck"}, {{flag}}),
            two = alarm({"calf_l", "hamstring_r"}, {{flag}});
    CHECK(name(one, "screen.title") == title);
    CHECK(name(two, "screen.title") == title);
  }
  Session injury = alarm({"ankle_l"}, {{"cannot_bear_weight"}});
  CHECK(name(injury, "screen.title") == "Faites examiner cette blessure aujourd’hui.");
  CHECK(acts(injury).front() == "Déformation? Allez à l’urgence.");
  Session one = alarm({"calf_l", "neck"}, {{"one_leg_swelling"}});
  CHECK(steps(one) == "811 911 correct ");
  CHECK(name(one, "alarm.outside") ==
        "Hors du Québec, le\u00A0811 peut ne pas répondre\u00A0: allez à une clinique ou à "
        "l’urgence.");
}

TEST_CASE("whom to see first depends on the flag, and the answers can be copied to be shown") {
  const std::pair<std::string_view, std::string_view> kTitles[] = {
      {"bone_point_pain", "Voyez d’abord un physiothérapeute."},
      {"blood_thinner", "Parlez-en d’abord à un pharmacien."},
      {"swelling_or_lump", "Voyez d’abord un médecin."},
      {"pregnancy", "Parlez-en d’abord à la personne qui vous suit."}};
  for (const auto& [flag, title] : kTitles) {
    Session session = alarm({"shin_l"}, {{flag}});
    CHECK(name(session, "screen.title") == title);
    CHECK(steps(session) == "copy 811 correct ");
    CHECK(name(session, "alarm.kicker") == "Avant un massage");
  }
  Session session = alarm({"shin_l"}, {{"bone_point_pain"}});
  CHECK(name(session, "alarm.who.physiotherapist") == "Physiothérapeute");
  session.take_events();
  REQUIRE(test::use(session, "alarm.copy"));
  const std::vector<app::Event> events = session.take_events();
  REQUIRE(events.size() == 1);
  CHECK(events[0].kind == app::Event::Kind::kCopy);
  CHECK(events[0].text.starts_with("Mes réponses, mercredi 10\u00A0juin\nDevant du tibia, "));
  CHECK(
      events[0].text.find("5/10\nOui\u00A0: Douleur que vous montrez d’un seul doigt sur un os") !=
      std::string::npos);
}

TEST_CASE("without a clipboard 811 is the first step, and nothing is offered that cannot be done") {
  Session session = test::marked_session({"shin_l"}, Language::kFrench);
  session.apply(test::answer_action("bone_point_pain", Answer::kYes));
  session.apply(test::go_to(Screen::kSafety));
  session.apply({Kind::kScreened});
  CHECK(steps(session) == "811 correct ");
}

TEST_CASE(
    "a fever is waited for: a reminder in four days that says nothing of it, and the session can "
    "be moved") {
  Session session = alarm({"calf_l"}, {{"fever_or_contagious"}});
  CHECK(name(session, "screen.title") == "Pas de massage pour l’instant.");
  CHECK(name(session, "alarm.kicker") == "Pas aujourd’hui");
  CHECK(steps(session) == "remind move 811 correct ");
  CHECK(session.tree().node("alarm.who") == nullptr);
  session.take_events();
  REQUIRE(test::use(session, "alarm.remind"));
  const std::vector<app::Event> events = session.take_events();
  REQUIRE(events.size() == 1);
  CHECK(events[0].kind == app::Event::Kind::kFile);
  CHECK(events[0].service == "massage-2026-06-14.ics");
  CHECK(events[0].text.find("DTSTART;VALUE=DATE:20260614") != std::string::npos);
  CHECK(events[0].text.find("ièvre") == std::string::npos);
  // Beside something that has to be seen, it is not that screen.
  Session both = alarm({"calf_l"}, {{"fever_or_contagious"}, {"cancer"}});
  CHECK(name(both, "alarm.kicker") == "Avant un massage");
}

TEST_CASE(
    "8 out of 10 alone has a reason of its own, and two ways out: it is soreness, or it is less") {
  for (const bool soreness : {true, false}) {
    Session session = test::marked_session({"calf_l"}, Language::kFrench);
    session.set_abilities(test::everything_possible());
    session.apply({Kind::kSetIntensity, test::region("calf_l").value, 8});
    session.apply(test::go_to(Screen::kSafety));
    session.apply({Kind::kScreened});
    REQUIRE(session.alarm());
    CHECK(name(session, "alarm.reason").starts_with("Vous avez noté 8\u00A0sur\u00A010 ou plus."));
    CHECK(steps(session) == "soreness copy 811 correct ");
    if (soreness) {
      REQUIRE(test::use(session, "alarm.soreness"));
      CHECK(session.shown().screen == Screen::kTell);
      CHECK(session.shown().tell_about == test::region("calf_l").value);
      session.apply(
          {Kind::kOnset, test::region("calf_l").value, static_cast<int>(Onset::kAfterRun)});
      session.apply({Kind::kLastHard, -1,
                     static_cast<int>(test::day("2026-06-09").time_since_epoch().count())});
    } else {
      REQUIRE(test::use(session, "alarm.correct"));
      CHECK(session.shown().screen == Screen::kWhere);
      CHECK(session.shown().open_mark == test::region("calf_l").value);
      CHECK(session.shown().back_view);
      session.apply({Kind::kSetIntensity, test::region("calf_l").value, 7});
    }
    session.apply(test::go_to(Screen::kSafety));
    REQUIRE(test::use(session, "continue"));
    CHECK_FALSE(session.alarm());
    CHECK(session.tree().node("book") != nullptr);
  }
}

TEST_CASE(
    "correct leads to the answer that raised the level, and without it none of these leaves the "
    "alarm") {
  for (const Flag& flag : test::knowledge().flags) {
    if (flag.level < Level::kClinicianFirst) continue;
    INFO(flag.id);
    Session session = alarm({"calf_l"}, {{"oil_allergy"}, {flag.id}});
    session.take_focus();
    REQUIRE(test::use(session, "alarm.correct"));
    CHECK(session.shown().screen == Screen::kSafety);
    CHECK(session.take_focus() == "flag." + flag.id);
    REQUIRE(session.tree().node("flag." + flag.id) != nullptr);
    CHECK(session.tree().node("flag." + flag.id)->on == 1);
    CHECK(session.tree().node("answer." + flag.id + ".no") != nullptr);
    REQUIRE(test::use(session, "answer." + flag.id + ".no"));
    REQUIRE(test::use(session, "continue"));
    CHECK_FALSE(session.alarm());
  }
}

TEST_CASE(
    "soreness of more than a week is corrected where its day is told, pain in the chest where it "
    "is marked") {
  Session sore = test::marked_session({"calf_l"}, Language::kFrench);
  sore.apply({Kind::kOnset, test::region("calf_l").value, static_cast<int>(Onset::kAfterRun)});
  sore.apply(
      {Kind::kLastHard, -1, static_cast<int>(test::day("2026-05-30").time_since_epoch().count())});
  sore.apply(test::go_to(Screen::kSafety));
  sore.apply({Kind::kScreened});
  REQUIRE(sore.alarm());
  REQUIRE(test::use(sore, "alarm.correct"));
  CHECK(sore.shown().screen == Screen::kTell);
}

}  // namespace
}  // namespace advisor
