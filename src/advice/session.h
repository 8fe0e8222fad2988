#pragma once

#include <vector>

#include "advice/advice.h"
#include "advice/knowledge.h"

// The session to book (rules.md, Session).
namespace advisor {

// How long, and on what; `day` is the session's.
Session plan_session(const Knowledge& knowledge, const Business& business,
                     const DayAdvice& day, const std::vector<AreaAdvice>& areas, std::vector<TraceEntry>& trace);

// The length that the business offers which is nearest to `minutes`, the shorter on a tie; `minutes` if it names none.
int nearest_length(const std::vector<int>& offered_minutes, int minutes);

}  // namespace advisor
