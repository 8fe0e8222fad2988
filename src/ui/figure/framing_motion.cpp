#include "ui/figure/framing_motion.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace advisor::ui {
namespace {

constexpr float kZoomStep = 1.5f;
constexpr float kMoveSeconds = 0.25f;

body::Framing preset(const app::Shown& shown, const body::Figure& figure, body::View view,
                     const body::Rect& stage) {
  return shown.legs ? body::fit_legs(figure, view, stage) : body::fit_body(figure, view, stage);
}

}  // namespace

void FramingMotion::follow(Ui& ui, const body::Figure& figure, FigureScene& scene, Rect area) {
  const body::Rect stage{area.x, area.y, area.w, area.h}, had = scene.framing.stage_px;
  const app::Shown& shown = ui.session.shown();
  if (!std::exchange(begun_, true)) {
    scene.framing = preset(shown, figure, scene.view, stage);
    presets_ = shown.framings;
    zoom_steps_ = shown.zoom_steps;
  } else if (had.x != stage.x || had.y != stage.y || had.w != stage.w || had.h != stage.h) {
    const bool is_preset = scene.framing.zoom <= 1.001f || moves();
    scene.framing = is_preset ? preset(shown, figure, scene.view, stage)
                              : body::move_to_stage(scene.framing, figure.extent_u(), stage);
    stop();
  }
  if (std::exchange(presets_, shown.framings) != shown.framings)
    go_to(ui, scene, preset(shown, figure, scene.view, stage));
  if (const int steps = shown.zoom_steps - std::exchange(zoom_steps_, shown.zoom_steps))
    zoom_by(ui, figure, scene, area, steps);
  if (!moves()) return;
  done_ = std::min(1.0f, done_ + ImGui::GetIO().DeltaTime / kMoveSeconds);
  scene.framing = body::between(from_, to_, ease_in_out(done_));
  ui.animating = true;
}

// Zooming goes towards the region that has the focus, otherwise towards the middle.
void FramingMotion::zoom_by(const Ui& ui, const body::Figure& figure, FigureScene& scene,
                            Rect stage, int steps) {
  const body::Framing now = moves() ? to_ : scene.framing;
  const int region = scene.focused;
  body::Point towards{stage.x + stage.w / 2, stage.y + stage.h / 2};
  if (region >= 0 && body::region_bounds_px(figure, scene.view, now, region).w > 0)
    towards = body::region_anchor_px(figure, scene.view, now, region);
  go_to(ui, scene,
        body::zoom_at(now, figure.extent_u(), towards,
                      std::pow(kZoomStep, static_cast<float>(steps))));
}

void FramingMotion::go_to(const Ui& ui, FigureScene& scene, const body::Framing& framing) {
  from_ = scene.framing;
  to_ = framing;
  done_ = ui.settings.reduced_motion ? 1.0f : 0.0f;
  if (!moves()) scene.framing = to_;
}

}  // namespace advisor::ui
