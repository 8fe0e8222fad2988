// What holds for every training block, over generated seasons of up to 16 races: a hundred thousand
// natively, as many as ADVISOR_BLOCKS says (a million, say) where it is set. The numbers are those
// of docs/rules.md, written out apart from the knowledge base.
#include <algorithm>
#include <catch_amalgamated.hpp>
#include <cstdlib>

#include "content/intake_json.h"
#include "fixtures/intake_generator.h"
#include "fixtures/library.h"

namespace advisor {
namespace {

using namespace advisor::test;

int runs() {
  if (const char* told = std::getenv("ADVISOR_BLOCKS")) return std::atoi(told);
#if defined(__EMSCRIPTEN__) || !defined(NDEBUG) || defined(__SANITIZE_ADDRESS__)
  return 10'000;
#else
  return 100'000;
#endif
}

void report(const char* law, const Intake& intake) {
  INFO(write_intake(intake, knowledge()));
  FAIL(law);
}

bool is_long(const Race& race) { return !race.distance_km || *race.distance_km > 21.1; }

// The races that count, the longest of each date, by date.
std::vector<Race> counted(const Intake& intake, Day first) {
  std::vector<Race> races;
  for (const Race& race : intake.races) {
    const int ahead = days_between(first, race.date);
    if (ahead < 0 || ahead >= 112) continue;
    const auto same = std::find_if(races.begin(), races.end(),
                                   [&](const Race& other) { return other.date == race.date; });
    if (same == races.end())
      races.push_back(race);
    else if (is_long(race))
      *same = race;
  }
  std::sort(races.begin(), races.end(),
            [](const Race& a, const Race& b) { return a.date < b.date; });
  return races;
}

Phase phase_of(const std::vector<Race>& races, const Intake& intake, Day day) {
  for (const Race& race : races) {
    const int left = days_between(day, race.date);
    if (left < 0) continue;
    const int taper = is_long(race) ? 20 : 13;
    return left <= taper        ? Phase::kTaper
           : left <= taper + 28 ? Phase::kPeak
           : left <= taper + 84 ? Phase::kBuild
                                : Phase::kMaintenance;
  }
  if (races.empty()) return intake.phase.value_or(Phase::kMaintenance);
  return days_between(races.back().date, day) <= 14 ? Phase::kOff : Phase::kMaintenance;
}

struct Window {
  SessionReason reason;
  Day from, to;
};

// Both windows of each race, uncut.
std::vector<Window> windows_of(const std::vector<Race>& races, const Intake& intake, Day next) {
  std::vector<Window> windows;
  for (const Race& race : races) {
    const Day d = race.date;
    const bool early =
        intake.experience == Experience::kFirst && d - days(10) <= next && next <= d - days(7);
    windows.push_back(
        {{BlockReason::kBeforeRace, d}, d - days(early ? 10 : 5), d - days(early ? 7 : 4)});
    windows.push_back({{BlockReason::kAfterRace, d},
                       d + days(is_long(race) ? 4 : 3),
                       d + days(is_long(race) ? 7 : 5)});
  }
  return windows;
}

bool is_closed(const Business& business, Day day) {
  return !business.open[weekday_of(day)] ||
         std::find(business.holidays.begin(), business.holidays.end(), day) !=
             business.holidays.end();
}

bool has(const BlockSession& session, BlockReason reason) {
  return std::any_of(session.reasons.begin(), session.reasons.end(),
                     [&](const SessionReason& one) { return one.reason == reason; });
}

// Whether a session that no cadence asked for lies nearer than five days.
bool is_near_standing(const Block& block, Day day) {
  return std::any_of(block.sessions.begin(), block.sessions.end(),
                     [&](const BlockSession& session) {
                       return !has(session, BlockReason::kCadence) &&
                              std::abs(days_between(session.date, day)) < 5;
                     });
}

const char* broken_law_of_session(const Business& business, const Intake& intake,
                                  const Advice& advice, const BlockSession& session) {
  const Timing& timing = *advice.timing;
  const bool is_next = session.date == advice.session->day;
  if (session.reasons.empty()) return "every session has a reason";
  if (has(session, BlockReason::kNext) != is_next) return "the next session is that of the advice";
  if (is_next &&
      (session.pressure != advice.session->pressure || session.minutes != advice.session->minutes))
    return "the first session is that of the advice";
  if (!is_next && is_closed(business, session.date)) return "no session on a closed day";
  if (!is_next && session.pressure == Pressure::kNone) return "a later session is a massage";
  for (const Race& race : intake.races)
    if (std::abs(days_between(race.date, session.date)) <= 2 && session.pressure > Pressure::kLight)
      return "never deep, nor moderate, within two days of a race";
  const int index = days_between(timing.days.front().date, session.date);
  if (intake.experience != Experience::kFirst && index < static_cast<int>(timing.days.size()) &&
      session.pressure > timing.days[static_cast<std::size_t>(index)].pressure)
    return "no session is deeper than its day";
  if (is_cleared(advice) && session.pressure > Pressure::kLight)
    return "a cleared flag keeps all of it light";
  if (has(session, BlockReason::kCadence) && session.phase == Phase::kTaper)
    return "no cadence in a taper";
  if (has(session, BlockReason::kCadence) && session.reasons.size() != 1)
    return "who has another reason does not come by the cadence";
  const std::vector<Day>& chosen = intake.block_days;
  if (has(session, BlockReason::kChosen) &&
      std::find(chosen.begin(), chosen.end(), session.date) == chosen.end())
    return "a chosen day was chosen";
  return nullptr;
}

const char* broken_law_of_windows(const Business& business, const Intake& intake,
                                  const Advice& advice, const std::vector<Race>& races) {
  const Block& block = *advice.block;
  const Day next = advice.session->day;
  for (const Window& window : windows_of(races, intake, next)) {
    const Day from = std::max(window.from, block.from), to = std::min(window.to, block.to);
    int served = 0, left_out = 0;
    for (const BlockSession& session : block.sessions) {
      const bool said = std::find(session.reasons.begin(), session.reasons.end(), window.reason) !=
                        session.reasons.end();
      served += said;
      if (said && (session.date < from || session.date > to)) return "a reason is true";
    }
    for (const LeftOut& entry : block.left_out) {
      if (entry.window != window.reason) continue;
      ++left_out;
      if (entry.from != from || entry.to != to) return "a window that is left out has its days";
      for (Day day = from; day <= to; day += days(1))
        if (!is_closed(business, day) && !is_near_standing(block, day))
          return "a window is left out only where no day of it is open and far enough";
    }
    const bool gone = from > to || to < next;
    if (served + left_out != (gone ? 0 : 1))
      return "each window that is not gone is served or left out, once";
  }
  return nullptr;
}

const char* broken_law_of_chosen(const Business& business, const Intake& intake,
                                 const Advice& advice) {
  const Block& block = *advice.block;
  for (Day day : intake.block_days) {
    const auto taken = std::count_if(
        block.sessions.begin(), block.sessions.end(), [&](const BlockSession& session) {
          return session.date == day && has(session, BlockReason::kChosen);
        });
    const auto refused =
        std::count_if(block.left_out.begin(), block.left_out.end(), [&](const LeftOut& entry) {
          return entry.window.reason == BlockReason::kChosen && entry.from == day;
        });
    if (taken + refused != 1) return "a chosen day is taken or left out, once";
    const bool possible =
        day >= advice.session->day + days(5) && day <= block.to && !is_closed(business, day);
    if (refused == 1 && possible &&
        std::none_of(block.sessions.begin(), block.sessions.end(),
                     [&](const BlockSession& session) {
                       return has(session, BlockReason::kChosen) &&
                              std::abs(days_between(session.date, day)) < 5;
                     }))
      return "a chosen day is left out only for one chosen before it";
  }
  return nullptr;
}

// Between two sessions that stand, the cadence leaves no time for one more.
const char* broken_law_of_cadence(const std::vector<Race>& races, const Intake& intake,
                                  const Advice& advice) {
  const std::vector<BlockSession>& sessions = advice.block->sessions;
  for (std::size_t i = 1; i < sessions.size(); ++i) {
    const int gap = days_between(sessions[i - 1].date, sessions[i].date);
    if (gap < 5) return "no two sessions are nearer than five days";
    if (!has(sessions[i], BlockReason::kCadence)) {
      if (has(sessions[i - 1], BlockReason::kCadence) && gap < 7)
        return "the cadence keeps seven days before the session that follows";
      continue;
    }
    const Phase phase = phase_of(races, intake, sessions[i - 1].date);
    if (phase == Phase::kTaper) return "no cadence after a session in a taper";
    const int due = phase == Phase::kBuild || phase == Phase::kPeak ? 14 : 28;
    if (gap < due - 3) return "the cadence is kept, give or take three days";
  }
  return nullptr;
}

// The first law that the block breaks; null when it keeps them all.
const char* broken_law(const Business& business, const Intake& intake, const Advice& advice) {
  if (advice.block.has_value() != advice.timing.has_value())
    return "there is a block where there is timing, and nowhere else";
  if (!advice.block) return nullptr;
  const Block& block = *advice.block;
  const std::vector<Race> races = counted(intake, advice.timing->days.front().date);
  if (block.from != advice.timing->days.front().date) return "the block begins on the first day";
  const Day last = races.empty() ? block.from + days(83)
                                 : races.back().date + days(is_long(races.back()) ? 7 : 5);
  if (block.to != std::max(last, advice.session->day)) return "the block ends after its last race";

  Day day = block.from;
  for (std::size_t i = 0; i < block.phases.size(); ++i) {
    const BlockPhase& phase = block.phases[i];
    if (phase.from != day || phase.to < phase.from) return "phases follow one another";
    if (i > 0 && block.phases[i - 1].phase == phase.phase) return "neighbours differ";
    for (; day <= phase.to; day += days(1))
      if (phase_of(races, intake, day) != phase.phase) return "each day has its phase";
  }
  if (day != block.to + days(1)) return "every day has a phase";

  if (block.sessions.empty() || block.sessions.front().date != advice.session->day)
    return "the first session is the next one";
  if (block.sessions.back().date > block.to) return "no session after the end";
  for (const BlockSession& session : block.sessions) {
    if (session.phase != phase_of(races, intake, session.date)) return "a session has its phase";
    if (const char* law = broken_law_of_session(business, intake, advice, session)) return law;
  }
  const auto by_cadence = std::count_if(
      block.sessions.begin(), block.sessions.end(),
      [](const BlockSession& session) { return has(session, BlockReason::kCadence); });
  if (block.sessions.size() > 12 && by_cadence > 0)
    return "beyond twelve sessions none is there for the cadence alone";
  if (const char* law = broken_law_of_windows(business, intake, advice, races)) return law;
  if (const char* law = broken_law_of_chosen(business, intake, advice)) return law;
  return broken_law_of_cadence(races, intake, advice);
}

// The advice but for its block and what the trace says of it.
Advice without_block(Advice advice) {
  advice.block.reset();
  std::erase_if(advice.trace, [](const TraceEntry& entry) {
    return entry.rule >= Rule::kBlockWindow || entry.rule == Rule::kChosenDay;
  });
  return advice;
}

TEST_CASE("every training block keeps the laws") {
  Random random(20261004);
  Business business;
  int blocks = 0, races = 0, left_out = 0, merged = 0, long_ones = 0;
  const int count = runs();
  for (int run = 0; run < count; ++run) {
    if (run % 100 == 0) business = random_business(random);
    const Intake intake = random_season(random, knowledge(), business);
    const Advice advice = advise(knowledge(), business, intake);
    if (const char* law = broken_law(business, intake, advice)) report(law, intake);
    if (!advice.block) continue;
    ++blocks;
    races += static_cast<int>(intake.races.size());
    left_out += !advice.block->left_out.empty();
    long_ones += advice.block->sessions.size() > 12;
    for (const BlockSession& session : advice.block->sessions) merged += session.reasons.size() > 2;
  }
  // Each law has enough to speak of.
  CHECK(blocks > count / 2);
  CHECK(races > 4 * blocks);
  CHECK(left_out > blocks / 10);
  CHECK(merged > blocks / 10);
  CHECK(long_ones > 0);
}

TEST_CASE("the order of marks, races and chosen days does not matter to the block") {
  Random random(3);
  for (int run = 0; run < runs() / 4; ++run) {
    const Business business = random_business(random);
    Intake intake = random_season(random, knowledge(), business);
    const std::optional<Block> block = advise(knowledge(), business, intake).block;
    shuffle(random, intake.marks);
    shuffle(random, intake.races);
    shuffle(random, intake.block_days);
    shuffle(random, intake.answers);
    if (advise(knowledge(), business, intake).block != block)
      report("the order changes the block", intake);
  }
  SUCCEED();
}

TEST_CASE("a race far beyond the horizon, and a chosen day, change the block and nothing else") {
  Random random(4);
  for (int run = 0; run < runs() / 4; ++run) {
    const Business business = random_business(random);
    const Intake intake = random_season(random, knowledge(), business);
    const Advice before = without_block(advise(knowledge(), business, intake));

    Intake more = intake;
    if (more.races.size() == 16) more.races.pop_back();
    const Advice fewer = without_block(advise(knowledge(), business, more));
    // The earliest day that a race speaks of is ten days before it.
    more.races.push_back(
        {first_day(knowledge(), business, more) + days(28 + 10) + days(random.below(100)),
         std::nullopt});
    if (!more.day && without_block(advise(knowledge(), business, more)) != fewer)
      report("a race beyond the horizon changes more than the block", more);

    Intake chosen = intake;
    chosen.block_days = {day_of(intake.now) + days(random.below(130))};
    if (without_block(advise(knowledge(), business, chosen)) != before)
      report("a chosen day changes more than the block", chosen);
  }
  SUCCEED();
}

}  // namespace
}  // namespace advisor
