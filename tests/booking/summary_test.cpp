// The note for the therapist.
#include "booking/summary.h"

#include <catch_amalgamated.hpp>

#include "content/phrases.h"
#include "fixtures/library.h"

namespace advisor {
namespace {

using namespace advisor::test;

std::string summary(Language language, std::string_view members) {
  const Library& all = library(language);
  const Intake intake = given(members);
  return summary_for_therapist(all.knowledge, all.words, intake,
                               advise(all.knowledge, Business{}, intake));
}

TEST_CASE(
    "the note names areas with their own pressure, what to avoid, day, length, pressure, race and "
    "run") {
  const char* told =
      R"("marks": [{"region": "calf_l", "intensity": 4, "quality": "tight"}, {"region": "neck", "intensity": 2},
      {"region": "foot_r", "intensity": 3}], "races": [{"date": "2026-07-05"}, {"date": "2026-06-21"}],
      "runs": {"last_hard_end": "2026-06-07T09:00"}, "answers": {"open_skin": {"answer": "yes", "regions": ["foot_r"]}})";
  const Words& words = library(Language::kFrench).words;
  const std::string deep = Phrases(knowledge(), words).up_to(Pressure::kDeep);
  CHECK(summary(Language::kFrench, told) ==
        "Note pour le massothérapeute\n"
        "Haut du mollet, à gauche\u00a0: 4/10, tension; " +
            deep +
            "\n"
            "Nuque\u00a0: 2/10; léger seulement\n"
            "À éviter\u00a0: pied, à droite\n"
            "J’ai une plaie, ou la peau abîmée\u00a0: pied, à droite.\n"
            "Jour souhaité\u00a0: mardi 16\u00a0juin\n"
            "Durée\u00a0: 60\u00a0min\n"
            "Massage\u00a0: selon la zone\n"
            "Course\u00a0: dimanche 21\u00a0juin\n"
            "Course\u00a0: dimanche 5\u00a0juillet\n"
            "Dernière sortie longue ou intense\u00a0: dimanche 7\u00a0juin\n" +
            words.text("phrases.summary.disclaimer").other);
}

TEST_CASE("one pressure for the whole session is said once more, several only with their areas") {
  const auto pressure = [](std::string_view members) {
    const std::string note = summary(Language::kFrench, members);
    const std::size_t at = note.find("\nMassage\u00a0: ") + 1;
    return note.substr(at, note.find('\n', at) - at);
  };
  CHECK(pressure("") == "Massage\u00a0: pression au choix");
  CHECK(pressure(R"("marks": [{"region": "calf_l", "intensity": 4}])") ==
        "Massage\u00a0: pression au choix");
  CHECK(pressure(R"("marks": [{"region": "neck", "intensity": 4}])") ==
        "Massage\u00a0: léger seulement");
  CHECK(
      pressure(
          R"("marks": [{"region": "calf_l", "intensity": 4}], "massage": {"experience": "first"})") ==
      "Massage\u00a0: modéré au plus");
  CHECK(
      pressure(
          R"("marks": [{"region": "calf_l", "intensity": 4}, {"region": "neck", "intensity": 4}])") ==
      "Massage\u00a0: selon la zone");
}

TEST_CASE("the note is in the session's language") {
  CHECK(summary(Language::kEnglish,
                R"("marks": [{"region": "neck", "intensity": 4, "quality": "tight"}])")
            .starts_with("Note for the massage therapist\nBack of the neck: 4/10, tightness; light "
                         "only\nPreferred day: Wednesday, June\u00a010\n"));
}

bool says(const std::string& note, std::string_view line) {
  return note.find("\n" + std::string(line) + "\n") != std::string::npos;
}

TEST_CASE("an injury is told with its place and when, each on its own line") {
  const std::string note = summary(Language::kFrench, R"("marks": [
      {"region": "hamstring_l", "intensity": 4, "onset": "sudden", "since": "2026-05-06T10:00"},
      {"region": "quad_r", "intensity": 3, "onset": "sudden", "since": "2026-06-02T10:00"},
      {"region": "foot_l", "intensity": 3, "onset": "sudden", "since": "2026-06-09T10:00"},
      {"region": "ankle_l", "intensity": 2, "onset": "sudden"},
      {"region": "calf_l", "intensity": 2, "onset": "sudden", "since": "2026-06-06T10:00"}])");
  INFO(note);
  CHECK(says(
      note,
      "J’ai déjà eu une blessure\u00a0: arrière de la cuisse, à gauche, il y a 5\u00a0semaines."));
  CHECK(
      says(note, "J’ai déjà eu une blessure\u00a0: avant de la cuisse, à droite, le 2\u00a0juin."));
  CHECK(says(note, "J’ai une blessure récente\u00a0: pied, à gauche, le 9\u00a0juin."));
  CHECK(says(note, "J’ai une blessure récente\u00a0: cheville, à gauche, date non précisée."));
  CHECK(says(note,
             "Haut du mollet, à gauche\u00a0: 2/10; léger seulement; blessure, le 6\u00a0juin"));
}

TEST_CASE(
    "a place in the note has its whole name, which keeps its capital where it is a proper noun") {
  const char* told =
      R"("answers": {"bruise": {"answer": "yes", "regions": ["achilles_r", "quad_l"]}},
      "marks": [{"region": "quad_l", "intensity": 3}, {"region": "achilles_r", "intensity": 3}])";
  CHECK(says(summary(Language::kFrench, told),
             "J’ai un bleu\u00a0: tendon d’Achille, à droite et avant de la cuisse, à gauche."));
  CHECK(says(summary(Language::kEnglish, told),
             "I have a bruise: Achilles tendon, right and front of the thigh, left."));
}

TEST_CASE(
    "what is not certain, what a clinician agreed to and a place that was not told are said as "
    "such") {
  CHECK(says(summary(Language::kFrench, R"("answers": {"oil_allergy": "unsure"})"),
             "J’ai une allergie à une huile ou aux noix (sans certitude)."));
  CHECK(says(
      summary(Language::kFrench, R"("answers": {"pregnancy": {"answer": "yes", "cleared": true}})"),
      "J’attends un enfant, ou j’ai accouché il y a moins de six semaines; un professionnel de la "
      "santé a accepté le massage."));
  CHECK(says(summary(Language::kEnglish, R"("answers": {"bruise": "yes"})"),
             "I have a bruise: place not given."));
}

TEST_CASE("at clinician_first and above there is no summary") {
  CHECK(summary(Language::kFrench, R"("answers": {"cancer": "yes"})") == "");
}

}  // namespace
}  // namespace advisor
