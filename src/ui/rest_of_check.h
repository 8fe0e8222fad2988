#pragma once

#include <string>

#include "ui/kit/ui.h"

namespace advisor::ui {

// Shows the rest of the safety check when it is asked for: its panel scrolls by one view, and the
// first sign that was out of sight gets the focus.
class RestOfCheck {
 public:
  // Is called in each frame before anything is painted. Returns whether the panel will go on.
  bool follow(app::Session& session, Scroll& panel, Motion& motion);
  // Tells which sign lies first below what the frame has painted.
  void set_first_below(std::string_view key) { first_below_ = key; }
  // Is called where a screen begins: its panel stands at its top.
  void stop() { to_px_ = -1; }

 private:
  int shown_ = 0;  // how often the rest was shown, of the times that the session counts
  float from_px_ = 0, to_px_ = -1;  // where the panel comes from, and goes; -1: it stands
  std::string first_below_;
};

}  // namespace advisor::ui
