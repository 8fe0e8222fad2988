#pragma once

#include <string>

#include "advice/advice.h"
#include "advice/intake.h"
#include "content/words.h"

namespace advisor {

// A plain text for the therapist in the language of `words`: areas with side, intensity and quality, what to avoid, what
// to know, day, length and pressure, races and the last hard run. It leaves the page only when the runner copies it.
// Empty at clinician_first and above.
std::string summary_for_therapist(const Knowledge& knowledge, const Words& words, const Intake& intake,
                                  const Advice& advice);

}  // namespace advisor
