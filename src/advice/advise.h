#pragma once

#include "advice/advice.h"
#include "advice/intake.h"
#include "advice/knowledge.h"

namespace advisor {

// The whole decision of docs/rules.md: pure, total and deterministic on every platform.
// Precondition: `intake` keeps what intake.h says, its ids are the knowledge's; intake.day lies in
// the horizon. Cost: a few microseconds for nine marks and three races (tests/bench).
[[gnu::noinline]] Advice advise(const Knowledge& knowledge, const Business& business,
                                const Intake& intake);

// The flags whose question these marks call for, in the order of the knowledge base.
std::vector<FlagId> questions_for(const Knowledge& knowledge, const std::vector<Mark>& marks);

// date(the later of now + lead time and the last effort + 2 h): the first day that can be booked.
Day first_day(const Knowledge& knowledge, const Business& business, const Intake& intake);

}  // namespace advisor
