// Another sport's knowledge base loads and advises without a line of C++ changed.
#include <catch_amalgamated.hpp>

#include "fixtures/library.h"

namespace advisor {
namespace {

const Library& cyclist() {
  static const Library library = [] {
    Result<Library> loaded =
        load_library(test::project_file("tests/fixtures/cyclist/knowledge.json"),
                     test::project_file("tests/fixtures/cyclist/words.en.json"),
                     test::project_file("tests/fixtures/cyclist/site.json"));
    if (!loaded) FAIL(one_line(loaded.error()));
    return std::move(loaded).value();
  }();
  return library;
}

std::string answered(std::string_view intake) {
  bool ok = false;
  std::string text = answer(cyclist(), intake, {}, &ok);
  CHECK(ok);
  return text;
}

TEST_CASE("a cyclist's knowledge base has its own regions, paired and single") {
  const Knowledge& knowledge = cyclist().knowledge;
  REQUIRE(knowledge.regions.size() == 4);
  CHECK(knowledge.regions[0].id == "hand_l");
  CHECK(knowledge.regions[1].id == "hand_r");
  CHECK(knowledge.regions[2].id == "back");
  CHECK(knowledge.regions[3].id == "helmet");
  CHECK(cyclist().site.business.lengths_minutes == std::vector{30, 45});
}

TEST_CASE("a cyclist is advised by the cyclist's rules") {
  const std::string text = answered(R"({"version": 1, "now": "2026-06-10T10:00", "screened": true,
      "marks": [{"region": "back", "intensity": 4, "quality": "tight", "onset": "sudden", "since": "2026-04-01"}, {"region": "hand_l", "intensity": 6},
                {"region": "helmet", "intensity": 1}],
      "races": [{"date": "2026-06-15"}], "goals": ["warm_hands"]})");
  const auto holds = [&](std::string_view part) {
    INFO(part);
    CHECK(text.find(part) != std::string::npos);
  };
  holds(
      R"("areas":[{"region":"hand_l","label":"Hand, left","intensity":6,"pressure":"moderate","cap":"moderate","avoid":false,"techniques":[{"id":"stroke","label":"stroke"},{"id":"knead","label":"knead"}])");
  holds(
      R"({"region":"back","label":"Back","intensity":4,"pressure":"deep","cap":"deep","avoid":false,"techniques":[{"id":"dig","label":"dig"},{"id":"stroke","label":"stroke"}])");
  holds(
      R"({"region":"helmet","label":"Head","intensity":1,"pressure":"none","cap":"none","avoid":true)");
  // warm_hands 120 + 48 + 60, looser_back 80 + 24.
  holds(
      R"("benefits":[{"id":"warm_hands","title":"Warm hands","explanation":"They may be.","score":1,)");
  holds(R"({"id":"looser_back","title":"A looser back","explanation":"It may.","score":0.456,)");
  holds(
      R"({"date":"2026-06-13","pressure":"deep","ideal":true,"reasons":[]},{"date":"2026-06-14","pressure":"none","ideal":false,"reasons":["R1","R3","R14"]})");
  holds(R"("ideal":["2026-06-12","2026-06-13"])");
  holds(
      R"("session":{"day":"2026-06-12","minutes":45,"pressure":"deep","focus":["hand_l","back"]})");
  holds(R"("url":"https://book.example/go?s=long&d=2026-06-12&m=45")");
}

TEST_CASE("a cyclist who crashed is sent for help, in the cyclist's words") {
  const std::string text = answered(
      R"({"version": 1, "now": "2026-06-10T10:00", "marks": [], "screened": true, "answers": {"crash": "yes"}})");
  CHECK(
      text.find(
          R"("safety":{"level":"emergency","flags":[{"id":"crash","level":"emergency","text":"A crash comes first."}],"unanswered":[],"message":"Get help. A crash comes first. Call for help. Unlock your door. Show this."})") !=
      std::string::npos);
}

}  // namespace
}  // namespace advisor
