#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "advice/calendar.h"

// Dates and times as ISO 8601 writes them, to the minute.
namespace advisor {

// A date that exists, "2026-06-10" (RFC 3339 full-date), and the same with a time of day,
// "2026-06-10T10:00".
std::optional<Day> parse_day(std::string_view text);
std::optional<Moment> parse_moment(std::string_view text);

std::string iso_date(Day day);
std::string iso_moment(Moment moment);

}  // namespace advisor
