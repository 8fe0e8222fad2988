#include "advice/days.h"

#include <algorithm>

#include "advice/advise.h"
#include "advice/insertion_sort.h"

namespace advisor {
namespace {

// The rules are put to the horizon one by one, and a rule only ever lowers a day.
class Horizon {
 public:
  Horizon(Day first, Day last, std::vector<TraceEntry>* trace) : trace_(trace) {
    days_.reserve(static_cast<std::size_t>(days_between(first, last) + 1));
    for (Day day = first; day <= last; day += advisor::days(1))
      days_.push_back({day, Pressure::kDeep, false, 0});
  }

  Day first() const { return days_.front().date; }
  Day last() const { return days_.back().date; }

  void limit(Rule rule, Day from, Day to, Pressure most, std::optional<Day> cause = std::nullopt,
             int number = 0) {
    from = std::max(from, first());
    to = std::min(to, last());
    if (from > to) return;
    for (Day day = from; day <= to; day += advisor::days(1)) {
      DayAdvice& advice = days_[static_cast<std::size_t>(days_between(first(), day))];
      advice.pressure = std::min(advice.pressure, most);
      advice.reasons |= bit(rule);
    }
    if (!trace_) return;
    TraceEntry entry{rule};
    entry.from = from;
    entry.to = to;
    entry.pressure = most;
    entry.cause = cause;
    entry.number = number;
    trace_->push_back(entry);
  }

  std::vector<DayAdvice> take() { return std::move(days_); }

 private:
  std::vector<DayAdvice> days_;
  std::vector<TraceEntry>* trace_;
};

void limit_by_races(const RuleNumbers& rules, const Intake& intake, Day first_massage_to,
                    Horizon& horizon) {
  std::vector<Day> races;
  for (const Race& race : intake.races) races.push_back(race.date);
  insertion_sort(races);
  races.erase(std::unique(races.begin(), races.end()), races.end());
  for (Day race : races) {
    const Day from = race - days(rules.race_light_before_days),
              to = race + days(rules.race_light_after_days);
    horizon.limit(Rule::kR1, from, to, Pressure::kLight, race);
    horizon.limit(Rule::kR2, race, race, Pressure::kLight, race);
    horizon.limit(Rule::kR3, from, to, Pressure::kLight, race, rules.race_minutes);
    if (intake.experience == Experience::kFirst)
      horizon.limit(Rule::kR4, race + days(rules.first_moderate.first),
                    std::min(race + days(rules.first_moderate.last), first_massage_to),
                    Pressure::kModerate, race);
  }
}

void limit_by_runs(const RuleNumbers& rules, const Intake& intake, Horizon& horizon) {
  if (const std::optional<Moment> effort = last_effort(intake)) {
    const Day day = day_of(*effort);
    horizon.limit(Rule::kR7, day, day, Pressure::kLight, day);
  }
  if (intake.next_hard) {
    const Day day = *intake.next_hard;
    horizon.limit(Rule::kR7, day - days(rules.next_hard_moderate_before_days), day - days(1),
                  Pressure::kModerate, day);
    horizon.limit(Rule::kR7, day, day, Pressure::kLight, day);
  }
}

void limit_by_soreness(const RuleNumbers& rules, const Intake& intake,
                       const std::vector<MarkTime>& times, Horizon& horizon) {
  const std::optional<Moment> latest = latest_soreness(intake, times, rules.soreness_caps_from);
  if (!latest) return;
  const Day free = day_of(*latest + hours(rules.soreness_light_hours));
  horizon.limit(Rule::kR8, horizon.first(), free - days(1), Pressure::kLight, day_of(*latest));
}

void close(const Business& business, Horizon& horizon) {
  const auto closed = [&](Day day) {
    return !business.open[weekday_of(day)] ||
           std::find(business.holidays.begin(), business.holidays.end(), day) !=
               business.holidays.end();
  };
  for (Day from = horizon.first(); from <= horizon.last(); from += days(1)) {
    if (!closed(from)) continue;
    Day to = from;
    while (to < horizon.last() && closed(to + days(1))) to += days(1);
    horizon.limit(Rule::kR14, from, to, Pressure::kNone);
    from = to;
  }
}

}  // namespace

std::vector<DayAdvice> judge_days(const Knowledge& knowledge, const Business& business,
                                  const Intake& intake, const std::vector<MarkTime>& times,
                                  bool cleared, const DaySpan& span,
                                  std::vector<TraceEntry>* trace) {
  const RuleNumbers& rules = knowledge.rules;
  Horizon horizon(span.first, span.last, trace);
  limit_by_races(rules, intake, span.first_massage_to, horizon);
  limit_by_runs(rules, intake, horizon);
  limit_by_soreness(rules, intake, times, horizon);
  if (intake.last_deep)
    horizon.limit(Rule::kR10, horizon.first(),
                  *intake.last_deep + days(rules.days_between_deep - 1), Pressure::kModerate,
                  intake.last_deep);
  if (cleared) horizon.limit(Rule::kR13, horizon.first(), horizon.last(), Pressure::kLight);
  close(business, horizon);
  return horizon.take();
}

std::optional<Day> earliest(const std::vector<DayAdvice>& days, Pressure pressure) {
  for (const DayAdvice& day : days)
    if (day.pressure >= pressure) return day.date;
  return std::nullopt;
}

Day first_day(const Knowledge& knowledge, const Business& business, const Intake& intake) {
  Moment bookable = intake.now + hours(business.lead_time_hours);
  if (const std::optional<Moment> effort = last_effort(intake))
    bookable = std::max(bookable, *effort + hours(knowledge.rules.light_after_hours));
  return day_of(bookable);
}

}  // namespace advisor
