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

// Which session is spoken of: the next one, or one after it, when the first massage will have been
// had and today's soreness will be gone.
enum class When : std::uint8_t { kNext, kLater };

// What the areas in focus take at most, whatever the day; without any, what the flags that speak of
// no area allow (R15).
Pressure most_of(const Knowledge& knowledge, const std::vector<RaisedFlag>& flags,
                 const std::vector<AreaAdvice>& areas, When when) {
  Pressure most = Pressure::kNone;
  for (const AreaAdvice& area : areas)
    if (!area.avoid)
      most = std::max(most, when == When::kNext ? most_on_any_day(area) : area.cap_later);
  if (most > Pressure::kNone) return most;
  most = Pressure::kDeep;
  for (const FlagCap& cap : knowledge.flag_caps) {
    const bool is_over = when == When::kLater && is_of_first_massage(knowledge, cap.flag);
    if (cap.areas.empty() && !is_over && is_raised(flags, cap.flag)) most = std::min(most, cap.cap);
  }
  return most;
}

// R3 speaks of the same days as R1.
bool is_near_race(const DayAdvice& day) { return (day.reasons & bit(Rule::kR3)) != 0; }

int minutes_for(const Knowledge& knowledge, const Business& business, bool near_race,
                bool is_first_massage, const std::vector<RegionId>& focus) {
  const RuleNumbers& rules = knowledge.rules;
  const int minutes = near_race          ? rules.race_minutes
                      : is_first_massage ? rules.first_minutes
                                         : length_for(rules, count_areas(knowledge, focus));
  return nearest_length(business.lengths_minutes, minutes);
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
  const Pressure most = most_of(knowledge, flags, areas, When::kNext);
  SessionAdvice session{day.date, 0, std::min(day.pressure, most), most, {}};
  for (const AreaAdvice& area : areas)
    if (!area.avoid) session.focus.push_back(area.region);

  const bool near_race = is_near_race(day);
  session.minutes = minutes_for(knowledge, business, near_race,
                                intake.experience == Experience::kFirst, session.focus);

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

Pressure most_later(const Knowledge& knowledge, const std::vector<RaisedFlag>& flags,
                    const std::vector<AreaAdvice>& areas) {
  return most_of(knowledge, flags, areas, When::kLater);
}

int minutes_later(const Knowledge& knowledge, const Business& business, const DayAdvice& day,
                  const std::vector<RegionId>& focus) {
  return minutes_for(knowledge, business, is_near_race(day), false, focus);
}

}  // namespace advisor
