#include "ui/keyboard_focus.h"

#include <utility>

namespace advisor::ui {
namespace {

using Kind = app::Action::Kind;

}  // namespace

int KeyboardFocus::region_of(std::string_view key, std::string_view prefix) const {
  if (!key.starts_with(prefix)) return -1;
  const auto& regions = session_.library().knowledge.regions;
  for (std::size_t i = 0; i < regions.size(); ++i)
    if (regions[i].id == key.substr(prefix.size())) return static_cast<int>(i);
  return -1;
}

std::string KeyboardFocus::key_of(int region) const {
  return "region." + session_.library().knowledge.regions[static_cast<std::size_t>(region)].id;
}

void KeyboardFocus::set(std::string key) {
  const bool came_to_figure = region() < 0;
  key_ = std::move(key);
  session_.set_focused(key_);
  if (came_to_figure && region() >= 0) show_side_of(region());
  to_reveal_ = key_;
  // The row of a slider opens when the slider gets the focus, so that it can be seen.
  if (const int marked = region_of(key_, "intensity.");
      marked >= 0 && session_.shown().open_mark != marked)
    session_.apply({Kind::kOpenMark, marked});
}

std::string KeyboardFocus::press(std::string_view focused, std::string_view pressed) {
  const int region = region_of(focused, "region."),
            known = static_cast<int>(session_.library().knowledge.regions.size());
  if (region < 0 || act(region, pressed)) return {};
  int to = -1;
  if (pressed == "t")
    to = turn_from(region);
  else if (pressed == "Home")
    to = 0;
  else if (pressed == "End")
    to = known - 1;
  else if (pressed.starts_with("Arrow"))
    to = next_to(region, pressed.substr(5));
  if (to < 0 || to >= known) return {};
  if (pressed != "t") show_side_of(to);
  return key_of(to);
}

// Does what a key does that leaves the focus where it is, and returns false for another key.
bool KeyboardFocus::act(int region, std::string_view pressed) {
  const bool more = pressed == "+", closer = pressed == "z";
  if (closer || pressed == "Z") {
    session_.apply({Kind::kZoom, -1, closer ? 1 : -1});
  } else if (pressed == "0") {
    session_.apply({Kind::kFrame, -1, 0});
  } else if (more || pressed == "-") {
    if (const Mark* mark = session_.told().mark_of(region))
      session_.apply({Kind::kSetIntensity, region, mark->intensity + (more ? 1 : -1)});
    else if (more)
      session_.apply({Kind::kToggleMark, region});
  } else {
    return false;
  }
  return true;
}

// Turns the figure, and gives the region where the focus goes with it.
int KeyboardFocus::turn_from(int region) {
  const body::View there = view() == body::View::kFront ? body::View::kBack : body::View::kFront;
  session_.apply({Kind::kTurn, -1, there == body::View::kBack});
  const body::Figure* figure = figure_.figure();
  if (!figure) return region;
  turning_ = figure->ready(there) ? -1 : region;
  return body::turned_region(*figure, there, region);
}

// Gives the region where an arrow leads: over the figure to a neighbour, in a list to the next.
int KeyboardFocus::next_to(int region, std::string_view arrow) const {
  constexpr std::string_view kArrows[] = {"Left", "Right", "Up", "Down"};
  const body::Figure* figure = figure_.figure();
  for (int d = 0; d < 4; ++d)
    if (arrow == kArrows[d])
      return figure && !session_.shown().list_view
                 ? body::neighbour(*figure, view(), region, static_cast<body::Direction>(d))
                 : region + (d % 2 == 0 ? -1 : 1);
  return region;
}

void KeyboardFocus::show_side_of(int region) {
  const body::Figure* figure = figure_.figure();
  if (figure && figure->ready(view()) &&
      body::region_bounds_px(*figure, view(), figure_.scene().framing, region).w <= 0)
    session_.apply({Kind::kTurn, -1, body::home_view(region) == body::View::kBack});
}

void KeyboardFocus::follow() {
  follow_turn();
  const app::Shown& shown = session_.shown();
  if (std::exchange(openings_, shown.openings) != shown.openings && shown.open_mark >= 0)
    show_side_of(shown.open_mark);
}

// The focus goes with the figure to a view that had to be made first.
void KeyboardFocus::follow_turn() {
  const body::Figure* figure = figure_.figure();
  if (turning_ < 0 || !figure || !figure->ready(view())) return;
  const int from = std::exchange(turning_, -1);
  if (region() != from) return;
  set(key_of(body::turned_region(*figure, view(), from)));
  session_.ask_focus(key_);
}

}  // namespace advisor::ui
