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

// An iCalendar file while it is written: one time stamp, one business, an event for each day.
class Calendar {
 public:
  Calendar(const Library& library, const Intake& intake, Minutes utc_offset)
      : library_(library), now_(intake.now), stamp_(iso_moment(intake.now - utc_offset)) {
    const std::string_view code = name_of(library.words.language);
    language_.append(";LANGUAGE=").append(code).append(":");
    summary_ =
        escaped(phrases_.text("phrases.reminder.summary", {{"business", library.site.name}}));
    out_ = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Recovery advisor//Reminder//";
    for (const char letter : code) out_ += static_cast<char>(letter - 'a' + 'A');
    out_.append("\nX-WR-TIMEZONE:").append(escaped(library.site.time_zone)).append("\n");
  }

  // `of` tells the event from the business's others.
  void add(Day day, const std::string& of, const SessionAdvice& session) {
    const Site& site = library_.site;
    const std::string link = booking_url(site, phrases_, booking_request(session));
    // A message or a call is no page to come back to.
    const std::string url = link.starts_with("https://") ? link : "";
    out_.append("BEGIN:VEVENT\nUID:").append(hash(site.name + '\n' + site.booking.url + '\n' + of));
    out_.append("@recovery-advisor\nDTSTAMP:").append(compact(stamp_));
    out_.append("00Z\nDTSTART;VALUE=DATE:").append(compact(iso_date(day)));
    out_.append("\nDTEND;VALUE=DATE:").append(compact(iso_date(day + std::chrono::days{1})));
    out_.append("\nSUMMARY").append(language_).append(summary_);
    out_.append("\nDESCRIPTION").append(language_).append(escaped(description(url)));
    if (!url.empty()) out_.append("\nURL:").append(url);
    out_.append("\nCLASS:PRIVATE\nTRANSP:TRANSPARENT\n");
    if (const std::string_view trigger = trigger_of(now_, day); !trigger.empty()) {
      out_.append("BEGIN:VALARM\nACTION:DISPLAY\nTRIGGER:").append(trigger);
      out_.append("\nDESCRIPTION").append(language_).append(summary_).append("\nEND:VALARM\n");
    }
    out_.append("END:VEVENT\n");
  }

  std::string take() { return folded(out_.append("END:VCALENDAR\n")); }

 private:
  std::string description(const std::string& url) const {
    std::string text = phrases_.text("phrases.reminder.not_booked");
    if (!url.empty())
      text.append("\n").append(phrases_.text("phrases.reminder.book", {{"url", url}}));
    if (const std::string& phone = library_.site.phone; !phone.empty())
      text.append("\n").append(
          phrases_.text("phrases.reminder.call", {{"phone", phrases_.phone(phone)}}));
    return text;
  }

  const Library& library_;
  Phrases phrases_{library_.knowledge, library_.words};
  Moment now_;
  std::string stamp_, language_, summary_, out_;
};

}  // namespace

std::string calendar_file(const Library& library, const Intake& intake, const Advice& advice,
                          Minutes utc_offset) {
  if (!advice.booking_allowed || !advice.session) return {};
  Calendar calendar(library, intake, utc_offset);
  calendar.add(advice.session->day, iso_date(advice.session->day), *advice.session);
  return calendar.take();
}

std::string block_calendar_file(const Library& library, const Intake& intake, const Advice& advice,
                                Minutes utc_offset) {
  if (!advice.booking_allowed) return {};
  Calendar calendar(library, intake, utc_offset);
  std::size_t from_the_last = advice.block->sessions.size();
  for (const BlockSession& session : advice.block->sessions)
    calendar.add(session.date, "block " + std::to_string(--from_the_last), session_of(session));
  return calendar.take();
}

std::string calendar_file_name(const Advice& advice) {
  return "massage-" + iso_date(advice.session->day) + ".ics";
}

}  // namespace advisor
