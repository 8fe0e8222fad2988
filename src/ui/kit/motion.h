#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace advisor::ui {

// How everything moves: a value that is asked for in every frame follows its target in a given
// time, eased. What stands still costs one entry and no frame; what was not asked for in the last
// frame is forgotten, so that a screen that comes back stands at rest. Of a fixed size: when it is
// full, the rest is a cut. Where motion is reduced, everything is.
class Motion {
 public:
  // Is called in each frame before anything is asked; `seconds` have passed since the last one.
  void begin(float seconds, bool reduced);

  // An entry is named by the key of its node and by what of it moves.
  struct Id {
    std::uint32_t hash;
    Id(std::string_view key, char what);
  };
  // Gives where a value is on its way to `target`. A value that is asked for the first time stands
  // at `first`.
  float follow(Id id, float target, float seconds, float first);
  float follow(Id id, float target, float seconds) { return follow(id, target, seconds, target); }
  // Gives 1 while `on`, at once; then it goes down to 0 in `seconds`. It takes an entry only while
  // it is not 0.
  float linger(Id id, bool on, float seconds);
  // What is to shrink to nothing once it is gone: `value` while it is there. Takes an entry only
  // then and while it shrinks.
  void keep(Id id, float value);
  float shrink(Id id, float seconds);

  bool moving() const;

 private:
  struct Entry {
    std::uint32_t id;
    float from, to, at, seconds;
    bool asked;
    float value() const;
  };
  Entry* find(Id id);
  Entry* add(Id id, float value);

  std::array<Entry, 160> entries_;
  std::size_t size_ = 0;
  bool reduced_ = false;
};

// Both ease from 0 to 1: the first is slow at both ends, the second at its end.
constexpr float ease_in_out(float t) { return t * t * (3 - 2 * t); }
constexpr float ease_out(float t) { return 1 - (1 - t) * (1 - t) * (1 - t); }

// Times of the design, in seconds.
inline constexpr float kPressSeconds = 0.15f, kChoiceSeconds = 0.18f, kOpenSeconds = 0.2f,
                       kStepSeconds = 0.24f;

}  // namespace advisor::ui
