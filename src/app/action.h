#pragma once

#include <cstddef>
#include <iterator>

#include "vocabulary/app.h"

namespace advisor::app {

// One thing that a person can do: the same action whichever way it is done. Its row in
// src/vocabulary/vocabulary.json says what it may be about and what it may set.
struct Action {
  using Kind = ActionKind;
  static constexpr int kNoDay = -1;

  Kind kind = Kind::kNone;
  int subject = -1;
  int value = 0;  // of a date: days since 1970-01-01, or kNoDay
};

// A kind that is none has the row of kNone, which allows nothing.
inline const ActionRow& row_of(Action::Kind kind) {
  const auto i = static_cast<std::size_t>(kind);
  return kActionRows[i < std::size(kActionRows) ? i : 0];
}

}  // namespace advisor::app
