#include "advice/block.h"

#include <algorithm>
#include <cstdlib>
#include <tuple>

#include "advice/days.h"
#include "advice/insertion_sort.h"
#include "advice/session_advice.h"

namespace advisor {
namespace {

// A race that counts for the block; of several on one day the longest, of which an unknown distance
// is longer than any known one.
struct CountedRace {
  Day date;
  bool is_long;
};

// The good days before or after a race.
struct Window {
  SessionReason reason;
  Day from, to;

  bool holds(Day day) const { return from <= day && day <= to; }
};

std::vector<CountedRace> races_that_count(const RuleNumbers& rules, const Intake& intake,
                                          Day first) {
  const Day last = first + days(rules.block.race_days - 1);
  std::vector<CountedRace> races;
  races.reserve(intake.races.size());
  for (const Race& race : intake.races)
    if (first <= race.date && race.date <= last)
      races.push_back(
          {race.date, !race.distance_km || *race.distance_km > rules.short_race_max_km});
  insertion_sort(races, [](const CountedRace& a, const CountedRace& b) {
    return std::tie(a.date, b.is_long) < std::tie(b.date, a.is_long);
  });
  const auto is_same_day = [](const CountedRace& a, const CountedRace& b) {
    return a.date == b.date;
  };
  races.erase(std::unique(races.begin(), races.end(), is_same_day), races.end());
  return races;
}

DayRange after_of(const RuleNumbers& rules, const CountedRace& race) {
  return race.is_long ? rules.ideal_after_long : rules.ideal_after_short;
}

// The block ends with the good days after its last race; it always holds the next session.
Day last_day(const RuleNumbers& rules, const std::vector<CountedRace>& races, Day first, Day next) {
  const BlockNumbers& block = rules.block;
  const Day end = races.empty()
                      ? first + days(block.empty_days - 1)
                      : std::min(races.back().date + days(after_of(rules, races.back()).last),
                                 first + days(block.most_days - 1));
  return std::max(end, next);
}

// The phases of a block are counted back from its races; a phase that was told speaks only where no
// race counts.
class Phases {
 public:
  Phases(const BlockNumbers& block, const std::vector<CountedRace>& races,
         std::optional<Phase> told)
      : block_(block), races_(races), told_(told.value_or(Phase::kMaintenance)) {}

  Phase of(Day day) const {
    return of(day, std::find_if(races_.begin(), races_.end(),
                                [&](const CountedRace& race) { return race.date >= day; }));
  }

  std::vector<BlockPhase> all(Day from, Day to) const {
    std::vector<BlockPhase> phases;
    phases.reserve(2 * races_.size() + 4);
    auto ahead = races_.begin();
    for (Day day = from; day <= to; day += days(1)) {
      while (ahead != races_.end() && ahead->date < day) ++ahead;
      const Phase phase = of(day, ahead);
      if (phases.empty() || phases.back().phase != phase) phases.push_back({phase, day, day});
      phases.back().to = day;
    }
    return phases;
  }

 private:
  Phase of(Day day, std::vector<CountedRace>::const_iterator ahead) const {
    if (ahead != races_.end()) return before(*ahead, day);
    if (races_.empty()) return told_;
    return days_between(races_.back().date, day) <= block_.off_days ? Phase::kOff
                                                                    : Phase::kMaintenance;
  }

  Phase before(const CountedRace& race, Day day) const {
    const int left = days_between(day, race.date);
    const int taper = race.is_long ? block_.taper_days_long : block_.taper_days;
    if (left <= taper) return Phase::kTaper;
    if (left <= taper + block_.peak_days) return Phase::kPeak;
    if (left <= taper + block_.peak_days + block_.build_days) return Phase::kBuild;
    return Phase::kMaintenance;
  }

  const BlockNumbers& block_;
  const std::vector<CountedRace>& races_;
  Phase told_;
};

// Puts the sessions of a block on their days: the next one, those that the runner chose, those of
// the races, then those of the cadence.
class Planner {
 public:
  Planner(const RuleNumbers& rules, const Phases& phases, const std::vector<DayAdvice>& all,
          Day next, Block& block, std::vector<TraceEntry>& trace)
      : rules_(rules), phases_(phases), all_(all), next_(next), block_(block), trace_(trace) {
    block_.sessions.reserve(static_cast<std::size_t>(rules_.block.most_sessions) + 4);
    add(next, {BlockReason::kNext, std::nullopt});
  }

  void take_chosen(std::vector<Day> chosen) {
    insertion_sort(chosen);
    for (Day day : chosen) {
      const std::optional<WhyLeftOut> why = why_not(day);
      if (why) {
        leave_out({{BlockReason::kChosen, std::nullopt}, day, day}, *why);
      } else {
        add(day, {BlockReason::kChosen, std::nullopt});
        tell(Rule::kChosenDay, day);
      }
    }
  }

  void serve(const std::vector<Window>& windows) {
    for (std::size_t i = 0; i < windows.size(); ++i) {
      const Window& window = windows[i];
      BlockSession* session = session_in(window);
      if (session) {
        session->reasons.push_back(window.reason);
      } else if (const std::optional<Day> day = best_day(windows, i)) {
        session = add(*day, window.reason);
      } else {
        leave_out(window, WhyLeftOut::kNoDay);
        continue;
      }
      tell(Rule::kBlockWindow, session->date).cause = window.reason.race;
    }
  }

  // The time after each session that stands, up to the next one.
  void fill() {
    std::vector<Day> standing;
    standing.reserve(block_.sessions.size());
    for (const BlockSession& session : block_.sessions) standing.push_back(session.date);
    for (std::size_t i = 0; i < standing.size(); ++i)
      fill_between(standing[i], i + 1 < standing.size()
                                    ? standing[i + 1] - days(rules_.block.clear_days)
                                    : block_.to);
  }

  // What only the cadence asks for goes first, the latest of it before the rest.
  void cut() {
    const auto most = static_cast<std::size_t>(rules_.block.most_sessions);
    std::vector<BlockSession>& sessions = block_.sessions;
    for (std::size_t i = sessions.size(); i-- > 0 && sessions.size() > most;) {
      if (sessions[i].reasons.front().reason != BlockReason::kCadence) continue;
      tell(Rule::kBlockCut, sessions[i].date).number = rules_.block.most_sessions;
      sessions.erase(sessions.begin() + static_cast<std::ptrdiff_t>(i));
    }
  }

 private:
  Pressure pressure_on(Day day) const {
    return all_[static_cast<std::size_t>(days_between(block_.from, day))].pressure;
  }
  bool is_open(Day day) const { return pressure_on(day) >= Pressure::kLight; }

  // The least gap holds before a session as well as after it.
  bool is_free(Day day) const {
    return std::all_of(block_.sessions.begin(), block_.sessions.end(),
                       [&](const BlockSession& session) {
                         return std::abs(days_between(session.date, day)) >= rules_.block.gap_days;
                       });
  }

  std::optional<WhyLeftOut> why_not(Day day) const {
    if (day < next_ || day > block_.to) return WhyLeftOut::kOutside;
    if (!is_open(day)) return WhyLeftOut::kClosed;
    if (!is_free(day)) return WhyLeftOut::kTooNear;
    return std::nullopt;
  }

  BlockSession* session_in(const Window& window) {
    const auto found =
        std::find_if(block_.sessions.begin(), block_.sessions.end(),
                     [&](const BlockSession& session) { return window.holds(session.date); });
    return found == block_.sessions.end() ? nullptr : &*found;
  }

  // The day of a window that serves the most windows still to come, then the one that allows the
  // most pressure, then the earliest.
  std::optional<Day> best_day(const std::vector<Window>& windows, std::size_t index) const {
    std::optional<Day> best;
    std::pair<std::ptrdiff_t, Pressure> best_rank;
    for (Day day = windows[index].from; day <= windows[index].to; day += days(1)) {
      if (!is_open(day) || !is_free(day)) continue;
      const std::pair rank{
          std::count_if(windows.begin() + static_cast<std::ptrdiff_t>(index), windows.end(),
                        [&](const Window& window) { return window.holds(day); }),
          pressure_on(day)};
      if (best && rank <= best_rank) continue;
      best = day;
      best_rank = rank;
    }
    return best;
  }

  void fill_between(Day from, Day last) {
    for (Day day = from;;) {
      const Phase phase = phases_.of(day);
      const auto& cadence = rules_.cadence_days[static_cast<std::size_t>(phase)];
      if (phase == Phase::kTaper || !cadence) return;
      const Day due = day + days(cadence->back());
      if (due > last) return;
      const std::optional<Day> best = best_near(due, day + days(rules_.block.gap_days), last);
      day = best.value_or(due);
      if (!best) continue;
      add(day, {BlockReason::kCadence, std::nullopt});
      tell(Rule::kBlockCadence, day).number = cadence->back();
    }
  }

  // The day from `first` to `last` that allows the most pressure, then the nearest to the one that
  // is due, then the earlier; none in a taper.
  std::optional<Day> best_near(Day due, Day first, Day last) const {
    const std::chrono::days move{rules_.block.move_days};
    std::optional<Day> best;
    std::pair<Pressure, int> best_rank;
    for (Day day = std::max(due - move, first); day <= std::min(due + move, last); day += days(1)) {
      if (!is_open(day) || phases_.of(day) == Phase::kTaper) continue;
      const std::pair rank{pressure_on(day), -std::abs(days_between(due, day))};
      if (best && rank <= best_rank) continue;
      best = day;
      best_rank = rank;
    }
    return best;
  }

  // Phase, pressure and minutes follow once the days stand.
  BlockSession* add(Day day, const SessionReason& reason) {
    const auto later =
        std::find_if(block_.sessions.begin(), block_.sessions.end(),
                     [&](const BlockSession& session) { return session.date > day; });
    return &*block_.sessions.insert(later, {day, {reason}, Phase::kOff, Pressure::kNone, 0});
  }

  void leave_out(const Window& window, WhyLeftOut why) {
    block_.left_out.push_back({window.reason, window.from, window.to, why});
    TraceEntry& entry = tell(Rule::kBlockLeftOut, window.from);
    entry.to = window.to;
    entry.cause = window.reason.race;
  }

  TraceEntry& tell(Rule rule, Day day) {
    TraceEntry entry{rule};
    entry.from = entry.to = day;
    return trace_.emplace_back(entry);
  }

  const RuleNumbers& rules_;
  const Phases& phases_;
  const std::vector<DayAdvice>& all_;
  Day next_;
  Block& block_;
  std::vector<TraceEntry>& trace_;
};

// Whoever was never massaged has an earlier window before the race for which the next session
// comes; for the races after it, that session was the first one.
DayRange before_of(const RuleNumbers& rules, const Intake& intake, Day race, Day next) {
  const DayRange first = rules.ideal_before_first;
  const bool is_next = race + days(first.first) <= next && next <= race + days(first.last);
  return intake.experience == Experience::kFirst && is_next ? first : rules.ideal_before;
}

std::vector<Window> windows_of(const RuleNumbers& rules, const Intake& intake,
                               const std::vector<CountedRace>& races, const Block& block,
                               Day next) {
  std::vector<Window> windows;
  windows.reserve(2 * races.size());
  const auto add = [&](BlockReason reason, Day race, DayRange range) {
    const Day from = std::max(race + days(range.first), block.from);
    const Day to = std::min(race + days(range.last), block.to);
    if (from <= to && to >= next) windows.push_back({{reason, race}, from, to});
  };
  for (const CountedRace& race : races) {
    add(BlockReason::kBeforeRace, race.date, before_of(rules, intake, race.date, next));
    add(BlockReason::kAfterRace, race.date, after_of(rules, race));
  }
  insertion_sort(windows, [](const Window& a, const Window& b) {
    return std::tie(a.from, a.reason.race) < std::tie(b.from, b.reason.race);
  });
  return windows;
}

}  // namespace

void plan_block(const Knowledge& knowledge, const Business& business, const Intake& intake,
                const std::vector<MarkTime>& times, Advice& advice) {
  const RuleNumbers& rules = knowledge.rules;
  const SessionAdvice& next = *advice.session;
  Block& block = advice.block.emplace();
  block.from = advice.timing->days.front().date;
  const std::vector<CountedRace> races = races_that_count(rules, intake, block.from);
  block.to = last_day(rules, races, block.from, next.day);
  const Phases phases(rules.block, races, intake.phase);
  block.phases = phases.all(block.from, block.to);

  // Nothing of these days is told: the trace speaks of the horizon's.
  const std::vector<DayAdvice> all =
      judge_days(knowledge, business, intake, times, is_cleared(advice),
                 {block.from, block.to, next.day}, nullptr);
  Planner planner(rules, phases, all, next.day, block, advice.trace);
  planner.take_chosen(intake.block_days);
  planner.serve(windows_of(rules, intake, races, block, next.day));
  planner.fill();
  planner.cut();

  const Pressure most = most_later(knowledge, advice.flags, advice.areas);
  for (BlockSession& session : block.sessions) {
    const DayAdvice& day = all[static_cast<std::size_t>(days_between(block.from, session.date))];
    const bool is_next = session.date == next.day;
    session.phase = phases.of(session.date);
    session.pressure = is_next ? next.pressure : std::min(day.pressure, most);
    session.minutes = is_next ? next.minutes : minutes_later(knowledge, business, day, next.focus);
  }
}

}  // namespace advisor
