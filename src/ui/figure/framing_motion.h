#pragma once

#include "ui/figure/figure_scene.h"

namespace advisor::ui {

// How the body comes to stand on its stage: the presets and the steps of zoom that the session asks
// for move it smoothly; on a stage of another size the same part of the body stays in sight.
class FramingMotion {
 public:
  // Tells that another figure is on the stage, which begins with the preset.
  void restart() { begun_ = false; }
  // Tells that somebody moves the body by hand: it stands where they leave it.
  void stop() { done_ = 1; }
  bool moves() const { return done_ < 1; }
  // Brings the scene's framing to where it is in this frame.
  void follow(Ui& ui, const body::Figure& figure, FigureScene& scene, Rect stage);

 private:
  void go_to(const Ui& ui, FigureScene& scene, const body::Framing& framing);
  void zoom_by(const Ui& ui, const body::Figure& figure, FigureScene& scene, Rect stage, int steps);

  bool begun_ = false;
  int presets_ = 0, zoom_steps_ = 0;  // done, of those that the session counts
  body::Framing from_, to_;
  float done_ = 1;  // 0 to 1 between the two
};

}  // namespace advisor::ui
