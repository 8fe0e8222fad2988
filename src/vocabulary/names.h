#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

// The closed sets of src/vocabulary/vocabulary.json by their ids. The build writes a header for
// each room from it, which specializes Names for its sets.
namespace advisor {

// static constexpr std::array<std::string_view, N> kAll, in the order of the enum.
template <class E>
struct Names;

template <class E>
constexpr int kCountOf = static_cast<int>(Names<E>::kAll.size());

template <class E>
constexpr std::string_view name_of(E value) {
  return Names<E>::kAll[static_cast<std::size_t>(value)];
}

// Nothing where no member of the set has this id. Cost: linear.
template <class E>
constexpr std::optional<E> by_name(std::string_view id) {
  for (std::size_t i = 0; i < Names<E>::kAll.size(); ++i)
    if (Names<E>::kAll[i] == id) return static_cast<E>(i);
  return std::nullopt;
}

}  // namespace advisor
