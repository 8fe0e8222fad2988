#include "hand.h"

#include <algorithm>
#include <cmath>

namespace advisor::test {
namespace {

using Kind = app::Action::Kind;

constexpr float kTurn = 6.2831853f;
constexpr float kBrowserScrollsFrom = 15;  // px

}  // namespace

std::vector<int> Hand::shown_regions() {
  std::vector<int> shown;
  for (int region = 0; region < body::kRegionCount; ++region)
    if (stage_
            .box("region." +
                 stage_.session.library().knowledge.regions[static_cast<std::size_t>(region)].id)
            .w > 0)
      shown.push_back(region);
  return shown;
}

body::Point Hand::middle_of(int region) {
  const ui::FigureScene& scene = stage_.interface.figure_scene();
  return body::region_anchor_px(figure(), scene.view, scene.framing, region);
}

void Hand::touch_at(body::Point at, float seconds) {
  const float slip = uniform(0, kMostSlipPx), direction = uniform(0, kTurn);
  stage_.finger_down(at.x, at.y);
  stage_.frame();
  // Half of it while the finger rests, the rest as it leaves.
  const auto along = [&](float share) {
    return body::Point{at.x + share * slip * std::cos(direction),
                       at.y + share * slip * std::sin(direction)};
  };
  for (int step = 1; step <= 4; ++step) {
    const body::Point now = along(0.125f * static_cast<float>(step));
    stage_.finger_to(now.x, now.y);
    stage_.frame_after(seconds / 4);
  }
  const body::Point left = along(1);
  stage_.finger_up(left.x, left.y);
  stage_.settle();
}

void Hand::touch(int region) {
  std::normal_distribution<float> offset(0, kOffsetPx);
  const body::Point middle = middle_of(region);
  touch_at({middle.x + offset(random_), middle.y + offset(random_)}, uniform(kShortest, kLongest));
}

void Hand::drag(body::Point from, body::Point by, float seconds, bool page_scrolls) {
  stage_.finger_down(from.x, from.y);
  stage_.frame();
  constexpr int kSteps = 12;
  bool asked = false, ours = false;
  for (int step = 1; step <= kSteps; ++step) {
    const float share = static_cast<float>(step) / kSteps;
    const float dx = by.x * share + uniform(-2, 2), dy = by.y * share + uniform(-2, 2);
    if (!asked && std::hypot(dx, dy) >= 6) {  // as web/widget/pointers.js asks
      asked = true;
      ours = stage_.interface.claims_touch(from.x, from.y, dx, dy);
    }
    if (asked && !ours && page_scrolls && std::hypot(dx, dy) > kBrowserScrollsFrom) {
      stage_.finger_cancel();
      stage_.settle();
      return;
    }
    stage_.finger_to(from.x + dx, from.y + dy);
    stage_.frame_after(seconds / kSteps);
  }
  stage_.finger_up(from.x + by.x, from.y + by.y);
  stage_.settle();
}

int Hand::marks_beside(std::initializer_list<int> meant) const {
  int others = 0;
  for (const Mark& mark : stage_.session.intake().marks)
    others += std::find(meant.begin(), meant.end(), mark.region.value) == meant.end();
  return others;
}

Outcome Hand::use() {
  const float which = uniform(0, 1);
  return use(which < 0.6f   ? Habit::kTouch
             : which < 0.7f ? Habit::kTwice
             : which < 0.8f ? Habit::kTwoAreas
             : which < 0.9f ? Habit::kScroll
                            : Habit::kSwipe);
}

Outcome Hand::use(Habit habit) {
  const std::vector<int> shown = shown_regions();
  const auto any = [&] {
    return shown[static_cast<std::size_t>(uniform(0, static_cast<float>(shown.size()) - 0.001f))];
  };
  const app::Rect figure_box = stage_.box("figure");
  const body::Point anywhere{
      uniform(figure_box.x + 20, figure_box.x + figure_box.w - 20),
      uniform(figure_box.y + figure_box.h * 0.2f, figure_box.y + figure_box.h * 0.95f)};
  const bool back = stage_.session.shown().back_view;
  Outcome out;
  out.habit = habit;
  switch (habit) {
    case Habit::kTouch:
    case Habit::kTwice: {
      const int region = any();
      touch(region);
      if (habit == Habit::kTwice) {
        stage_.frame_after(uniform(0.1f, 1.2f));
        touch(region);
      }
      out.touches[0] = {region, marks_beside({region}) > 0, !stage_.session.told().mark_of(region)};
      break;
    }
    case Habit::kTwoAreas: {
      const int first = any();
      int second = any();
      const auto apart = [&] {
        const body::Point a = middle_of(first), b = middle_of(second);
        return std::hypot(a.x - b.x, a.y - b.y) >= 48;
      };
      while (!apart()) second = any();
      touch(first);
      out.touches[0] = {first, marks_beside({first}) > 0, !stage_.session.told().mark_of(first)};
      const int already = marks_beside({first, second});
      stage_.frame_after(uniform(0.1f, 0.6f));
      touch(second);
      out.touches[1] = {second, marks_beside({first, second}) > already,
                        !stage_.session.told().mark_of(second)};
      break;
    }
    case Habit::kScroll: {
      const float length = uniform(60, 320) * (uniform(0, 1) < 0.7f ? -1.0f : 1.0f);
      drag(anywhere, {uniform(-0.25f, 0.25f) * length, length}, uniform(0.08f, 1.2f),
           uniform(0, 1) < 0.7f);
      out.marked_by_drag = marks_beside({});
      break;
    }
    case Habit::kSwipe: {
      const float length = uniform(70, 200) * (anywhere.x > stage_.size.w / 2 ? -1.0f : 1.0f);
      drag(anywhere, {length, uniform(-0.3f, 0.3f) * length}, uniform(0.08f, 0.6f), true);
      out.marked_by_drag = marks_beside({});
      break;
    }
  }
  out.turned = stage_.session.shown().back_view != back;
  while (!stage_.session.intake().marks.empty())
    stage_.session.apply({Kind::kRemoveMark, stage_.session.intake().marks.back().region.value});
  stage_.session.apply({Kind::kCloseToast});
  stage_.session.apply({Kind::kTurn, -1, back});
  stage_.settle();
  stage_.frame_after(2.5f);  // what was touched then is not what is touched next
  stage_.settle();
  return out;
}

}  // namespace advisor::test
