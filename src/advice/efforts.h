#pragma once

#include <optional>
#include <vector>

#include "advice/intake.h"
#include "advice/rule_numbers.h"

// Says when the runner last made an effort, and how long ago each mark began (docs/rules.md,
// Times).
namespace advisor {

// Gives E, the latest of the last hard run and the past races; a race ended at 23:59 of its day.
std::optional<Moment> last_effort(const Intake& intake);

struct MarkTime {
  bool exertional;                  // its onset is after_run
  std::optional<Moment> reference;  // exertional: since, else E; otherwise since
  std::optional<Minutes> age;       // from the reference to now
};

// Gives one time for each mark, in the order of marking.
std::vector<MarkTime> mark_times(const Intake& intake);

// Gives the latest reference of the exertional marks of at least this intensity, because R8 follows
// the soreness that lasts longest. An unknown reference counts as now, so that a question left out
// never makes the advice bolder.
std::optional<Moment> latest_soreness(const Intake& intake, const std::vector<MarkTime>& times,
                                      int least_intensity);

// Gives the first day that R8 no longer keeps light; there is none if it never did.
std::optional<Day> soreness_light_until(const RuleNumbers& rules, const Intake& intake);

}  // namespace advisor
