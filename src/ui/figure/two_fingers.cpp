#include "ui/figure/two_fingers.h"

#include <cmath>
#include <utility>

namespace advisor::ui {

bool TwoFingers::down(int id, body::Point at) {
  for (Finger& finger : fingers_)
    if (finger.id < 0) {
      finger = {id, at};
      break;
    }
  return fingers_[0].id >= 0 && fingers_[1].id >= 0 && !std::exchange(active_, true);
}

std::optional<TwoFingers::Change> TwoFingers::move(int id, body::Point at) {
  const bool second = fingers_[1].id == id;
  const Finger &other = fingers_[second ? 0 : 1],
               was = std::exchange(fingers_[second ? 1 : 0], Finger{id, at});
  if (!active_ || other.id < 0) return std::nullopt;
  const float before = std::hypot(was.at.x - other.at.x, was.at.y - other.at.y),
              after = std::hypot(at.x - other.at.x, at.y - other.at.y);
  return Change{{(at.x - was.at.x) / 2, (at.y - was.at.y) / 2},
                {(at.x + other.at.x) / 2, (at.y + other.at.y) / 2},
                before > 1 ? after / before : 1};
}

void TwoFingers::up(int id) {
  for (Finger& finger : fingers_)
    if (finger.id == id) finger = {};
  if (fingers_[0].id < 0 && fingers_[1].id < 0) active_ = false;
}

}  // namespace advisor::ui
