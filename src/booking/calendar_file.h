#pragma once

#include <string>

#include "booking/answer.h"

// A reminder of the session's day for the runner's own calendar. Like a link, it holds nothing of
// health.
namespace advisor {

// The session's day as an iCalendar file (RFC 5545) in the language of the library's words: one
// event of the whole day, private, leaving the day free, with an alarm at 18:00 the day before, or
// at 8:00 on the day where that is over, or none; the business, its booking link and phone. It says
// that it is no booking. The same business and day have the same UID, so a second one replaces the
// first. `utc_offset` is how far the intake's clock is ahead of UTC, for DTSTAMP. Empty where
// booking is not allowed.
std::string calendar_file(const Library& library, const Intake& intake, const Advice& advice,
                          Minutes utc_offset);

// The same for each session of the block, in one file. The UIDs count from the last session on, so
// that a second file, made later or after a race was moved, moves the events of the first one in
// place of doubling them. Precondition: a block. Empty where booking is not allowed.
std::string block_calendar_file(const Library& library, const Intake& intake, const Advice& advice,
                                Minutes utc_offset);

// "massage-2026-06-16.ics". Precondition: a session.
std::string calendar_file_name(const Advice& advice);

}  // namespace advisor
