#include "ui/kit/scroll.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace advisor::ui {
namespace {

constexpr float kDecayPerMs = 0.998f;     // the share of its speed that a panel keeps
constexpr float kSlowestPxPerMs = 0.02f;  // below this a panel stands

}  // namespace

Rect in_sight(Rect box, Rect view) {
  const float x = std::max(box.x, view.x), y = std::clamp(box.y, view.y, view.y + view.h);
  return {x, y, std::max(0.0f, std::min(box.x + box.w, view.x + view.w) - x),
          std::max(0.0f, std::min(box.y + box.h, view.y + view.h) - y)};
}

bool Scroll::scroll_to(float px) {
  const float to = std::clamp(px, 0.0f, last_offset_px());
  return std::exchange(offset_px, to) != to;
}

bool Scroll::coast(float ms) {
  if (velocity_px_ms == 0) return false;
  const float to = offset_px + velocity_px_ms * ms;
  velocity_px_ms *= std::pow(kDecayPerMs, ms);
  scroll_to(to);
  const bool at_end = to <= 0 || to >= last_offset_px();
  if (at_end || std::fabs(velocity_px_ms) < kSlowestPxPerMs) velocity_px_ms = 0;
  return velocity_px_ms != 0;
}

}  // namespace advisor::ui
