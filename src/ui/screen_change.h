#pragma once

#include "ui/kit/ui.h"

namespace advisor::ui {

// Which screen was painted last, and how the one that follows comes in: from the side on which it
// lies along the way.
class ScreenChange {
 public:
  // Is called in each frame before anything is painted. Returns whether another screen begins.
  bool follow(const app::Session& session);
  app::Screen screen() const { return screen_; }
  // Gives how far the screen is on its way in. The very first one stands.
  Arrival arrival(Motion& motion) const;
  // Says whether the screen lies after the one before it.
  bool forward() const { return forward_; }
  bool first() const { return !painted_; }
  void painted() { painted_ = true; }

 private:
  app::Screen screen_ = app::Screen::kWhere;
  bool alarm_ = false;  // an alarm in place of the screen
  bool forward_ = true, painted_ = false;
};

}  // namespace advisor::ui
