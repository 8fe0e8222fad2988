#include "booking/calendar_file.h"

#include <cstdint>

#include "booking/booking_link.h"
#include "content/iso_time.h"
#include "content/phrases.h"

namespace advisor {
namespace {

constexpr std::size_t kLineOctets = 75;  // RFC 5545, 3.1, without the line break

bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; }

// 3.1: each line of `text` ends with CRLF and is folded between characters, never inside one.
std::string folded(std::string_view text) {
  std::string out;
  std::size_t room = kLineOctets;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t size = 1;
    while (i + size < text.size() && continues_character(text[i + size])) ++size;
    if (text[i] == '\n') {
      out += "\r\n";
      room = kLineOctets;
    } else {
      if (size > room) {
        out += "\r\n ";
        room = kLineOctets - 1;  // the space counts
      }
      out += text.substr(i, size);
      room -= size;
    }
    i += size;
  }
  return out;
}

// 3.3.11; other control characters may not stand in a text.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\' || c == ';' || c == ',') out += '\\';
    if (c == '\n')
      out += "\\n";
    else if (static_cast<unsigned char>(c) >= ' ' && c != 0x7f)
      out += c;
  }
  return out;
}

// "20260616" for "2026-06-16", "20260610T1000" for "2026-06-10T10:00".
std::string compact(std::string_view iso) {
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

// When to alarm, from the day's beginning: an alarm that lies in the past rings at once, or never.
std::string_view trigger_of(Moment now, Day day) {
  if (now < start_of(day) - std::chrono::hours{6}) return "-PT6H";
  if (now < start_of(day) + std::chrono::hours{8}) return "PT8H";
  return {};
}

}  // namespace

std::string calendar_file(const Library& library, const Intake& intake, const Advice& advice,
                          Minutes utc_offset) {
  if (!advice.booking_allowed || !advice.session) return {};
  const Phrases phrases(library.knowledge, library.words);
  const Site& site = library.site;
  const std::string day = iso_date(advice.session->day),
                    link = booking_url(site, phrases, booking_request(*advice.session));
  const std::string url =
      link.starts_with("https://") ? link : "";  // a message or a call is no page to come back to
  const std::string_view code = name_of(library.words.language);
  const std::string language = std::string(";LANGUAGE=").append(code).append(":");
  const std::string summary =
      escaped(phrases.text("phrases.reminder.summary", {{"business", site.name}}));
  std::string description = phrases.text("phrases.reminder.not_booked");
  if (!url.empty())
    description.append("\n").append(phrases.text("phrases.reminder.book", {{"url", url}}));
  if (!site.phone.empty())
    description.append("\n").append(
        phrases.text("phrases.reminder.call", {{"phone", phrases.phone(site.phone)}}));

  std::string out = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Recovery advisor//Reminder//";
  for (const char letter : code) out += static_cast<char>(letter - 'a' + 'A');
  out.append("\nX-WR-TIMEZONE:").append(escaped(site.time_zone));
  out.append("\nBEGIN:VEVENT\nUID:").append(hash(site.name + '\n' + site.booking.url + '\n' + day));
  out.append("@recovery-advisor\nDTSTAMP:").append(compact(iso_moment(intake.now - utc_offset)));
  out.append("00Z\nDTSTART;VALUE=DATE:").append(compact(day));
  out.append("\nDTEND;VALUE=DATE:")
      .append(compact(iso_date(advice.session->day + std::chrono::days{1})));
  out.append("\nSUMMARY").append(language).append(summary);
  out.append("\nDESCRIPTION").append(language).append(escaped(description));
  if (!url.empty()) out.append("\nURL:").append(url);
  out.append("\nCLASS:PRIVATE\nTRANSP:TRANSPARENT\n");
  if (const std::string_view trigger = trigger_of(intake.now, advice.session->day);
      !trigger.empty()) {
    out.append("BEGIN:VALARM\nACTION:DISPLAY\nTRIGGER:").append(trigger);
    out.append("\nDESCRIPTION").append(language).append(summary).append("\nEND:VALARM\n");
  }
  return folded(out.append("END:VEVENT\nEND:VCALENDAR\n"));
}

std::string calendar_file_name(const Advice& advice) {
  return "massage-" + iso_date(advice.session->day) + ".ics";
}

}  // namespace advisor
