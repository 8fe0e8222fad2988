// Ids and numbers into sentences of either language: the words of the design and of
// the areas.
#include "content/phrases.h"

#include <catch_amalgamated.hpp>

#include "fixtures/library.h"

namespace advisor {
namespace {

using namespace advisor::test;

const Phrases& english() {
  static const Phrases phrases(library(Language::kEnglish).knowledge,
                               library(Language::kEnglish).words);
  return phrases;
}
const Phrases& french() {
  static const Phrases phrases(library(Language::kFrench).knowledge,
                               library(Language::kFrench).words);
  return phrases;
}

TEST_CASE("dates as each language writes them") {
  CHECK(english().date(day("2026-06-16")) == "Tuesday, June\u00a016");
  CHECK(french().date(day("2026-06-16")) == "mardi 16\u00a0juin");
  CHECK(french().date(day("2026-07-01")) == "mercredi 1er\u00a0juillet");
  CHECK(english().date(day("2026-07-01")) == "Wednesday, July\u00a01");
  CHECK(french().date_plain(day("2027-02-01")) == "1er\u00a0février");
  CHECK(french().date_short(day("2026-06-16")) == "mar. 16\u00a0juin");
  CHECK(english().date_short(day("2026-06-16")) == "Tue, June\u00a016");
}

TEST_CASE("ranges within a month, over a month's end, over a year's end, and of one day") {
  CHECK(french().range(day("2026-06-16"), day("2026-06-18")) == "du 16 au 18\u00a0juin");
  CHECK(french().range(day("2026-06-29"), day("2026-07-01")) ==
        "du 29\u00a0juin au 1er\u00a0juillet");
  CHECK(english().range(day("2026-06-16"), day("2026-06-18")) == "June\u00a016 to 18");
  CHECK(english().range(day("2026-12-31"), day("2027-01-02")) ==
        "December\u00a031 to January\u00a02");
  CHECK(english().range(day("2026-06-16"), day("2027-06-18")) == "June\u00a016 to June\u00a018");
  CHECK(french().range(day("2026-06-16"), day("2026-06-16")) == "le 16\u00a0juin");
}

TEST_CASE("numbers and money: decimal comma and no-break spaces in French") {
  CHECK(french().number(21.1) == "21,1");
  CHECK(english().number(42.195) == "42.2");
  CHECK(french().number(1012) == "1\u00a0012");
  CHECK(english().number(1012) == "1,012");
  CHECK(french().number(5) == "5");
  CHECK(french().money(11500) == "115\u00a0$");
  CHECK(english().money(11500) == "$115");
  CHECK(french().money(8205) == "82,05\u00a0$");
  CHECK(english().money(123450) == "$1,234.50");
}

TEST_CASE("a phone number as North America writes it, any other as it is") {
  CHECK(french().phone("+15145550142") == "514\u00a0555-0142");
  CHECK(english().phone("+15145550142") == "514-555-0142");
  CHECK(french().phone("+33123456789") == "+33123456789");
  CHECK(english().phone("") == "");
}

TEST_CASE("a source that is described is described in each language, and a title stays as it is") {
  const auto source = [](std::string_view id) {
    const auto& all = library(Language::kFrench).knowledge.sources;
    for (std::size_t i = 0; i < all.size(); ++i)
      if (all[i].id == id) return static_cast<int>(i);
    FAIL("no such source");
    return -1;
  };
  CHECK(french().citation(source("ciusss_811")) ==
        "CIUSSS West-Central Montreal (Montréal). Info-Santé et Info-Social 811.");
  CHECK(english().citation(source("ciusss_811")) ==
        "CIUSSS West-Central Montreal. Info-Santé and Info-Social 811.");
  CHECK(french().citation(source("jarvinen2007")) == english().citation(source("jarvinen2007")));
}

TEST_CASE("plurals: French is one at 0 and 1, English at 1 alone") {
  CHECK(english().counted("phrases.count.areas", 0) == "0 areas");
  CHECK(english().counted("phrases.count.areas", 1) == "1 area");
  CHECK(english().counted("phrases.count.areas", 2) == "2 areas");
  CHECK(french().counted("phrases.count.areas", 0) == "0\u00a0zone");
  CHECK(french().counted("phrases.count.areas", 1) == "1\u00a0zone");
  CHECK(french().counted("phrases.count.areas", 2) == "2\u00a0zones");
}

TEST_CASE("lists of none, one, two and three") {
  const std::vector<std::string> items = {"a", "b", "c"};
  const std::span<const std::string> all = items;
  CHECK(english().list_and(all.first(0)) == "");
  CHECK(english().list_and(all.first(1)) == "a");
  CHECK(english().list_and(all.first(2)) == "a and b");
  CHECK(english().list_and(all) == "a, b and c");
  CHECK(french().list_or(all) == "a, b ou c");
}

TEST_CASE("regions are named with their side: as controls, in sentences, in narrow columns") {
  CHECK(english().region_name(region("calf_l")) == "Upper calf, left");
  CHECK(french().region_name(region("calf_r")) == "Haut du mollet, à droite");
  CHECK(french().region_name(region("neck")) == "Nuque");
  for (std::size_t i = 0; i < knowledge().regions.size(); ++i) {
    const RegionId id{static_cast<std::uint8_t>(i)};
    CHECK_FALSE(french().region_in_sentence(id).empty());
    CHECK_FALSE(french().region_short(id).empty());
  }
  CHECK(french().region_in_sentence(region("calf_l")) !=
        french().region_in_sentence(region("calf_r")));
}

TEST_CASE("intensity has a word: 1-3, 4-6, 7-8, 9-10") {
  CHECK(french().intensity_word(3) == "faible");
  CHECK(french().intensity_word(4) == "moyenne");
  CHECK(french().intensity_word(8) == "forte");
  CHECK(french().intensity_word(9) == "très forte");
}

TEST_CASE("every closed list has a term in both languages") {
  for (const Phrases* p : {&english(), &french()}) {
    const auto whole = [](std::string_view text) {
      return !text.empty() && text.find("terms.") == std::string_view::npos;
    };
    for (int i = 0; i < 4; ++i) CHECK(whole(p->term(static_cast<Pressure>(i))));
    for (int i = 0; i < 8; ++i)
      CHECK(
          (whole(p->term(static_cast<Quality>(i))) && whole(p->term_in(static_cast<Quality>(i)))));
    for (int i = 0; i < 5; ++i) CHECK(whole(p->term(static_cast<Phase>(i))));
    for (int i = 0; i < 3; ++i) {
      CHECK(whole(p->term(static_cast<Onset>(i))));
      CHECK(whole(p->term(static_cast<Experience>(i))));
      CHECK((whole(p->term(static_cast<Grade>(i))) && whole(p->term_short(static_cast<Grade>(i)))));
    }
    for (int i = 0; i < 4; ++i) {
      CHECK(whole(p->term(static_cast<Origin>(i))));
      CHECK(whole(p->term(static_cast<Checked>(i))));
    }
  }
}

TEST_CASE("the verdict is one sentence for every kind of advice") {
  const auto verdict = [](std::string_view members) {
    return french().verdict(advice_for(members));
  };
  CHECK(verdict(R"("races": [{"date": "2026-06-21"}])") ==
        "Rien ne s’oppose à un massage. Idéalement le mardi 16 ou le mercredi 17\u00a0juin.");
  CHECK(verdict(R"("races": [{"date": "2026-07-05"}])") ==
        "Rien ne s’oppose à un massage. Idéalement le mardi 30\u00a0juin ou le mercredi "
        "1er\u00a0juillet.");
  CHECK(verdict(R"("races": [{"date": "2026-06-08", "distance_km": 10}])") ==
        "Rien ne s’oppose à un massage. Idéalement du 11 au 13\u00a0juin.");
  CHECK(
      verdict(
          R"("races": [{"date": "2026-06-27", "distance_km": 10}], "massage": {"experience": "regular"}, "runs": {}, "marks": [])")
          .starts_with("Rien ne s’oppose à un massage. Idéalement le lundi 22 ou le mardi 23"));
  CHECK(verdict(R"("races": [{"date": "2026-07-09"}], "massage": {"experience": "first"})") ==
        "Rien ne s’oppose à un massage. Idéalement du 29\u00a0juin au 2\u00a0juillet.");
  CHECK(verdict(R"("races": [{"date": "2026-06-26", "distance_km": 42.2}])") ==
        "Rien ne s’oppose à un massage. Idéalement le dimanche 21 ou le lundi 22\u00a0juin.");
  CHECK(
      verdict(
          R"("marks": [{"region": "quad_l", "intensity": 6, "onset": "after_run", "since": "2026-06-09T10:00"}])") ==
      "Rien ne s’oppose à un massage léger. Modéré possible dès le 12\u00a0juin.");
  CHECK(
      verdict(
          R"("marks": [{"region": "quad_l", "intensity": 2}], "day": "2026-06-11", "races": [{"date": "2026-06-11"}])") ==
      "Rien ne s’oppose à un massage léger. Profond possible dès le 14\u00a0juin.");
  CHECK(verdict(R"("marks": [{"region": "neck", "intensity": 6}])") ==
        "Rien ne s’oppose à un massage léger.");
  CHECK(verdict(R"("answers": {"pregnancy": {"answer": "yes", "cleared": true}})") ==
        "Rien ne s’oppose à un massage léger.");
  CHECK(verdict("") == "Rien ne s’oppose à un massage, le jour qui vous convient.");
  CHECK(verdict(R"("answers": {"chest_pain": "yes"})") == "Appelez le\u00A0911 maintenant.");
  CHECK(
      english().verdict(advice_for(R"("races": [{"date": "2026-06-21"}])")) ==
      "Nothing rules out a massage. Best days: Tuesday, June\u00a016, or Wednesday, June\u00a017.");
}

TEST_CASE("a business that never opens is told so") {
  Business never;
  never.open.fill(false);
  CHECK(french().verdict(advise(knowledge(), never, given())) ==
        "Aucun jour ouvert d’ici quatre semaines.");
}

TEST_CASE("days that do not follow one another are listed") {
  Business business;
  business.holidays = {day("2026-06-11")};
  const Advice advice =
      advise(knowledge(), business, given(R"("runs": {"next_hard": "2026-07-05"})"));
  CHECK(french().verdict(advice) ==
        "Rien ne s’oppose à un massage. Idéalement le mercredi 10\u00a0juin, le vendredi "
        "12\u00a0juin ou le samedi 13\u00a0juin.");
}

TEST_CASE("the line under the verdict says why those days") {
  const auto reason = [](std::string_view members) {
    return french().verdict_reason(advice_for(members), given(members));
  };
  CHECK(reason(R"("races": [{"date": "2026-06-21"}])") ==
        "5\u00a0jours avant votre course\u00a0: le temps que tout se pose.");
  CHECK(reason(R"("races": [{"date": "2026-06-09", "distance_km": 10}])")
            .starts_with("3\u00a0jours après votre course"));
  CHECK(
      reason(
          R"("marks": [{"region": "quad_l", "intensity": 2, "onset": "after_run", "since": "2026-06-09T10:00"}])")
          .starts_with("Deux à trois jours après l’effort"));
  CHECK(reason("").starts_with("Rien ne presse"));
  CHECK(reason(R"("answers": {"chest_pain": "yes"})") == "");
}

TEST_CASE("a day is spoken with its date, pressure, race and how long it stays deep") {
  const Intake intake = given(R"("races": [{"date": "2026-06-21"}])");
  const Advice advice = advise(knowledge(), {}, intake);
  const auto spoken = [&](std::size_t index) { return french().day_spoken(advice, index, intake); };
  CHECK(spoken(6) ==
        "mardi 16\u00a0juin, pression au choix, jour idéal. 5\u00a0jours avant la course. Profond "
        "jusqu’au 18\u00a0juin.");
  CHECK(spoken(10) == "samedi 20\u00a0juin, léger seulement. 1\u00a0jour avant la course.");
  CHECK(spoken(11) == "dimanche 21\u00a0juin, léger seulement. Jour de course.");
  CHECK(spoken(12) == "lundi 22\u00a0juin, léger seulement. 1\u00a0jour après la course.");
  CHECK(spoken(27) == "mardi 7\u00a0juillet, pression au choix.");
  Business closed;
  closed.holidays = {day("2026-06-11")};
  const Intake plain = given();
  CHECK(french().day_spoken(advise(knowledge(), closed, plain), 1, plain) ==
        "jeudi 11\u00a0juin, pas de massage. Fermé.");
}

TEST_CASE("every day has a reason to show, limited or not") {
  const Intake intake = given(
      R"("races": [{"date": "2026-06-21"}], "massage": {"last_deep": "2026-06-08", "experience": "first"},
      "runs": {"last_hard_end": "2026-06-10T08:00", "next_hard": "2026-06-14"},
      "marks": [{"region": "quad_l", "intensity": 6, "onset": "after_run"}],
      "answers": {"pregnancy": {"answer": "yes", "cleared": true}})");
  Business business;
  business.open[6] = false;
  const Advice advice = advise(knowledge(), business, intake);
  for (const Phrases* phrases : {&english(), &french()})
    for (const DayAdvice& day : advice.timing->days) {
      const std::vector<std::string> reasons = phrases->day_reasons(advice, day, intake);
      CHECK_FALSE(reasons.empty());
      for (const std::string& reason : reasons) {
        INFO(reason);
        CHECK(reason.find_first_of("{}") == std::string::npos);
        CHECK(reason.find("  ") == std::string::npos);
        CHECK(reason.ends_with('.'));
      }
    }
  const Advice free = advice_for("");
  CHECK(french().day_reasons(free, free.timing->days[0], given()) ==
        std::vector<std::string>{"Rien ne limite la pression ce jour-là."});
}

TEST_CASE("every area that is limited has a reason, and a note where one is due") {
  const Advice advice = advice_for(
      R"("marks": [{"region": "abdomen", "intensity": 2}, {"region": "neck", "intensity": 2},
      {"region": "quad_l", "intensity": 5, "onset": "after_run"}, {"region": "foot_l", "intensity": 2, "onset": "sudden"},
      {"region": "foot_r", "intensity": 2, "onset": "sudden", "since": "2026-06-06"}, {"region": "glute_l", "intensity": 1}])");
  REQUIRE(advice.areas.size() == 6);
  for (const AreaAdvice& area : advice.areas) {
    INFO(knowledge().regions[area.region.value].id);
    const bool limited = area.cap < Pressure::kDeep || area.wait_for_soreness;
    CHECK(french().area_reasons(area).empty() != limited);
    CHECK(french().area_note(advice, area).empty() !=
          (area.avoid || area.wait_for_soreness || area.cap == Pressure::kLight));
  }
}

TEST_CASE("an emergency's message names what to do once, and nothing of a lesser flag") {
  const std::string message = english().safety_message(advice_for(
      R"("answers": {"chest_pain": "yes", "collapse": "yes", "oil_allergy": "yes", "cancer": "yes"})"));
  CHECK(message.find("911") != std::string::npos);
  CHECK(message.find("911", message.find("911") + 1) == std::string::npos);
  CHECK(message.find("811") == std::string::npos);
}

TEST_CASE("unsure of an emergency, and cleared, have words of their own") {
  CHECK(french().safety_message(advice_for(R"("answers": {"chest_pain": "unsure"})")) ==
        "Dans le doute, appelez le\u00A0911. Votre doute porte sur «\u00A0Douleur à la poitrine, "
        "souffle court\u00A0». Appelez maintenant, même si le signe a disparu. Ne conduisez pas "
        "vous-même. Assoyez-vous.");
  CHECK(french()
            .safety_message(
                advice_for(R"("answers": {"cancer": {"answer": "yes", "cleared": true}})"))
            .ends_with(french().text("phrases.cleared_act")));
}

TEST_CASE("a day is spoken no firmer than the areas and the flags allow, and says who decides") {
  const Intake intake = given(R"("massage": {"experience": "first"})");
  const Advice advice = advise(knowledge(), {}, intake);
  CHECK(advice.timing->days[0].pressure == Pressure::kDeep);
  CHECK(
      french().day_spoken(advice, 3, intake) ==
      std::string("samedi 13\u00a0juin, ").append(french().up_to(Pressure::kModerate)).append("."));
  CHECK(french().day_reasons(advice, advice.timing->days[0], intake) ==
        std::vector<std::string>{
            "Ce jour-là, ce sont vos zones et vos réponses qui limitent la pression."});
}

TEST_CASE("a deep massage of the past is dated in the past, and the wait has its end") {
  const Intake intake = given(R"("massage": {"last_deep": "2026-06-09"})");
  const Advice advice = advise(knowledge(), {}, intake);
  CHECK(french().day_reasons(advice, advice.timing->days[1], intake) ==
        std::vector<std::string>{
            "Massage profond le 9\u00a0juin\u00a0: modéré au plus avant le 14\u00a0juin."});
  CHECK(advice.timing->days[3].pressure == Pressure::kModerate);
  CHECK(advice.timing->days[4].pressure == Pressure::kDeep);
}

TEST_CASE("race day has one reason, its own; the day before has those of the days around a race") {
  const Intake intake = given(R"("races": [{"date": "2026-06-12"}])");
  const Advice advice = advise(knowledge(), {}, intake);
  CHECK(english().day_reasons(advice, advice.timing->days[2], intake) ==
        std::vector<std::string>{"On race day: light and short, only after the finish."});
  CHECK(english().day_reasons(advice, advice.timing->days[1], intake).size() == 2);
}

TEST_CASE(
    "while a question is unanswered nothing says that there is no warning sign, nor yes to "
    "massage") {
  const Advice open = advice_for(R"("screened": false)");
  CHECK(french().state(open) == "Vérification à faire");
  CHECK(french().verdict(open) == "Avant tout, 11\u00a0questions de sécurité.");
  CHECK(french().safety_message(open) == french().text("phrases.unscreened.message"));
  const Advice done = advice_for("");
  CHECK(french().state(done) == "Aucun signe d’alerte dans vos réponses");
}

TEST_CASE("a very strong pain that only the marks tell of has a text of its own") {
  const Advice derived = advice_for(R"("marks": [{"region": "quad_l", "intensity": 8}])");
  CHECK(french()
            .flag_text(derived.flags[0])
            .starts_with("Vous avez noté 8\u00A0sur\u00A010 ou plus."));
  const Advice told = advice_for(
      R"("marks": [{"region": "quad_l", "intensity": 8}], "answers": {"severe_unexplained": "yes"})");
  CHECK(french().flag_text(told.flags[0]) ==
        "Une douleur qui empire ou qui réveille la nuit mérite un examen avant tout massage.");
}

TEST_CASE("what a clinician agreed to does not ask for that agreement again") {
  const Advice cleared =
      advice_for(R"("answers": {"pregnancy": {"answer": "yes", "cleared": true}})");
  CHECK(french().flag_text(cleared.flags[0]) ==
        "Vous êtes enceinte, ou avez accouché il y a moins de six semaines. Avec l’accord d’un "
        "professionnel de la santé\u00a0: "
        "léger seulement. Enceinte, vous êtes installée sur le côté.");
}

TEST_CASE(
    "what to do at home is gentle on a recent injury, and keeps a ball from under a numb foot") {
  const auto care = [](std::string_view members) {
    const Advice advice = advice_for(members);
    return english().self_care(advice, advice.areas.at(0));
  };
  CHECK(
      care(
          R"("marks": [{"region": "hamstring_l", "intensity": 3, "onset": "sudden", "since": "2026-06-06T10:00"}])") ==
      "Move gently, without pain. No roller and no forced stretch there while the injury is under "
      "6 "
      "weeks old. If it is no better, see a physiotherapist.");
  CHECK(
      care(
          R"("marks": [{"region": "hamstring_l", "intensity": 3, "onset": "sudden", "since": "2026-05-01T10:00"}])")
          .starts_with("Move gently, without pain. No roller"));
  CHECK(
      care(
          R"("marks": [{"region": "hamstring_l", "intensity": 3, "onset": "sudden", "since": "2026-04-28T10:00"}])") ==
      english().words().areas[9].self_care);
  CHECK(
      care(
          R"("marks": [{"region": "foot_l", "intensity": 3}], "answers": {"diabetic_numb_feet": "unsure"})") ==
      "Look at the skin of your feet every day. No ball and no roller under a numb foot.");
  CHECK(care(R"("marks": [{"region": "foot_l", "intensity": 3}])") ==
        english().words().areas[4].self_care);
  CHECK(care(R"("marks": [{"region": "foot_l", "intensity": 3, "onset": "sudden"}])") == "");
}

TEST_CASE("what to do at home is gentle while somebody had to agree, and where bones are fragile") {
  const auto care = [](std::string_view members) {
    const Advice advice = advice_for(members);
    return french().self_care(advice, advice.areas.at(0));
  };
  CHECK(
      care(
          R"("marks": [{"region": "calf_l", "intensity": 3}], "answers": {"heart_or_clot": {"answer": "yes", "cleared": true}})") ==
      "Bougez doucement, sans douleur. Ni rouleau ni balle. Pour les exercices, suivez l’avis du "
      "professionnel qui vous suit.");
  CHECK(
      care(
          R"("marks": [{"region": "thoracic_l", "intensity": 3}], "answers": {"mild_osteoporosis": "yes"})") ==
      "Tenez-vous grand, respirez, bougez doucement. Ni torsion ni flexion forcée du dos. Ni "
      "rouleau ni balle.");
  CHECK(
      care(
          R"("marks": [{"region": "quad_l", "intensity": 3}], "answers": {"severe_osteoporosis": {"answer": "yes", "cleared": true}})") ==
      "Tenez-vous grand, respirez, bougez doucement. Ni torsion ni flexion forcée du dos. Ni "
      "rouleau ni balle. Pour les exercices, suivez l’avis du professionnel qui vous suit.");
  CHECK(care(R"("marks": [{"region": "calf_l", "intensity": 3, "quality": "numb"}])") ==
        "Bougez doucement, sans douleur. Rien d’appuyé sur un endroit engourdi.");
}

TEST_CASE("of left and right the one that must be spared speaks, and an avoided side is named") {
  const auto lines = [](std::string_view members) {
    std::string out;
    for (const Phrases::CareLine& line : french().self_care_lines(advice_for(members)))
      out.append(line.text).append("\n");
    return out;
  };
  CHECK(
      lines(
          R"("marks": [{"region": "calf_l", "intensity": 3}, {"region": "calf_r", "intensity": 3, "onset": "sudden", "since": "2026-06-09T10:00"}])") ==
      "Bougez doucement, sans douleur. Ni rouleau ni étirement forcé à cet endroit tant que la "
      "blessure a moins de 6\u00a0semaines. Si ça ne va pas mieux, voyez un physiothérapeute. À "
      "droite, rien d’appuyé.\n");
  CHECK(
      lines(
          R"("marks": [{"region": "calf_l", "intensity": 3}, {"region": "calf_r", "intensity": 3}], "answers": {"bruise": {"answer": "yes", "regions": ["calf_l"]}})") ==
      "Rouleau d’automassage sur le mollet, sans forcer, une minute environ. Puis des montées "
      "lentes sur la pointe des pieds. À gauche, rien d’appuyé.\n");
}

TEST_CASE("a recent injury is spared for whole weeks, and never for less than its rule says") {
  Knowledge knowledge = french().knowledge();
  knowledge.rules.sudden_moderate_hours = 1009;
  const Advice advice = advice_for(
      R"("marks": [{"region": "calf_l", "intensity": 3, "onset": "sudden", "since": "2026-06-03T10:00"}])");
  CHECK(Phrases(knowledge, french().words())
            .self_care(advice, advice.areas.at(0))
            .find("moins de 7\u00a0semaines") != std::string::npos);
}

TEST_CASE("an injury that is still recent is not stretched by the massage therapist either") {
  const auto stretched = [](std::string_view since) {
    const Advice advice = advice_for(
        std::string(
            R"("marks": [{"region": "hamstring_l", "intensity": 3, "onset": "sudden", "since": ")")
            .append(since)
            .append("\"}]"));
    const std::vector<TechniqueId> asked = french().techniques(advice.areas.at(0));
    return std::any_of(asked.begin(), asked.end(), [](TechniqueId id) {
      return knowledge().techniques[id.value].id == "assisted_stretch";
    });
  };
  CHECK_FALSE(stretched("2026-05-20T10:00"));
  CHECK(stretched("2026-04-28T10:00"));
}

TEST_CASE("deep work is waited for only where it can come, and is promised until a limit follows") {
  const auto note = [](std::string_view members) {
    const Advice advice = advice_for(members);
    return french().area_note(advice, advice.areas.at(0));
  };
  const std::string sore =
      R"("marks": [{"region": "calf_l", "intensity": 6, "onset": "after_run", "since": "2026-06-09T10:00"}])";
  CHECK(note(sore) ==
        "Le massage profond attend que la courbature redescende à 4\u00a0sur\u00a010 ou moins.");
  CHECK(note(sore + R"(, "massage": {"experience": "first"})") ==
        "En douceur tant que c’est aussi sensible.");
  CHECK(note(sore + R"(, "answers": {"cancer": {"answer": "yes", "cleared": true}})") ==
        "Des gestes légers seulement, ici.");
  const auto verdict = [](std::string_view members) {
    return french().verdict(advice_for(members));
  };
  CHECK(
      verdict(
          R"("marks": [{"region": "quad_l", "intensity": 2}], "day": "2026-06-10", "runs": {"last_hard_end": "2026-06-10T07:00"}, "races": [{"date": "2026-06-14"}])") ==
      "Rien ne s’oppose à un massage léger. Profond possible le 11\u00a0juin.");
}

TEST_CASE(
    "a mark that is avoided is no reason for the days, and an effort without a day is asked") {
  const auto reason = [](std::string_view members) {
    return french().verdict_reason(advice_for(members), given(members));
  };
  CHECK(
      reason(
          R"("marks": [{"region": "abdomen", "intensity": 3, "quality": "sore", "onset": "after_run", "since": "2026-06-09T10:00"}, {"region": "neck", "intensity": 3}])") ==
      "Rien ne presse\u00a0: un des premiers jours fera l’affaire.");
  CHECK(reason(R"("marks": [{"region": "quad_l", "intensity": 4, "onset": "after_run"}])") ==
        "Dans deux à trois jours, à moins que vous disiez le jour de l’effort.");
  CHECK(reason(R"("screened": false)") ==
        "Sans ces réponses, on ne sait pas si un massage convient.");
  CHECK(
      french().verdict(advice_for(
          R"("marks": [{"region": "abdomen", "intensity": 2}], "answers": {"cancer": {"answer": "yes", "cleared": true}})")) ==
      "Pas de massage à cet endroit. Ailleurs, un massage léger est possible.");
}

TEST_CASE("each rule names its own race") {
  const Intake intake = given(
      R"("races": [{"date": "2026-06-10"}, {"date": "2026-06-17"}], "massage": {"experience": "first"})");
  const Advice advice = advise(knowledge(), {}, intake);
  CHECK(french().day_reasons(advice, advice.timing->days[1], intake) ==
        std::vector<std::string>{
            "Moins de trois jours avant ou après la course du 10\u00a0juin\u00a0: léger seulement.",
            "Soixante minutes au plus, et rien de nouveau si près d’une course.",
            "Premier massage et course le 17\u00a0juin\u00a0: modéré au plus."});
}

TEST_CASE("the day after a race it is not still coming") {
  const Intake intake = given(R"("races": [{"date": "2026-06-09"}], "marks": [])");
  const Advice advice = advise(knowledge(), {}, intake);
  std::string all;
  for (const BenefitAdvice& each : advice.benefits)
    for (const Fact& fact : each.why)
      all.append(french().fact(each.benefit, fact, intake)).append("\n");
  CHECK(all.find("Votre course vient d’avoir lieu\u00a0: le calme compte plus\n") !=
        std::string::npos);
  CHECK(all.find("toute proche") == std::string::npos);
}

TEST_CASE("the first open days are no promise of pressure where every day is light") {
  const Advice advice = advice_for(R"("answers": {"cancer": {"answer": "yes", "cleared": true}})");
  std::string all;
  for (const TraceEntry& entry : advice.trace) all.append(french().effect(entry)).append("\n");
  CHECK(all.find("Premiers jours qu’on peut réserver\u00a0: du 10 au 12\u00a0juin.\n") !=
        std::string::npos);
  CHECK(all.find("ne limite pas") == std::string::npos);
}

TEST_CASE("a session of the block says why it is there, what is left out why it is not") {
  Business business;
  business.holidays = {day("2026-07-06")};
  const Intake intake = given(
      R"("day": "2026-06-10", "block_days": ["2026-06-01", "2026-06-30", "2026-07-01", "2026-07-06"],
         "races": [{"date": "2026-07-05"}, {"date": "2026-07-10"}])");
  const Block block = *advise(knowledge(), business, intake).block;
  std::string french_words, english_words;
  for (const BlockSession& session : block.sessions)
    for (const SessionReason& reason : session.reasons) {
      french_words.append(french().session_reason(reason)).append("\n");
      english_words.append(english().session_reason(reason)).append("\n");
    }
  for (const LeftOut& left_out : block.left_out) {
    french_words.append(french().left_out(left_out)).append("\n");
    english_words.append(english().left_out(left_out)).append("\n");
  }
  CHECK(french_words ==
        "Prochaine séance\n"
        "Jour que vous avez choisi\n"
        "Avant la course du 5\u00a0juillet\n"
        "Avant la course du 10\u00a0juillet\n"
        "Après la course du 5\u00a0juillet\n"
        "Après la course du 10\u00a0juillet\n"
        "Le lundi 1er\u00a0juin\u00a0: avant la prochaine séance, ou après la fin du bloc.\n"
        "Le mercredi 1er\u00a0juillet\u00a0: à moins de 5\u00a0jours d’une autre séance.\n"
        "Le lundi 6\u00a0juillet\u00a0: fermé.\n");
  CHECK(english_words ==
        "The next session\n"
        "The day that you chose\n"
        "Before the race on July\u00a05\n"
        "Before the race on July\u00a010\n"
        "After the race on July\u00a05\n"
        "After the race on July\u00a010\n"
        "Monday, June\u00a01: before the next session, or after the end of the block.\n"
        "Wednesday, July\u00a01: less than 5 days from another session.\n"
        "Monday, July\u00a06: closed.\n");
  const Intake crowded = given(
      R"("day": "2026-06-10", "block_days": ["2026-07-03"], "races": [{"date": "2026-07-05"}])");
  const Block full = *advise(knowledge(), {}, crowded).block;
  REQUIRE(full.left_out.size() == 1);
  CHECK(french().left_out(full.left_out[0]) ==
        "Avant la course du 5\u00a0juillet\u00a0: aucun jour ouvert à 5\u00a0jours au moins d’une "
        "autre séance.");
}

TEST_CASE("what several signs ask for is said once") {
  const std::string message = french().safety_message(advice_for(
      R"("marks": [{"region": "calf_l", "intensity": 3}], "answers": {"bruise": "yes", "open_skin": "yes"})"));
  CHECK(
      message ==
      "Le massage est possible, sauf aux endroits indiqués. Montrez l’endroit au massothérapeute. "
      "Si le bleu grandit, appelez le\u00a0811.");
}

TEST_CASE("what began lately has its date, what began long ago the unit that people use for it") {
  const Moment now = given().now;
  const auto ago = [&](int days_before) { return french().ago(now - days(days_before), now); };
  CHECK(ago(0) == "le 10\u00a0juin");
  CHECK(ago(9) == "le 1er\u00a0juin");
  CHECK(english().ago(now - days(13), now) == "on May\u00a028");
  CHECK(ago(14) == "il y a 2\u00a0semaines");
  CHECK(ago(60) == "il y a 8\u00a0semaines");
  CHECK(ago(61) == "il y a 2\u00a0mois");
  CHECK(ago(729) == "il y a 23\u00a0mois");
  CHECK(ago(730) == "il y a 2\u00a0ans");
}

TEST_CASE(
    "a benefit says why in its own terms, and that soreness was measured only of the one after a "
    "run") {
  const Intake intake = given(
      R"("marks": [{"region": "calf_l", "intensity": 5, "quality": "sore", "onset": "after_run"},
      {"region": "soleus_l", "intensity": 4, "quality": "sore", "onset": "gradual"},
      {"region": "knee_back_r", "intensity": 3, "quality": "stiff"}])");
  const Advice advice = advise(knowledge(), {}, intake);
  std::string all;
  for (const BenefitAdvice& each : advice.benefits)
    for (const Fact& fact : each.why)
      all.append(english().fact(each.benefit, fact, intake)).append("\n");
  CHECK(all.find("Upper calf, left: 5/10, soreness; on soreness, an effect was measured\n") !=
        std::string::npos);
  CHECK(all.find("Back of the knee, right: 3/10, stiffness\n") != std::string::npos);
  CHECK(all.find("Lower calf, left: 4/10, soreness\n") != std::string::npos);
  CHECK(all.find("Back of the knee, right: 3/10, stiffness; on soreness") == std::string::npos);
  CHECK(all.find("Upper calf, left: 5/10, soreness; a place that it feels good to relax\n") !=
        std::string::npos);
}

TEST_CASE("a key that does not exist shows itself") {
  CHECK(english().text("phrases.no.such") == "phrases.no.such");
}

}  // namespace
}  // namespace advisor
