#include "advice/advise.h"

#include <algorithm>

#include "advice/areas.h"
#include "advice/benefits.h"
#include "advice/block.h"
#include "advice/days.h"
#include "advice/ideal_days.h"
#include "advice/safety.h"
#include "advice/session_advice.h"

namespace advisor {
namespace {

void trace_first_day(const Business& business, Day first, std::vector<TraceEntry>& trace) {
  TraceEntry entry{Rule::kR12};
  entry.from = first;
  entry.number = business.lead_time_hours;
  trace.push_back(entry);
}

void trace_cadence(const std::array<int, 2>& cadence_days, std::vector<TraceEntry>& trace) {
  TraceEntry entry{Rule::kCadence};
  entry.number = cadence_days[0];
  entry.number_to = cadence_days[1] == cadence_days[0] ? 0 : cadence_days[1];
  trace.push_back(entry);
}

// The session's day is the runner's, else the first ideal one, else the first that allows anything;
// the first of all where the business is closed on every one.
const DayAdvice& session_day(const Timing& timing, const Intake& intake,
                             std::vector<TraceEntry>& trace) {
  const Day first = timing.days.front().date;
  const auto open = std::find_if(timing.days.begin(), timing.days.end(), [](const DayAdvice& one) {
    return one.pressure > Pressure::kNone;
  });
  Day day = !timing.ideal.empty()       ? timing.ideal.front()
            : open == timing.days.end() ? first
                                        : open->date;
  if (intake.day) {
    day = *intake.day;
    TraceEntry entry{Rule::kChosenDay};
    entry.from = entry.to = day;
    trace.push_back(entry);
  }
  return timing.days[static_cast<std::size_t>(days_between(first, day))];
}

}  // namespace

Advice advise(const Knowledge& knowledge, const Business& business, const Intake& intake) {
  Advice advice;
  const std::vector<MarkTime> times = mark_times(intake);
  Safety safety = judge_safety(knowledge, intake, times, advice.trace);
  advice.level = safety.level;
  advice.flags = std::move(safety.flags);
  advice.unanswered = std::move(safety.unanswered);
  // The advice then says only where to turn; nothing competes with it.
  if (advice.level >= Level::kClinicianFirst) return advice;
  advice.booking_allowed = advice.unanswered.empty();

  const Day first = first_day(knowledge, business, intake);
  trace_first_day(business, first, advice.trace);
  const Day last = first + days(knowledge.rules.horizon_days - 1);
  Timing& timing = advice.timing.emplace();
  timing.days = judge_days(knowledge, business, intake, times, is_cleared(advice),
                           {first, last, last}, &advice.trace);
  timing.earliest_light = earliest(timing.days, Pressure::kLight);
  timing.earliest_deep = earliest(timing.days, Pressure::kDeep);
  timing.ideal = choose_ideal_days(knowledge.rules, intake, times, timing.days, advice.trace);
  if (intake.phase)
    timing.cadence_days = knowledge.rules.cadence_days[static_cast<std::size_t>(*intake.phase)];

  const DayAdvice& day = session_day(timing, intake, advice.trace);
  advice.areas = judge_areas(knowledge, intake, times, advice.flags, day, advice.trace);
  advice.session =
      plan_session(knowledge, business, intake, advice.flags, day, advice.areas, advice.trace);
  advice.benefits =
      rank_benefits(knowledge, intake, times, advice.flags, advice.areas, first, advice.trace);
  if (timing.cadence_days) trace_cadence(*timing.cadence_days, advice.trace);
  plan_block(knowledge, business, intake, times, advice);
  return advice;
}

}  // namespace advisor
