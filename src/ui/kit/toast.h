#pragma once

#include "ui/kit/ui.h"

namespace advisor::ui {

// The session's toast as a panel of its own over whatever lies there. It stays for six seconds, and
// as long as somebody points at it or has the focus on it.
class ToastPanel {
 public:
  // Is called in each frame before painting; `seconds` have passed since the last one. Returns true
  // once the toast's time is over.
  bool tick(const app::Toast& toast, float seconds);
  // Gives the seconds until it leaves; negative when nothing is to come.
  double left_seconds(const app::Toast& toast) const {
    return toast.words.empty() || held_ ? -1 : left_;
  }
  // Paints the toast, if there is one.
  void paint(Ui& ui, Rect area);

 private:
  std::uint32_t number_ = 0;
  float left_ = 0;
  bool held_ = false;  // somebody pointed at it, or had the focus on it, when it was painted last
};

}  // namespace advisor::ui
