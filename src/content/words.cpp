#include "content/words.h"

#include <algorithm>

namespace advisor {

const SignWords& FlagWords::asked_of(AreaId area) const {
  for (const Elsewhere& there : by_area)
    if (there.area == area) return there.asked;
  return asked;
}

const Text* Words::find(std::string_view key) const {
  const auto entry = std::lower_bound(entries.begin(), entries.end(), key,
                                      [](const Entry& e, std::string_view k) { return e.key < k; });
  return entry != entries.end() && entry->key == key ? &entry->text : nullptr;
}

const Text& Words::text(std::string_view key) const {
  if (const Text* found = find(key)) return *found;
  // A missing key is a mistake of the program. The key itself is shown, and kept so that a
  // reference to it lives on.
  static Text missing;
  missing.other = key;
  return missing;
}

std::string_view Words::ui(std::string_view key) const { return text(key).other; }

}  // namespace advisor
