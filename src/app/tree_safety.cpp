#include <algorithm>

#include "advice/insertion_sort.h"
#include "app/author.h"

// The safety check: signs in a few words, the gravest first, each with its whole question as its
// description. Nothing is asked twice.
namespace advisor::app {
namespace {

enum class Part : std::uint8_t { kNow, kNear, kHealth, kMinor, kTold };

Part part_of(const Flag& flag, bool asked) {
  if (!asked) return Part::kTold;
  if (flag.level < Level::kClinicianFirst) return Part::kMinor;
  if (!flag.always) return Part::kNear;
  return flag.level > Level::kClinicianFirst ? Part::kNow : Part::kHealth;
}

// A sign belongs to the check when it is asked, or when it was answered although nobody asks it any
// more, because its mark has gone or the page told it.
struct Sign {
  FlagId flag;
  Part part;
  std::vector<RegionId> near;
};

std::vector<Sign> signs_of(const Author& a) {
  const Session& session = a.session;
  std::vector<Sign> signs;
  for (const FlagId id : session.screening().questions()) {
    const Flag& flag = a.knowledge.flags[id.value];
    Sign& sign = signs.emplace_back(Sign{id, part_of(flag, true), {}});
    for (const Mark& mark : session.intake().marks) {
      const auto& asks = a.knowledge.area_of(mark.region).questions;
      if (std::find(asks.begin(), asks.end(), id) != asks.end()) sign.near.push_back(mark.region);
    }
  }
  for (const FlagAnswer& answer : session.intake().answers)
    if (std::none_of(signs.begin(), signs.end(),
                     [&](const Sign& s) { return s.flag == answer.flag; }))
      signs.push_back({answer.flag, Part::kTold, {}});
  insertion_sort(signs, [&](const Sign& x, const Sign& y) {
    return a.knowledge.flags[x.flag.value].level > a.knowledge.flags[y.flag.value].level;
  });
  return signs;
}

void author_answers(const Author& a, const Flag& flag, int index, Answer given,
                    std::string_view group) {
  const std::string answers = key_of("answer.", flag.id);
  a.group(answers, group, a.ui("ui.safety.answer"));
  constexpr struct {
    std::string_view key, name;
    Answer answer;
  } kAnswers[] = {{".yes", "ui.safety.yes", Answer::kYes},
                  {".unsure", "ui.safety.unsure", Answer::kUnsure},
                  {".no", "ui.safety.no", Answer::kNo}};
  for (const auto& [key, name, answer] : kAnswers)
    a.choice(answers + std::string(key), answers, Role::kRadio, a.ui(name), given == answer,
             {Action::Kind::kAnswer, index, static_cast<int>(answer)});
}

void author_where_it_is(const Author& a, const Flag& flag, int index, const FlagAnswer& answer,
                        std::string_view group) {
  const std::string where = key_of("where.", flag.id);
  a.group(where, group, a.ui("ui.safety.where"));
  a.text(where + ".ask", where, a.ui("ui.safety.where"));
  for (const Mark& mark : a.session.intake().marks) {
    const bool on = std::find(answer.regions.begin(), answer.regions.end(), mark.region) !=
                    answer.regions.end();
    a.choice(where + "." + a.knowledge.regions[mark.region.value].id, where, Role::kCheckbox,
             a.phrases.region_name(mark.region), on,
             {Action::Kind::kAnswerWhere, index, mark.region.value})
        .label = a.phrases.region_short(mark.region);
  }
}

void author_cleared(const Author& a, const Flag& flag, int index, bool on, std::string_view group) {
  const std::string cleared = key_of("cleared.", flag.id);
  const std::string& own = a.words.flags[static_cast<std::size_t>(index)].cleared;
  const std::string_view question = own.empty() ? a.ui("ui.safety.cleared") : std::string_view(own);
  a.group(cleared, group, question);
  a.text(cleared + ".ask", cleared, question);
  a.choice(cleared + ".yes", cleared, Role::kRadio, a.ui("ui.safety.yes"), on,
           {Action::Kind::kCleared, index, 1});
  a.choice(cleared + ".no", cleared, Role::kRadio, a.ui("ui.safety.not_yet"), !on,
           {Action::Kind::kCleared, index, 0});
}

// Authors what opens under a sign that was touched. The whole question stands there already, as the
// sign's description.
void author_follow_up(const Author& a, const Flag& flag, int index, const FlagAnswer& answer,
                      std::string_view group) {
  const FlagWords& words = a.words.flags[static_cast<std::size_t>(index)];
  if (flag.level >= Level::kClinicianFirst) author_answers(a, flag, index, answer.answer, group);
  if (flag.level == Level::kEmergency)
    a.link(key_of("call.", flag.id), group,
           a.ui(words.call.empty() ? "ui.safety.call" : "ui.safety.call_room"), "tel:911");
  if (flag.asks_where && a.session.intake().marks.size() > 1)
    author_where_it_is(a, flag, index, answer, group);
  if (flag.clearable) author_cleared(a, flag, index, answer.cleared, group);
  if (!words.context.empty()) a.text(key_of("context.", flag.id), group, words.context);
  if (flag.level < Level::kClinicianFirst)
    a.text(key_of("note.", flag.id), group,
           a.ui(flag.level == Level::kAvoidArea ? "ui.safety.avoid" : "ui.safety.tell"));
}

void author_sign(const Author& a, const Sign& sign, std::string_view group) {
  const Flag& flag = a.knowledge.flags[sign.flag.value];
  const FlagAnswer* answer = a.session.told().answer_of(sign.flag);
  const bool on = answer && answer->answer != Answer::kNo;
  const int index = sign.flag.value;
  const SignWords asked = a.phrases.asked(sign.flag, sign.near);
  a.choice(key_of("flag.", flag.id), group, Role::kCheckbox, asked.sign, on,
           {Action::Kind::kAnswer, index, static_cast<int>(on ? Answer::kNo : Answer::kYes)})
      .description = asked.question;
  if (on) author_follow_up(a, flag, index, *answer, group);
}

std::string with_count(const Author& a, std::string_view name, std::ptrdiff_t count) {
  return std::string(name) + ", " +
         a.phrases.counted("phrases.count.questions", static_cast<int>(count));
}

std::ptrdiff_t count_of(const std::vector<Sign>& signs, Part part) {
  return std::count_if(signs.begin(), signs.end(), [&](const Sign& s) { return s.part == part; });
}

// A part of the check is one tab stop. It says how many questions there are, so that nobody passes
// by one without knowing. The first part stands under the screen's title and has no head of its
// own.
void author_part(const Author& a, const std::vector<Sign>& signs, Part part, std::string_view group,
                 std::string_view title, bool head) {
  const auto count = count_of(signs, part);
  if (count == 0) return;
  a.toolbar(group, "", with_count(a, title, count));
  if (head) a.heading(key_of(group, ".title"), group, title);
  for (const Sign& sign : signs)
    if (sign.part == part) author_sign(a, sign, group);
}

template <class Belongs>
void author_place(const Author& a, const std::vector<Sign>& signs, std::string_view id,
                  const std::string& title, Belongs&& belongs) {
  if (std::none_of(signs.begin(), signs.end(), belongs)) return;
  const std::string group = key_of("place.", id);
  a.group(group, "safety.near", title);
  a.heading(group + ".title", group, title);
  for (const Sign& sign : signs)
    if (belongs(sign)) author_sign(a, sign, group);
}

// The questions that several places ask come first, once; each place follows with its own.
void author_near(const Author& a, const std::vector<Sign>& signs) {
  const auto& marks = a.session.intake().marks;
  const auto count = count_of(signs, Part::kNear) + count_of(signs, Part::kTold);
  if (count == 0) return;
  std::vector<std::string> names;
  for (const Mark& mark : marks) names.emplace_back(a.phrases.region_in_sentence(mark.region));
  const std::string all =
      marks.size() > 2 ? a.phrases.text("ui.safety.areas", {{"n", std::to_string(marks.size())}})
                       : capitalized(a.phrases.list_or(names));
  a.toolbar("safety.near", "",
            with_count(a, marks.empty() ? a.ui("ui.safety.told") : std::string_view(all), count));
  author_place(a, signs, "shared", all,
               [](const Sign& s) { return s.part == Part::kNear && s.near.size() > 1; });
  for (std::size_t i = 0; i < marks.size(); ++i) {
    const RegionId region = marks[i].region;
    author_place(a, signs, a.knowledge.regions[region.value].id, capitalized(names[i]),
                 [&](const Sign& s) {
                   return s.part == Part::kNear && s.near.size() == 1 && s.near.front() == region;
                 });
  }
  author_place(a, signs, "told", std::string(a.ui("ui.safety.told")),
               [](const Sign& s) { return s.part == Part::kTold; });
}

// The row of minor signs names all that it hides, and its words do not change when it opens.
void author_minor(const Author& a, const std::vector<Sign>& signs) {
  std::string row;
  for (const Sign& sign : signs) {
    if (sign.part != Part::kMinor) continue;
    const std::string& word = a.words.flags[sign.flag.value].word;
    row = row.empty() ? capitalized(word) : row.append(a.ui("grammar.list_separator")).append(word);
  }
  if (row.empty()) return;
  const bool open = a.session.shown().minor_signs;
  a.toolbar("safety.minor", "",
            with_count(a, a.ui("ui.safety.minor"), count_of(signs, Part::kMinor)));
  Node& button =
      a.button("minor", "safety.minor", row, {Action::Kind::kMinorSigns, -1, open ? 0 : 1});
  button.expanded = open;
  const auto& answers = a.session.intake().answers;
  button.answered = std::any_of(answers.begin(), answers.end(), [&](const FlagAnswer& f) {
    return f.answer != Answer::kNo &&
           a.knowledge.flags[f.flag.value].level < Level::kClinicianFirst;
  });
  if (!open) return;
  for (const Sign& sign : signs)
    if (sign.part == Part::kMinor) author_sign(a, sign, "safety.minor");
}

// "None of these" answers for what was seen: until then the main step shows the rest. After a grave
// answer the step leads to the alarm without waiting for that.
void author_step(const Author& a) {
  const Session& session = a.session;
  const auto& answers = session.intake().answers;
  const bool seen = !session.shown().signs_below || session.screening().all_seen();
  const bool any = std::any_of(answers.begin(), answers.end(),
                               [](const FlagAnswer& f) { return f.answer != Answer::kNo; });
  const bool grave = std::any_of(answers.begin(), answers.end(),
                                 [&](const FlagAnswer& f) { return is_grave(a.knowledge, f); });
  if (!seen && !grave) {
    a.button("continue", "", a.ui("ui.safety.more"), {Action::Kind::kSeeRest});
    return;
  }
  const Action done = seen ? Action{Action::Kind::kScreened}
                           : Action{Action::Kind::kGoTo, -1, static_cast<int>(Screen::kAdvice)};
  a.button("continue", "", a.ui(any ? "ui.common.continue" : "ui.safety.none"), done);
}

}  // namespace

void author_safety(const Author& a) {
  a.heading("screen.title", "", a.ui("ui.safety.title"), 2);
  const std::vector<Sign> signs = signs_of(a);
  author_part(a, signs, Part::kNow, "safety.now", a.ui("ui.safety.group_now"), false);
  author_near(a, signs);
  author_part(a, signs, Part::kHealth, "safety.health", a.ui("ui.safety.group_health"), true);
  author_minor(a, signs);
  a.text("safety.rest", "", a.ui("ui.safety.rest_is_no"));
  a.text("safety.emergency", "", a.ui("ui.safety.emergency"));
  a.link("call.911", "", "911", "tel:911");
  author_step(a);
  // A status tells whoever does not see it which sign has just opened.
  const FlagId opened{static_cast<std::uint8_t>(a.session.shown().opened_flag)};
  const bool is_open = a.session.shown().opened_flag >= 0 && a.session.told().answer_of(opened);
  a.tree.add("safety.opened", "", Role::kStatus,
             is_open
                 ? a.phrases.text("ui.safety.opened", {{"sign", a.phrases.asked(opened, {}).sign}})
                 : std::string());
}

}  // namespace advisor::app
