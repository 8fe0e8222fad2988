#include "visits.h"

#include <initializer_list>

namespace advisor::test {
namespace {

using app::Action;
using app::Screen;
using app::Session;
using app::Sheet;
using Kind = Action::Kind;

int day_number(std::string_view iso) { return static_cast<int>(day(iso).time_since_epoch().count()); }

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

Session with_answers(Session session, std::initializer_list<std::string_view> flags, Answer answer = Answer::kYes) {
  for (const std::string_view id : flags) session.apply(answer_action(id, answer));
  return session;
}

Session checked(Session session) {
  session.apply(go_to(Screen::kSafety));
  session.apply({Kind::kScreened});
  return session;
}

Session with_sheet(Session session, Sheet sheet, int subject = -1) {
  session.apply({Kind::kOpenSheet, subject, static_cast<int>(sheet)});
  return session;
}

}  // namespace

std::vector<Visit> visits(Language language) {
  const Session blank = fresh_session(language), one = marked_session({"calf_l"}, language);
  Session six = marked_session({"calf_l", "hamstring_r", "foot_l", "itb_r", "low_back_l", "neck"}, language);
  tell_everything(six);
  const Session advised = checked(six), clear = checked(one);
  Session back = one;
  back.apply({Kind::kTurn, -1, 1});
  back.apply({Kind::kFrame, -1, 1});
  return {
      {"where, nothing marked", blank},
      {"where, one mark", one},
      {"where, one mark, from the back, hips and legs", back},
      {"where, six marks", six},
      {"tell, nothing marked", at(Screen::kTell, blank)},
      {"tell, one mark", at(Screen::kTell, one)},
      {"tell, everything told", at(Screen::kTell, six)},
      {"safety, nothing marked", at(Screen::kSafety, blank)},
      {"safety, many answers", at(Screen::kSafety, with_answers(six, {"bruise", "blood_thinner", "old_injury", "snap", "pregnancy"}))},
      {"advice, before the check", at(Screen::kAdvice, six)},
      {"advice, nothing marked", checked(blank)},
      {"advice, one mark", clear},
      {"advice, everything told", advised},
      {"advice, with what the therapist should know", checked(with_answers(six, {"bruise", "old_injury"}))},
      {"menu", with_sheet(one, Sheet::kMenu)},
      {"start over", with_sheet(one, Sheet::kStartOver)},
      {"why", with_sheet(advised, Sheet::kWhy)},
      {"benefit", with_sheet(advised, Sheet::kBenefit, advised.advice().benefits.front().benefit.value)},
      {"alarm, a clinician first", checked(with_answers(six, {"blood_thinner"}))},
      {"alarm, urgent", checked(with_answers(six, {"snap", "hot_red_skin", "blood_thinner"}))},
      {"alarm, emergency", checked(with_answers(six, {"chest_pain", "dark_urine"}))},
  };
}

}  // namespace advisor::test
