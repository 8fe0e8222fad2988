#include "booking/calendar_file.h"

#include <cstdint>

#include "booking/booking_link.h"
#include "content/iso_time.h"
#include "content/phrases.h"

namespace advisor {
namespace {

constexpr std::size_t kLineOctets = 75;  // RFC 5545, 3.1, without the line break

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; }

// 3.1: CRLF, and lines that are folded between characters, never inside one.
void append_line(std::string& out, std::string_view line) {
  std::size_t room = kLineOctets;
  while (line.size() > room) {
    std::size_t end = room;
    while (end > 1 && continues_character(line[end])) --end;
    out.append(line.substr(0, end)).append("\r\n ");
    line.remove_prefix(end);
    room = kLineOctets - 1;  // the space counts
  }
  out.append(line).append("\r\n");
}

// 3.3.11; other control characters may not stand in a text.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\' || c == ';' || c == ',') out += '\\';
    if (c == '\n') out += "\\n";
    else if (static_cast<unsigned char>(c) >= ' ' && c != 0x7f) out += c;
  }
  return out;
}

// "20260616" for "2026-06-16", "20260610T1000" for "2026-06-10T10:00".
std::string compact(std::string iso) {
  std::string out;
  for (const char c : iso)
    if (c != '-' && c != ':') out += c;
  return out;
}

// FNV-1a, 64 bits, as hexadecimal digits.
std::string hash(std::string_view text) {
  std::uint64_t value = 14695981039346656037u;
  for (const char c : text) value = (value ^ static_cast<unsigned char>(c)) * 1099511628211u;
  std::string out;
  for (int shift = 60; shift >= 0; shift -= 4) out += "0123456789abcdef"[value >> shift & 15];
  return out;
}

}  // namespace

std::string calendar_file(const Library& library, const Intake& intake, const Advice& advice) {
  if (!advice.booking_allowed || !advice.session) return {};
  const Phrases phrases(library.knowledge, library.words);
  const Site& site = library.site;
  const std::string day = iso_date(advice.session->day), link = booking_url(site, phrases, booking_request(*advice.session));
  const std::string url = link.starts_with("https://") ? link : "";  // a message or a call is no page to come back to
  const bool french = library.words.language == Language::kFrench;
  const std::string language = french ? ";LANGUAGE=fr:" : ";LANGUAGE=en:";
  const std::string summary = escaped(phrases.text("phrases.reminder.summary", {{"business", site.name}}));
  std::string description = phrases.text("phrases.reminder.not_booked");
  if (!url.empty()) description += '\n' + phrases.text("phrases.reminder.book", {{"url", url}});
  if (!site.phone.empty()) description += '\n' + phrases.text("phrases.reminder.call", {{"phone", phrases.phone(site.phone)}});

  std::string out;
  append_line(out, "BEGIN:VCALENDAR");
  append_line(out, "VERSION:2.0");
  append_line(out, std::string("PRODID:-//Recovery advisor//Reminder//") + (french ? "FR" : "EN"));
  append_line(out, "X-WR-TIMEZONE:" + escaped(site.time_zone));
  append_line(out, "BEGIN:VEVENT");
  append_line(out, "UID:" + hash(site.name + '\n' + site.booking.url + '\n' + day) + "@recovery-advisor");
  append_line(out, "DTSTAMP:" + compact(iso_moment(intake.now)) + "00Z");
  append_line(out, "DTSTART;VALUE=DATE:" + compact(day));
  append_line(out, "SUMMARY" + language + summary);
  append_line(out, "DESCRIPTION" + language + escaped(description));
  if (!url.empty()) append_line(out, "URL:" + url);
  append_line(out, "CLASS:PRIVATE");
  append_line(out, "TRANSP:TRANSPARENT");
  append_line(out, "BEGIN:VALARM");
  append_line(out, "ACTION:DISPLAY");
  append_line(out, "TRIGGER:-PT6H");
  append_line(out, "DESCRIPTION" + language + summary);
  append_line(out, "END:VALARM");
  append_line(out, "END:VEVENT");
  append_line(out, "END:VCALENDAR");
  return out;
}

std::string calendar_file_name(const Advice& advice) { return "massage-" + iso_date(advice.session->day) + ".ics"; }

}  // namespace advisor
