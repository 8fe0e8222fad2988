#include <imgui.h>

#include <algorithm>
#include <array>
#include <span>

#include "ui/kit/widgets.h"
#include "ui/screens/screens.h"

namespace advisor::ui {
namespace {

constexpr float kRow = 44, kHalfRow = 48, kMinorRow = 50;
constexpr float kInset = 12;       // of a sign's box
constexpr float kPairsFrom = 330;  // the narrowest card in which two signs stand side by side
constexpr float kLow = 440;        // a screen that has room for one line at its foot
constexpr float kFade = 24;

float words_from(const Ui& ui) { return kInset + ui.sign(24) + 10; }

// A sign is measured in the weight that it has once touched, so that touching it moves nothing.
Extent sign_words(const Ui& ui, std::string_view key, float w) {
  return measure(ui.type, Style::kSignStrong, ui.node(key)->name, w);
}

float half_words(const Ui& ui, float card_w) { return card_w / 2 - words_from(ui) - 6; }

bool fits_half(const Ui& ui, std::string_view key, float card_w) {
  const float w = half_words(ui, card_w);
  const Extent words = sign_words(ui, key, w);
  return words.w <= w && words.h <= 2 * ui.type.line(Style::kSignStrong);
}

// A bit for each sign that begins a row of two. They are paired from the end, so that the sign that
// stands alone is the gravest.
std::uint64_t pairs(const Ui& ui, std::span<const std::string_view> keys, float card_w) {
  std::uint64_t begins = 0;
  if (card_w < ui.px(kPairsFrom)) return begins;
  for (std::size_t i = keys.size(); i-- > 1;) {
    if (!fits_half(ui, keys[i], card_w) || !fits_half(ui, keys[i - 1], card_w)) continue;
    begins |= std::uint64_t{1} << --i;
    if (i == 0) break;
  }
  return begins;
}

void sign(Ui& ui, std::string_view key, Rect box) {
  const int index = ui.tree.find(key);
  const app::Node& node = ui.tree.nodes()[static_cast<std::size_t>(index)];
  const Touched t = press(ui, index, box);
  wash(ui, {box.x + 1, box.y + 1, box.w - 2, box.h - 2}, 14, t);
  check_box(ui, node, box.x + kInset, box.y + box.h / 2, t);
  const float left = words_from(ui);
  const Style style = node.on == 1 ? Style::kSignStrong : Style::kSign;
  const float w = box.w - left - 6, h = measure(ui.type, style, node.name, w).h;
  write(ui.draw, ui.type, style, ui.theme.ink, box.x + left, box.y + (box.h - h) / 2, node.name, w);
}

// Paints a link in words, wrapped.
void said_link(Ui& ui, Column& c, std::string_view key) {
  const int index = ui.tree.find(key);
  if (index < 0) return;
  const std::string& name = ui.tree.nodes()[static_cast<std::size_t>(index)].name;
  const Extent words = measure(ui.type, Style::kBodyStrong, name, c.w);
  const Touched t = press(ui, index, {c.x, c.y, words.w, words.h});
  write(ui.draw, ui.type, Style::kBodyStrong, ui.theme.action, c.x, c.y, name, c.w);
  fill(ui,
       {c.x, c.y + words.h - 1, words.h > ui.type.line(Style::kBodyStrong) ? words.last_w : words.w,
        1.5f},
       0, ui.theme.action);
  if (t.focused) focus_ring(ui, {c.x - 2, c.y, words.w + 4, words.h}, 6, ui.theme.action);
  c.y += words.h;
}

// Paints the whole question, then what a yes asks next: sure or not, where, whether somebody
// agreed.
void follow_up(Ui& ui, Column& c, std::string_view key) {
  const std::string_view flag = key.substr(key.find('.') + 1);
  const Key answers("answer.", flag), call("call.", flag);
  const float inset = ui.node(answers) ? kInset : words_from(ui);
  Column in{c.x + inset, c.y + 2, c.w - inset - kInset};
  caption(ui, in, ui.node(key)->description, Style::kBody, ui.theme.ink);
  if (ui.node(answers)) {
    in.space(12);
    segmented(ui, in, Keys(ui, answers));
  }
  if (ui.node(call)) {
    in.space(14);
    said_link(ui, in, call);
  }
  for (const std::string_view prefix : {"where.", "cleared."}) {
    const Key group(prefix, flag);
    if (!ui.node(group)) continue;
    in.space(12);
    paragraph(ui, in, Key(group, ".ask"), Style::kBody, ui.theme.ink);
    in.space(8);
    chips(ui, in, Keys(ui, group));
  }
  for (const std::string_view prefix : {"context.", "note."}) {
    const Key text(prefix, flag);
    if (!ui.node(text)) continue;
    in.space(10);
    paragraph(ui, in, text, Style::kBody, ui.theme.ink_2);
  }
  c.y = in.y + 14;
}

// Paints one row of one sign or of two, and under it what its signs have opened, across the card.
void row(Ui& ui, CardAround& card, std::span<const std::string_view> keys, float least_h) {
  Column& in = card.in;
  const float cell_w = in.w / static_cast<float>(keys.size());
  float h = ui.px(least_h);
  for (const std::string_view key : keys) {
    const Extent words = sign_words(ui, key, cell_w - words_from(ui) - 6);
    h = std::max(
        h, words.h + ui.px(least_h > kRow || words.h <= ui.type.line(Style::kSign) ? 10.0f : 6.0f));
  }
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const Rect cell{in.x + cell_w * static_cast<float>(i), in.y, cell_w, h};
    const float on =
        ui.motion.follow({keys[i], 'c'}, ui.node(keys[i])->on == 1 ? 1.0f : 0.0f, kChoiceSeconds);
    if (on > 0) card.ground(cell, with_alpha(ui.theme.tint, on));
    sign(ui, keys[i], cell);
    if (i > 0) fill(ui, {cell.x, cell.y, 1 / ui.settings.density, h}, 0, ui.theme.line);
  }
  in.y += h;
  for (const std::string_view key : keys) {
    const float top = in.y;
    Opening below(ui, in, key, 'o', ui.node(key)->on == 1);
    if (ui.node(key)->on == 1) follow_up(ui, below.in, key);
    below.close(in);
    card.ground({in.x, top, in.w, in.y - top}, ui.theme.tint);
  }
}

void rows(Ui& ui, CardAround& card, std::span<const std::string_view> keys, float half_h) {
  const std::uint64_t begins = pairs(ui, keys, card.in.w);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const bool two = (begins >> i & 1) != 0;
    if (i > 0) hairline(ui, card.in.x, card.in.y, card.in.w, ui.theme.line);
    row(ui, card, keys.subspan(i, two ? 2 : 1), two ? half_h : kRow);
    i += two;
  }
}

// Paints a card under its head; the first card of a column has no head, or no space over it.
void part(Ui& ui, Column& c, std::string_view group, float half_h = kHalfRow) {
  const Keys keys(ui, group);
  if (keys.size() == 0) return;
  if (const Key head(group, ".title"); ui.node(head)) {
    c.space(8);
    paragraph(ui, c, head, Style::kNoteStrong, ui.theme.ink_2);
    c.space(4);
  }
  CardAround card(ui, c, 0, 0);
  rows(ui, card, keys, half_h);
  card.close(c, 0);
}

void places(Ui& ui, Column& c) {
  for (const app::Node& node : ui.tree.nodes())
    if (node.parent == "safety.near" && node.role == app::Role::kGroup) part(ui, c, node.key);
}

void minor(Ui& ui, Column& c) {
  const int index = ui.tree.find("minor");
  if (index < 0) return;
  const app::Node& node = ui.tree.nodes()[static_cast<std::size_t>(index)];
  c.space(8);
  CardAround card(ui, c, 0, 0);
  Column& in = card.in;
  const bool open = node.expanded == 1;
  const float words_w = in.w - 2 * kInset - ui.sign(32),
              words_h = measure(ui.type, Style::kSignStrong, node.name, words_w).h;
  const Rect head{in.x, in.y, in.w, std::max(ui.px(kRow), words_h + ui.px(14))};
  const Touched t = press(ui, index, head);
  wash(ui, {head.x + 1, head.y + 1, head.w - 2, head.h - 2}, 14, t);
  write(ui.draw, ui.type, open || node.answered ? Style::kSignStrong : Style::kSign, ui.theme.ink,
        head.x + kInset, head.y + (head.h - words_h) / 2, node.name, words_w);
  icon(ui, open ? Icon::kUp : Icon::kDown, head.x + head.w - kInset - ui.sign(10),
       head.y + head.h / 2, ui.theme.action, 22);
  if (t.focused)
    focus_ring(ui, {head.x + 4, head.y + 4, head.w - 8, head.h - 8}, 12, ui.theme.action);
  in.y += head.h;
  Opening below(ui, in, "minor", 'o', open);
  if (open) {
    // The rows grow inside the card, so that what they open lies on the card's ground.
    in.y = below.in.y;
    for (const std::string_view key : Keys(ui, "safety.minor")) {
      hairline(ui, in.x, in.y, in.w, ui.theme.line);
      row(ui, card, {&key, 1}, kMinorRow);
    }
    below.in.y = in.y;
  }
  below.close(in);
  card.close(c, 0);
}

constexpr float kBeforeNumber = 5;

float step_width(const Ui& ui) {
  const app::Node& step = *ui.node("continue");
  return width(ui.type, Style::kLead, step.name) + ui.px(64) +
         (step.action.kind == app::Action::Kind::kSeeRest ? ui.sign(28) : 0);
}

// Paints the foot: what an empty box means, the number for an emergency, and the main step, one
// under the other or in one row.
struct Foot {
  float h;
  bool one_row, one_line;
};

Foot foot_of(const Ui& ui, float w, bool low) {
  const app::Node *rest = ui.node("safety.rest"), *urgent = ui.node("safety.emergency"),
                  *call = ui.node("call.911");
  if (!rest || !urgent || !call) return {};
  const float words = width(ui.type, Style::kBody, rest->name);
  const float number = width(ui.type, Style::kBody, urgent->name) + kBeforeNumber +
                       width(ui.type, Style::kBodyStrong, call->name);
  const bool one_row = low && words + number + step_width(ui) + 64 <= w,
             one_line = one_row || words + kBeforeNumber + number <= w;
  return {one_row ? ui.px(72) : ui.px(78) + ui.type.line(Style::kBody) * (one_line ? 1.0f : 2.0f),
          one_row, one_line};
}

void foot(Ui& ui, const Foot& f, float x, float y, float w) {
  const app::Node *urgent = ui.node("safety.emergency"), *call = ui.node("call.911");
  if (!urgent || !call) return;
  const float line = ui.type.line(Style::kBody),
              emergency_w = width(ui.type, Style::kBody, urgent->name),
              call_w = width(ui.type, Style::kBodyStrong, call->name);
  const float button_w = f.one_row ? step_width(ui) : std::min(w, 480.0f);
  const float words_w = f.one_row ? w - button_w - 32 : w;
  float cy = f.one_row ? y + (f.h - line) / 2 : y + 4;
  Column rest{x, cy, words_w};
  paragraph(ui, rest, "safety.rest", Style::kBody, ui.theme.ink_2);
  if (!f.one_line) cy = rest.y;
  Column said{f.one_line ? x + words_w - call_w - emergency_w - kBeforeNumber : x, cy,
              emergency_w + 1};
  paragraph(ui, said, "safety.emergency", Style::kBody, ui.theme.ink_2);
  const Rect box = f.one_row
                       ? Rect{x + w - button_w, y + (f.h - ui.px(44)) / 2, button_w, ui.px(44)}
                       : Rect{x, said.y + 6, button_w, ui.px(52)};
  button(ui, "continue", box, ButtonKind::kPrimary);
  // The link is painted after the button, into which its larger target would otherwise reach.
  text_button(ui, "call.911", said.x + emergency_w + kBeforeNumber, cy, Style::kBodyStrong,
              ui.theme.action, true);
  const app::Node& step = *ui.node("continue");
  if (step.action.kind == app::Action::Kind::kSeeRest)
    icon(ui, Icon::kDown,
         box.x + box.w / 2 + width(ui.type, Style::kLead, step.name) / 2 + ui.sign(18),
         box.y + box.h / 2, ui.theme.on_action, 22);
}

// Finds whether any sign lies below, and the first one that does.
void look_below(Ui& ui, const Column& c) {
  const Rect& view = ui.scroll->view;
  const float end = view.y + view.h;
  ui.below = c.y > end + 1;
  ui.first_below = {};
  for (std::size_t i = 0; i < ui.tree.nodes().size() && ui.first_below.empty(); ++i) {
    const app::Node& node = ui.tree.nodes()[i];
    const Rect& box = ui.tree.box(static_cast<int>(i));
    if (node.key.starts_with("flag.") && box.w > 0 &&
        box.y + std::max(box.h, ui.px(kRow)) > end + 1)
      ui.first_below = node.key;
  }
}

}  // namespace

void paint_safety(Ui& ui, Rect area, Scroll& scroll) {
  const float margin = area.w < 360 ? 16.0f : area.w < 700 ? 20.0f : 32.0f, raised = 6;
  const bool small = area.w < 360;
  const float page_w = std::min(area.w - 2 * margin, kWidestPage - 16);
  const Foot f = foot_of(ui, page_w, area.h < kLow);
  const bool flows =
      f.h > 0.45f * area.h;  // there is no room for both, so the foot comes at the end
  const Rect view{area.x, area.y - raised, area.w, area.h + raised - (flows ? 0 : f.h)};
  Column c = begin_scroll(ui, "safety", scroll, view, margin);
  c.w = page_w;
  const bool beside = two_columns(ui, c);
  if (!beside) c.w = std::min(c.w, 640.0f);
  paragraph(ui, c, "screen.title", small ? Style::kLead : Style::kTitle, ui.theme.ink);
  c.space(8);
  auto [left, right] = halves(c);
  part(ui, beside ? left : c, "safety.now");
  if (!beside) places(ui, c);
  part(ui, beside && ui.node("safety.near") ? left : beside ? right : c, "safety.health", kRow);
  if (beside) places(ui, right);
  minor(ui, beside ? right : c);
  if (beside) c.y = std::max(left.y, right.y);
  look_below(ui, c);
  if (flows) {
    ui.below = false;
    foot(ui, f, c.x, c.y + 8, c.w);
    c.y += f.h;
  }
  if (scroll.offset_px > 0) {
    const Colour ground = ground_of(ui);
    ui.draw->AddRectFilledMultiColor({view.x, view.y}, {view.x + view.w, view.y + kFade}, ground,
                                     ground, ground & 0x00ffffffu, ground & 0x00ffffffu);
  }
  end_scroll(ui, c, 4, ground_of(ui));
  if (!flows) foot(ui, f, area.x + margin, area.y + area.h - f.h, page_w);
}

}  // namespace advisor::ui
