#include "ui/panel_touch.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace advisor::ui {
namespace {

constexpr float kDragStarts = 8;       // px before a press becomes a drag
constexpr double kRestSeconds = 0.08;  // a finger that has not moved for so long rests
constexpr float kPullCloses = 96;      // px by which a pulled sheet closes,
constexpr float kThrowCloses = 0.6f;   // or px per ms
constexpr float kNewest = 0.6f;        // the share of the newest move in the finger's speed

}  // namespace

void PanelTouch::press(float x, float y, Scroll* panel, bool pullable) {
  if (panel_) panel_->dragging = false;
  panel_ = panel;
  if (panel_) panel_->velocity_px_ms = 0;
  pullable_ = pullable;
  press_x_ = x;
  press_y_ = last_y_ = y;
  down_px_ms_ = 0;
}

bool PanelTouch::move(float x, float y, float seconds, double now_s) {
  const float dx = x - press_x_, dy = y - press_y_, step = y - std::exchange(last_y_, y);
  const bool begins = !drags() && (panel_ || pullable_) && std::fabs(dy) > kDragStarts &&
                      std::fabs(dy) > std::fabs(dx);
  if (begins) {
    pulling_ = pullable_ && dy > 0;
    if (panel_) panel_->dragging = !pulling_;
  }
  // A finger that rested before it left gives the panel no momentum.
  const float ms = std::max(seconds * 1000, 1.0f);
  down_px_ms_ =
      step == 0 && seconds > kRestSeconds ? 0 : kNewest * (step / ms) + (1 - kNewest) * down_px_ms_;
  if (pulling_)
    pull_px_ = std::max(0.0f, dy - kDragStarts);
  else if (panel_ && panel_->dragging)
    panel_->scroll_to(panel_->offset_px - step);
  if (step != 0) last_move_s_ = now_s;
  return begins;
}

bool PanelTouch::let_go(bool released, double now_s) {
  const bool thrown = released && now_s - last_move_s_ < kRestSeconds;
  // A panel counts as dragged in the frame of the release too, which uses nothing in it.
  if (panel_ && std::exchange(panel_->dragging, panel_->dragging && released) && thrown)
    panel_->velocity_px_ms = -down_px_ms_;
  return std::exchange(pulling_, false) &&
         (pull_px_ > kPullCloses || (thrown && down_px_ms_ > kThrowCloses));
}

void PanelTouch::spring_back(Motion& motion) {
  if (pulling_)
    motion.keep({"sheet", 'y'}, pull_px_);
  else
    pull_px_ = motion.shrink({"sheet", 'y'}, kPressSeconds);
}

}  // namespace advisor::ui
