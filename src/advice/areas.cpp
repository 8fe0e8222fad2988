#include "advice/areas.h"

#include <algorithm>

#include "advice/insertion_sort.h"
#include "advice/safety.h"

namespace advisor {
namespace {

constexpr Pressure kMostWhileSore = Pressure::kModerate;  // R5

// R9. Precondition: a sudden onset that is old enough for its area not to be avoided.
Pressure cap_of_injury(const RuleNumbers& rules, int intensity, Minutes age) {
  if (age < hours(rules.sudden_light_hours)) return Pressure::kLight;
  if (age < hours(rules.sudden_moderate_hours)) return Pressure::kModerate;
  return intensity <= rules.sudden_deep_max_intensity ? Pressure::kDeep : Pressure::kModerate;
}

// An injury that R9 still caps by its age.
bool is_recent(const RuleNumbers& rules, const Mark& mark, const MarkTime& time) {
  return mark.onset == Onset::kSudden &&
         time.age.value_or(Minutes{0}) < hours(rules.sudden_moderate_hours);
}

std::vector<TechniqueId> techniques_for(const Knowledge& knowledge, const Area& area,
                                        Pressure pressure, std::optional<Minutes> injury_age) {
  std::vector<TechniqueId> fitting;
  for (TechniqueId id : area.techniques) {
    const Technique& technique = knowledge.techniques[id.value];
    const bool too_early = injury_age && *injury_age < hours(technique.not_on_sudden_before_hours);
    if (technique.needs <= pressure && !too_early) fitting.push_back(id);
  }
  return fitting;
}

// One mark becomes an area's advice: the rules are put to it one by one, and each only ever lowers
// it.
class AreaJudge {
 public:
  AreaJudge(const Knowledge& knowledge, const Mark& mark, const MarkTime& time,
            std::vector<TraceEntry>& trace)
      : knowledge_(knowledge),
        rules_(knowledge.rules),
        area_(knowledge.area_of(mark.region)),
        mark_(mark),
        time_(time),
        trace_(trace),
        advice_{mark.region,
                mark.intensity,
                Pressure::kNone,
                Pressure::kNone,
                Pressure::kNone,
                true,
                false,
                is_recent(knowledge.rules, mark, time),
                mark.quality == Quality::kNumb,
                {},
                {},
                0} {}

  AreaAdvice judge(const std::vector<RaisedFlag>& flags, const DayAdvice& day) {
    if (is_avoided(flags)) return std::move(advice_);
    advice_.avoid = false;
    advice_.cap = advice_.cap_later = area_.cap;
    if (area_.cap < Pressure::kDeep) limit(Rule::kRegionCap, area_.cap);
    cap_by_flags(flags);
    take_self_care(flags);
    cap_by_injury();
    advice_.pressure = std::min(advice_.cap, day.pressure);
    if (day.pressure < advice_.cap) advice_.reasons |= day.reasons;
    wait_for_soreness();
    if (!advice_.avoid)
      advice_.techniques = techniques_for(knowledge_, area_, advice_.pressure, injury_age_);
    return std::move(advice_);
  }

 private:
  TraceEntry& limit(Rule rule, Pressure most, int number = 0) {
    advice_.reasons |= bit(rule);
    TraceEntry entry{rule};
    entry.region = mark_.region;
    entry.pressure = most;
    entry.number = number;
    return trace_.emplace_back(entry);
  }

  bool is_avoided(const std::vector<RaisedFlag>& flags) {
    if (area_.cap == Pressure::kNone) {
      limit(Rule::kNotMassaged, Pressure::kNone);
      return true;
    }
    const RaisedFlag* flag = flag_avoiding(flags, mark_.region);
    if (flag) limit(Rule::kAvoided, Pressure::kNone).flag = flag->flag;
    return flag != nullptr;
  }

  // No area named: all of them.
  bool speaks_of(const std::vector<AreaId>& areas) const {
    const AreaId area = knowledge_.regions[mark_.region.value].area;
    return areas.empty() || std::find(areas.begin(), areas.end(), area) != areas.end();
  }

  void take_self_care(const std::vector<RaisedFlag>& flags) {
    for (const FlagSelfCare& care : knowledge_.flag_self_care)
      if (speaks_of(care.areas) && is_raised(flags, care.flag))
        advice_.self_care_of.push_back(care.flag);
  }

  // R15
  void cap_by_flags(const std::vector<RaisedFlag>& flags) {
    const FlagCap* least = nullptr;
    for (const FlagCap& cap : knowledge_.flag_caps) {
      if (!speaks_of(cap.areas) || !is_raised(flags, cap.flag)) continue;
      if (!least || cap.cap < least->cap) least = &cap;
      if (!is_of_first_massage(knowledge_, cap.flag))
        advice_.cap_later = std::min(advice_.cap_later, cap.cap);
    }
    if (!least || least->cap >= advice_.cap) return;
    advice_.cap = least->cap;
    limit(Rule::kR15, least->cap).flag = least->flag;
  }

  // R9
  void cap_by_injury() {
    if (mark_.onset != Onset::kSudden) return;
    // Content without a flag for acute injuries does not make one safe.
    injury_age_ = time_.age.value_or(Minutes{0});
    const Pressure cap = *injury_age_ < hours(rules_.sudden_avoid_hours)
                             ? Pressure::kNone
                             : cap_of_injury(rules_, mark_.intensity, *injury_age_);
    advice_.cap = std::min(advice_.cap, cap);
    advice_.cap_later = std::min(advice_.cap_later, cap);
    advice_.avoid = cap == Pressure::kNone;
    if (cap < Pressure::kDeep) limit(Rule::kR9, cap, static_cast<int>(injury_age_->count() / 60));
  }

  // R5
  void wait_for_soreness() {
    if (!time_.exertional || mark_.intensity < rules_.wait_for_soreness_from) return;
    advice_.wait_for_soreness = true;
    advice_.pressure = std::min(advice_.pressure, kMostWhileSore);
    limit(Rule::kR5, kMostWhileSore, rules_.wait_for_soreness_from - 1);
  }

  const Knowledge& knowledge_;
  const RuleNumbers& rules_;
  const Area& area_;
  const Mark& mark_;
  const MarkTime& time_;
  std::vector<TraceEntry>& trace_;
  std::optional<Minutes> injury_age_;
  AreaAdvice advice_;
};

}  // namespace

Pressure most_on_any_day(const AreaAdvice& area) {
  return area.wait_for_soreness ? std::min(area.cap, kMostWhileSore) : area.cap;
}

std::vector<AreaAdvice> judge_areas(const Knowledge& knowledge, const Intake& intake,
                                    const std::vector<MarkTime>& times,
                                    const std::vector<RaisedFlag>& flags, const DayAdvice& day,
                                    std::vector<TraceEntry>& trace) {
  std::vector<std::size_t> order(intake.marks.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  insertion_sort(order, [&](std::size_t a, std::size_t b) {
    return intake.marks[a].intensity > intake.marks[b].intensity;
  });
  std::vector<AreaAdvice> areas;
  areas.reserve(order.size());
  for (std::size_t i : order)
    areas.push_back(AreaJudge(knowledge, intake.marks[i], times[i], trace).judge(flags, day));
  return areas;
}

}  // namespace advisor
