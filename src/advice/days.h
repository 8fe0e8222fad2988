#pragma once

#include <vector>

#include "advice/advice.h"
#include "advice/efforts.h"
#include "advice/knowledge.h"

// Says what each day of the horizon allows (docs/rules.md, What a day allows).
namespace advisor {

// Gives rules.horizon_days days from `first` on; none is ideal yet. `cleared` says that a flag was
// raised which a clinician has cleared.
std::vector<DayAdvice> judge_days(const Knowledge& knowledge, const Business& business,
                                  const Intake& intake, const std::vector<MarkTime>& times,
                                  bool cleared, Day first, std::vector<TraceEntry>& trace);

// Gives the first day that allows at least this pressure.
std::optional<Day> earliest(const std::vector<DayAdvice>& days, Pressure pressure);

}  // namespace advisor
