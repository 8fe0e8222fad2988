// docs/rules.md, Times and What a day allows.
#include <catch_amalgamated.hpp>

#include "fixtures/library.h"

namespace advisor {
namespace {

using namespace advisor::test;

std::string days(std::string_view members, std::string_view now = "2026-06-10T10:00") {
  return days_in_words(advice_for(members, now));
}

Day first(std::string_view members, std::string_view now, Business business = {}) {
  return first_day(knowledge(), business, given(members, now));
}

RuleSet reasons(const Advice& advice, std::string_view iso) {
  for (const DayAdvice& d : advice.timing->days)
    if (d.date == day(iso)) return d.reasons;
  return ~RuleSet{0};
}

TEST_CASE(
    "the first day is the one that the lead time reaches, past midnight, a month's and a year's "
    "end") {
  CHECK(first("", "2026-06-10T10:00") == day("2026-06-10"));
  CHECK(first("", "2026-06-10T21:59") == day("2026-06-10"));
  CHECK(first("", "2026-06-10T22:00") == day("2026-06-11"));
  CHECK(first("", "2026-06-30T23:00") == day("2026-07-01"));
  CHECK(first("", "2026-12-31T23:59") == day("2027-01-01"));
  CHECK(first("", "2028-02-28T23:00") == day("2028-02-29"));
  CHECK(first("", "2026-02-28T23:00") == day("2026-03-01"));
  Business week;
  week.lead_time_hours = 168;
  CHECK(first("", "2026-06-10T10:00", week) == day("2026-06-17"));
}

TEST_CASE("the first day waits two hours after the last effort") {
  Business at_once;
  at_once.lead_time_hours = 0;
  CHECK(first(R"("runs": {"last_hard_end": "2026-06-10T22:30"})", "2026-06-10T22:45", at_once) ==
        day("2026-06-11"));
  CHECK(first(R"("runs": {"last_hard_end": "2026-06-10T21:59"})", "2026-06-10T22:45", at_once) ==
        day("2026-06-10"));
  // Yesterday's race ended at 23:59 of its day.
  CHECK(first(R"("races": [{"date": "2026-06-09"}])", "2026-06-10T00:00", at_once) ==
        day("2026-06-10"));
}

TEST_CASE("there are 28 days, on nights that jump an hour as on all others") {
  for (const char* now : {"2026-03-08T01:30", "2026-03-08T02:30", "2026-11-01T01:30",
                          "2026-02-20T10:00", "2028-02-20T10:00", "2026-12-20T10:00"}) {
    const Advice advice = advice_for("", now);
    REQUIRE(advice.timing->days.size() == 28);
    for (std::size_t i = 1; i < 28; ++i)
      CHECK(days_between(advice.timing->days[i - 1].date, advice.timing->days[i].date) == 1);
  }
}

TEST_CASE(
    "R1 and R3: two days before a race to two days after it are light, on race day after the "
    "finish") {
  const Advice advice = advice_for(R"("races": [{"date": "2026-06-20"}])");
  CHECK(days_in_words(advice) ==
        "2026-06-10..2026-06-17 deep, 2026-06-18..2026-06-22 light, 2026-06-23..2026-07-07 deep");
  CHECK(reasons(advice, "2026-06-17") == 0);
  CHECK(reasons(advice, "2026-06-18") == (bit(Rule::kR1) | bit(Rule::kR3)));
  CHECK(reasons(advice, "2026-06-20") == (bit(Rule::kR1) | bit(Rule::kR2) | bit(Rule::kR3)));
  CHECK(reasons(advice, "2026-06-22") == (bit(Rule::kR1) | bit(Rule::kR3)));
  CHECK(reasons(advice, "2026-06-23") == 0);
}

TEST_CASE("a race over the leap day and the year's end counts civil days") {
  CHECK(days(R"("races": [{"date": "2028-03-01"}])", "2028-02-25T10:00") ==
        "2028-02-25..2028-02-27 deep, 2028-02-28..2028-03-03 light, 2028-03-04..2028-03-23 deep");
  CHECK(days(R"("races": [{"date": "2027-01-01"}])", "2026-12-28T10:00") ==
        "2026-12-28..2026-12-29 deep, 2026-12-30..2027-01-03 light, 2027-01-04..2027-01-24 deep");
}

TEST_CASE("R4: a first massage is moderate at most from six to three days before a race") {
  CHECK(
      days(R"("races": [{"date": "2026-06-20"}], "massage": {"experience": "first"})") ==
      "2026-06-10..2026-06-13 deep, 2026-06-14..2026-06-17 moderate, 2026-06-18..2026-06-22 light, "
      "2026-06-23..2026-07-07 deep");
}

TEST_CASE("R7: the day of the last effort is light") {
  CHECK(days(R"("runs": {"last_hard_end": "2026-06-10T08:00"})") ==
        "2026-06-10 light, 2026-06-11..2026-07-07 deep");
  CHECK(days(R"("runs": {"last_hard_end": "2026-06-09T23:59"})") == "2026-06-10..2026-07-07 deep");
}

TEST_CASE("R7: the day of the next hard run is light, the one before moderate") {
  CHECK(days(R"("runs": {"next_hard": "2026-06-14"})") ==
        "2026-06-10..2026-06-12 deep, 2026-06-13 moderate, 2026-06-14 light, "
        "2026-06-15..2026-07-07 deep");
  CHECK(days(R"("runs": {"next_hard": "2026-06-10"})") ==
        "2026-06-10 light, 2026-06-11..2026-07-07 deep");
}

TEST_CASE("R8: soreness of 5 after an effort keeps light until the day that 72 hours reach") {
  const auto mark = [](int intensity, const char* since) {
    return std::string(R"("marks": [{"region": "quad_l", "onset": "after_run", "intensity": )")
        .append(std::to_string(intensity))
        .append(R"(, "since": ")")
        .append(since)
        .append(R"("}])");
  };
  CHECK(days(mark(5, "2026-06-09T10:00")) ==
        "2026-06-10..2026-06-11 light, 2026-06-12..2026-07-07 deep");
  CHECK(days(mark(4, "2026-06-09T10:00")) == "2026-06-10..2026-07-07 deep");
  CHECK(days(mark(5, "2026-06-07")) == "2026-06-10..2026-07-07 deep");
  CHECK(days(mark(5, "2026-06-08")) == "2026-06-10 light, 2026-06-11..2026-07-07 deep");
  CHECK(days(R"("marks": [{"region": "quad_l", "onset": "after_run", "intensity": 7}])") ==
        "2026-06-10..2026-06-12 light, 2026-06-13..2026-07-07 deep");
}

TEST_CASE("R8: of several marks the latest effort decides") {
  CHECK(
      days(
          R"("marks": [{"region": "quad_l", "onset": "after_run", "intensity": 5, "since": "2026-06-09T20:00"},
                          {"region": "quad_r", "onset": "after_run", "intensity": 7, "since": "2026-06-08T20:00"}])") ==
      "2026-06-10..2026-06-11 light, 2026-06-12..2026-07-07 deep");
}

TEST_CASE("R10: five days after a deep massage are moderate at most") {
  const Advice advice = advice_for(R"("massage": {"last_deep": "2026-06-08"})");
  CHECK(days_in_words(advice) == "2026-06-10..2026-06-12 moderate, 2026-06-13..2026-07-07 deep");
  CHECK(reasons(advice, "2026-06-12") == bit(Rule::kR10));
  CHECK(days(R"("massage": {"last_deep": "2026-06-05"})") == "2026-06-10..2026-07-07 deep");
  CHECK(days(R"("massage": {"last_deep": "2026-06-10"})") ==
        "2026-06-10..2026-06-14 moderate, 2026-06-15..2026-07-07 deep");
}

TEST_CASE("R14: the business's closed week days and holidays allow nothing") {
  Business business;
  business.open = {true, true, true, true, true, false, false};
  business.holidays = {day("2026-06-24"), day("2026-07-01")};
  const Advice advice = advise(knowledge(), business, given());
  CHECK(days_in_words(advice) ==
        "2026-06-10..2026-06-12 deep, 2026-06-13..2026-06-14 none, 2026-06-15..2026-06-19 deep, "
        "2026-06-20..2026-06-21 none, 2026-06-22..2026-06-23 deep, 2026-06-24 none, "
        "2026-06-25..2026-06-26 deep, "
        "2026-06-27..2026-06-28 none, 2026-06-29..2026-06-30 deep, 2026-07-01 none, "
        "2026-07-02..2026-07-03 deep, "
        "2026-07-04..2026-07-05 none, 2026-07-06..2026-07-07 deep");
}

TEST_CASE("earliest_light and earliest_deep are the first days that allow so much, or none") {
  Business business;
  business.open = {false, false, false, false, true, false, false};  // Fridays
  const Advice fridays =
      advise(knowledge(), business, given(R"("races": [{"date": "2026-06-12"}])"));
  CHECK(fridays.timing->earliest_light == day("2026-06-12"));
  CHECK(fridays.timing->earliest_deep == day("2026-06-19"));
  business.open.fill(false);
  const Advice never = advise(knowledge(), business, given());
  CHECK(never.timing->earliest_light == std::nullopt);
  CHECK(never.timing->earliest_deep == std::nullopt);
  CHECK(never.timing->ideal.empty());
  CHECK(never.session->day == day("2026-06-10"));
  CHECK(never.session->pressure == Pressure::kNone);
}

TEST_CASE("a day keeps the least of what its rules allow, and all of their reasons") {
  const Advice advice = advice_for(
      R"("races": [{"date": "2026-06-12"}], "massage": {"last_deep": "2026-06-09"}, "runs": {"next_hard": "2026-06-11"})");
  CHECK(days_in_words(advice) == "2026-06-10..2026-06-14 light, 2026-06-15..2026-07-07 deep");
  CHECK(reasons(advice, "2026-06-10") ==
        (bit(Rule::kR1) | bit(Rule::kR3) | bit(Rule::kR7) | bit(Rule::kR10)));
}

}  // namespace
}  // namespace advisor
