#pragma once

#include "app/shown.h"

namespace advisor::ui {

// How long the toast that is shown stays: six seconds, and as long as someone points at it or is on
// it.
class ToastClock {
 public:
  // Each frame; `held` as it was since the last one. True once, when its time is over.
  bool tick(const app::Toast& toast, float seconds, bool held);
  // Negative when nothing is to come.
  double left_seconds(const app::Toast& toast) const {
    return toast.words.empty() || held_ ? -1 : left_;
  }

 private:
  std::uint32_t number_ = 0;
  float left_ = 0;
  bool held_ = false;
};

}  // namespace advisor::ui
