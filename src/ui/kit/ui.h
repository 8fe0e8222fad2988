#pragma once

#include <string_view>
#include <vector>

#include "app/session.h"
#include "ui/kit/motion.h"
#include "ui/kit/scroll.h"
#include "ui/kit/text.h"
#include "ui/kit/theme.h"

struct ImDrawList;
struct ImDrawListSplitter;

namespace advisor::ui {

// The platform tells how a person drives the tool and likes it.
struct Settings {
  bool dark = false;
  bool high_contrast = false;
  bool reduced_motion = false;
  bool can_hover = true;    // a fine pointer
  bool draws_focus = true;  // false on the web, where the real control draws its own ring
  float text_scale = 1;     // 1 to 2
  float density = 1;        // device pixels per CSS px
  Colour accent = 0;        // the site's own colour for what can be used, or 0
};

// A column is written from the top; it knows where the next thing goes, and how wide it may be.
struct Column {
  float x, y, w;
  void space(float px) { y += px; }
};

// A screen or a sheet comes in moved from its place, and fading in.
struct Arrival {
  float dx = 0, opacity = 1, dy = 0;
};

// Holds everything that a widget needs while one frame is painted.
struct Ui {
  const Theme& theme;
  const Type& type;
  const Settings& settings;
  const app::Session& session;
  app::Tree& tree;
  ImDrawList* draw;
  ImDrawListSplitter& splitter;       // kept between frames: a card behind its content
  std::vector<app::Action>& actions;  // what was used in this frame, for the session
  Motion& motion;
  Scroll* scroll = nullptr;  // the panel being written into
  std::string_view reveal;   // the key that should be scrolled into view, or empty
  bool animating = false;    // something moves: another frame is wanted
  std::string_view focused;  // the key of the control that the keyboard is on, or empty
  Arrival arrival;           // of what is painted now; its panels follow it
  float bar_top = 1e9f;      // where the bar with the screen's main step begins, once it is painted
  float bar_left = 1e9f;     // and where it stands at the right
  bool below = false;        // something of the safety check lies below what is in sight,
  std::string_view first_below;  // and the first sign that does
  int hinted = -1;               // the control under the pointer whose name is not written on it

  const app::Node* node(std::string_view key) const { return tree.node(key); }
  float px(float at_100_percent) const { return at_100_percent * type.scale; }
  // Gives the size of a sign beside words, which grows with them up to half as much again.
  float sign(float at_100_percent) const {
    return at_100_percent * (type.scale < 1.5f ? type.scale : 1.5f);
  }
};

}  // namespace advisor::ui
