#include "ui/figure_view.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace advisor::ui {
namespace {

using Kind = app::Action::Kind;

constexpr float kDragStarts = 10;       // px
constexpr float kSwipe = 48;            // px aside, outside the muscles, that turn the figure
constexpr float kZoomStep = 1.5f;
constexpr float kPxPerStep = 14;        // of a drag that sets the intensity
constexpr double kLongPress = 0.5;      // s
constexpr float kTurnSeconds = 0.25f, kFrameSeconds = 0.25f;
constexpr float kBreathsPerSecond = 0.4f;
constexpr float kTwoPi = 6.2831853f;

bool inside(const Rect& r, float x, float y) { return x >= r.x && y >= r.y && x < r.x + r.w && y < r.y + r.h; }
body::Rect to_body(Rect r) { return {r.x, r.y, r.w, r.h}; }
float ease(float t) { return t * t * (3 - 2 * t); }

}  // namespace

bool FigureView::pointer(PointerKind kind, bool touch, int id, float x, float y) {
  if (!touch || !figure_) return false;
  const auto known = std::find_if(fingers_.begin(), fingers_.end(), [&](const Finger& f) { return f.id == id; });
  if (kind == PointerKind::kDown && inside(stage_, x, y)) {
    const auto free = std::find_if(fingers_.begin(), fingers_.end(), [](const Finger& f) { return f.id < 0; });
    if (free != fingers_.end()) *free = {id, x, y};
    if (fingers_[0].id >= 0 && fingers_[1].id >= 0 && !pinching_) {
      pinching_ = true;
      touch_ = Touch::kNone;
      framed_ = true;
      moving_ = 1;
    }
    return pinching_;
  }
  if (known == fingers_.end()) return false;
  const bool was_pinching = pinching_;
  if (kind == PointerKind::kMove) {
    if (!pinching_) return *known = {id, x, y}, false;
    const Finger& other = fingers_[known == fingers_.begin() ? 1 : 0];
    if (other.id >= 0) {
      const float before = std::hypot(known->x - other.x, known->y - other.y), after = std::hypot(x - other.x, y - other.y);
      const body::Point middle{(x + other.x) / 2, (y + other.y) / 2};
      scene_.framing = body::pan_by(scene_.framing, figure_->extent_u(), {(x - known->x) / 2, (y - known->y) / 2});
      if (before > 1) scene_.framing = body::zoom_at(scene_.framing, figure_->extent_u(), middle, after / before);
    }
    *known = {id, x, y};
    return true;
  }
  *known = {};
  if (fingers_[0].id < 0 && fingers_[1].id < 0) pinching_ = false;
  return was_pinching;
}

bool FigureView::zoom(float x, float y, float factor) {
  if (!figure_ || !inside(stage_, x, y)) return false;
  moving_ = 1;
  scene_.framing = body::zoom_at(scene_.framing, figure_->extent_u(), {x, y}, factor);
  return true;
}

bool FigureView::claims_touch(float x, float y) const {
  if (!figure_ || !inside(stage_, x, y)) return false;
  return zoomed() || body::hit(*figure_, scene_.view, scene_.framing, {x, y}) >= 0;
}

double FigureView::due_seconds() const {
  return touch_ == Touch::kPressed && pressed_region_ >= 0 ? std::max(0.0, pressed_at_ + kLongPress - ImGui::GetTime()) : -1;
}

// Presets move smoothly; a stage of another size keeps the same part of the body in sight.
void FigureView::follow_framing(Ui& ui, Rect stage) {
  const app::Shown& shown = ui.session.shown();
  const auto preset = [&] { return shown.legs ? body::fit_legs(*figure_, scene_.view, to_body(stage)) : body::fit_body(*figure_, scene_.view, to_body(stage)); };
  if (!framed_) {
    scene_.framing = preset();
    framed_ = true;
    framings_ = shown.framings;
    zoom_steps_ = shown.zoom_steps;
  } else if (stage != stage_) {
    const bool at_rest = scene_.framing.zoom <= 1.001f || moving_ < 1;
    scene_.framing = at_rest ? preset() : body::move_to_stage(scene_.framing, figure_->extent_u(), to_body(stage));
    moving_ = 1;
  }
  if (std::exchange(framings_, shown.framings) != shown.framings) go_to(ui, preset());
  if (const int steps = shown.zoom_steps - std::exchange(zoom_steps_, shown.zoom_steps)) {
    // Towards the region that has the focus, otherwise the middle.
    const body::Framing now = moving_ < 1 ? to_ : scene_.framing;
    body::Point focus{stage.x + stage.w / 2, stage.y + stage.h / 2};
    if (scene_.focused >= 0 && body::region_bounds_px(*figure_, scene_.view, now, scene_.focused).w > 0)
      focus = body::region_anchor_px(*figure_, scene_.view, now, scene_.focused);
    go_to(ui, body::zoom_at(now, figure_->extent_u(), focus, std::pow(kZoomStep, static_cast<float>(steps))));
  }
  if (moving_ < 1) {
    moving_ = std::min(1.0f, moving_ + ImGui::GetIO().DeltaTime / kFrameSeconds);
    scene_.framing = body::between(from_, to_, ease(moving_));
    ui.animating = true;
  }
}

void FigureView::go_to(const Ui& ui, const body::Framing& framing) {
  from_ = scene_.framing;
  to_ = framing;
  moving_ = ui.settings.reduced_motion ? 1.0f : 0.0f;
  if (moving_ >= 1) scene_.framing = to_;
}

void FigureView::follow_touch(Ui& ui, Rect stage) {
  const ImGuiIO& io = ImGui::GetIO();
  ImGui::SetCursorScreenPos({stage.x, stage.y});
  ImGui::InvisibleButton("figure.stage", {stage.w, stage.h});
  const bool active = ImGui::IsItemActive() && !pinching_;
  const float x = io.MousePos.x, y = io.MousePos.y;
  const int region = (active || ImGui::IsItemHovered()) ? body::hit(*figure_, scene_.view, scene_.framing, {x, y}) : -1;
  scene_.hovered = ui.settings.can_hover || active ? region : -1;
  const auto mark_of = [&](int r) { return ui.session.mark_of(r); };

  if (ImGui::IsItemActivated()) {
    touch_ = Touch::kPressed;
    finger_ = io.MouseSource == ImGuiMouseSource_TouchScreen;
    pressed_at_ = ImGui::GetTime();
    press_x_ = last_x_ = x;
    press_y_ = last_y_ = y;
    pressed_region_ = region;
    const Mark* mark = region >= 0 ? mark_of(region) : nullptr;
    pressed_intensity_ = mark ? mark->intensity : 5;
  }
  if (!ImGui::IsMousePosValid()) touch_ = Touch::kNone;  // a touch that the page took away: nothing was meant
  if (active && touch_ == Touch::kPressed) {
    const float dx = x - press_x_, dy = y - press_y_;
    if (std::hypot(dx, dy) > kDragStarts) {
      const bool aside = std::fabs(dx) > std::fabs(dy);
      touch_ = pressed_region_ < 0 ? (zoomed() ? Touch::kPan : aside ? Touch::kSwipe : Touch::kNone)
                                   : (std::fabs(dy) >= std::fabs(dx) ? Touch::kIntensity : Touch::kPaint);
      if (pressed_region_ >= 0 && !mark_of(pressed_region_)) ui.actions.push_back({Kind::kToggleMark, pressed_region_});
    } else if (pressed_region_ >= 0 && ImGui::GetTime() >= pressed_at_ + kLongPress) {
      touch_ = Touch::kLong;
      if (!mark_of(pressed_region_)) ui.actions.push_back({Kind::kToggleMark, pressed_region_});
      ui.actions.push_back({Kind::kMirrorMark, pressed_region_});
    }
  }
  if (active && touch_ == Touch::kIntensity && mark_of(pressed_region_)) {
    const int value = std::clamp(pressed_intensity_ - static_cast<int>(std::lround((y - press_y_) / kPxPerStep)), 1, 10);
    if (value != mark_of(pressed_region_)->intensity) ui.actions.push_back({Kind::kSetIntensity, pressed_region_, value});
  }
  if (active && touch_ == Touch::kPaint && region >= 0 && !mark_of(region)) {
    ui.actions.push_back({Kind::kToggleMark, region});
    ui.actions.push_back({Kind::kSetIntensity, region, pressed_intensity_});
  }
  if (active && touch_ == Touch::kSwipe && std::fabs(x - press_x_) > kSwipe) {
    ui.actions.push_back({Kind::kTurn, -1, ui.session.shown().back_view ? 0 : 1});
    touch_ = Touch::kNone;
  }
  if (active && touch_ == Touch::kPan) scene_.framing = body::pan_by(scene_.framing, figure_->extent_u(), {x - last_x_, y - last_y_});
  last_x_ = x;
  last_y_ = y;
  if (ImGui::IsItemDeactivated()) {
    if (touch_ == Touch::kPressed && pressed_region_ >= 0 && !pinching_)
      ui.actions.push_back({mark_of(pressed_region_) ? Kind::kOpenMark : Kind::kToggleMark, pressed_region_});
    touch_ = Touch::kNone;
  }
  const bool setting = touch_ == Touch::kIntensity || touch_ == Touch::kLong;
  scene_.breath = 0;
  scene_.breathing = setting ? pressed_region_ : -1;
  if (setting) scene_.hovered = pressed_region_;
  if (setting && !ui.settings.reduced_motion) {
    scene_.breath = 0.5f - 0.5f * std::cos(kTwoPi * kBreathsPerSecond * static_cast<float>(ImGui::GetTime() - pressed_at_));
    ui.animating = true;
  }
}

void FigureView::call_renderer(Ui& ui, FigureScene& scene) {
  struct Call { PaintFigure renderer; void* context; const FigureScene* scene; } call{renderer_, context_, &scene};
  ui.draw->AddCallback(
      [](const ImDrawList*, const ImDrawCmd* cmd) {
        const auto* c = static_cast<const Call*>(cmd->UserCallbackData);
        if (c->renderer) c->renderer(*c->scene, c->context);
      },
      &call, sizeof call);
  ui.draw->AddCallback(ImDrawCallback_ResetRenderState, nullptr);
}

void FigureView::place_controls(Ui& ui, int group) {
  const std::size_t known = ui.session.library().knowledge.regions.size();
  int node = group;
  for (int i = 0; i < body::kRegionCount && static_cast<std::size_t>(i) < known; ++i) {
    const body::Rect b = body::region_bounds_px(*figure_, scene_.view, scene_.framing, i);
    while (ui.tree.nodes()[static_cast<std::size_t>(++node)].role == app::Role::kHeading) {}
    if (b.w <= 0) continue;
    const Rect on_stage = in_sight({b.x, b.y, b.w, b.h}, stage_);
    ui.tree.place(node, ui.scroll ? in_sight(on_stage, ui.scroll->view) : on_stage);
  }
}

void FigureView::paint(Ui& ui, Rect stage, float margin) {
  const int group = ui.tree.find("figure");
  if (group < 0) return;
  ui.tree.place(group, stage);
  // Until a view is made the other one stays.
  const auto wanted = ui.session.shown().back_view ? body::View::kBack : body::View::kFront;
  const auto view = !figure_ || figure_->ready(wanted) || !figure_->ready(scene_.view) ? wanted : scene_.view;
  if (view != scene_.view) {
    scene_.turning_from = scene_.view;
    scene_.view = view;
    scene_.turn = ui.settings.reduced_motion ? 1.0f : 0.0f;
  }
  if (scene_.turn < 1) {
    scene_.turn = std::min(1.0f, scene_.turn + ImGui::GetIO().DeltaTime / kTurnSeconds);
    ui.animating = true;
  }
  if (figure_) {
    follow_framing(ui, stage);
    stage_ = stage;
    follow_touch(ui, stage);
    call_renderer(ui, scene_);
    place_controls(ui, group);
    paint_leaders(ui, stage, margin);
  }
  if (view == wanted) paint_sides(ui, stage, margin);
  paint_state(ui, stage, margin);
  if (figure_) paint_lens(ui, stage);
}

}  // namespace advisor::ui
