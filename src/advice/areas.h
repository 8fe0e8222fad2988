#pragma once

#include <vector>

#include "advice/advice.h"
#include "advice/efforts.h"
#include "advice/knowledge.h"

// Says what suits each marked area (docs/rules.md, Each marked area).
namespace advisor {

// Gives one advice for each mark, strongest first, then in the order of marking; `day` is the
// session's.
std::vector<AreaAdvice> judge_areas(const Knowledge& knowledge, const Intake& intake,
                                    const std::vector<MarkTime>& times,
                                    const std::vector<RaisedFlag>& flags, const DayAdvice& day,
                                    std::vector<TraceEntry>& trace);

// Gives the pressure that the area would get on a day without limits, while it feels as told now.
Pressure most_on_any_day(const AreaAdvice& area);

}  // namespace advisor
