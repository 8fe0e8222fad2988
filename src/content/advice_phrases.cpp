// Says what the advice holds, in sentences (phrases.h).
#include <algorithm>

#include "advice/efforts.h"
#include "content/names.h"
#include "content/phrases.h"

namespace advisor {
namespace {

const TraceEntry* find_entry(const Advice& advice, Rule rule) {
  const auto entry =
      std::find_if(advice.trace.begin(), advice.trace.end(),
                   [&](const TraceEntry& candidate) { return candidate.rule == rule; });
  return entry == advice.trace.end() ? nullptr : &*entry;
}

bool consecutive(const std::vector<Day>& sorted) {
  return days_between(sorted.front(), sorted.back()) == static_cast<int>(sorted.size()) - 1;
}

bool same_month(Day a, Day b) {
  const std::chrono::year_month_day x{a}, y{b};
  return x.year() == y.year() && x.month() == y.month();
}

// Finds the race to which this day is nearest, the coming one on a tie.
std::optional<Day> nearest_race(const Intake& intake, Day day) {
  std::optional<Day> nearest;
  for (const Race& race : intake.races) {
    const int distance = std::abs(days_between(day, race.date));
    const int best = nearest ? std::abs(days_between(day, *nearest)) : 0;
    if (!nearest || distance < best || (distance == best && race.date > *nearest))
      nearest = race.date;
  }
  return nearest;
}

bool race_is_over(const Intake& intake) {
  const Day today = day_of(intake.now);
  const std::optional<Day> race = nearest_race(intake, today);
  return race && *race < today;
}

// What a rule says of this day: where several say it, the strictest, then the nearest cause.
const TraceEntry* entry_of_day(const Advice& advice, Rule rule, Day day) {
  const TraceEntry* best = nullptr;
  const auto before = [&](const TraceEntry& a, const TraceEntry& b) {
    if (a.pressure != b.pressure) return a.pressure < b.pressure;
    return a.cause && b.cause &&
           std::abs(days_between(day, *a.cause)) < std::abs(days_between(day, *b.cause));
  };
  for (const TraceEntry& entry : advice.trace) {
    if (entry.rule != rule || !entry.from || day < *entry.from || day > *entry.to) continue;
    if (!best || before(entry, *best)) best = &entry;
  }
  return best;
}

bool is_screened(const Advice& advice) { return advice.unanswered.empty(); }

// Lists the rules that a set of bits holds, in their order.
std::vector<Rule> rules_in(RuleSet set) {
  std::vector<Rule> rules;
  for (int i = 0; i < kCountOf<Rule>; ++i)
    if ((set & bit(static_cast<Rule>(i))) != 0) rules.push_back(static_cast<Rule>(i));
  return rules;
}

void append_sentence(std::string& out, std::string_view sentence) {
  if (sentence.empty()) return;
  if (!out.empty()) out += ' ';
  out += sentence;
  if (out.back() != '.' && out.back() != '!' && out.back() != '?') out += '.';
}

}  // namespace

std::string Phrases::best_days(const std::vector<Day>& ideal) const {
  if (ideal.size() == 1) return text("phrases.verdict.best_one", {{"day", the_date(ideal[0])}});
  if (ideal.size() == 2 && same_month(ideal[0], ideal[1]))
    return text(
        "phrases.verdict.best_two_same_month",
        {{"weekday", weekday(weekday_of(ideal[0]))},
         {"day", day_number(ideal[0])},
         {"weekday2", weekday(weekday_of(ideal[1]))},
         {"day2", day_number(ideal[1])},
         {"month", month(static_cast<unsigned>(std::chrono::year_month_day{ideal[0]}.month()))}});
  if (ideal.size() == 2)
    return text("phrases.verdict.best_two",
                {{"day", the_date(ideal[0])}, {"day2", the_date(ideal[1])}});
  const Day from = ideal.front(), to = ideal.back();
  if (!consecutive(ideal)) {
    std::vector<std::string> dates;
    for (Day day : ideal) dates.push_back(the_date(day));
    return text("phrases.verdict.best_several", {{"days", list_or(dates)}});
  }
  if (same_month(from, to))
    return text(
        "phrases.verdict.best_range_same_month",
        {{"from", day_number(from)},
         {"to", day_number(to)},
         {"month", month(static_cast<unsigned>(std::chrono::year_month_day{from}.month()))}});
  return text("phrases.verdict.best_range", {{"from", date_plain(from)}, {"to", date_plain(to)}});
}

std::string Phrases::state(const Advice& advice) const {
  if (!is_screened(advice)) return text("phrases.unscreened.state");
  return words_.levels[static_cast<std::size_t>(advice.level)].state;
}

std::string Phrases::verdict(const Advice& advice) const {
  if (!advice.timing || !advice.session) return std::string(alarm_title(advice));
  if (!is_screened(advice))
    return counted("phrases.unscreened.title", static_cast<int>(advice.unanswered.size()));
  const Timing& timing = *advice.timing;
  if (!timing.earliest_light) return text("phrases.verdict.no_day");
  const bool all_avoided =
      !advice.areas.empty() && std::all_of(advice.areas.begin(), advice.areas.end(),
                                           [](const AreaAdvice& area) { return area.avoid; });
  if (all_avoided)
    return counted(
        is_cleared(advice) ? "phrases.verdict.elsewhere_light" : "phrases.verdict.elsewhere",
        static_cast<int>(advice.areas.size()));
  if (advice.session->pressure == Pressure::kLight) return light_verdict(advice);
  const Pressure first = timing.days.front().pressure;
  const bool all_alike = std::all_of(timing.days.begin(), timing.days.end(),
                                     [&](const DayAdvice& day) { return day.pressure == first; });
  if (timing.ideal.empty() || (all_alike && find_entry(advice, Rule::kIdealOpen)))
    return text("phrases.verdict.any_day");
  return best_days(timing.ideal);
}

// A light session, and the days that allow more: until when, where a limit follows.
std::string Phrases::light_verdict(const Advice& advice) const {
  const std::vector<DayAdvice>& days = advice.timing->days;
  const Pressure most = advice.session->most;
  const auto firmer = std::find_if(days.begin(), days.end(), [&](const DayAdvice& day) {
    return day.date > advice.session->day && day.pressure >= most;
  });
  if (most == Pressure::kLight || firmer == days.end()) return text("phrases.verdict.light_only");
  const auto limit = std::find_if(firmer, days.end(), [&](const DayAdvice& day) {
    return day.pressure < most && day.pressure != Pressure::kNone;
  });
  const bool deep = most == Pressure::kDeep;
  if (limit == days.end())
    return text(deep ? "phrases.verdict.light_until" : "phrases.verdict.moderate_from",
                {{"date", date_plain(firmer->date)}});
  auto last = limit - 1;
  while (last->pressure == Pressure::kNone) --last;
  return text(deep ? "phrases.verdict.deep_on" : "phrases.verdict.moderate_on",
              {{"range", range(firmer->date, last->date)}});
}

// The soreness of what is massaged; without the day of the effort it may be another.
std::string Phrases::soreness_reason(const Advice& advice, const Intake& intake) const {
  const std::vector<MarkTime> times = mark_times(intake);
  bool felt = false, dated = true;
  for (std::size_t i = 0; i < times.size(); ++i) {
    const bool massaged =
        std::any_of(advice.areas.begin(), advice.areas.end(), [&](const AreaAdvice& area) {
          return area.region == intake.marks[i].region && !area.avoid;
        });
    if (!times[i].exertional || !massaged) continue;
    felt = true;
    dated = dated && times[i].reference;
  }
  return text(!felt   ? "phrases.verdict.reason_open"
              : dated ? "phrases.verdict.reason_soreness"
                      : "phrases.verdict.reason_undated");
}

std::string Phrases::verdict_reason(const Advice& advice, const Intake& intake) const {
  if (!advice.timing) return {};
  if (!is_screened(advice)) return text("phrases.unscreened.reason");
  if (const TraceEntry* race = find_entry(advice, Rule::kIdealRace)) {
    const int before = days_between(*race->from, *race->cause);
    return before > 0 ? counted("phrases.verdict.reason_before", before)
                      : counted("phrases.verdict.reason_after", -before);
  }
  if (find_entry(advice, Rule::kIdealSoreness)) return soreness_reason(advice, intake);
  // No hurry, where it may be today; else what the days before those lack.
  if (find_entry(advice, Rule::kIdealOpen)) {
    const bool from_the_first = !advice.timing->ideal.empty() &&
                                advice.timing->ideal.front() == advice.timing->days.front().date;
    return text(from_the_first ? "phrases.verdict.reason_open"
                               : "phrases.verdict.reason_unlimited");
  }
  return {};
}

std::string Phrases::up_to(Pressure p) const {
  if (p == Pressure::kNone) return text("phrases.day.none");
  if (p == Pressure::kLight) return text("phrases.day.light_only");
  if (p == Pressure::kDeep) return text("phrases.day.any_pressure");
  return text("phrases.day.up_to", {{"pressure", term(p)}});
}

std::string Phrases::day_spoken(const Advice& advice, std::size_t index,
                                const Intake& intake) const {
  const Timing& timing = *advice.timing;
  const DayAdvice& day = timing.days[index];
  const Pressure pressure = pressure_on(advice, day);
  std::string line =
      text("phrases.day.spoken", {{"date", date(day.date)}, {"pressure", up_to(pressure)}});
  if (day.ideal)
    line.append(words_.ui("grammar.list_separator")).append(words_.ui("phrases.day.ideal"));
  std::string out;
  append_sentence(out, line);
  if ((day.reasons & bit(Rule::kR14)) != 0) append_sentence(out, words_.ui("phrases.day.closed"));
  const std::optional<Day> race = nearest_race(intake, day.date);
  const int before = race ? days_between(day.date, *race) : 0;
  if (race && before == 0) append_sentence(out, words_.ui("phrases.day.race"));
  constexpr int kNearDays = 14;
  if (before > 0 && before <= kNearDays)
    append_sentence(out, counted("phrases.day.days_before_race", before));
  if (before < 0 && -before <= kNearDays)
    append_sentence(out, counted("phrases.day.days_after_race", -before));
  if (pressure == Pressure::kDeep) {
    std::size_t last = index;
    while (last + 1 < timing.days.size() && timing.days[last + 1].pressure == Pressure::kDeep)
      ++last;
    if (last > index && last + 1 < timing.days.size())
      append_sentence(
          out, text("phrases.day.deep_until", {{"date", date_plain(timing.days[last].date)}}));
  }
  return out;
}

std::vector<std::string> Phrases::day_reasons(const Advice& advice, const DayAdvice& day,
                                              const Intake& intake) const {
  const RuleNumbers& rules = knowledge_.rules;
  RuleSet spoken = day.reasons;
  if ((spoken & bit(Rule::kR2)) != 0) spoken &= ~(bit(Rule::kR1) | bit(Rule::kR3));
  std::vector<std::string> reasons;
  for (Rule rule : rules_in(spoken)) {
    const TraceEntry* entry = entry_of_day(advice, rule, day.date);
    std::string cause, until;
    if (entry && entry->cause) cause = date_plain(*entry->cause);
    if (rule == Rule::kR8)
      if (const std::optional<Day> light = soreness_light_until(rules, intake))
        until = date_plain(*light);
    if (rule == Rule::kR10 && entry && entry->cause)
      until = date_plain(*entry->cause + days(rules.days_between_deep));
    reasons.push_back(fill_text(words_.rules[static_cast<std::size_t>(rule)].reason,
                                {{"race", cause},
                                 {"run", cause},
                                 {"cause", cause},
                                 {"date", until},
                                 {"hours", number_text(rules.soreness_light_hours)},
                                 {"pressure", term(day.pressure)}}));
  }
  const bool areas_decide = pressure_on(advice, day) < day.pressure;
  if (reasons.empty())
    reasons.push_back(text(areas_decide ? "phrases.day.areas_decide" : "phrases.day.no_limit"));
  return reasons;
}

std::vector<std::string> Phrases::area_reasons(const AreaAdvice& area) const {
  std::vector<std::string> reasons;
  for (Rule rule : rules_in(area.reasons)) {
    const bool of_area = rule == Rule::kRegionCap || rule == Rule::kNotMassaged ||
                         rule == Rule::kAvoided || rule == Rule::kR9 || rule == Rule::kR5 ||
                         rule == Rule::kR15;
    if (!of_area) continue;
    const int number =
        rule == Rule::kR5 ? knowledge_.rules.wait_for_soreness_from - 1 : area.intensity;
    reasons.push_back(fill_text(words_.rules[static_cast<std::size_t>(rule)].reason,
                                {{"region", region_in_sentence(area.region)},
                                 {"pressure", term(area.cap)},
                                 {"number", number_text(number)}}));
  }
  return reasons;
}

std::string Phrases::area_note(const Advice& advice, const AreaAdvice& area) const {
  if ((area.reasons & bit(Rule::kNotMassaged)) != 0) return text("phrases.note.not_massaged");
  if (area.avoid) return text("phrases.note.avoid");
  // Deep work is waited for only where it can come.
  const Pressure most = is_cleared(advice) ? std::min(area.cap, Pressure::kLight) : area.cap;
  if (area.wait_for_soreness && most == Pressure::kDeep)
    return text("phrases.note.wait_for_soreness");
  if (area.wait_for_soreness && most == Pressure::kModerate)
    return text("phrases.note.gentle_while_sore");
  if (area.wait_for_soreness || area.cap == Pressure::kLight)
    return text("phrases.note.light_only");
  return {};
}

std::vector<TechniqueId> Phrases::techniques(const AreaAdvice& area) const {
  std::vector<TechniqueId> asked_for = area.techniques;
  if (area.recent_injury)
    std::erase_if(asked_for,
                  [&](TechniqueId id) { return knowledge_.techniques[id.value].stretches; });
  return asked_for;
}

std::string Phrases::care_text(const Advice& advice, const AreaAdvice& area, bool recent,
                               bool numb) const {
  // In whole weeks, up: what is said never ends before the rule does.
  constexpr int kHoursOfAWeek = 168;
  const int weeks = (knowledge_.rules.sudden_moderate_hours + kHoursOfAWeek - 1) / kHoursOfAWeek;
  const bool cleared = is_cleared(advice);
  std::vector<std::string> parts;
  for (const FlagId flag : area.self_care_of) add_unsaid(parts, words_.flags[flag.value].self_care);
  if (parts.empty() && (cleared || recent || numb))
    parts.push_back(text("phrases.self_care_gently"));
  if (cleared) add_unsaid(parts, words_.ui("phrases.self_care_cleared"));
  if (recent) add_unsaid(parts, text("phrases.self_care_recent", {{"weeks", number_text(weeks)}}));
  if (numb) add_unsaid(parts, words_.ui("phrases.self_care_numb"));
  if (parts.empty())
    return words_.areas[knowledge_.regions[area.region.value].area.value].self_care;
  std::string out;
  for (const std::string& part : parts) append_sentence(out, part);
  return out;
}

std::string Phrases::self_care(const Advice& advice, const AreaAdvice& area) const {
  return area.avoid ? std::string() : care_text(advice, area, area.recent_injury, area.numb);
}

std::vector<Phrases::CareLine> Phrases::self_care_lines(const Advice& advice) const {
  std::vector<CareLine> lines;
  for (const AreaAdvice& area : advice.areas) {
    const AreaId which = knowledge_.regions[area.region.value].area;
    if (area.avoid || std::any_of(lines.begin(), lines.end(),
                                  [&](const CareLine& line) { return line.area == which; }))
      continue;
    bool recent = false, numb = false;
    std::string_view spared;
    for (const AreaAdvice& side : advice.areas) {
      const Region& region = knowledge_.regions[side.region.value];
      if (region.area != which) continue;
      recent = recent || side.recent_injury;
      numb = numb || side.numb;
      if (side.avoid)
        spared = words_.ui(region.side == Side::kLeft ? "phrases.self_care_not_left"
                                                      : "phrases.self_care_not_right");
    }
    std::string text = care_text(advice, area, recent, numb);
    append_sentence(text, spared);
    lines.push_back({which, std::move(text)});
  }
  return lines;
}

std::string Phrases::ago(Moment began, Moment now) const {
  const int whole_days = days_between(day_of(began), day_of(now));
  if (whole_days < 14) return text("phrases.ago.date", {{"date", date_plain(day_of(began))}});
  if (whole_days < 61) return counted("phrases.ago.weeks", whole_days / 7);
  if (whole_days < 730) return counted("phrases.ago.months", whole_days * 12 / 365);
  return counted("phrases.ago.years", whole_days / 365);
}

// Says what was told of an area, and, where that allows, what it has to do with this benefit.
std::string Phrases::area_fact(BenefitId benefit, const Fact& fact, const Intake& intake) const {
  const std::string region = region_name(*fact.region);
  const auto mark =
      std::find_if(intake.marks.begin(), intake.marks.end(),
                   [&](const Mark& candidate) { return fact.region == candidate.region; });
  if (mark == intake.marks.end()) return region;
  const std::string intensity = number_text(mark->intensity);
  const std::string told =
      mark->quality ? text("phrases.why.area_quality", {{"region", region},
                                                        {"intensity", intensity},
                                                        {"quality", term_in(*mark->quality)}})
                    : text("phrases.why.area", {{"region", region}, {"intensity", intensity}});
  const RuleNumbers& rules = knowledge_.rules;
  if (benefit == rules.calm_benefit) return text("phrases.why.area_calm", {{"told", told}});
  if (benefit == rules.mobility_benefit) return text("phrases.why.area_mobility", {{"told", told}});
  if (benefit == rules.soreness_benefit && mark->onset == Onset::kAfterRun)
    return text("phrases.why.area_soreness", {{"told", told}});
  if (benefit == rules.injury_benefit && mark->onset == Onset::kSudden)
    return text("phrases.why.area_injury", {{"told", told}});
  return told;
}

std::string Phrases::fact(BenefitId benefit, const Fact& fact, const Intake& intake) const {
  const std::string region = fact.region ? region_name(*fact.region) : std::string();
  switch (fact.kind) {
    case FactKind::kArea:
      return area_fact(benefit, fact, intake);
    case FactKind::kSoreness:
      return text("phrases.why.soreness", {{"region", region}});
    case FactKind::kOldInjury:
      // A flag that was told without a place only says that an answer counts.
      if (!fact.region) return words_.rules[static_cast<std::size_t>(Rule::kFlag)].reason;
      return text("phrases.why.old_injury", {{"region", region}});
    case FactKind::kTightness:
      return text("phrases.why.tightness", {{"region", region}});
    case FactKind::kRaceNear:
      return text(race_is_over(intake) ? "phrases.why.race_over" : "phrases.why.race_near");
    case FactKind::kRaceNearHalved:
      return text(race_is_over(intake) ? "phrases.why.race_over_halved"
                                       : "phrases.why.race_near_halved");
    case FactKind::kPhase:
      return text("phrases.why.phase");
    case FactKind::kGoal:
      return text("phrases.why.goal");
    case FactKind::kNothingMarked:
      return text("phrases.why.nothing_marked");
  }
  return {};
}

std::string Phrases::effect(const TraceEntry& entry) const {
  std::string from, to, days_range, region, flag, cause, number;
  if (entry.from) from = date_plain(*entry.from);
  if (entry.to) to = date_plain(*entry.to);
  if (entry.from && entry.to)
    days_range = range(*entry.from, *entry.to);
  else
    days_range = from;
  if (entry.region) region = region_name(*entry.region);
  if (entry.cause) cause = date_plain(*entry.cause);
  number = number_text(entry.number);
  if (entry.number_to > entry.number)
    number = text("grammar.from_to", {{"from", number}, {"to", number_text(entry.number_to)}});
  if (entry.flag) flag = words_.flags[entry.flag->value].text;
  // Where every day is light, those are only the first.
  if (entry.rule == Rule::kIdealOpen && entry.pressure == Pressure::kLight)
    return text("phrases.open_bookable", {{"range", days_range}});
  return fill_text(
      words_.rules[static_cast<std::size_t>(entry.rule)].trace,
      {{"from", from},
       {"to", to},
       {"range", days_range},
       {"region", region},
       {"benefit",
        entry.benefit ? std::string_view(words_.benefits[entry.benefit->value].title) : ""},
       {"flag", flag},
       {"pressure", entry.pressure ? term(*entry.pressure) : ""},
       {"cause", cause},
       {"number", number},
       {"days", number_text(entry.number / 24)}});
}

std::string Phrases::session_reason(const SessionReason& reason) const {
  const std::string race = reason.race ? date_plain(*reason.race) : std::string();
  return fill_text(of("phrases.block.", name_of(reason.reason)), {{"race", race}});
}

std::string Phrases::left_out(const LeftOut& left_out) const {
  const std::string what =
      left_out.why == WhyLeftOut::kNoDay ? session_reason(left_out.window) : date(left_out.from);
  const std::string gap = number_text(knowledge_.rules.block.gap_days);
  const std::string_view key = left_out.why == WhyLeftOut::kNoDay     ? "phrases.block.no_day"
                               : left_out.why == WhyLeftOut::kOutside ? "phrases.block.outside"
                               : left_out.why == WhyLeftOut::kClosed  ? "phrases.block.closed"
                                                                      : "phrases.block.too_near";
  return text(key, {{"what", what}, {"number", gap}});
}

std::string Phrases::flag_text(const RaisedFlag& flag) const {
  const FlagWords& words = words_.flags[flag.flag.value];
  if (flag.soreness == ToldSoreness::kTooOld) return text("phrases.severe_too_old");
  if (flag.soreness == ToldSoreness::kWithoutDay) return text("phrases.severe_without_day");
  if (!flag.cleared)
    return flag.derived && !words.text_derived.empty() ? words.text_derived : words.text;
  // The text of a cleared flag asks for the agreement that was given, so what was told stands in
  // its place.
  std::string out;
  append_sentence(out, words.asked.question);
  append_sentence(out, words_.rules[static_cast<std::size_t>(Rule::kR13)].reason);
  append_sentence(out, words.cleared_text);
  return out;
}

std::vector<std::string_view> Phrases::flag_acts(const RaisedFlag& flag) const {
  if (flag.cleared) return {words_.ui("phrases.cleared_act")};
  const std::vector<std::string>& acts = words_.flags[flag.flag.value].acts;
  return {acts.begin(), acts.end()};
}

std::string Phrases::flag_note(const RaisedFlag& flag, std::string_view places,
                               std::string_view age) const {
  const std::string note = fill_text(words_.flags[flag.flag.value].note,
                                     {{"region", places}, {"regions", places}, {"age", age}});
  return text(flag.cleared  ? "phrases.summary.flag_cleared"
              : flag.unsure ? "phrases.summary.flag_unsure"
                            : "phrases.summary.flag",
              {{"note", note}});
}

std::string Phrases::safety_message(const Advice& advice) const {
  std::string message;
  std::vector<std::string> acts;
  if (advice.level >= Level::kClinicianFirst) {
    message = alarm_title(advice);
    append_sentence(message, alarm_reason(advice));
    acts = alarm_acts(advice);
  } else {
    message = is_screened(advice) ? words_.levels[static_cast<std::size_t>(advice.level)].message
                                  : text("phrases.unscreened.message");
    for (const RaisedFlag& flag : advice.flags)
      for (const std::string_view act : flag_acts(flag)) add_unsaid(acts, act);
  }
  for (const std::string& act : acts) append_sentence(message, act);
  if (advice.level >= Level::kClinicianFirst) append_sentence(message, alarm_call(advice));
  return message;
}

}  // namespace advisor
