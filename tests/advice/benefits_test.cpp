// docs/rules.md, Which benefits, in which order.
#include <catch_amalgamated.hpp>

#include "fixtures/library.h"

namespace advisor {
namespace {

using namespace advisor::test;

std::string benefits(std::string_view members) { return benefits_in_words(advice_for(members)); }

TEST_CASE("a mark speaks for its region's benefits, 1.0, 0.6 and 0.3 times its intensity") {
  CHECK(benefits(R"("marks": [{"region": "calf_l", "intensity": 5, "quality": "sore"}])") ==
        "soreness_relief 1000, flexibility 600, relaxation 300");
  CHECK(benefits(R"("marks": [{"region": "knee_front_l", "intensity": 1}])") ==
        "flexibility 1000, relaxation 600");
}

TEST_CASE("soreness after a run within 168 hours adds half its intensity to soreness relief") {
  CHECK(
      benefits(
          R"("marks": [{"region": "soleus_l", "intensity": 4, "onset": "after_run", "since": "2026-06-03T10:00"}])") ==
      "soreness_relief 1000, flexibility 909, relaxation 273");
  CHECK(benefits(R"("marks": [{"region": "soleus_l", "intensity": 4, "onset": "after_run"}])") ==
        "flexibility 1000, soreness_relief 600, relaxation 300");
}

TEST_CASE("tight and stiff add 0.3 times the intensity to flexibility, other qualities nothing") {
  CHECK(
      benefits(
          R"("marks": [{"region": "calf_l", "intensity": 10, "quality": "tight"}], "answers": {"severe_unexplained": "no"})") ==
      "");
  CHECK(benefits(R"("marks": [{"region": "calf_l", "intensity": 5, "quality": "stiff"}])") ==
        "flexibility 1000, relaxation 333");
  CHECK(benefits(R"("marks": [{"region": "calf_l", "intensity": 5, "quality": "sore"}])") ==
        "soreness_relief 1000, flexibility 600, relaxation 300");
}

TEST_CASE("an old injury adds 1.0 to recovery, once") {
  CHECK(
      benefits(
          R"("marks": [{"region": "calf_l", "intensity": 5, "onset": "sudden", "since": "2026-05-10"},
                              {"region": "calf_r", "intensity": 5, "onset": "sudden", "since": "2026-05-10"}])") ==
      "injury_recovery 1000, flexibility 600, relaxation 300");
}

TEST_CASE("ties keep the order of the knowledge base") {
  CHECK(benefits(R"("goals": ["relaxation", "circulation", "injury_prevention"])") ==
        "relaxation 1000, injury_prevention 500, circulation 500");
}

TEST_CASE(
    "a race near the first day adds to relaxation and halves flexibility, after all but the "
    "goals") {
  const std::string marks =
      R"("marks": [{"region": "foot_l", "intensity": 5, "quality": "tight"}])";
  CHECK(benefits(marks) == "flexibility 1000, relaxation 462");
  // flexibility (100 + 30) / 2 = 65; relaxation 60 + 100.
  CHECK(benefits(marks + R"(, "races": [{"date": "2026-06-12"}])") ==
        "relaxation 1000, flexibility 406");
  CHECK(benefits(marks + R"(, "races": [{"date": "2026-06-13"}])") ==
        "flexibility 1000, relaxation 462");
  CHECK(benefits(marks + R"(, "races": [{"date": "2026-06-08"}, {"date": "2026-06-12"}])") ==
        "relaxation 1000, flexibility 406");
  // The goal comes after the halving: 65 + 100.
  CHECK(benefits(marks + R"(, "races": [{"date": "2026-06-12"}], "goals": ["flexibility"])") ==
        "flexibility 1000, relaxation 970");
}

TEST_CASE("building and peak weeks add 0.2 to prevention, other phases nothing") {
  CHECK(benefits(R"("phase": "build")") == "relaxation 1000, injury_prevention 400");
  CHECK(benefits(R"("phase": "peak")") == "relaxation 1000, injury_prevention 400");
  CHECK(benefits(R"("phase": "taper")") == "relaxation 1000");
}

TEST_CASE("nothing marked is a massage for its own sake") {
  CHECK(benefits("") == "relaxation 1000");
}

TEST_CASE("an avoided area speaks for nothing") {
  CHECK(
      benefits(
          R"("marks": [{"region": "calf_l", "intensity": 5, "onset": "sudden", "quality": "tight"}])") ==
      "");
  CHECK(
      benefits(
          R"("marks": [{"region": "chest", "intensity": 5, "onset": "after_run", "since": "2026-06-09T10:00"}])") ==
      "");
}

TEST_CASE("every benefit has the facts that put it there, and they add up") {
  const Advice advice = advice_for(R"("marks": [
      {"region": "calf_l", "intensity": 5, "quality": "tight", "onset": "after_run", "since": "2026-06-09T10:00"},
      {"region": "foot_r", "intensity": 6, "onset": "sudden", "since": "2026-05-01"}],
      "races": [{"date": "2026-06-12"}], "phase": "peak", "goals": ["flexibility", "circulation"])");
  REQUIRE(advice.benefits.size() == 6);
  for (const BenefitAdvice& entry : advice.benefits) {
    int sum = 0;
    for (const Fact& fact : entry.why) sum += fact.points;
    INFO(knowledge().benefits[entry.benefit.value].id);
    CHECK_FALSE(entry.why.empty());
    CHECK(sum == entry.points);
  }
}

TEST_CASE("a goal told twice adds twice and is said once") {
  const Advice advice = advice_for(R"("goals": ["circulation", "circulation"])");
  REQUIRE(advice.benefits.size() == 2);
  CHECK(benefits_in_words(advice) == "circulation 1000, relaxation 500");
  CHECK(advice.benefits[0].why.size() == 1);
}

TEST_CASE(
    "soreness and injuries are not promised to who has neither, unless it is a goal, and the trace "
    "says so") {
  const auto ids = [](std::string_view members) {
    std::string all;
    for (const BenefitAdvice& benefit : advice_for(members).benefits)
      all.append(knowledge().benefits[benefit.benefit.value].id).append(" ");
    return all;
  };
  const std::string stiff =
      R"("marks": [{"region": "hamstring_l", "intensity": 4, "quality": "stiff", "onset": "gradual"}])";
  CHECK(ids(stiff) == "flexibility ");
  CHECK(ids(stiff + R"(, "goals": ["injury_recovery"])") == "injury_recovery flexibility ");
  CHECK(ids(R"("marks": [{"region": "hamstring_l", "intensity": 4, "quality": "sore"}])") ==
        "flexibility soreness_relief ");
  CHECK(
      ids(R"("marks": [{"region": "hamstring_l", "intensity": 4, "onset": "sudden", "since": "2026-06-06"}])") ==
      "flexibility injury_recovery ");
  CHECK(ids(R"("marks": [{"region": "hamstring_l", "intensity": 4, "quality": "stiff"},
      {"region": "calf_l", "intensity": 2, "quality": "sore"}], "answers": {"bruise": {"answer": "yes", "regions": ["calf_l"]}})") ==
        "flexibility ");
  const Advice advice = advice_for(stiff);
  CHECK(std::any_of(advice.trace.begin(), advice.trace.end(), [](const TraceEntry& e) {
    return e.rule == Rule::kLeftOut && e.benefit == benefit("soreness_relief");
  }));
}

}  // namespace
}  // namespace advisor
