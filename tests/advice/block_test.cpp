// The training block of docs/rules.md, case by case.
#include <catch_amalgamated.hpp>

#include "content/iso_time.h"
#include "fixtures/library.h"

namespace advisor {
namespace {

using namespace advisor::test;

std::string reason_in_words(const SessionReason& reason) {
  std::string out(name_of(reason.reason));
  return reason.race ? out.append(" ").append(iso_date(*reason.race)) : out;
}

// "2026-06-10 next; 2026-06-25 before_race 2026-06-30, cadence".
std::string sessions_in_words(const Advice& advice) {
  std::string out;
  for (const BlockSession& session : advice.block->sessions) {
    if (!out.empty()) out += "; ";
    out += iso_date(session.date);
    for (std::size_t i = 0; i < session.reasons.size(); ++i)
      out.append(i == 0 ? " " : ", ").append(reason_in_words(session.reasons[i]));
  }
  return out;
}

std::string phases_in_words(const Advice& advice) {
  std::string out;
  for (const BlockPhase& phase : advice.block->phases) {
    if (!out.empty()) out += "; ";
    out.append(name_of(phase.phase)).append(" ").append(iso_date(phase.from));
  }
  return out.append(" to ").append(iso_date(advice.block->to));
}

std::string left_out_in_words(const Advice& advice) {
  constexpr const char* kWhy[] = {"no day", "outside", "closed", "too near"};
  std::string out;
  for (const LeftOut& left_out : advice.block->left_out) {
    if (!out.empty()) out += "; ";
    out.append(reason_in_words(left_out.window)).append(" ").append(iso_date(left_out.from));
    out.append(": ").append(kWhy[static_cast<int>(left_out.why)]);
  }
  return out;
}

int count(const Advice& advice, Rule rule) {
  int n = 0;
  for (const TraceEntry& entry : advice.trace) n += entry.rule == rule;
  return n;
}

TEST_CASE("without timing there is no block") {
  const Advice advice = advice_for(R"("answers": {"chest_pain": "yes"})");
  CHECK_FALSE(advice.timing);
  CHECK_FALSE(advice.block);
}

TEST_CASE("a race counts from the first day to the hundred and twelfth") {
  // The first day is 2026-06-10, so the last race that counts is on 2026-09-29.
  CHECK(iso_date(advice_for(R"("races": [{"date": "2026-09-29", "distance_km": 10}])").block->to) ==
        "2026-10-04");
  CHECK(iso_date(advice_for(R"("races": [{"date": "2026-09-30", "distance_km": 10}])").block->to) ==
        "2026-09-01");
  // A race of today still counts, and so does that of the first day after an effort.
  CHECK(phases_in_words(advice_for(R"("races": [{"date": "2026-06-10", "distance_km": 10}])")) ==
        "taper 2026-06-10; off 2026-06-11 to 2026-06-15");
}

TEST_CASE("of two races on one date the longest counts, and an unknown distance is the longest") {
  for (const char* second : {R"("distance_km": 10)", R"("distance_km": 42.2)"}) {
    const std::string races =
        std::string(R"("races": [{"date": "2026-07-05"}, {"date": "2026-07-05", )")
            .append(second)
            .append("}]");
    CHECK(iso_date(advice_for(races).block->to) == "2026-07-12");
  }
  CHECK(
      iso_date(advice_for(R"("races": [{"date": "2026-07-05", "distance_km": 21.1}])").block->to) ==
      "2026-07-10");
  CHECK(
      iso_date(advice_for(R"("races": [{"date": "2026-07-05", "distance_km": 21.2}])").block->to) ==
      "2026-07-12");
}

TEST_CASE("the phases are counted back from the race, and a phase that was told yields to it") {
  CHECK(phases_in_words(advice_for(
            R"("phase": "off", "races": [{"date": "2026-09-29", "distance_km": 10}])")) ==
        "maintenance 2026-06-10; build 2026-06-24; peak 2026-08-19; taper 2026-09-16; "
        "off 2026-09-30 to 2026-10-04");
  CHECK(phases_in_words(advice_for(R"("phase": "off", "races": [{"date": "2026-09-29"}])")) ==
        "maintenance 2026-06-10; build 2026-06-17; peak 2026-08-12; taper 2026-09-09; "
        "off 2026-09-30 to 2026-10-06");
}

TEST_CASE("without a race that counts, the phase that was told holds for all of it") {
  CHECK(phases_in_words(advice_for(R"("phase": "peak")")) == "peak 2026-06-10 to 2026-09-01");
  CHECK(phases_in_words(advice_for("")) == "maintenance 2026-06-10 to 2026-09-01");
  CHECK(phases_in_words(advice_for(R"("races": [{"date": "2026-06-01"}])")) ==
        "maintenance 2026-06-10 to 2026-09-01");
  // A told taper has no cadence.
  CHECK(sessions_in_words(advice_for(R"("phase": "taper")")) == "2026-06-10 next");
}

TEST_CASE("the block never ends before the next session; two weeks after its last race it is on") {
  const Advice advice =
      advice_for(R"("races": [{"date": "2026-06-10", "distance_km": 5}], "day": "2026-07-05")");
  CHECK(phases_in_words(advice) ==
        "taper 2026-06-10; off 2026-06-11; maintenance 2026-06-25 to 2026-07-05");
  CHECK(sessions_in_words(advice) == "2026-07-05 next");
}

TEST_CASE("a first massage: its own window for the next race only, moderate only up to it") {
  const Advice advice = advice_for(
      R"("massage": {"experience": "first"},
         "races": [{"date": "2026-06-20", "distance_km": 10}, {"date": "2026-07-20", "distance_km": 10}])");
  CHECK(sessions_in_words(advice) ==
        "2026-06-10 next, before_race 2026-06-20; 2026-06-23 after_race 2026-06-20; "
        "2026-07-06 cadence; 2026-07-15 before_race 2026-07-20; 2026-07-23 after_race 2026-07-20");
  CHECK(advice.block->sessions[0].pressure == Pressure::kModerate);
  CHECK(advice.block->sessions[3].pressure == Pressure::kDeep);
}

TEST_CASE("later sessions forget the first massage and today's soreness, but no other limit") {
  const auto later = [](const char* members) {
    return advice_for(members).block->sessions.at(1).pressure;
  };
  CHECK(later(R"("massage": {"experience": "first"}, "phase": "build")") == Pressure::kDeep);
  CHECK(later(R"("marks": [{"region": "calf_l", "intensity": 6, "onset": "after_run"}],
                 "runs": {"last_hard_end": "2026-06-09"}, "phase": "build")") == Pressure::kDeep);
  CHECK(later(R"("marks": [{"region": "achilles_l", "intensity": 3}], "phase": "build")") ==
        Pressure::kLight);
  CHECK(
      later(R"("marks": [{"region": "shin_l", "intensity": 3}, {"region": "neck", "intensity": 3}],
                 "massage": {"experience": "first"}, "phase": "build")") == Pressure::kModerate);
  CHECK(later(R"("answers": {"mild_osteoporosis": "yes"}, "phase": "build")") ==
        Pressure::kModerate);
  CHECK(later(R"("answers": {"cancer": {"answer": "yes", "cleared": true}}, "phase": "build")") ==
        Pressure::kLight);
}

TEST_CASE("a later session lasts as long as its areas ask for, and an hour close to a race") {
  const Advice advice = advice_for(
      R"("marks": [{"region": "calf_l", "intensity": 3}, {"region": "quad_l", "intensity": 3},
                   {"region": "neck", "intensity": 3}],
         "massage": {"experience": "first"}, "day": "2026-06-10", "block_days": ["2026-06-24", "2026-07-04"],
         "races": [{"date": "2026-07-05", "distance_km": 10}])");
  REQUIRE(advice.block->sessions.size() == 4);
  CHECK(advice.block->sessions[0].minutes == 60);
  CHECK(advice.block->sessions[1].minutes == 75);
  CHECK(advice.block->sessions[2].minutes == 60);
}

TEST_CASE("chosen days are taken earliest first; each that is not has its reason") {
  Business closed_on_mondays;
  closed_on_mondays.open[0] = false;
  const Intake intake = given(
      R"("phase": "build", "block_days": ["2026-06-29", "2026-07-02", "2026-06-28", "2026-06-14",
         "2026-06-09", "2026-12-24", "2026-06-15"])");
  const Advice advice = advise(knowledge(), closed_on_mondays, intake);
  CHECK(left_out_in_words(advice) ==
        "chosen 2026-06-09: outside; chosen 2026-06-14: too near; chosen 2026-06-15: closed; "
        "chosen 2026-06-29: closed; chosen 2026-07-02: too near; chosen 2026-12-24: outside");
  CHECK(sessions_in_words(advice).starts_with("2026-06-10 next; 2026-06-28 chosen; "));
  CHECK(count(advice, Rule::kBlockLeftOut) == 6);
}

TEST_CASE("a session that lies in the window of a race serves it") {
  const Advice advice = advice_for(
      R"("day": "2026-06-10", "block_days": ["2026-06-30"], "races": [{"date": "2026-07-05", "distance_km": 10}])");
  CHECK(sessions_in_words(advice) ==
        "2026-06-10 next; 2026-06-30 chosen, before_race 2026-07-05; "
        "2026-07-08 after_race 2026-07-05");
  CHECK(count(advice, Rule::kBlockWindow) == 2);
  CHECK(count(advice, Rule::kChosenDay) == 2);
}

TEST_CASE("a window without an open day that is far enough is left out") {
  Business business;
  business.holidays = {day("2026-07-08"), day("2026-07-09"), day("2026-07-10")};
  const Intake intake = given(
      R"("day": "2026-06-10", "block_days": ["2026-07-03"], "races": [{"date": "2026-07-05", "distance_km": 10}])");
  CHECK(left_out_in_words(advise(knowledge(), business, intake)) ==
        "before_race 2026-07-05 2026-06-30: no day; after_race 2026-07-05 2026-07-08: no day");
}

TEST_CASE("beyond twelve sessions the latest of the cadence go; no other ever does") {
  const Advice advice = advice_for(
      R"("phase": "build", "block_days": ["2026-06-15", "2026-06-20", "2026-06-25", "2026-06-30",
         "2026-07-05", "2026-07-10", "2026-07-15", "2026-07-20", "2026-07-25", "2026-07-30"])");
  REQUIRE(advice.block->sessions.size() == 12);
  CHECK(iso_date(advice.block->sessions.back().date) == "2026-08-13");
  CHECK(count(advice, Rule::kBlockCut) == 1);
  const Advice full = advice_for(
      R"("phase": "build", "block_days": ["2026-06-15", "2026-06-20", "2026-06-25", "2026-06-30",
         "2026-07-05", "2026-07-10", "2026-07-15", "2026-07-20", "2026-07-25", "2026-07-30",
         "2026-08-04", "2026-08-09"])");
  CHECK(full.block->sessions.size() == 13);
  CHECK(count(full, Rule::kBlockCadence) == count(full, Rule::kBlockCut));
}

TEST_CASE("where every day is closed, the next session stands alone") {
  Business closed;
  closed.open.fill(false);
  const Advice advice =
      advise(knowledge(), closed, given(R"("races": [{"date": "2026-07-05"}], "phase": "peak")"));
  CHECK(sessions_in_words(advice) == "2026-06-10 next");
  CHECK(advice.block->sessions[0].pressure == Pressure::kNone);
  CHECK(advice.block->left_out.size() == 2);
}

}  // namespace
}  // namespace advisor
