#include "ui/figure/figure_view.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/kit/paint.h"

namespace advisor::ui {
namespace {

using Kind = app::Action::Kind;

// A thumb hits an area without help where the widest disc inside of it is this wide.
constexpr float kSmallPx = 44;
constexpr float kTurnSeconds = 0.25f;

}  // namespace

bool FigureView::pointer(PointerKind kind, bool touch, int id, float x, float y) {
  if (!touch || !figure_) return false;
  if (kind == PointerKind::kDown && inside(stage_, x, y)) {
    if (fingers_.down(id, {x, y})) {
      touch_.cancel();
      framing_.stop();
    }
    return fingers_.active();
  }
  if (!fingers_.knows(id)) return false;
  const bool both = fingers_.active();
  if (kind != PointerKind::kMove) {
    fingers_.up(id);
  } else if (const auto change = fingers_.move(id, {x, y})) {
    const body::Rect extent = figure_->extent_u();
    scene_.framing = body::zoom_at(body::pan_by(scene_.framing, extent, change->by), extent,
                                   change->around, change->factor);
  } else if (touch_.pressed()) {
    touch_.feel({x, y});
  }
  return both;
}

bool FigureView::zoom(float x, float y, float factor) {
  if (!figure_ || !inside(stage_, x, y)) return false;
  framing_.stop();
  scene_.framing = body::zoom_at(scene_.framing, figure_->extent_u(), {x, y}, factor);
  return true;
}

bool FigureView::claims_touch(float x, float y, float dx, float dy) const {
  if (!figure_ || !inside(stage_, x, y)) return false;
  // Two fingers zoom the figure and not the page; one finger that aims moves the lens; one that
  // goes aside turns the figure.
  return fingers_.active() || touch_.aiming() || std::fabs(dx) > std::fabs(dy);
}

double FigureView::due_seconds() const {
  return fingers_.active() ? -1 : touch_.due_seconds(ImGui::GetTime());
}

bool FigureView::dismiss_name() {
  if (scene_.hovered < 0 || touch_.finger() || unnamed_ == scene_.hovered) return false;
  unnamed_ = scene_.hovered;
  return true;
}

body::TouchMap::Answer FigureView::answer_at(body::Point at) const {
  // What has faded out under the controls is not touched.
  if (zoomed() && at.y < layout_.controls_y + layout_.controls_h) return {};
  return body::touched(*figure_, scene_.view, scene_.framing, at);
}

void FigureView::follow_touch(Ui& ui) {
  const ImGuiIO& io = ImGui::GetIO();
  ImGui::SetCursorScreenPos({stage_.x, stage_.y});
  ImGui::InvisibleButton("figure.stage", {stage_.w, stage_.h});
  const body::Point at{io.MousePos.x, io.MousePos.y};
  const bool ends = ImGui::IsItemDeactivated();
  if (ImGui::IsItemActivated() && !fingers_.active()) begin_press(at);
  // Where the page, a panel or a second finger has taken the touch, nothing was meant.
  if (!ImGui::IsMousePosValid() || fingers_.active() || (ends && io.MouseDown[0])) touch_.cancel();
  if (touch_.down()) ends ? end_press(ui, at) : move_press(ui, at);
  scene_.hovered = pointed_at(ui, at);
  if (unnamed_ != scene_.hovered) unnamed_ = -1;
}

void FigureView::begin_press(body::Point at) {
  const int region = answer_at(at).region;
  const bool small =
      region >= 0 &&
      2 * figure_->touch(scene_.view).radius_u(region) * scene_.framing.scale() < kSmallPx;
  touch_.press(at, ImGui::GetTime(), ImGui::GetIO().MouseSource == ImGuiMouseSource_TouchScreen,
               small ? FigureTouch::kAimsSmall : FigureTouch::kAims);
  for (const TwoFingers::Finger& finger : fingers_.fingers())
    if (finger.id >= 0) touch_.feel(finger.at);
  dragged_from_ = at;
}

void FigureView::move_press(Ui& ui, body::Point at) {
  if (touch_.move(at) == FigureTouch::Meaning::kTurn) turn(ui);
  touch_.wait(ImGui::GetTime());
  if (touch_.dragging() && pans())
    scene_.framing = body::pan_by(scene_.framing, figure_->extent_u(),
                                  {at.x - dragged_from_.x, at.y - dragged_from_.y});
  dragged_from_ = at;
}

void FigureView::end_press(Ui& ui, body::Point at) {
  switch (touch_.release(at)) {
    case FigureTouch::Meaning::kTurn:
      turn(ui);
      break;
    case FigureTouch::Meaning::kTap:
    case FigureTouch::Meaning::kAimed:
      tap(ui, touch_.place());
      break;
    case FigureTouch::Meaning::kNothing:
      break;
  }
}

void FigureView::turn(Ui& ui) const {
  if (!pans()) ui.actions.push_back({Kind::kTurn, -1, ui.session.shown().back_view ? 0 : 1});
}

// Sets a mark, or opens the one that is there. Beside another screen both lead back to the first
// one, which holds the mark.
void FigureView::tap(Ui& ui, body::Point at) {
  const double now = ImGui::GetTime();
  int region = answer_at(at).region;
  if (const int again = last_touch_.repeated(at, now);
      again >= 0 && ui.session.told().mark_of(again))
    region = again;
  if (region < 0) return;
  last_touch_.set(region, at, now);
  if (ui.session.screen() != app::Screen::kWhere)
    ui.actions.push_back({Kind::kGoTo, -1, static_cast<int>(app::Screen::kWhere)});
  ui.actions.push_back(
      {ui.session.told().mark_of(region) ? Kind::kOpenMark : Kind::kToggleMark, region});
}

// Gives the region that a finger presses, or that a mouse is over.
int FigureView::pointed_at(const Ui& ui, body::Point at) const {
  if (touch_.pressed() || touch_.aiming()) return answer_at(touch_.place()).region;
  const bool hovers = ui.settings.can_hover && ImGui::IsItemHovered() && !touch_.dragging();
  return hovers ? answer_at(at).region : -1;
}

void FigureView::call_renderer(Ui& ui, FigureScene& scene) {
  struct Call {
    PaintFigure renderer;
    void* context;
    const FigureScene* scene;
  } call{renderer_, context_, &scene};
  ui.draw->AddCallback(
      [](const ImDrawList*, const ImDrawCmd* cmd) {
        const auto* c = static_cast<const Call*>(cmd->UserCallbackData);
        if (c->renderer) c->renderer(*c->scene, c->context);
      },
      &call, sizeof call);
  ui.draw->AddCallback(ImDrawCallback_ResetRenderState, nullptr);
}

// Says whether a click there means the region; clicks fall on whole pixels.
bool FigureView::answers(int region, body::Point at) const {
  for (const float dx : {-1.0f, 0.0f, 1.0f})
    for (const float dy : {-1.0f, 0.0f, 1.0f})
      if (body::hit(*figure_, scene_.view, scene_.framing, {at.x + dx, at.y + dy}) != region)
        return false;
  return true;
}

// The box of a control is what the figure shows of its area. Where the middle of that box is
// another area, the box is the part around the area's own middle, because whoever clicks there by
// voice or by a switch means this one.
void FigureView::place_controls(Ui& ui, int group) {
  const std::size_t known = ui.session.library().knowledge.regions.size();
  int node = group;
  for (int i = 0; i < body::kRegionCount && static_cast<std::size_t>(i) < known; ++i) {
    body::Rect b = body::region_bounds_px(*figure_, scene_.view, scene_.framing, i);
    while (ui.tree.nodes()[static_cast<std::size_t>(++node)].role == app::Role::kHeading) {
    }
    if (b.w <= 0) continue;
    if (!answers(i, {b.x + b.w / 2, b.y + b.h / 2})) {
      const body::Point middle = body::region_anchor_px(*figure_, scene_.view, scene_.framing, i);
      const float half_w = std::min(middle.x - b.x, b.x + b.w - middle.x),
                  half_h = std::min(middle.y - b.y, b.y + b.h - middle.y);
      b = {middle.x - half_w, middle.y - half_h, 2 * half_w, 2 * half_h};
    }
    const Rect on_stage = in_sight({b.x, b.y, b.w, b.h}, stage_);
    ui.tree.place(node, ui.scroll ? in_sight(on_stage, ui.scroll->view) : on_stage);
  }
}

// The other view stays until this one is made.
void FigureView::follow_view(Ui& ui) {
  const body::View wanted = shown_view(ui.session);
  const auto view =
      !figure_ || figure_->ready(wanted) || !figure_->ready(scene_.view) ? wanted : scene_.view;
  if (view != scene_.view) {
    scene_.turning_from = scene_.view;
    scene_.view = view;
    scene_.turn = ui.settings.reduced_motion ? 1.0f : 0.0f;
  }
  if (scene_.turn >= 1) return;
  scene_.turn = std::min(1.0f, scene_.turn + ImGui::GetIO().DeltaTime / kTurnSeconds);
  ui.animating = true;
}

void FigureView::follow_session(Ui& ui, int focused) {
  scene_.dark = ui.theme.dark;
  scene_.tone = ui.session.shown().tone;
  scene_.ground = ui.theme.paper;
  scene_.focused = focused;
  // The glow of a mark comes and goes slowly, but follows the finger that sets its intensity.
  const ImGuiIO& io = ImGui::GetIO();
  const bool cut = !std::exchange(lit_, true) || ui.settings.reduced_motion || io.MouseDown[0];
  const float step = cut ? 1 : io.DeltaTime / kOpenSeconds;
  for (int region = 0; region < body::kRegionCount; ++region) {
    const Mark* mark = ui.session.told().mark_of(region);
    const float wanted = mark ? static_cast<float>(mark->intensity) / 10 : 0;
    float& glow = scene_.intensity[static_cast<std::size_t>(region)];
    glow = std::clamp(wanted, glow - step, glow + step);
    ui.animating |= glow != wanted;
  }
}

void FigureView::paint(Ui& ui, const StageLayout& layout) {
  const int group = ui.tree.find("figure");
  if (group < 0) return;
  ui.tree.place(group, layout.area);
  layout_ = layout;
  stage_ = layout.area;
  follow_view(ui);
  if (figure_) {
    framing_.follow(ui, *figure_, scene_, layout.fit);
    touch_badges(ui);
    follow_touch(ui);
    scene_.clip = ui.scroll ? in_sight(stage_, ui.scroll->view) : stage_;
    call_renderer(ui, scene_);
    place_controls(ui, group);
  }
  // A body that is closer runs out softly under its controls.
  if (zoomed()) {
    const float solid = layout.controls_y + layout.controls_h / 2,
                soft = layout.controls_h / 2 + 28,
                much = std::min(1.0f, (scene_.framing.zoom - 1) / 0.3f);
    fill(ui, {stage_.x, stage_.y, stage_.w, solid - stage_.y}, 0, with_alpha(ui.theme.paper, much));
    fade_out(ui, {stage_.x, solid, stage_.w, soft}, with_alpha(ui.theme.paper, much));
  }
  if (figure_) paint_badges(ui);
  const bool back = scene_.view == body::View::kBack;
  if (back == ui.session.shown().back_view) paint_sides(ui);
  paint_state(ui);
  if (!figure_) return;
  paint_ring(ui);
  paint_name(ui);
  paint_lens(ui);
}

}  // namespace advisor::ui
