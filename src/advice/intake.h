#pragma once

#include <optional>
#include <vector>

#include "advice/calendar.h"
#include "advice/ids.h"

namespace advisor {

// What a runner told, version 1 of intake.schema.json. Whoever fills it keeps its preconditions:
// each region at most once, intensity 1 to 10, `since`, `last_hard_end` and the day of `last_deep`
// not after `now` (src/content/intake_json.h refuses the rest).
struct Mark {
  RegionId region;
  int intensity = 5;
  std::optional<Quality> quality;
  std::optional<Onset> onset;
  std::optional<Moment> since;
  friend bool operator==(const Mark&, const Mark&) = default;
};

struct FlagAnswer {
  FlagId flag;
  Answer answer = Answer::kNo;
  std::vector<RegionId> regions;  // where, for a flag that asks it; each at most once
  bool cleared = false;           // a clinician has agreed to massage
  friend bool operator==(const FlagAnswer&, const FlagAnswer&) = default;
};

struct Race {
  Day date;
  std::optional<double> distance_km;
  friend bool operator==(const Race&, const Race&) = default;
};

struct Intake {
  Moment now;
  std::optional<Language> language;
  std::vector<Mark> marks;  // in the order of marking
  bool screened = false;  // every question that applies was shown; one not answered was answered no
  std::vector<FlagAnswer> answers;  // each flag at most once
  std::optional<Moment> last_hard_end;
  std::optional<Day> next_hard;
  std::vector<Race> races;
  std::optional<Experience> experience;
  std::optional<Day> last_deep;
  std::optional<Day> day;       // the session's day that the runner chose
  std::vector<Day> block_days;  // chosen for sessions after the next one; at most 12, each once
  std::optional<Phase> phase;
  std::vector<BenefitId> goals;
  friend bool operator==(const Intake&, const Intake&) = default;
};

}  // namespace advisor
