// The session's answers to an alarm: a person corrects what raised it, shows it to a clinician, or
// waits until it has passed.
#include "app/session.h"
#include "booking/calendar_file.h"
#include "content/phrases.h"

namespace advisor::app {

bool Session::grave(const FlagAnswer& answer) const {
  const Flag& flag = library_->knowledge.flags[answer.flag.value];
  return answer.answer != Answer::kNo && flag.level >= Level::kClinicianFirst &&
         !(flag.clearable && answer.cleared);
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

// Writes what a clinician is shown: the marks, and the answers in the words of the whole questions.
// It leaves the page only when the person copies it.
void Session::copy_answers() {
  const Phrases phrases(library_->knowledge, library_->words);
  std::string out =
      phrases.text("ui.alarm.copy_title", {{"date", phrases.date(day_of(intake_.now))}});
  for (const Mark& mark : intake_.marks) {
    const std::string region = phrases.region_name(mark.region),
                      intensity = std::to_string(mark.intensity);
    const std::string_view quality =
        mark.quality ? phrases.term_in(*mark.quality) : std::string_view();
    out +=
        '\n' + phrases.text(mark.quality ? "phrases.why.area_quality" : "phrases.why.area",
                            {{"region", region}, {"intensity", intensity}, {"quality", quality}});
  }
  for (const RaisedFlag& flag : advice_.flags) {
    const SignWords& asked = library_->words.flags[flag.flag.value].asked;
    if (asked.question.empty() || flag.derived)
      out += '\n' + phrases.flag_text(flag);
    else
      out += '\n' + phrases.text("ui.alarm.copy_sign",
                                 {{"question", asked.question},
                                  {"answer", library_->words.ui(flag.unsure ? "ui.safety.unsure"
                                                                            : "ui.safety.yes")}});
  }
  out.append("\n").append(library_->words.ui("phrases.summary.disclaimer"));
  events_.push_back({Event::Kind::kCopy, std::move(out), {}});
}

// The reminder stands two days after the end of two days of fever, and says no more than any other
// reminder does.
void Session::save_reminder() {
  constexpr std::chrono::days kWait{4};
  Advice later;
  later.booking_allowed = true;
  later.session = SessionAdvice{day_of(intake_.now) + kWait, 60, Pressure::kLight, {}};
  events_.push_back(
      {Event::Kind::kFile, calendar_file(*library_, intake_, later), calendar_file_name(later)});
}

}  // namespace advisor::app
