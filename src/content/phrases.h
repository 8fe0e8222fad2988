#pragma once

#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "advice/advice.h"
#include "advice/intake.h"
#include "content/words.h"

namespace advisor {

// A placeholder's name and what stands for it.
struct Fill {
  std::string_view name;
  std::string_view value;
};

// Ids and numbers into sentences of one language. Cheap to make: it only refers to the two, which
// outlive it.
class Phrases {
 public:
  Phrases(const Knowledge& knowledge, const Words& words) : knowledge_(knowledge), words_(words) {}

  // Any text of the words by its whole key, its placeholders filled. With a number, {n} is that
  // number as the language writes it and decides the plural form (French: one for 0 and 1; English:
  // one for 1).
  std::string text(std::string_view key, std::initializer_list<Fill> fills = {}) const;
  std::string counted(std::string_view key, int n, std::initializer_list<Fill> fills = {}) const;

  std::string region_name(RegionId r) const;  // a control's name: "Haut du mollet, à gauche"
  std::string_view region_in_sentence(RegionId r) const;  // "mollet gauche"
  // The whole name inside a sentence, so that the therapist knows front from back: "haut du mollet,
  // à gauche".
  std::string region_in_note(RegionId r) const;
  std::string_view region_short(RegionId r) const;  // "Mollet, à gauche"
  const std::string& citation(
      int source) const;  // in this language where it is a description; a title stays as it is

  // Terms. term(Pressure::kLight) is "léger".
  std::string_view term(Pressure p) const;
  std::string_view term(Quality q) const;
  std::string_view term(Onset o) const;
  std::string_view term(Experience e) const;
  std::string_view term(Phase p) const;
  std::string_view term_in(Quality q) const;   // inside a sentence: "tension"
  std::string_view term(Grade g) const;        // "Preuve : moyenne"
  std::string_view term_short(Grade g) const;  // "preuve moyenne"
  std::string_view term(Origin o) const;
  std::string_view term(Checked c) const;
  std::string_view intensity_word(
      int intensity) const;  // 1-3 mild, 4-6 moderate, 7-8 strong, 9-10 very strong

  std::string date(Day d) const;  // "mardi 16 juin" / "Tuesday, June 16"
  std::string the_date(
      Day d) const;  // inside a French sentence with its article: "le mardi 16 juin"
  std::string date_plain(Day d) const;  // "16 juin" / "June 16"; "1er juillet"
  std::string date_short(Day d) const;  // "mar. 16 juin"
  std::string day_short(Day d) const;   // "mer. 17"
  std::string_view month(unsigned month_1_to_12) const;
  std::string_view weekday(unsigned weekday_0_is_monday) const;
  std::string_view weekday_short(unsigned weekday_0_is_monday) const;
  std::string range(Day from, Day to) const;  // "du 16 au 18 juin"; a single day: "le 16 juin"
  std::string list_and(std::span<const std::string> items) const;
  std::string list_or(std::span<const std::string> items) const;
  std::string number(double value) const;  // up to one decimal: "21,1", "42.2", "1 012"
  std::string money(int cents) const;      // "115 $", "$82.50"
  std::string phone(std::string_view e164)
      const;  // "514 555-0142", "514-555-0142"; as it is where it is not North American

  // A short line above the verdict: the level's, or that the safety check is still to do.
  std::string state(const Advice& advice) const;
  // The verdict in one sentence: whether, and which days or what pressure. At
  // clinician_first and above the level's title; while a question is unanswered, that it comes
  // first.
  std::string verdict(const Advice& advice) const;
  // Why those days, in one line: how far from which race, or the soreness of what is massaged; what
  // is missing while a question is unanswered; empty when nothing makes them better.
  std::string verdict_reason(const Advice& advice, const Intake& intake) const;
  // "pression au choix", "modéré au plus", "léger seulement", "pas de massage".
  std::string up_to(Pressure p) const;
  // A day as it is spoken: date, pressure, ideal, how far from a race, closed. Precondition: an
  // index into timing.days.
  std::string day_spoken(const Advice& advice, std::size_t index, const Intake& intake) const;
  // Why a day's pressure is what it is: one sentence a rule, never empty (day.no_limit when nothing
  // limits it). On the day of a race only that day's own rule speaks, not those of the days around
  // it.
  std::vector<std::string> day_reasons(const Advice& advice, const DayAdvice& day,
                                       const Intake& intake) const;
  // Why an area's pressure is what it is, or is avoided; empty when nothing limits it.
  std::vector<std::string> area_reasons(const AreaAdvice& area) const;
  // The note of an area: what to know of it before the session; empty when there is none.
  std::string area_note(const Advice& advice, const AreaAdvice& area) const;
  // The techniques to ask for: none that stretches a recent injury.
  std::vector<TechniqueId> techniques(const AreaAdvice& area) const;
  // What to do at home until the session, for this area: gentle while a health professional's
  // agreement holds (R13), on a recent injury and where it is numb; a flag's own where it has one.
  // Empty for an area that is avoided.
  std::string self_care(const Advice& advice, const AreaAdvice& area) const;
  // The same for the screen, left and right of an area once: the one that must be spared speaks for
  // both, and of a side that is avoided it is said that nothing presses on it.
  struct CareLine {
    AreaId area;
    std::string text;
  };
  std::vector<CareLine> self_care_lines(const Advice& advice) const;
  std::string fact(BenefitId benefit, const Fact& fact,
                   const Intake& intake) const;  // why a benefit is there
  // When something began, so that it stays true until it is read: "le 9 juin" up to two weeks ago,
  // then "il y a 3 semaines", in months from two on, in years from two on. Precondition: `began` is
  // not after `now`.
  std::string ago(Moment began, Moment now) const;
  std::string effect(const TraceEntry& entry) const;
  // Why a session of the block is on its day: "Avant la course du 4 octobre".
  std::string session_reason(const SessionReason& reason) const;
  // What the block leaves out, and why, in one sentence.
  std::string left_out(const LeftOut& left_out) const;
  // What the advice says of a raised flag; of a cleared one what was told and that light work was
  // agreed to; of a derived one its own.
  std::string flag_text(const RaisedFlag& flag) const;
  // What to do about it, the first thing first; of a cleared one that it is said before the
  // session.
  std::vector<std::string_view> flag_acts(const RaisedFlag& flag) const;
  std::string flag_note(const RaisedFlag& flag, std::string_view places,
                        std::string_view age) const;  // for the therapist, in the runner's voice
  // What the check asks of a flag near these regions, in the words of their area; of one that
  // nobody is asked, why it matters.
  SignWords asked(FlagId flag, std::span<const RegionId> near) const;
  // The alarm of an advice: which one, the flag that leads it, its title, why, and what to do: all
  // about that flag and the first thing about each of the others (in an emergency only of those
  // that are one), no sentence twice, four at most; and the number to call, empty where the title
  // says it. Precondition but of alarm_of(): an alarm.
  Alarm alarm_of(const Advice& advice) const;
  const RaisedFlag& alarm_flag(const Advice& advice) const;
  std::string_view alarm_title(const Advice& advice) const;
  std::string alarm_reason(const Advice& advice) const;
  std::vector<std::string> alarm_acts(const Advice& advice) const;
  std::string alarm_call(const Advice& advice) const;
  // The level's message, then what to do about its flags; of an alarm, what its screen says.
  std::string safety_message(const Advice& advice) const;

  const Words& words() const { return words_; }
  const Knowledge& knowledge() const { return knowledge_; }

 private:
  static std::string fill_text(std::string_view pattern, std::initializer_list<Fill> fills);
  static std::string uncapitalized(std::string text);
  std::string number_text(int n) const;
  bool is_emergency(FlagId flag) const;
  bool in_doubt(const RaisedFlag& flag) const;
  int urgency(const RaisedFlag& flag) const;
  std::string first_thing(FlagId flag) const;
  // Adds what no act says yet: sentences that were said are left out.
  static void add_unsaid(std::vector<std::string>& acts, std::string_view act);
  std::string area_fact(BenefitId benefit, const Fact& fact, const Intake& intake) const;
  std::string best_days(const std::vector<Day>& ideal) const;
  std::string light_verdict(const Advice& advice) const;
  std::string soreness_reason(const Advice& advice, const Intake& intake) const;
  std::string care_text(const Advice& advice, const AreaAdvice& area, bool recent, bool numb) const;
  std::string day_number(Day d) const;
  std::string_view of(std::string_view section, std::string_view name) const;

  const Knowledge& knowledge_;
  const Words& words_;
};

}  // namespace advisor
