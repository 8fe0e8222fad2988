#include "advice/session.h"

#include <cstdlib>

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

Session plan_session(const Knowledge& knowledge, const Business& business, const DayAdvice& day,
                     const std::vector<AreaAdvice>& areas, std::vector<TraceEntry>& trace) {
  const RuleNumbers& rules = knowledge.rules;
  Session session{day.date, 0, day.pressure, {}};
  for (const AreaAdvice& area : areas)
    if (!area.avoid) session.focus.push_back(area.region);

  const bool near_race = (day.reasons & bit(Rule::kR1)) != 0;
  const int wanted = near_race ? rules.race_minutes : length_for(rules, count_areas(knowledge, session.focus));
  session.minutes = nearest_length(business.lengths_minutes, wanted);

  // Near a race R3 has its own entry, with the days.
  if (!near_race) {
    TraceEntry entry{Rule::kR11};
    entry.number = session.minutes;
    trace.push_back(entry);
  }
  return session;
}

}  // namespace advisor
