#include <algorithm>

#include "app/session.h"

// Holds what src/ui and the platform tell of where the session is shown, and what the session says
// by itself.
namespace advisor::app {

void Session::set_layout(bool two_panels, bool low_foot, bool can_hover) {
  if (shown_.two_panels == two_panels && shown_.low_foot == low_foot &&
      shown_.can_hover == can_hover)
    return;
  shown_.two_panels = two_panels;
  shown_.low_foot = low_foot;
  shown_.can_hover = can_hover;
  tree_stale_ = true;
  ++version_;
}

void Session::set_zoomed(bool zoomed) {
  if (shown_.zoomed == zoomed) return;
  shown_.zoomed = zoomed;
  shown_.legs &= zoomed;
  tree_stale_ = true;
  ++version_;
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
                        std::any_of(intake_.answers.begin(), intake_.answers.end(), minor);
  focus_ = "screen.title";
}

void Session::close_sheet() {
  focus_ = opener();
  shown_.sheet = Sheet::kNone;
}

void Session::set_signs_below(bool below) {
  if (shown_.screen != Screen::kSafety || !library_->whole || shown_.list_view)
    return;  // a page is read from its top to its end
  const bool news = shown_.signs_below != below || (!below && !questions_seen());
  if (!news) return;
  shown_.signs_below = below;
  if (!below) see_questions();
  tree_stale_ = true;
  ++version_;
}

bool Session::questions_seen() const {
  return std::all_of(questions_.begin(), questions_.end(), [&](FlagId q) {
    return std::find(seen_questions_.begin(), seen_questions_.end(), q) != seen_questions_.end();
  });
}

void Session::see_questions() {
  for (const FlagId question : questions_)
    if (std::find(seen_questions_.begin(), seen_questions_.end(), question) ==
        seen_questions_.end())
      seen_questions_.push_back(question);
}

void Session::set_figure_state(FigureState state) {
  if (shown_.figure_state == state) return;
  if (state == FigureState::kFailed) shown_.female = !shown_.female;
  shown_.figure_state = state;
  tree_stale_ = true;
  ++version_;
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
  tree_stale_ = true;
  ++version_;
}

void Session::toast(std::string_view words_key, bool undo, int region, int value) {
  toast_ = {std::string(words_key), undo, region, value, toast_.number + 1};
  tree_stale_ = true;
  ++version_;
}

void Session::set_cover(const Cover* cover) {
  cover_ = cover;
  tree_stale_ = true;
  ++version_;
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
  tree_stale_ = true;
  ++version_;
}

bool Session::blank() const {
  Intake nothing;
  nothing.now = intake_.now;
  return intake_ == nothing && undo_.empty() && shown_.screen == Screen::kWhere;
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
