#include "content/first_words.h"

#include <algorithm>

namespace advisor {
namespace {

// Cuts off what stands before `end`, or all of it.
std::string_view cut(std::string_view& text, char end) {
  const std::size_t at = std::min(text.find(end), text.size());
  const std::string_view part = text.substr(0, at);
  text.remove_prefix(std::min(at + 1, text.size()));
  return part;
}

void add_area(std::string_view id, std::string_view fields, Knowledge& knowledge, Words& words) {
  const AreaId index{static_cast<std::uint8_t>(knowledge.areas.size())};
  Area area{};
  area.id = id;
  area.paired = cut(fields, '\t') == "paired";
  area.home_is_back = cut(fields, '\t') == "back";
  if (area.paired) {
    knowledge.regions.push_back({area.id + "_l", index, Side::kLeft});
    knowledge.regions.push_back({area.id + "_r", index, Side::kRight});
  } else {
    knowledge.regions.push_back({area.id, index, Side::kNone});
  }
  knowledge.areas.push_back(std::move(area));
  AreaWords& area_words = words.areas.emplace_back();
  area_words.name = cut(fields, '\t');
  area_words.part = fields;
}

}  // namespace

void read_first_words(std::string_view lines, Knowledge& knowledge, Words& words) {
  words.language = by_name<Language>(cut(lines, '\n')).value_or(Language::kFrench);
  while (!lines.empty()) {
    std::string_view line = cut(lines, '\n');
    const std::string_view key = cut(line, '\t');
    if (key.starts_with('+')) {
      add_area(key.substr(1), line, knowledge, words);
    } else {
      const std::string_view other = cut(line, '\t');
      words.entries.push_back({std::string(key), {std::string(other), std::string(line)}});
    }
  }
}

}  // namespace advisor
