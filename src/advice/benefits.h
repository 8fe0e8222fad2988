#pragma once

#include <vector>

#include "advice/advice.h"
#include "advice/efforts.h"
#include "advice/knowledge.h"

// Says which benefits are listed, in which order (docs/rules.md, Which benefits, in which order).
namespace advisor {

// Gives every benefit above zero, best first, ties in the order of the knowledge base, each with
// the facts that put it there.
std::vector<BenefitAdvice> rank_benefits(const Knowledge& knowledge, const Intake& intake,
                                         const std::vector<MarkTime>& times,
                                         const std::vector<RaisedFlag>& flags,
                                         const std::vector<AreaAdvice>& areas, Day first,
                                         std::vector<TraceEntry>& trace);

}  // namespace advisor
