// Asks of the world outside what only it can do: to book, to copy, to save, to print.
#include "app/session.h"
#include "booking/calendar_file.h"
#include "content/phrases.h"

namespace advisor::app {

using Kind = Action::Kind;

bool Session::ask_outside(const Action& a) {
  switch (a.kind) {
    case Kind::kUncover:
      return happen(Event::Kind::kUncover), true;
    case Kind::kLanguage:
      return happen(Event::Kind::kLanguage, std::string(name_of(static_cast<Language>(a.value)))),
             true;
    case Kind::kSaveCalendar: {
      if (alarm()) return save_reminder(), true;
      const Advice advice = booked();
      events_.push_back({Event::Kind::kFile,
                         calendar_file(*library_, intake(), advice, utc_offset_),
                         calendar_file_name(advice)});
      return true;
    }
    case Kind::kBookSession:
    case Kind::kSaveBlock:
      return ask_of_block(a), true;
    case Kind::kCopySummary:
      if (alarm()) return copy_answers(), true;
      return happen(Event::Kind::kCopy, *booking().summary), true;
    case Kind::kSharePage:
      return happen(Event::Kind::kShare, std::string(library_->words.ui("ui.facade.text"))), true;
    case Kind::kSavePicture:
      return happen(Event::Kind::kPicture), true;
    case Kind::kPrint:
      return happen(Event::Kind::kPrint), true;
    case Kind::kBook: {
      const BookingTexts texts = booking();
      if (!texts.url) return false;
      const Service* service = service_for(library_->site, booking_request(*booked().session));
      events_.push_back({Event::Kind::kBook, *texts.url, service ? service->id : std::string{},
                         *booking_texts(*library_, intake(), booked()).url});
      return true;
    }
    default:
      return false;
  }
}

void Session::ask_of_block(const Action& a) {
  if (a.kind == Kind::kSaveBlock) {
    events_.push_back({Event::Kind::kFile,
                       block_calendar_file(*library_, intake(), advice_, utc_offset_),
                       std::string(library_->words.ui("ui.block.file"))});
    return;
  }
  const auto i = static_cast<std::size_t>(a.value);
  const std::string url = block_urls(*library_, advice_)[i];
  const Service* service =
      service_for(library_->site, booking_request(session_of(advice_.block->sessions[i])));
  events_.push_back({Event::Kind::kBook, url, service ? service->id : std::string{}, url});
}

// Writes what a clinician is shown: the marks, and the answers in the words of the whole questions.
// It leaves the page only when the person copies it.
void Session::copy_answers() {
  const Phrases phrases(library_->knowledge, library_->words);
  std::string out =
      phrases.text("ui.alarm.copy_title", {{"date", phrases.date(day_of(intake().now))}});
  for (const Mark& mark : intake().marks) {
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
  happen(Event::Kind::kCopy, std::move(out));
}

// The reminder stands two days after the end of two days of fever, and says no more than any other
// reminder does.
void Session::save_reminder() {
  constexpr std::chrono::days kWait{4};
  Advice later;
  later.booking_allowed = true;
  later.session = SessionAdvice{day_of(intake().now) + kWait, 60, Pressure::kLight, {}};
  events_.push_back({Event::Kind::kFile, calendar_file(*library_, intake(), later, utc_offset_),
                     calendar_file_name(later)});
}

}  // namespace advisor::app
