#include "ui/figure/badge_slots.h"

#include <algorithm>
#include <cmath>

namespace advisor::ui {
namespace {

using body::Point;
using body::Rect;

constexpr float kLower = 24;  // px: a badge stands a little below its mark, out of the finger's way
constexpr float kOtherMargin = 120;  // what a leader to the farther margin is worth, in px
constexpr float kBends[] = {0.38f, 0.22f, 0.55f, 0.06f,
                            0.75f};  // where a leader bends, as a share of its way

bool same(const Rect& a, const Rect& b) {
  return a.x == b.x && a.y == b.y && a.w == b.w && a.h == b.h;
}

float side_of(Point a, Point b, Point p) {
  return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
}

bool segments_cross(Point a, Point b, Point c, Point d) {
  return side_of(a, b, c) * side_of(a, b, d) <= 0 && side_of(c, d, a) * side_of(c, d, b) <= 0 &&
         std::max(std::min(a.x, b.x), std::min(c.x, d.x)) <=
             std::min(std::max(a.x, b.x), std::max(c.x, d.x)) &&
         std::max(std::min(a.y, b.y), std::min(c.y, d.y)) <=
             std::min(std::max(a.y, b.y), std::max(c.y, d.y));
}

bool inside(const Rect& r, Point p) {
  return p.x > r.x && p.x < r.x + r.w && p.y > r.y && p.y < r.y + r.h;
}

bool segment_meets(Point a, Point b, const Rect& r) {
  if (r.w <= 0) return false;
  const Point tl{r.x, r.y}, tr{r.x + r.w, r.y}, br{r.x + r.w, r.y + r.h}, bl{r.x, r.y + r.h};
  return inside(r, a) || inside(r, b) || segments_cross(a, b, tl, tr) ||
         segments_cross(a, b, tr, br) || segments_cross(a, b, br, bl) ||
         segments_cross(a, b, bl, tl);
}

bool boxes_meet(const Rect& a, const Rect& b) {
  return a.w > 0 && b.w > 0 && a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h &&
         b.y < a.y + a.h;
}

Rect box_of(const BadgeSlots::Badge& b) {
  return {b.at.x - 17, b.at.y - BadgeSlots::kAbove, 34, BadgeSlots::kAbove + BadgeSlots::kBelow};
}

struct Leader {
  Point from, bend, to;
};
Leader leader_of(const BadgeSlots::Badge& b, float reach) {
  return {b.from, b.bend, {b.at.x + (b.left ? reach : -reach), b.at.y}};
}

bool leaders_cross(const Leader& a, const Leader& b) {
  return segments_cross(a.from, a.bend, b.from, b.bend) ||
         segments_cross(a.from, a.bend, b.bend, b.to) ||
         segments_cross(a.bend, a.to, b.from, b.bend) || segments_cross(a.bend, a.to, b.bend, b.to);
}

bool meets(const Leader& l, const Rect& r) {
  return segment_meets(l.from, l.bend, r) || segment_meets(l.bend, l.to, r);
}

}  // namespace

bool operator==(const BadgeSlots::Field& a, const BadgeSlots::Field& b) {
  return a.left_x == b.left_x && a.right_x == b.right_x && a.top == b.top && a.bottom == b.bottom &&
         a.reach == b.reach && std::equal(a.off.begin(), a.off.end(), b.off.begin(), same);
}

int BadgeSlots::crossed_by(const Badge& badge) const {
  const Leader own = leader_of(badge, field_.reach);
  int crossed = 0;
  // A mark may lie on a hand; its leader then leaves it by the shortest way.
  for (const Rect& off : field_.off) crossed += !inside(off, badge.from) && meets(own, off);
  for (std::size_t i = 0; i < size_; ++i) {
    const Badge& other = badges_[i];
    if (other.region == badge.region) continue;
    const Leader its = leader_of(other, field_.reach);
    crossed += leaders_cross(own, its) || meets(own, box_of(other)) || meets(its, box_of(badge)) ||
               boxes_meet(box_of(badge), box_of(other));
  }
  return crossed;
}

BadgeSlots::Badge BadgeSlots::best(const Anchor& anchor, int* crossed) const {
  Badge found{anchor.region, true, anchor.at, anchor.at, {field_.left_x, anchor.at.y}};
  float least = 1e18f;
  const float middle = (field_.left_x + field_.right_x) / 2;
  for (const bool left : {true, false})
    for (float y = field_.top; y <= field_.bottom + 0.5f; y += kApart) {
      Badge badge{anchor.region, left, anchor.at, {}, {left ? field_.left_x : field_.right_x, y}};
      if (std::any_of(field_.off.begin(), field_.off.end(),
                      [&](const Rect& off) { return boxes_meet(box_of(badge), off); }))
        continue;
      for (const float share : kBends) {
        const float edge = badge.at.x + (left ? field_.reach : -field_.reach);
        badge.bend = {anchor.at.x + share * (edge - anchor.at.x), y};
        const int meets = crossed_by(badge);
        const bool farther = left ? anchor.at.x > middle + 1 : anchor.at.x < middle - 1;
        const float cost = std::fabs(y - anchor.at.y - kLower) + (farther ? kOtherMargin : 0) +
                           8 * std::fabs(share - kBends[0]) + 10000 * static_cast<float>(meets);
        if (cost >= least) continue;
        least = cost;
        found = badge;
        *crossed = meets;
      }
    }
  return found;
}

// Tries several orders greedily: the outermost first, so that the inner ones go around them; from
// the top down; from the bottom up. It takes the first order in which nothing crosses, otherwise
// the best one.
void BadgeSlots::lay_out(std::span<const Anchor> anchors) {
  std::array<Anchor, kMost> order{};
  const std::size_t n = std::min(anchors.size(), kMost);
  const auto last = order.begin() + static_cast<std::ptrdiff_t>(n);
  const float middle = (field_.left_x + field_.right_x) / 2;
  std::array<Badge, kMost> least{};
  int fewest = 1 << 20;
  for (int which = 0; which < 4 && fewest > 0; ++which) {
    std::copy_n(anchors.begin(), n, order.begin());
    std::stable_sort(order.begin(), last, [&](const Anchor& a, const Anchor& b) {
      if (which == 0) return std::fabs(a.at.x - middle) > std::fabs(b.at.x - middle);
      if (which == 1) return a.at.y < b.at.y;
      return which == 2 ? a.at.y > b.at.y : std::fabs(a.at.x - middle) < std::fabs(b.at.x - middle);
    });
    size_ = 0;
    int crossed = 0;
    for (std::size_t i = 0; i < n; ++i) {
      badges_[size_] = best(order[i], &crossed);
      ++size_;
    }
    // A badge whose leader crosses another one looks again, as long as that may help.
    for (int round = 0; round < 4 && crossings() > 0; ++round)
      for (std::size_t i = 0; i < size_; ++i)
        if (crossed_by(badges_[i]) > 0)
          badges_[i] = best({badges_[i].region, badges_[i].from}, &crossed);
    if (const int now = crossings(); now < fewest) {
      fewest = now;
      least = badges_;
    }
  }
  badges_ = least;
}

int BadgeSlots::crossings() const {
  int all = 0;
  for (std::size_t i = 0; i < size_; ++i) all += crossed_by(badges_[i]);
  return all;
}

std::span<const BadgeSlots::Badge> BadgeSlots::place(std::span<const Anchor> anchors,
                                                     const Field& field) {
  const auto of = [&](int region) {
    return std::find_if(anchors.begin(), anchors.end(),
                        [&](const Anchor& a) { return a.region == region; });
  };
  bool fresh = !(field == field_);
  field_ = field;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < size_ && !fresh; ++i) {
    const auto anchor = of(badges_[i].region);
    if (anchor == anchors.end()) continue;
    fresh = anchor->at.x != badges_[i].from.x || anchor->at.y != badges_[i].from.y;
    badges_[kept++] = badges_[i];
  }
  size_ = fresh ? 0 : kept;
  for (const Anchor& anchor : anchors) {
    const auto known =
        std::find_if(badges_.begin(), badges_.begin() + static_cast<std::ptrdiff_t>(size_),
                     [&](const Badge& b) { return b.region == anchor.region; });
    if (known != badges_.begin() + static_cast<std::ptrdiff_t>(size_) || size_ == kMost) continue;
    int crossed = 0;
    badges_[size_] = best(anchor, &crossed);
    ++size_;
    if (crossed == 0) continue;
    lay_out(anchors);
    break;
  }
  return {badges_.data(), size_};
}

}  // namespace advisor::ui
