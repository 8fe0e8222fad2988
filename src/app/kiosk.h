#pragma once

#include <span>

#include "app/cover.h"
#include "app/session.h"

namespace advisor::app {

// One visitor after the other on a screen that nobody watches over. After 40 s without a touch it
// asks whether anyone is still there, after 60 s it starts over, blank and in its first language,
// and shows its picture until somebody touches it. Time comes in as seconds on any clock; nothing
// here waits.
class Kiosk {
 public:
  // `session` as a first visitor finds it, `cover` to be written into; both outlive the kiosk.
  // `still`: no motion.
  Kiosk(Session& session, Cover& cover, bool still, double now_s);

  // Tells that somebody is there.
  void used(double now_s);
  // Lets what is due happen, and returns true when what is seen has changed.
  bool pass(double now_s);
  // Gives the seconds until pass() has something to do; 0 while the picture moves, negative when
  // nothing is due.
  double due_seconds(double now_s) const;

 private:
  void rest(double now_s);
  bool told_anything() const;

  Session& session_;
  Cover& cover_;
  const Shown first_shown_;
  const Language first_language_;
  const bool still_;
  double used_at_ = 0, attract_since_ = 0;
};

// The picture `seconds` after it came up: front and back by turns of 8 s; in each, one area glows
// up over 1.2 s and down again. `regions` are the areas that glow, front and back by turns.
AttractPose attract_pose(double seconds, std::span<const int> regions);
// Gives the seconds until the pose changes again; 0 while it changes.
double attract_rest_seconds(double seconds);

}  // namespace advisor::app
