#include "advice/areas.h"

#include <algorithm>

#include "advice/insertion_sort.h"
#include "advice/safety.h"

namespace advisor {
namespace {

// R9. Precondition: a sudden onset that is old enough for its area not to be avoided.
Pressure cap_of_injury(const RuleNumbers& rules, int intensity, Minutes age) {
  if (age < hours(rules.sudden_light_hours)) return Pressure::kLight;
  if (age < hours(rules.sudden_moderate_hours)) return Pressure::kModerate;
  return intensity <= rules.sudden_deep_max_intensity ? Pressure::kDeep : Pressure::kModerate;
}

std::vector<TechniqueId> techniques_for(const Knowledge& knowledge, const Area& area, Pressure pressure,
                                        std::optional<Minutes> injury_age) {
  std::vector<TechniqueId> fitting;
  for (TechniqueId id : area.techniques) {
    const Technique& technique = knowledge.techniques[id.value];
    const bool too_early = injury_age && *injury_age < hours(technique.not_on_sudden_before_hours);
    if (technique.needs <= pressure && !too_early) fitting.push_back(id);
  }
  return fitting;
}

TraceEntry entry_of(Rule rule, RegionId region, Pressure pressure, int number = 0) {
  TraceEntry entry{rule};
  entry.region = region;
  entry.pressure = pressure;
  entry.number = number;
  return entry;
}

AreaAdvice judge_area(const Knowledge& knowledge, const Mark& mark, const MarkTime& time,
                      const std::vector<RaisedFlag>& flags, const DayAdvice& day, std::vector<TraceEntry>& trace) {
  const RuleNumbers& rules = knowledge.rules;
  const Area& area = knowledge.area_of(mark.region);
  AreaAdvice advice{mark.region, mark.intensity, Pressure::kNone, Pressure::kNone, true, false, {}, 0};

  if (area.cap == Pressure::kNone) {
    advice.reasons |= bit(Rule::kNotMassaged);
    trace.push_back(entry_of(Rule::kNotMassaged, mark.region, Pressure::kNone));
    return advice;
  }
  if (const RaisedFlag* flag = flag_avoiding(flags, mark.region)) {
    advice.reasons |= bit(Rule::kAvoided);
    TraceEntry entry = entry_of(Rule::kAvoided, mark.region, Pressure::kNone);
    entry.flag = flag->flag;
    trace.push_back(entry);
    return advice;
  }

  advice.avoid = false;
  advice.cap = area.cap;
  if (area.cap < Pressure::kDeep) {
    advice.reasons |= bit(Rule::kRegionCap);
    trace.push_back(entry_of(Rule::kRegionCap, mark.region, area.cap));
  }
  std::optional<Minutes> injury_age;
  if (mark.onset == Onset::kSudden) {
    // Content without a flag for acute injuries does not make one safe.
    injury_age = time.age.value_or(Minutes{0});
    const Pressure cap = *injury_age < hours(rules.sudden_avoid_hours) ? Pressure::kNone
                                                                       : cap_of_injury(rules, mark.intensity, *injury_age);
    advice.cap = std::min(advice.cap, cap);
    advice.avoid = cap == Pressure::kNone;
    if (cap < Pressure::kDeep) {
      advice.reasons |= bit(Rule::kR9);
      trace.push_back(entry_of(Rule::kR9, mark.region, cap, static_cast<int>(injury_age->count() / 60)));
    }
  }
  if (time.exertional && mark.intensity >= rules.wait_for_soreness_from) {
    advice.wait_for_soreness = true;
    advice.reasons |= bit(Rule::kR5);
    trace.push_back(entry_of(Rule::kR5, mark.region, Pressure::kModerate, rules.wait_for_soreness_from - 1));
  }
  advice.pressure = std::min(advice.cap, day.pressure);
  if (day.pressure < advice.cap) advice.reasons |= day.reasons;
  if (!advice.avoid) advice.techniques = techniques_for(knowledge, area, advice.pressure, injury_age);
  return advice;
}

}  // namespace

std::vector<AreaAdvice> judge_areas(const Knowledge& knowledge, const Intake& intake, const std::vector<MarkTime>& times,
                                    const std::vector<RaisedFlag>& flags, const DayAdvice& day,
                                    std::vector<TraceEntry>& trace) {
  std::vector<std::size_t> order(intake.marks.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  insertion_sort(order, [&](std::size_t a, std::size_t b) {
    return intake.marks[a].intensity > intake.marks[b].intensity;
  });
  std::vector<AreaAdvice> areas;
  areas.reserve(order.size());
  for (std::size_t i : order) areas.push_back(judge_area(knowledge, intake.marks[i], times[i], flags, day, trace));
  return areas;
}

}  // namespace advisor
