#include "advice/session_advice.h"

#include <algorithm>
#include <cstdlib>

#include "advice/areas.h"
#include "advice/safety.h"

namespace advisor {
namespace {

// Left and right of one area are one.
int count_areas(const Knowledge& knowledge, const std::vector<RegionId>& regions) {
  std::vector<bool> seen(knowledge.areas.size());
  int count = 0;
  for (RegionId region : regions) {
    const AreaId area = knowledge.regions[region.value].area;
    if (!seen[area.value]) ++count;
    seen[area.value] = true;
  }
  return count;
}

int length_for(const RuleNumbers& rules, int areas) {
  for (const RuleNumbers::Length& length : rules.lengths)
    if (areas <= length.max_areas) return length.minutes;
  return rules.lengths.back().minutes;
}

// What the areas in focus take at most, whatever the day; without any, what the flags that speak of
// no area allow (R15).
Pressure most_of(const Knowledge& knowledge, const std::vector<RaisedFlag>& flags,
                 const std::vector<AreaAdvice>& areas) {
  Pressure most = Pressure::kNone;
  for (const AreaAdvice& area : areas)
    if (!area.avoid) most = std::max(most, most_on_any_day(area));
  if (most > Pressure::kNone) return most;
  most = Pressure::kDeep;
  for (const FlagCap& cap : knowledge.flag_caps)
    if (cap.areas.empty() && is_raised(flags, cap.flag)) most = std::min(most, cap.cap);
  return most;
}

int minutes_for(const Knowledge& knowledge, const Intake& intake, bool near_race,
                const std::vector<RegionId>& focus) {
  const RuleNumbers& rules = knowledge.rules;
  if (near_race) return rules.race_minutes;
  if (intake.experience == Experience::kFirst) return rules.first_minutes;
  return length_for(rules, count_areas(knowledge, focus));
}

}  // namespace

int nearest_length(const std::vector<int>& offered_minutes, int minutes) {
  if (offered_minutes.empty()) return minutes;
  int nearest = offered_minutes.front();
  for (int offered : offered_minutes) {
    const int distance = std::abs(offered - minutes), best = std::abs(nearest - minutes);
    if (distance < best || (distance == best && offered < nearest)) nearest = offered;
  }
  return nearest;
}

SessionAdvice plan_session(const Knowledge& knowledge, const Business& business,
                           const Intake& intake, const std::vector<RaisedFlag>& flags,
                           const DayAdvice& day, const std::vector<AreaAdvice>& areas,
                           std::vector<TraceEntry>& trace) {
  const Pressure most = most_of(knowledge, flags, areas);
  SessionAdvice session{day.date, 0, std::min(day.pressure, most), most, {}};
  for (const AreaAdvice& area : areas)
    if (!area.avoid) session.focus.push_back(area.region);

  const bool near_race = (day.reasons & bit(Rule::kR1)) != 0;
  session.minutes = nearest_length(business.lengths_minutes,
                                   minutes_for(knowledge, intake, near_race, session.focus));

  // Near a race R3 has its own entry, with the days.
  if (!near_race) {
    TraceEntry entry{Rule::kR11};
    entry.number = session.minutes;
    trace.push_back(entry);
  }
  if (session.pressure < day.pressure) {
    TraceEntry entry{Rule::kSessionPressure};
    entry.pressure = session.pressure;
    trace.push_back(entry);
  }
  return session;
}

}  // namespace advisor
