// Says which actions are possible now, by their rows (src/vocabulary/vocabulary.json).
#include <algorithm>

#include "app/month.h"
#include "app/session.h"

namespace advisor::app {
namespace {

constexpr std::size_t kMarks = 64;  // as many as an intake holds

template <class List>
bool is_index(int i, const List& list) {
  return i >= 0 && static_cast<std::size_t>(i) < list.size();
}

}  // namespace

bool Session::can_open(Sheet sheet, int subject) const {
  const auto any = [](const auto& list, auto&& is) {
    return std::any_of(list.begin(), list.end(), is);
  };
  const bool advised = shown_.screen == Screen::kAdvice;
  switch (sheet) {
    case Sheet::kNone:
      return false;
    case Sheet::kBenefit:
      return any(advice_.benefits,
                 [&](const BenefitAdvice& b) { return b.benefit.value == subject; });
    case Sheet::kWhy:
    case Sheet::kMenu:
    case Sheet::kStartOver:
    case Sheet::kChooser:
      return true;
    case Sheet::kDays:
      return shown_.screen == Screen::kBook;
    case Sheet::kDate:
      return screen() == Screen::kTell && subject >= 0 &&
             row_of(date_action(subject).kind).value == Value::kDay && valid(date_action(subject));
    case Sheet::kWhyDay:
      return advised && advice_.timing && any(advice_.timing->days, [&](const DayAdvice& d) {
               return d.date.time_since_epoch().count() == subject;
             });
    case Sheet::kWhyArea:
      return advised && any(advice_.areas,
                            [&](const AreaAdvice& area) { return area.region.value == subject; });
    case Sheet::kWhyFlag:
      return advised &&
             any(advice_.flags, [&](const RaisedFlag& f) { return f.flag.value == subject; });
    case Sheet::kTechniques:
      return advised && any(advice_.areas, [](const AreaAdvice& area) {
               return !area.avoid && !area.techniques.empty();
             });
    case Sheet::kSession:
      return (advised || shown_.screen == Screen::kBook) && advice_.session;
    case Sheet::kBlock:
      return advised && has_series();
  }
  return false;
}

bool Session::is_about(Subject subject, const Action& a) const {
  const Knowledge& k = library_->knowledge;
  const int races = static_cast<int>(intake().races.size());
  switch (subject) {
    case Subject::kNone:
      return a.subject == -1;
    case Subject::kRegion:
      return is_index(a.subject, k.regions);
    case Subject::kMark:
      return told_.mark_of(a.subject) != nullptr;
    case Subject::kPairedMark:
      return told_.mark_of(a.subject) && other_side(a.subject) >= 0;
    case Subject::kFlag:
      return is_index(a.subject, k.flags);
    case Subject::kAnsweredFlag:
      return is_index(a.subject, k.flags) &&
             told_.answer_of(FlagId{static_cast<std::uint8_t>(a.subject)});
    case Subject::kRace:
      return a.subject >= -1 && a.subject < races && races > 0;
    case Subject::kRaceOrNext:
      return a.subject >= -1 && a.subject < races + told_.can_add_race();
    case Subject::kBenefit:
      return is_index(a.subject, k.benefits);
    case Subject::kOfScreen:
      return a.subject == -1 ||
             is_about(
                 a.value == static_cast<int>(Screen::kSafety) ? Subject::kFlag : Subject::kMark, a);
    case Subject::kOfSheet:
      return true;  // it is the sheet's to judge
  }
  return false;
}

bool Session::can_set(const ActionRow& row, const Action& a) const {
  const auto within = [&](int low, int high) { return a.value >= low && a.value <= high; };
  switch (row.value) {
    case Value::kNone:
      return a.value == 0;
    case Value::kRange:
      return within(row.low, row.high);
    case Value::kMark:
      return told_.mark_of(a.value) != nullptr;
    case Value::kDay: {
      if (a.value == Action::kNoDay) return true;
      const Told::Dates dates = told_.dates_for(a);
      return within(days_since_epoch(dates.from), days_since_epoch(dates.to));
    }
    case Value::kMonth: {
      if (shown_.sheet != Sheet::kDate) return false;
      const Told::Dates dates = told_.dates_for(date_action(shown_.sheet_subject));
      return within(month_of(dates.from), month_of(dates.to));
    }
    case Value::kAdvisedDay: {
      if (!advice_.timing || advice_.timing->days.empty()) return false;
      const auto& days = advice_.timing->days;
      return within(days_since_epoch(days.front().date), days_since_epoch(days.back().date));
    }
    case Value::kLength: {
      const auto& services = library_->site.services;
      return std::any_of(services.begin(), services.end(),
                         [&](const Service& service) { return service.minutes == a.value; });
    }
    case Value::kScreen:
      return within(0, kCountOf<Screen> - 1) &&
             (a.value != static_cast<int>(Screen::kBook) || advice_.booking_allowed);
    case Value::kBlockSession:
      return advice_.block && is_index(a.value, advice_.block->sessions);
    case Value::kSheet:
      return within(1, kCountOf<Sheet> - 1) && can_open(static_cast<Sheet>(a.value), a.subject);
  }
  return false;
}

bool Session::has(Needs needs, const Action& a) const {
  const bool to_keep = advice_.booking_allowed || alarm();
  switch (needs) {
    case Needs::kNothing:
      return true;
    case Needs::kRoomForMark:
      return told_.mark_of(a.subject) || intake().marks.size() < kMarks;
    case Needs::kSeveralMarks:
      return intake().marks.size() > 1;
    case Needs::kSafetyScreen:
      return shown_.screen == Screen::kSafety;
    case Needs::kUndo:
      return told_.can_undo();
    case Needs::kRedo:
      return told_.can_redo();
    case Needs::kCover:
      return cover() != nullptr;
    case Needs::kBooking:
      return advice_.booking_allowed;
    case Needs::kBlockFile:
      return advice_.booking_allowed && has_series() && abilities_.files;
    case Needs::kNoteOnScreen:
      return shown_.note && takes_note(library_->site);
    case Needs::kList:
      return abilities_.list;
    case Needs::kFullScreen:
      return abilities_.full_screen;
    case Needs::kFiles:
      return abilities_.files && to_keep;
    case Needs::kClipboard:
      return abilities_.clipboard && to_keep;
    case Needs::kShare:
      return abilities_.share;
    case Needs::kPicture:
      return abilities_.picture;
    case Needs::kPrint:
      return abilities_.print;
    case Needs::kRemember:
      return abilities_.remember;
  }
  return false;
}

bool Session::valid(const Action& action) const {
  const ActionRow& row = row_of(action.kind);
  return &row != kActionRows && is_about(row.subject, action) && can_set(row, action) &&
         has(row.needs, action);
}

}  // namespace advisor::app
