#pragma once

#include <array>

#include "ui/figure/badge_slots.h"
#include "ui/figure/figure_scene.h"
#include "ui/figure/figure_touch.h"
#include "ui/figure/framing_motion.h"
#include "ui/figure/stage_layout.h"
#include "ui/figure/two_fingers.h"
#include "vocabulary/ui.h"

namespace advisor::ui {

// `paint` is called while the draw list is carried out, with the GL state of Dear ImGui (an
// ImDrawCallback).
using PaintFigure = void (*)(const FigureScene& scene, void* context);

// The figure on its stage: framing, touch, badges, lens. A tap marks, and opens what is marked
// (figure_touch.h); a drag aside turns; one up or down is left to the page; a long press aims; two
// fingers, or a mouse that is closer, pan and zoom.
class FigureView {
 public:
  FigureView(PaintFigure renderer, void* context) : renderer_(renderer), context_(context) {}
  void set_figure(const body::Figure* figure) {
    figure_ = figure;
    framing_.restart();
  }
  const body::Figure* figure() const { return figure_; }
  const FigureScene& scene() const { return scene_; }

  // Takes every pointer of the page. Returns true when it belongs to a gesture of two fingers,
  // which Dear ImGui must not see.
  bool pointer(PointerKind kind, bool touch, int id, float x, float y);
  // Takes Ctrl and the wheel. Returns true when the place is on the stage.
  bool zoom(float x, float y, float factor);
  // Says whether a touch that starts here and moves that way (0: not yet) is the figure's rather
  // than the page's.
  bool claims_touch(float x, float y, float dx, float dy) const;
  // Gives the seconds until a press becomes a long one; negative when nothing is due.
  double due_seconds() const;
  // Hides the name beside the mouse until the mouse is elsewhere; returns true when there was one.
  bool dismiss_name();

  // Says whether less than the whole body is in sight.
  bool zoomed() const { return scene_.framing.zoom > 1.01f; }

  // Takes over what is told and how it is painted, in each frame and also where the stage is not
  // painted; `focused` is the region that the keyboard is on, or -1.
  void follow_session(Ui& ui, int focused);
  // Paints onto its stage and turns what was touched into actions.
  void paint(Ui& ui, const StageLayout& stage);
  // Draws a scene of its own, without touch or captions.
  void draw(Ui& ui, const FigureScene& scene) { call_renderer(ui, lens_ = scene); }
  // Tells that the stage was not painted in this frame.
  void hide() { stage_ = {}; }

 private:
  void follow_view(Ui& ui);
  void follow_touch(Ui& ui);
  void begin_press(body::Point at);
  void move_press(Ui& ui, body::Point at);
  void end_press(Ui& ui, body::Point at);
  void turn(Ui& ui) const;
  void tap(Ui& ui, body::Point at);
  int pointed_at(const Ui& ui, body::Point at) const;
  // Says whether a drag moves the body over its stage rather than turning it.
  bool pans() const { return !touch_.finger() && zoomed(); }
  body::TouchMap::Answer answer_at(body::Point at) const;
  bool answers(int region, body::Point at) const;
  void place_controls(Ui& ui, int group);
  void paint_sides(Ui& ui) const;
  std::span<const BadgeSlots::Badge> badges_of(const Ui& ui, body::View view);
  void touch_badges(Ui& ui);
  void paint_badges(Ui& ui);
  void paint_badges_of(Ui& ui, body::View view, float opacity, float squeeze);
  void paint_state(Ui& ui) const;
  void paint_ring(Ui& ui) const;
  void paint_name(Ui& ui) const;
  void paint_lens(Ui& ui);
  BadgeSlots::Field badge_field(const Ui& ui) const;
  void call_renderer(Ui& ui, FigureScene& scene);

  PaintFigure renderer_;
  void* context_;
  const body::Figure* figure_ = nullptr;
  FigureScene scene_, lens_;
  StageLayout layout_;
  Rect stage_;  // the same as layout_.area while it is painted, otherwise empty
  FramingMotion framing_;
  FigureTouch touch_;
  LastTouch last_touch_;
  body::Point dragged_from_;          // where the mouse was when the body was panned last
  int unnamed_ = -1;                  // the region whose name was dismissed
  std::array<BadgeSlots, 2> badges_;  // by view
  TwoFingers fingers_;
  bool lit_ = false;  // the glows of the marks have been taken over once
};

}  // namespace advisor::ui
