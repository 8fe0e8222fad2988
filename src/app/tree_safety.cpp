#include <algorithm>

#include "app/author.h"

#include "advice/insertion_sort.h"

namespace advisor::app {
namespace {

enum class Part { kNow, kNear, kHealth };

Part part_of(const Flag& flag) {
  if (flag.clearable || flag.level == Level::kTellTherapist) return Part::kHealth;
  return flag.always ? Part::kNow : Part::kNear;
}

void author_follow_up(const Author& a, const Flag& flag, int index, const FlagAnswer& answer, std::string_view group) {
  const std::string answers = key_of("answer.", flag.id);
  a.group(answers, group, a.ui("ui.safety.answer"));
  constexpr std::string_view kSuffix[] = {".yes", ".unsure", ".no"};
  constexpr Answer kAnswers[] = {Answer::kYes, Answer::kUnsure, Answer::kNo};
  constexpr std::string_view kNames[] = {"ui.safety.yes", "ui.safety.unsure", "ui.safety.no"};
  for (int i = 0; i < 3; ++i)
    a.choice(answers + std::string(kSuffix[i]), answers, Role::kRadio, a.ui(kNames[i]), answer.answer == kAnswers[i],
             {Action::Kind::kAnswer, index, static_cast<int>(kAnswers[i])});

  if (flag.asks_where && a.session.intake().marks.size() > 1) {
    const std::string where = key_of("where.", flag.id);
    a.group(where, group, a.ui("ui.safety.where"));
    a.text(where + ".ask", where, a.ui("ui.safety.where"));
    for (const Mark& mark : a.session.intake().marks) {
      const bool on = std::find(answer.regions.begin(), answer.regions.end(), mark.region) != answer.regions.end();
      a.choice(where + "." + a.knowledge.regions[mark.region.value].id, where, Role::kCheckbox, a.phrases.region_name(mark.region), on,
               {Action::Kind::kAnswerWhere, index, mark.region.value})
          .text = a.phrases.region_short(mark.region);
    }
  }
  if (flag.level == Level::kAvoidArea) a.text(key_of("note.", flag.id), group, a.ui("ui.safety.avoid"));
  if (flag.clearable) {
    const std::string cleared = key_of("cleared.", flag.id);
    a.group(cleared, group, a.ui("ui.safety.cleared"));
    a.text(cleared + ".ask", cleared, a.ui("ui.safety.cleared"));
    a.choice(cleared + ".yes", cleared, Role::kRadio, a.ui("ui.safety.yes"), answer.cleared, {Action::Kind::kCleared, index, 1});
    a.choice(cleared + ".no", cleared, Role::kRadio, a.ui("ui.safety.no"), !answer.cleared, {Action::Kind::kCleared, index, 0});
  }
}

// One stop of the keyboard; it says how many questions there are, so that nobody passes by one without knowing.
void author_part(const Author& a, Part part, std::string_view group, std::string_view title, const std::vector<FlagId>& asked) {
  const auto count = std::count_if(asked.begin(), asked.end(), [&](FlagId id) { return part_of(a.knowledge.flags[id.value]) == part; });
  if (count == 0) return;
  a.toolbar(group, "", std::string(title) + ", " + a.phrases.counted("phrases.count.questions", static_cast<int>(count)));
  a.heading(key_of(group, ".title"), group, title);
  for (const FlagId id : asked) {
    const Flag& flag = a.knowledge.flags[id.value];
    if (part_of(flag) != part) continue;
    const FlagAnswer* answer = a.session.answer_of(id);
    const bool on = answer && answer->answer != Answer::kNo;
    // A flag that nobody is asked about can have been told all the same, by the page; its own words then stand for a question.
    const FlagWords& words = a.words.flags[id.value];
    a.choice(key_of("flag.", flag.id), group, Role::kCheckbox, words.question.empty() ? words.text : words.question, on,
             {Action::Kind::kAnswer, id.value, static_cast<int>(on ? Answer::kNo : Answer::kYes)});
    if (on) author_follow_up(a, flag, id.value, *answer, group);
  }
}

}  // namespace

void author_safety(const Author& a) {
  const Session& session = a.session;
  a.heading("screen.title", "", a.ui("ui.safety.title"), 2);
  a.text("safety.hint", "", a.ui("ui.safety.hint"));

  // A question that was answered stays on the screen when its mark has gone, so that the answer can be corrected.
  std::vector<FlagId> asked = session.questions();
  for (const FlagAnswer& answer : session.intake().answers)
    if (std::find(asked.begin(), asked.end(), answer.flag) == asked.end()) asked.push_back(answer.flag);
  insertion_sort(asked);

  const int marks = static_cast<int>(session.intake().marks.size());
  author_part(a, Part::kNow, "safety.now", a.ui("ui.safety.group_now"), asked);
  author_part(a, Part::kNear, "safety.near", a.phrases.counted("phrases.near_areas", marks), asked);
  author_part(a, Part::kHealth, "safety.health", a.ui("ui.safety.group_health"), asked);

  const bool any = std::any_of(session.intake().answers.begin(), session.intake().answers.end(),
                               [](const FlagAnswer& f) { return f.answer != Answer::kNo; });
  a.button("continue", "", a.ui(any ? "ui.common.continue" : "ui.safety.none"), {Action::Kind::kScreened}).description = a.ui("ui.safety.rest_is_no");
  a.text("safety.emergency", "", a.ui("ui.safety.emergency"));
  a.link("call.911", "", "911", "tel:911");
  a.text("safety.info", "", a.ui("ui.safety.info"));
  a.link("call.811", "", "811", "tel:811");
}

void author_alarm(const Author& a) {
  const Advice& advice = a.session.advice();
  const LevelWords& level = a.words.levels[static_cast<std::size_t>(advice.level)];
  a.heading("screen.title", "", level.title, 2);
  a.text("alarm.message", "", level.message);
  for (const RaisedFlag& raised : advice.flags)
    if (raised.level == advice.level)
      a.text(key_of("alarm.", a.knowledge.flags[raised.flag.value].id), "", a.words.flags[raised.flag.value].text);
  const bool emergency = advice.level == Level::kEmergency;
  if (!emergency) a.link("alarm.811", "", a.ui("ui.alarm.call_811"), "tel:811").description = a.ui("ui.alarm.call_811_detail");
  if (emergency || advice.level == Level::kUrgent) {
    Node& call = a.link("alarm.911", "", a.ui("ui.alarm.call_911"), "tel:911");
    if (!emergency) call.description = a.ui("ui.alarm.call_911_detail");
  }
  a.text("alarm.end", "", a.ui(advice.level == Level::kUrgent ? "ui.alarm.urgent_end" : "ui.alarm.no_diagnosis"));
  a.button("alarm.correct", "", a.ui("ui.alarm.correct"), {Action::Kind::kGoTo, -1, static_cast<int>(Screen::kSafety)});
  const bool french = a.words.language == Language::kFrench;
  a.button("language", "", a.ui("ui.common.other_language"),
           {Action::Kind::kLanguage, -1, static_cast<int>(french ? Language::kEnglish : Language::kFrench)})
      .other_language = true;
}

}  // namespace advisor::app
