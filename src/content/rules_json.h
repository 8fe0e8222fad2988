#pragma once

#include <vector>

#include "advice/knowledge.h"
#include "content/json_reader.h"

namespace advisor {

// Reads "rules" of knowledge.json: every number of docs/rules.md, all of them required. Mistakes
// stay with the value's reader.
void read_rules(JsonValue value, const std::vector<Benefit>& benefits, RuleNumbers& rules);

}  // namespace advisor
