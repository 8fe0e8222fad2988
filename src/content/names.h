#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "advice/knowledge.h"

// The closed sets by their ids in intakes, advices and content/: one table each, in the order of
// the enum.
namespace advisor {

template <class E>
struct Names;  // static constexpr std::array<std::string_view, N> kAll

#define ADVISOR_NAMES(type, count, ...)                                     \
  template <>                                                               \
  struct Names<type> {                                                      \
    static constexpr std::array<std::string_view, count> kAll{__VA_ARGS__}; \
  }
ADVISOR_NAMES(Language, 2, "en", "fr");
ADVISOR_NAMES(Pressure, 4, "none", "light", "moderate", "deep");
ADVISOR_NAMES(Quality, 8, "tight", "sore", "ache", "sharp", "burning", "stiff", "cramp", "numb");
ADVISOR_NAMES(Onset, 3, "after_run", "gradual", "sudden");
ADVISOR_NAMES(Experience, 3, "first", "occasional", "regular");
ADVISOR_NAMES(Phase, 5, "maintenance", "build", "peak", "taper", "off");
ADVISOR_NAMES(Answer, 3, "yes", "no", "unsure");
ADVISOR_NAMES(Grade, 3, "moderate", "limited", "contested");
ADVISOR_NAMES(Origin, 4, "article", "study", "convention", "safety");
ADVISOR_NAMES(Checked, 4, "abstract", "secondary", "recalled", "convention");
ADVISOR_NAMES(Level, kLevelCount, "clear", "tell_therapist", "avoid_area", "clinician_first",
              "urgent", "emergency");
ADVISOR_NAMES(Derivation, 7, "", "severe_unexplained", "soreness_too_long", "acute_injury",
              "old_injury", "first_deep_massage", "by_area");
ADVISOR_NAMES(Rule, kRuleCount, "R1", "R2", "R3", "R4", "R5", "R6", "R7", "R8", "R9", "R10", "R11",
              "R12", "R13", "R14", "R15", "region_cap", "not_massaged", "avoided", "flag", "unsure",
              "cleared", "unanswered", "ideal_race", "ideal_soreness", "ideal_open", "chosen_day",
              "session_pressure", "benefit", "left_out", "cadence");
#undef ADVISOR_NAMES

template <class E>
constexpr std::string_view name_of(E value) {
  return Names<E>::kAll[static_cast<std::size_t>(value)];
}

template <class E>
constexpr std::optional<E> by_name(std::string_view name) {
  for (std::size_t i = 0; i < Names<E>::kAll.size(); ++i)
    if (Names<E>::kAll[i] == name) return static_cast<E>(i);
  return std::nullopt;
}

// The index of the entry of a table of the knowledge base with this id; none if there is none.
// Cost: linear.
template <class Id, class Table>
std::optional<Id> find_id(const Table& table, std::string_view id) {
  for (std::size_t i = 0; i < table.size(); ++i)
    if (table[i].id == id) return Id{static_cast<std::uint8_t>(i)};
  return std::nullopt;
}

}  // namespace advisor
