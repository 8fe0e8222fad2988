#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "body/atlas/geometry.h"
#include "body/atlas/regions.h"

namespace advisor::ui {

// Where the badges of the marks stand in the margins of the figure, and how their leaders go there:
// a straight line to a bend, a level one to the badge. A badge keeps its place while the figure
// keeps its own; one that comes moves no other, unless its leader could not help but cross one.
class BadgeSlots {
 public:
  static constexpr float kApart = 56;  // px from one slot to the next
  static constexpr float kAbove = 18,
                         kBelow =
                             37;  // px that a badge and the strength under it take, from its middle
  static constexpr std::size_t kMost = 24;  // badges; marks beyond have none

  // The places are in CSS px. A field is compared as a whole: another field is another layout.
  struct Field {
    float left_x = 0, right_x = 0;  // the axes of the two columns
    float top = 0, bottom = 0;      // the highest and the lowest middle of a badge
    float reach = 14;               // of a badge, to where its leader ends
    std::array<body::Rect, 5>
        off{};  // what neither badges nor leaders may touch; without a width: none
    friend bool operator==(const Field& a, const Field& b);
  };
  struct Anchor {
    int region;
    body::Point at;
  };
  struct Badge {
    int region = -1;
    bool left = false;
    body::Point from, bend, at;
  };

  // Gives each anchor a badge. Cost: nothing while nothing has changed; some 10,000 steps for a new
  // mark.
  std::span<const Badge> place(std::span<const Anchor> anchors, const Field& field);

  // Counts the pairs of leaders and badges that cross, and the leaders that cross what they may not
  // touch.
  int crossings() const;

 private:
  Badge best(const Anchor& anchor, int* crossed) const;
  int crossed_by(const Badge& badge) const;
  void lay_out(std::span<const Anchor> anchors);

  Field field_;
  std::array<Badge, kMost> badges_;
  std::size_t size_ = 0;
};

}  // namespace advisor::ui
