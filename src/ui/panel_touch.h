#pragma once

#include "ui/kit/motion.h"
#include "ui/kit/scroll.h"

namespace advisor::ui {

// What one finger does to the panels: it scrolls the one in which it came down, throws it, or pulls
// the sheet down from its top. Places in CSS px and seconds go in.
class PanelTouch {
 public:
  // Begins with what lies under the finger: a panel or null, and whether the sheet can be pulled
  // from there.
  void press(float x, float y, Scroll* panel, bool pullable);
  // Follows the finger, `seconds` after the last time. Returns true once, when the press has become
  // a drag and the control under it is not meant any more.
  bool move(float x, float y, float seconds, double now_s);
  // Tells that no finger is down any more; `released` is true in the first frame of that. Returns
  // true when the finger let go of a sheet that is to close.
  bool let_go(bool released, double now_s);

  // Is called in each frame: a sheet that was let go goes back.
  void spring_back(Motion& motion);
  // Gives how far the sheet is pulled down.
  float pulled_px() const { return pull_px_; }

 private:
  bool drags() const { return pulling_ || (panel_ && panel_->dragging); }

  Scroll* panel_ = nullptr;
  bool pullable_ = false, pulling_ = false;
  float press_x_ = 0, press_y_ = 0, last_y_ = 0;
  float down_px_ms_ = 0;  // how fast the finger goes down
  float pull_px_ = 0;
  double last_move_s_ = 0;
};

}  // namespace advisor::ui
