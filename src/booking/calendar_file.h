#pragma once

#include <string>

#include "booking/answer.h"

// A reminder of the session's day for the runner's own calendar. Like a link, it holds nothing of
// health.
namespace advisor {

// The session's day as an iCalendar file (RFC 5545) in the language of the library's words: one
// event of the whole day, private, leaving the day free, with an alarm at 18:00 the day before; the
// business, its booking link and phone. It says that it is no booking. The same business and day
// have the same UID, so a second one replaces the first. DTSTAMP is the intake's clock: the
// business's, not UTC, for no rule knows its distance; it only orders two reminders. Empty where
// booking is not allowed.
std::string calendar_file(const Library& library, const Intake& intake, const Advice& advice);

// "massage-2026-06-16.ics". Precondition: a session.
std::string calendar_file_name(const Advice& advice);

}  // namespace advisor
