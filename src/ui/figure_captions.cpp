#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "ui/figure_view.h"
#include "ui/widgets.h"

// What stands around the figure: the runner's own sides, a number for each mark, and a lens under the finger.
namespace advisor::ui {
namespace {

constexpr float kLens = 104, kLensZoom = 2.2f, kLensAbove = 56;

}  // namespace

void FigureView::paint_sides(Ui& ui, Rect stage, float margin) const {
  const float y = stage.y + controls_height(ui, stage.w, margin) + 12, w = std::min(ui.px(stage.w < 360 ? 48 : 96), 0.28f * stage.w);
  if (y + 2 * ui.type.line(Style::kNote) > stage.y + stage.h) return;  // no room on a small phone with large text
  for (const bool left : {true, false}) {
    const int index = ui.tree.find(left ? "side.screen_left" : "side.screen_right");
    if (index < 0) continue;
    const float x = left ? stage.x + margin : stage.x + stage.w - margin - w;
    const std::string_view name = ui.tree.nodes()[static_cast<std::size_t>(index)].name;
    if (zoomed()) {  // the body may run under it
      const Extent words = measure(ui.type, Style::kNote, name, w);
      fill(ui, {(left ? x : x + w - words.w) - 8, y - 3, words.w + 16, words.h + 6}, 12, with_alpha(ui.theme.paper, 0.9f));
    }
    const float h = write(ui.draw, ui.type, Style::kNote, ui.theme.ink_2, x, y, name, w,
                          left ? Align::kLeft : Align::kRight);
    ui.tree.place(index, {x, y, w, h});
  }
}

// What became of a figure that was chosen and is not shown.
void FigureView::paint_state(Ui& ui, Rect stage, float margin) const {
  const int index = ui.tree.find("figure.state");
  if (index < 0 || !ui.tree.nodes()[static_cast<std::size_t>(index)].parent.empty()) return;  // none, or the menu says it
  const std::string_view words = ui.tree.nodes()[static_cast<std::size_t>(index)].name;
  const Extent text = measure(ui.type, Style::kBody, words, std::min(stage.w - 2 * margin - 32, 420.0f));
  const Rect box{stage.x + (stage.w - text.w) / 2 - 16, stage.y + stage.h - text.h - 28, text.w + 32, text.h + 20};
  card(ui, box);
  write(ui.draw, ui.type, Style::kBody, ui.theme.ink, box.x + 16, box.y + 10, words, text.w + 1, Align::kCentre);
  ui.tree.place(index, box);
}

// Thin leader lines carry each mark to a number in the margin, clear of the finger.
void FigureView::paint_leaders(Ui& ui, Rect stage, float margin) const {
  struct Leader { body::Point from; float y; int intensity; bool left; };
  const float badge = std::max(28.0f, ui.px(20));
  std::array<Leader, 64> leaders;
  std::size_t n = 0;
  for (const Mark& mark : ui.session.intake().marks) {
    const int region = mark.region.value;
    if (n == leaders.size() || body::region_bounds_px(*figure_, scene_.view, scene_.framing, region).w <= 0) continue;
    const body::Point at = body::region_anchor_px(*figure_, scene_.view, scene_.framing, region);
    if (at.x < stage.x || at.x > stage.x + stage.w || at.y < stage.y || at.y > stage.y + stage.h) continue;
    // Under the two captions and above the stage's foot.
    const float highest = stage.y + std::max(120.0f, controls_height(ui, stage.w, margin) + 12 + 2 * ui.type.line(Style::kNote) + badge / 2);
    leaders[n++] = {at, std::max(at.y + 24, highest), mark.intensity, at.x < stage.x + stage.w / 2};
  }
  for (std::size_t i = 1; i < n; ++i)  // a handful, by height
    for (std::size_t k = i; k > 0 && leaders[k].y < leaders[k - 1].y; --k) std::swap(leaders[k], leaders[k - 1]);
  for (const bool left : {true, false}) {
    float next = -1e9f, most = stage.y + stage.h - badge - (left ? 0 : zoom_corner(ui, stage, margin).h);
    for (std::size_t i = 0; i < n; ++i)
      if (leaders[i].left == left) next = (leaders[i].y = std::max(leaders[i].y, next)) + badge + 8;
    for (std::size_t i = n; i-- > 0;)
      if (leaders[i].left == left) most = (leaders[i].y = std::min(leaders[i].y, most)) - badge - 8;
    for (std::size_t i = 0; i < n; ++i) {
      const Leader& l = leaders[i];
      if (l.left != left) continue;
      const float edge = left ? stage.x + margin + badge / 2 : stage.x + stage.w - margin - badge / 2;
      const float bend = l.from.x + (edge - l.from.x) * 0.25f;
      const ImVec2 line[] = {{l.from.x, l.from.y}, {bend, l.y}, {edge, l.y}};
      ui.draw->AddPolyline(line, 3, ui.theme.ink_2, 0, 1);
      ui.draw->AddCircleFilled({l.from.x, l.from.y}, 5, ui.theme.coral);
      ui.draw->AddCircleFilled({l.from.x, l.from.y}, 3, ui.theme.surface);
      ui.draw->AddCircleFilled({edge, l.y}, badge / 2, ui.theme.surface);
      ui.draw->AddCircle({edge, l.y}, badge / 2 - 0.75f, ui.theme.coral, 0, 1.5f);
      const std::string number = std::to_string(l.intensity);
      write(ui.draw, ui.type, Style::kBodyStrong, ui.theme.coral_text, edge - 20, l.y - ui.type.line(Style::kBodyStrong) / 2, number, 40, Align::kCentre);
    }
  }
}

// A finger hides what it touches: a round glass above it shows the place larger, and its name says which area it is.
void FigureView::paint_lens(Ui& ui, Rect stage) {
  if (!finger_ || touch_ == Touch::kNone || touch_ == Touch::kPan || touch_ == Touch::kSwipe || pinching_) return;
  const int region = touch_ == Touch::kIntensity || touch_ == Touch::kLong ? pressed_region_ : scene_.hovered;
  if (region < 0) return;
  const std::string_view name = ui.node("region." + ui.session.library().knowledge.regions[static_cast<std::size_t>(region)].id)->name;
  const float name_w = width(ui.type, Style::kBodyStrong, name), line = ui.type.line(Style::kBodyStrong);
  const float w = std::max(kLens + 16, name_w + 28), h = kLens + 16 + line + 6;
  const float x = std::clamp(last_x_ - w / 2, stage.x + 8, stage.x + stage.w - w - 8);
  float y = last_y_ - kLensAbove - h;
  if (y < stage.y) y = std::min(last_y_ + kLensAbove, stage.y + stage.h - h);
  card(ui, {x, y, w, h});
  const Rect glass{x + (w - kLens) / 2, y + 8, kLens, kLens};
  lens_ = scene_;
  lens_.ground = ui.theme.surface;
  lens_.hovered = region;
  lens_.framing.stage_px = {glass.x, glass.y, glass.w, glass.h};
  // While the intensity is set the finger wanders; the glass stays on the muscle.
  const bool wanders = touch_ == Touch::kIntensity || touch_ == Touch::kLong;
  const body::Point at = wanders ? body::region_anchor_px(*figure_, scene_.view, scene_.framing, region) : body::Point{last_x_, last_y_};
  lens_.framing.center_u = scene_.framing.to_u(at);
  lens_.framing.fit_px_per_u = scene_.framing.fit_px_per_u * kLensZoom;
  call_renderer(ui, lens_);
  // The corners outside the circle, one fan each.
  const ImVec2 centre{glass.x + kLens / 2, glass.y + kLens / 2};
  for (int corner = 0; corner < 4; ++corner) {
    const float sx = corner == 0 || corner == 3 ? -1.0f : 1.0f, sy = corner < 2 ? -1.0f : 1.0f;
    ui.draw->PathLineTo({centre.x + sx * (kLens / 2 + 1), centre.y + sy * (kLens / 2 + 1)});
    for (int i = 0; i <= 12; ++i) {
      const float a = 1.5707963f * static_cast<float>(sx * sy > 0 ? 12 - i : i) / 12;  // one way round in every corner
      ui.draw->PathLineTo({centre.x + sx * kLens / 2 * std::cos(a), centre.y + sy * kLens / 2 * std::sin(a)});
    }
    ui.draw->PathFillConcave(ui.theme.surface);
  }
  ui.draw->AddCircle(centre, kLens / 2, ui.theme.line, 0, 1.5f);
  write(ui.draw, ui.type, Style::kBodyStrong, ui.theme.ink, x, y + kLens + 10, name, w, Align::kCentre);
}

}  // namespace advisor::ui
