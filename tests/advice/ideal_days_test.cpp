// docs/rules.md, Ideal days, and the session that follows from them.
#include <catch_amalgamated.hpp>

#include "advice/session_advice.h"
#include "fixtures/library.h"

namespace advisor {
namespace {

using namespace advisor::test;

std::string ideal(std::string_view members, std::string_view now = "2026-06-10T10:00") {
  return dates(advice_for(members, now).timing->ideal);
}

TEST_CASE("before a race, five and four days; for a first massage ten to seven") {
  CHECK(ideal(R"("races": [{"date": "2026-06-21"}])") == "2026-06-16, 2026-06-17");
  CHECK(ideal(R"("races": [{"date": "2026-06-21"}], "massage": {"experience": "first"})") ==
        "2026-06-11, 2026-06-12, 2026-06-13, 2026-06-14");
}

TEST_CASE(
    "after a race, three to five days up to 21.1 km, four to seven beyond or when nobody knows") {
  CHECK(ideal(R"("races": [{"date": "2026-06-09", "distance_km": 21.1}])") ==
        "2026-06-12, 2026-06-13, 2026-06-14");
  CHECK(ideal(R"("races": [{"date": "2026-06-09", "distance_km": 21.2}])") ==
        "2026-06-13, 2026-06-14, 2026-06-15, 2026-06-16");
  CHECK(ideal(R"("races": [{"date": "2026-06-09"}])") ==
        "2026-06-13, 2026-06-14, 2026-06-15, 2026-06-16");
}

TEST_CASE("days that suit two races come before days that suit one") {
  CHECK(ideal(R"("races": [{"date": "2026-06-09", "distance_km": 10}, {"date": "2026-06-17"}])") ==
        "2026-06-12, 2026-06-13");
}

TEST_CASE("sets that touch are one run of days") {
  CHECK(ideal(R"("races": [{"date": "2026-06-09", "distance_km": 10}, {"date": "2026-06-20"}])") ==
        "2026-06-12, 2026-06-13, 2026-06-14, 2026-06-15, 2026-06-16");
}

TEST_CASE("soreness gives its days when no race has any in the next two weeks") {
  const char* sore =
      R"("marks": [{"region": "quad_l", "intensity": 3, "onset": "after_run", "since": "2026-06-09T10:00"}])";
  CHECK(ideal(sore) == "2026-06-11, 2026-06-12");
  CHECK(ideal(std::string(sore).append(R"(, "races": [{"date": "2026-06-28"}])")) ==
        "2026-06-23, 2026-06-24");
  CHECK(ideal(std::string(sore).append(R"(, "races": [{"date": "2026-06-29"}])")) ==
        "2026-06-11, 2026-06-12");
}

TEST_CASE("of several sore marks the latest effort gives the days") {
  CHECK(ideal(R"("marks": [
      {"region": "quad_l", "intensity": 3, "onset": "after_run", "since": "2026-06-09T10:00"},
      {"region": "quad_r", "intensity": 6, "onset": "after_run", "since": "2026-06-08T10:00"}])") ==
        "2026-06-11, 2026-06-12");
}

TEST_CASE("with no set, the first three days that allow the most of the coming week") {
  CHECK(ideal("") == "2026-06-10, 2026-06-11, 2026-06-12");
  CHECK(ideal(R"("massage": {"last_deep": "2026-06-10"})") == "2026-06-15, 2026-06-16, 2026-06-17");
  CHECK(ideal(R"("runs": {"next_hard": "2026-06-11"})") == "2026-06-12, 2026-06-13, 2026-06-14");
}

TEST_CASE("a race whose days lie outside the horizon is no set") {
  CHECK(ideal(R"("races": [{"date": "2026-12-06"}])") == "2026-06-10, 2026-06-11, 2026-06-12");
  CHECK(ideal(R"("races": [{"date": "2026-01-06"}])") == "2026-06-10, 2026-06-11, 2026-06-12");
}

TEST_CASE("a closed day is never ideal") {
  Business business;
  business.holidays = {day("2026-06-16")};
  const Advice advice =
      advise(knowledge(), business, given(R"("races": [{"date": "2026-06-21"}])"));
  CHECK(dates(advice.timing->ideal) == "2026-06-17");
}

TEST_CASE("where the whole first week is closed, the session is on the first day that is open") {
  Business business;
  for (int i = 0; i < 7; ++i) business.holidays.push_back(day("2026-06-10") + days(i));
  const Advice week = advise(knowledge(), business, given(""));
  CHECK(week.timing->ideal.empty());
  CHECK(week.session->day == day("2026-06-17"));
  CHECK(week.session->pressure == Pressure::kDeep);

  Business saturdays;
  saturdays.open = {false, false, false, false, false, true, false};
  saturdays.holidays = {day("2026-06-13")};
  CHECK(advise(knowledge(), saturdays, given("")).session->day == day("2026-06-20"));
}

TEST_CASE("the session is on the chosen day, else the first ideal one") {
  CHECK(advice_for(R"("races": [{"date": "2026-06-21"}])").session->day == day("2026-06-16"));
  const Advice chosen = advice_for(R"("races": [{"date": "2026-06-21"}], "day": "2026-06-20")");
  CHECK(chosen.session->day == day("2026-06-20"));
  CHECK(chosen.session->pressure == Pressure::kLight);
}

TEST_CASE("minutes follow the areas, left and right of one being one, avoided ones being none") {
  const auto minutes = [](std::string_view members) {
    return advice_for(members).session->minutes;
  };
  CHECK(minutes("") == 60);
  CHECK(minutes(
            R"("marks": [{"region": "calf_l", "intensity": 1}, {"region": "calf_r", "intensity": 1},
                             {"region": "quad_l", "intensity": 1}])") == 60);
  const std::string three =
      R"("marks": [{"region": "calf_l", "intensity": 1}, {"region": "quad_r", "intensity": 1},
                               {"region": "glute_l", "intensity": 1})";
  CHECK(minutes(three + "]") == 75);
  CHECK(
      minutes(
          three +
          R"(, {"region": "foot_r", "intensity": 1, "onset": "sudden"}, {"region": "abdomen", "intensity": 1}])") ==
      75);
  CHECK(minutes(three +
                R"(, {"region": "foot_l", "intensity": 1}, {"region": "neck", "intensity": 1}])") ==
        90);
  CHECK(minutes(three + R"(], "races": [{"date": "2026-06-11"}], "day": "2026-06-10")") == 60);
}

TEST_CASE("a session is as firm as its firmest area, and says when that is less than its day") {
  const auto pressure = [](std::string_view members) {
    return advice_for(members).session->pressure;
  };
  CHECK(pressure(R"("marks": [{"region": "neck", "intensity": 4}])") == Pressure::kLight);
  CHECK(
      pressure(
          R"("marks": [{"region": "neck", "intensity": 4}, {"region": "calf_l", "intensity": 1}])") ==
      Pressure::kDeep);
  CHECK(
      pressure(
          R"("marks": [{"region": "calf_l", "intensity": 4}], "massage": {"experience": "first"})") ==
      Pressure::kModerate);
  CHECK(pressure("") == Pressure::kDeep);
  CHECK(pressure(R"("massage": {"experience": "first"})") == Pressure::kModerate);
  CHECK(pressure(R"("answers": {"mild_osteoporosis": "yes"})") == Pressure::kModerate);
  CHECK(pressure(R"("answers": {"diabetic_numb_feet": "yes"})") == Pressure::kDeep);
  const Advice neck = advice_for(R"("marks": [{"region": "neck", "intensity": 4}])");
  CHECK(neck.session->most == Pressure::kLight);
  CHECK(std::any_of(neck.trace.begin(), neck.trace.end(), [](const TraceEntry& e) {
    return e.rule == Rule::kSessionPressure && e.pressure == Pressure::kLight;
  }));
}

TEST_CASE("a first massage is an hour, however many areas") {
  const Advice advice = advice_for(
      R"("massage": {"experience": "first"}, "marks": [{"region": "calf_l", "intensity": 1},
      {"region": "quad_r", "intensity": 1}, {"region": "glute_l", "intensity": 1}, {"region": "foot_l", "intensity": 1},
      {"region": "neck", "intensity": 1}])");
  CHECK(advice.session->minutes == 60);
}

TEST_CASE("soreness without a date counts as today's, for its ideal days as well") {
  const Advice advice =
      advice_for(R"("marks": [{"region": "quad_r", "intensity": 6, "onset": "after_run"}])");
  CHECK(days_in_words(advice) == "2026-06-10..2026-06-12 light, 2026-06-13..2026-07-07 deep");
  CHECK(dates(advice.timing->ideal) == "2026-06-12, 2026-06-13");
}

TEST_CASE("the last length of the knowledge base serves any number of areas beyond it") {
  Knowledge other = knowledge();
  other.rules.lengths = {{1, 30}, {2, 45}};
  CHECK(
      advise(
          other, {},
          given(
              R"("marks": [{"region": "calf_l", "intensity": 1}, {"region": "quad_r", "intensity": 1},
                                             {"region": "glute_l", "intensity": 1}])"))
          .session->minutes == 45);
}

TEST_CASE("the nearest length that the business offers, the shorter on a tie") {
  CHECK(nearest_length({}, 75) == 75);
  CHECK(nearest_length({60, 90}, 75) == 60);
  CHECK(nearest_length({90, 60}, 75) == 60);
  CHECK(nearest_length({45, 80}, 60) == 45);
  CHECK(nearest_length({30, 120}, 90) == 120);
}

TEST_CASE("cadence follows the phase") {
  const auto cadence = [](std::string_view phase) {
    return advice_for(std::string(R"("phase": ")").append(phase).append("\"")).timing->cadence_days;
  };
  CHECK(cadence("maintenance") == std::array{21, 28});
  CHECK(cadence("build") == std::array{14, 14});
  CHECK(cadence("peak") == std::array{7, 14});
  CHECK(cadence("off") == std::array{21, 28});
  CHECK(cadence("taper") == std::nullopt);
  CHECK(advice_for("").timing->cadence_days == std::nullopt);
}

}  // namespace
}  // namespace advisor
