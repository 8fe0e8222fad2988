#include "app/session_walk.h"

#include <set>

#include "app/month.h"
#include "content/intake_json.h"
#include "content/names.h"

namespace advisor::test {

using app::Action;
using app::Node;
using app::Role;
using app::Screen;
using app::Session;

Moment wednesday_morning() { return start_of(day("2026-06-10")) + hours(10); }

Session fresh_session(Language language) {
  return Session(&library(language), wednesday_morning());
}

Session marked_session(std::initializer_list<std::string_view> regions, Language language) {
  Session session = fresh_session(language);
  for (const std::string_view id : regions) session.apply(mark_action(id));
  return session;
}

Session advised_session(std::initializer_list<std::string_view> regions, Language language) {
  Session session = marked_session(regions, language);
  session.apply(go_to(Screen::kSafety));
  session.apply({Action::Kind::kScreened});
  return session;
}

app::Abilities everything_possible() {
  return {.files = true,
          .clipboard = true,
          .share = true,
          .picture = true,
          .print = true,
          .remember = true,
          .full_screen = true,
          .list = true};
}

Action mark_action(std::string_view region_id) {
  return {Action::Kind::kToggleMark, region(region_id).value};
}
Action go_to(Screen screen) { return {Action::Kind::kGoTo, -1, static_cast<int>(screen)}; }
Action answer_action(std::string_view flag_id, Answer answer) {
  return {Action::Kind::kAnswer, flag(flag_id).value, static_cast<int>(answer)};
}

bool use(Session& session, std::string_view key) {
  const Node* node = session.tree().node(key);
  return node && !node->disabled && session.apply(Action{node->action});
}

bool is_control(Role role) {
  return role == Role::kButton || role == Role::kToggle || role == Role::kCheckbox ||
         role == Role::kRadio || role == Role::kSlider || role == Role::kDate ||
         role == Role::kLink;
}

std::vector<Action> offered(Session& session, Random& random) {
  std::vector<Action> out;
  for (const Node& node : session.tree().nodes()) {
    if (node.disabled || node.action.kind == Action::Kind::kNone) continue;
    Action action = node.action;
    if (node.role == Role::kDate) {
      action.value =
          random.between(app::days_since_epoch(*node.earliest) - 3,
                         app::days_since_epoch(*node.latest) + 3);  // a browser lets more be typed
      if (random.chance(30))
        action = {Action::Kind::kOpenSheet, app::date_subject(node.action),
                  static_cast<int>(app::Sheet::kDate)};
    }
    if (node.role == Role::kSlider)
      action.value = random.between(static_cast<int>(node.minimum), static_cast<int>(node.maximum));
    out.push_back(action);
  }
  return out;
}

void wander(Session& session, Random& random) {
  const std::vector<Action> actions = offered(session, random);
  const Action action =
      actions[static_cast<std::size_t>(random.below(static_cast<int>(actions.size())))];
  if (action.kind == Action::Kind::kReset) return;
  session.apply(action);
  for (const app::Event& event : session.take_events())
    if (event.kind == app::Event::Kind::kLanguage)
      session.set_library(&library(event.text == "fr" ? Language::kFrench : Language::kEnglish));
}

std::string broken_promise(Session& session) {
  const Intake& intake = session.intake();
  const Knowledge& known = session.library().knowledge;
  const Business& business = session.library().site.business;

  const std::string text = write_intake(intake, known);
  const Result<Intake> again = read_intake(text, known, business);
  if (!again) return "the intake is refused: " + one_line(again.error()) + " in " + text;
  if (!(again.value() == intake)) return "the intake is another one when it is read again: " + text;

  std::set<RegionId> regions;
  for (const Mark& mark : intake.marks)
    if (!regions.insert(mark.region).second) return "a region is marked twice: " + text;

  const app::Shown& shown = session.shown();
  if (shown.open_mark != -1 && !session.told().mark_of(shown.open_mark))
    return "the open row is of no mark: " + text;
  if (shown.screen == Screen::kTell && !intake.marks.empty() &&
      !session.told().mark_of(shown.tell_about))
    return "the screen that tells about a mark tells about none: " + text;
  if (!(session.advice() == advise(known, business, intake)))
    return "the advice is not that of the intake: " + text;
  if (intake.screened && !session.advice().unanswered.empty())
    return "screened, and questions are open: " + text;

  std::set<std::string_view> keys;
  for (const Node& node : session.tree().nodes()) {
    if (!node.parent.empty() && !keys.contains(node.parent))
      return "the parent of " + node.key + " does not stand before it";
    if (node.key.empty() || !keys.insert(node.key).second)
      return "the key " + node.key + " stands twice";
    if (is_control(node.role) && node.name.empty())
      return "the control " + node.key + " has no name";
    if ((node.role == Role::kHeading || node.role == Role::kGroup) && node.name.empty())
      return node.key + " has no name";
  }
  if (shown.sheet != app::Sheet::kNone && !session.alarm() && !session.tree().node("sheet.title"))
    return "an open sheet has no title";
  if (!session.tree().node("screen.title")) return "the screen has no title";
  return {};
}

std::string marks_in_words(const Session& session) {
  std::string out;
  for (const Mark& mark : session.intake().marks)
    out.append(out.empty() ? "" : ", ")
        .append(knowledge().regions[mark.region.value].id)
        .append(" ")
        .append(std::to_string(mark.intensity));
  return out;
}

}  // namespace advisor::test
