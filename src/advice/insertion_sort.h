#pragma once

#include <iterator>
#include <utility>

namespace advisor {

// Sorts a handful in place and keeps the order of equals. Cost: quadratic, so for lists that
// content or intake bounds (at most 120); the library's sorts are 3 KB of code for each type.
template <class Range, class Less>
void insertion_sort(Range&& range, Less less) {
  const auto begin = std::begin(range), end = std::end(range);
  if (begin == end) return;
  for (auto next = std::next(begin); next != end; ++next) {
    auto value = std::move(*next);
    auto hole = next;
    for (; hole != begin && less(value, *std::prev(hole)); --hole)
      *hole = std::move(*std::prev(hole));
    *hole = std::move(value);
  }
}

template <class Range>
void insertion_sort(Range&& range) {
  insertion_sort(range, [](const auto& a, const auto& b) { return a < b; });
}

}  // namespace advisor
