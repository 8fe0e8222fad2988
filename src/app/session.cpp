#include "app/session.h"

#include <algorithm>
#include <utility>

#include "app/author.h"
#include "app/month.h"
#include "booking/calendar_file.h"

namespace advisor::app {
namespace {

using Kind = Action::Kind;
constexpr std::size_t kUndoSteps = 100;

RegionId region_id(int index) { return RegionId{static_cast<std::uint8_t>(index)}; }

}  // namespace

Session::Session(const Library* library, Moment now) : library_(library) {
  intake_.now = now;
  refresh();
}

void Session::set_library(const Library* library) {
  const bool completes = library->whole && !library_->whole;
  library_ = library;
  refresh();
  if (!completes) return;
  if (!intake_.marks.empty()) events_.push_back({Event::Kind::kAdvice, {}, {}});
  apply(std::exchange(waiting_, {}));
}

void Session::set_now(Moment now) {
  if (now == intake_.now) return;
  intake_.now = now;
  intake_changed();
}

void Session::set_abilities(const Abilities& abilities, bool remembers) {
  abilities_ = abilities;
  shown_.remember = remembers;
  tree_stale_ = true;
  ++version_;
}

void Session::set_intake(Intake intake) {
  undo_.clear();
  redo_.clear();
  intake_ = std::move(intake);
  seen_questions_ =
      intake_.screened ? questions_for(library_->knowledge, intake_.marks) : std::vector<FlagId>{};
  shown_.open_mark = intake_.marks.empty() ? -1 : intake_.marks.back().region.value;
  shown_.sheet = Sheet::kNone;
  if (intake_.screened)
    go_to(Screen::kAdvice);  // everything is told, so the advice is what is left to see
  if (shown_.open_mark >= 0)
    shown_.back_view = library_->knowledge.area_of(region_id(shown_.open_mark)).home_is_back;
  intake_changed();
}

const Mark* Session::mark_of(int region) const {
  const auto it = std::find_if(intake_.marks.begin(), intake_.marks.end(),
                               [&](const Mark& m) { return m.region.value == region; });
  return it == intake_.marks.end() ? nullptr : &*it;
}

int Session::other_side(int region) const {
  const auto& regions = library_->knowledge.regions;
  const Region& one = regions[static_cast<std::size_t>(region)];
  for (std::size_t i = 0; i < regions.size(); ++i)
    if (regions[i].area == one.area && regions[i].side != one.side) return static_cast<int>(i);
  return -1;
}

const FlagAnswer* Session::answer_of(FlagId flag) const {
  const auto it = std::find_if(intake_.answers.begin(), intake_.answers.end(),
                               [&](const FlagAnswer& a) { return a.flag == flag; });
  return it == intake_.answers.end() ? nullptr : &*it;
}

std::optional<Day> Session::chosen_day() const {
  if (intake_.day) return intake_.day;
  return advice_.session ? std::optional{advice_.session->day} : std::nullopt;
}

Advice Session::booked() const {
  Advice booked = advice_;
  if (shown_.minutes > 0 && booked.session) booked.session->minutes = shown_.minutes;
  return booked;
}

BookingTexts Session::booking() const {
  const Advice advice = booked();
  const BookingTexts texts = booking_texts(*library_, intake_, advice);
  // The note goes into the link only from the screen that shows it.
  const bool note =
      shown_.screen == Screen::kBook && shown_.note && shown_.send_note && texts.summary;
  return note ? booking_texts(*library_, intake_, advice, *texts.summary) : texts;
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
  if (action.kind == Kind::kUndo) return restore(undo_, redo_);
  if (action.kind == Kind::kRedo) return restore(redo_, undo_);
  if (!row.tells) return change_shown(action);

  const bool same_slide =
      row.slides && last_slide_.kind == action.kind && last_slide_.subject == action.subject;
  Intake before = intake_;
  if (!change_intake(action)) return false;
  const bool removed = intake_.marks.size() < before.marks.size();
  if (!same_slide) {
    if (undo_.size() == kUndoSteps) undo_.erase(undo_.begin());
    undo_.push_back(std::move(before));
  }
  redo_.clear();
  last_slide_ = row.slides ? action : Action{};
  // A sheet that asks for a day has its answer.
  if ((shown_.sheet == Sheet::kDate && row.value == Value::kDay) ||
      (shown_.sheet == Sheet::kDays && action.kind == Kind::kChooseDay))
    close_sheet();
  intake_changed();
  if (removed) toast("ui.common.removed", true);
  if (action.kind == Kind::kMirrorMark)
    toast("phrases.step.mirrored", true, other_side(action.subject));
  if (action.kind == Kind::kToggleMark && !removed) events_.push_back({Event::Kind::kTick, {}, {}});
  return true;
}

bool Session::change_shown(const Action& a) {
  switch (a.kind) {
    case Kind::kOpenMark:
      shown_.open_mark = a.subject;
      ++shown_.openings;
      shown_.mark_list = false;
      break;
    case Kind::kMarkList:
      shown_.mark_list = a.value == 1;
      break;
    case Kind::kTellAbout:
      shown_.tell_about = a.subject;
      break;
    case Kind::kTurn:
      shown_.back_view = a.value == 1;
      break;
    case Kind::kFrame:
      shown_.legs = a.value == 1;
      ++shown_.framings;
      break;
    case Kind::kZoom:
      shown_.zoom_steps += a.value;
      break;
    case Kind::kGoTo:
      go_to(static_cast<Screen>(a.value));
      if (a.subject >= 0) show_subject(shown_.screen, a.subject);
      break;
    case Kind::kSeeRest:
      ++shown_.rests;
      break;
    case Kind::kMinorSigns:
      shown_.minor_signs = a.value == 1;
      break;
    case Kind::kOpenSheet:
      shown_.sheet = static_cast<Sheet>(a.value);
      shown_.sheet_subject = a.subject;
      if (shown_.sheet == Sheet::kDate)
        shown_.month = month_of(told_date(date_action(a.subject)).value_or(day_of(intake_.now)));
      focus_ = "sheet.title";
      break;
    case Kind::kCloseSheet:
      if (shown_.sheet == Sheet::kNone) return false;
      close_sheet();
      break;
    case Kind::kCloseToast:
      if (toast_.words.empty()) return false;
      toast_.words.clear();
      break;
    case Kind::kMoreToTell:
      shown_.tell_more = a.value == 1;
      break;
    case Kind::kMonth:
      shown_.month = a.value;
      break;
    case Kind::kLength:
      shown_.minutes = a.value;
      break;
    case Kind::kNote:
      shown_.note = a.value == 1;
      shown_.send_note = false;
      if (shown_.note && shown_.screen == Screen::kAdvice && advice_.booking_allowed)
        go_to(Screen::kBook);  // where it is read
      break;
    case Kind::kSendNote:
      shown_.send_note = a.value == 1;
      break;
    case Kind::kReset: {
      const Moment now = intake_.now;
      const Shown liked{.framings = shown_.framings + 1,
                        .zoom_steps = shown_.zoom_steps,
                        .openings = shown_.openings,
                        .rests = shown_.rests,
                        .two_panels = shown_.two_panels,
                        .low_foot = shown_.low_foot,
                        .can_hover = shown_.can_hover,
                        .female = shown_.female,
                        .tone = shown_.tone,
                        .text_percent = shown_.text_percent,
                        .high_contrast = shown_.high_contrast,
                        .list_view = shown_.list_view,
                        .system_text_percent = shown_.system_text_percent,
                        .system_high_contrast = shown_.system_high_contrast};
      if (shown_.remember) events_.push_back({Event::Kind::kRemember, "0", {}});
      undo_.clear();
      redo_.clear();
      seen_questions_.clear();
      shown_ = liked;
      intake_ = Intake{};
      intake_.now = now;
      focus_ = "screen.title";
      intake_changed();
      return true;
    }
    case Kind::kFigure:
      shown_.female = a.value == 1;
      shown_.figure_state = FigureState::kThere;
      break;
    case Kind::kTone:
      shown_.tone = static_cast<std::uint8_t>(a.value);
      break;
    case Kind::kTextSize:
      shown_.text_percent = static_cast<std::uint8_t>(a.value);
      events_.push_back(look_of(shown_));
      break;
    case Kind::kContrast:
      shown_.high_contrast = a.value == 1;
      events_.push_back(look_of(shown_));
      break;
    case Kind::kListView:
      shown_.list_view = a.value == 1;
      shown_.sheet = Sheet::kNone;  // the choice is seen at once
      if (shown_.list_view) shown_.two_panels = shown_.signs_below = false;
      focus_ = "screen.title";
      events_.push_back({Event::Kind::kListView, a.value == 1 ? "1" : "0", {}});
      break;
    case Kind::kUncover:
      events_.push_back({Event::Kind::kUncover, {}, {}});
      return true;
    case Kind::kFullScreen:
      events_.push_back({Event::Kind::kFullScreen, {}, {}});
      focus_ = opener();
      shown_.sheet = Sheet::kNone;
      break;
    case Kind::kLanguage:
      events_.push_back({Event::Kind::kLanguage,
                         a.value == static_cast<int>(Language::kFrench) ? "fr" : "en",
                         {}});
      return true;
    case Kind::kSaveCalendar: {
      if (alarm()) return save_reminder(), true;
      const Advice advice = booked();
      events_.push_back({Event::Kind::kFile, calendar_file(*library_, intake_, advice),
                         calendar_file_name(advice)});
      return true;
    }
    case Kind::kCopySummary:
      if (alarm()) return copy_answers(), true;
      events_.push_back({Event::Kind::kCopy, *booking().summary, {}});
      return true;
    case Kind::kSharePage:
      events_.push_back(
          {Event::Kind::kShare, std::string(library_->words.ui("ui.facade.text")), {}});
      return true;
    case Kind::kSavePicture:
      events_.push_back({Event::Kind::kPicture, {}, {}});
      return true;
    case Kind::kPrint:
      events_.push_back({Event::Kind::kPrint, {}, {}});
      return true;
    case Kind::kRemember:
      shown_.remember = a.value == 1;
      events_.push_back({Event::Kind::kRemember, a.value == 1 ? "1" : "0", {}});
      break;
    case Kind::kBook: {
      const BookingTexts texts = booking();
      if (!texts.url) return false;
      const Service* service = service_for(library_->site, booking_request(*booked().session));
      events_.push_back({Event::Kind::kBook, *texts.url, service ? service->id : std::string{},
                         *booking_texts(*library_, intake_, booked()).url});
      return true;
    }
    default:
      return false;
  }
  tree_stale_ = true;
  ++version_;
  return true;
}

void Session::intake_changed() {
  refresh();
  if (toast_.undo) toast_.words.clear();
  events_.push_back({Event::Kind::kChange, {}, {}});
  if (library_->whole) events_.push_back({Event::Kind::kAdvice, {}, {}});
}

void Session::refresh() {
  const Knowledge& k = library_->knowledge;
  questions_ = questions_for(k, intake_.marks);
  // A mark that calls for a question nobody has seen opens the check again; nothing is taken as
  // answered.
  if (!questions_seen()) intake_.screened = false;
  // A clock that was set back leaves nothing in the future.
  for (Mark& mark : intake_.marks)
    if (mark.since) mark.since = std::min(*mark.since, intake_.now);
  if (intake_.last_hard_end) intake_.last_hard_end = std::min(*intake_.last_hard_end, intake_.now);
  if (intake_.last_deep) intake_.last_deep = std::min(*intake_.last_deep, day_of(intake_.now));
  // A chosen day that has left the horizon is no choice any more.
  if (intake_.day) {
    const Day first = first_day(k, library_->site.business, intake_);
    if (*intake_.day < first || *intake_.day >= first + std::chrono::days{k.rules.horizon_days})
      intake_.day.reset();
  }
  if (library_->whole) advice_ = advise(k, library_->site.business, intake_);
  if (shown_.screen == Screen::kBook && !advice_.booking_allowed) shown_.screen = Screen::kAdvice;
  if (!can_open(shown_.sheet, shown_.sheet_subject)) shown_.sheet = Sheet::kNone;
  keep_a_mark_open();
  if (!mark_of(shown_.tell_about))
    shown_.tell_about = intake_.marks.empty() ? -1 : intake_.marks.front().region.value;
  tree_stale_ = true;
  ++version_;
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
