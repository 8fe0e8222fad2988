// What the safety check asks and what its alarms say.
#include <algorithm>

#include "content/phrases.h"

namespace advisor {
namespace {

constexpr std::size_t kMostActs = 4;

}  // namespace

SignWords Phrases::asked(FlagId flag, std::span<const RegionId> near) const {
  const FlagWords& words = words_.flags[flag.value];
  // A flag that nobody is asked about can have been told all the same, by the page.
  if (words.asked.sign.empty()) return {words.text, {}};
  const SignWords* asked = nullptr;
  for (const RegionId region : near) {
    const SignWords& there = words.asked_of(knowledge_.regions[region.value].area);
    if (asked && asked->sign != there.sign) return words.asked;
    asked = &there;
  }
  return asked ? *asked : words.asked;
}

bool Phrases::in_doubt(const RaisedFlag& flag) const {
  return flag.unsure && knowledge_.flags[flag.flag.value].level == Level::kEmergency;
}

const RaisedFlag& Phrases::alarm_flag(const Advice& advice) const {
  const auto doubt =
      std::find_if(advice.flags.begin(), advice.flags.end(),
                   [&](const RaisedFlag& f) { return f.level == advice.level && in_doubt(f); });
  return doubt == advice.flags.end() ? advice.flags.front() : *doubt;
}

Alarm Phrases::alarm_of(const Advice& advice) const {
  if (advice.level < Level::kClinicianFirst) return Alarm::kNone;
  if (advice.level == Level::kEmergency) return Alarm::kEmergency;
  if (advice.level == Level::kUrgent)
    return in_doubt(alarm_flag(advice)) ? Alarm::kDoubt : Alarm::kToday;
  const bool somebody =
      std::any_of(advice.flags.begin(), advice.flags.end(), [&](const RaisedFlag& f) {
        return f.level == advice.level && !words_.flags[f.flag.value].who.empty();
      });
  return somebody ? Alarm::kSeeFirst : Alarm::kWait;
}

std::string_view Phrases::alarm_title(const Advice& advice) const {
  if (alarm_of(advice) == Alarm::kDoubt) return words_.ui("ui.alarm.doubt_title");
  return words_.flags[alarm_flag(advice).flag.value].title;
}

std::string Phrases::alarm_reason(const Advice& advice) const {
  const RaisedFlag& flag = alarm_flag(advice);
  if (!in_doubt(flag)) return flag_text(flag);
  return text("ui.alarm.doubt_reason",
              {{"sign", uncapitalized(words_.flags[flag.flag.value].asked.sign)}});
}

std::string Phrases::alarm_call(const Advice& advice) const {
  const auto said = [&](std::string_view what, std::string_view more) {
    return std::string(words_.ui(what)).append(words_.ui("grammar.list_separator")).append(more);
  };
  const std::string& call = words_.flags[alarm_flag(advice).flag.value].call;
  switch (alarm_of(advice)) {
    case Alarm::kNone:
    case Alarm::kDoubt:
      return {};
    case Alarm::kEmergency:
      return call.empty() ? std::string() : said("ui.alarm.call_911", call);
    case Alarm::kToday:
      return said("ui.alarm.call_811", words_.ui("ui.alarm.call_811_detail"));
    case Alarm::kSeeFirst:
      return said("ui.alarm.call_811", words_.ui("ui.alarm.whom_detail"));
    case Alarm::kWait:
      return std::string(words_.ui("ui.alarm.wait_end"))
          .append(" ")
          .append(words_.ui("ui.alarm.info"));
  }
  return {};
}

std::vector<std::string_view> Phrases::alarm_acts(const Advice& advice) const {
  std::vector<std::string_view> acts;
  const auto add = [&](std::string_view act) {
    if (std::find(acts.begin(), acts.end(), act) == acts.end()) acts.push_back(act);
  };
  const RaisedFlag& first = alarm_flag(advice);
  const bool doubt = in_doubt(first);
  if (doubt)
    for (const std::string_view key : {"ui.alarm.doubt_act", "ui.alarm.doubt_drive"})
      add(words_.ui(key));
  else
    for (const std::string& act : words_.flags[first.flag.value].acts) add(act);
  // The first thing about each of the others; where there is no room for all of it, the first
  // flag's last things give way.
  const std::size_t own = acts.size();
  for (const RaisedFlag& flag : advice.flags)
    if (flag.level >= Level::kClinicianFirst && !(doubt && in_doubt(flag)) &&
        flag.flag != first.flag)
      add(words_.flags[flag.flag.value].acts.front());
  if (advice.level == Level::kEmergency)
    for (const std::string_view key : {"ui.alarm.alone", "ui.alarm.together"})
      if (acts.size() < kMostActs) add(words_.ui(key));
  for (std::size_t spare = own; spare > 1 && acts.size() > kMostActs; --spare)
    acts.erase(acts.begin() + static_cast<std::ptrdiff_t>(spare) - 1);
  acts.resize(std::min(acts.size(), kMostActs));
  return acts;
}

}  // namespace advisor
