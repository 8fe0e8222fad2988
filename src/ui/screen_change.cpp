#include "ui/screen_change.h"

namespace advisor::ui {
namespace {

constexpr float kStepPx = 16;        // how far a screen comes in,
constexpr float kSeenAtOnce = 0.4f;  // and how much of it is seen at once: no frame is empty

}  // namespace

bool ScreenChange::follow(const app::Session& session) {
  if (session.screen() == screen_ && session.alarm() == alarm_) return false;
  forward_ = session.screen() >= screen_;
  screen_ = session.screen();
  alarm_ = session.alarm();
  return true;
}

Arrival ScreenChange::arrival(Motion& motion) const {
  const auto which = static_cast<char>(static_cast<int>(screen_) + (alarm_ ? 16 : 0));
  const float arrived = motion.follow({"screen", which}, 1, kStepSeconds, painted_ ? 0.0f : 1.0f);
  return {kStepPx * (1 - arrived) * (forward_ ? 1 : -1), kSeenAtOnce + (1 - kSeenAtOnce) * arrived};
}

}  // namespace advisor::ui
