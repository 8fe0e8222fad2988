#pragma once

#include <vector>

#include "advice/advice.h"
#include "advice/efforts.h"
#include "advice/knowledge.h"

// The series of sessions from the next one to the last race (docs/rules.md, The training block).
namespace advisor {

// Gives the advice its block and traces each decision; nothing else of the advice changes.
// Precondition: everything else of the advice stands, with timing and session.
void plan_block(const Knowledge& knowledge, const Business& business, const Intake& intake,
                const std::vector<MarkTime>& times, Advice& advice);

}  // namespace advisor
