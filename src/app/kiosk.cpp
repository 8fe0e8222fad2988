#include "app/kiosk.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace advisor::app {
namespace {

constexpr double kAsksAfter = 40, kStartsOverAfter = 60;
constexpr double kTurn = 8, kFade = 1.2;
constexpr double kGlowFrom = 2, kGlowFor = 1.2, kDimFrom = 5.6;

float eased(double t) {
  const auto x = static_cast<float>(std::clamp(t, 0.0, 1.0));
  return x * x * (3 - 2 * x);
}

// These are the areas where runners often hurt, front and back by turns; with a knowledge base
// without them nothing glows.
std::array<int, 4> glowing_regions(const Knowledge& knowledge) {
  constexpr std::array<std::string_view, 4> kIds{"quad_l", "calf_r", "knee_front_r", "hamstring_l"};
  std::array<int, 4> regions{-1, -1, -1, -1};
  for (std::size_t i = 0; i < knowledge.regions.size(); ++i)
    for (std::size_t which = 0; which < kIds.size(); ++which)
      if (knowledge.regions[i].id == kIds[which]) regions[which] = static_cast<int>(i);
  return regions;
}

}  // namespace

AttractPose attract_pose(double seconds, std::span<const int> regions) {
  const auto turn = static_cast<std::size_t>(std::max(seconds, 0.0) / kTurn);
  const double t = seconds - static_cast<double>(turn) * kTurn;
  AttractPose pose;
  pose.back = turn % 2 == 1;
  pose.turn = turn == 0 ? 1 : static_cast<float>(std::min(t / kFade, 1.0));
  pose.region = regions.empty() ? -1 : regions[turn % regions.size()];
  pose.glow =
      t < kDimFrom ? eased((t - kGlowFrom) / kGlowFor) : 1 - eased((t - kDimFrom) / kGlowFor);
  return pose;
}

double attract_rest_seconds(double seconds) {
  const double t = std::fmod(seconds, kTurn);
  const auto within = [&](double from, double length) { return t >= from && t < from + length; };
  if ((seconds >= kTurn && within(0, kFade)) || within(kGlowFrom, kGlowFor) ||
      within(kDimFrom, kGlowFor))
    return 0;
  return (t < kGlowFrom ? kGlowFrom : t < kDimFrom ? kDimFrom : kTurn) - t;
}

Kiosk::Kiosk(Session& session, Cover& cover, bool still, double now_s)
    : session_(session),
      cover_(cover),
      first_shown_(session.shown()),
      first_language_(session.library().words.language),
      still_(still) {
  cover_.author = author_cover;
  rest(now_s);
}

bool Kiosk::told_anything() const {
  return !session_.blank() || session_.shown().sheet != Sheet::kNone ||
         session_.told().can_redo() || session_.library().words.language != first_language_;
}

void Kiosk::rest(double now_s) {
  cover_ = Cover{.attract = true, .author = author_cover};
  attract_since_ = now_s;
  pass(now_s);
  session_.set_cover(&cover_);
}

void Kiosk::used(double now_s) {
  used_at_ = now_s;
  if (!cover_.attract && cover_.seconds_left == 0) return;
  cover_.attract = false;
  cover_.seconds_left = 0;
  session_.set_cover(&cover_);
}

bool Kiosk::pass(double now_s) {
  if (cover_.attract) {
    const AttractPose before = cover_.pose;
    const auto regions = glowing_regions(session_.library().knowledge);
    // Where nothing may move, the figure stands still, seen from behind with the calf aglow.
    cover_.pose = still_ ? AttractPose{.back = true, .region = regions[1], .glow = 1}
                         : attract_pose(now_s - attract_since_, regions);
    return cover_.pose != before;
  }
  const double rested = now_s - used_at_;
  if (rested >= kStartsOverAfter) {
    session_.forget(first_shown_);
    if (session_.library().words.language != first_language_)
      session_.apply({Action::Kind::kLanguage, -1, static_cast<int>(first_language_)});
    rest(now_s);
    return true;
  }
  const int left = rested >= kAsksAfter && (cover_.seconds_left > 0 || told_anything())
                       ? static_cast<int>(std::ceil(kStartsOverAfter - rested))
                       : 0;
  if (left == cover_.seconds_left) return false;
  cover_.seconds_left = left;
  session_.set_cover(&cover_);
  return true;
}

double Kiosk::due_seconds(double now_s) const {
  if (cover_.attract) return still_ ? -1 : attract_rest_seconds(now_s - attract_since_);
  const double rested = now_s - used_at_;
  if (rested < kAsksAfter) return kAsksAfter - rested;
  // Each second changes the words while the kiosk asks.
  return cover_.seconds_left > 0
             ? std::max(0.0, kStartsOverAfter - rested - (cover_.seconds_left - 1))
             : std::max(0.0, kStartsOverAfter - rested);
}

}  // namespace advisor::app
