#pragma once

#include <compare>
#include <cstdint>

// The closed sets of the rules are enums; everything that content may extend (regions, benefits,
// techniques, flags) is an index into the knowledge base, one type each, so that none can stand in
// for another.
namespace advisor {

enum class Language : std::uint8_t { kEnglish, kFrench };
enum class Pressure : std::uint8_t { kNone, kLight, kModerate, kDeep };
enum class Quality : std::uint8_t { kTight, kSore, kAche, kSharp, kBurning, kStiff, kCramp, kNumb };
enum class Onset : std::uint8_t { kAfterRun, kGradual, kSudden };
enum class Experience : std::uint8_t { kFirst, kOccasional, kRegular };
enum class Phase : std::uint8_t { kMaintenance, kBuild, kPeak, kTaper, kOff };
enum class Answer : std::uint8_t { kYes, kNo, kUnsure };
enum class Side : std::uint8_t { kNone, kLeft, kRight };  // the runner's own
enum class Grade : std::uint8_t { kModerate, kLimited, kContested };
// Where a rule or a fact comes from, and how sure this project is of a source (docs/content.md).
enum class Origin : std::uint8_t { kArticle, kStudy, kConvention, kSafety };
enum class Checked : std::uint8_t { kAbstract, kSecondary, kRecalled, kConvention };

// Lowest to highest; comparing two is meant.
enum class Level : std::uint8_t {
  kClear,
  kTellTherapist,
  kAvoidArea,
  kClinicianFirst,
  kUrgent,
  kEmergency
};
constexpr int kLevelCount = 6;

// The rules by their names in docs/rules.md. R5, R6, R9, R11, R12 and R15 speak of areas, benefits
// and sessions; the rest of days.
enum class Rule : std::uint8_t {
  kR1,
  kR2,
  kR3,
  kR4,
  kR5,
  kR6,
  kR7,
  kR8,
  kR9,
  kR10,
  kR11,
  kR12,
  kR13,
  kR14,
  kR15,
  kRegionCap,
  kNotMassaged,
  kAvoided,
  kFlag,
  kUnsure,
  kCleared,
  kUnanswered,
  kIdealRace,
  kIdealSoreness,
  kIdealOpen,
  kChosenDay,
  kSessionPressure,
  kBenefit,
  kLeftOut,
  kCadence
};
constexpr int kRuleCount = 30;
// One bit a rule, for the reasons of days and areas.
using RuleSet = std::uint32_t;
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
