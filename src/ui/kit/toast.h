#pragma once

#include "ui/kit/ui.h"

namespace advisor::ui {

// A toast stays for six seconds, and as long as somebody points at it or has the focus on it.
class ToastClock {
 public:
  // Is called in each frame, with `held` as it was since the last one. Returns true once, when the
  // toast's time is over.
  bool tick(const app::Toast& toast, float seconds, bool held);
  // Gives the seconds until it leaves; negative when nothing is to come.
  double left_seconds(const app::Toast& toast) const {
    return toast.words.empty() || held_ ? -1 : left_;
  }

 private:
  std::uint32_t number_ = 0;
  float left_ = 0;
  bool held_ = false;
};

// Paints the toast, if there is one, as a panel of its own over whatever lies there. Returns
// whether somebody points at it or has the focus on it.
bool paint_toast(Ui& ui, Rect area);

}  // namespace advisor::ui
