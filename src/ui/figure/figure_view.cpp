#include "ui/figure/figure_view.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/kit/paint.h"

namespace advisor::ui {
namespace {

using Kind = app::Action::Kind;

constexpr float kZoomStep = 1.5f;
constexpr float kSmallPx = 44;  // the width of the widest disc inside of an area from which on a
                                // thumb hits it without help
constexpr float kTurnSeconds = 0.25f, kFrameSeconds = 0.25f;

bool inside(const Rect& r, float x, float y) {
  return x >= r.x && y >= r.y && x < r.x + r.w && y < r.y + r.h;
}
body::Rect to_body(Rect r) { return {r.x, r.y, r.w, r.h}; }
float ease(float t) { return t * t * (3 - 2 * t); }

}  // namespace

bool FigureView::pointer(PointerKind kind, bool touch, int id, float x, float y) {
  if (!touch || !figure_) return false;
  const auto known =
      std::find_if(fingers_.begin(), fingers_.end(), [&](const Finger& f) { return f.id == id; });
  if (kind == PointerKind::kDown && inside(stage_, x, y)) {
    const auto free =
        std::find_if(fingers_.begin(), fingers_.end(), [](const Finger& f) { return f.id < 0; });
    if (free != fingers_.end()) *free = {id, x, y};
    if (fingers_[0].id >= 0 && fingers_[1].id >= 0 && !pinching_) {
      pinching_ = true;
      touch_.cancel();
      framed_ = true;
      moving_ = 1;
    }
    return pinching_;
  }
  if (known == fingers_.end()) return false;
  const bool was_pinching = pinching_;
  if (kind == PointerKind::kMove) {
    if (!pinching_) {
      *known = {id, x, y};
      if (touch_.pressed()) touch_.feel({x, y});
      return false;
    }
    const Finger& other = fingers_[known == fingers_.begin() ? 1 : 0];
    if (other.id >= 0) {
      const float before = std::hypot(known->x - other.x, known->y - other.y),
                  after = std::hypot(x - other.x, y - other.y);
      const body::Point middle{(x + other.x) / 2, (y + other.y) / 2};
      scene_.framing = body::pan_by(scene_.framing, figure_->extent_u(),
                                    {(x - known->x) / 2, (y - known->y) / 2});
      if (before > 1)
        scene_.framing = body::zoom_at(scene_.framing, figure_->extent_u(), middle, after / before);
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

bool FigureView::claims_touch(float x, float y, float dx, float dy) const {
  if (!figure_ || !inside(stage_, x, y)) return false;
  // Two fingers zoom the figure and not the page; one finger that aims moves the lens; one that
  // goes aside turns the figure.
  return pinching_ || touch_.aiming() || std::fabs(dx) > std::fabs(dy);
}

double FigureView::due_seconds() const {
  return pinching_ ? -1 : touch_.due_seconds(ImGui::GetTime());
}

bool FigureView::dismiss_name() {
  if (scene_.hovered < 0 || touch_.finger() || unnamed_ == scene_.hovered) return false;
  unnamed_ = scene_.hovered;
  return true;
}

// Presets move smoothly; a stage of another size keeps the same part of the body in sight.
void FigureView::follow_framing(Ui& ui) {
  const Rect& stage = layout_.fit;
  const app::Shown& shown = ui.session.shown();
  const auto preset = [&] {
    return shown.legs ? body::fit_legs(*figure_, scene_.view, to_body(stage))
                      : body::fit_body(*figure_, scene_.view, to_body(stage));
  };
  if (!framed_) {
    scene_.framing = preset();
    framed_ = true;
    framings_ = shown.framings;
    zoom_steps_ = shown.zoom_steps;
  } else if (const body::Rect& had = scene_.framing.stage_px;
             had.x != stage.x || had.y != stage.y || had.w != stage.w || had.h != stage.h) {
    const bool at_rest = scene_.framing.zoom <= 1.001f || moving_ < 1;
    scene_.framing = at_rest
                         ? preset()
                         : body::move_to_stage(scene_.framing, figure_->extent_u(), to_body(stage));
    moving_ = 1;
  }
  if (std::exchange(framings_, shown.framings) != shown.framings) go_to(ui, preset());
  if (const int steps = shown.zoom_steps - std::exchange(zoom_steps_, shown.zoom_steps)) {
    // Zooming goes towards the region that has the focus, otherwise towards the middle.
    const body::Framing now = moving_ < 1 ? to_ : scene_.framing;
    body::Point focus{stage.x + stage.w / 2, stage.y + stage.h / 2};
    if (scene_.focused >= 0 &&
        body::region_bounds_px(*figure_, scene_.view, now, scene_.focused).w > 0)
      focus = body::region_anchor_px(*figure_, scene_.view, now, scene_.focused);
    go_to(ui, body::zoom_at(now, figure_->extent_u(), focus,
                            std::pow(kZoomStep, static_cast<float>(steps))));
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

body::TouchMap::Answer FigureView::answer_at(body::Point at) const {
  // What has faded out under the controls is not touched.
  if (zoomed() && at.y < layout_.controls_y + layout_.controls_h) return {};
  return body::touched(*figure_, scene_.view, scene_.framing, at);
}

// Sets a mark, or opens the one that is there. Beside another screen both lead back to the first
// one, which holds the mark.
void FigureView::tap(Ui& ui, body::Point at, int region) {
  const double now = ImGui::GetTime();
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

void FigureView::follow_touch(Ui& ui) {
  const ImGuiIO& io = ImGui::GetIO();
  ImGui::SetCursorScreenPos({stage_.x, stage_.y});
  ImGui::InvisibleButton("figure.stage", {stage_.w, stage_.h});
  const body::Point at{io.MousePos.x, io.MousePos.y};
  if (ImGui::IsItemActivated() && !pinching_) {
    const int region = answer_at(at).region;
    const bool small =
        region >= 0 &&
        2 * figure_->touch(scene_.view).radius_u(region) * scene_.framing.scale() < kSmallPx;
    touch_.press(at, ImGui::GetTime(), io.MouseSource == ImGuiMouseSource_TouchScreen,
                 small ? FigureTouch::kAimsSmall : FigureTouch::kAims);
    for (const Finger& finger : fingers_)
      if (finger.id >= 0) touch_.feel({finger.x, finger.y});
    dragged_from_ = at;
  }
  const bool taken =
      !ImGui::IsMousePosValid() || pinching_ || (ImGui::IsItemDeactivated() && io.MouseDown[0]);
  if (taken)
    touch_.cancel();  // the page, a panel or a second finger has taken the touch, so nothing was
                      // meant
  const bool pans = !touch_.finger() && zoomed();
  const auto turn = [&](FigureTouch::Meaning meaning) {
    if (meaning == FigureTouch::Meaning::kTurn && !pans)
      ui.actions.push_back({Kind::kTurn, -1, ui.session.shown().back_view ? 0 : 1});
  };
  if (touch_.down()) {
    if (ImGui::IsItemDeactivated()) {
      const FigureTouch::Meaning meaning = touch_.release(at);
      turn(meaning);
      if (meaning == FigureTouch::Meaning::kTap || meaning == FigureTouch::Meaning::kAimed)
        tap(ui, touch_.place(), answer_at(touch_.place()).region);
    } else {
      turn(touch_.move(at));
      touch_.wait(ImGui::GetTime());
      if (touch_.dragging() && pans)
        scene_.framing = body::pan_by(scene_.framing, figure_->extent_u(),
                                      {at.x - dragged_from_.x, at.y - dragged_from_.y});
      dragged_from_ = at;
    }
  }
  const bool hovers = ui.settings.can_hover && ImGui::IsItemHovered() && !touch_.dragging();
  scene_.hovered = touch_.pressed() || touch_.aiming() ? answer_at(touch_.place()).region
                   : hovers                            ? answer_at(at).region
                                                       : -1;
  if (unnamed_ != scene_.hovered) unnamed_ = -1;
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
  const auto wanted = ui.session.shown().back_view ? body::View::kBack : body::View::kFront;
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

void FigureView::paint(Ui& ui, const StageLayout& layout) {
  const int group = ui.tree.find("figure");
  if (group < 0) return;
  ui.tree.place(group, layout.area);
  layout_ = layout;
  stage_ = layout.area;
  follow_view(ui);
  if (figure_) {
    follow_framing(ui);
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
