#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "advice/advise.h"
#include "app/cover.h"
#include "app/screening.h"
#include "app/shown.h"
#include "app/told.h"
#include "app/tree.h"
#include "booking/answer.h"
#include "booking/booking_link.h"

// The session: what was told, what was advised, what is shown. Actions go in, the semantic tree and
// events come out.
namespace advisor::app {

class Session {
 public:
  // `library` outlives the session; `now` is the business's wall clock.
  Session(const Library* library, Moment now);

  // Takes another library with the same knowledge: what was told stays, and everything is renamed.
  // The first whole one brings the advice.
  void set_library(const Library* library);
  // Time has passed; `utc_offset` is how far the clock is ahead of UTC. A day that was shown and is
  // over is told of; the safety check is asked again once it is older than kCheckHolds.
  void set_now(Moment now, Minutes utc_offset = {});
  static constexpr std::chrono::hours kCheckHolds{12};
  void set_layout(bool two_panels, bool low_foot, bool can_hover);
  void set_zoomed(bool zoomed);
  void set_signs_below(bool below);  // of the safety check, what is in sight; where none lies
                                     // below, all have been seen
  void set_figure_state(
      FigureState state);  // what became of the chosen one; a failed one is not chosen any more
  void set_system(int text_percent, bool high_contrast);
  // Shows a line of the words, in place of the one before. One that can be undone leaves with the
  // next change of what is told.
  void toast(std::string_view words_key, bool undo = false, int region = -1, int value = 0);
  // `remembers`: what is told is being kept on this device already.
  void set_abilities(const Abilities& abilities, bool remembers = false);
  // Takes what the platform puts over the screens. The platform calls this again each time that the
  // cover changes, and the cover outlives the session.
  void set_cover(const Cover* cover);
  const Cover* cover() const { return cover_ && cover_->any() ? cover_ : nullptr; }
  void forget(
      const Shown& as_at_first);  // as for a person who has just come: nothing told, nothing liked

  // The control that has the focus, or an empty key. A date field keeps its key and its race as
  // long as it has it, and all that is told with it meanwhile is one step: a picker of the system
  // may report several days before the person has chosen.
  void set_focused(std::string_view key);
  struct Field {
    std::string key;
    Action tells;
  };
  const Field& held_date() const { return held_date_; }
  // A day that lies outside of what its field takes was asked for; nothing else was told since.
  static constexpr std::string_view kNotThatDay = "phrases.not_that_day";
  const Action& refused_date() const { return refused_date_; }

  // Does the action, and says whether anything changed. An action that is not possible now changes
  // nothing.
  bool apply(const Action& action);
  // The same for a date that was typed: a day that its field does not take is refused in words.
  bool apply_date(const Action& action);
  // Replaces all that was told, and shows the advice if the safety check is in it, which counts as
  // done at the time that was told last. Precondition: it keeps intake.h's promises.
  void set_intake(Intake intake);

  const Library& library() const { return *library_; }
  const Told& told() const { return told_; }
  const Intake& intake() const { return told_.intake(); }
  const Screening& screening() const { return screening_; }
  const Advice& advice() const { return advice_; }
  const Shown& shown() const { return shown_; }
  const Toast& toast() const { return toast_; }
  bool blank() const;  // nothing was told that starting over would erase
  Screen screen() const { return shown_.screen; }
  Moment now() const { return intake().now; }
  // The training block holds more than the next session.
  bool has_series() const { return advice_.block && advice_.block->sessions.size() > 1; }
  // A red flag replaces everything else on the screen once the check is done.
  bool alarm() const {
    return shown_.screen == Screen::kAdvice && advice_.level >= Level::kClinicianFirst;
  }
  int other_side(int region) const;  // the same area there, or -1 where there is only one
  std::optional<Day> chosen_day() const;
  const Abilities& abilities() const { return abilities_; }
  // The advice with the length that was chosen for the booking; its day is chosen in the intake.
  // Precondition: a session.
  Advice booked() const;
  // Gives what booking says of the advice; the link holds the note only when the person asked for
  // that.
  BookingTexts booking() const;

  // The tree of what is shown now; rebuilt by the first call after a change.
  Tree& tree();
  std::vector<Event> take_events();  // what happened since the last call
  std::string
  take_focus();  // where it should go after a change of screen: a key of the tree, or empty
  void ask_focus(std::string key) { focus_ = std::move(key); }
  bool wants_focus() const { return !focus_.empty(); }
  // Counts every change of what is told or shown: src/ui repaints on a new one.
  std::uint32_t version() const { return version_; }

 private:
  // What no row allows is refused; is_about(), can_set() and has() judge its three parts.
  bool valid(const Action& action) const;
  bool is_about(Subject subject, const Action& action) const;
  bool can_set(const ActionRow& row, const Action& action) const;
  bool has(Needs needs, const Action& action) const;
  bool can_open(Sheet sheet, int subject) const;

  bool tell(const Action& action);
  void accept();  // nothing is refused any more
  bool take_back(Told::Step step);
  // What is shown after something was told: `beside` is the mark beside one that goes.
  void follow_told(const Action& action, int beside);
  // Each does what it knows of, and says whether that changed anything.
  bool change_place(const Action& action);
  bool change_figure(const Action& action);
  bool change_look(const Action& action);
  bool change_folds(const Action& action);
  bool ask_outside(const Action& action);
  void start_over();

  void go_to(Screen screen);
  void close_sheet();
  void show_subject(Screen screen, int subject);
  std::string_view opener() const;  // the control that opened the sheet, or the screen's title
  void keep_a_mark_open();
  void refresh();         // everything that follows from what was told
  void intake_changed();  // the same, and tells the world outside
  void changed() {
    tree_stale_ = true;
    ++version_;
  }
  void happen(Event::Kind kind, std::string text = {}) {
    events_.push_back({kind, std::move(text), {}});
  }
  [[gnu::noinline]] void copy_answers(),
      save_reminder();  // of an alarm; on the web they come after the first frame
  // Of the block: the link of a session, and the one calendar file.
  [[gnu::noinline]] void ask_of_block(const Action& action);
  // The advice for what was told; on the web it comes with the rules, after the first frame.
  [[gnu::noinline]] void advise_again();

  const Library* library_;
  Told told_;
  Screening screening_;
  Minutes utc_offset_{};
  Moment screened_at_{};  // of a safety check that is done
  Advice advice_;
  Shown shown_;
  Toast toast_;
  const Cover* cover_ = nullptr;
  Abilities abilities_;
  Action waiting_;  // for a whole library
  Field held_date_;
  Action refused_date_;
  std::vector<Event> events_;
  std::string focus_;
  Tree tree_;
  bool tree_stale_ = true;
  std::uint32_t version_ = 0;
};

}  // namespace advisor::app
