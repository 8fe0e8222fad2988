#pragma once

namespace advisor::body {

// CSS pixels unless the name says units (`_u`): the figure's own length, about 1/1280 of its
// height; y grows downwards.
struct Point {
  float x = 0, y = 0;
};

struct Rect {
  float x = 0, y = 0, w = 0, h = 0;
};

}  // namespace advisor::body
