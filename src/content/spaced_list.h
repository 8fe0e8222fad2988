#pragma once

#include <algorithm>
#include <string_view>

namespace advisor {

// Whether one of the words of a list, which single spaces part, is this one. Cost: linear.
inline bool is_listed(std::string_view word, std::string_view list) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(' '), list.size());
    if (list.substr(0, end) == word) return true;
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return false;
}

}  // namespace advisor
