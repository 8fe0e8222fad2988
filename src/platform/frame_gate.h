#pragma once

#include <cstdint>

namespace advisor::platform {

// Decides whether a frame is drawn. Every wake has a cause; an animation asks again after each of
// its frames; otherwise nothing is scheduled, and a program at rest draws nothing and is called by
// nothing.
enum class Cause : std::uint8_t {
  kNone,
  kStart,
  kInput,
  kData,
  kSize,
  kSettings,
  kRestore,
  kAnimation,
  kFigure
};

class FrameGate {
 public:
  void wake(Cause cause) { cause_ = cause; }
  bool open() const { return cause_ != Cause::kNone; }
  Cause cause() const { return cause_; }
  // Called when a frame begins: what it will be for is settled, what it brings may wake it again.
  Cause pass() {
    const Cause cause = cause_;
    cause_ = Cause::kNone;
    return cause;
  }

 private:
  Cause cause_ = Cause::kNone;
};

}  // namespace advisor::platform
