// Says what the safety check asks, and what its alarms say.
#include <algorithm>

#include "content/phrases.h"

namespace advisor {
namespace {

constexpr std::size_t kMostActs = 4;

// What a sentence ends with inside of an act; "Brûlante? À l’ombre." stays one, as its answer needs
// the question.
constexpr std::string_view kStop = ". ";

// The first sentence of a text, which is taken away from it.
std::string_view take_sentence(std::string_view& text) {
  const std::size_t stop = text.find(kStop);
  const std::string_view sentence = text.substr(0, stop == text.npos ? stop : stop + 1);
  text.remove_prefix(stop == text.npos ? text.size() : stop + kStop.size());
  return sentence;
}

bool says(std::string_view act, std::string_view sentence) {
  while (!act.empty())
    if (take_sentence(act) == sentence) return true;
  return false;
}

}  // namespace

SignWords Phrases::asked(FlagId flag, std::span<const RegionId> near) const {
  const FlagWords& words = words_.flags[flag.value];
  // The page can have told a flag that nobody is asked about.
  if (words.asked.sign.empty()) return {words.text, {}};
  const SignWords* asked = nullptr;
  for (const RegionId region : near) {
    const SignWords& there = words.asked_of(knowledge_.regions[region.value].area);
    if (asked && asked->sign != there.sign) return words.asked;
    asked = &there;
  }
  return asked ? *asked : words.asked;
}

bool Phrases::is_emergency(FlagId flag) const {
  return knowledge_.flags[flag.value].level == Level::kEmergency;
}

bool Phrases::in_doubt(const RaisedFlag& flag) const {
  return flag.unsure && is_emergency(flag.flag);
}

// How much a flag has to say before the others: 911 before the emergency room, what is sure before
// a doubt; then what is seen today; then what an area raises by itself, whose first act is for 911;
// last what nobody has to be seen for.
int Phrases::urgency(const RaisedFlag& flag) const {
  const FlagWords& words = words_.flags[flag.flag.value];
  if (flag.level < Level::kClinicianFirst) return -1;
  if (is_emergency(flag.flag)) return 4 + (words.call.empty() ? 2 : 0) + (flag.unsure ? 0 : 1);
  if (flag.level == Level::kUrgent) return 3;
  if (words.who.empty()) return 0;
  return knowledge_.flags[flag.flag.value].derivation == Derivation::kByArea ? 2 : 1;
}

const RaisedFlag& Phrases::alarm_flag(const Advice& advice) const {
  return *std::max_element(
      advice.flags.begin(), advice.flags.end(),
      [&](const RaisedFlag& a, const RaisedFlag& b) { return urgency(a) < urgency(b); });
}

Alarm Phrases::alarm_of(const Advice& advice) const {
  if (advice.level < Level::kClinicianFirst) return Alarm::kNone;
  if (advice.level == Level::kEmergency) return Alarm::kEmergency;
  const RaisedFlag& lead = alarm_flag(advice);
  if (advice.level == Level::kUrgent) return in_doubt(lead) ? Alarm::kDoubt : Alarm::kToday;
  return words_.flags[lead.flag.value].who.empty() ? Alarm::kWait : Alarm::kSeeFirst;
}

std::string_view Phrases::alarm_title(const Advice& advice) const {
  const RaisedFlag& lead = alarm_flag(advice);
  const FlagWords& words = words_.flags[lead.flag.value];
  if (in_doubt(lead))
    return words_.ui(words.call.empty() ? "ui.alarm.doubt_title" : "ui.alarm.doubt_title_room");
  return words.title;
}

// A doubt that leads an emergency has that emergency's own reason beside it.
std::string Phrases::alarm_reason(const Advice& advice) const {
  const RaisedFlag& lead = alarm_flag(advice);
  if (!in_doubt(lead)) return flag_text(lead);
  std::string reason =
      text("ui.alarm.doubt_reason", {{"sign", words_.flags[lead.flag.value].asked.sign}});
  if (advice.level == Level::kEmergency) reason.append(" ").append(flag_text(advice.flags.front()));
  return reason;
}

std::string Phrases::alarm_call(const Advice& advice) const {
  const auto said = [&](std::string_view what, std::string_view more) {
    return std::string(words_.ui(what)).append(words_.ui("grammar.list_separator")).append(more);
  };
  const std::string& call = words_.flags[alarm_flag(advice).flag.value].call;
  switch (alarm_of(advice)) {
    case Alarm::kNone:
      return {};
    case Alarm::kDoubt:
    case Alarm::kEmergency:
      return call.empty() ? std::string() : text("ui.alarm.call_911_if", {{"if", call}});
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

void Phrases::add_unsaid(std::vector<std::string>& acts, std::string_view act) {
  std::string unsaid;
  while (!act.empty()) {
    const std::string_view sentence = take_sentence(act);
    if (std::any_of(acts.begin(), acts.end(),
                    [&](const std::string& other) { return says(other, sentence); }))
      continue;
    unsaid.append(unsaid.empty() ? "" : " ").append(sentence);
  }
  if (!unsaid.empty()) acts.push_back(std::move(unsaid));
}

// What a flag adds beside the one that leads.
std::string Phrases::first_thing(FlagId flag) const {
  const FlagWords& words = words_.flags[flag.value];
  std::string_view act = words.acts.front();
  std::string thing(take_sentence(act));
  if (!words.act_beside.empty()) thing.append(" ").append(words.act_beside);
  return thing;
}

std::vector<std::string> Phrases::alarm_acts(const Advice& advice) const {
  std::vector<std::string> acts;
  const RaisedFlag& lead = alarm_flag(advice);
  const FlagWords& words = words_.flags[lead.flag.value];
  const bool emergency = is_emergency(lead.flag), room = !words.call.empty();
  // Whoever answers for somebody else is not told what that person would do alone.
  const bool alone = std::none_of(
      advice.flags.begin(), advice.flags.end(),
      [&](const RaisedFlag& f) { return knowledge_.flags[f.flag.value].told_by_helper; });
  if (in_doubt(lead)) {
    add_unsaid(acts, words_.ui(room ? "ui.alarm.doubt_act_room" : "ui.alarm.doubt_act"));
    if (alone) add_unsaid(acts, words_.ui("ui.alarm.doubt_drive"));
  }
  for (const std::string& act : words.acts) add_unsaid(acts, act);
  // First the first thing about each; where there is no room for all of it, the last things about
  // the one that leads give way.
  const std::size_t own = acts.size();
  for (const RaisedFlag& flag : advice.flags)
    if (flag.level >= Level::kClinicianFirst && flag.flag != lead.flag &&
        (!emergency || is_emergency(flag.flag)))
      add_unsaid(acts, first_thing(flag.flag));
  const auto add_where_room = [&](std::string_view act) {
    if (acts.size() < kMostActs) add_unsaid(acts, act);
  };
  for (const RaisedFlag& flag : advice.flags)
    if (emergency && is_emergency(flag.flag))
      for (const std::string& act : words_.flags[flag.flag.value].acts) add_where_room(act);
  if (advice.level == Level::kEmergency && alone) {
    add_where_room(words_.ui(room ? "ui.alarm.ride" : "ui.alarm.alone"));
    if (!room) add_where_room(words_.ui("ui.alarm.together"));
  }
  for (std::size_t spare = own; spare > 1 && acts.size() > kMostActs; --spare)
    acts.erase(acts.begin() + static_cast<std::ptrdiff_t>(spare) - 1);
  acts.resize(std::min(acts.size(), kMostActs));
  return acts;
}

}  // namespace advisor
