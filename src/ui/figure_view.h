#pragma once

#include <array>

#include "body/figure.h"
#include "ui/ui.h"

namespace advisor::ui {

// What the renderer needs to draw the figure under the words; src/platform hands it on to src/body/gl.
struct FigureScene {
  body::View view = body::View::kFront;
  body::View turning_from = body::View::kFront;
  float turn = 1;    // 0 to 1 while it turns
  float breath = 0;  // 0 to 1 while the mark of `breathing` is being set
  int breathing = -1;
  body::Framing framing;
  std::array<float, body::kRegionCount> intensity{};  // 0 to 1
  int hovered = -1, focused = -1;
  Colour ground = 0;
  bool dark = false;
  int tone = 0;
};

// `paint` is called while the draw list is carried out, with the GL state of Dear ImGui (an ImDrawCallback).
using PaintFigure = void (*)(const FigureScene& scene, void* context);

enum class PointerKind : std::uint8_t { kMove, kDown, kUp, kCancel, kLeave };

// The figure on its stage: framing, touch, leaders, lens. A tap marks, and opens what is marked; a press that is dragged up or
// down sets the intensity, one that is dragged across paints; a long press marks the other side too; two fingers zoom and pan.
class FigureView {
 public:
  FigureView(PaintFigure renderer, void* context) : renderer_(renderer), context_(context) {}
  void set_figure(const body::Figure* figure) {
    figure_ = figure;
    framed_ = false;
  }
  const body::Figure* figure() const { return figure_; }
  FigureScene& scene() { return scene_; }
  const FigureScene& scene() const { return scene_; }

  // Every pointer of the page. True: it belongs to a gesture of two fingers, and Dear ImGui must not see it.
  bool pointer(PointerKind kind, bool touch, int id, float x, float y);
  // Ctrl and the wheel. True when the place is on the stage.
  bool zoom(float x, float y, float factor);
  // Whether a touch that starts here is the figure's (a muscle; anywhere once it is zoomed) and not the page's scroll.
  bool claims_touch(float x, float y) const;
  // Seconds until a press becomes a long one; negative when nothing is due.
  double due_seconds() const;

  // Whether less than the whole body is in sight.
  bool zoomed() const { return scene_.framing.zoom > 1.01f; }

  // Paints into `stage` and turns what was touched into actions. Side margins in px.
  void paint(Ui& ui, Rect stage, float margin);
  // Draws a scene of its own, without touch or captions.
  void draw(Ui& ui, const FigureScene& scene) { call_renderer(ui, lens_ = scene); }
  // The stage was not painted in this frame.
  void hide() { stage_ = {}; }

 private:
  enum class Touch : std::uint8_t { kNone, kPressed, kIntensity, kPaint, kPan, kLong, kSwipe };
  struct Finger { int id = -1; float x = 0, y = 0; };

  void follow_framing(Ui& ui, Rect stage);
  void go_to(const Ui& ui, const body::Framing& framing);
  void follow_touch(Ui& ui, Rect stage);
  void place_controls(Ui& ui, int group);
  void paint_sides(Ui& ui, Rect stage, float margin) const;
  void paint_leaders(Ui& ui, Rect stage, float margin) const;
  void paint_state(Ui& ui, Rect stage, float margin) const;
  void paint_lens(Ui& ui, Rect stage);
  void call_renderer(Ui& ui, FigureScene& scene);

  PaintFigure renderer_;
  void* context_;
  const body::Figure* figure_ = nullptr;
  FigureScene scene_, lens_;
  Rect stage_;
  bool framed_ = false;
  int framings_ = 0, zoom_steps_ = 0;  // done, of those that the session counts
  body::Framing from_, to_;
  float moving_ = 1;  // 0 to 1 between two framings
  Touch touch_ = Touch::kNone;
  bool finger_ = false;
  double pressed_at_ = 0;
  float press_x_ = 0, press_y_ = 0, last_x_ = 0, last_y_ = 0;
  int pressed_region_ = -1, pressed_intensity_ = 0;
  std::array<Finger, 2> fingers_;
  bool pinching_ = false;
};

}  // namespace advisor::ui
