#include "ui/rest_of_check.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace advisor::ui {
namespace {

constexpr float kStripPx =
    88;  // of what was in sight stays, so that one sees where the text goes on

}  // namespace

bool RestOfCheck::follow(app::Session& session, Scroll& panel, Motion& motion) {
  const app::Shown& shown = session.shown();
  if (std::exchange(shown_, shown.rests) != shown.rests && shown.screen == app::Screen::kSafety) {
    from_px_ = panel.offset_px;
    to_px_ = std::min(panel.last_offset_px(), panel.offset_px + panel.view.h - kStripPx);
    if (!first_below_.empty()) session.ask_focus(first_below_);
  }
  if (to_px_ < 0) return false;
  panel.offset_px = motion.follow({"safety.rest", 'y'}, to_px_, kStepSeconds, from_px_);
  const bool there = std::fabs(panel.offset_px - to_px_) < 0.5f;
  if (there || panel.dragging) to_px_ = -1;
  return !there;
}

}  // namespace advisor::ui
