#include "content/iso_time.h"

namespace advisor {
namespace {

bool digits(std::string_view text, unsigned& value) {
  value = 0;
  for (char c : text) {
    if (c < '0' || c > '9') return false;
    value = value * 10 + static_cast<unsigned>(c - '0');
  }
  return true;
}

void append_padded(std::string& out, int value, int width) {
  const std::string digits = std::to_string(value);
  for (int i = static_cast<int>(digits.size()); i < width; ++i) out += '0';
  out += digits;
}

}  // namespace

std::optional<Day> parse_day(std::string_view text) {
  unsigned year, month, day;
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  if (!digits(text.substr(0, 4), year) || !digits(text.substr(5, 2), month) ||
      !digits(text.substr(8, 2), day))
    return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(year)),
                                         std::chrono::month(month), std::chrono::day(day)};
  if (!date.ok()) return std::nullopt;
  return Day{date};
}

std::optional<Moment> parse_moment(std::string_view text) {
  unsigned hour, minute;
  if (text.size() != 16 || text[10] != 'T' || text[13] != ':') return std::nullopt;
  const std::optional<Day> day = parse_day(text.substr(0, 10));
  if (!day || !digits(text.substr(11, 2), hour) || !digits(text.substr(14, 2), minute))
    return std::nullopt;
  if (hour > 23 || minute > 59) return std::nullopt;
  return start_of(*day) + Minutes{hour * 60 + minute};
}

std::string iso_date(Day day) {
  const std::chrono::year_month_day date{day};
  std::string out;
  append_padded(out, static_cast<int>(date.year()), 4);
  out += '-';
  append_padded(out, static_cast<int>(static_cast<unsigned>(date.month())), 2);
  out += '-';
  append_padded(out, static_cast<int>(static_cast<unsigned>(date.day())), 2);
  return out;
}

std::string iso_moment(Moment moment) {
  const Day day = day_of(moment);
  const int minutes = static_cast<int>((moment - start_of(day)).count());
  std::string out = iso_date(day) + 'T';
  append_padded(out, minutes / 60, 2);
  out += ':';
  append_padded(out, minutes % 60, 2);
  return out;
}

}  // namespace advisor
