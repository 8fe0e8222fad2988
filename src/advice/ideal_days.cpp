#include "advice/ideal_days.h"

#include <algorithm>
#include <tuple>

#include "advice/insertion_sort.h"

namespace advisor {
namespace {

// A set holds the days that something calls good: before a race, after one, or when soreness is at
// its height.
struct DaySet {
  Day first, last;
  Rule rule;
  Day cause;

  bool holds(Day day) const { return first <= day && day <= last; }
};

std::vector<DaySet> sets_of_races(const RuleNumbers& rules, const Intake& intake) {
  std::vector<DaySet> sets;
  for (const Race& race : intake.races) {
    const DayRange before =
        intake.experience == Experience::kFirst ? rules.ideal_before_first : rules.ideal_before;
    const bool is_short = race.distance_km && *race.distance_km <= rules.short_race_max_km;
    const DayRange after = is_short ? rules.ideal_after_short : rules.ideal_after_long;
    for (DayRange range : {before, after})
      sets.push_back({race.date + days(range.first), race.date + days(range.last), Rule::kIdealRace,
                      race.date});
  }
  insertion_sort(sets, [](const DaySet& a, const DaySet& b) {
    return std::tie(a.first, a.last, a.cause) < std::tie(b.first, b.last, b.cause);
  });
  return sets;
}

std::optional<DaySet> set_of_soreness(const RuleNumbers& rules, const Intake& intake,
                                      const std::vector<MarkTime>& times) {
  const std::optional<Moment> latest = latest_soreness(intake, times, 0);
  if (!latest) return std::nullopt;
  return DaySet{day_of(*latest + hours(rules.soreness_ideal_from_hours)),
                day_of(*latest + hours(rules.soreness_ideal_to_hours)), Rule::kIdealSoreness,
                day_of(*latest)};
}

TraceEntry entry_of(Rule rule, Day from, Day to, std::optional<Day> cause) {
  TraceEntry entry{rule};
  entry.from = from;
  entry.to = to;
  entry.cause = cause;
  return entry;
}

// Without any set, the first few days are ideal that allow as much as the best of the coming week.
std::vector<Day> open_days(const RuleNumbers& rules, const std::vector<DayAdvice>& all) {
  Pressure most = Pressure::kNone;
  for (std::size_t i = 0; i < all.size() && i < static_cast<std::size_t>(rules.open_search_days);
       ++i)
    most = std::max(most, all[i].pressure);
  std::vector<Day> open;
  if (most == Pressure::kNone) return open;
  for (const DayAdvice& day : all)
    if (day.pressure >= most && open.size() < static_cast<std::size_t>(rules.open_days))
      open.push_back(day.date);
  return open;
}

}  // namespace

std::vector<Day> choose_ideal_days(const RuleNumbers& rules, const Intake& intake,
                                   const std::vector<MarkTime>& times, std::vector<DayAdvice>& all,
                                   std::vector<TraceEntry>& trace) {
  const Day first = all.front().date, search_end = first + days(rules.ideal_search_days - 1);
  std::vector<DaySet> sets = sets_of_races(rules, intake);
  const bool race_near = std::any_of(sets.begin(), sets.end(), [&](const DaySet& set) {
    return set.first <= search_end && set.last >= first;
  });
  if (!race_near)
    if (const std::optional<DaySet> soreness = set_of_soreness(rules, intake, times))
      sets.push_back(*soreness);

  std::vector<int> count(all.size());
  for (std::size_t i = 0; i < all.size(); ++i)
    if (all[i].pressure >= Pressure::kLight)
      count[i] = static_cast<int>(std::count_if(
          sets.begin(), sets.end(), [&](const DaySet& set) { return set.holds(all[i].date); }));
  const int most = *std::max_element(count.begin(), count.end());

  std::vector<Day> ideal;
  if (most == 0) {
    ideal = open_days(rules, all);
    if (!ideal.empty()) {
      trace.push_back(entry_of(Rule::kIdealOpen, ideal.front(), ideal.back(), std::nullopt));
      trace.back().pressure =
          all[static_cast<std::size_t>(days_between(first, ideal.front()))].pressure;
    }
  } else {
    auto i = static_cast<std::size_t>(std::find(count.begin(), count.end(), most) - count.begin());
    for (; i < all.size() && count[i] == most; ++i) ideal.push_back(all[i].date);
    for (const DaySet& set : sets) {
      const Day from = std::max(set.first, ideal.front()), to = std::min(set.last, ideal.back());
      if (from <= to) trace.push_back(entry_of(set.rule, from, to, set.cause));
    }
    if (most > 1) trace.push_back(entry_of(Rule::kR6, ideal.front(), ideal.back(), std::nullopt));
  }
  for (DayAdvice& day : all) day.ideal = std::binary_search(ideal.begin(), ideal.end(), day.date);
  return ideal;
}

}  // namespace advisor
