#include "ui/figure/stage.h"

#include <imgui.h>

#include <algorithm>
#include <array>

namespace advisor::ui {
namespace {

constexpr std::array<std::string_view, 2> kViews{"view.front", "view.back"};
constexpr float kZoomButton = 44, kZoomGap = 4;

float frame_width(const Ui& ui) {
  const app::Node* node = ui.node("frame");
  return node ? width(ui.type, Style::kBody, node->name) + 32 + ui.sign(24) : 0;
}

// The controls stand on both sides of the head, where the body leaves room in every view (the soles
// stand beside the feet).
void paint_view_controls(Ui& ui, const StageLayout& stage) {
  const float h = std::max(44.0f, ui.px(44)), right = stage.area.x + stage.area.w - stage.margin;
  Column left{stage.area.x + stage.margin, stage.controls_y, stage.area.w - 2 * stage.margin};
  segmented(ui, left, kViews, segmented_width(ui, kViews));
  const int index = ui.tree.find("frame");
  if (index < 0) return;
  const app::Node& node = ui.tree.nodes()[static_cast<std::size_t>(index)];
  const float w = frame_width(ui);
  const Rect box{right - w, stage.controls_y + (stage.two_rows ? h + 8 : 0), w, h};
  const Touched t = press(ui, index, box);
  fill(ui, box, h / 2, mix(ui.theme.surface, ui.theme.tint, std::max(t.hover, t.press)));
  stroke(ui, box, h / 2, 1, ui.theme.edge);
  icon(ui, node.action.value == 1 ? Icon::kLegs : Icon::kWholeBody, box.x + 12 + ui.sign(12),
       box.y + h / 2, ui.theme.ink);
  write_line(ui.draw, ui.type, Style::kBody, ui.theme.ink, box.x + 18 + ui.sign(24),
             box.y + (h - ui.type.line(Style::kBody)) / 2, node.name);
  if (t.focused) focus_ring(ui, box, h / 2, ui.theme.action);
}

void paint_zoom(Ui& ui, const StageLayout& stage) {
  const Rect zoom = zoom_corner(ui, stage);
  if (zoom.w <= 0) return;
  const bool stacked = zoom.h > zoom.w;
  float x = zoom.x + zoom.w - kZoomButton / 2, cy = zoom.y + zoom.h - kZoomButton / 2;
  for (const auto& [key, which] : {std::pair{"zoom.out", Icon::kMinus}, {"zoom.in", Icon::kPlus}}) {
    fill(ui, {x - 20, cy - 20, 40, 40}, 20, ui.theme.surface);
    stroke(ui, {x - 20, cy - 20, 40, 40}, 20, 1, ui.theme.line);
    icon_button(ui, key, which, x, cy, ui.theme.ink);
    (stacked ? cy : x) -= kZoomButton + kZoomGap;
  }
}

}  // namespace

float view_controls_width(const Ui& ui) {
  return segmented_width(ui, kViews) + 12 + frame_width(ui);
}
float widest_view_control(const Ui& ui) {
  return std::max(segmented_width(ui, kViews), frame_width(ui));
}

// A person with a mouse has these buttons, and so has whoever is closer and wants to go back.
Rect zoom_corner(const Ui& ui, const StageLayout& stage) {
  if (!ui.session.shown().zoomed) return {};
  constexpr float kLong = 2 * kZoomButton + kZoomGap;
  const float top = stage.sides_y + ui.type.line(Style::kNote),
              bottom = stage.area.y + stage.area.h - 8;
  // A stage that large text has left too low for the buttons still has the keys, the wheel and the
  // framing beside it.
  if (bottom - top < kZoomButton) return {};
  const bool stacked = bottom - top > kLong + 2 * ui.type.line(Style::kNote);
  const float w = stacked ? kZoomButton : kLong, h = stacked ? kLong : kZoomButton;
  return {stage.area.x + stage.area.w - stage.margin - w, bottom - h, w, h};
}

// The controls lie on top and are asked first, so a touch on both is theirs.
void paint_stage(Ui& ui, const StageLayout& stage, FigureView& f) {
  ui.splitter.Split(ui.draw, 2);
  ui.splitter.SetCurrentChannel(ui.draw, 1);
  paint_view_controls(ui, stage);
  paint_zoom(ui, stage);
  ui.splitter.SetCurrentChannel(ui.draw, 0);
  f.paint(ui, stage);
  ui.splitter.Merge(ui.draw);
}

}  // namespace advisor::ui
