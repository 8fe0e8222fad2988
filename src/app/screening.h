#pragma once

#include <algorithm>
#include <vector>

#include "advice/advise.h"

// The safety check: which questions apply, and which of them have been on the screen.
namespace advisor::app {

class Screening {
 public:
  // Of what is marked, in the order of the knowledge base.
  const std::vector<FlagId>& questions() const { return questions_; }
  bool all_seen() const {
    return std::all_of(questions_.begin(), questions_.end(),
                       [&](FlagId question) { return was_seen(question); });
  }

  void ask(std::vector<FlagId> questions) { questions_ = std::move(questions); }
  void see_all() {
    for (const FlagId question : questions_)
      if (!was_seen(question)) seen_.push_back(question);
  }
  void forget() { seen_.clear(); }

 private:
  bool was_seen(FlagId question) const {
    return std::find(seen_.begin(), seen_.end(), question) != seen_.end();
  }
  std::vector<FlagId> questions_, seen_;
};

// Whether the answer raises an alarm.
inline bool is_grave(const Knowledge& knowledge, const FlagAnswer& answer) {
  const Flag& flag = knowledge.flags[answer.flag.value];
  return answer.answer != Answer::kNo && flag.level >= Level::kClinicianFirst &&
         !(flag.clearable && answer.cleared);
}

}  // namespace advisor::app
