#include "visits.h"

#include <initializer_list>

namespace advisor::test {
namespace {

using app::Action;
using app::Screen;
using app::Session;
using app::Sheet;
using Kind = Action::Kind;

int day_number(std::string_view iso) {
  return static_cast<int>(day(iso).time_since_epoch().count());
}

void tell_everything(Session& session) {
  session.apply({Kind::kRaceDate, -1, day_number("2026-06-21")});
  session.apply({Kind::kRaceDistance, -1, 42200});
  session.apply({Kind::kLastHard, -1, day_number("2026-06-09")});
  session.apply({Kind::kExperience, -1, 1});
  session.apply({Kind::kPhase, -1, 2});
  session.apply({Kind::kQuality, region("calf_l").value, 1});
  session.apply({Kind::kOnset, region("calf_l").value, 0});
}

// As the visitor came there: screen by screen.
Session at(Screen screen, Session session) {
  for (int s = 0; s <= static_cast<int>(screen); ++s) session.apply(go_to(static_cast<Screen>(s)));
  return session;
}

Session with_answers(Session session, std::initializer_list<std::string_view> flags,
                     Answer answer = Answer::kYes) {
  for (const std::string_view id : flags) session.apply(answer_action(id, answer));
  return session;
}

Session checked(Session session) {
  session.apply(go_to(Screen::kSafety));
  session.apply({Kind::kScreened});
  return session;
}

Session at_book(Session session, bool note = false) {
  session.apply(go_to(Screen::kBook));
  if (note) session.apply({Kind::kNote, -1, 1});
  return session;
}

// Every input of "tell", the folded ones too, and a second race with a distance of its own.
Session told_to_the_end(Session session) {
  session.apply({Kind::kRaceDate, 1, day_number("2026-09-27")});
  session.apply({Kind::kRaceKm, 1, 30});
  session.apply({Kind::kLastHard, -1, day_number("2026-05-27")});
  session.apply({Kind::kNextHard, -1, day_number("2026-06-30")});
  session.apply({Kind::kLastDeep, -1, day_number("2026-05-12")});
  session.apply({Kind::kGoal, 3});
  session.apply({Kind::kMoreToTell, -1, 1});
  return session;
}

Session with_sheet(Session session, Sheet sheet, int subject = -1) {
  session.apply({Kind::kOpenSheet, subject, static_cast<int>(sheet)});
  return session;
}

}  // namespace

std::vector<Visit> visits(Language language) {
  const Session blank = fresh_session(language), one = marked_session({"calf_l"}, language);
  Session six =
      marked_session({"calf_l", "hamstring_r", "foot_l", "itb_r", "low_back_l", "neck"}, language);
  six.set_abilities(everything_possible());
  tell_everything(six);
  const Session flagged = checked(with_answers(six, {"bruise", "old_injury"}));
  const Session advised = checked(six), clear = checked(one);
  Session back = one;
  back.apply({Kind::kTurn, -1, 1});
  back.apply({Kind::kFrame, -1, 1});
  Session listed = six;
  listed.apply({Kind::kMarkList, -1, 1});
  Session removed = six, copied = at_book(advised);
  removed.apply({Kind::kRemoveMark, region("itb_r").value});
  copied.toast("ui.book.copied");
  return {
      {"where, nothing marked", blank},
      {"where, one mark", one},
      {"where, one mark, from the back, hips and legs", back},
      {"where, six marks", six},
      {"where, the list of six marks", listed},
      {"tell, nothing marked", at(Screen::kTell, blank)},
      {"tell, one mark", at(Screen::kTell, one)},
      {"tell, everything told", at(Screen::kTell, six)},
      {"tell, told to the end", at(Screen::kTell, told_to_the_end(six))},
      {"safety, nothing marked", at(Screen::kSafety, blank)},
      {"safety, many answers",
       at(Screen::kSafety,
          with_answers(six, {"bruise", "blood_thinner", "old_injury", "snap", "pregnancy"}))},
      {"advice, before the check", at(Screen::kAdvice, six)},
      {"advice, nothing marked", checked(blank)},
      {"advice, one mark", clear},
      {"advice, everything told", advised},
      {"advice, with what the therapist should know", flagged},
      {"book, as little as there is", at_book(clear)},
      {"book, everything told", at_book(advised)},
      {"book, with the note", at_book(flagged, true)},
      {"the days of the session", with_sheet(at_book(advised), Sheet::kDays)},
      {"a date",
       with_sheet(at(Screen::kTell, six), Sheet::kDate, app::date_subject({Kind::kRaceDate, 0}))},
      {"a date in the past",
       with_sheet(at(Screen::kTell, one), Sheet::kDate, app::date_subject({Kind::kLastHard}))},
      {"why a day", with_sheet(advised, Sheet::kWhyDay, day_number("2026-06-19"))},
      {"why an area", with_sheet(flagged, Sheet::kWhyArea, region("calf_l").value)},
      {"why a flag", with_sheet(flagged, Sheet::kWhyFlag, flag("bruise").value)},
      {"where, a removed mark and its line", removed},
      {"book, copied", copied},
      {"menu", with_sheet(one, Sheet::kMenu)},
      {"figure and tone", with_sheet(blank, Sheet::kChooser)},
      {"start over", with_sheet(one, Sheet::kStartOver)},
      {"why", with_sheet(advised, Sheet::kWhy)},
      {"benefit",
       with_sheet(advised, Sheet::kBenefit, advised.advice().benefits.front().benefit.value)},
      {"alarm, a clinician first", checked(with_answers(six, {"blood_thinner"}))},
      {"alarm, urgent", checked(with_answers(six, {"snap", "hot_red_skin", "blood_thinner"}))},
      {"alarm, emergency", checked(with_answers(six, {"chest_pain", "dark_urine"}))},
  };
}

}  // namespace advisor::test
