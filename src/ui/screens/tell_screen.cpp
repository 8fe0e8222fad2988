#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "ui/kit/widgets.h"
#include "ui/screens/screens.h"

namespace advisor::ui {
namespace {

void section(Ui& ui, Column& c, std::string_view title) {
  if (!ui.node(title)) return;
  c.space(20);
  paragraph(ui, c, title, Style::kBodyStrong, ui.theme.ink);
  c.space(8);
}

void mark_tabs(Ui& ui, Column& c) {
  const Keys keys(ui, "tell.marks");
  if (keys.size() < 2) return;
  float x = c.x;
  float h = 0;
  for (const std::string_view key : keys) {
    const int index = ui.tree.find(key);
    const app::Node& node = ui.tree.nodes()[static_cast<std::size_t>(index)];
    const Style style = node.on == 1 ? Style::kBodyStrong : Style::kBody;
    const float number_w = ui.px(24),
                w = std::min(c.w, width(ui.type, style, node.label) + 41 + number_w);
    const float words_w = w - 40 - number_w,
                words_h = measure(ui.type, style, node.label, words_w).h;
    if (x > c.x && x + w > c.x + c.w) x = c.x, c.y += h + 8, h = 0;
    const Rect box{x, c.y, w, std::max({44.0f, ui.px(44), words_h + ui.px(18)})};
    h = std::max(h, box.h);
    const float radius = std::min(box.h / 2, ui.px(22));
    const Touched t = press(ui, index, box);
    fill(ui, box, radius, mix(ui.theme.surface, ui.theme.tint, std::max(t.hover, t.press)));
    stroke(ui, box, radius, node.on == 1 ? 2.0f : 1.0f,
           node.on == 1 ? ui.theme.action : ui.theme.edge);
    ui.draw->AddCircleFilled({x + 18, c.y + box.h / 2},
                             (6 + 0.6f * static_cast<float>(node.intensity)) / 2, ui.theme.coral);
    write(ui.draw, ui.type, style, ui.theme.ink, x + 30, c.y + (box.h - words_h) / 2, node.label,
          words_w);
    const std::string number = std::to_string(node.intensity);
    write(ui.draw, ui.type, Style::kBodyStrong, ui.theme.coral_text, x + w - 10 - number_w,
          c.y + (box.h - ui.type.line(Style::kBodyStrong)) / 2, number, number_w, Align::kCentre);
    if (t.focused) focus_ring(ui, box, radius, ui.theme.action);
    x += w + 8;
  }
  c.y += h + 12;
}

void mark_card(Ui& ui, Column& c) {
  if (!ui.node("quality")) return;
  const Keys qualities(ui, "quality"), onsets(ui, "onset");
  CardAround box(ui, c, 14, 14);
  Column& in = box.in;
  paragraph(ui, in, "tell.quality", Style::kBodyStrong, ui.theme.ink);
  in.space(8);
  chips(ui, in, qualities);
  in.space(16);
  paragraph(ui, in, "tell.onset", Style::kBodyStrong, ui.theme.ink);
  in.space(8);
  segmented(ui, in, onsets);
  box.close(c, 16);
}

// A race's date field has the key that it had when it got the focus (Session::set_focused).
int date_of_race(const Ui& ui, int nth) {
  const auto& nodes = ui.tree.nodes();
  const auto is_date = [nth](const app::Node& node) {
    return node.role == app::Role::kDate && node.action.kind == app::Action::Kind::kRaceDate &&
           node.action.subject == nth;
  };
  const auto it = std::find_if(nodes.begin(), nodes.end(), is_date);
  return it == nodes.end() ? -1 : static_cast<int>(it - nodes.begin());
}

// Paints one race: a card with its date, which opens the choice of another date, a cross, and the
// distance under them. `nth` is the race's place among those that were told.
void race_card(Ui& ui, Column& c, std::string_view race, int nth) {
  const Key when(race, ".when"), remove(race, ".remove");
  const int index = date_of_race(ui, nth), soon = ui.tree.find(when);
  if (index < 0 || soon < 0) return;
  const app::Node& node = ui.tree.nodes()[static_cast<std::size_t>(index)];
  const std::string& words = ui.tree.nodes()[static_cast<std::size_t>(soon)].name;
  const float w = c.w - 50 - 52, date_w = width(ui.type, Style::kBodyStrong, node.description),
              when_w = width(ui.type, Style::kNote, words);
  const bool one_line = date_w + 12 + when_w <= w;
  const float date_h = measure(ui.type, Style::kBodyStrong, node.description, w).h,
              line = ui.type.line(Style::kNote);
  const float h = std::max(ui.px(52), date_h + (one_line ? 0 : line) + ui.px(16));
  const Rect box{c.x, c.y, c.w, h};
  card(ui, box);
  const Rect opens{c.x, c.y, c.w - 48, h};
  const Touched t = press(ui, index, opens);
  wash(ui, {box.x + 2, box.y + 2, opens.w - 2, h - 4}, 14, t);
  icon(ui, Icon::kCalendar, c.x + 28, c.y + h / 2, ui.theme.ink);
  float y = c.y + (h - date_h - (one_line ? 0 : line)) / 2;
  write(ui.draw, ui.type, Style::kBodyStrong, ui.theme.ink, c.x + 50, y, node.description, w);
  const float x = one_line ? c.x + 50 + date_w + 12 : c.x + 50;
  y += one_line ? (date_h - line) / 2 : date_h;
  write_line(ui.draw, ui.type, Style::kNote, ui.theme.ink_2, x, y, words);
  ui.tree.place(soon, {x, y, when_w, line});
  icon_button(ui, remove, Icon::kClose, c.x + c.w - 26, c.y + h / 2, ui.theme.ink_2);
  if (t.focused) focus_ring(ui, opens, 16, ui.theme.action);
  c.y += h + 8;
  segmented(ui, c, Keys(ui, Key(race, ".distance")));
  if (const Key km(race, ".km"); ui.node(km)) {
    c.space(8);
    stepper(ui, c, km, std::max(44.0f, ui.px(44)));
  }
}

void races(Ui& ui, Column& c) {
  constexpr std::string_view kPresets[] = {"race.weekend", "race.two_weeks", "race.other"},
                             kAdd[] = {"race.add"};
  if (ui.node("race.weekend")) return chips(ui, c, kPresets);
  int nth = 0;
  for (const app::Node& node : ui.tree.nodes()) {
    if (node.parent != "race" || node.role != app::Role::kGroup) continue;
    race_card(ui, c, node.key, nth++);
    c.space(12);
  }
  // One that still has the focus stands in the card of the race that it has told of.
  const app::Node* add = ui.node(kAdd[0]);
  if (add && add->action.subject == nth) chips(ui, c, kAdd);
}

// Paints the row that folds what few need: its name, how much of it is told, and which way it
// opens.
void more_row(Ui& ui, Column& c) {
  const int index = ui.tree.find("tell.more");
  if (index < 0) return;
  const app::Node& node = ui.tree.nodes()[static_cast<std::size_t>(index)];
  c.space(20);
  hairline(ui, c.x, c.y, c.w, ui.theme.line);
  const float told = width(ui.type, Style::kNote, node.description);
  const float words_w = c.w - told - 48,
              words_h = measure(ui.type, Style::kBody, node.name, words_w).h;
  const float h = std::max(ui.px(56), words_h + ui.px(24));
  const Touched t = press(ui, index, {c.x, c.y, c.w, h});
  wash(ui, {c.x - 8, c.y + 4, c.w + 16, h - 8}, 13, t);
  write(ui.draw, ui.type, Style::kBody, ui.theme.ink, c.x, c.y + (h - words_h) / 2, node.name,
        words_w);
  write_line(ui.draw, ui.type, Style::kNote, ui.theme.ink_2, c.x + c.w - told - 36,
             c.y + (h - ui.type.line(Style::kNote)) / 2, node.description);
  icon(ui, node.expanded == 1 ? Icon::kUp : Icon::kDown, c.x + c.w - 14, c.y + h / 2, ui.theme.ink);
  if (t.focused) focus_ring(ui, {c.x - 4, c.y + 4, c.w + 8, h - 8}, 13, ui.theme.action);
  c.y += h;
  if (node.expanded != 1) return;
  c.y -= 16;  // the first section brings its own space
  for (const std::string_view part : {"experience", "phase", "goals", "next_hard", "last_deep"}) {
    if (!ui.node(Key("tell.", part))) continue;
    section(ui, c, Key("tell.", part));
    chips(ui, c, Keys(ui, part));
  }
}

// Paints "skip" beside the main step.
void tell_steps(Ui& ui, float x, float y, float w) {
  const app::Node* skip = ui.node("tell.skip");
  const float h = ui.px(52),
              skip_w = skip ? std::ceil(width(ui.type, Style::kLead, skip->name)) + 44 : 0;
  button(ui, "tell.skip", {x - 12, y, skip_w, h}, ButtonKind::kText);
  button(ui, "continue", {x + skip_w - 4, y, w - skip_w + 4, h}, ButtonKind::kPrimary);
}

}  // namespace

void paint_tell(Ui& ui, Rect area, Scroll& scroll) {
  const float margin = area.w < 360 ? 16.0f : area.w < 700 ? 20.0f : 32.0f;
  const float wanted = ui.px(52) + 36;
  const bool flows =
      wanted > area.h / 3;  // on a low screen the bar would leave no room for what it is about
  const float foot = flows ? 0 : wanted;
  Column c = begin_scroll(ui, "tell", scroll, {area.x, area.y, area.w, area.h - foot}, margin);
  c.w = std::min(c.w, kWidestPage);
  const bool beside = two_columns(ui, c) && ui.node("quality");
  if (!beside) c.w = std::min(c.w, 520.0f);
  c.space(4);
  paragraph(ui, c, "screen.title", Style::kTitle, ui.theme.ink);
  c.space(12);
  // The mark stands at the left, the runs and the races at the right.
  auto [left, right] = halves(c);
  Column &about = beside ? left : c, &runs = beside ? right : c;
  mark_tabs(ui, about);
  mark_card(ui, about);
  if (beside) runs.y -= 20;  // the first section brings its own space
  section(ui, runs, "tell.last_hard");
  chips(ui, runs, Keys(ui, "last_hard"));
  section(ui, runs, "tell.race");
  races(ui, runs);
  if (beside) c.y = std::max(left.y, right.y);
  more_row(ui, c);
  const float steps_w = beside ? left.w : c.w;
  if (flows) {
    c.space(24);
    tell_steps(ui, c.x, c.y, steps_w);
    c.space(ui.px(52));
  }
  end_scroll(ui, c, 32, ground_of(ui));
  if (!flows) tell_steps(ui, area.x + margin, area.y + area.h - foot + 12, steps_w);
}

}  // namespace advisor::ui
