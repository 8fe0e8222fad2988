#pragma once

#include <imgui.h>

#include <array>
#include <string>
#include <vector>

#include "ui/kit/toast.h"
#include "ui/kit/tooltip.h"
#include "ui/screens/screens.h"

namespace advisor::ui {

// Paints all screens from the session's semantic tree. The interface owns what only painting needs:
// scroll places, the figure's framing, where the pointer is.
class Interface {
 public:
  Interface(app::Session& session, const body::Figure* figure, PaintFigure paint_figure,
            void* context);

  void set_type(const Type& type) { type_ = type; }
  void set_settings(const Settings& settings);
  void set_figure(const body::Figure* figure) { figure_.set_figure(figure); }
  const Settings& settings() const { return settings_; }
  const FigureScene& figure_scene() const { return figure_.scene(); }

  // The function that paints a cover; a platform without covers does not link it.
  using PaintCover = void (*)(Ui& ui, Rect area, FigureView& figure, const app::Cover& cover);
  void set_cover_painter(PaintCover paint) { paint_cover_ = paint; }

  // Builds one Dear ImGui frame of this size (between NewFrame and Render) and applies what was
  // used to the session. Returns whether another frame is wanted at once.
  bool frame(float width_px, float height_px);

  // Takes every pointer of the page before Dear ImGui does. It returns true when Dear ImGui must
  // not see it (two fingers on the figure).
  bool pointer(PointerKind kind, bool touch, int id, float x, float y) {
    return figure_.pointer(kind, touch, id, x, y);
  }
  // Zooms the figure by Ctrl and the wheel.
  bool zoom(float x, float y, float dy);
  // Gives the seconds until something happens by itself (a long press, a toast that leaves), or
  // negative.
  double due_seconds() const;
  // Takes the wheel at a place; returns true when a panel could still scroll that way.
  bool wheel(float x, float y, float dy);
  // Scrolls the panel that is shown, from the keyboard; true when it could.
  bool scroll_by(float dy);
  // Says whether a touch that starts here and moves that way (0: not yet) is the widget's rather
  // than the page's: a muscle or a slider at once, a panel while it can still scroll that way, a
  // sheet that is pulled down.
  bool claims_touch(float x, float y, float dx, float dy);
  // Takes away what the pointer has brought up, without the pointer having to move; returns true
  // when there was something.
  bool dismiss_tooltip() { return tooltip_.dismiss() || figure_.dismiss_name(); }
  // Tells that a control of the tree got focus from outside (the page), or lost it.
  void focus_key(std::string key);
  // Does what a key of the keyboard does that the page leaves to the module: Escape closes a sheet;
  // on the figure, arrows, Home and End move to another area, + and - change the intensity, t turns
  // it. Returns the key of the control that should have focus, if any.
  std::string figure_key(std::string_view focused, std::string_view pressed);

 private:
  void turn_to(int region);
  void enter_screen();
  void follow_openings();
  std::array<Scroll*, 5> panels() {
    return {&sheet_, &where_.list, &where_.foot, &where_.page, &main_};
  }
  const Theme& theme();
  bool sheet_open() const {
    return session_.shown().sheet != app::Sheet::kNone && !session_.alarm();
  }
  int region_of(std::string_view key, std::string_view prefix) const;
  void scroll_by_touch(float seconds, bool& animating);
  void follow_turn();
  void show_rest(bool& animating);
  Scroll* panel_at(float x, float y);
  bool sheet_can_be_pulled(float x, float y) const;
  app::Session& session_;
  FigureView figure_;
  Type type_;
  Settings settings_;
  Theme accented_;  // with the site's own colour
  Colour accent_ = 0;
  Scroll main_, sheet_;
  WhereScrolls where_;
  app::Screen painted_screen_ = app::Screen::kWhere;
  app::Sheet painted_sheet_ = app::Sheet::kNone;
  int openings_ = 0;  // shown, of those that the session counts
  bool painted_alarm_ = false;
  ImDrawListSplitter splitter_;
  Motion motion_;
  int rests_ = 0;  // how often the rest of the safety check was asked for; where its panel then
                   // goes; the first sign there
  float rest_from_ = 0, rest_to_ = -1;
  ToastClock toast_clock_;
  bool toast_held_ = false;
  Tooltip tooltip_;
  PaintCover paint_cover_ = nullptr;
  std::vector<app::Action> actions_;
  std::string focused_, reveal_, first_below_;
  int turning_ = -1;  // the region from which the focus goes to the other view, once that is made
  float press_x_ = 0, press_y_ = 0, last_y_ = 0;
  float finger_px_ms_ = 0, pull_px_ = 0;  // how fast it goes down; how far the sheet was pulled
  double last_move_s_ = 0;
  bool pullable_ = false, pulling_ = false;
  bool painted_ = false, forward_ = true;  // a screen was seen before; this one lies after it
  Scroll* pressed_ = nullptr;
};

}  // namespace advisor::ui
