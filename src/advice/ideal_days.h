#pragma once

#include <vector>

#include "advice/advice.h"
#include "advice/efforts.h"
#include "advice/knowledge.h"

// The days that suit best (docs/rules.md, Ideal days).
namespace advisor {

// Marks the ideal ones among `days` (not empty) and gives them, ascending.
std::vector<Day> choose_ideal_days(const RuleNumbers& rules, const Intake& intake,
                                   const std::vector<MarkTime>& times, std::vector<DayAdvice>& days,
                                   std::vector<TraceEntry>& trace);

}  // namespace advisor
