#pragma once

#include "ui/figure/stage_layout.h"

// Says where everything of the first screen stands. That depends on the window, the text size and
// the language alone, so a mark moves nothing.
namespace advisor::ui {

// The foot holds the hint before a mark and the open mark after it, and is as high as the higher of
// the two. Its lowest part is the main button; where what lies above has not enough room, that
// scrolls.
struct FootLayout {
  bool low = false;      // signs in place of words, in one row with the main button
  bool stacked = false;  // the other side above removing, where both do not fit into a row
  float top = 8, bottom = 24;
  float name_h = 44, slider_h = 74, actions_h = 44;
  float next_h = 52, none_h = 52;   // of the main button, once something is marked and before
  float marked_h = 0, empty_h = 0;  // of what lies above it
  float height() const;
};

struct WhereLayout {
  bool scrolls =
      false;  // all of it, where large text leaves no room: the foot is then a part of the page
  bool beside = false;  // the foot stands at the right of the figure
  bool low_title = false;
  Rect bar, title, foot;
  StageLayout stage;
  FootLayout foot_parts;
};

// How a window is arranged: the figure beside every screen, the first screen's foot beside its
// figure, or one column.
struct Arrangement {
  bool two_panels = false, beside = false, low_foot = false;
};
Arrangement arrangement(float w, float h, float text_scale);

inline constexpr float kTwoPanelsFrom =
    768;  // px of own width at 100 % text size: the figure beside every screen
inline constexpr float
    kTwoColumnsFrom = 600,
    kLowFrom = 480;  // px: from so wide on and below so high, the foot beside the figure
inline constexpr float kLowFootBelow = 640;  // px of height
inline constexpr float kLeastStage = 200;    // px that the figure keeps

WhereLayout where_layout(const Ui& ui, float w, float h);
// Gives the width of the figure's panel at the left of every screen.
float figure_panel_width(float w);
// Lays out the stage of a figure at the left of every screen.
StageLayout panel_stage(const Ui& ui, Rect panel);
// `w` is the width of the foot's content.
FootLayout foot_layout(const Ui& ui, float w, bool low);

}  // namespace advisor::ui
