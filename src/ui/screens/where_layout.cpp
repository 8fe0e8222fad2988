#include "ui/screens/where_layout.h"

#include <algorithm>
#include <cmath>

#include "ui/figure/stage.h"
#include "ui/screens/where_parts.h"

namespace advisor::ui {
namespace {

constexpr float kHead =
    0.052f;  // half of the head's width and some air, as a share of the body's height

float row_height(const Ui& ui) { return std::max(44.0f, ui.px(44)); }

// The longest name has its room from the start, because any area may be marked.
float longest_name(const Ui& ui, float w) {
  float h = ui.type.line(Style::kBodyStrong);
  for (const app::Node& node : ui.tree.nodes())
    if (node.parent == "figure" && node.role == app::Role::kToggle)
      h = std::max(h, measure(ui.type, Style::kBodyStrong, node.name, w).h);
  return h;
}

float words_height(const Ui& ui, Style style, std::string_view key, float w) {
  return measure(ui.type, style, ui.session.library().words.ui(key), w).h;
}

float main_button_height(const Ui& ui, std::string_view key, float w) {
  return std::max(ui.px(52), words_height(ui, Style::kLead, key, w - 28) + ui.px(12));
}

// The strength under a badge keeps inside of the margin.
float badge_axis(const Ui& ui, float margin, float at_100_percent) {
  return std::max(at_100_percent, margin + width(ui.type, Style::kNoteStrong, "10/10") / 2);
}

// The head stands between the controls where they leave it room; otherwise the body begins below
// them.
void place_body(const Ui& ui, StageLayout& stage, float bottom) {
  const float inner = stage.area.w - 2 * stage.margin;
  stage.two_rows = view_controls_width(ui) > inner;
  stage.controls_h = stage.two_rows ? 2 * row_height(ui) + 8 : row_height(ui);
  const bool between =
      !stage.two_rows && inner / 2 - widest_view_control(ui) >= kHead * (bottom - stage.controls_y);
  const float top = between ? stage.controls_y + 2 : stage.controls_y + stage.controls_h + 4;
  stage.fit = {stage.area.x, top, stage.area.w, std::max(40.0f, bottom - top)};
  stage.sides_y = stage.controls_y + stage.controls_h + 8;
}

// The buttons for the other side and for removing stand beside each other.
float action_words_width(const Ui& ui) {
  const Words& words = ui.session.library().words;
  return ui.sign(30) + width(ui.type, Style::kBodyStrong, words.ui("ui.where.both_sides")) + 32 +
         width(ui.type, Style::kBodyStrong, words.ui("ui.where.remove"));
}

float title_height(const Ui& ui, bool low, float w) {
  return words_height(ui, low ? Style::kLead : Style::kTitle, "ui.where.title", w);
}

// Lays the foot out at the right of the figure, at the bottom of its column.
void lay_out_beside(const Ui& ui, WhereLayout& l, float w, float h) {
  const float left = std::floor(0.488f * w), margin = 20;
  l.beside = true;
  l.stage.area = {0, 0, left, h};
  l.stage.margin = margin;
  l.stage.controls_y = 14;
  l.stage.badge_x = badge_axis(ui, 8, 48);
  place_body(ui, l.stage, h - 12);
  l.bar = {left, 0, w - left, std::max(56.0f, ui.px(48))};
  l.foot_parts = foot_layout(ui, w - left - 2 * margin, false);
  l.foot = {left, h - l.foot_parts.height(), w - left, l.foot_parts.height()};
  l.title = {left + margin, l.bar.h + 6, w - left - 2 * margin,
             title_height(ui, false, w - left - 2 * margin)};
  const float least = l.title.y + l.title.h + 8;
  if (l.foot.y < least) l.foot = {left, least, w - left, h - least};
}

void lay_out_column(const Ui& ui, WhereLayout& l, float w, float h) {
  const bool low = arrangement(w, h, ui.type.scale).low_foot;
  const float margin = w < 360 ? 16 : 20;
  l.low_title = low;
  l.bar = {0, 0, w, std::max(low ? 44.0f : 56.0f, ui.px(low ? 40 : 56))};
  l.title = {margin, l.bar.h + (low ? 2 : 0), w - 2 * margin,
             title_height(ui, low, w - 2 * margin)};
  l.foot_parts = foot_layout(ui, w - 2 * margin, low);
  l.stage.margin = margin;
  l.stage.badge_x = badge_axis(ui, 8, 34);
  l.stage.controls_y = l.title.y + l.title.h + (low ? 6 : 12);
  const float top = l.title.y + l.title.h;
  const auto place = [&](float foot_h) {
    l.foot = {0, h - foot_h, w, foot_h};
    l.stage.area = {0, top, w, l.foot.y - top};
    place_body(ui, l.stage, l.foot.y - (low ? 6 : 16));
  };
  place(l.foot_parts.height());
  if (l.stage.fit.h >= kLeastStage) return;
  // What lies above the button scrolls, as long as two rows of it are seen.
  const float least = l.foot_parts.top + 2 * row_height(ui) +
                      std::max(l.foot_parts.next_h, l.foot_parts.none_h) + l.foot_parts.bottom;
  place(std::max(least, l.foot.h - (kLeastStage - l.stage.fit.h)));
  l.scrolls = l.stage.fit.h < kLeastStage;
}

}  // namespace

float FootLayout::height() const {
  return std::max(top + marked_h + next_h, empty_h + none_h) + bottom;
}

FootLayout foot_layout(const Ui& ui, float w, bool low) {
  FootLayout f;
  f.low = low;
  f.top = low ? 6 : 8;
  f.bottom = low ? 12 : 24;
  f.name_h = std::max(44.0f, longest_name(ui, w - 40 - count_width(ui, low)) + 4);
  f.slider_h = intensity_height(ui);
  f.stacked = !low && action_words_width(ui) > w;
  f.actions_h = low ? 6 : row_height(ui) * (f.stacked ? 2 : 1);
  f.next_h = low ? row_height(ui) : main_button_height(ui, "ui.common.continue", w);
  f.none_h = main_button_height(ui, "ui.where.none", w) + (low ? 4 : 0);
  if (!low) f.next_h = f.none_h = std::max(f.next_h, f.none_h);
  f.marked_h = f.name_h + f.slider_h + (low ? 4 : 6) + f.actions_h + (low ? 0 : 8);
  const std::string_view hint =
      ui.session.shown().can_hover ? "ui.where.hint_mouse" : "ui.where.hint";
  f.empty_h =
      low ? 20 + words_height(ui, Style::kBody, hint, w - kChooserWidth - 12) + 8
          : 20 + words_height(ui, Style::kLeadRegular, hint, w) + 16 + chooser_height(ui, w) + 16;
  return f;
}

Arrangement arrangement(float w, float h, float text_scale) {
  constexpr float kLargeText = 1.5f;  // from here on a low window scrolls as one column
  Arrangement a;
  a.two_panels = w >= kTwoPanelsFrom * text_scale && h >= kLowFrom;
  a.beside = !a.two_panels && w >= kTwoColumnsFrom && h < kLowFrom && text_scale < kLargeText;
  a.low_foot = !a.two_panels && !a.beside && h < kLowFootBelow;
  return a;
}

WhereLayout where_layout(const Ui& ui, float w, float h) {
  WhereLayout l;
  if (arrangement(w, h, ui.type.scale).beside)
    lay_out_beside(ui, l, w, h);
  else
    lay_out_column(ui, l, w, h);
  return l;
}

float figure_panel_width(float w) { return std::clamp(w * 0.4375f, 380.0f, 560.0f); }

StageLayout panel_stage(const Ui& ui, Rect panel) {
  StageLayout stage;
  stage.area = panel;
  stage.margin = 32;
  stage.controls_y = panel.y + 24;
  stage.badge_x = badge_axis(ui, 8, panel.w >= 500 ? 66 : 48);
  place_body(ui, stage, panel.y + panel.h - 40);
  if (stage.fit.y == stage.controls_y + 2) stage.fit.y += 14, stage.fit.h -= 14;
  return stage;
}

}  // namespace advisor::ui
