#include <imgui.h>

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "ui/kit/widgets.h"
#include "ui/screens/screens.h"

namespace advisor::ui {
namespace {

// Paints the lengths with their prices under them, or as chips where they do not fit side by side.
void lengths(Ui& ui, Column& c) {
  const Keys keys(ui, "book.length");
  if (keys.size() == 0) return;
  float widest = 0;
  bool priced = false;
  for (const std::string_view key : keys) {
    const app::Node& node = *ui.node(key);
    widest = std::max({widest, width(ui.type, Style::kBodyStrong, node.name),
                       width(ui.type, Style::kBody, node.description)});
    priced |= !node.description.empty();
  }
  c.space(12);
  const float part_w = (c.w - 6) / static_cast<float>(keys.size());
  const bool stacked =
      widest + 16 > part_w;  // they stand one under the other, with the price at the right
  const float line = ui.type.line(Style::kBody), row = priced && !stacked
                                                           ? std::max(56.0f, 2 * line + 12)
                                                           : std::max(44.0f, ui.px(44));
  const Rect track{c.x, c.y, c.w, stacked ? row * static_cast<float>(keys.size()) + 6 : row + 6};
  fill(ui, track, 12, ui.theme.sunken);
  stroke(ui, track, 12, 1 / ui.settings.density, ui.theme.line);
  Rect part{track.x + 3, track.y + 3, stacked ? track.w - 6 : part_w, row};
  // The plate is painted first because it slides under the words.
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (ui.node(keys.data()[i])->on != 1) continue;
    const float at = ui.motion.follow({"book.length", 'x'}, static_cast<float>(i), kChoiceSeconds);
    raised_plate(
        ui,
        {part.x + (stacked ? 0 : at * part_w), part.y + (stacked ? at * row : 0), part.w, part.h},
        9);
  }
  for (const std::string_view key : keys) {
    const int index = ui.tree.find(key);
    const app::Node& node = ui.tree.nodes()[static_cast<std::size_t>(index)];
    const Touched t = press(ui, index, part);
    const bool on = node.on == 1;
    const Colour ink =
        on ? ui.theme.ink : mix(ui.theme.ink_2, ui.theme.ink, std::max(t.hover, t.press));
    const Style style = on ? Style::kBodyStrong : Style::kBody;
    if (stacked) {
      const float y = part.y + (part.h - line) / 2;
      write_line(ui.draw, ui.type, style, ink, part.x + 12, y, node.name);
      write(ui.draw, ui.type, Style::kBody, ink, part.x, y, node.description, part.w - 12,
            Align::kRight);
      part.y += row;
    } else {
      const float y = part.y + (part.h - (node.description.empty() ? line : 2 * line)) / 2;
      write(ui.draw, ui.type, style, ink, part.x, y, node.name, part.w, Align::kCentre);
      write(ui.draw, ui.type, Style::kBody, ink, part.x, y + line, node.description, part.w,
            Align::kCentre);
      part.x += part_w;
    }
    if (t.focused)
      focus_ring(ui,
                 {part.x - (stacked ? 0 : part_w), part.y - (stacked ? row : 0), part.w, part.h}, 9,
                 ui.theme.action);
  }
  c.y += track.h;
}

void session_card(Ui& ui, Column& c) {
  CardAround box(ui, c, 16, 16);
  Column& in = box.in;
  std::array<std::string_view, 5> keys;  // at most three ideal days, the chosen one, and "other"
  std::size_t n = 0;
  for (const std::string_view key : Keys(ui, "book.day")) keys[n++] = key;
  keys[n++] = "book.other_day";
  chips(ui, in, std::span(keys).first(n));
  lengths(ui, in);
  in.space(14);
  paragraph(ui, in, "book.areas", Style::kBody, ui.theme.ink);
  paragraph(ui, in, "book.line", Style::kBody, ui.theme.ink_2);
  for (const app::Node& node : ui.tree.nodes())
    if (node.key.starts_with("book.term.")) {
      in.space(4);
      paragraph(ui, in, node.key, Style::kBody, ui.theme.ink_2);
    }
  box.close(c, 16);
}

// Paints what would be sent, before it is sent, and the note that only the person can send.
void sent_card(Ui& ui, Column& c) {
  CardAround box(ui, c, 16, 16);
  Column& in = box.in;
  if (ui.node("book.sent")) {
    icon(ui, Icon::kLock, in.x + 11, in.y + ui.type.line(Style::kBody) / 2, ui.theme.action, 22);
    Column words{in.x + 34, in.y, in.w - 34};
    paragraph(ui, words, "book.sent", Style::kBodyStrong, ui.theme.ink);
    words.space(2);
    paragraph(ui, words, "book.holds", Style::kBody, ui.theme.ink_2);
    in.y = words.y + 12;
    hairline(ui, in.x, in.y, in.w, ui.theme.line);
    in.space(4);
  } else {
    in.y -= 8;
  }
  Column row{in.x - 16, in.y, in.w + 32};  // the whole width of the card can be touched
  switch_row(ui, row, "book.note");
  in.y = row.y - 12;
  if (ui.node("note")) {
    in.space(16);
    // The note stands on a ground of its own, as it would be pasted.
    const float top = in.y;
    Column note{in.x + 14, in.y + 12, in.w - 28};
    float h = 24;
    for (const app::Node& node : ui.tree.nodes())
      if (node.parent == "note" && node.role == app::Role::kText)
        h += measure(ui.type, Style::kBody, node.name, note.w).h + 4;
    fill(ui, {in.x, top, in.w, h - 4}, 12, ui.theme.sunken);
    for (const app::Node& node : ui.tree.nodes())
      if (node.parent == "note" && node.role == app::Role::kText) {
        paragraph(ui, note, node.key, node.key == "note.0" ? Style::kBodyStrong : Style::kBody,
                  ui.theme.ink);
        note.space(4);
      }
    in.y = top + h - 4;
    if (ui.node("note.send")) {
      in.space(8);
      const float send_h = check_row_height(ui, "note.send", in.w);
      check_row(ui, "note.send", {in.x - 14, in.y, in.w + 28, send_h});
      in.y += send_h - 4;
    }
    if (ui.node("note.copy")) {
      in.space(12);
      button(ui, "note.copy", {in.x, in.y, in.w, ui.px(44)}, ButtonKind::kSecondary);
      in.y += ui.px(44);
    }
  }
  box.close(c, 16);
}

// Paints a link in words, centred, and wrapped where it is wider than the column.
void centred_link(Ui& ui, std::string_view key, float x, float y, float w) {
  const int index = ui.tree.find(key);
  if (index < 0) return;
  const std::string& name = ui.tree.nodes()[static_cast<std::size_t>(index)].name;
  const Extent words = measure(ui.type, Style::kBodyStrong, name, w);
  const Rect box{x + (w - words.w) / 2, y, words.w, words.h};
  const Touched t = press(ui, index, box);
  write(ui.draw, ui.type, Style::kBodyStrong, ui.theme.action, x, y, name, w, Align::kCentre);
  fill(ui, {box.x, box.y + box.h - 1, box.w, 1.5f}, 0, with_alpha(ui.theme.action, t.hover));
  if (t.focused) focus_ring(ui, box, 6, ui.theme.action);
}

// "Texto : 514 555-0142   Téléphone : 514 555-0142", beside one another or one under the other.
void other_ways(Ui& ui, Column& c) {
  constexpr std::string_view kWays[] = {"book.text", "book.call"};
  constexpr float kGap = 24;
  float widths[2] = {}, heights[2] = {};
  int there = 0;
  for (int i = 0; i < 2; ++i) {
    const app::Node* node = ui.node(kWays[i]);
    if (!node) continue;
    const Extent words = measure(ui.type, Style::kBodyStrong, node->name, c.w);
    widths[i] = words.w, heights[i] = words.h;
    ++there;
  }
  if (there == 0) return;
  c.space(16);
  const bool beside = there == 2 && widths[0] + kGap + widths[1] <= c.w;
  float x = beside ? c.x + (c.w - widths[0] - kGap - widths[1]) / 2 : c.x;
  for (int i = 0; i < 2; ++i) {
    if (widths[i] == 0) continue;
    centred_link(ui, kWays[i], x, c.y, beside ? widths[i] + 1 : c.w);
    if (beside)
      x += widths[i] + kGap;
    else
      c.y += heights[i] + 22;
  }
  c.y += beside ? heights[0] + 16 : -6;
}

void tools(Ui& ui, Column& c) {
  constexpr float kGap = 8;
  constexpr struct {
    std::string_view key;
    Icon icon;
  } kTools[] = {{"tool.calendar", Icon::kCalendar},
                {"tool.copy", Icon::kCopy},
                {"tool.picture", Icon::kPicture},
                {"tool.print", Icon::kPrint},
                {"tool.share", Icon::kShare}};
  const bool two = c.w >= ui.px(280);
  const float w = two ? (c.w - kGap) / 2 : c.w;
  float h = ui.px(56);
  for (const auto& tool : kTools)
    if (const app::Node* node = ui.node(tool.key))
      h = std::max(h, measure(ui.type, Style::kBody, node->name, w - 58).h + ui.px(16));
  int n = 0;
  for (const auto& tool : kTools) {
    const int index = ui.tree.find(tool.key);
    if (index < 0) continue;
    const Rect box{c.x + (two && n % 2 == 1 ? w + kGap : 0), c.y, w, h};
    if (!two || n % 2 == 1) c.y += h + kGap;
    ++n;
    card(ui, box);
    const Touched t = press(ui, index, box);
    wash(ui, box, 16, t);
    icon(ui, tool.icon, box.x + 28, box.y + h / 2, ui.theme.action);
    const std::string& name = ui.tree.nodes()[static_cast<std::size_t>(index)].name;
    const float name_w = w - 58, name_h = measure(ui.type, Style::kBody, name, name_w).h;
    write(ui.draw, ui.type, Style::kBody, ui.theme.ink, box.x + 48, box.y + (h - name_h) / 2, name,
          name_w);
    if (t.focused) focus_ring(ui, box, 16, ui.theme.action);
  }
  if (two && n % 2 == 1) c.y += h + kGap;
}

void erase(Ui& ui, Column& c) {
  const app::Node *erase = ui.node("erase"), *kept = ui.node("erase.kept");
  if (!erase || !kept) return;
  const float erase_w = width(ui.type, Style::kBodyStrong, erase->name),
              kept_w = width(ui.type, Style::kBody, kept->name);
  const bool one_line = erase_w + 24 + kept_w <= c.w;
  text_button(ui, "erase", c.x, c.y, Style::kBodyStrong, ui.theme.action);
  if (!one_line) c.space(ui.type.line(Style::kBodyStrong) + 8);
  Column words{one_line ? c.x + c.w - kept_w : c.x, c.y, one_line ? kept_w + 1 : c.w};
  paragraph(ui, words, "erase.kept", Style::kBody, ui.theme.ink_2);
  c.y = words.y;
}

// Paints the link, the other ways to the business, and what can be kept.
void do_with_it(Ui& ui, Column& c, bool first) {
  if (ui.node("book")) {
    c.space(first ? 0.0f : 16.0f);
    const float h = button_height(ui, "book", c.w);
    button(ui, "book", {c.x, c.y, c.w, h}, ButtonKind::kPrimary, true);
    c.y += h;
  }
  other_ways(ui, c);
  c.space(4);
  tools(ui, c);
  if (ui.node("remember")) {
    c.space(8);
    CardAround box(ui, c, 0, 4);
    switch_row(ui, box.in, "remember");
    box.close(c, 4);
  }
  c.space(24);
  erase(ui, c);
}

}  // namespace

void paint_book(Ui& ui, Rect area, Scroll& scroll) {
  const float margin = area.w < 360 ? 16.0f : area.w < 700 ? 20.0f : 32.0f;
  Column c = begin_scroll(ui, "book", scroll, area, margin);
  c.w = std::min(c.w, kWidestPage);
  const bool beside = two_columns(ui, c);
  if (!beside) c.w = std::min(c.w, 480.0f);
  c.space(4);
  paragraph(ui, c, "screen.title", Style::kTitle, ui.theme.ink);
  c.space(12);
  // The session stands at the left, what to do with it at the right.
  auto [left, right] = halves(c);
  Column& told = beside ? left : c;
  session_card(ui, told);
  told.space(12);
  sent_card(ui, told);
  do_with_it(ui, beside ? right : c, beside);
  if (beside) c.y = std::max(left.y, right.y);
  c.space(24);
  for (const std::string_view key : {"session.more", "book.privacy"})
    if (ui.node(key)) {
      text_button_in_lines(ui, c, key, Style::kBodyStrong, ui.theme.action);
      c.space(12);
    }
  paragraph(ui, c, "disclaimer", Style::kBody, ui.theme.ink_3);
  end_scroll(ui, c, 32, ground_of(ui));
}

}  // namespace advisor::ui
