// docs/rules.md, Safety.
#include <catch_amalgamated.hpp>

#include "fixtures/library.h"

namespace advisor {
namespace {

using namespace advisor::test;

std::string safety(std::string_view members) { return safety_in_words(advice_for(members)); }

TEST_CASE("nothing told is clear") { CHECK(safety("") == "clear"); }

TEST_CASE("a yes gives the flag's own level, at each level") {
  CHECK(safety(R"("answers": {"chest_pain": "yes"})") == "emergency: chest_pain");
  CHECK(safety(R"("answers": {"snap": "yes"})") == "urgent: snap");
  CHECK(safety(R"("answers": {"cancer": "yes"})") == "clinician_first: cancer");
  CHECK(safety(R"("answers": {"bruise": {"answer": "yes", "regions": ["calf_l"]}})") ==
        "avoid_area: bruise(calf_l)");
  CHECK(safety(R"("answers": {"oil_allergy": "yes"})") == "tell_therapist: oil_allergy");
}

TEST_CASE("a no raises nothing, cleared or not") {
  CHECK(safety(R"("answers": {"chest_pain": "no", "cancer": {"answer": "no", "cleared": true}})") ==
        "clear");
}

TEST_CASE("unsure of an emergency is urgent, unsure of anything else is its own level") {
  CHECK(safety(R"("answers": {"dark_urine": "unsure"})") == "urgent: dark_urine");
  CHECK(safety(R"("answers": {"hot_red_skin": "unsure"})") == "urgent: hot_red_skin");
  CHECK(safety(R"("answers": {"fever_or_contagious": "unsure"})") ==
        "clinician_first: fever_or_contagious");
  CHECK(safety(R"("answers": {"open_skin": "unsure"})") == "avoid_area: open_skin");
  CHECK(safety(R"("answers": {"mild_osteoporosis": "unsure"})") ==
        "tell_therapist: mild_osteoporosis");
}

TEST_CASE(
    "a clinician's agreement turns clinician_first into tell_therapist, for the six flags that may "
    "be cleared alone") {
  for (const char* id : {"blood_thinner", "cancer", "surgery_or_fracture", "pregnancy",
                         "heart_or_clot", "severe_osteoporosis"}) {
    const std::string yes = std::string(R"("answers": {")")
                                .append(id)
                                .append(R"(": {"answer": "yes", "cleared": true}})");
    CHECK(safety(yes) == std::string("tell_therapist: ").append(id));
    const std::string no =
        std::string(R"("answers": {")").append(id).append(R"(": {"answer": "unsure"}})");
    CHECK(safety(no) == std::string("clinician_first: ").append(id));
  }
  CHECK(safety(R"("answers": {"cancer": {"answer": "unsure", "cleared": true}})") ==
        "tell_therapist: cancer");
  CHECK(safety(R"("answers": {"bone_point_pain": {"answer": "yes", "cleared": true}})") ==
        "clinician_first: bone_point_pain");
  CHECK(safety(R"("answers": {"snap": {"answer": "yes", "cleared": true}})") == "urgent: snap");
}

TEST_CASE("a cleared flag caps every day at light") {
  const Advice advice =
      advice_for(R"("answers": {"pregnancy": {"answer": "yes", "cleared": true}})");
  CHECK(days_in_words(advice) == "2026-06-10..2026-07-07 light");
  CHECK(advice.timing->days[5].reasons == bit(Rule::kR13));
  CHECK(advice.timing->earliest_deep == std::nullopt);
  CHECK(advice.booking_allowed);
}

TEST_CASE("flags come highest level first, then in the order of the knowledge base") {
  CHECK(
      safety(
          R"("answers": {"oil_allergy": "yes", "bruise": "yes", "mild_osteoporosis": "yes", "open_skin": "yes"})") ==
      "avoid_area: open_skin, bruise, mild_osteoporosis, oil_allergy");
}

TEST_CASE("a pain of 8 is unexplained unless an effort of the last 72 hours explains it") {
  const auto mark = [](const char* rest) {
    return std::string(R"("marks": [{"region": "quad_l", "intensity": 8)")
        .append(rest)
        .append("}]");
  };
  CHECK(safety(mark("")) == "clinician_first: severe_unexplained(quad_l)");
  CHECK(safety(mark(R"(, "onset": "gradual", "since": "2026-06-10T09:00")")) ==
        "clinician_first: severe_unexplained(quad_l)");
  CHECK(safety(mark(R"(, "onset": "after_run")")) == "clinician_first: severe_unexplained(quad_l)");
  CHECK(safety(mark(R"(, "onset": "after_run", "since": "2026-06-07T10:00")")) == "clear");
  CHECK(safety(mark(R"(, "onset": "after_run", "since": "2026-06-07T09:59")")) ==
        "clinician_first: severe_unexplained(quad_l)");
  CHECK(safety(R"("marks": [{"region": "quad_l", "intensity": 7}])") == "clear");
  CHECK(safety(R"("answers": {"severe_unexplained": "yes"})") ==
        "clinician_first: severe_unexplained");
}

TEST_CASE("soreness is too long after 168 hours, not at 168") {
  const auto mark = [](const char* since) {
    return std::string(
               R"("marks": [{"region": "quad_l", "intensity": 2, "onset": "after_run", "since": ")")
        .append(since)
        .append(R"("}])");
  };
  CHECK(safety(mark("2026-06-03T10:00")) == "clear");
  CHECK(safety(mark("2026-06-03T09:59")) == "clinician_first: soreness_too_long(quad_l)");
}

TEST_CASE("a sudden injury is acute before 72 hours, or when nobody knows; old from 168 on") {
  const auto mark = [](const char* rest) {
    return std::string(R"("marks": [{"region": "ankle_r", "intensity": 3, "onset": "sudden")")
        .append(rest)
        .append("}]");
  };
  CHECK(safety(mark("")) == "avoid_area: acute_injury(ankle_r)");
  CHECK(safety(mark(R"(, "since": "2026-06-07T10:01")")) == "avoid_area: acute_injury(ankle_r)");
  CHECK(safety(mark(R"(, "since": "2026-06-07T10:00")")) == "clear");
  CHECK(safety(mark(R"(, "since": "2026-06-03T10:01")")) == "clear");
  CHECK(safety(mark(R"(, "since": "2026-06-03T10:00")")) == "tell_therapist: old_injury(ankle_r)");
}

TEST_CASE(
    "a mark on the chest, or a strong or sudden one on the belly, is looked at first; muscles sore "
    "after a run are not") {
  const auto mark = [](const char* region, const char* rest) {
    return std::string(R"("marks": [{"region": ")")
        .append(region)
        .append(R"(", "intensity": )")
        .append(rest)
        .append("}]");
  };
  CHECK(safety(mark("chest", "1")) == "clinician_first: trunk_pain(chest)");
  CHECK(safety(mark("chest", R"(3, "onset": "after_run")")) ==
        "clinician_first: trunk_pain(chest)");
  CHECK(safety(mark("chest", R"(3, "quality": "sore")")) == "clinician_first: trunk_pain(chest)");
  CHECK(safety(mark("chest", R"(7, "onset": "after_run", "quality": "sore")")) == "clear");
  CHECK(safety(mark("abdomen", "4")) == "clear");
  CHECK(safety(mark("abdomen", "5")) == "clinician_first: trunk_pain(abdomen)");
  CHECK(safety(mark("abdomen", R"(1, "onset": "sudden", "since": "2026-06-06T10:00")")) ==
        "clinician_first: trunk_pain(abdomen)");
  CHECK(safety(mark("abdomen", R"(5, "onset": "after_run", "quality": "sore")")) == "clear");
}

TEST_CASE(
    "a knee that blocks waits for a clinician; one that cannot be stood on as well is seen today") {
  CHECK(safety(R"("answers": {"knee_block": "yes"})") == "clinician_first: knee_block");
  CHECK(safety(R"("answers": {"knee_block": "unsure"})") == "clinician_first: knee_block");
  CHECK(safety(R"("answers": {"knee_block": "yes", "cannot_bear_weight": "yes"})") ==
        "urgent: cannot_bear_weight, knee_block");
}

TEST_CASE("stroke signs are asked of everyone: yes is an emergency, unsure is seen today") {
  CHECK(safety(R"("answers": {"stroke_signs": "yes"})") == "emergency: stroke_signs");
  CHECK(safety(R"("answers": {"stroke_signs": "unsure"})") == "urgent: stroke_signs");
}

TEST_CASE("a wart closes its own place and no other") {
  CHECK(
      safety(R"("answers": {"local_skin_infection": {"answer": "yes", "regions": ["foot_r"]}})") ==
      "avoid_area: local_skin_infection(foot_r)");
}

TEST_CASE("the first massage is told to the therapist") {
  CHECK(safety(R"("massage": {"experience": "first"})") == "tell_therapist: first_deep_massage");
  CHECK(safety(R"("massage": {"experience": "regular"})") == "clear");
}

TEST_CASE("an injury of unknown age does not hide another one that is derived") {
  CHECK(safety(R"("marks": [{"region": "foot_l", "intensity": 3, "onset": "sudden"},
                            {"region": "calf_r", "intensity": 3, "onset": "sudden"}])") ==
        "avoid_area: acute_injury(calf_r foot_l)");
}

TEST_CASE(
    "a derived flag that is answered as well speaks of every mark when the answer names none") {
  const Advice advice = advice_for(R"("answers": {"acute_injury": "yes"}, "marks": [
      {"region": "foot_l", "intensity": 3, "onset": "sudden"}, {"region": "calf_r", "intensity": 3}])");
  CHECK(safety_in_words(advice) == "avoid_area: acute_injury");
  CHECK(areas_in_words(advice) == "foot_l avoid, calf_r avoid");
}

TEST_CASE("at clinician_first and above there is nothing but where to turn") {
  for (const char* id : {"cancer", "snap", "collapse"}) {
    const Advice advice =
        advice_for(std::string(R"("marks": [{"region": "calf_l", "intensity": 5}], "answers": {")")
                       .append(id)
                       .append(R"(": "yes"})"));
    CHECK(advice.areas.empty());
    CHECK(advice.benefits.empty());
    CHECK_FALSE(advice.timing);
    CHECK_FALSE(advice.session);
    CHECK_FALSE(advice.booking_allowed);
  }
}

TEST_CASE(
    "booking waits until every question of these marks has an answer, or the screening was shown") {
  CHECK_FALSE(advice_for(R"("screened": false)").booking_allowed);
  CHECK(advice_for(R"("screened": true)").booking_allowed);
  const char* all =
      R"("screened": false, "answers": {"chest_pain": "no", "stroke_signs": "no", "dark_urine": "no", "collapse": "no",
      "fever_or_contagious": "no", "blood_thinner": "no", "cancer": "no", "surgery_or_fracture": "no", "pregnancy": "no",
      "heart_or_clot": "no", "severe_osteoporosis": "no"})";
  CHECK(advice_for(all).booking_allowed);
  CHECK_FALSE(
      advice_for(std::string(all).append(R"(, "marks": [{"region": "calf_l", "intensity": 2}])"))
          .booking_allowed);
}

TEST_CASE("eleven questions apply to everyone, in the order of the knowledge base") {
  std::string asked;
  for (FlagId id : questions_for(knowledge(), {}))
    asked.append(knowledge().flags[id.value].id).append(" ");
  CHECK(asked ==
        "chest_pain stroke_signs dark_urine collapse fever_or_contagious blood_thinner cancer "
        "surgery_or_fracture pregnancy "
        "heart_or_clot severe_osteoporosis ");
}

TEST_CASE("each area asks what its own pain may hide") {
  const auto asks = [](const char* region_id, const char* flag_id) {
    Mark mark;
    mark.region = region(region_id);
    const std::vector<FlagId> questions = questions_for(knowledge(), {mark});
    return std::find(questions.begin(), questions.end(), flag(flag_id)) != questions.end();
  };
  for (const auto& [region_id, flag_id] : {std::pair{"calf_l", "exertional_numbness"},
                                           {"calf_l", "lasting_tingling"},
                                           {"shin_r", "hot_red_skin"},
                                           {"soleus_l", "hot_red_skin"},
                                           {"quad_l", "hot_red_skin"},
                                           {"groin_l", "hot_red_skin"},
                                           {"hip_flexor_r", "hot_red_skin"},
                                           {"knee_front_l", "snap"},
                                           {"knee_front_l", "knee_block"},
                                           {"knee_front_l", "bone_point_pain"},
                                           {"low_back_l", "bone_point_pain"},
                                           {"low_back_l", "bruise"},
                                           {"groin_r", "cannot_bear_weight"},
                                           {"hip_flexor_l", "cannot_bear_weight"},
                                           {"itb_l", "cannot_bear_weight"},
                                           {"groin_l", "testicle_or_hernia"},
                                           {"hip_flexor_l", "testicle_or_hernia"},
                                           {"thoracic_l", "saddle_numbness"},
                                           {"hamstring_r", "saddle_numbness"},
                                           {"shoulder_l", "fluoroquinolone_tendon"},
                                           {"knee_front_r", "fluoroquinolone_tendon"},
                                           {"hamstring_l", "fluoroquinolone_tendon"},
                                           {"achilles_l", "fluoroquinolone_tendon"},
                                           {"foot_r", "local_skin_infection"},
                                           {"foot_l", "diabetic_numb_feet"}}) {
    INFO(region_id << " " << flag_id);
    CHECK(asks(region_id, flag_id));
  }
  CHECK_FALSE(asks("neck", "knee_block"));
  CHECK_FALSE(asks("calf_l", "testicle_or_hernia"));
}

TEST_CASE("every area asks its own questions, and only ones that can be asked") {
  for (std::size_t i = 0; i < knowledge().regions.size(); ++i) {
    Mark mark;
    mark.region = RegionId{static_cast<std::uint8_t>(i)};
    const std::vector<FlagId> questions = questions_for(knowledge(), {mark});
    INFO(knowledge().regions[i].id);
    CHECK(questions.size() > 10);
    for (FlagId id : questions) CHECK(knowledge().flags[id.value].asked);
  }
}

}  // namespace
}  // namespace advisor
