// The note for the therapist.
#include <catch_amalgamated.hpp>

#include "booking/summary.h"
#include "fixtures/library.h"

namespace advisor {
namespace {

using namespace advisor::test;

std::string summary(Language language, std::string_view members) {
  const Library& all = library(language);
  const Intake intake = given(members);
  return summary_for_therapist(all.knowledge, all.words, intake, advise(all.knowledge, Business{}, intake));
}

TEST_CASE("the summary names areas with side, intensity and quality, what to avoid, day, length, pressure, race and run") {
  const char* told = R"("marks": [{"region": "calf_l", "intensity": 4, "quality": "tight"}, {"region": "neck", "intensity": 2},
      {"region": "foot_r", "intensity": 3}], "races": [{"date": "2026-07-05"}, {"date": "2026-06-21"}],
      "runs": {"last_hard_end": "2026-06-07T09:00"}, "answers": {"open_skin": {"answer": "yes", "regions": ["foot_r"]}})";
  const Library& all = library(Language::kFrench);
  const std::string flag_text = all.words.flags[flag("open_skin").value].text;
  CHECK(summary(Language::kFrench, told) ==
        "Mot pour le thérapeute\n"
        "Haut du mollet, à gauche\u00a0: 4/10, tension\n"
        "Nuque\u00a0: 2/10\n"
        "À éviter\u00a0: pied droit\n"
        "À savoir\u00a0: " + flag_text + "\n"
        "Jour souhaité\u00a0: mardi 16\u00a0juin\n"
        "Durée\u00a0: 60\u00a0min\n"
        "Pression\u00a0: pression au choix\n"
        "Course\u00a0: dimanche 21\u00a0juin\n"
        "Course\u00a0: dimanche 5\u00a0juillet\n"
        "Dernière sortie dure\u00a0: dimanche 7\u00a0juin\n" +
        all.words.text("phrases.summary.disclaimer").other);
}

TEST_CASE("the summary is in the session's language") {
  CHECK(summary(Language::kEnglish, R"("marks": [{"region": "calf_l", "intensity": 4, "quality": "tight"}])")
            .starts_with("Note for the therapist\nUpper calf, left: 4/10, tightness\nPreferred day: Wednesday, June\u00a010\n"));
}

TEST_CASE("at clinician_first and above there is no summary") {
  CHECK(summary(Language::kFrench, R"("answers": {"cancer": "yes"})") == "");
}

}  // namespace
}  // namespace advisor
