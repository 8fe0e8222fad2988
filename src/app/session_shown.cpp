#include <algorithm>

#include "app/month.h"
#include "app/session.h"

// Holds what src/ui and the platform tell of where the session is shown, and what the session says
// by itself.
namespace advisor::app {

using Kind = Action::Kind;

bool Session::change_place(const Action& a) {
  switch (a.kind) {
    case Kind::kGoTo:
      accept();
      go_to(static_cast<Screen>(a.value));
      if (a.subject >= 0) show_subject(shown_.screen, a.subject);
      break;
    case Kind::kOpenSheet:
      shown_.sheet = static_cast<Sheet>(a.value);
      shown_.sheet_subject = a.subject;
      if (shown_.sheet == Sheet::kDate)
        shown_.month = month_of(told_.told_date(date_action(a.subject)).value_or(day_of(now())));
      focus_ = "sheet.title";
      break;
    case Kind::kCloseSheet:
      if (shown_.sheet == Sheet::kNone) return false;
      close_sheet();
      break;
    case Kind::kMonth:
      shown_.month = a.value;
      break;
    case Kind::kFullScreen:
      happen(Event::Kind::kFullScreen);
      focus_ = opener();
      shown_.sheet = Sheet::kNone;
      break;
    case Kind::kReset:
      start_over();
      return true;
    default:
      return false;
  }
  changed();
  return true;
}

bool Session::change_figure(const Action& a) {
  switch (a.kind) {
    case Kind::kOpenMark:
      shown_.open_mark = a.subject;
      ++shown_.openings;
      shown_.mark_list = false;
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
    case Kind::kFigure:
      shown_.female = a.value == 1;
      shown_.figure_state = FigureState::kThere;
      break;
    case Kind::kTone:
      shown_.tone = static_cast<std::uint8_t>(a.value);
      break;
    default:
      return false;
  }
  changed();
  return true;
}

bool Session::change_look(const Action& a) {
  switch (a.kind) {
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
      happen(Event::Kind::kListView, a.value == 1 ? "1" : "0");
      break;
    case Kind::kRemember:
      shown_.remember = a.value == 1;
      happen(Event::Kind::kRemember, a.value == 1 ? "1" : "0");
      break;
    default:
      return false;
  }
  changed();
  return true;
}

// What is open on a screen, and what it speaks of.
bool Session::change_folds(const Action& a) {
  switch (a.kind) {
    case Kind::kMarkList:
      shown_.mark_list = a.value == 1;
      break;
    case Kind::kTellAbout:
      shown_.tell_about = a.subject;
      break;
    case Kind::kMoreToTell:
      shown_.tell_more = a.value == 1;
      break;
    case Kind::kSeeRest:
      ++shown_.rests;
      break;
    case Kind::kMinorSigns:
      shown_.minor_signs = a.value == 1;
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
    case Kind::kCloseToast:
      if (toast_.words.empty()) return false;
      toast_.words.clear();
      break;
    default:
      return false;
  }
  changed();
  return true;
}

// Erases what was told; how the person likes it stays, and so does what was counted.
void Session::start_over() {
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
  if (shown_.remember) happen(Event::Kind::kRemember, "0");
  accept();
  told_.erase();
  screening_.forget();
  shown_ = liked;
  focus_ = "screen.title";
  intake_changed();
}

void Session::set_layout(bool two_panels, bool low_foot, bool can_hover) {
  if (shown_.two_panels == two_panels && shown_.low_foot == low_foot &&
      shown_.can_hover == can_hover)
    return;
  shown_.two_panels = two_panels;
  shown_.low_foot = low_foot;
  shown_.can_hover = can_hover;
  changed();
}

void Session::set_zoomed(bool zoomed) {
  if (shown_.zoomed == zoomed) return;
  shown_.zoomed = zoomed;
  shown_.legs &= zoomed;
  changed();
}

// Finds what somebody comes to correct: a sign of the check, or a mark.
void Session::show_subject(Screen screen, int subject) {
  if (screen == Screen::kSafety) {
    shown_.about_flag = subject;
    focus_ = "flag." + library_->knowledge.flags[static_cast<std::size_t>(subject)].id;
    return;
  }
  shown_.tell_about = shown_.open_mark = subject;
  shown_.back_view =
      library_->knowledge.area_of(RegionId{static_cast<std::uint8_t>(subject)}).home_is_back;
}

void Session::go_to(Screen screen) {
  shown_.screen = screen;
  shown_.sheet = Sheet::kNone;
  shown_.mark_list = false;
  toast_.words.clear();  // the toast tells of the step before
  shown_.signs_below = false;
  shown_.about_flag = shown_.opened_flag = -1;
  // A minor sign that was answered is not hidden from whoever comes back.
  const auto minor = [&](const FlagAnswer& a) {
    return a.answer != Answer::kNo &&
           library_->knowledge.flags[a.flag.value].level < Level::kClinicianFirst;
  };
  shown_.minor_signs |= screen == Screen::kSafety &&
                        std::any_of(intake().answers.begin(), intake().answers.end(), minor);
  focus_ = "screen.title";
}

void Session::close_sheet() {
  focus_ = opener();
  shown_.sheet = Sheet::kNone;
}

void Session::set_signs_below(bool below) {
  if (shown_.screen != Screen::kSafety || !library_->whole || shown_.list_view)
    return;  // a page is read from its top to its end
  const bool news = shown_.signs_below != below || (!below && !screening_.all_seen());
  if (!news) return;
  shown_.signs_below = below;
  if (!below) screening_.see_all();
  changed();
}

void Session::set_figure_state(FigureState state) {
  if (shown_.figure_state == state) return;
  if (state == FigureState::kFailed) shown_.female = !shown_.female;
  shown_.figure_state = state;
  changed();
}

Event look_of(const Shown& shown) {
  return {Event::Kind::kLook,
          std::to_string(shown.text_percent) + (shown.high_contrast ? " 1" : " 0"),
          {}};
}

void Session::set_system(int text_percent, bool high_contrast) {
  const auto percent = static_cast<std::uint8_t>(std::clamp(text_percent, 100, 200));
  if (shown_.system_text_percent == percent && shown_.system_high_contrast == high_contrast) return;
  shown_.system_text_percent = percent;
  shown_.system_high_contrast = high_contrast;
  changed();
}

void Session::toast(std::string_view words_key, bool undo, int region, int value) {
  toast_ = {std::string(words_key), undo, region, value, toast_.number + 1};
  changed();
}

void Session::set_focused(std::string_view key) {
  if (key == held_date_.key) return;
  const Node* node = tree().node(key);
  const bool was_held = !held_date_.key.empty(), holds = node && node->role == Role::kDate;
  if (!was_held && !holds) return;
  held_date_ = holds ? Field{node->key, node->action} : Field{};
  told_.end_step();
  changed();
}

void Session::set_cover(const Cover* cover) {
  cover_ = cover;
  changed();
}

void Session::forget(const Shown& as_at_first) {
  apply({Action::Kind::kReset});
  const Shown before = shown_;
  shown_ = as_at_first;
  shown_.two_panels = before.two_panels;
  shown_.low_foot = before.low_foot;
  shown_.can_hover = before.can_hover;
  toast_ = {.number = toast_.number + 1};
  focus_.clear();
  changed();
}

bool Session::blank() const {
  Intake nothing;
  nothing.now = now();
  return intake() == nothing && !told_.can_undo() && shown_.screen == Screen::kWhere;
}

std::string_view Session::opener() const {
  const bool date = shown_.sheet == Sheet::kDate;
  for (const Node& node : tree_.nodes()) {
    const Action& action = node.action;
    if (date && node.role == Role::kDate && date_subject(action) == shown_.sheet_subject)
      return node.key;
    if (action.kind == Action::Kind::kOpenSheet && action.value == static_cast<int>(shown_.sheet) &&
        action.subject == shown_.sheet_subject)
      return node.key;
  }
  return shown_.sheet == Sheet::kStartOver ? "menu" : "screen.title";
}

std::vector<Event> Session::take_events() { return std::exchange(events_, {}); }
std::string Session::take_focus() { return std::exchange(focus_, {}); }

}  // namespace advisor::app
