#pragma once

#include "advice/calendar.h"

// Months as numbers: 0 is January 1970.
namespace advisor::app {

constexpr int days_since_epoch(Day day) { return static_cast<int>(day.time_since_epoch().count()); }

constexpr int month_of(Day day) {
  const std::chrono::year_month_day date{day};
  return (static_cast<int>(date.year()) - 1970) * 12 +
         static_cast<int>(static_cast<unsigned>(date.month())) - 1;
}

constexpr Day first_of(int month) {
  return Day{std::chrono::year{1970 + month / 12} /
             std::chrono::month{static_cast<unsigned>(month % 12 + 1)} / 1};
}

}  // namespace advisor::app
