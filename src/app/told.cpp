#include "app/told.h"

#include <algorithm>
#include <utility>

#include "advice/advise.h"

namespace advisor::app {
namespace {

using Kind = Action::Kind;
constexpr int kFirstIntensity = 5;
constexpr std::size_t kUndoSteps = 100;
constexpr std::chrono::days kYear{365}, kMonth{30};

RegionId region_id(int index) { return RegionId{static_cast<std::uint8_t>(index)}; }
FlagId flag_id(int index) { return FlagId{static_cast<std::uint8_t>(index)}; }

std::optional<Day> day_from(int days) {
  if (days == Action::kNoDay) return std::nullopt;
  return Day{std::chrono::days{days}};
}

// Telling the same again takes it back.
template <class T>
bool choose(std::optional<T>& told, T chosen) {
  told = told == chosen ? std::nullopt : std::optional{chosen};
  return true;
}

template <class Id>
void toggle(std::vector<Id>& list, Id one) {
  if (std::erase(list, one) == 0) list.push_back(one);
}

auto found_in(const std::vector<Mark>& marks, RegionId region) {
  return std::find_if(marks.begin(), marks.end(),
                      [&](const Mark& m) { return m.region == region; });
}

}  // namespace

const Mark* Told::mark_of(int region) const {
  const auto it = std::find_if(intake_.marks.begin(), intake_.marks.end(),
                               [&](const Mark& m) { return m.region.value == region; });
  return it == intake_.marks.end() ? nullptr : &*it;
}

Mark* Told::mutable_mark(int region) { return const_cast<Mark*>(mark_of(region)); }

const FlagAnswer* Told::answer_of(FlagId flag) const {
  const auto it = std::find_if(intake_.answers.begin(), intake_.answers.end(),
                               [&](const FlagAnswer& a) { return a.flag == flag; });
  return it == intake_.answers.end() ? nullptr : &*it;
}

FlagAnswer& Told::answer_for(FlagId flag) {
  if (const FlagAnswer* known = answer_of(flag)) return const_cast<FlagAnswer&>(*known);
  return intake_.answers.emplace_back(FlagAnswer{.flag = flag});
}

int Told::mark_beside(int region) const {
  const auto& marks = intake_.marks;
  if (marks.size() < 2) return -1;
  if (marks.front().region.value == region) return marks[1].region.value;
  for (std::size_t i = 1; i < marks.size(); ++i)
    if (marks[i].region.value == region) return marks[i - 1].region.value;
  return marks.front().region.value;
}

std::size_t Told::race_index(int subject) const {
  if (subject >= 0) return static_cast<std::size_t>(subject);
  return intake_.races.empty() ? 0 : intake_.races.size() - 1;
}

Told::Dates Told::dates_for(const Action& tells) const {
  const Day today = day_of(intake_.now);
  switch (tells.kind) {
    case Kind::kRaceDate:
      return {today - kMonth, today + 2 * kYear};  // a race that was run counts for what follows it
    case Kind::kNextHard:
      return {today, today + kYear};
    default:
      return {today - kYear, today};
  }
}

std::optional<Day> Told::told_date(const Action& tells) const {
  switch (tells.kind) {
    case Kind::kLastHard:
      return intake_.last_hard_end ? std::optional{day_of(*intake_.last_hard_end)} : std::nullopt;
    case Kind::kNextHard:
      return intake_.next_hard;
    case Kind::kLastDeep:
      return intake_.last_deep;
    case Kind::kRaceDate: {
      const std::size_t which = race_index(tells.subject);
      return which < intake_.races.size() ? std::optional{intake_.races[which].date} : std::nullopt;
    }
    default:
      return std::nullopt;
  }
}

bool Told::tell(const Action& action, int other_side, bool goes_on) {
  const bool slides = goes_on || row_of(action.kind).slides;
  const bool same_slide =
      slides && last_slide_.kind == action.kind && last_slide_.subject == action.subject;
  Intake before = intake_;
  if (!change(action, other_side)) return false;
  if (!same_slide) {
    if (undo_.size() == kUndoSteps) undo_.erase(undo_.begin());
    undo_.push_back(std::move(before));
  }
  redo_.clear();
  last_slide_ = slides ? action : Action{};
  return true;
}

bool Told::change(const Action& action, int other_side) {
  switch (row_of(action.kind).subject) {
    case Subject::kRegion:
    case Subject::kMark:
    case Subject::kPairedMark:
      return change_mark(action, other_side);
    case Subject::kFlag:
    case Subject::kAnsweredFlag:
      return change_answer(action);
    case Subject::kRace:
    case Subject::kRaceOrNext:
      return change_race(action);
    default:
      return change_rest(action);
  }
}

bool Told::change_mark(const Action& a, int other_side) {
  Mark* mark = mutable_mark(a.subject);
  switch (a.kind) {
    case Kind::kToggleMark:
      if (mark) return change_mark({Kind::kRemoveMark, a.subject}, -1);
      intake_.marks.push_back({.region = region_id(a.subject), .intensity = kFirstIntensity});
      return true;
    case Kind::kRemoveMark:
      intake_.marks.erase(found_in(intake_.marks, region_id(a.subject)));
      for (FlagAnswer& answer : intake_.answers) std::erase(answer.regions, region_id(a.subject));
      return true;
    case Kind::kMirrorMark: {
      Mark like = *mark;
      like.region = region_id(other_side);
      if (Mark* known = mutable_mark(other_side))
        *known = like;
      else
        intake_.marks.push_back(like);
      return true;
    }
    case Kind::kSetIntensity:
      return std::exchange(mark->intensity, a.value) != a.value;
    case Kind::kQuality:
      return choose(mark->quality, static_cast<Quality>(a.value));
    case Kind::kOnset:
      return choose(mark->onset, static_cast<Onset>(a.value));
    default:
      return false;
  }
}

bool Told::change_answer(const Action& a) {
  const FlagId flag = flag_id(a.subject);
  switch (a.kind) {
    case Kind::kAnswer:
      if (static_cast<Answer>(a.value) == Answer::kNo)
        std::erase_if(intake_.answers, [&](const FlagAnswer& f) { return f.flag == flag; });
      else
        answer_for(flag).answer = static_cast<Answer>(a.value);
      return true;
    case Kind::kAnswerWhere:
      toggle(answer_for(flag).regions, region_id(a.value));
      return true;
    case Kind::kCleared:
      answer_for(flag).cleared = a.value != 0;
      return true;
    default:
      return false;
  }
}

bool Told::change_race(const Action& a) {
  auto& races = intake_.races;
  const std::size_t which = race_index(a.subject);
  switch (a.kind) {
    case Kind::kRaceDate: {
      const auto day = day_from(a.value);
      if (!day && which >= races.size()) return false;
      if (!day)
        races.erase(races.begin() + static_cast<std::ptrdiff_t>(which));
      else if (which >= races.size())
        races.push_back({.date = *day});
      else
        races[which].date = *day;
      return true;
    }
    case Kind::kRaceDistance: {
      auto& told = races[which].distance_km;
      const auto km = a.value > 0 ? std::optional{a.value / 1000.0} : std::nullopt;
      told = told == km ? std::nullopt : km;
      return true;
    }
    case Kind::kRaceKm:
      return std::exchange(races[which].distance_km, a.value) != a.value;
    default:
      return false;
  }
}

bool Told::change_rest(const Action& a) {
  switch (a.kind) {
    case Kind::kLastHard: {
      const auto day = day_from(a.value);
      // A run told by its day alone ended at 23:59 (docs/rules.md), but never after now.
      intake_.last_hard_end =
          day ? std::optional{std::min(end_of(*day), intake_.now)} : std::nullopt;
      return true;
    }
    case Kind::kLastDeep:
      intake_.last_deep = day_from(a.value);
      return true;
    case Kind::kNextHard:
      intake_.next_hard = day_from(a.value);
      return true;
    case Kind::kGoal:
      toggle(intake_.goals, BenefitId{static_cast<std::uint8_t>(a.subject)});
      return true;
    case Kind::kExperience:
      choose(intake_.experience, static_cast<Experience>(a.value));
      // There was none before the first.
      if (intake_.experience == Experience::kFirst) intake_.last_deep.reset();
      return true;
    case Kind::kPhase:
      return choose(intake_.phase, static_cast<Phase>(a.value));
    case Kind::kScreened:
      intake_.screened = true;
      return true;
    case Kind::kChooseDay:
      intake_.day = Day{std::chrono::days{a.value}};
      return true;
    default:
      return false;
  }
}

// Finds the first mark that comes, goes or is told otherwise.
Told::Step Told::step_to(const Intake& next) const {
  for (const Mark& mark : next.marks) {
    const auto now = found_in(intake_.marks, mark.region);
    if (now == intake_.marks.end()) return {"phrases.step.marked", mark.region.value};
    if (now->intensity != mark.intensity)
      return {"phrases.step.intensity", mark.region.value, mark.intensity};
  }
  for (const Mark& mark : intake_.marks)
    if (found_in(next.marks, mark.region) == next.marks.end())
      return {"phrases.step.removed", mark.region.value};
  return {"phrases.step.answer"};
}

Told::Step Told::restore(std::vector<Intake>& from, std::vector<Intake>& to) {
  const Step step = step_to(from.back());
  to.push_back(std::move(intake_));
  intake_ = std::move(from.back());
  intake_.now = to.back().now;
  from.pop_back();
  last_slide_ = {};
  return step;
}

void Told::replace(Intake intake) {
  undo_.clear();
  redo_.clear();
  intake_ = std::move(intake);
}

void Told::erase() {
  Intake nothing;
  nothing.now = intake_.now;
  replace(std::move(nothing));
}

void Told::drop_stale(const Knowledge& k, const Business& business, bool seen) {
  // A mark that calls for a question nobody has seen opens the check again; nothing is taken as
  // answered.
  if (!seen) intake_.screened = false;
  // A clock that was set back leaves nothing in the future.
  for (Mark& mark : intake_.marks)
    if (mark.since) mark.since = std::min(*mark.since, intake_.now);
  if (intake_.last_hard_end) intake_.last_hard_end = std::min(*intake_.last_hard_end, intake_.now);
  if (intake_.last_deep) intake_.last_deep = std::min(*intake_.last_deep, day_of(intake_.now));
  // A chosen day that has left the horizon is no choice any more.
  if (!intake_.day) return;
  const Day first = first_day(k, business, intake_);
  if (*intake_.day < first || *intake_.day >= first + std::chrono::days{k.rules.horizon_days})
    intake_.day.reset();
}

}  // namespace advisor::app
