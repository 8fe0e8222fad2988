#pragma once

#include "ui/kit/ui.h"

namespace advisor::ui {

// The figure on its stage: `area` is touched, `fit` holds the whole body, the controls stand in a
// row over it.
struct StageLayout {
  Rect area, fit;
  float margin = 20;
  float controls_y = 0, controls_h = 44, sides_y = 0;
  float badge_x = 34;     // from a side of the stage to the axis of its badges
  bool two_rows = false;  // of controls, where the words do not fit beside each other
};

}  // namespace advisor::ui
