#include <imgui.h>

#include <algorithm>
#include <array>
#include <string>

#include "ui/interface.h"
#include "ui/widgets.h"

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
    const float number_w = ui.px(24), w = std::min(c.w, width(ui.type, style, node.text) + 41 + number_w);
    const float words_w = w - 40 - number_w, words_h = measure(ui.type, style, node.text, words_w).h;
    if (x > c.x && x + w > c.x + c.w) x = c.x, c.y += h + 8, h = 0;
    const Rect box{x, c.y, w, std::max({44.0f, ui.px(44), words_h + ui.px(18)})};
    h = std::max(h, box.h);
    const float radius = std::min(box.h / 2, ui.px(22));
    const Touched t = press(ui, index, box);
    fill(ui, box, radius, t.held || t.hovered ? ui.theme.tint : ui.theme.surface);
    stroke(ui, box, radius, node.on == 1 ? 2.0f : 1.0f, node.on == 1 ? ui.theme.action : ui.theme.edge);
    ui.draw->AddCircleFilled({x + 18, c.y + box.h / 2}, (6 + 0.6f * node.value) / 2, ui.theme.coral);
    write(ui.draw, ui.type, style, ui.theme.ink, x + 30, c.y + (box.h - words_h) / 2, node.text, words_w);
    const std::string number = std::to_string(static_cast<int>(node.value + 0.5f));
    write(ui.draw, ui.type, Style::kBodyStrong, ui.theme.coral_text, x + w - 10 - number_w, c.y + (box.h - ui.type.line(Style::kBodyStrong)) / 2,
          number, number_w, Align::kCentre);
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

void race_block(Ui& ui, Column& c) {
  if (!ui.node("race.chosen")) {
    const std::array<std::string_view, 3> presets{"race.weekend", "race.two_weeks", "race.other"};
    return chips(ui, c, presets);
  }
  const app::Node& chosen = *ui.node("race.chosen");
  // The three buttons stand beside the words, or under them where the words would be squeezed.
  const float beside = c.w - 50 - 150;
  const bool below = beside < ui.px(130);
  const float words_w = below ? c.w - 64 : beside;
  const float words_h = measure(ui.type, Style::kBodyStrong, chosen.name, words_w).h + measure(ui.type, Style::kNote, chosen.description, words_w).h;
  const float top = std::max(ui.px(60), words_h + ui.px(16)), h = top + (below ? 52 : 0), cy = below ? c.y + top + 20 : c.y + top / 2;
  card(ui, {c.x, c.y, c.w, h});
  icon(ui, Icon::kCalendar, c.x + 28, c.y + top / 2, ui.theme.ink);
  Column words{c.x + 50, c.y + (top - words_h) / 2, words_w};
  paragraph(ui, words, "race.chosen", Style::kBodyStrong, ui.theme.ink);
  caption(ui, words, chosen.description, Style::kNote, ui.theme.ink_2);
  icon_button(ui, "race.earlier", Icon::kMinus, c.x + c.w - 118, cy, ui.theme.ink);
  icon_button(ui, "race.later", Icon::kPlus, c.x + c.w - 74, cy, ui.theme.ink);
  icon_button(ui, "race.remove", Icon::kClose, c.x + c.w - 26, cy, ui.theme.ink_2);
  c.y += h + 8;
  segmented(ui, c, Keys(ui, "distance"));
}

}  // namespace

void paint_tell(Ui& ui, Rect area, Scroll& scroll) {
  const float margin = area.w < 360 ? 16.0f : area.w < 700 ? 20.0f : 32.0f;
  const float foot = ui.px(52) + 36;
  Column c = begin_scroll(ui, "tell", scroll, {area.x, area.y, area.w, area.h - foot}, margin);
  c.w = std::min(c.w, 520.0f);
  c.space(4);
  paragraph(ui, c, "screen.title", Style::kTitle, ui.theme.ink);
  c.space(12);
  mark_tabs(ui, c);
  mark_card(ui, c);
  section(ui, c, "tell.last_hard");
  chips(ui, c, Keys(ui, "last_hard"));
  section(ui, c, "tell.race");
  race_block(ui, c);
  section(ui, c, "tell.experience");
  chips(ui, c, Keys(ui, "experience"));
  section(ui, c, "tell.phase");
  chips(ui, c, Keys(ui, "phase"));
  end_scroll(ui, c, 32, ground_of(ui));
  const float w = std::min(area.w - 2 * margin, 480.0f);
  button(ui, "continue", {area.x + margin, area.y + area.h - foot + 12, w, ui.px(52)}, ButtonKind::kPrimary);
}

}  // namespace advisor::ui
