#pragma once

namespace advisor::body {

// How finely the figure is drawn while it moves. Frames that come too late make it coarser, a long
// run of frames in time makes it finer, and where coarser was no faster the figure is not what is
// slow: it goes back. At rest it is always whole.
class Sharpness {
 public:
  // A frame that moved the figure came so long after another one that did.
  void frame_took(float ms);

  // The share of the device's pixels, along each side, for a frame that moves: 1, 0.7 or 0.5.
  float while_moving() const;

 private:
  int level_ = 0;
  int late_ = 0, in_time_ = 0;  // of late
  float late_ms_ = 0;           // what the late ones took together
  int trial_ = 0;               // frames left in which a coarser level has to prove itself
  float trial_ms_ = 0, before_ms_ = 0;
  int patience_ = 0;  // frames left in which nothing is tried after a trial in vain
};

}  // namespace advisor::body
