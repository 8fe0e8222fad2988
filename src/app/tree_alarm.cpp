#include <algorithm>
#include <string>

#include "app/author.h"

namespace advisor::app {
namespace {

// Gives the region of the mark when marks alone have raised the flag, or -1 when it was answered.
int marked(const RaisedFlag& flag) {
  return flag.derived && !flag.regions.empty() ? flag.regions.front().value : -1;
}

bool nothing_else(const Advice& advice) {
  return std::count_if(advice.flags.begin(), advice.flags.end(),
                       [](const RaisedFlag& f) { return f.level >= Level::kClinicianFirst; }) == 1;
}

void author_who(const Author& a, const FlagWords& words) {
  a.heading("alarm.who", "", a.ui("ui.alarm.who"));
  a.tree.add("alarm.whom", "", Role::kList, "");
  for (const std::string& who : words.who)
    a.tree
        .add(key_of("alarm.who.", who), "alarm.whom", Role::kItem,
             a.ui(key_of("ui.alarm.who.", who)))
        .description = a.ui(key_of("ui.alarm.how.", who));
}

void author_811(const Author& a, std::string_view name, std::string_view detail) {
  a.link("alarm.811", "", a.ui(name), "tel:811").description = a.ui(detail);
}

// Authors what calls, copies or waits; the first of them is the screen's main step.
void author_steps(const Author& a, Alarm alarm, const RaisedFlag& flag) {
  const FlagWords& words = a.words.flags[flag.flag.value];
  const Abilities& can = a.session.abilities();
  const auto call_911 = [&](std::string_view detail) {
    a.link("alarm.911", "", a.ui("ui.alarm.call_911"), "tel:911").description = detail;
  };
  switch (alarm) {
    case Alarm::kNone:
      break;
    case Alarm::kEmergency:
      call_911(words.call);
      break;
    case Alarm::kDoubt:
      call_911(words.call);
      author_811(a, "ui.alarm.nurse", "ui.alarm.nurse_detail");
      break;
    case Alarm::kToday:
      author_811(a, "ui.alarm.call_811", "ui.alarm.call_811_detail");
      call_911(a.ui("ui.alarm.call_911_detail"));
      break;
    case Alarm::kSeeFirst:
      if (const int region = marked(flag); region >= 0 && !words.text_derived.empty() &&
                                           flag.soreness == ToldSoreness::kNo &&
                                           nothing_else(a.session.advice()))
        a.button("alarm.soreness", "", a.ui("ui.alarm.soreness"),
                 {Action::Kind::kGoTo, region, static_cast<int>(Screen::kTell)});
      if (can.clipboard)
        a.button("alarm.copy", "", a.ui("ui.alarm.copy"), {Action::Kind::kCopySummary})
            .description = a.ui("ui.alarm.copy_detail");
      author_811(a, "ui.alarm.call_811", "ui.alarm.whom_detail");
      break;
    case Alarm::kWait:
      if (can.files)
        a.button("alarm.remind", "", a.ui("ui.alarm.remind"), {Action::Kind::kSaveCalendar})
            .description = a.ui("ui.alarm.remind_detail");
      if (!a.site.phone.empty())
        a.link("alarm.move", "", a.ui("ui.alarm.move"), "tel:" + a.site.phone).description =
            a.phrases.text("ui.alarm.move_detail", {{"phone", a.phrases.phone(a.site.phone)}});
      break;
  }
}

void author_end(const Author& a, Alarm alarm) {
  constexpr std::string_view kEnds[] = {"",
                                        "ui.alarm.no_diagnosis",
                                        "ui.alarm.doubt_end",
                                        "ui.alarm.urgent_end",
                                        "ui.alarm.no_diagnosis",
                                        "ui.alarm.wait_end"};
  a.text("alarm.end", "", a.ui(kEnds[static_cast<int>(alarm)]));
  if (alarm == Alarm::kWait)
    a.link("alarm.811", "", a.ui("ui.alarm.info"), "tel:811");
  else if (alarm != Alarm::kEmergency)
    a.text("alarm.outside", "", a.ui("ui.alarm.outside"));
}

}  // namespace

void author_alarm(const Author& a) {
  const Advice& advice = a.session.advice();
  const Alarm alarm = a.phrases.alarm_of(advice);
  const RaisedFlag& flag = a.phrases.alarm_flag(advice);
  if (alarm >= Alarm::kSeeFirst)
    a.text("alarm.kicker", "",
           a.ui(alarm == Alarm::kWait ? "ui.alarm.not_today" : "ui.alarm.before"))
        .mild = alarm == Alarm::kSeeFirst;
  a.heading("screen.title", "", a.phrases.alarm_title(advice), 2);
  a.text("alarm.reason", "", a.phrases.alarm_reason(advice));
  a.tree.add("alarm.acts", "", Role::kList, "");
  int n = 0;
  for (const std::string& act : a.phrases.alarm_acts(advice))
    a.tree.add(key_of("alarm.act.", std::to_string(n++)), "alarm.acts", Role::kItem, act);
  if (alarm == Alarm::kSeeFirst) author_who(a, a.words.flags[flag.flag.value]);
  author_steps(a, alarm, flag);
  author_end(a, alarm);
  const int mark = marked(flag);
  const bool dated = flag.soreness != ToldSoreness::kNo ||
                     a.knowledge.flags[flag.flag.value].derivation == Derivation::kSorenessTooLong;
  const Screen answered = mark < 0 ? Screen::kSafety : dated ? Screen::kTell : Screen::kWhere;
  a.button("alarm.correct", "", a.ui("ui.alarm.correct"),
           {Action::Kind::kGoTo, mark >= 0 ? mark : flag.flag.value, static_cast<int>(answered)});
  author_languages(a, "");
}

}  // namespace advisor::app
