#pragma once

#include <imgui.h>

#include <string>
#include <vector>

#include "ui/keyboard_focus.h"
#include "ui/kit/toast.h"
#include "ui/kit/tooltip.h"
#include "ui/panel_touch.h"
#include "ui/rest_of_check.h"
#include "ui/screen_change.h"
#include "ui/screens/leaving.h"
#include "ui/scrolls.h"

namespace advisor::ui {

// Paints all screens from the session's semantic tree. Each of its parts knows one thing that only
// painting needs: the figure's view, the keyboard's place, the panels and the finger on them, which
// screen and which sheet were painted last, the toast and the tooltip.
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
  void set_cover_painter(PaintCover painter) { paint_cover_ = painter; }

  // Builds one Dear ImGui frame of this size (between NewFrame and Render) and applies what was
  // used to the session. Returns whether another frame is wanted at once.
  bool paint(float width_px, float height_px);

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
  bool wheel(float x, float y, float dy) { return scrolls_.wheel(x, y, dy, sheet_open()); }
  // Scrolls the panel that is shown, from the keyboard; true when it could.
  bool scroll_by(float dy) { return scrolls_.scroll_by(dy, sheet_open()); }
  // Says whether a touch that starts here and moves that way (0: not yet) is the widget's rather
  // than the page's: a muscle or a slider at once, a panel while it can still scroll that way, a
  // sheet that is pulled down.
  bool claims_touch(float x, float y, float dx, float dy);
  // Takes away what the pointer has brought up, without the pointer having to move; returns true
  // when there was something.
  bool dismiss_tooltip() { return tooltip_.dismiss() || figure_.dismiss_name(); }
  // Tells that a control of the tree got focus from outside (the page), or lost it.
  void focus_key(std::string key) { focus_.set(std::move(key)); }
  // Does what a key of the keyboard does that the page leaves to the module: Escape closes a sheet;
  // on the figure, arrows, Home and End move to another area, + and - change the intensity, t turns
  // it. Returns the key of the control that should have focus, if any.
  std::string press_key(std::string_view focused, std::string_view pressed);

 private:
  // What lies over the screen in this frame.
  struct Over {
    const app::Cover* cover;  // or null
    bool attract, code;       // the two covers that hide the screen, and that disable it
    bool sheet;
    bool disables() const { return sheet || code; }
  };
  Over over_screen() const;
  bool sheet_open() const {
    return session_.shown().sheet != app::Sheet::kNone && !session_.alarm();
  }
  bool sheet_can_be_pulled(float x, float y) const;
  bool slider_at(float x, float y);
  bool follow(Rect window, float seconds);
  bool follow_finger(float seconds);
  void begin_screen();
  void paint_window(Ui& ui, Rect window, const Over& over);
  void paint_screen(Ui& ui, Rect window, Arrival arrival);
  void paint_step(Ui& ui, Rect window, Rect content);
  void paint_sheet_over(Ui& ui, Rect window, const Over& over);
  bool settle(const Ui& ui);

  app::Session& session_;
  FigureView figure_;
  KeyboardFocus focus_;
  Type type_;
  Settings settings_;
  AccentedTheme theme_;
  Scrolls scrolls_;
  PanelTouch finger_;
  ScreenChange change_;
  RestOfCheck rest_of_check_;
  LeavingSheet leaving_;
  ToastPanel toast_;
  Tooltip tooltip_;
  Motion motion_;
  ImDrawListSplitter splitter_;
  std::vector<app::Action> actions_;
  PaintCover paint_cover_ = nullptr;
};

}  // namespace advisor::ui
