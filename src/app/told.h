#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "advice/intake.h"
#include "advice/knowledge.h"
#include "app/action.h"

// What was told, and each step that led to it.
namespace advisor::app {

class Told {
 public:
  explicit Told(Moment now) { intake_.now = now; }

  const Intake& intake() const { return intake_; }
  const Mark* mark_of(int region) const;
  const FlagAnswer* answer_of(FlagId flag) const;
  // The mark that takes the place of one that goes: the one before it, or the first; -1: none.
  int mark_beside(int region) const;
  bool can_add_race() const { return intake_.races.size() < 16; }  // as many as an intake holds
  // The days that a date may be told of, and the one that is told: `tells` is one of the actions
  // whose value is a day.
  struct Dates {
    Day from, to;
  };
  Dates dates_for(const Action& tells) const;
  std::optional<Day> told_date(const Action& tells) const;

  // Does what a valid action tells, as one step; a slide goes on with the one before, and so does
  // what `goes_on`. False: it changed nothing. `other_side` is the region that a mirrored mark goes
  // to.
  bool tell(const Action& action, int other_side = -1, bool goes_on = false);
  void end_step() { last_slide_ = {}; }  // what comes next does not go on with it

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
  // Precondition: can_undo(), can_redo(). They return what they changed; time is not taken back.
  Step undo() { return restore(undo_, redo_); }
  Step redo() { return restore(redo_, undo_); }

  // Takes other things told in place of all, and no step leads back; without any: nothing.
  void replace(Intake intake);
  void erase();
  void set_now(Moment now) { intake_.now = now; }
  // What has come to be false: a day in the future that lies in the past, a chosen day that is out
  // of the horizon, a safety check of which not all was `seen`.
  void drop_stale(const Knowledge& knowledge, const Business& business, bool seen);

 private:
  Mark* mutable_mark(int region);
  FlagAnswer& answer_for(FlagId flag);
  std::size_t race_index(int subject) const;
  bool change(const Action& action, int other_side);
  bool change_mark(const Action& action, int other_side);
  bool change_answer(const Action& action);
  bool change_race(const Action& action);
  bool change_rest(const Action& action);
  Step step_to(const Intake& next) const;
  Step restore(std::vector<Intake>& from, std::vector<Intake>& to);

  Intake intake_;
  std::vector<Intake> undo_, redo_;
  Action last_slide_;  // consecutive slides of one thing are one step
};

}  // namespace advisor::app
