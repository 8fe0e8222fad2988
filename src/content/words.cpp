#include "content/words.h"

#include <algorithm>

namespace advisor {

const Text& Words::text(std::string_view key) const {
  const auto entry = std::lower_bound(entries.begin(), entries.end(), key,
                                      [](const Entry& e, std::string_view k) { return e.key < k; });
  if (entry != entries.end() && entry->key == key) return entry->text;
  // A mistake of the program: shown as its key, and kept so that a reference to it lives on.
  static Text missing;
  missing.other = key;
  return missing;
}

std::string_view Words::ui(std::string_view key) const { return text(key).other; }

}  // namespace advisor
