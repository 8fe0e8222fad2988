#include <imgui.h>

#include <algorithm>
#include <utility>

#include "ui/interface.h"
#include "ui/widgets.h"

namespace advisor::ui {
namespace {

void verdict(Ui& ui, Column& c, bool wide) {
  const app::Node* state = ui.node("advice.state");
  if (state) {
    icon(ui, state->on == 1 ? Icon::kAllClear : Icon::kAlarm, c.x + 10, c.y + ui.type.line(Style::kBodyStrong) / 2, ui.theme.action, 22);
    Column words{c.x + 28, c.y, c.w - 28};
    paragraph(ui, words, "advice.state", Style::kBodyStrong, ui.theme.action);
    c.y = words.y + 8;
  }
  paragraph(ui, c, "screen.title", wide ? Style::kVerdict : Style::kTitle, ui.theme.ink);
  c.space(6);
  paragraph(ui, c, "advice.reason", Style::kBody, ui.theme.ink_2);
  text_button(ui, "why", c.x, c.y, Style::kBodyStrong, ui.theme.action);
  c.y += ui.type.line(Style::kBodyStrong) + 4;
  for (const app::Node& node : ui.tree.nodes())
    if (node.key.starts_with("advice.flag.")) {
      c.space(8);
      paragraph(ui, c, node.key, Style::kBody, ui.theme.ink);
    }
}

// On a phone a card that holds a calendar or a list may go out beyond the text.
Column card_column(const Column& c) {
  const float out = c.w < 420 ? 8.0f : 0.0f;
  return {c.x - out, c.y, c.w + 2 * out};
}

void calendar_card(Ui& ui, Column& c) {
  CardAround box(ui, card_column(c), c.w < 420 ? 12.0f : 16.0f, 14);
  paint_calendar(ui, box.in);
  hairline(ui, box.in.x, box.in.y, box.in.w, ui.theme.line);
  box.in.space(10);
  paragraph(ui, box.in, "calendar.day", Style::kBodyStrong, ui.theme.ink);
  paragraph(ui, box.in, "calendar.reason", Style::kBody, ui.theme.ink_2);
  box.close(c, 14);
}

void badge(Ui& ui, float x, float y, const app::Node& node) {
  const float w = width(ui.type, Style::kNote, node.text) + 56, h = ui.px(28);
  fill(ui, {x, y, w, h}, h / 2, ui.theme.sunken);
  const float dots = evidence_dots(ui, x + 10, y + h / 2, static_cast<Grade>(static_cast<int>(node.value)), ui.theme.ink_2);
  write_line(ui.draw, ui.type, Style::kNote, ui.theme.ink, x + 18 + dots, y + (h - ui.type.line(Style::kNote)) / 2, node.text);
}

// The best benefit as a card that explains itself.
void best_benefit(Ui& ui, Column& c, int index) {
  const app::Node& node = ui.tree.nodes()[static_cast<std::size_t>(index)];
  CardAround box(ui, card_column(c), 16, 14);
  Column& in = box.in;
  const Rect start{box.outer().x, box.outer().y, box.outer().w, 0};
  caption(ui, in, node.name, Style::kLead, ui.theme.ink);
  in.space(2);
  paragraph(ui, in, "benefits.best", Style::kBody, ui.theme.ink);
  in.space(6);
  ui.draw->AddCircleFilled({in.x + 3, in.y + ui.type.line(Style::kBody) / 2}, 3, ui.theme.coral);
  in.y += write(ui.draw, ui.type, Style::kBody, ui.theme.ink_2, in.x + 16, in.y, node.description, in.w - 16);
  in.space(8);
  badge(ui, in.x, in.y, node);
  icon(ui, Icon::kForward, in.x + in.w - 10, in.y + ui.px(14), ui.theme.ink);
  in.y += ui.px(28);
  const Rect whole{start.x, start.y, start.w, in.y + 14 - start.y};
  const Touched t = press(ui, index, whole);
  box.close(c, 14);
  if (t.hovered || t.held) stroke(ui, whole, 16, 1.5f, t.held ? ui.theme.action : ui.theme.edge);
  if (t.focused) focus_ring(ui, whole, 16, ui.theme.action);
}

void benefit_row(Ui& ui, Column& in, int index, const Column& outer) {
  const app::Node& node = ui.tree.nodes()[static_cast<std::size_t>(index)];
  const float right = width(ui.type, Style::kNote, node.text) + 58;
  const float words_w = in.w - right - 12;
  const float h = std::max(ui.px(64), measure(ui.type, Style::kBodyStrong, node.name, words_w).h + measure(ui.type, Style::kBody, node.description, words_w).h + 16);
  const Rect inner{outer.x + 2, in.y + 2, outer.w - 4, h - 4};
  const Touched t = press(ui, index, {outer.x, in.y, outer.w, h});
  if (t.hovered || t.held) fill(ui, inner, 13, t.held ? ui.theme.day_light : ui.theme.tint);
  Column words{in.x, in.y + 8, words_w};
  caption(ui, words, node.name, Style::kBodyStrong, ui.theme.ink);
  caption(ui, words, node.description, Style::kBody, ui.theme.ink_2);
  const float dots = evidence_dots(ui, in.x + in.w - right, in.y + h / 2, static_cast<Grade>(static_cast<int>(node.value)), ui.theme.ink_2);
  write_line(ui.draw, ui.type, Style::kNote, ui.theme.ink_2, in.x + in.w - right + dots + 6, in.y + (h - ui.type.line(Style::kNote)) / 2, node.text);
  icon(ui, Icon::kForward, in.x + in.w - 8, in.y + h / 2, ui.theme.ink);
  if (t.focused) focus_ring(ui, inner, 13, ui.theme.action);
  in.y += h;
}

void benefits(Ui& ui, Column& c) {
  const int first = ui.tree.find("benefits");
  const int count = static_cast<int>(ui.tree.nodes().size());
  const auto is_benefit = [&](int i) {
    const app::Node& node = ui.tree.nodes()[static_cast<std::size_t>(i)];
    return node.parent == "benefits" && node.role == app::Role::kButton;
  };
  int i = first;
  while (i >= 0 && i < count && !is_benefit(i)) ++i;
  if (i < 0 || i == count) return;
  best_benefit(ui, c, i);
  for (++i; i < count && !is_benefit(i);) ++i;
  if (i == count) return;
  c.space(8);
  CardAround box(ui, card_column(c), 16, 0);
  for (bool rule = false; i < count; ++i) {
    if (!is_benefit(i)) continue;
    if (std::exchange(rule, true)) hairline(ui, box.outer().x, box.in.y, box.outer().w, ui.theme.line);
    benefit_row(ui, box.in, i, box.outer());
  }
  box.close(c, 0);
}

void ask(Ui& ui, Column& c) {
  if (!ui.node("ask.title")) return;
  c.space(28);
  const float y = c.y;
  paragraph(ui, c, "ask.title", Style::kLead, ui.theme.ink);
  if (const int when = ui.tree.find("ask.when"); when >= 0) {
    const std::string& text = ui.tree.nodes()[static_cast<std::size_t>(when)].name;
    const float w = width(ui.type, Style::kNote, text);
    Column right{c.x + c.w - w, y + ui.px(3), w + 1};
    paragraph(ui, right, "ask.when", Style::kNote, ui.theme.ink_2);
  }
  c.space(8);
  CardAround box(ui, card_column(c), 16, 14);
  Column& in = box.in;
  bool first = true;
  for (const app::Node& node : ui.tree.nodes()) {
    if (node.parent != "ask") continue;
    if (node.text.empty()) {
      paragraph(ui, in, node.key, Style::kBody, ui.theme.ink_2);
      in.space(4);
      continue;
    }
    if (!std::exchange(first, false)) {
      in.space(6);
      hairline(ui, in.x, in.y, in.w, ui.theme.line);
      in.space(10);
    }
    const float term = width(ui.type, Style::kBody, node.text), top = in.y;
    Column name{in.x, in.y, in.w - term - 50};
    paragraph(ui, name, node.key, Style::kBodyStrong, ui.theme.ink);
    pressure_swatch(ui, in.x + in.w - term - 34, top + (ui.type.line(Style::kBody) - 20) / 2, static_cast<Pressure>(static_cast<int>(node.value)));
    write_line(ui.draw, ui.type, Style::kBody, ui.theme.ink, in.x + in.w - term, top, node.text);
    in.y = name.y + 2;
  }
  box.close(c, 10);
}

void until(Ui& ui, Column& c) {
  if (!ui.node("until.title")) return;
  c.space(24);
  paragraph(ui, c, "until.title", Style::kLead, ui.theme.ink);
  c.space(4);
  for (const app::Node& node : ui.tree.nodes())
    if (node.key.starts_with("until.") && node.role == app::Role::kText) {
      paragraph(ui, c, node.key, Style::kBody, ui.theme.ink_2);
      c.space(6);
    }
}

}  // namespace

void paint_advice(Ui& ui, Rect area, Scroll& scroll) {
  const bool wide = ui.session.shown().two_panels;
  const float margin = area.w < 360 ? 16.0f : area.w < 700 ? 20.0f : 32.0f;
  const float text_w = std::min(area.w - 2 * margin, 640.0f);
  const bool booking = ui.node("book") != nullptr;
  const std::string_view main_key = booking ? "book" : "book.check";
  const float button_w = std::min(text_w, 480.0f), button_h = button_height(ui, main_key, button_w);
  const float foot = button_h > 0 ? button_h + 36 : 0;

  Column c = begin_scroll(ui, "advice", scroll, {area.x, area.y, area.w, area.h - foot}, margin);
  c.w = text_w;
  c.space(4);
  verdict(ui, c, wide);
  c.space(16);
  calendar_card(ui, c);
  c.space(24);
  paragraph(ui, c, "benefits.title", Style::kLead, ui.theme.ink);
  c.space(8);
  benefits(ui, c);
  ask(ui, c);
  until(ui, c);
  c.space(20);
  paragraph(ui, c, "book.prompt", Style::kBody, ui.theme.ink);
  paragraph(ui, c, "book.sent", Style::kBody, ui.theme.ink_2);
  c.space(16);
  text_button(ui, "answers", c.x, c.y, Style::kBodyStrong, ui.theme.action);
  c.y += ui.type.line(Style::kBodyStrong) + 16;
  paragraph(ui, c, "disclaimer", Style::kBody, ui.theme.ink_3);
  end_scroll(ui, c, 32, ground_of(ui));
  if (foot == 0) return;
  if (wide) hairline(ui, area.x, area.y + area.h - foot, area.w, ui.theme.line);
  button(ui, main_key, {area.x + margin, area.y + area.h - foot + 12, button_w, button_h}, ButtonKind::kPrimary, booking);
}

}  // namespace advisor::ui
