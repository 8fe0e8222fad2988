#include "app/author.h"

namespace advisor::app {

Node& Author::heading(std::string_view key, std::string_view parent, std::string_view name,
                      int level) const {
  Node& node = tree.add(key, parent, Role::kHeading, name);
  node.level = static_cast<std::uint8_t>(level);
  return node;
}

std::string Author::words_of(std::string_view key, int region, int n) const {
  const std::string name =
      region >= 0 ? phrases.region_name({static_cast<std::uint8_t>(region)}) : std::string{};
  return phrases.text(key, {{"region", name}, {"n", std::to_string(n)}});
}

std::string Author::not_that_day(const Action& tells) const {
  const Told::Dates dates = session.told().dates_for(tells);
  const auto year = [](Day day) {
    return std::to_string(static_cast<int>(std::chrono::year_month_day{day}.year()));
  };
  return phrases.text(Session::kNotThatDay, {{"from", phrases.date_plain(dates.from)},
                                             {"from_year", year(dates.from)},
                                             {"to", phrases.date_plain(dates.to)},
                                             {"to_year", year(dates.to)}});
}

Node& Author::text(std::string_view key, std::string_view parent, std::string_view name) const {
  return tree.add(key, parent, Role::kText, name);
}

Node& Author::group(std::string_view key, std::string_view parent, std::string_view name) const {
  return tree.add(key, parent, Role::kGroup, name);
}

void Author::toolbar(std::string_view key, std::string_view parent, std::string_view name) const {
  tree.add(key, parent, Role::kToolbar, name).vertical = true;
}

Node& Author::button(std::string_view key, std::string_view parent, std::string_view name,
                     Action action) const {
  return tree.add(key, parent, Role::kButton, name, action);
}

Node& Author::choice(std::string_view key, std::string_view parent, Role role,
                     std::string_view name, bool on, Action action) const {
  Node& node = tree.add(key, parent, role, name, action);
  node.on = on ? 1 : 0;
  return node;
}

Node& Author::date(std::string_view key, std::string_view parent, std::string_view name,
                   Action tells) const {
  Node& node = tree.add(key, parent, Role::kDate, name, tells);
  const Told::Dates dates = session.told().dates_for(tells);
  node.earliest = dates.from;
  node.latest = dates.to;
  node.date = session.told().told_date(tells);
  const Action& refused = session.refused_date();
  if (refused.kind == tells.kind && refused.subject == tells.subject)
    node.mistake = not_that_day(tells);
  return node;
}

Node& Author::link(std::string_view key, std::string_view parent, std::string_view name,
                   std::string_view href, Action action) const {
  Node& node = tree.add(key, parent, Role::kLink, name, action);
  node.href = href;
  return node;
}

std::string capitalized(std::string text) {
  if (text.empty()) return text;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  if (byte(0) >= 'a' && byte(0) <= 'z')
    text[0] = static_cast<char>(byte(0) - 0x20);
  else if (text.size() > 1 && byte(0) == 0xC3 && byte(1) >= 0xA0 && byte(1) != 0xB7)
    text[1] = static_cast<char>(byte(1) - 0x20);
  return text;
}

}  // namespace advisor::app
