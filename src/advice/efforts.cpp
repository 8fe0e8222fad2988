#include "advice/efforts.h"

namespace advisor {

std::optional<Moment> last_effort(const Intake& intake) {
  std::optional<Moment> last = intake.last_hard_end;
  for (const Race& race : intake.races) {
    if (race.date >= day_of(intake.now)) continue;
    const Moment end = end_of(race.date);
    if (!last || *last < end) last = end;
  }
  return last;
}

std::vector<MarkTime> mark_times(const Intake& intake) {
  const std::optional<Moment> effort = last_effort(intake);
  std::vector<MarkTime> times;
  times.reserve(intake.marks.size());
  for (const Mark& mark : intake.marks) {
    MarkTime time{mark.onset == Onset::kAfterRun, mark.since, std::nullopt};
    if (time.exertional && !time.reference) time.reference = effort;
    if (time.reference) time.age = intake.now - *time.reference;
    times.push_back(time);
  }
  return times;
}

std::optional<Moment> latest_soreness(const Intake& intake, const std::vector<MarkTime>& times,
                                      int least_intensity) {
  std::optional<Moment> latest;
  for (std::size_t i = 0; i < times.size(); ++i) {
    if (!times[i].exertional || intake.marks[i].intensity < least_intensity) continue;
    const Moment reference = times[i].reference.value_or(intake.now);
    if (!latest || *latest < reference) latest = reference;
  }
  return latest;
}

std::optional<Day> soreness_light_until(const RuleNumbers& rules, const Intake& intake) {
  const std::optional<Moment> latest =
      latest_soreness(intake, mark_times(intake), rules.soreness_caps_from);
  if (!latest) return std::nullopt;
  return day_of(*latest + hours(rules.soreness_light_hours));
}

}  // namespace advisor
