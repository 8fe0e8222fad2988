#pragma once

#include <string>

#include "advice/advice.h"
#include "advice/intake.h"
#include "content/words.h"

namespace advisor {

// A plain text for the therapist in the language of `words`: areas with side, intensity, quality
// and their own pressure, what to avoid, each flag in the runner's own voice (an injury with its
// age), day, length and pressure, races and the last hard run; nothing that tells the therapist
// what to do. It leaves the page only when the runner copies it. Empty at clinician_first and
// above.
std::string summary_for_therapist(const Knowledge& knowledge, const Words& words,
                                  const Intake& intake, const Advice& advice);

}  // namespace advisor
