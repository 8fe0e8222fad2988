#pragma once

#include <vector>

#include "advice/advice.h"
#include "advice/efforts.h"
#include "advice/knowledge.h"

// Is it safe to be massaged (docs/rules.md, Safety). Nothing here ever lowers a level.
namespace advisor {

struct Safety {
  Level level = Level::kClear;
  std::vector<RaisedFlag> flags;   // highest level first, then the order of the knowledge base
  std::vector<FlagId> unanswered;  // empty when screened
};

Safety judge_safety(const Knowledge& knowledge, const Intake& intake,
                    const std::vector<MarkTime>& times, std::vector<TraceEntry>& trace);

// Says whether this flag only tells that the coming massage is the first one.
bool is_of_first_massage(const Knowledge& knowledge, FlagId flag);

bool is_raised(const std::vector<RaisedFlag>& flags, FlagId flag);

// The flag by which this region is to be left alone; none when it may be massaged as far as flags
// go.
const RaisedFlag* flag_avoiding(const std::vector<RaisedFlag>& flags, RegionId region);

}  // namespace advisor
