#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "advice/advise.h"
#include "app/cover.h"
#include "app/shown.h"
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
  void set_now(Moment now);
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

  // Does the action, and says whether anything changed. An action that is not possible now changes
  // nothing.
  bool apply(const Action& action);
  // Replaces all that was told, and shows the advice if the safety check is in it. Precondition: it
  // keeps intake.h's promises.
  void set_intake(Intake intake);

  const Library& library() const { return *library_; }
  const Intake& intake() const { return intake_; }
  const Advice& advice() const { return advice_; }
  const Shown& shown() const { return shown_; }
  const Toast& toast() const { return toast_; }
  bool blank() const;  // nothing was told that starting over would erase
  Screen screen() const { return shown_.screen; }
  Moment now() const { return intake_.now; }
  // A red flag replaces everything else on the screen once the check is done.
  bool alarm() const {
    return shown_.screen == Screen::kAdvice && advice_.level >= Level::kClinicianFirst;
  }
  const Mark* mark_of(int region) const;
  const FlagAnswer* answer_of(FlagId flag) const;
  int other_side(int region) const;  // the same area there, or -1 where there is only one
  // The key of the words that say what one step changes ("phrases.step.…"), and the mark that they
  // speak of.
  struct Step {
    std::string_view words;
    int region = -1, value = 0;
  };
  Step undo_step() const { return undo_.empty() ? Step{} : step_to(undo_.back()); }
  Step redo_step() const { return redo_.empty() ? Step{} : step_to(redo_.back()); }
  bool can_undo() const { return !undo_.empty(); }
  bool can_redo() const { return !redo_.empty(); }
  const std::vector<FlagId>& questions() const {
    return questions_;
  }  // of the safety check, in the order of the knowledge base
  bool questions_seen() const;
  bool grave(const FlagAnswer& answer) const;  // whether the answer raises an alarm
  std::optional<Day> chosen_day() const;
  // The days that a date may be told of, and the one that is told: `tells` is one of the actions
  // whose value is a day.
  struct Dates {
    Day from, to;
  };
  Dates dates_for(const Action& tells) const;
  std::optional<Day> told_date(const Action& tells) const;
  bool can_add_race() const { return intake_.races.size() < 16; }  // as many as an intake holds
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
  Mark* mutable_mark(int region);
  void answer(FlagId flag, Answer answer);
  FlagAnswer& answer_for(FlagId flag);
  bool change_intake(const Action& action);
  bool change_shown(const Action& action);
  bool can_open(Sheet sheet, int subject) const;
  std::size_t race_index(int subject) const;
  void close_sheet();
  // What no row allows is refused; is_about(), can_set() and has() judge its three parts.
  bool valid(const Action& action) const;
  bool is_about(Subject subject, const Action& action) const;
  bool can_set(const ActionRow& row, const Action& action) const;
  bool has(Needs needs, const Action& action) const;
  std::string_view opener() const;  // the control that opened the sheet, or the screen's title
  bool restore(std::vector<Intake>& from, std::vector<Intake>& to);
  Step step_to(const Intake& next) const;
  void keep_a_mark_open();
  void refresh();         // everything that follows from what was told
  void intake_changed();  // the same, and tells the world outside
  void go_to(Screen screen);
  void show_subject(Screen screen, int subject);
  void see_questions();
  [[gnu::noinline]] void copy_answers(),
      save_reminder();  // of an alarm; on the web they come after the first frame

  const Library* library_;
  Intake intake_;
  Advice advice_;
  Shown shown_;
  Toast toast_;
  const Cover* cover_ = nullptr;
  Abilities abilities_;
  std::vector<FlagId> questions_, seen_questions_;
  std::vector<Intake> undo_, redo_;
  Action waiting_,
      last_slide_;  // for a whole library; consecutive slides of one mark are one step of undo
  std::vector<Event> events_;
  std::string focus_;
  Tree tree_;
  bool tree_stale_ = true;
  std::uint32_t version_ = 0;
};

}  // namespace advisor::app
