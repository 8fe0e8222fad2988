#pragma once

#include <string>
#include <string_view>

#include "advice/intake.h"
#include "advice/knowledge.h"
#include "content/result.h"

namespace advisor {

// Reads an intake (intake.schema.json), refusing whole whatever docs/rules.md calls bad input:
// nothing is guessed, nothing is dropped. What it gives keeps every precondition of advise(); the
// error's file is empty.
Result<Intake> read_intake(std::string_view json, const Knowledge& knowledge,
                           const Business& business);

// The same intake as text: read_intake gives an equal one back. A date told without a time comes
// back with its 23:59. Precondition: the intake's ids are the knowledge's.
std::string write_intake(const Intake& intake, const Knowledge& knowledge);

}  // namespace advisor
