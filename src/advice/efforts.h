#pragma once

#include <optional>
#include <vector>

#include "advice/intake.h"
#include "advice/rule_numbers.h"

// When the runner last made an effort, and how long ago each mark began (docs/rules.md, Times).
namespace advisor {

// E: the latest of the last hard run and the races of past days, which ended at 23:59 of theirs.
std::optional<Moment> last_effort(const Intake& intake);

struct MarkTime {
  bool exertional;                  // its onset is after_run
  std::optional<Moment> reference;  // exertional: since, else E; otherwise since
  std::optional<Minutes> age;       // from the reference to now
};

// One for each mark, in the order of marking.
std::vector<MarkTime> mark_times(const Intake& intake);

// The latest reference of the exertional marks of at least this intensity: R8 follows the soreness
// that lasts longest. One that is unknown counts as now, so that a question left out never makes
// the advice bolder.
std::optional<Moment> latest_soreness(const Intake& intake, const std::vector<MarkTime>& times,
                                      int least_intensity);

// The first day that R8 no longer keeps light; none if it never did.
std::optional<Day> soreness_light_until(const RuleNumbers& rules, const Intake& intake);

}  // namespace advisor
