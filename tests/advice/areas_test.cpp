// docs/rules.md, Each marked area.
#include <catch_amalgamated.hpp>

#include "fixtures/library.h"

namespace advisor {
namespace {

using namespace advisor::test;

std::string areas(std::string_view members) { return areas_in_words(advice_for(members)); }

TEST_CASE("areas come strongest first, then in the order of marking") {
  CHECK(
      areas(
          R"("marks": [{"region": "neck", "intensity": 2}, {"region": "knee_front_l", "intensity": 5},
                           {"region": "knee_back_r", "intensity": 2}, {"region": "abdomen", "intensity": 4}])") ==
      "knee_front_l light/light [effleurage], abdomen avoid, neck light/light [effleurage "
      "petrissage], "
      "knee_back_r light/light [effleurage]");
}

TEST_CASE("each region has its own cap") {
  for (const char* id : {"knee_back_l", "knee_front_r", "ankle_l", "achilles_r", "neck"}) {
    INFO(id);
    const Advice advice = advice_for(
        std::string(R"("marks": [{"intensity": 2, "region": ")").append(id).append("\"}]"));
    CHECK(advice.areas[0].cap == Pressure::kLight);
    CHECK(advice.areas[0].reasons == bit(Rule::kRegionCap));
  }
  for (const char* id : {"shin_l", "groin_r", "hip_flexor_l"})
    CHECK(advice_for(
              std::string(R"("marks": [{"intensity": 2, "region": ")").append(id).append("\"}]"))
              .areas[0]
              .cap == Pressure::kModerate);
  for (const char* id : {"calf_l", "soleus_r", "foot_l", "quad_r", "hamstring_l", "itb_r",
                         "glute_l", "low_back_r", "thoracic_l", "shoulder_r"})
    CHECK(advice_for(
              std::string(R"("marks": [{"intensity": 2, "region": ")").append(id).append("\"}]"))
              .areas[0]
              .cap == Pressure::kDeep);
}

TEST_CASE("what is not massaged is avoided") {
  CHECK(
      areas(
          R"("marks": [{"region": "chest", "intensity": 2, "quality": "sore", "onset": "after_run"},
                           {"region": "abdomen", "intensity": 2}])") ==
      "chest avoid, abdomen avoid");
}

TEST_CASE("an avoid_area flag avoids the regions that it names, or every mark when it names none") {
  const std::string marks =
      R"("marks": [{"region": "knee_front_l", "intensity": 3}, {"region": "neck", "intensity": 2}])";
  CHECK(
      areas(marks + R"(, "answers": {"bruise": {"answer": "yes", "regions": ["knee_front_l"]}})") ==
      "knee_front_l avoid, neck light/light [effleurage petrissage]");
  CHECK(areas(marks +
              R"(, "answers": {"bruise": {"answer": "unsure", "regions": ["neck", "neck"]}})") ==
        "knee_front_l light/light [effleurage], neck avoid");
  CHECK(areas(marks + R"(, "answers": {"bruise": "yes"})") == "knee_front_l avoid, neck avoid");
  CHECK(areas(marks + R"(, "answers": {"bruise": {"answer": "yes", "regions": ["calf_l"]}})") ==
        "knee_front_l light/light [effleurage], neck light/light [effleurage petrissage]");
}

TEST_CASE("R9: a sudden injury allows more as it grows old") {
  const auto injured = [](int intensity, const char* since) {
    return areas(
        std::string(R"("marks": [{"region": "hamstring_l", "onset": "sudden", "intensity": )")
            .append(std::to_string(intensity))
            .append(R"(, "since": ")")
            .append(since)
            .append(R"("}])"));
  };
  CHECK(injured(3, "2026-06-07T10:01") == "hamstring_l avoid");
  CHECK(injured(3, "2026-06-07T10:00") == "hamstring_l light/light [effleurage petrissage]");
  CHECK(injured(3, "2026-06-03T10:01") == "hamstring_l light/light [effleurage petrissage]");
  CHECK(
      injured(3, "2026-06-03T10:00") ==
      "hamstring_l moderate/moderate [effleurage petrissage myofascial_release assisted_stretch]");
  CHECK(
      injured(3, "2026-04-29T10:01") ==
      "hamstring_l moderate/moderate [effleurage petrissage myofascial_release assisted_stretch]");
  CHECK(injured(4, "2026-04-29T10:00") ==
        "hamstring_l deep/deep [effleurage petrissage myofascial_release trigger_point "
        "assisted_stretch deep_friction]");
  CHECK(
      injured(5, "2026-04-29T10:00") ==
      "hamstring_l moderate/moderate [effleurage petrissage myofascial_release assisted_stretch]");
}

TEST_CASE("the session's day lowers the pressure, not the cap") {
  const Advice advice = advice_for(
      R"("marks": [{"region": "glute_l", "intensity": 2}], "races": [{"date": "2026-06-12"}], "day": "2026-06-11")");
  CHECK(areas_in_words(advice) == "glute_l light/deep [petrissage]");
  CHECK(advice.areas[0].reasons == (bit(Rule::kR1) | bit(Rule::kR3)));
}

TEST_CASE("R5: soreness of 5 after a run carries the note that deep work waits") {
  const auto waits = [](const char* rest) {
    return advice_for(std::string(R"("marks": [{"region": "quad_l")").append(rest).append("}]"))
        .areas[0]
        .wait_for_soreness;
  };
  CHECK(waits(R"(, "intensity": 5, "onset": "after_run")"));
  CHECK_FALSE(waits(R"(, "intensity": 4, "onset": "after_run")"));
  CHECK_FALSE(waits(R"(, "intensity": 5, "onset": "gradual")"));
  CHECK_FALSE(waits(R"(, "intensity": 5)"));
}

TEST_CASE("R5: while deep work waits, the pressure is at most moderate and the cap stays") {
  const Advice advice =
      advice_for(R"("marks": [{"region": "quad_l", "intensity": 5, "onset": "after_run",
      "since": "2026-06-06T10:00"}])");
  CHECK(areas_in_words(advice) ==
        "quad_l moderate/deep [effleurage petrissage myofascial_release compression]");
  CHECK(advice.areas[0].reasons == bit(Rule::kR5));
  CHECK(advice.session->pressure == Pressure::kModerate);
}

TEST_CASE("R15: a flag caps the areas that it names, or every area, and says so") {
  const std::string feet =
      R"("marks": [{"region": "foot_l", "intensity": 4}, {"region": "ankle_r", "intensity": 3},
                              {"region": "calf_l", "intensity": 2}], "answers": {"diabetic_numb_feet": "yes"})";
  CHECK(areas(feet) ==
        "foot_l light/light [effleurage petrissage], ankle_r light/light [lymphatic effleurage], "
        "calf_l deep/deep [effleurage petrissage myofascial_release trigger_point compression "
        "assisted_stretch]");
  const std::string bones =
      R"("marks": [{"region": "low_back_l", "intensity": 4}, {"region": "thoracic_r", "intensity": 3},
                               {"region": "glute_l", "intensity": 2}], "answers": {"mild_osteoporosis": "unsure"})";
  CHECK(areas(bones) ==
        "low_back_l light/light [effleurage petrissage], thoracic_r light/light [effleurage "
        "petrissage], "
        "glute_l moderate/moderate [compression myofascial_release petrissage]");
  CHECK(
      areas(
          R"("marks": [{"region": "shoulder_l", "intensity": 4}], "massage": {"experience": "first"})") ==
      "shoulder_l moderate/moderate [effleurage petrissage myofascial_release]");
  const Advice advice = advice_for(feet);
  CHECK(advice.areas[0].reasons == bit(Rule::kR15));
  CHECK(advice.areas[0].self_care_of == std::vector{flag("diabetic_numb_feet")});
  CHECK(advice.areas[2].self_care_of.empty());
  const auto told = std::find_if(advice.trace.begin(), advice.trace.end(),
                                 [](const TraceEntry& e) { return e.rule == Rule::kR15; });
  REQUIRE(told != advice.trace.end());
  CHECK(told->region == region("foot_l"));
  CHECK(told->flag == flag("diabetic_numb_feet"));
  CHECK(told->pressure == Pressure::kLight);
}

TEST_CASE(
    "R15 is the knowledge base's: without the caps nothing is capped, with another one another "
    "area is") {
  Knowledge other = knowledge();
  other.flag_caps.clear();
  const Intake intake = given(
      R"("marks": [{"region": "foot_l", "intensity": 4}], "answers": {"diabetic_numb_feet": "yes"})");
  CHECK(advise(other, {}, intake).areas[0].cap == Pressure::kDeep);
  other.flag_caps.push_back({flag("diabetic_numb_feet"), Pressure::kModerate, {}});
  CHECK(advise(other, {}, intake).areas[0].cap == Pressure::kModerate);
}

TEST_CASE("an avoided area still tells its intensity, and nothing else") {
  const Advice advice = advice_for(
      R"("marks": [{"region": "chest", "intensity": 7, "quality": "sore", "onset": "after_run"}])");
  REQUIRE(advice.areas.size() == 1);
  CHECK(advice.areas[0].intensity == 7);
  CHECK(advice.areas[0].pressure == Pressure::kNone);
  CHECK(advice.areas[0].cap == Pressure::kNone);
  CHECK(advice.areas[0].techniques.empty());
  CHECK(advice.session->focus.empty());
}

TEST_CASE("content without a flag for acute injuries does not make one safe") {
  Knowledge other = knowledge();
  for (Flag& flag : other.flags) flag.derivation = Derivation::kNone;
  const Advice advice = advise(other, {}, given(R"("marks": [
      {"region": "calf_l", "intensity": 3, "onset": "sudden"},
      {"region": "foot_l", "intensity": 3, "onset": "sudden", "since": "2026-06-10T09:00"}])"));
  CHECK(advice.level == Level::kClear);
  CHECK(areas_in_words(advice) == "calf_l avoid, foot_l avoid");
}

}  // namespace
}  // namespace advisor
