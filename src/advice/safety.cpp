#include "advice/safety.h"

#include <algorithm>

#include "advice/advise.h"
#include "advice/insertion_sort.h"

namespace advisor {
namespace {

// All flags raised so far, one slot for each of the knowledge base: what is answered and what is
// derived may meet.
class Raised {
 public:
  explicit Raised(const Knowledge& knowledge)
      : knowledge_(knowledge), slots_(knowledge.flags.size()) {}

  void answered(const FlagAnswer& answer) {
    if (answer.answer == Answer::kNo) return;
    const Flag& flag = knowledge_.flags[answer.flag.value];
    RaisedFlag raised{
        answer.flag,    flag.level,       answer.answer == Answer::kUnsure, false, false,
        answer.regions, ToldSoreness::kNo};
    if (raised.unsure && flag.level == Level::kEmergency) raised.level = Level::kUrgent;
    if (flag.clearable && answer.cleared) {
      raised.cleared = true;
      raised.level = Level::kTellTherapist;
    }
    insertion_sort(raised.regions);
    raised.regions.erase(std::unique(raised.regions.begin(), raised.regions.end()),
                         raised.regions.end());
    slots_[answer.flag.value].push_back(raised);
  }

  // For one mark, or with no region for the whole body. Content without such a flag has nothing to
  // raise.
  void derived(Derivation derivation, std::optional<RegionId> region,
               ToldSoreness soreness = ToldSoreness::kNo) {
    for (std::size_t i = 0; i < knowledge_.flags.size(); ++i) {
      const Flag& flag = knowledge_.flags[i];
      if (flag.derivation == derivation)
        derived(FlagId{static_cast<std::uint8_t>(i)}, region, soreness);
    }
  }

  void derived(FlagId flag, std::optional<RegionId> region,
               ToldSoreness soreness = ToldSoreness::kNo) {
    RaisedFlag raised{flag, knowledge_.flags[flag.value].level, false, false, true, {}, soreness};
    if (region) raised.regions.push_back(*region);
    slots_[flag.value].push_back(raised);
  }

  std::vector<RaisedFlag> take() {
    std::vector<RaisedFlag> all;
    for (std::vector<RaisedFlag>& slot : slots_)
      if (!slot.empty()) all.push_back(merged(slot));
    insertion_sort(all, [](const RaisedFlag& a, const RaisedFlag& b) { return a.level > b.level; });
    return all;
  }

 private:
  // The gravest of what was said of one flag; one that names no region speaks of every mark.
  static RaisedFlag merged(const std::vector<RaisedFlag>& slot) {
    RaisedFlag whole = slot.front();
    for (const RaisedFlag& raised : slot) {
      whole.level = std::max(whole.level, raised.level);
      whole.unsure = whole.unsure && raised.unsure;
      whole.cleared = whole.cleared && raised.cleared;
      whole.derived = whole.derived && raised.derived;
      whole.soreness = std::min(whole.soreness, raised.soreness);
      if (whole.regions.empty() || raised.regions.empty())
        whole.regions.clear();
      else
        whole.regions.insert(whole.regions.end(), raised.regions.begin(), raised.regions.end());
    }
    insertion_sort(whole.regions);
    whole.regions.erase(std::unique(whole.regions.begin(), whole.regions.end()),
                        whole.regions.end());
    return whole;
  }

  const Knowledge& knowledge_;
  std::vector<std::vector<RaisedFlag>> slots_;
};

bool raises_by_itself(const MarkRaises& raises, const Mark& mark) {
  if (raises.unless_onset && mark.onset == raises.unless_onset &&
      mark.quality == raises.unless_quality)
    return false;
  return mark.intensity >= raises.from_intensity ||
         (raises.or_onset && mark.onset == raises.or_onset);
}

// Of a mark so strong that soreness does not explain it.
ToldSoreness told_soreness(const MarkTime& time) {
  if (!time.exertional) return ToldSoreness::kNo;
  return time.age ? ToldSoreness::kTooOld : ToldSoreness::kWithoutDay;
}

void derive(const Knowledge& knowledge, const Intake& intake, const std::vector<MarkTime>& times,
            Raised& raised) {
  const RuleNumbers& rules = knowledge.rules;
  for (std::size_t i = 0; i < intake.marks.size(); ++i) {
    const Mark& mark = intake.marks[i];
    const MarkTime& time = times[i];
    const bool explained =
        time.exertional && time.age && *time.age <= hours(rules.severe_explained_hours);
    if (mark.intensity >= rules.severe_from && !explained)
      raised.derived(Derivation::kSevereUnexplained, mark.region, told_soreness(time));
    if (time.exertional && time.age && *time.age > hours(rules.soreness_too_long_hours))
      raised.derived(Derivation::kSorenessTooLong, mark.region);
    if (const auto& raises = knowledge.area_of(mark.region).raises;
        raises && raises_by_itself(*raises, mark))
      raised.derived(raises->flag, mark.region);
    if (mark.onset != Onset::kSudden) continue;
    if (!time.age || *time.age < hours(rules.sudden_avoid_hours))
      raised.derived(Derivation::kAcuteInjury, mark.region);
    if (time.age && *time.age >= hours(rules.old_injury_from_hours))
      raised.derived(Derivation::kOldInjury, mark.region);
  }
  if (intake.experience == Experience::kFirst)
    raised.derived(Derivation::kFirstDeepMassage, std::nullopt);
}

std::vector<FlagId> unanswered_of(const Knowledge& knowledge, const Intake& intake) {
  if (intake.screened) return {};
  std::vector<FlagId> open = questions_for(knowledge, intake.marks);
  std::erase_if(open, [&](FlagId flag) {
    return std::any_of(intake.answers.begin(), intake.answers.end(),
                       [&](const FlagAnswer& answer) { return answer.flag == flag; });
  });
  return open;
}

}  // namespace

Safety judge_safety(const Knowledge& knowledge, const Intake& intake,
                    const std::vector<MarkTime>& times, std::vector<TraceEntry>& trace) {
  Raised raised(knowledge);
  for (const FlagAnswer& answer : intake.answers) raised.answered(answer);
  derive(knowledge, intake, times, raised);

  Safety safety;
  safety.flags = raised.take();
  if (!safety.flags.empty()) safety.level = safety.flags.front().level;
  safety.unanswered = unanswered_of(knowledge, intake);

  for (const RaisedFlag& flag : safety.flags) {
    TraceEntry entry{flag.cleared ? Rule::kCleared : flag.unsure ? Rule::kUnsure : Rule::kFlag};
    entry.flag = flag.flag;
    if (flag.regions.size() == 1) entry.region = flag.regions.front();
    trace.push_back(entry);
  }
  if (!safety.unanswered.empty()) {
    TraceEntry entry{Rule::kUnanswered};
    entry.number = static_cast<int>(safety.unanswered.size());
    trace.push_back(entry);
  }
  return safety;
}

bool is_of_first_massage(const Knowledge& knowledge, FlagId flag) {
  return knowledge.flags[flag.value].derivation == Derivation::kFirstDeepMassage;
}

bool is_raised(const std::vector<RaisedFlag>& flags, FlagId flag) {
  return std::any_of(flags.begin(), flags.end(),
                     [&](const RaisedFlag& raised) { return raised.flag == flag; });
}

const RaisedFlag* flag_avoiding(const std::vector<RaisedFlag>& flags, RegionId region) {
  for (const RaisedFlag& flag : flags) {
    if (flag.level != Level::kAvoidArea) continue;
    if (flag.regions.empty() ||
        std::binary_search(flag.regions.begin(), flag.regions.end(), region))
      return &flag;
  }
  return nullptr;
}

std::vector<FlagId> questions_for(const Knowledge& knowledge, const std::vector<Mark>& marks) {
  std::vector<bool> applies(knowledge.flags.size());
  for (std::size_t i = 0; i < applies.size(); ++i) applies[i] = knowledge.flags[i].always;
  for (const Mark& mark : marks)
    for (FlagId question : knowledge.area_of(mark.region).questions) applies[question.value] = true;
  std::vector<FlagId> questions;
  for (std::size_t i = 0; i < applies.size(); ++i)
    if (applies[i] && knowledge.flags[i].asked)
      questions.push_back(FlagId{static_cast<std::uint8_t>(i)});
  return questions;
}

}  // namespace advisor
