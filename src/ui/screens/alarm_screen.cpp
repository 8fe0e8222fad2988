#include <imgui.h>

#include <algorithm>
#include <array>
#include <span>

#include "ui/kit/widgets.h"
#include "ui/screens/screens.h"

// An alarm stands in place of an advice. A grave one inverts the theme; one that only sends the
// person elsewhere first, or asks to wait, stays on paper with a bar at its side.
namespace advisor::ui {
namespace {

constexpr float kColumn = 480, kAside = 48, kBar = 8;
constexpr float kLow = 480, kBesideFrom = 600;  // a low screen has its steps beside its words
constexpr float kFirstStepBy = 480;             // where the first step stands on a short screen
constexpr float kTall = 700;

constexpr std::string_view kSteps[] = {"alarm.soreness", "alarm.copy", "alarm.remind",
                                       "alarm.move"};

struct Look {
  Colour text, text_2, link;
  bool inverted;
};

Look look_of(const Ui& ui) {
  const Theme& t = ui.theme;
  const bool inverted = !ui.node("alarm.kicker");
  return inverted ? Look{t.alarm_text, t.alarm_text_2, t.alarm_text, true}
                  : Look{t.ink, t.ink, t.action, false};
}

// Everything is written twice: the first time tells how high it is, the second time it is seen.
struct Page {
  Ui& ui;
  Look look;
  bool paint;

  void say(Column& c, std::string_view key, Style style, Colour colour, bool even = false) const {
    const app::Node* node = ui.node(key);
    if (!node) return;
    // The text is smaller where a word is wider than the column.
    if (style == Style::kLeadRegular && measure(ui.type, style, node->name, c.w).w > c.w)
      style = Style::kBody;
    if (paint)
      paragraph(ui, c, key, style, colour, even);
    else
      c.y += measure(ui.type, style, node->name, c.w).h;
  }
};

std::span<const std::string_view> items(Ui& ui, std::string_view list,
                                        std::array<std::string_view, 8>& into) {
  std::size_t n = 0;
  for (const app::Node& node : ui.tree.nodes())
    if (node.parent == list && n < into.size()) into[n++] = node.key;
  return std::span(into).first(n);
}

void head(const Page& p, Column& c) {
  Ui& ui = p.ui;
  if (p.look.inverted) {
    if (p.paint) icon(ui, Icon::kAlarm, c.x + ui.sign(22), c.y + ui.sign(22), p.look.text, 44);
    c.space(ui.sign(44) + 24);
  } else {
    p.say(c, "alarm.kicker", Style::kBodyStrong, ui.theme.ink_2);
    c.space(8);
  }
  // The title is as large as its longest word allows.
  const app::Node* title = ui.node("screen.title");
  const auto fits = [&](Style style) {
    return !title || measure(ui.type, style, title->name, c.w).w <= c.w;
  };
  p.say(c, "screen.title",
        c.w >= 320 && fits(Style::kVerdict) ? Style::kVerdict
        : fits(Style::kTitle)               ? Style::kTitle
                                            : Style::kLead,
        p.look.text, true);
  c.space(12);
  p.say(c, "alarm.reason", Style::kLeadRegular, p.look.text_2, true);
}

void acts(const Page& p, Column& c) {
  Ui& ui = p.ui;
  constexpr float kIndent = 18;
  std::array<std::string_view, 8> keys;
  const float line = ui.type.line(Style::kLeadRegular);
  c.space(6);
  for (const std::string_view key : items(ui, "alarm.acts", keys)) {
    c.space(10);
    if (p.paint) ui.draw->AddCircleFilled({c.x + 3, c.y + line / 2}, 3, p.look.text);
    Column in{c.x + kIndent, c.y, c.w - kIndent};
    p.say(in, key, Style::kLeadRegular, p.look.text);
    c.y = in.y;
  }
}

// Paints whom to see, and how one comes to them.
void who(const Page& p, Column& c) {
  Ui& ui = p.ui;
  if (!ui.node("alarm.who")) return;
  c.space(28);
  p.say(c, "alarm.who", Style::kNoteStrong, ui.theme.ink_2);
  c.space(8);
  std::array<std::string_view, 8> keys;
  const std::span<const std::string_view> rows = items(ui, "alarm.whom", keys);
  const auto row_h = [&](const app::Node& node) {
    const float words = measure(ui.type, Style::kBodyStrong, node.name, c.w - 32).h +
                        measure(ui.type, Style::kBody, node.description, c.w - 32).h - ui.px(2);
    return std::max(ui.px(62), words + ui.px(20));
  };
  float h = 0;
  for (const std::string_view key : rows) h += row_h(*ui.node(key));
  if (p.paint) {
    card(ui, {c.x, c.y, c.w, h});
    float y = c.y;
    for (const std::string_view key : rows) {
      const int index = ui.tree.find(key);
      const app::Node& node = ui.tree.nodes()[static_cast<std::size_t>(index)];
      const float row = row_h(node),
                  name_h = measure(ui.type, Style::kBodyStrong, node.name, c.w - 32).h;
      const float words =
          name_h + measure(ui.type, Style::kBody, node.description, c.w - 32).h - ui.px(2);
      if (key != rows.front()) hairline(ui, c.x, y, c.w, ui.theme.line);
      const float top = y + (row - words) / 2;
      write(ui.draw, ui.type, Style::kBodyStrong, ui.theme.ink, c.x + 16, top, node.name, c.w - 32);
      write(ui.draw, ui.type, Style::kBody, ui.theme.ink_2, c.x + 16, top + name_h - ui.px(2),
            node.description, c.w - 32);
      ui.tree.place(index, {c.x, y, c.w, row});
      y += row;
    }
  }
  c.y += h;
}

// The number of the graver question comes first of two calls, as in the tree.
void steps(const Page& p, Column& c) {
  Ui& ui = p.ui;
  bool first = true;
  for (const app::Node& node : ui.tree.nodes()) {
    const bool call =
        (node.key == "alarm.811" && ui.node("alarm.end") && !node.description.empty()) ||
        node.key == "alarm.911";
    if (!call && std::find(std::begin(kSteps), std::end(kSteps), node.key) == std::end(kSteps))
      continue;
    if (!first) c.space(12);
    const float h = std::max(ui.px(64), button_height(ui, node.key, c.w));
    const ButtonKind kind = p.look.inverted
                                ? (first ? ButtonKind::kAlarm : ButtonKind::kAlarmOutline)
                            : first ? ButtonKind::kPrimary
                                    : ButtonKind::kSecondary;
    if (p.paint) button(ui, node.key, {c.x, c.y, c.w, h}, kind);
    c.y += h;
    first = false;
  }
}

// Paints the last sentence; where nobody has to be seen, it ends with the number for a doubt.
void end(const Page& p, Column& c) {
  Ui& ui = p.ui;
  const Colour colour = p.look.inverted ? p.look.text_2 : ui.theme.ink_2;
  const app::Node *node = ui.node("alarm.end"), *call = ui.node("alarm.811");
  if (!node) return;
  const float line = ui.type.line(Style::kBody);
  c.space(20);
  const Extent words = measure(ui.type, Style::kBody, node->name, c.w);
  const float x = c.x, y = c.y;
  p.say(c, "alarm.end", Style::kBody, colour);
  if (call && call->description.empty()) {
    const float call_w = width(ui.type, Style::kBodyStrong, call->name);
    const bool inside = words.last_w + 6 + call_w <= c.w;
    if (p.paint)
      text_button(ui, "alarm.811", inside ? x + words.last_w + 6 : x,
                  inside ? y + words.h - line : c.y, Style::kBodyStrong, p.look.link, true);
    if (!inside) c.space(line);
  }
  if (ui.node("alarm.outside")) c.space(8);
  p.say(c, "alarm.outside", Style::kBody, colour);
}

// Says what stands above the steps: as much as leaves the first of them in sight.
struct Order {
  bool acts_first = true, who_first = true;
};

Order order_of(const Page& p, Column c, float top, float by) {
  const auto fits = [&](bool with_acts, bool with_who) {
    Column words = c;
    head(p, words);
    if (with_acts) acts(p, words);
    if (with_who) who(p, words);
    words.space(24);
    const float words_h = words.y - c.y;
    return top + words_h + std::max(p.ui.px(64), 56.0f) <= by;
  };
  if (fits(true, true)) return {};
  return fits(true, false) ? Order{true, false} : Order{false, false};
}

void words_and_steps(const Page& p, Column& c, Order order) {
  const auto space = [&] {
    c.space(p.look.inverted ? 28.0f : p.ui.node("alarm.who") && order.who_first ? 12.0f : 24.0f);
  };
  head(p, c);
  if (order.acts_first) acts(p, c);
  if (order.who_first) who(p, c);
  space();
  steps(p, c);
  if (!order.acts_first) acts(p, c);
  if (!order.who_first) who(p, c);
  end(p, c);
}

// Paints the foot of the screen, on one line when both parts fit.
void foot_line(const Page& p, Column& c, float top, float area_h) {
  Ui& ui = p.ui;
  const app::Node *correct = ui.node("alarm.correct"), *language = ui.node("language");
  if (!correct || !language) return;
  const Style style = width(ui.type, Style::kBodyStrong, correct->name) > c.w ? Style::kNoteStrong
                                                                              : Style::kBodyStrong;
  const float line = ui.type.line(style), correct_w = width(ui.type, style, correct->name),
              language_w = width(ui.type, style, language->name);
  const bool one_line = correct_w + 32 + language_w <= c.w;
  c.y = std::max(c.y + 24, top + area_h - 34 - (one_line ? line : 2 * line + 20));
  text_button(ui, "alarm.correct", c.x, c.y, style, p.look.link, true);
  if (!one_line) c.space(line + 20);
  text_button(ui, "language", one_line ? c.x + c.w - language_w : c.x, c.y, style,
              p.look.inverted ? p.look.text : ui.theme.ink_2);
  c.space(line);
}

}  // namespace

// The screen is one column, in the middle where there is room; on a low screen the steps stand
// beside the words.
void paint_alarm(Ui& ui, Rect area, Scroll& scroll) {
  const Page measured{ui, look_of(ui), false}, painted{ui, look_of(ui), true};
  const bool inverted = painted.look.inverted, small = area.w < 360;
  const float left = inverted ? (small ? 16.0f : 24.0f)
                     : small  ? 24.0f
                              : 32.0f,
              right = small ? 16.0f : 24.0f;
  if (!inverted)
    fill(ui, {area.x, area.y, kBar, area.h}, 0,
         ui.node("alarm.kicker")->mild ? ui.theme.ink : ui.theme.edge);
  const float bar = inverted ? 0 : kBar;
  Column c =
      begin_scroll(ui, "alarm", scroll, {area.x + bar, area.y, area.w - bar, area.h}, left - bar);
  c.w = area.w - left - right;
  const float top = c.y;
  const bool beside = area.h < kLow && area.w >= kBesideFrom && c.w >= ui.px(540);
  const float widest = beside ? 2 * kColumn + kAside : kColumn;
  if (c.w > widest) c.x = area.x + (area.w - widest) / 2;
  c.w = std::min(c.w, widest);
  const bool tall = area.h >= kTall;
  c.space(beside ? 32.0f : tall ? (inverted ? 72.0f : 56.0f) : 32.0f);
  if (beside) {
    const float half = (c.w - kAside) / 2;
    Column said{c.x, c.y, half}, done{c.x + half + kAside, c.y, half};
    head(painted, said);
    acts(painted, said);
    steps(painted, done);
    who(painted, done);
    end(painted, done);
    c.y = std::max(said.y, done.y);
  } else {
    words_and_steps(painted, c, order_of(measured, c, c.y - top, tall ? area.h : kFirstStepBy));
  }
  foot_line(painted, c, top, area.h);
  end_scroll(ui, c, 24, inverted ? ui.theme.alarm_ground : ui.theme.paper);
}

}  // namespace advisor::ui
