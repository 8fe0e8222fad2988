#pragma once

#include <array>
#include <optional>

#include "body/atlas/geometry.h"

namespace advisor::ui {

// Two fingers on the figure, apart from drawing: places in CSS px go in, and what the body is to do
// comes out.
class TwoFingers {
 public:
  // What a move of one finger asks for: the body goes along, and grows around the middle of both.
  struct Change {
    body::Point by, around;
    float factor = 1;
  };
  struct Finger {
    int id = -1;  // or -1: there is none
    body::Point at;
  };

  // Returns true when this finger is the second one, with which the gesture begins.
  bool down(int id, body::Point at);
  // Returns what the move asks for; nothing from a finger that is alone.
  std::optional<Change> move(int id, body::Point at);
  void up(int id);

  bool knows(int id) const { return fingers_[0].id == id || fingers_[1].id == id; }
  // Says whether the touch belongs to both: from the second finger until none is left.
  bool active() const { return active_; }
  const std::array<Finger, 2>& fingers() const { return fingers_; }

 private:
  std::array<Finger, 2> fingers_;
  bool active_ = false;
};

}  // namespace advisor::ui
