#pragma once

#include <string_view>

#include "advice/knowledge.h"
#include "content/result.h"

namespace advisor {

// Reads content/knowledge.json (docs/content.md). Refused whole, with the first place that is
// wrong: unknown and missing keys, ids that dangle or stand twice, numbers out of range, weights
// that are no multiple of 0.1. Cost: linear in the text; well under a millisecond natively
// (tests/bench).
Result<Knowledge> load_knowledge(std::string_view json, std::string_view file = "knowledge.json");

}  // namespace advisor
