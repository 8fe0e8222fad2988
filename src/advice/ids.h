#pragma once

#include <compare>
#include <cstdint>

#include "vocabulary/advice.h"

// The closed sets of the rules are enums (src/vocabulary/vocabulary.json); everything that content
// may extend (regions, benefits, techniques, flags) is an index into the knowledge base, one type
// each, so that none can stand in for another.
namespace advisor {

enum class Side : std::uint8_t { kNone, kLeft, kRight };  // the runner's own

// One bit a rule, for the reasons of days and areas.
using RuleSet = std::uint64_t;
constexpr RuleSet bit(Rule r) { return RuleSet{1} << static_cast<int>(r); }

template <class Tag>
struct Index {
  std::uint8_t value = 0;
  friend auto operator<=>(Index, Index) = default;
};
using AreaId = Index<struct AreaTag>;      // "calf": what both sides share
using RegionId = Index<struct RegionTag>;  // "calf_l": what can be marked
using BenefitId = Index<struct BenefitTag>;
using TechniqueId = Index<struct TechniqueTag>;
using FlagId = Index<struct FlagTag>;

}  // namespace advisor
