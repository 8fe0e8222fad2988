#include "app/session.h"

#include <algorithm>
#include <utility>

#include "app/author.h"

namespace advisor::app {
namespace {

using Kind = Action::Kind;

int region_of(const Mark& mark) { return mark.region.value; }

}  // namespace

Session::Session(const Library* library, Moment now) : library_(library), told_(now) { refresh(); }

void Session::set_library(const Library* library) {
  const bool completes = library->whole && !library_->whole;
  library_ = library;
  refresh();
  if (!completes) return;
  if (!intake().marks.empty()) happen(Event::Kind::kAdvice);
  apply(std::exchange(waiting_, {}));
}

void Session::set_now(Moment now, Minutes utc_offset) {
  utc_offset_ = utc_offset;
  if (now == intake().now) return;
  screened_at_ = std::min(screened_at_, now);  // a clock that was set back
  const bool was_screened = intake().screened, lapses = now - screened_at_ >= kCheckHolds,
             back = now < intake().now;
  const std::optional<Day> chosen = intake().day,
                           day = shown_.screen >= Screen::kAdvice ? chosen_day() : chosen;
  told_.set_now(now);
  if (lapses) screening_.forget();
  refresh();
  // A minute that passes is nothing that was told, but the advice may be another one. What a clock
  // that was set back changes is not looked for.
  if (back || intake().screened != was_screened || intake().day != chosen)
    intake_changed();
  else if (library_->whole)
    happen(Event::Kind::kAdvice);
  if (was_screened && lapses && !alarm())
    toast("ui.advice.check_again");
  else if (day && *day < day_of(now) && advice_.session)
    toast("ui.advice.day_passed");
}

void Session::set_abilities(const Abilities& abilities, bool remembers) {
  abilities_ = abilities;
  shown_.remember = remembers;
  changed();
}

void Session::set_intake(Intake intake) {
  const bool screened = intake.screened;
  shown_.open_mark = intake.marks.empty() ? -1 : region_of(intake.marks.back());
  shown_.sheet = Sheet::kNone;
  accept();
  screened_at_ = now();
  told_.replace(std::move(intake));
  screening_.forget();
  screening_.ask(questions_for(library_->knowledge, told_.intake().marks));
  if (screened) {
    screening_.see_all();
    go_to(Screen::kAdvice);  // everything is told, so the advice is what is left to see
  }
  if (shown_.open_mark >= 0)
    shown_.back_view =
        library_->knowledge.area_of(RegionId{static_cast<std::uint8_t>(shown_.open_mark)})
            .home_is_back;
  intake_changed();
}

int Session::other_side(int region) const {
  const auto& regions = library_->knowledge.regions;
  const Region& one = regions[static_cast<std::size_t>(region)];
  for (std::size_t i = 0; i < regions.size(); ++i)
    if (regions[i].area == one.area && regions[i].side != one.side) return static_cast<int>(i);
  return -1;
}

std::optional<Day> Session::chosen_day() const {
  if (intake().day) return intake().day;
  return advice_.session ? std::optional{advice_.session->day} : std::nullopt;
}

Advice Session::booked() const {
  Advice booked = advice_;
  if (shown_.minutes > 0 && booked.session) booked.session->minutes = shown_.minutes;
  return booked;
}

BookingTexts Session::booking() const {
  const Advice advice = booked();
  const BookingTexts texts = booking_texts(*library_, intake(), advice);
  // The note goes into the link only from the screen that shows it.
  const bool note =
      shown_.screen == Screen::kBook && shown_.note && shown_.send_note && texts.summary;
  return note ? booking_texts(*library_, intake(), advice, *texts.summary) : texts;
}

bool Session::apply(const Action& action) {
  // Until the whole library is there, marks can be set and the figure turned; an action that leads
  // further is done once the library is there.
  const ActionRow& row = row_of(action.kind);
  if (!library_->whole && row.waits) {
    waiting_ = action;
    return false;
  }
  if (!valid(action)) return false;
  if (action.kind == Kind::kUndo) return take_back(told_.undo());
  if (action.kind == Kind::kRedo) return take_back(told_.redo());
  if (row.tells) return tell(action);
  return change_place(action) || change_figure(action) || change_look(action) ||
         change_folds(action) || ask_outside(action);
}

bool Session::apply_date(const Action& action) {
  if (apply(action)) return true;
  const ActionRow& row = row_of(action.kind);
  if (row.value != Value::kDay || !is_about(row.subject, action)) return false;
  refused_date_ = action;
  toast(kNotThatDay);
  return false;
}

void Session::accept() {
  if (std::exchange(refused_date_, {}).kind != Kind::kNone && toast_.words == kNotThatDay)
    toast_.words.clear();
}

bool Session::tell(const Action& action) {
  const ActionRow& row = row_of(action.kind);
  const std::size_t marks = intake().marks.size();
  const int other = action.kind == Kind::kMirrorMark ? other_side(action.subject) : -1,
            beside = told_.mark_beside(action.subject);
  const bool goes_on = !held_date_.key.empty() && row.value == Value::kDay;
  if (!told_.tell(action, other, goes_on)) return false;
  accept();
  const bool removed = intake().marks.size() < marks;
  follow_told(action, beside);
  intake_changed();
  if (removed) toast("ui.common.removed", true);
  if (action.kind == Kind::kMirrorMark) toast("phrases.step.mirrored", true, other);
  if (action.kind == Kind::kToggleMark && !removed) happen(Event::Kind::kTick);
  return true;
}

void Session::follow_told(const Action& action, int beside) {
  switch (action.kind) {
    case Kind::kToggleMark:
    case Kind::kRemoveMark:
      if (told_.mark_of(action.subject)) {
        shown_.open_mark = shown_.tell_about = action.subject;
        shown_.mark_list = false;
      } else {
        if (shown_.open_mark == action.subject) shown_.open_mark = beside;
        if (shown_.tell_about == action.subject) shown_.tell_about = beside;
      }
      break;
    case Kind::kAnswer:
      shown_.opened_flag = action.value == static_cast<int>(Answer::kNo) ? -1 : action.subject;
      break;
    case Kind::kScreened:
      screening_.see_all();
      screened_at_ = now();
      go_to(Screen::kAdvice);
      break;
    default:
      break;
  }
  // A sheet that asks for a day has its answer.
  if ((shown_.sheet == Sheet::kDate && row_of(action.kind).value == Value::kDay) ||
      (shown_.sheet == Sheet::kDays && action.kind == Kind::kChooseDay))
    close_sheet();
}

bool Session::take_back(Told::Step step) {
  if (told_.mark_of(step.region)) shown_.open_mark = step.region;
  intake_changed();
  toast(step.words, false, step.region, step.value);
  return true;
}

void Session::keep_a_mark_open() {
  const auto& marks = intake().marks;
  if (!told_.mark_of(shown_.open_mark))
    shown_.open_mark = marks.empty() ? -1 : region_of(marks.back());
  if (!told_.mark_of(shown_.tell_about))
    shown_.tell_about = marks.empty() ? -1 : region_of(marks.front());
  shown_.mark_list &= marks.size() > 1;
}

void Session::intake_changed() {
  refresh();
  if (toast_.undo) toast_.words.clear();
  happen(Event::Kind::kChange);
  if (library_->whole) happen(Event::Kind::kAdvice);
}

void Session::refresh() {
  const Knowledge& k = library_->knowledge;
  screening_.ask(questions_for(k, intake().marks));
  told_.drop_stale(k, library_->site.business, screening_.all_seen());
  if (library_->whole) advise_again();
  if (shown_.screen == Screen::kBook && !advice_.booking_allowed) shown_.screen = Screen::kAdvice;
  if (!can_open(shown_.sheet, shown_.sheet_subject)) shown_.sheet = Sheet::kNone;
  keep_a_mark_open();
  changed();
}

void Session::advise_again() {
  advice_ = advise(library_->knowledge, library_->site.business, intake());
}

Tree& Session::tree() {
  if (std::exchange(tree_stale_, false)) {
    tree_.begin();
    author_tree(*this, tree_);
    tree_.finish();
  }
  return tree_;
}

}  // namespace advisor::app
