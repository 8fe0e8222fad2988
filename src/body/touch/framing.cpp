#include "body/touch/framing.h"

#include <algorithm>
#include <cmath>

namespace advisor::body {
namespace {

constexpr float kMarginU = 14;  // kept free around the body

// One axis of the bounds: where the centre may be when `visible` units of [low, high] are in sight.
float clamp_centre(float centre, float low, float high, float visible) {
  if (visible >= high - low) return (low + high) * 0.5f;
  return std::clamp(centre, low + visible * 0.5f, high - visible * 0.5f);
}

Rect with_margin(Rect r) {
  return {r.x - kMarginU, r.y - kMarginU, r.w + 2 * kMarginU, r.h + 2 * kMarginU};
}

}  // namespace

Framing frame_body(Rect extent_u, Rect stage_px) {
  const Rect all = with_margin(extent_u);
  Framing f;
  f.stage_px = stage_px;
  f.fit_px_per_u = std::max(std::min(stage_px.w / all.w, stage_px.h / all.h), 1e-3f);
  f.center_u = {all.x + all.w * 0.5f, all.y + all.h * 0.5f};
  return f;
}

Framing frame_legs(Rect extent_u, Rect stage_px) {
  Framing f = frame_body(extent_u, stage_px);
  f.zoom = kLegsZoom;
  f.center_u.y = 1e6f;  // as low as the bounds let it
  return clamp_framing(f, extent_u);
}

Framing zoom_at(const Framing& framing, Rect extent_u, Point focus_px, float factor) {
  const Point fixed_u = framing.to_u(focus_px);
  Framing f = framing;
  f.zoom = std::clamp(framing.zoom * factor, kMinZoom, kMaxZoom);
  const Point moved_u = f.to_u(focus_px);
  f.center_u.x += fixed_u.x - moved_u.x;
  f.center_u.y += fixed_u.y - moved_u.y;
  return clamp_framing(f, extent_u);
}

Framing pan_by(const Framing& framing, Rect extent_u, Point delta_px) {
  Framing f = framing;
  f.center_u.x -= delta_px.x / f.scale();
  f.center_u.y -= delta_px.y / f.scale();
  return clamp_framing(f, extent_u);
}

Framing clamp_framing(Framing framing, Rect extent_u) {
  const Rect all = with_margin(extent_u);
  framing.zoom = std::clamp(framing.zoom, kMinZoom, kMaxZoom);
  const float visible_w = framing.stage_px.w / framing.scale(),
              visible_h = framing.stage_px.h / framing.scale();
  framing.center_u.x = clamp_centre(framing.center_u.x, all.x, all.x + all.w, visible_w);
  framing.center_u.y = clamp_centre(framing.center_u.y, all.y, all.y + all.h, visible_h);
  return framing;
}

Framing move_to_stage(const Framing& framing, Rect extent_u, Rect stage_px) {
  Framing f = frame_body(extent_u, stage_px);
  f.zoom = framing.zoom;
  f.center_u = framing.center_u;
  return clamp_framing(f, extent_u);
}

Framing between(const Framing& from, const Framing& to, float t) {
  if (t <= 0) return from;
  if (t >= 1) return to;
  Framing f = to;
  const float start = from.scale(), end = to.scale();
  const float scale = start * std::pow(end / start, t);
  f.zoom = scale / f.fit_px_per_u;
  // The centre moves as the visible width does, so that no place on screen turns back on its way.
  const float way =
      std::abs(end - start) < 1e-6f * start ? t : (1 / start - 1 / scale) / (1 / start - 1 / end);
  f.center_u = {from.center_u.x + way * (to.center_u.x - from.center_u.x),
                from.center_u.y + way * (to.center_u.y - from.center_u.y)};
  return f;
}

}  // namespace advisor::body
