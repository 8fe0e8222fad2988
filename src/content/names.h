#pragma once

#include <optional>
#include <string_view>

#include "advice/knowledge.h"

// What content/ may extend, by the ids of the knowledge base. The closed sets have theirs in the
// vocabulary (name_of and by_name).
namespace advisor {

// The index of the entry of a table of the knowledge base with this id; none if there is none.
// Cost: linear.
template <class Id, class Table>
std::optional<Id> find_id(const Table& table, std::string_view id) {
  for (std::size_t i = 0; i < table.size(); ++i)
    if (table[i].id == id) return Id{static_cast<std::uint8_t>(i)};
  return std::nullopt;
}

}  // namespace advisor
