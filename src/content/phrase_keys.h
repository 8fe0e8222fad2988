#pragma once

#include <span>
#include <string_view>

namespace advisor {

// A text that the program itself names, with the placeholders that it fills, separated by spaces.
struct PhraseKey {
  std::string_view key;
  std::string_view placeholders;
};

// Lists all such texts outside of "ui"; the loader refuses a language that lacks one.
std::span<const PhraseKey> phrase_keys();

// These placeholders may stand in the reason and in the trace of a rule, and in a note.
inline constexpr std::string_view kReasonPlaceholders =
    "race run cause date hours pressure number region";
inline constexpr std::string_view kNotePlaceholders = "region regions age";
inline constexpr std::string_view kTracePlaceholders =
    "from to range region benefit flag pressure cause number days";

}  // namespace advisor
