// Whole advices in both languages as they were last looked at. After a change that is meant:
// ADVISOR_UPDATE_GOLDENS=1 ctest -R booking, then read the difference.
#include <catch_amalgamated.hpp>
#include <cstdlib>

#include "content/names.h"
#include "fixtures/library.h"

namespace advisor {
namespace {

using namespace advisor::test;

TEST_CASE("whole advices are as they were last looked at") {
  for (const char* name :
       {"everything", "half_marathon_in_eleven_days", "nothing_marked", "one_leg_swollen",
        "cleared_and_injured", "not_yet_screened", "bad_input"})
    for (const Language language : {Language::kEnglish, Language::kFrench}) {
      const std::string base = std::string("tests/fixtures/goldens/").append(name);
      const std::string golden = base + "." + std::string(name_of(language)) + ".json";
      const std::string text =
          answer(library(language), project_file(base + ".intake.json"), {true}, nullptr) + "\n";
      if (std::getenv("ADVISOR_UPDATE_GOLDENS")) write_project_file(golden, text);
      INFO(golden);
      CHECK(text == project_file(golden));
    }
}

}  // namespace
}  // namespace advisor
