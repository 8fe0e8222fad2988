#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "advice/calendar.h"
#include "advice/ids.h"
#include "advice/rule_numbers.h"

// What the rules know: the language-neutral half of content/, read by src/content/knowledge_json.h.
// All ids that it holds are valid indices into its own tables.
namespace advisor {

struct Technique {
  std::string id;
  Pressure needs;  // the least pressure that it works with
  int not_on_sudden_before_hours = 0;
  bool stretches = false;  // not named for an injury that is still recent
};

// A mark on an area raises a flag by itself (docs/rules.md, Safety: trunk_pain).
struct MarkRaises {
  FlagId flag;
  int from_intensity = 1;         // 1 to 10
  std::optional<Onset> or_onset;  // at any intensity
  std::optional<Onset>
      unless_onset;  // never with this onset and quality together, which explain it
  std::optional<Quality> unless_quality;
};

struct Area {
  std::string id;
  bool paired;
  bool home_is_back;  // the view where it is touched
  Pressure cap;       // kNone: not massaged; markable so that the right question is asked
  std::vector<BenefitId> benefits;  // the first three count, in this order
  std::vector<TechniqueId> techniques;
  std::vector<FlagId> questions;  // its own, beside the ones that always apply
  std::optional<MarkRaises> raises;
  std::vector<int> sources;  // into Knowledge::sources
  Checked checked = Checked::kConvention;
};

struct Region {
  std::string id;  // "calf_l"
  AreaId area;
  Side side;
};

struct Benefit {
  std::string id;
  bool inferred;  // the article's text breaks off before it: nothing says "the article says"
  Grade grade;
  std::vector<int> sources;  // into Knowledge::sources
};

struct Flag {
  std::string id;
  Level level;
  bool clearable;               // "clinician_first unless cleared by a clinician"
  bool asked;                   // has a question (severe_unexplained is both asked and derived)
  bool always;                  // asked whatever is marked
  bool asks_where;              // a yes asks which of the marked regions
  bool told_by_helper = false;  // whoever it befalls cannot answer: somebody beside does
  Derivation derivation = Derivation::kNone;
  std::vector<int> sources;
};

// R15: while this flag is raised, by an answer or by itself, these areas get at most `cap`.
struct FlagCap {
  FlagId flag;
  Pressure cap;               // above none
  std::vector<AreaId> areas;  // empty: every area, and a session without any
};

// While this flag is raised, its own words say what to do at home for these areas.
struct FlagSelfCare {
  FlagId flag;
  std::vector<AreaId> areas;  // empty: every area
};

struct Source {
  std::string id;
  std::string cite;                                     // as a bibliography writes it, in English
  std::array<std::string, kCountOf<Language>> cite_in;  // by Language, where it is a description
                                                        // and no title; else empty
  std::string url;                                      // may be empty
  Checked checked;                                      // how sure this project is of it
};

// Where a rule comes from: what "why?" answers.
struct RuleOrigin {
  Origin origin = Origin::kConvention;
  std::vector<int> sources;  // into Knowledge::sources
};

struct Knowledge {
  std::vector<Technique> techniques;
  std::vector<Benefit> benefits;
  std::vector<Flag> flags;
  std::vector<Area> areas;
  std::vector<FlagCap> flag_caps;
  std::vector<FlagSelfCare> flag_self_care;
  std::vector<Region>
      regions;  // areas expanded: left then right for a paired one, in the order of areas
  std::vector<Source> sources;
  RuleNumbers rules;
  std::array<RuleOrigin, kCountOf<Rule>> rule_origins;  // by Rule

  const Area& area_of(RegionId r) const { return areas[regions[r.value].area.value]; }
};

// What the business's site.json adds to the rules.
struct Business {
  int lead_time_hours = 2;
  std::array<bool, 7> open{true, true, true, true, true, true, true};  // from Monday
  std::vector<int> lengths_minutes;  // offered, ascending; empty: any
  std::vector<Day> holidays;         // closed, whatever the day of the week
};

}  // namespace advisor
