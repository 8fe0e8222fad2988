#pragma once

#include <string>
#include <utility>

#include "ui/kit/ui.h"

namespace advisor::ui {

// The name of what a mouse rests on (or the keyboard is on, where the canvas shows that), where the
// control itself has no words. It comes after half a second, can be pointed at, and goes with the
// pointer, a press or Escape. A finger never sees it.
class Tooltip {
 public:
  // Is called in each frame after everything was painted; `ui` knows what asked for a tooltip.
  void paint(Ui& ui, Rect area, float seconds);
  bool idle(const Ui& ui) const { return ui.hinted < 0 && key_.empty(); }
  bool dismiss() { return !key_.empty() && !std::exchange(dismissed_, true); }
  // Gives the seconds until it comes by itself; negative when nothing is to come.
  double left_seconds() const { return key_.empty() || dismissed_ || left_ <= 0 ? -1 : left_; }

 private:
  std::string key_;  // of the control
  Rect box_;         // where it was painted last
  float left_ = 0;
  bool dismissed_ = false;
};

}  // namespace advisor::ui
