#pragma once

#include "body/atlas/geometry.h"

namespace advisor::body {

// Where the figure stands on screen: `center_u` lies in the middle of `stage_px`, and one unit is
// scale_px() wide. In units x is 0 on the axis of the body and grows to the right of the screen.
struct Framing {
  Rect stage_px;
  float zoom = 1;  // 1 shows the whole body
  Point center_u;
  float fit_px_per_u = 0.33f;  // the scale at zoom 1

  float scale() const { return fit_px_per_u * zoom; }  // px per unit
  Point to_px(Point p_u) const {
    return {stage_px.x + stage_px.w * 0.5f + (p_u.x - center_u.x) * scale(),
            stage_px.y + stage_px.h * 0.5f + (p_u.y - center_u.y) * scale()};
  }
  Point to_u(Point p_px) const {
    return {center_u.x + (p_px.x - stage_px.x - stage_px.w * 0.5f) / scale(),
            center_u.y + (p_px.y - stage_px.y - stage_px.h * 0.5f) / scale()};
  }
};

inline constexpr float kMinZoom = 1, kMaxZoom = 5, kLegsZoom = 1.9f;

// The whole body inside the stage. `extent_u` is what the figure fills (Figure::extent_u).
Framing frame_body(Rect extent_u, Rect stage_px);

// Hips to feet: 1.9 times as large, the feet at the bottom of the stage.
Framing frame_legs(Rect extent_u, Rect stage_px);

// The same place of the body stays under `focus_px` while the scale changes by `factor`; the result
// obeys the bounds below.
Framing zoom_at(const Framing& framing, Rect extent_u, Point focus_px, float factor);

// Moves the body by a drag, within bounds.
Framing pan_by(const Framing& framing, Rect extent_u, Point delta_px);

// The bounds: zoom from 1 to 5; along each axis either all of the body is in sight and it stands
// centred, or no empty margin is wider than it would be at zoom 1.
Framing clamp_framing(Framing framing, Rect extent_u);

// The same view of the body in another stage, as when the window was resized.
Framing move_to_stage(const Framing& framing, Rect extent_u, Rect stage_px);

// A step of an animation, `t` from 0 to 1. The scale grows evenly to the eye, the ends are exact.
Framing between(const Framing& from, const Framing& to, float t);

}  // namespace advisor::body
