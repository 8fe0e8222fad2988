#pragma once

#include <vector>

#include "advice/advice.h"
#include "advice/efforts.h"
#include "advice/knowledge.h"

// What each day of the horizon allows (docs/rules.md, What a day allows).
namespace advisor {

// From `first` on, rules.horizon_days of them; none is ideal yet. `cleared`: a flag was raised that
// a clinician cleared.
std::vector<DayAdvice> judge_days(const Knowledge& knowledge, const Business& business,
                                  const Intake& intake, const std::vector<MarkTime>& times,
                                  bool cleared, Day first, std::vector<TraceEntry>& trace);

// The first day that allows at least this pressure.
std::optional<Day> earliest(const std::vector<DayAdvice>& days, Pressure pressure);

}  // namespace advisor
