#pragma once

#include <span>
#include <string_view>

namespace advisor {

// A text that the program itself names, with the placeholders that it fills, separated by spaces.
struct PhraseKey {
  std::string_view key;
  std::string_view placeholders;
};

// All of them outside "ui": the loader refuses a language that lacks one.
std::span<const PhraseKey> phrase_keys();

// What the reason and the trace of a rule may be filled with.
inline constexpr std::string_view kReasonPlaceholders =
    "race run cause date hours pressure number region";
inline constexpr std::string_view kNotePlaceholders = "region regions age";
inline constexpr std::string_view kTracePlaceholders =
    "from to range region benefit flag pressure cause number days";

}  // namespace advisor
