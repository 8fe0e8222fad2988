#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "platform/desktop/window.h"
#include "ui/interface.h"

namespace advisor::platform {

// Where the keyboard is, in the order of the semantic tree, as a browser walks its controls on the
// web: Tab goes from stop to stop; a group of radios and the figure are one stop each, and arrows
// move inside; what lies under a sheet has no stop.
class Keyboard {
 public:
  Keyboard(app::Session& session, ui::Interface& interface)
      : session_(session), interface_(interface) {}

  // Does what a key does, and returns true when anything may have changed.
  bool press(const Key& key);
  // Tells that a pointer was used: no control shows its focus then, and Tab goes on from where it
  // was.
  void forget();
  // Is called after each change: the focus goes where the session wants it, and away from what is
  // gone.
  void follow();
  const std::string& focused() const { return focused_; }
  // The address of a link that is followed by the platform and no action of the session, since the
  // last call.
  std::string take_link() { return std::exchange(link_, {}); }

 private:
  const app::Node* node() const { return session_.tree().node(focused_); }
  std::vector<int> stops() const;
  std::vector<int> group_of(const app::Node& node) const;
  bool reaches(int index) const;
  bool step(int by);
  bool move_inside(std::string_view arrow);
  bool set(const app::Node& node, int value);
  bool use(const app::Node& node);
  void focus(std::string key);

  app::Session& session_;
  ui::Interface& interface_;
  std::string focused_;  // shows a ring; empty when the keyboard is not in use
  std::string place_;    // where Tab goes on from: focused_, a title, or what was focused before a
                         // pointer was used
  int index_ = -1;       // of place_, for when it is gone
  std::string link_;
};

}  // namespace advisor::platform
