#pragma once

#include "ui/kit/ui.h"

namespace advisor::ui {

// The sheet that has closed leaves as it was painted last, while what lies under it can be used.
class LeavingSheet {
 public:
  // Tells that this sheet was painted in this frame.
  void painted(Motion& motion, app::Sheet sheet);
  // Is called in each frame in which no sheet is painted: draws what is left of the last one.
  void paint(Motion& motion, float window_w) const;

 private:
  app::Sheet last_ = app::Sheet::kNone;
};

}  // namespace advisor::ui
