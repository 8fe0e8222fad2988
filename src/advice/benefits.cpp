#include "advice/benefits.h"

#include <algorithm>

#include "advice/insertion_sort.h"

namespace advisor {
namespace {

// The scores grow in whole units of 0.005, so that all of it is exact.
class Tally {
 public:
  explicit Tally(std::size_t benefits) {
    for (std::size_t i = 0; i < benefits; ++i)
      entries_.push_back({BenefitId{static_cast<std::uint8_t>(i)}, 0, 0, {}});
  }

  // Each kind and region makes one fact: what is told twice adds twice and is said once.
  void add(BenefitId benefit, FactKind kind, std::optional<RegionId> region, int points) {
    if (points == 0) return;
    BenefitAdvice& entry = entries_[benefit.value];
    entry.points += points;
    for (Fact& fact : entry.why) {
      if (fact.kind != kind || fact.region != region) continue;
      fact.points += points;
      return;
    }
    entry.why.push_back({kind, region, points});
  }

  // Returns true when there was something to leave out.
  bool leave_out(BenefitId benefit) {
    BenefitAdvice& entry = entries_[benefit.value];
    const bool had = entry.points > 0;
    entry.points = 0;
    entry.why.clear();
    return had;
  }

  int points(BenefitId benefit) const { return entries_[benefit.value].points; }

  std::vector<BenefitAdvice> take() {
    std::erase_if(entries_, [](const BenefitAdvice& entry) { return entry.points <= 0; });
    insertion_sort(entries_, [](const BenefitAdvice& a, const BenefitAdvice& b) {
      return a.points > b.points;
    });
    for (BenefitAdvice& entry : entries_) {
      const std::int64_t best = entries_.front().points;
      entry.permille = static_cast<int>((std::int64_t{entry.points} * 1000 + best / 2) / best);
    }
    return std::move(entries_);
  }

 private:
  std::vector<BenefitAdvice> entries_;
};

// Adds what an area that may be massaged speaks for.
void add_area(const Knowledge& knowledge, const Mark& mark, const MarkTime& time, Tally& tally) {
  const RuleNumbers& rules = knowledge.rules;
  const std::vector<BenefitId>& benefits = knowledge.area_of(mark.region).benefits;
  for (std::size_t rank = 0; rank < benefits.size() && rank < rules.rank_points.size(); ++rank)
    tally.add(benefits[rank], FactKind::kArea, mark.region,
              rules.rank_points[rank] * mark.intensity);
  if (time.exertional && time.age && *time.age <= hours(rules.soreness_too_long_hours))
    tally.add(rules.soreness_benefit, FactKind::kSoreness, mark.region,
              rules.soreness_points * mark.intensity);
  if (mark.quality == Quality::kTight || mark.quality == Quality::kStiff)
    tally.add(rules.mobility_benefit, FactKind::kTightness, mark.region,
              rules.tightness_points * mark.intensity);
}

// Finds the strongest of the flag's regions; there is none when the flag names no marked one.
std::optional<RegionId> strongest_of(const RaisedFlag& flag, const std::vector<AreaAdvice>& areas) {
  for (const AreaAdvice& area : areas)
    if (std::binary_search(flag.regions.begin(), flag.regions.end(), area.region))
      return area.region;
  return std::nullopt;
}

bool near_race(const RuleNumbers& rules, const Intake& intake, Day day) {
  return std::any_of(intake.races.begin(), intake.races.end(), [&](const Race& race) {
    return race.date - days(rules.race_light_before_days) <= day &&
           day <= race.date + days(rules.race_light_after_days);
  });
}

// Relief of soreness and of old injuries is not promised to whoever has neither, unless it is a
// goal.
void leave_out_unneeded(const RuleNumbers& rules, const Intake& intake,
                        const std::vector<AreaAdvice>& areas, Tally& tally,
                        std::vector<TraceEntry>& trace) {
  bool sore = false, injured = false;
  for (const Mark& mark : intake.marks) {
    const bool massaged = std::any_of(areas.begin(), areas.end(), [&](const AreaAdvice& area) {
      return area.region == mark.region && !area.avoid;
    });
    sore = sore || (massaged && (mark.onset == Onset::kAfterRun || mark.quality == Quality::kSore));
    injured = injured || (massaged && mark.onset == Onset::kSudden);
  }
  const auto leave_out = [&](BenefitId benefit) {
    const bool is_goal =
        std::find(intake.goals.begin(), intake.goals.end(), benefit) != intake.goals.end();
    if (is_goal || !tally.leave_out(benefit)) return;
    TraceEntry entry{Rule::kLeftOut};
    entry.benefit = benefit;
    trace.push_back(entry);
  };
  if (!sore) leave_out(rules.soreness_benefit);
  if (!injured) leave_out(rules.injury_benefit);
}

}  // namespace

std::vector<BenefitAdvice> rank_benefits(const Knowledge& knowledge, const Intake& intake,
                                         const std::vector<MarkTime>& times,
                                         const std::vector<RaisedFlag>& flags,
                                         const std::vector<AreaAdvice>& areas, Day first,
                                         std::vector<TraceEntry>& trace) {
  const RuleNumbers& rules = knowledge.rules;
  Tally tally(knowledge.benefits.size());
  // An area that is avoided is not massaged: nothing that it feels speaks for a benefit.
  for (const AreaAdvice& area : areas) {
    if (area.avoid) continue;
    for (std::size_t i = 0; i < intake.marks.size(); ++i)
      if (intake.marks[i].region == area.region)
        add_area(knowledge, intake.marks[i], times[i], tally);
  }
  for (const RaisedFlag& flag : flags)
    if (knowledge.flags[flag.flag.value].derivation == Derivation::kOldInjury)
      tally.add(rules.injury_benefit, FactKind::kOldInjury, strongest_of(flag, areas),
                rules.old_injury_points);
  if (intake.phase == Phase::kBuild || intake.phase == Phase::kPeak)
    tally.add(rules.prevention_benefit, FactKind::kPhase, std::nullopt, rules.phase_points);
  if (intake.marks.empty())
    tally.add(rules.calm_benefit, FactKind::kNothingMarked, std::nullopt,
              rules.nothing_marked_points);
  if (near_race(rules, intake, first)) {
    tally.add(rules.calm_benefit, FactKind::kRaceNear, std::nullopt, rules.race_near_points);
    // The half is exact because everything but the goals adds an even number (the loader refuses
    // other weights).
    tally.add(rules.mobility_benefit, FactKind::kRaceNearHalved, std::nullopt,
              -tally.points(rules.mobility_benefit) / 2);
  }
  leave_out_unneeded(rules, intake, areas, tally, trace);
  for (BenefitId goal : intake.goals)
    tally.add(goal, FactKind::kGoal, std::nullopt, rules.goal_points);

  std::vector<BenefitAdvice> benefits = tally.take();
  for (const BenefitAdvice& benefit : benefits) {
    TraceEntry entry{Rule::kBenefit};
    entry.benefit = benefit.benefit;
    entry.number = benefit.permille;
    trace.push_back(entry);
  }
  return benefits;
}

}  // namespace advisor
