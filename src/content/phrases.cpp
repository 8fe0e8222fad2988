// Here is the grammar: placeholders, plurals, dates, numbers, lists and names. What the advice says
// is in advice_phrases.cpp.
#include "content/phrases.h"

#include <cmath>

#include "content/names.h"
#include "content/spaced_list.h"

namespace advisor {
namespace {

// Digits are grouped by three from the right, as the language separates them.
std::string grouped(std::int64_t whole, std::string_view separator) {
  const std::string digits = std::to_string(whole);
  std::string out;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && (digits.size() - i) % 3 == 0) out += separator;
    out += digits[i];
  }
  return out;
}

std::chrono::year_month_day civil(Day d) { return std::chrono::year_month_day{d}; }
unsigned month_of(Day d) { return static_cast<unsigned>(civil(d).month()); }

}  // namespace

std::string Phrases::fill_text(std::string_view pattern, std::initializer_list<Fill> fills) {
  std::string out;
  out.reserve(pattern.size() + 32);
  while (true) {
    const std::size_t open = pattern.find('{');
    out += pattern.substr(0, open);
    if (open == std::string_view::npos) return out;
    const std::size_t close = pattern.find('}', open);
    if (close == std::string_view::npos) return out += pattern.substr(open);
    const std::string_view name = pattern.substr(open + 1, close - open - 1);
    for (const Fill& f : fills)
      if (f.name == name) out += f.value;
    pattern.remove_prefix(close + 1);
  }
}

std::string Phrases::number_text(int n) const { return grouped(n, words_.ui("grammar.thousands")); }

std::string Phrases::text(std::string_view key, std::initializer_list<Fill> fills) const {
  return fill_text(words_.text(key).other, fills);
}

std::string Phrases::counted(std::string_view key, int n, std::initializer_list<Fill> fills) const {
  const Text& text = words_.text(key);
  const std::string number = number_text(n);
  const bool one = is_listed(number, words_.ui("grammar.singular"));
  // {n} is filled first, so that a fill is never read as a pattern.
  std::string out;
  std::string_view pattern = one && !text.one.empty() ? text.one : text.other;
  for (std::size_t at = pattern.find("{n}"); at != std::string_view::npos;
       at = pattern.find("{n}")) {
    out += fill_text(pattern.substr(0, at), fills);
    out += number;
    pattern.remove_prefix(at + 3);
  }
  return out += fill_text(pattern, fills);
}

std::string Phrases::region_name(RegionId r) const {
  const Region& region = knowledge_.regions[r.value];
  const std::string& name = words_.areas[region.area.value].name;
  if (region.side == Side::kNone) return name;
  return text(region.side == Side::kLeft ? "grammar.region_left" : "grammar.region_right",
              {{"name", name}});
}

std::string_view Phrases::region_in_sentence(RegionId r) const {
  const Region& region = knowledge_.regions[r.value];
  const AreaWords& area = words_.areas[region.area.value];
  return region.side == Side::kRight ? area.right : area.left;
}

// "Douleur à la poitrine" inside a sentence; the letters of French are Latin-1, two bytes in UTF-8.
std::string Phrases::uncapitalized(std::string text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  if (text.size() < 2) return text;
  if (byte(0) >= 'A' && byte(0) <= 'Z')
    text[0] = static_cast<char>(byte(0) + 0x20);
  else if (byte(0) == 0xC3 && byte(1) >= 0x80 && byte(1) <= 0x9E && byte(1) != 0x97)
    text[1] = static_cast<char>(byte(1) + 0x20);
  return text;
}

std::string Phrases::region_in_note(RegionId r) const {
  const std::string name = region_name(r);
  // A name such as Achilles keeps its capital, as it does inside a sentence.
  const bool proper =
      region_in_sentence(r).find(name.substr(0, name.find(' '))) != std::string_view::npos;
  return proper ? name : uncapitalized(name);
}

std::string_view Phrases::region_short(RegionId r) const {
  const Region& region = knowledge_.regions[r.value];
  const AreaWords& area = words_.areas[region.area.value];
  return region.side == Side::kRight ? area.short_right : area.short_left;
}

const std::string& Phrases::citation(int source) const {
  const Source& known = knowledge_.sources[static_cast<std::size_t>(source)];
  const std::string& own = known.cite_in[static_cast<std::size_t>(words_.language)];
  return own.empty() ? known.cite : own;
}

std::string_view Phrases::of(std::string_view section, std::string_view name) const {
  // The key is put together on the stack, because src/ui asks in every frame and a settled frame
  // allocates nothing. The names of the closed sets are short.
  std::array<char, 64> key;
  std::size_t size = 0;
  for (const std::string_view part : {section, name})
    size += part.copy(key.data() + size, key.size() - size);
  return words_.ui({key.data(), size});
}

std::string_view Phrases::term(Pressure p) const { return of("terms.pressure.", name_of(p)); }
std::string_view Phrases::term(Quality q) const { return of("terms.quality.", name_of(q)); }
std::string_view Phrases::term_in(Quality q) const { return of("terms.quality_in.", name_of(q)); }
std::string_view Phrases::term(Onset o) const { return of("terms.onset.", name_of(o)); }
std::string_view Phrases::term(Experience e) const { return of("terms.experience.", name_of(e)); }
std::string_view Phrases::term(Phase p) const { return of("terms.phase.", name_of(p)); }
std::string_view Phrases::term(Grade g) const { return of("terms.grade.", name_of(g)); }
std::string_view Phrases::term_short(Grade g) const { return of("terms.grade_short.", name_of(g)); }
std::string_view Phrases::term(Origin o) const { return of("terms.origin.", name_of(o)); }
std::string_view Phrases::term(Checked c) const { return of("terms.checked.", name_of(c)); }

std::string_view Phrases::intensity_word(int intensity) const {
  return words_.ui(intensity <= 3   ? "terms.intensity.mild"
                   : intensity <= 6 ? "terms.intensity.moderate"
                   : intensity <= 8 ? "terms.intensity.strong"
                                    : "terms.intensity.very_strong");
}

std::string Phrases::day_number(Day d) const {
  const unsigned day = static_cast<unsigned>(civil(d).day());
  return day == 1 ? std::string(words_.ui("grammar.day_first")) : std::to_string(day);
}

std::string_view Phrases::month(unsigned month_1_to_12) const {
  return of("grammar.month.", std::to_string(month_1_to_12));
}

std::string_view Phrases::weekday(unsigned weekday_0_is_monday) const {
  return of("grammar.weekday.", std::to_string(weekday_0_is_monday + 1));
}

std::string_view Phrases::weekday_short(unsigned weekday_0_is_monday) const {
  return of("grammar.weekday_short.", std::to_string(weekday_0_is_monday + 1));
}

std::string Phrases::date(Day d) const {
  return text(
      "grammar.date",
      {{"weekday", weekday(weekday_of(d))}, {"day", day_number(d)}, {"month", month(month_of(d))}});
}

std::string Phrases::the_date(Day d) const { return text("grammar.the_date", {{"date", date(d)}}); }

std::string Phrases::date_plain(Day d) const {
  return text("grammar.date_plain", {{"day", day_number(d)}, {"month", month(month_of(d))}});
}

std::string Phrases::day_short(Day d) const {
  return text("grammar.day_short",
              {{"weekday_short", weekday_short(weekday_of(d))}, {"day", day_number(d)}});
}

std::string Phrases::date_short(Day d) const {
  return text("grammar.date_short",
              {{"weekday_short", weekday_short(weekday_of(d))},
               {"day", day_number(d)},
               {"month", month(month_of(d))},
               {"month_short", of("grammar.month_short.", std::to_string(month_of(d)))}});
}

std::string Phrases::range(Day from, Day to) const {
  if (from == to) return text("grammar.range_one", {{"day", date_plain(from)}});
  if (civil(from).year() == civil(to).year() && month_of(from) == month_of(to))
    return text(
        "grammar.range_same_month",
        {{"from", day_number(from)}, {"to", day_number(to)}, {"month", month(month_of(from))}});
  return text("grammar.range", {{"from", date_plain(from)}, {"to", date_plain(to)}});
}

namespace {

std::string joined(const Phrases& phrases, std::span<const std::string> items,
                   std::string_view last_pair) {
  if (items.empty()) return {};
  std::string out = items.front();
  const std::string_view separator = phrases.words().ui("grammar.list_separator");
  for (std::size_t i = 1; i + 1 < items.size(); ++i) out.append(separator).append(items[i]);
  return items.size() == 1 ? out : phrases.text(last_pair, {{"a", out}, {"b", items.back()}});
}

}  // namespace

std::string Phrases::list_and(std::span<const std::string> items) const {
  return joined(*this, items, "grammar.list_and");
}

std::string Phrases::list_or(std::span<const std::string> items) const {
  return joined(*this, items, "grammar.list_or");
}

std::string Phrases::number(double value) const {
  const std::int64_t tenths = std::llround(value * 10);
  std::string out = grouped(tenths / 10, words_.ui("grammar.thousands"));
  if (tenths % 10 != 0)
    out.append(words_.ui("grammar.decimal")).append(std::to_string(tenths % 10));
  return out;
}

std::string Phrases::money(int cents) const {
  std::string amount = grouped(cents / 100, words_.ui("grammar.thousands"));
  if (cents % 100 != 0) {
    amount.append(words_.ui("grammar.decimal"));
    amount += static_cast<char>('0' + cents % 100 / 10);
    amount += static_cast<char>('0' + cents % 10);
  }
  return text("grammar.money", {{"amount", amount}});
}

std::string Phrases::phone(std::string_view e164) const {
  if (e164.size() != 12 || !e164.starts_with("+1")) return std::string(e164);
  return text(
      "grammar.phone",
      {{"area", e164.substr(2, 3)}, {"exchange", e164.substr(5, 3)}, {"line", e164.substr(8)}});
}

}  // namespace advisor
