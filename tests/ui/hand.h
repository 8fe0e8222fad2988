#pragma once

#include <array>
#include <random>

#include "stage.h"

// A modelled hand (docs/touch.md): it aims at the middle of an area and lands beside it, stays for
// a while, slips, comes twice, comes to two areas one after the other, and lets the page scroll
// from anywhere.
namespace advisor::test {

inline constexpr float kOffsetPx = 5;                       // standard deviation along each axis
inline constexpr float kShortest = 0.04f, kLongest = 0.9f;  // s that a finger stays
inline constexpr float kMostSlipPx = 12;                    // between landing and leaving

enum class Habit { kTouch, kTwice, kTwoAreas, kScroll, kSwipe };
inline constexpr int kHabits = 5;

// What came of it. A touch means an area; any other mark that it sets is wrong.
struct Touch {
  int region = -1;
  bool wrong = false, missed = false;
};
struct Outcome {
  Habit habit = Habit::kTouch;
  std::array<Touch, 2> touches;  // without a region: there was none
  int marked_by_drag = 0;
  bool turned = false;
};

class Hand {
 public:
  Hand(Stage& stage, unsigned seed) : stage_(stage), random_(seed) {}

  // One habit on a figure without marks, and what it did. Takes the marks away again.
  Outcome use(Habit habit);
  Outcome use();  // a habit as they come: 60 % touches, 10 % twice, 10 % two areas, 10 % scrolls,
                  // 10 % swipes

  // The parts of it, for journeys: a touch that means an area, and a drag.
  void touch(int region);
  void drag(body::Point from, body::Point by, float seconds, bool page_scrolls);

  float uniform(float from, float to) {
    return std::uniform_real_distribution<float>(from, to)(random_);
  }

 private:
  std::vector<int> shown_regions();
  body::Point middle_of(int region);
  void touch_at(body::Point at, float seconds);
  int marks_beside(std::initializer_list<int> meant) const;

  Stage& stage_;
  std::mt19937 random_;
};

}  // namespace advisor::test
