#pragma once

#include <string>
#include <string_view>

#include "app/session.h"
#include "ui/figure/figure_view.h"

namespace advisor::ui {

// Where the keyboard is, and what its keys do on the figure. The figure shows the side on which the
// region with the focus lies, and so it does for a mark that is opened from anywhere.
class KeyboardFocus {
 public:
  KeyboardFocus(app::Session& session, const FigureView& figure)
      : session_(session), figure_(figure) {}

  // Gives the key of the control that has the focus, or an empty one.
  const std::string& key() const { return key_; }
  // Gives the region of the figure that has the focus, or -1.
  int region() const { return region_of(key_, "region."); }
  // Tells that a control got the focus, or that none has it.
  void set(std::string key);
  // Gives the control that is to be scrolled into sight by the next frame, or an empty key. What
  // gets the focus is such a one.
  const std::string& to_reveal() const { return to_reveal_; }
  void reveal(std::string key) { to_reveal_ = std::move(key); }
  // Does what a key of the keyboard does on the region with this control. Returns the control that
  // should have the focus then, or an empty key where it stays.
  std::string press(std::string_view focused, std::string_view pressed);
  // Is called in each frame before anything is painted.
  void follow();

 private:
  body::View view() const { return shown_view(session_); }
  int region_of(std::string_view key, std::string_view prefix) const;
  std::string key_of(int region) const;
  bool act(int region, std::string_view pressed);
  int turn_from(int region);
  int next_to(int region, std::string_view arrow) const;
  void show_side_of(int region);
  void follow_turn();

  app::Session& session_;
  const FigureView& figure_;
  std::string key_, to_reveal_;
  int turning_ = -1;  // the region from which the focus goes to the other view, once that is made
  int openings_ = 0;  // marks that were opened and shown, of those that the session counts
};

}  // namespace advisor::ui
