// How long an advice takes: the budgets of ARCHITECTURE.md for advise(), for loading the content
// and for a whole answer.
#include <algorithm>
#include <catch_amalgamated.hpp>
#include <chrono>
#include <cstdio>

#include "content/intake_json.h"
#include "content/knowledge_json.h"
#include "content/words_json.h"
#include "fixtures/intake_generator.h"
#include "fixtures/library.h"

namespace advisor {
namespace {

using namespace advisor::test;

// Nine marks and three races, all of it told.
Intake busy_intake() {
  return given(R"("marks": [
      {"region": "calf_l", "intensity": 6, "onset": "after_run", "quality": "sore"}, {"region": "calf_r", "intensity": 5, "onset": "after_run"},
      {"region": "quad_l", "intensity": 4, "quality": "tight"}, {"region": "quad_r", "intensity": 4, "quality": "stiff"},
      {"region": "hamstring_l", "intensity": 3, "onset": "sudden", "since": "2026-04-20"}, {"region": "glute_l", "intensity": 3},
      {"region": "foot_r", "intensity": 2}, {"region": "low_back_l", "intensity": 2, "onset": "gradual"}, {"region": "neck", "intensity": 1}],
      "races": [{"date": "2026-06-06", "distance_km": 10}, {"date": "2026-06-21", "distance_km": 21.1}, {"date": "2026-07-05", "distance_km": 42.2}],
      "runs": {"last_hard_end": "2026-06-09T19:00", "next_hard": "2026-06-13"},
      "answers": {"open_skin": {"answer": "yes", "regions": ["foot_r"]}, "oil_allergy": "yes"},
      "massage": {"experience": "regular", "last_deep": "2026-06-06"}, "phase": "peak", "goals": ["relaxation"])");
}

// The same with as many races as an intake holds, over the whole block, and days of one's own.
Intake full_season() {
  Intake intake = busy_intake();
  intake.experience = Experience::kFirst;
  intake.races.resize(2);
  while (intake.races.size() < 16)
    intake.races.push_back({intake.races.back().date + days(8), std::nullopt});
  for (int i = 0; i < 12; ++i) intake.block_days.push_back(day("2026-06-20") + days(9 * i));
  return intake;
}

TEST_CASE("time of an advice", "[bench]") {
  const Intake busy = busy_intake(), season = full_season();
  const Library& all = library(Language::kFrench);
  const std::string text = write_intake(busy, knowledge());
  const std::string files[] = {project_file("content/knowledge.json"),
                               project_file("content/words.fr.json"),
                               project_file("content/site.json")};
  BENCHMARK("advise(), 9 marks, 3 races") { return advise(knowledge(), all.site.business, busy); };
  BENCHMARK("advise(), 9 marks, 16 races, 12 chosen days") {
    return advise(knowledge(), all.site.business, season);
  };
  BENCHMARK("answer(), text to text") { return answer(all, text, {}, nullptr); };
  BENCHMARK("load knowledge") { return load_knowledge(files[0]).ok(); };
  BENCHMARK("load words") { return load_words(files[1], knowledge()).ok(); };
  BENCHMARK("load library, one language") {
    return load_library(files[0], files[1], files[2]).ok();
  };
}

// Percentiles of single calls, in microseconds.
void print_percentiles(const char* name, const Intake& intake) {
  using Clock = std::chrono::steady_clock;
  std::vector<double> microseconds;
  std::size_t benefits = 0;
  for (int run = 0; run < 20'000; ++run) {
    const Clock::time_point start = Clock::now();
    benefits += advise(knowledge(), {}, intake).benefits.size();
    microseconds.push_back(std::chrono::duration<double, std::micro>(Clock::now() - start).count());
  }
  std::sort(microseconds.begin(), microseconds.end());
  std::printf("{\"%s\": {\"p50\": %.2f, \"p95\": %.2f, \"p99\": %.2f}}\n", name,
              microseconds[microseconds.size() / 2], microseconds[microseconds.size() * 95 / 100],
              microseconds[microseconds.size() * 99 / 100]);
  CHECK(benefits > 0);
}

TEST_CASE("percentiles of advise(), 9 marks, 3 races; 16 races", "[bench]") {
  print_percentiles("advise_us", busy_intake());
  print_percentiles("advise_16_races_us", full_season());
}

}  // namespace
}  // namespace advisor
