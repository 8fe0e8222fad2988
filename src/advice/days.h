#pragma once

#include <vector>

#include "advice/advice.h"
#include "advice/efforts.h"
#include "advice/knowledge.h"

// Says what each day of the horizon allows (docs/rules.md, What a day allows).
namespace advisor {

// The days that are judged, `first` not after `last`. Whoever was never massaged counts as such up
// to a day of them (R4).
struct DaySpan {
  Day first, last;
  Day first_massage_to;
};

// Gives each day of the span; none is ideal yet. `cleared` says that a flag was raised which a
// clinician has cleared. What limits a day is told to the trace, where there is one.
std::vector<DayAdvice> judge_days(const Knowledge& knowledge, const Business& business,
                                  const Intake& intake, const std::vector<MarkTime>& times,
                                  bool cleared, const DaySpan& span,
                                  std::vector<TraceEntry>* trace);

// Gives the first day that allows at least this pressure.
std::optional<Day> earliest(const std::vector<DayAdvice>& days, Pressure pressure);

}  // namespace advisor
