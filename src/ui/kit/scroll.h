#pragma once

#include "app/tree.h"

namespace advisor::ui {

using app::Rect;

inline bool inside(const Rect& box, float x, float y) {
  return x >= box.x && y >= box.y && x < box.x + box.w && y < box.y + box.h;
}

// Gives what a panel shows of a box; of one that was scrolled out of sight, its width at the
// panel's edge.
Rect in_sight(Rect box, Rect view);

// A panel that scrolls is at a place and goes at a speed, and keeps both between frames.
struct Scroll {
  Rect view;
  float offset_px = 0, content_px = 0, velocity_px_ms = 0;
  bool dragging = false;  // by a finger, so that what lies in the panel is not used

  // Gives the offset at which the end of the content is in sight.
  float last_offset_px() const { return content_px > view.h ? content_px - view.h : 0; }
  // Scrolls to a place of the content, no farther than to its ends. Returns whether that is another
  // place.
  bool scroll_to(float px);
  // Lets a panel that was thrown run on, slower and slower. Returns whether it will go on.
  bool coast(float ms);
};

}  // namespace advisor::ui
