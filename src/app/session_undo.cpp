// Says what one step changes, and takes it back.
#include <algorithm>
#include <utility>

#include "app/session.h"

namespace advisor::app {

// Finds the first mark that comes, goes or is told otherwise.
Session::Step Session::step_to(const Intake& next) const {
  const auto in = [](const std::vector<Mark>& marks, RegionId region) {
    return std::find_if(marks.begin(), marks.end(),
                        [&](const Mark& m) { return m.region == region; });
  };
  for (const Mark& mark : next.marks) {
    const auto now = in(intake_.marks, mark.region);
    if (now == intake_.marks.end()) return {"phrases.step.marked", mark.region.value};
    if (now->intensity != mark.intensity)
      return {"phrases.step.intensity", mark.region.value, mark.intensity};
  }
  for (const Mark& mark : intake_.marks)
    if (in(next.marks, mark.region) == next.marks.end())
      return {"phrases.step.removed", mark.region.value};
  return {"phrases.step.answer"};
}

void Session::keep_a_mark_open() {
  if (!mark_of(shown_.open_mark))
    shown_.open_mark = intake_.marks.empty() ? -1 : intake_.marks.back().region.value;
  shown_.mark_list &= intake_.marks.size() > 1;
}

bool Session::restore(std::vector<Intake>& from, std::vector<Intake>& to) {
  const Step step = step_to(from.back());
  to.push_back(std::move(intake_));
  intake_ = std::move(from.back());
  intake_.now = to.back().now;  // time is not undone
  from.pop_back();
  last_slide_ = {};
  if (mark_of(step.region)) shown_.open_mark = step.region;
  intake_changed();
  toast(step.words, false, step.region, step.value);
  return true;
}

}  // namespace advisor::app
