#pragma once

#include <optional>
#include <string>
#include <vector>

#include "advice/advice.h"
#include "advice/intake.h"
#include "content/words.h"

namespace advisor {

// Holds what src/booking says beside the advice, because content knows no booking system.
struct BookingTexts {
  std::string prompt;
  std::optional<std::string> url;
  std::optional<std::string> summary;   // plain text for the therapist
  std::vector<std::string> block_urls;  // by session of the block; empty: none
};

// Writes the advice as text per advice.schema.json, in the language of `words`: fixed order of
// keys, the same bytes on every platform. `pretty` indents by two spaces.
std::string write_advice(const Knowledge& knowledge, const Words& words, const Intake& intake,
                         const Advice& advice, const BookingTexts& booking, bool pretty = false);

}  // namespace advisor
