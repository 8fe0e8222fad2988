#pragma once

#include <cmath>
#include <cstdint>

#include "body/atlas/geometry.h"

namespace advisor::ui {

// What one finger, or the mouse, means on the figure: places in CSS px and seconds go in, at most
// one meaning comes out of each. A press that stays where it is means the place where it came down,
// however it slipped; one that goes aside turns, one that goes up or down is the page's, and
// neither marks; one that rests aims, and means the place to which it is then moved.
class FigureTouch {
 public:
  enum class Meaning : std::uint8_t { kNothing, kTap, kAimed, kTurn };

  // A fingertip that means one place slips by up to 12 px on its way (docs/touch.md); browsers
  // begin to scroll at 15.
  static constexpr float kFingerSlip = 14, kMouseSlip = 6;  // px
  static constexpr float kRests = 8;                        // px within which a finger rests
  static constexpr float kTurnsFrom = 48;                   // px aside
  static constexpr double
      kAims = 0.45,
      kAimsSmall = 0.25;  // s: on an area that is small under a finger the lens comes sooner

  void press(body::Point at, double now_s, bool finger, double aims_after_s = kAims);
  Meaning move(body::Point at);
  // Tells where the finger is by now, before a frame has come to its move, so that a drag on a slow
  // device does not count as a finger that rests.
  void feel(body::Point at) {
    rests_ = rests_ && std::hypot(at.x - pressed_.x, at.y - pressed_.y) <= kRests;
  }
  // Lets time pass. Returns true once, when the press has become one that aims.
  bool wait(double now_s);
  Meaning release(body::Point at);
  void cancel() { phase_ = Phase::kNone; }

  bool down() const { return phase_ != Phase::kNone; }
  bool pressed() const { return phase_ == Phase::kPressed; }
  bool aiming() const { return phase_ == Phase::kAiming; }
  bool dragging() const { return phase_ == Phase::kDragged; }
  bool finger() const { return finger_; }
  // Gives the place that the press points at: where it came down, until it has gone farther than a
  // finger slips; then, while it aims, where it is.
  body::Point place() const { return strayed_ ? last_ : pressed_; }
  // Gives the seconds until wait() may be true; negative when nothing is due.
  double due_seconds(double now_s) const {
    return pressed() && rests_ ? std::fmax(0.0, aims_at_ - now_s) : -1;
  }

 private:
  enum class Phase : std::uint8_t { kNone, kPressed, kAiming, kDragged };
  Phase phase_ = Phase::kNone;
  bool finger_ = false, aside_ = false, rests_ = false, strayed_ = false;
  body::Point pressed_, last_;
  double aims_at_ = 0;
};

// The mark that was set or opened last: for a while, a second touch near it is the same touch,
// whatever lies there.
class LastTouch {
 public:
  static constexpr float kNear = 24;   // px
  static constexpr double kWhile = 2;  // s

  void set(int region, body::Point at, double now_s) { region_ = region, at_ = at, when_ = now_s; }
  void forget() { region_ = -1; }
  // Gives the region that a touch there and then repeats, or -1.
  int repeated(body::Point at, double now_s) const {
    return region_ >= 0 && now_s - when_ <= kWhile &&
                   std::hypot(at.x - at_.x, at.y - at_.y) <= kNear
               ? region_
               : -1;
  }

 private:
  int region_ = -1;
  body::Point at_;
  double when_ = 0;
};

}  // namespace advisor::ui
