#include <imgui.h>

#include <algorithm>
#include <utility>

#include "content/phrases.h"
#include "ui/kit/widgets.h"
#include "ui/screens/screens.h"

namespace advisor::ui {
namespace {

// "Why?" follows the words on their last line when there is room, else it stands under them.
void paragraph_with_why(Ui& ui, Column& c, std::string_view words, std::string_view why,
                        Style style, Colour colour) {
  const app::Node *node = ui.node(words), *button = ui.node(why);
  const float line = ui.type.line(style);
  paragraph(ui, c, words, style, colour);
  if (!node || !button) return;
  const std::string_view ask = shown_name(*button);
  const float w = measure(ui.type, style, node->name, c.w).last_w,
              why_w = width(ui.type, Style::kBodyStrong, ask);
  const bool beside = w + 6 + why_w <= c.w;
  text_button(ui, why, beside ? c.x + w + 6 : c.x, beside ? c.y - line : c.y, Style::kBodyStrong,
              ui.theme.action);
  if (!beside) c.y += line;
}

void verdict(Ui& ui, Column& c, bool wide) {
  const app::Node* state = ui.node("advice.state");
  if (state) {
    icon(ui, state->mild ? Icon::kAllClear : Icon::kAlarm, c.x + ui.sign(10),
         c.y + ui.type.line(Style::kBodyStrong) / 2, ui.theme.action, 22);
    Column words{c.x + ui.sign(28), c.y, c.w - ui.sign(28)};
    paragraph(ui, words, "advice.state", Style::kBodyStrong, ui.theme.action);
    c.y = words.y + 8;
  }
  paragraph(ui, c, "screen.title", wide ? Style::kVerdict : Style::kTitle, ui.theme.ink);
  c.space(6);
  paragraph_with_why(ui, c, "advice.reason", "why", Style::kBody, ui.theme.ink_2);
  c.space(4);
  for (const app::Node& node : ui.tree.nodes()) {
    if (node.key.starts_with("advice.flag.")) {
      c.space(8);
      paragraph_with_why(ui, c, node.key, Key("why.flag.", std::string_view(node.key).substr(12)),
                         Style::kBody, ui.theme.ink);
    }
    if (node.key.starts_with("advice.act.")) {
      c.space(2);
      paragraph(ui, c, node.key, Style::kBody, ui.theme.ink_2);
    }
  }
  if (ui.node("note.prepare")) {
    c.space(10);
    text_button_in_lines(ui, c, "note.prepare", Style::kBodyStrong, ui.theme.action);
  }
}

// On a phone a card that holds a calendar or a list may be wider than the text.
Column card_column(const Column& c) {
  const float out = c.w < 420 ? 8.0f : 0.0f;
  return {c.x - out, c.y, c.w + 2 * out};
}

void chosen_day(Ui& ui, Column& c) {
  const bool reason = ui.node("calendar.reason") != nullptr;
  paragraph_with_why(ui, c, "calendar.day", reason ? "" : "calendar.why", Style::kBodyStrong,
                     ui.theme.ink);
  if (!reason) return;
  c.space(2);
  paragraph_with_why(ui, c, "calendar.reason", "calendar.why", Style::kBody, ui.theme.ink_2);
}

void calendar_card(Ui& ui, Column& c) {
  CardAround box(ui, card_column(c), c.w < 420 ? 12.0f : 16.0f, 14);
  paint_calendar(ui, box.in);
  hairline(ui, box.in.x, box.in.y, box.in.w, ui.theme.line);
  box.in.space(10);
  chosen_day(ui, box.in);
  box.close(c, 14);
}

// Paints the best benefit as a card that explains itself.
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
  in.y += write(ui.draw, ui.type, Style::kBody, ui.theme.ink_2, in.x + 16, in.y, node.description,
                in.w - 16);
  in.space(8);
  if (const int words = ui.tree.find("benefits.grade"); words >= 0)
    ui.tree.place(words, badge(ui, in.x, in.y, *node.grade,
                               ui.tree.nodes()[static_cast<std::size_t>(words)].name));
  icon(ui, Icon::kForward, in.x + in.w - 10, in.y + ui.px(14), ui.theme.ink);
  in.y += ui.px(28);
  const Rect whole{start.x, start.y, start.w, in.y + 14 - start.y};
  const Touched t = press(ui, index, whole);
  box.close(c, 14);
  stroke(ui, whole, 16, 1.5f,
         with_alpha(mix(ui.theme.edge, ui.theme.action, t.press), std::max(t.hover, t.press)));
  if (t.focused) focus_ring(ui, whole, 16, ui.theme.action);
}

void benefit_row(Ui& ui, Column& in, int index, const Column& outer) {
  const app::Node& node = ui.tree.nodes()[static_cast<std::size_t>(index)];
  const Grade grade = *node.grade;
  const Library& library = ui.session.library();
  const std::string_view term = Phrases(library.knowledge, library.words).term_short(grade);
  const float right = width(ui.type, Style::kNote, term) + 58;
  // The grade stands beside the words, or under them where they would be squeezed.
  const bool below = in.w - right - 12 < ui.px(170);
  const float words_w = below ? in.w - 24 : in.w - right - 12, line = ui.type.line(Style::kNote);
  const float words_h = measure(ui.type, Style::kBodyStrong, node.name, words_w).h +
                        measure(ui.type, Style::kBody, node.description, words_w).h;
  const float h = std::max(ui.px(64), words_h + 16 + (below ? line + 4 : 0));
  const Rect inner{outer.x + 2, in.y + 2, outer.w - 4, h - 4};
  const Touched t = press(ui, index, {outer.x, in.y, outer.w, h});
  wash(ui, inner, 13, t);
  Column words{in.x, in.y + 8, words_w};
  caption(ui, words, node.name, Style::kBodyStrong, ui.theme.ink);
  caption(ui, words, node.description, Style::kBody, ui.theme.ink_2);
  const float x = below ? in.x : in.x + in.w - right,
              y = below ? words.y + 4 + line / 2 : in.y + h / 2;
  const float dots = evidence_dots(ui, x, y, grade, ui.theme.ink_2);
  write_line(ui.draw, ui.type, Style::kNote, ui.theme.ink_2, x + dots + 6, y - line / 2, term);
  icon(ui, Icon::kForward, in.x + in.w - 8, in.y + h / 2, ui.theme.ink);
  if (t.focused) focus_ring(ui, inner, 13, ui.theme.action);
  in.y += h;
}

// Paints the row that leads to the training block.
void block_row(Ui& ui, Column& c) {
  const int index = ui.tree.find("block.open");
  if (index < 0) return;
  const app::Node& node = ui.tree.nodes()[static_cast<std::size_t>(index)];
  c.space(8);
  CardAround box(ui, card_column(c), 16, 14);
  const Rect start{box.outer().x, box.in.y - 14, box.outer().w, 0};
  Column words{box.in.x, box.in.y, box.in.w - 28};
  caption(ui, words, node.name, Style::kBodyStrong, ui.theme.ink);
  caption(ui, words, node.description, Style::kBody, ui.theme.ink_2);
  const Rect whole{start.x, start.y, start.w, words.y + 14 - start.y};
  icon(ui, Icon::kForward, box.in.x + box.in.w - 8, whole.y + whole.h / 2, ui.theme.ink);
  box.in.y = words.y;
  const Touched t = press(ui, index, whole);
  box.close(c, 14);
  stroke(ui, whole, 16, 1.5f,
         with_alpha(mix(ui.theme.edge, ui.theme.action, t.press), std::max(t.hover, t.press)));
  if (t.focused) focus_ring(ui, whole, 16, ui.theme.action);
}

// Gives the index of the next benefit from `from` on, or -1.
int next_benefit(const Ui& ui, int from) {
  for (int i = from; i < static_cast<int>(ui.tree.nodes().size()); ++i) {
    const app::Node& node = ui.tree.nodes()[static_cast<std::size_t>(i)];
    if (node.parent == "benefits" && node.role == app::Role::kButton) return i;
  }
  return -1;
}

void benefits_in_one_column(Ui& ui, Column& c) {
  int i = next_benefit(ui, 0);
  if (i < 0) return;
  best_benefit(ui, c, i);
  i = next_benefit(ui, i + 1);
  if (i < 0) return;
  c.space(8);
  CardAround box(ui, card_column(c), 16, 0);
  for (bool rule = false; i >= 0; i = next_benefit(ui, i + 1)) {
    if (std::exchange(rule, true))
      hairline(ui, box.outer().x, box.in.y, box.outer().w, ui.theme.line);
    benefit_row(ui, box.in, i, box.outer());
  }
  box.close(c, 0);
}

void benefits_in_two_columns(Ui& ui, Column& c) {
  constexpr float kGap = 32;
  Column sides[2] = {{c.x, c.y, (c.w - kGap) / 2}, {c.x + (c.w + kGap) / 2, c.y, (c.w - kGap) / 2}};
  int n = 0;
  for (int i = next_benefit(ui, 0); i >= 0; i = next_benefit(ui, i + 1)) {
    Column& side = sides[n++ % 2];
    hairline(ui, side.x, side.y, side.w, ui.theme.line);
    benefit_row(ui, side, i, {side.x - 8, side.y, side.w + 16});
  }
  c.y = std::max(sides[0].y, sides[1].y);
}

void ask_rows(Ui& ui, Column& in) {
  bool first = true;
  for (const app::Node& node : ui.tree.nodes()) {
    if (node.parent != "ask") continue;
    if (node.role == app::Role::kButton) {
      // What speaks of all areas stands after the last one.
      if (node.key == "ask.words" || (node.key == "session.more" && !ui.node("ask.words")))
        in.space(8);
      text_button_in_lines(ui, in, node.key, Style::kBodyStrong, ui.theme.action);
      in.space(4);
      continue;
    }
    if (node.value_text.empty()) {
      paragraph(ui, in, node.key, Style::kBody, ui.theme.ink_2);
      in.space(4);
      continue;
    }
    if (!std::exchange(first, false)) {
      in.space(6);
      hairline(ui, in.x, in.y, in.w, ui.theme.line);
      in.space(10);
    }
    name_and_pressure(ui, in, node);
  }
}

void ask(Ui& ui, Column& c, bool in_a_card) {
  if (!ui.node("ask.title")) return;
  const float y = c.y;
  paragraph(ui, c, "ask.title", Style::kLead, ui.theme.ink);
  if (const int when = ui.tree.find("ask.when"); when >= 0) {
    const std::string& text = ui.tree.nodes()[static_cast<std::size_t>(when)].name;
    const float w = width(ui.type, Style::kNote, text);
    const bool beside = width(ui.type, Style::kLead, ui.node("ask.title")->name) + 16 + w <= c.w;
    Column right{c.x + c.w - w, y + ui.px(3), w + 1};
    paragraph(ui, beside ? right : c, "ask.when", Style::kNote, ui.theme.ink_2);
  }
  if (ui.node("ask.both")) {
    c.space(4);
    paragraph(ui, c, "ask.both", Style::kBody, ui.theme.ink);
  }
  c.space(8);
  if (!in_a_card) return ask_rows(ui, c);
  CardAround box(ui, card_column(c), 16, 14);
  ask_rows(ui, box.in);
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

// Paints when another door is the better one, and what a session is like.
void care(Ui& ui, Column& c) {
  c.space(24);
  paragraph(ui, c, "physio.title", Style::kLead, ui.theme.ink);
  c.space(4);
  paragraph(ui, c, "physio", Style::kBody, ui.theme.ink_2);
  const app::Node* session = ui.node("session.more");
  if (!session || session->parent == "ask") return;  // painted beside what to ask for
  c.space(12);
  text_button_in_lines(ui, c, "session.more", Style::kBodyStrong, ui.theme.action);
}

void calendar_beside_its_day(Ui& ui, Column& c) {
  constexpr float kCalendar = 380, kGap = 32;
  Column left{c.x, c.y, kCalendar}, right{c.x + kCalendar + kGap, c.y, c.w - kCalendar - kGap};
  paint_calendar(ui, left);
  chosen_day(ui, right);
  right.space(14);
  hairline(ui, right.x, right.y, right.w, ui.theme.line);
  right.space(14);
  ask(ui, right, false);
  c.y = std::max(left.y, right.y);
}

void closing_words(Ui& ui, Column& c, bool bar) {
  c.space(20);
  paragraph(ui, c, "book.prompt", Style::kBody, ui.theme.ink);
  if (!bar) paragraph(ui, c, "book.sent", Style::kBody, ui.theme.ink_2);
  c.space(12);
  text_button(ui, "answers", c.x, c.y, Style::kBodyStrong, ui.theme.action);
  c.y += ui.type.line(Style::kBodyStrong) + 16;
  paragraph(ui, c, "disclaimer", Style::kBody, ui.theme.ink_3);
}

// Paints the bar at the foot of a wide screen: the session in words at the left, then the way to
// all of it and the one filled button. It gives the height that it wants, and paints only where it
// is told to.
float booking_bar(Ui& ui, float x, float y, float w, float margin, std::string_view key,
                  bool paint) {
  const app::Node *node = ui.node(key), *session = ui.node("session"), *sent = ui.node("book.sent");
  const float button_h = ui.px(52),
              button_w = std::min(w / 2, width(ui.type, Style::kLead, node->name) + 80);
  const float session_w = session ? width(ui.type, Style::kLead, session->name) + 48 : 0;
  const float right = x + w - margin - button_w,
              words_right = session ? right - session_w - 12 : right;
  Column words{x + margin, y, words_right - x - margin - 20};
  const float words_h = measure(ui.type, Style::kBodyStrong, node->description, words.w).h +
                        (sent ? measure(ui.type, Style::kBody, sent->name, words.w).h : 0);
  const float h = std::max(ui.px(88), words_h + 32);
  if (!paint) return h;
  hairline(ui, x, y, w, ui.theme.line);
  button(ui, key, {right, y + (h - button_h) / 2, button_w, button_h}, ButtonKind::kPrimary,
         key == "book", false);
  if (session)
    button(ui, "session", {words_right, y + (h - button_h) / 2, session_w, button_h},
           ButtonKind::kSecondary, false, false);
  words.y += (h - words_h) / 2;
  words.y +=
      write(ui.draw, ui.type, Style::kBodyStrong, ui.theme.ink, words.x, words.y, node->description,
            balanced(ui.type, Style::kBodyStrong, node->description, words.w));
  paragraph(ui, words, "book.sent", Style::kBody, ui.theme.ink_2);
  return h;
}

// Paints the foot of a narrow screen: the session, and under it the site's own link. It gives the
// height that it wants, and paints only where it is told to.
float booking_foot(Ui& ui, float x, float y, float w, std::string_view key, bool paint) {
  const float h = button_height(ui, key, w);
  if (paint) button(ui, key, {x, y, w, h}, ButtonKind::kPrimary);
  const int index = key == "book.check" ? -1 : ui.tree.find("book");
  if (index < 0) return h;
  const std::string& name = ui.tree.nodes()[static_cast<std::size_t>(index)].name;
  const Style s = Style::kBodyStrong;
  const Extent words = measure(ui.type, s, name, balanced(ui.type, s, name, w - ui.sign(26)));
  if (paint) {
    const Rect box{x + (w - words.w - ui.sign(26)) / 2, y + h + 12, words.w + ui.sign(26), words.h};
    const Touched t = press(ui, index, box);
    write(ui.draw, ui.type, s, ui.theme.action, box.x, box.y, name, words.w + 1, Align::kCentre);
    icon(ui, Icon::kLeaves, box.x + words.w + ui.sign(14), box.y + words.h / 2, ui.theme.action,
         20);
    fill(ui, {box.x, box.y + words.h - 1, words.w, 1.5f}, 0, with_alpha(ui.theme.action, t.hover));
    if (t.focused) focus_ring(ui, box, 6, ui.theme.action);
  }
  return h + 12 + words.h;
}

}  // namespace

void paint_advice(Ui& ui, Rect area, Scroll& scroll) {
  const bool wide = area.w >= ui.px(720), bar = wide && ui.session.shown().two_panels;
  const float margin = area.w < 360 ? 16.0f : area.w < 700 ? 20.0f : 32.0f;
  const float text_w = std::min(area.w - 2 * margin, wide ? kWidestPage : 640.0f);
  const std::string_view main_key = !ui.node("book") ? "book.check" : bar ? "book" : "session";
  const bool action = ui.node(main_key) != nullptr;
  const float button_w = std::min(text_w, 480.0f);
  const float wanted = !action ? 0
                       : bar   ? booking_bar(ui, area.x, 0, area.w, margin, main_key, false)
                               : booking_foot(ui, 0, 0, button_w, main_key, false) + 36;
  const bool flows =
      !bar &&
      wanted > area.h / 3;  // with large text the bar would leave no room for what it is about
  const float foot = flows ? 0 : wanted;

  Column c = begin_scroll(ui, "advice", scroll, {area.x, area.y, area.w, area.h - foot}, margin);
  c.w = text_w;
  c.space(4);
  verdict(ui, c, wide);
  if (ui.node("calendar")) {
    c.space(16);
    if (wide)
      calendar_beside_its_day(ui, c);
    else
      calendar_card(ui, c);
    block_row(ui, c);
  }
  c.space(24);
  paragraph(ui, c, "benefits.title", Style::kLead, ui.theme.ink);
  c.space(8);
  if (wide) {
    benefits_in_two_columns(ui, c);
  } else {
    benefits_in_one_column(ui, c);
    c.space(28);
    ask(ui, c, true);
  }
  until(ui, c);
  care(ui, c);
  closing_words(ui, c, bar);
  if (flows) {
    c.space(24);
    c.y += booking_foot(ui, c.x, c.y, button_w, main_key, true);
  }
  end_scroll(ui, c, 32, ground_of(ui));
  const float bar_y = area.y + area.h - foot;
  if (action && bar)
    booking_bar(ui, area.x, bar_y, area.w, margin, main_key, true);
  else if (foot > 0)
    booking_foot(ui, area.x + margin, bar_y + 12, button_w, main_key, true);
}

}  // namespace advisor::ui
