#include <imgui.h>

#include <algorithm>

#include "ui/interface.h"
#include "ui/widgets.h"

namespace advisor::ui {
namespace {

// What a yes asks next: sure or not, where, cleared or not.
void follow_up(Ui& ui, Column& c, std::string_view flag) {
  Column in{c.x + 14, c.y + 2, c.w - 28};
  segmented(ui, in, Keys(ui, Key("answer.", flag)));
  for (const std::string_view prefix : {"where.", "cleared."}) {
    const Key group(prefix, flag);
    if (!ui.node(group)) continue;
    in.space(12);
    paragraph(ui, in, Key(group, ".ask"), Style::kBody, ui.theme.ink);
    in.space(8);
    chips(ui, in, Keys(ui, group));
  }
  if (const Key note("note.", flag); ui.node(note)) {
    in.space(10);
    paragraph(ui, in, note, Style::kBody, ui.theme.ink_2);
  }
  c.y = in.y + 16;
}

void part(Ui& ui, Column& c, std::string_view group) {
  const Keys rows(ui, group);
  if (rows.size() == 0) return;
  c.space(16);
  paragraph(ui, c, Key(group, ".title"), Style::kNoteStrong, ui.theme.ink_2);
  c.space(8);
  CardAround box(ui, c, 0, 0);
  Column& in = box.in;
  for (const std::string_view key : rows) {
    if (key != *rows.begin()) hairline(ui, in.x, in.y, in.w, ui.theme.line);
    const float h = check_row_height(ui, key, in.w);
    check_row(ui, key, {in.x, in.y, in.w, h});
    in.y += h;
    Opening below(ui, in, key, 'o', ui.node(key)->on == 1);
    if (ui.node(key)->on == 1) follow_up(ui, below.in, key.substr(key.find('.') + 1));
    below.close(in);
  }
  box.close(c, 0);
}

// "Emergency: 911 | Info-Santé: 811", with real links.
void numbers(Ui& ui, Column& c) {
  const app::Node *e = ui.node("safety.emergency"), *i = ui.node("safety.info"), *call_e = ui.node("call.911"), *call_i = ui.node("call.811");
  if (!e || !i || !call_e || !call_i) return;
  const Style s = Style::kBody;
  const float gap = 6, rule = 28, line = ui.type.line(s);
  const float total = width(ui.type, s, e->name) + gap + width(ui.type, Style::kBodyStrong, call_e->name) + rule + width(ui.type, s, i->name) + gap +
                      width(ui.type, Style::kBodyStrong, call_i->name);
  const bool one_line = total <= c.w;
  float x = c.x + (one_line ? (c.w - total) / 2 : 0);
  const auto words = [&](std::string_view key) {
    const int index = ui.tree.find(key);
    const std::string& name = ui.tree.nodes()[static_cast<std::size_t>(index)].name;
    write_line(ui.draw, ui.type, s, ui.theme.ink_2, x, c.y, name);
    const float w = width(ui.type, s, name);
    ui.tree.place(index, {x, c.y, w, line});
    x += w + gap;
  };
  words("safety.emergency");
  x += text_button(ui, "call.911", x, c.y, Style::kBodyStrong, ui.theme.action, true);
  if (one_line) {
    fill(ui, {x + rule / 2, c.y + 3, 1, line - 6}, 0, ui.theme.edge);
    x += rule;
  } else {
    x = c.x;
    c.space(std::max(line, 44.0f) + 8);
  }
  words("safety.info");
  text_button(ui, "call.811", x, c.y, Style::kBodyStrong, ui.theme.action, true);
  c.y += ui.type.line(s);
}

}  // namespace

void paint_safety(Ui& ui, Rect area, Scroll& scroll) {
  const float margin = area.w < 360 ? 16.0f : area.w < 700 ? 20.0f : 32.0f;
  Column c = begin_scroll(ui, "safety", scroll, area, margin);
  c.w = std::min(c.w, 640.0f);
  c.space(4);
  paragraph(ui, c, "screen.title", Style::kTitle, ui.theme.ink);
  paragraph(ui, c, "safety.hint", Style::kBody, ui.theme.ink_2);
  for (const std::string_view group : {"safety.now", "safety.near", "safety.health"}) part(ui, c, group);
  // At the end of the list: "none of these" may only be pressed once every question has been on screen.
  c.space(24);
  const float w = std::min(c.w, 480.0f), h = button_height(ui, "continue", w);
  button(ui, "continue", {c.x, c.y, w, h}, ButtonKind::kPrimary);
  c.y += h + 16;
  Column foot{c.x, c.y, w};
  numbers(ui, foot);
  c.y = foot.y;
  end_scroll(ui, c, 28, ground_of(ui));
}

void paint_alarm(Ui& ui, Rect area, Scroll& scroll) {
  const float margin = area.w < 360 ? 20.0f : area.w < 700 ? 24.0f : 64.0f;
  Column c = begin_scroll(ui, "alarm", scroll, area, margin);
  const float top = c.y;
  c.w = std::min(c.w, 480.0f);
  c.space(std::clamp(area.h * 0.11f, 32.0f, 96.0f));
  icon(ui, Icon::kAlarm, c.x + 22, c.y + 22, ui.theme.alarm_text, 44);
  c.space(64);
  // As large as its longest word allows.
  const app::Node* title = ui.node("screen.title");
  const auto fits = [&](Style style) { return !title || measure(ui.type, style, title->name, c.w).w <= c.w; };
  const Style style = c.w >= 300 && fits(Style::kVerdict) ? Style::kVerdict : fits(Style::kTitle) ? Style::kTitle : Style::kLead;
  paragraph(ui, c, "screen.title", style, ui.theme.alarm_text);
  c.space(14);
  for (const app::Node& node : ui.tree.nodes())
    if (node.key.starts_with("alarm.") && node.role == app::Role::kText && node.key != "alarm.message" && node.key != "alarm.end") {
      paragraph(ui, c, node.key, Style::kLeadRegular, ui.theme.alarm_text);
      c.space(8);
    }
  paragraph(ui, c, "alarm.message", Style::kLeadRegular, ui.theme.alarm_text);
  c.space(24);
  bool filled = true;
  for (const std::string_view key : {"alarm.811", "alarm.911"}) {
    if (!ui.node(key)) continue;
    const float h = std::max(ui.px(64), button_height(ui, key, c.w));
    button(ui, key, {c.x, c.y, c.w, h}, filled ? ButtonKind::kAlarm : ButtonKind::kAlarmOutline);
    filled = false;
    c.y += h + 12;
  }
  c.space(12);
  paragraph(ui, c, "alarm.end", Style::kBody, ui.theme.alarm_text_2);
  // At the foot of the screen, on one line when both fit.
  const app::Node *correct = ui.node("alarm.correct"), *language = ui.node("language");
  const float line = ui.type.line(Style::kBodyStrong);
  const float correct_w = correct ? width(ui.type, Style::kBodyStrong, correct->name) : 0;
  const float language_w = language ? width(ui.type, Style::kBodyStrong, language->name) : 0;
  const bool one_line = correct_w + 32 + language_w <= area.w - 2 * margin;
  c.y = std::max(c.y + 24, top + area.h - 24 - (one_line ? line : 2 * line + 20));
  text_button(ui, "alarm.correct", c.x, c.y, Style::kBodyStrong, ui.theme.alarm_text, true);
  if (!one_line) c.space(line + 20);
  text_button(ui, "language", one_line ? area.x + area.w - margin - language_w : c.x, c.y, Style::kBodyStrong, ui.theme.alarm_text);
  c.space(line);
  end_scroll(ui, c, 24, ui.theme.alarm_ground);
}

}  // namespace advisor::ui
