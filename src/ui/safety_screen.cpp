#include <imgui.h>

#include <algorithm>
#include <span>

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

void card_of_rows(Ui& ui, Column& c, std::span<const std::string_view> rows) {
  CardAround box(ui, c, 0, 0);
  Column& in = box.in;
  for (const std::string_view key : rows) {
    if (key != rows.front()) hairline(ui, in.x, in.y, in.w, ui.theme.line);
    const float h = check_row_height(ui, key, in.w);
    check_row(ui, key, {in.x, in.y, in.w, h});
    in.y += h;
    Opening below(ui, in, key, 'o', ui.node(key)->on == 1);
    if (ui.node(key)->on == 1) follow_up(ui, below.in, key.substr(key.find('.') + 1));
    below.close(in);
  }
  box.close(c, 0);
}

// One card, or two side by side: down the first, then down the second.
void part(Ui& ui, Column& c, std::string_view group) {
  const Keys rows(ui, group);
  if (rows.size() == 0) return;
  c.space(16);
  paragraph(ui, c, Key(group, ".title"), Style::kNoteStrong, ui.theme.ink_2);
  c.space(8);
  const std::span<const std::string_view> all = rows;
  if (!two_columns(ui, c) || all.size() < 2) return card_of_rows(ui, c, all);
  const std::size_t half = (all.size() + 1) / 2;
  auto [left, right] = halves(c);
  card_of_rows(ui, left, all.first(half));
  card_of_rows(ui, right, all.subspan(half));
  c.y = std::max(left.y, right.y);
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
  c.w = std::min(c.w, kWidestPage);
  if (!two_columns(ui, c)) c.w = std::min(c.w, 640.0f);
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

namespace {

// The message: all of it, or only how high it is.
void alarm_words(Ui& ui, Column& c, bool paint) {
  const auto say = [&](std::string_view key, Style style, float space) {
    const app::Node* node = ui.node(key);
    if (!node) return;
    if (paint) paragraph(ui, c, key, style, ui.theme.alarm_text, true);
    else c.y += measure(ui.type, style, node->name, c.w).h;
    c.space(space);
  };
  if (paint) icon(ui, Icon::kAlarm, c.x + ui.sign(22), c.y + ui.sign(22), ui.theme.alarm_text, 44);
  c.space(ui.sign(44) + 20);
  // As large as its longest word allows.
  const app::Node* title = ui.node("screen.title");
  const auto fits = [&](Style style) { return !title || measure(ui.type, style, title->name, c.w).w <= c.w; };
  say("screen.title", c.w >= 300 && fits(Style::kVerdict) ? Style::kVerdict : fits(Style::kTitle) ? Style::kTitle : Style::kLead, 14);
  for (const app::Node& node : ui.tree.nodes())
    if (node.key.starts_with("alarm.") && node.role == app::Role::kText && node.key != "alarm.message" && node.key != "alarm.end") say(node.key, Style::kLeadRegular, 8);
  say("alarm.message", Style::kLeadRegular, 0);
}

void alarm_actions(Ui& ui, Column& c, bool paint) {
  bool filled = true;
  for (const std::string_view key : {"alarm.811", "alarm.911"}) {
    if (!ui.node(key)) continue;
    const float h = std::max(ui.px(64), button_height(ui, key, c.w));
    if (paint) button(ui, key, {c.x, c.y, c.w, h}, filled ? ButtonKind::kAlarm : ButtonKind::kAlarmOutline);
    filled = false;
    c.y += h + 12;
  }
  c.space(12);
  if (paint) paragraph(ui, c, "alarm.end", Style::kBody, ui.theme.alarm_text_2, true);
  else if (const app::Node* end = ui.node("alarm.end")) c.y += measure(ui.type, Style::kBody, end->name, c.w).h;
}

}  // namespace

// One column, in the middle where there is room; on a low screen what to do stands beside what was said.
void paint_alarm(Ui& ui, Rect area, Scroll& scroll) {
  constexpr float kColumn = 520, kLow = 560, kAside = 48;
  const float margin = area.w < 360 ? 20.0f : area.w < 700 ? 24.0f : 64.0f;
  Column c = begin_scroll(ui, "alarm", scroll, area, margin);
  const float top = c.y, line = ui.type.line(Style::kBodyStrong);
  const bool wide = area.w >= kSideSheetFrom, beside = area.h < kLow && c.w >= ui.px(640);
  c.w = std::min(c.w, beside ? 2 * kColumn + kAside : wide ? kColumn : 480.0f);
  if (wide) c.x = area.x + (area.w - c.w) / 2;
  const float words_w = beside ? (c.w - kAside) / 2 : c.w;
  Column words{c.x, 0, words_w}, actions = words;
  alarm_words(ui, words, false);
  alarm_actions(ui, actions, false);
  const float h = beside ? std::max(words.y, actions.y) : words.y + 24 + actions.y;
  c.space(wide || beside ? std::max(32.0f, (area.h - h) * 0.42f - 12) : std::clamp(area.h * 0.11f, 32.0f, 96.0f));
  words = {c.x, c.y, words_w};
  alarm_words(ui, words, true);
  actions = beside ? Column{c.x + words_w + kAside, c.y, words_w} : Column{c.x, words.y + 24, words_w};
  alarm_actions(ui, actions, true);
  c.y = std::max(words.y, actions.y);
  // At the foot of the screen, on one line when both fit.
  const app::Node *correct = ui.node("alarm.correct"), *language = ui.node("language");
  const float correct_w = correct ? width(ui.type, Style::kBodyStrong, correct->name) : 0;
  const float language_w = language ? width(ui.type, Style::kBodyStrong, language->name) : 0;
  const bool one_line = correct_w + 32 + language_w <= area.w - 2 * margin;
  c.y = std::max(c.y + 24, top + area.h - 24 - (one_line ? line : 2 * line + 20));
  text_button(ui, "alarm.correct", c.x, c.y, Style::kBodyStrong, ui.theme.alarm_text, true);
  if (!one_line) c.space(line + 20);
  const float right = wide ? c.x + c.w : area.x + area.w - margin;
  text_button(ui, "language", one_line ? right - language_w : c.x, c.y, Style::kBodyStrong, ui.theme.alarm_text);
  c.space(line);
  end_scroll(ui, c, 24, ui.theme.alarm_ground);
}

}  // namespace advisor::ui
