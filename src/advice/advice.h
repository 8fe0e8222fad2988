#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "advice/calendar.h"
#include "advice/ids.h"

// What the advisor answers: ids and numbers, no words (src/content/phrases.h turns them into
// sentences).
namespace advisor {

// What was told of soreness where a very strong pain alone raises a flag: of several marks the one
// that says the least.
enum class ToldSoreness : std::uint8_t { kNo, kWithoutDay, kTooOld };

struct RaisedFlag {
  FlagId flag;
  Level level;
  bool unsure = false;
  bool cleared = false;
  bool derived = false;           // by the advisor alone: no answer raised it
  std::vector<RegionId> regions;  // in the knowledge's order; empty: the whole body, or not told
  ToldSoreness soreness = ToldSoreness::kNo;
  friend bool operator==(const RaisedFlag&, const RaisedFlag&) = default;
};

struct AreaAdvice {
  RegionId region;
  int intensity;
  Pressure pressure;   // on the session's day; never deep while wait_for_soreness
  Pressure cap;        // on any day, as told now
  Pressure cap_later;  // the same without the flag of a first massage, which will have been had
  bool avoid;
  bool wait_for_soreness;            // R5: deep work waits until the soreness is 4 or less
  bool recent_injury;                // R9 still caps by its age: moved gently, not rolled
  bool numb;                         // nothing presses on what does not feel it
  std::vector<FlagId> self_care_of;  // the self-care of these flags stands for the area's own
  std::vector<TechniqueId> techniques;
  RuleSet reasons = 0;  // every rule that made cap or pressure less than deep, R5 beside them
  friend bool operator==(const AreaAdvice&, const AreaAdvice&) = default;
};

// Why a benefit is where it is: one entry for each thing that added to (or halved) its score.
enum class FactKind : std::uint8_t {
  kArea,
  kSoreness,
  kOldInjury,
  kTightness,
  kRaceNear,
  kRaceNearHalved,
  kPhase,
  kGoal,
  kNothingMarked
};
struct Fact {
  FactKind kind;
  std::optional<RegionId> region;
  int points;  // in units of 0.005, what it added (negative: took away)
  friend bool operator==(const Fact&, const Fact&) = default;
};
struct BenefitAdvice {
  BenefitId benefit;
  int points;    // in units of 0.005
  int permille;  // of the best one's
  std::vector<Fact> why;
  friend bool operator==(const BenefitAdvice&, const BenefitAdvice&) = default;
};

struct DayAdvice {
  Day date;
  Pressure pressure;
  bool ideal;
  RuleSet reasons;  // every rule that spoke about this day's pressure; 0: nothing limits it
  friend bool operator==(const DayAdvice&, const DayAdvice&) = default;
};

struct Timing {
  std::vector<DayAdvice> days;
  std::optional<Day> earliest_light, earliest_deep;
  std::vector<Day> ideal;
  std::optional<std::array<int, 2>> cadence_days;
  friend bool operator==(const Timing&, const Timing&) = default;
};

struct SessionAdvice {
  Day day;
  int minutes;
  Pressure pressure;  // the least of the day's and of `most`
  Pressure most;      // on any day, as told now: what the areas in focus and the flags allow
  std::vector<RegionId> focus;
  friend bool operator==(const SessionAdvice&, const SessionAdvice&) = default;
};

// Every day of the block lies in a phase; neighbours of one phase are one entry.
struct BlockPhase {
  Phase phase;
  Day from, to;
  friend bool operator==(const BlockPhase&, const BlockPhase&) = default;
};

struct SessionReason {
  BlockReason reason;
  std::optional<Day> race;  // of before_race and after_race
  friend bool operator==(const SessionReason&, const SessionReason&) = default;
};
struct BlockSession {
  Day date;
  std::vector<SessionReason> reasons;  // in the order in which they were given; never empty
  Phase phase;
  Pressure pressure;
  int minutes;
  friend bool operator==(const BlockSession&, const BlockSession&) = default;
};

// What the block would have held: the days before or after a race, or a day that the runner chose.
enum class WhyLeftOut : std::uint8_t { kNoDay, kOutside, kClosed, kTooNear };
struct LeftOut {
  SessionReason window;
  Day from, to;
  WhyLeftOut why;  // kNoDay: of a race, where no day of the window is open and far enough
  friend bool operator==(const LeftOut&, const LeftOut&) = default;
};

// The series of sessions from the next one to the last race (docs/rules.md, The training block).
struct Block {
  Day from, to;
  std::vector<BlockPhase> phases;
  std::vector<BlockSession> sessions;  // ascending; the first is that of the advice
  std::vector<LeftOut> left_out;       // in the order in which it was decided
  friend bool operator==(const Block&, const Block&) = default;
};

// One decision: which rule, on what, to which end. Which fields are set depends on the rule.
struct TraceEntry {
  Rule rule;
  std::optional<Day> from, to;  // days
  std::optional<RegionId> region;
  std::optional<BenefitId> benefit;
  std::optional<FlagId> flag;
  std::optional<Pressure> pressure;
  std::optional<Day> cause;  // the race, the run, the last deep massage
  int number = 0;            // minutes, hours, days, intensity or permille, by the rule
  int number_to = 0;         // the end of a range that starts at `number`; 0: no range
  friend bool operator==(const TraceEntry&, const TraceEntry&) = default;
};

struct Advice {
  Level level = Level::kClear;
  std::vector<RaisedFlag> flags;   // highest level first, then the order of the knowledge base
  std::vector<FlagId> unanswered;  // empty when screened
  std::vector<AreaAdvice>
      areas;  // strongest first; empty at clinician_first and above, like benefits
  std::vector<BenefitAdvice> benefits;
  std::optional<Timing> timing;  // none at clinician_first and above, like session
  std::optional<SessionAdvice> session;
  std::optional<Block> block;  // none where there is no timing
  bool booking_allowed = false;
  std::vector<TraceEntry> trace;
  friend bool operator==(const Advice&, const Advice&) = default;
};

inline bool is_cleared(const Advice& advice) {  // R13
  for (const RaisedFlag& flag : advice.flags)
    if (flag.cleared) return true;
  return false;
}

// What a session on this day would get: the day's pressure, and never more than the areas and the
// flags allow. Precondition: below clinician_first.
inline Pressure pressure_on(const Advice& advice, const DayAdvice& day) {
  return day.pressure < advice.session->most ? day.pressure : advice.session->most;
}

}  // namespace advisor
