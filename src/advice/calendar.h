#pragma once

#include <chrono>
#include <cstdint>
#include <ratio>

namespace advisor {

// The civil calendar of the business's own place: no time zone and no daylight saving in any rule
// (docs/rules.md, Times). The units are 64 bits wide: std::chrono's own minutes end in the year
// 6053 where `long` has 32 bits.
using Minutes = std::chrono::duration<std::int64_t, std::ratio<60>>;
using Day = std::chrono::local_days;
using Moment = std::chrono::local_time<Minutes>;

constexpr Minutes hours(std::int64_t n) { return Minutes{n * 60}; }
constexpr std::chrono::days days(int n) { return std::chrono::days{n}; }

constexpr Day day_of(Moment m) { return std::chrono::floor<std::chrono::days>(m); }
constexpr Moment start_of(Day d) {
  return Moment{Minutes{std::int64_t{d.time_since_epoch().count()} * 24 * 60}};
}

// A date told without a time means the last minute of that day.
constexpr Moment end_of(Day d) { return start_of(d) + Minutes{24 * 60 - 1}; }

constexpr int days_between(Day from, Day to) { return static_cast<int>((to - from).count()); }

// 0 for Monday to 6 for Sunday.
constexpr unsigned weekday_of(Day d) { return std::chrono::weekday{d}.iso_encoding() - 1; }

}  // namespace advisor
