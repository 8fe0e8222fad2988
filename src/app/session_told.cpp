// Changes what is told, by the actions that tell it.
#include <algorithm>
#include <utility>

#include "app/session.h"

namespace advisor::app {
namespace {

using Kind = Action::Kind;
constexpr int kFirstIntensity = 5;
constexpr std::chrono::days kYear{365}, kMonth{30};

RegionId region_id(int index) { return RegionId{static_cast<std::uint8_t>(index)}; }
FlagId flag_id(int index) { return FlagId{static_cast<std::uint8_t>(index)}; }

std::optional<Day> day_from(int days) {
  if (days == Action::kNoDay) return std::nullopt;
  return Day{std::chrono::days{days}};
}

}  // namespace

Mark* Session::mutable_mark(int region) {
  return const_cast<Mark*>(std::as_const(*this).mark_of(region));
}

FlagAnswer& Session::answer_for(FlagId flag) {
  if (const FlagAnswer* known = answer_of(flag)) return const_cast<FlagAnswer&>(*known);
  return intake_.answers.emplace_back(FlagAnswer{.flag = flag});
}

void Session::answer(FlagId flag, Answer answer) {
  if (answer == Answer::kNo)
    std::erase_if(intake_.answers, [&](const FlagAnswer& f) { return f.flag == flag; });
  else
    answer_for(flag).answer = answer;
  shown_.opened_flag = answer == Answer::kNo ? -1 : flag.value;
}

std::size_t Session::race_index(int subject) const {
  if (subject >= 0) return static_cast<std::size_t>(subject);
  return intake_.races.empty() ? 0 : intake_.races.size() - 1;
}

Session::Dates Session::dates_for(const Action& tells) const {
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

std::optional<Day> Session::told_date(const Action& tells) const {
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

bool Session::change_intake(const Action& a) {
  switch (a.kind) {
    case Kind::kToggleMark:
      if (mark_of(a.subject)) return change_intake({Kind::kRemoveMark, a.subject});
      intake_.marks.push_back({.region = region_id(a.subject), .intensity = kFirstIntensity});
      shown_.open_mark = shown_.tell_about = a.subject;
      shown_.mark_list = false;
      return true;
    case Kind::kRemoveMark: {
      const auto gone = static_cast<std::size_t>(mark_of(a.subject) - intake_.marks.data());
      intake_.marks.erase(intake_.marks.begin() + static_cast<std::ptrdiff_t>(gone));
      for (FlagAnswer& answer : intake_.answers) std::erase(answer.regions, region_id(a.subject));
      const int next =
          intake_.marks.empty() ? -1 : intake_.marks[gone > 0 ? gone - 1 : 0].region.value;
      if (shown_.open_mark == a.subject) shown_.open_mark = next;
      if (shown_.tell_about == a.subject) shown_.tell_about = next;
      return true;
    }
    case Kind::kMirrorMark: {
      Mark like = *mark_of(a.subject);
      like.region = region_id(other_side(a.subject));
      if (Mark* known = mutable_mark(like.region.value))
        *known = like;
      else
        intake_.marks.push_back(like);
      return true;
    }
    case Kind::kSetIntensity: {
      Mark* mark = mutable_mark(a.subject);
      return std::exchange(mark->intensity, a.value) != a.value;
    }
    case Kind::kQuality: {
      Mark* mark = mutable_mark(a.subject);
      const auto chosen = static_cast<Quality>(a.value);
      mark->quality = mark->quality == chosen ? std::nullopt : std::optional{chosen};
      return true;
    }
    case Kind::kOnset: {
      Mark* mark = mutable_mark(a.subject);
      const auto chosen = static_cast<Onset>(a.value);
      mark->onset = mark->onset == chosen ? std::nullopt : std::optional{chosen};
      return true;
    }
    case Kind::kLastHard: {
      const auto day = day_from(a.value);
      // A run told by its day alone ended at 23:59 (docs/rules.md), but never after now.
      intake_.last_hard_end =
          day ? std::optional{std::min(end_of(*day), intake_.now)} : std::nullopt;
      return true;
    }
    case Kind::kRaceDate: {
      auto& races = intake_.races;
      const auto day = day_from(a.value);
      const std::size_t which = race_index(a.subject);
      if (!day) {
        if (which >= races.size()) return false;
        races.erase(races.begin() + static_cast<std::ptrdiff_t>(which));
      } else if (which >= races.size()) {
        races.push_back({.date = *day});
      } else {
        races[which].date = *day;
      }
      return true;
    }
    case Kind::kRaceDistance: {
      // Telling the same distance again takes it back.
      auto& told = intake_.races[race_index(a.subject)].distance_km;
      const auto km = a.value > 0 ? std::optional{a.value / 1000.0} : std::nullopt;
      told = told == km ? std::nullopt : km;
      return true;
    }
    case Kind::kRaceKm: {
      auto& told = intake_.races[race_index(a.subject)].distance_km;
      return std::exchange(told, a.value) != a.value;
    }
    case Kind::kLastDeep:
      intake_.last_deep = day_from(a.value);
      return true;
    case Kind::kGoal: {
      const BenefitId goal{static_cast<std::uint8_t>(a.subject)};
      if (std::erase(intake_.goals, goal) == 0) intake_.goals.push_back(goal);
      return true;
    }
    case Kind::kNextHard:
      intake_.next_hard = day_from(a.value);
      return true;
    case Kind::kExperience: {
      const auto chosen = static_cast<Experience>(a.value);
      intake_.experience = intake_.experience == chosen ? std::nullopt : std::optional{chosen};
      // There was none before the first.
      if (intake_.experience == Experience::kFirst) intake_.last_deep.reset();
      return true;
    }
    case Kind::kPhase: {
      const auto chosen = static_cast<Phase>(a.value);
      intake_.phase = intake_.phase == chosen ? std::nullopt : std::optional{chosen};
      return true;
    }
    case Kind::kAnswer:
      answer(flag_id(a.subject), static_cast<Answer>(a.value));
      return true;
    case Kind::kAnswerWhere: {
      auto& regions = answer_for(flag_id(a.subject)).regions;
      if (std::erase(regions, region_id(a.value)) == 0) regions.push_back(region_id(a.value));
      return true;
    }
    case Kind::kCleared:
      answer_for(flag_id(a.subject)).cleared = a.value != 0;
      return true;
    case Kind::kScreened:
      intake_.screened = true;
      see_questions();
      go_to(Screen::kAdvice);
      return true;
    case Kind::kChooseDay:
      intake_.day = Day{std::chrono::days{a.value}};
      return true;
    default:
      return false;
  }
}

}  // namespace advisor::app
