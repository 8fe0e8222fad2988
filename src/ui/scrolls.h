#pragma once

#include <array>

#include "ui/screens/screens.h"

namespace advisor::ui {

// All panels that scroll, and which of them the wheel, a key or a finger moves.
struct Scrolls {
  Scroll screen, sheet;
  WhereScrolls where;

  // Gives all panels, the topmost first.
  std::array<Scroll*, 5> all() { return {&sheet, &where.list, &where.foot, &where.page, &screen}; }
  // Gives the topmost panel at a place, or null. What lies under an open sheet does not scroll.
  Scroll* at(float x, float y, bool sheet_open);
  // Takes the wheel at a place; returns whether a panel could still scroll that way.
  bool wheel(float x, float y, float dy, bool sheet_open);
  // Scrolls the topmost panel that has more than it shows; returns whether it could.
  bool scroll_by(float dy, bool sheet_open);
  // Lets what was thrown run on; returns whether anything will go on.
  bool coast(float ms);
  // Tells that no panel has been painted yet in this frame.
  void forget_views();
};

}  // namespace advisor::ui
