#pragma once

#include <vector>

#include "advice/advice.h"
#include "advice/intake.h"
#include "advice/knowledge.h"

// The session to book (docs/rules.md, SessionAdvice).
namespace advisor {

// How long, how deep and on what; `day` is the session's. It is never deeper than the gentlest of
// its day, its flags and what its areas take.
SessionAdvice plan_session(const Knowledge& knowledge, const Business& business,
                           const Intake& intake, const std::vector<RaisedFlag>& flags,
                           const DayAdvice& day, const std::vector<AreaAdvice>& areas,
                           std::vector<TraceEntry>& trace);

// The length that the business offers which is nearest to `minutes`, the shorter on a tie;
// `minutes` if it names none.
int nearest_length(const std::vector<int>& offered_minutes, int minutes);

// What the areas and the flags allow at most in a session after the next one, whatever its day.
Pressure most_later(const Knowledge& knowledge, const std::vector<RaisedFlag>& flags,
                    const std::vector<AreaAdvice>& areas);

// How long a session after the next one is, on this day.
int minutes_later(const Knowledge& knowledge, const Business& business, const DayAdvice& day,
                  const std::vector<RegionId>& focus);

}  // namespace advisor
