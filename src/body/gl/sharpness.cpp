#include "body/gl/sharpness.h"

namespace advisor::body {
namespace {

constexpr float kShares[] = {1, 0.7f, 0.5f};
constexpr int kCoarsest = 2;
constexpr float kBudgetMs = 24;  // a frame of 60 a second that is missed now and then is not late
constexpr float kPauseMs = 250;  // nothing was moving meanwhile
constexpr int kLateFrames = 4, kTrialFrames = 6, kFramesInTime = 120, kPatience = 600;
constexpr float kFaster = 0.85f;

}  // namespace

float Sharpness::while_moving() const { return kShares[level_]; }

void Sharpness::frame_took(float ms) {
  if (ms >= kPauseMs) return;
  if (patience_ > 0) --patience_;
  if (trial_ > 0) {
    trial_ms_ += ms;
    if (--trial_ > 0) return;
    if (trial_ms_ / kTrialFrames > kFaster * before_ms_) {
      --level_;
      patience_ = kPatience;
    }
    return;
  }
  if (ms > kBudgetMs) {
    in_time_ = 0;
    late_ms_ += ms;
    if (++late_ < kLateFrames) return;
    const float mean = late_ms_ / kLateFrames;
    late_ = 0;
    late_ms_ = 0;
    if (level_ == kCoarsest || patience_ > 0) return;
    ++level_;
    trial_ = kTrialFrames;
    trial_ms_ = 0;
    before_ms_ = mean;
    return;
  }
  late_ = 0;
  late_ms_ = 0;
  if (level_ == 0 || ++in_time_ < kFramesInTime) return;
  in_time_ = 0;
  --level_;
}

}  // namespace advisor::body
