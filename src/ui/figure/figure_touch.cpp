#include "ui/figure/figure_touch.h"

namespace advisor::ui {

void FigureTouch::press(body::Point at, double now_s, bool finger, double aims_after_s) {
  phase_ = Phase::kPressed;
  rests_ = true;
  strayed_ = false;
  finger_ = finger;
  pressed_ = last_ = at;
  aims_at_ = now_s + aims_after_s;
}

FigureTouch::Meaning FigureTouch::move(body::Point at) {
  last_ = at;
  const float dx = at.x - pressed_.x, dy = at.y - pressed_.y;
  feel(at);
  strayed_ = strayed_ || std::hypot(dx, dy) > (finger_ ? kFingerSlip : kMouseSlip);
  if (pressed() && strayed_) {
    phase_ = Phase::kDragged;
    aside_ = std::fabs(dx) > std::fabs(dy);
  }
  if (!dragging() || !aside_ || std::fabs(dx) < kTurnsFrom) return Meaning::kNothing;
  aside_ = false;  // once a drag
  return Meaning::kTurn;
}

bool FigureTouch::wait(double now_s) {
  if (!pressed() || !rests_ || now_s < aims_at_) return false;
  phase_ = Phase::kAiming;
  return true;
}

FigureTouch::Meaning FigureTouch::release(body::Point at) {
  const Meaning turned = move(at);
  const Phase phase = phase_;
  phase_ = Phase::kNone;
  if (phase == Phase::kPressed) return Meaning::kTap;
  return phase == Phase::kAiming ? Meaning::kAimed : turned;
}

}  // namespace advisor::ui
