#pragma once

#include <string>
#include <vector>

namespace advisor::app {

struct Author;

// A code that the camera of a phone reads: `size` x `size` squares, row by row.
struct Code {
  int size = 0;
  std::vector<bool> dark;
};

// The figure of a kiosk that nobody uses, at one moment.
struct AttractPose {
  bool back = false;
  float turn = 1;   // 0 to 1 while it cross-fades from the other view
  int region = -1;  // what glows, from 0 to 1
  float glow = 0;
  friend bool operator==(const AttractPose&, const AttractPose&) = default;
};

// A cover is what a platform puts over the screens: the picture of a kiosk at rest (then nothing
// else is there), the question whether anyone is still there, or a code for a phone. The cover
// names the function that authors it, so that a platform without covers does not link that
// function.
struct Cover {
  bool attract = false;
  AttractPose pose;
  int seconds_left = 0;  // until the kiosk starts over; 0: it does not ask
  Code code;
  bool also_opened = false;  // the address of the code is open in a browser as well
  void (*author)(const Author&, const Cover&) = nullptr;

  bool any() const { return attract || seconds_left > 0 || code.size > 0; }
};

// Writes the nodes of a cover. What lies under it stays in the tree, but an attract picture stands
// alone.
void author_cover(const Author& author, const Cover& cover);

}  // namespace advisor::app
