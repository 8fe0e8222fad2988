#include "content/rules_json.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace advisor {
namespace {

constexpr int kMostDays = 366;
constexpr int kMostHours = 24 * 366;

// Each number has the range in which the rules make sense.
struct Number {
  const char* key;
  int& number;
  int least, most;
};

template <class Entries>
bool is_one_of(const Entries& entries, std::string_view key) {
  return std::any_of(std::begin(entries), std::end(entries),
                     [&](const auto& entry) { return key == entry.key; });
}

void read_numbers(JsonValue value, std::span<const Number> numbers) {
  for (const Number& entry : numbers)
    entry.number = value.at(entry.key).integer(entry.least, entry.most);
}

DayRange range_of(JsonValue value) {
  const std::vector<JsonValue> items = value.items();
  if (items.size() != 2) {
    value.fail("two days, first and last");
    return {0, 0};
  }
  const DayRange range{items[0].integer(-kMostDays, kMostDays),
                       items[1].integer(-kMostDays, kMostDays)};
  if (range.first > range.last) value.fail("two days, first and last", "the last before the first");
  return range;
}

// Reads a weight in tenths. The scores are in units of 0.005 and are halved, which is exact only
// for multiples of 0.1.
int weight_of(JsonValue value) {
  const double tenths = value.number() * 10;
  const double whole = std::round(tenths);
  if (!(whole >= 0 && whole <= 100) || std::fabs(tenths - whole) > 1e-6) {
    value.fail("a multiple of 0.1 from 0 to 10");
    return 0;
  }
  return static_cast<int>(whole);
}

// Both give units of 0.005, for the whole and for each tenth of intensity.
int points_of(JsonValue value) { return weight_of(value) * 20; }
int points_per_intensity_of(JsonValue value) { return weight_of(value) * 2; }

void read_lengths(JsonValue list, RuleNumbers& rules) {
  rules.lengths.clear();
  for (const JsonValue& entry : list.items()) {
    entry.only({"max_areas", "minutes"});
    const RuleNumbers::Length length{entry.at("max_areas").integer(1, 255),
                                     entry.at("minutes").integer(5, 480)};
    if (!rules.lengths.empty() && rules.lengths.back().max_areas >= length.max_areas)
      entry.at("max_areas").fail("more areas than in the entry before");
    rules.lengths.push_back(length);
  }
  if (rules.lengths.empty()) list.fail("at least one length");
}

void read_cadence(JsonValue value, RuleNumbers& rules) {
  value.only({"maintenance", "build", "peak", "taper", "off"});
  for (std::size_t phase = 0; phase < rules.cadence_days.size(); ++phase) {
    const JsonValue entry = value.at(Names<Phase>::kAll[phase]);
    rules.cadence_days[phase].reset();
    if (!entry.exists() || entry.is(JsonTree::Type::kNull)) continue;
    const DayRange range = range_of(entry);
    if (range.first < 1)
      entry.fail("at least one day between two massages", std::to_string(range.first));
    rules.cadence_days[phase] = std::array{range.first, range.last};
  }
}

void read_weights(JsonValue value, RuleNumbers& rules) {
  value.only({"rank", "soreness", "tightness", "old_injury", "race_near", "phase", "goal",
              "nothing_marked"});
  const std::vector<JsonValue> ranks = value.at("rank").items();
  if (ranks.size() == rules.rank_points.size())
    for (std::size_t i = 0; i < ranks.size(); ++i)
      rules.rank_points[i] = points_per_intensity_of(ranks[i]);
  else
    value.at("rank").fail("three weights");
  rules.soreness_points = points_per_intensity_of(value.at("soreness"));
  rules.tightness_points = points_per_intensity_of(value.at("tightness"));
  rules.old_injury_points = points_of(value.at("old_injury"));
  rules.race_near_points = points_of(value.at("race_near"));
  rules.phase_points = points_of(value.at("phase"));
  rules.goal_points = points_of(value.at("goal"));
  rules.nothing_marked_points = points_of(value.at("nothing_marked"));
}

void read_roles(JsonValue value, const std::vector<Benefit>& benefits, RuleNumbers& rules) {
  value.only({"soreness", "injury", "mobility", "calm", "prevention"});
  const auto read = [&](const char* key, BenefitId& role) {
    const JsonValue entry = value.at(key);
    const std::optional<BenefitId> id = find_id<BenefitId>(benefits, entry.text());
    if (id)
      role = *id;
    else
      entry.fail("the id of a benefit");
  };
  read("soreness", rules.soreness_benefit);
  read("injury", rules.injury_benefit);
  read("mobility", rules.mobility_benefit);
  read("calm", rules.calm_benefit);
  read("prevention", rules.prevention_benefit);
}

void read_block(JsonValue value, BlockNumbers& block) {
  const Number numbers[] = {{"race_days", block.race_days, 1, kMostDays},
                            {"most_days", block.most_days, 1, kMostDays},
                            {"empty_days", block.empty_days, 1, kMostDays},
                            {"taper_days", block.taper_days, 0, kMostDays},
                            {"taper_days_long", block.taper_days_long, 0, kMostDays},
                            {"peak_days", block.peak_days, 0, kMostDays},
                            {"build_days", block.build_days, 0, kMostDays},
                            {"off_days", block.off_days, 0, kMostDays},
                            {"gap_days", block.gap_days, 1, kMostDays},
                            {"move_days", block.move_days, 0, kMostDays},
                            {"clear_days", block.clear_days, 1, kMostDays},
                            {"most_sessions", block.most_sessions, 1, 64}};
  for (const JsonValue& member : value.members())
    if (!is_one_of(numbers, member.key())) member.fail_key("a key that the rules know");
  read_numbers(value, numbers);
}

// What is neither one number nor a range of days.
constexpr std::string_view kOthers[] = {"short_race_max_km", "lengths", "cadence_days",
                                        "weights",           "roles",   "block"};

bool is_other(std::string_view key) {
  return std::find(std::begin(kOthers), std::end(kOthers), key) != std::end(kOthers);
}

}  // namespace

void read_rules(JsonValue value, const std::vector<Benefit>& benefits, RuleNumbers& rules) {
  const Number numbers[] = {
      {"horizon_days", rules.horizon_days, 1, kMostDays},
      {"light_after_hours", rules.light_after_hours, 0, kMostHours},
      {"race_light_before_days", rules.race_light_before_days, 0, kMostDays},
      {"race_light_after_days", rules.race_light_after_days, 0, kMostDays},
      {"race_minutes", rules.race_minutes, 5, 480},
      {"next_hard_moderate_before_days", rules.next_hard_moderate_before_days, 0, kMostDays},
      {"soreness_caps_from", rules.soreness_caps_from, 1, 11},
      {"soreness_light_hours", rules.soreness_light_hours, 0, kMostHours},
      {"soreness_ideal_from_hours", rules.soreness_ideal_from_hours, 0, kMostHours},
      {"soreness_ideal_to_hours", rules.soreness_ideal_to_hours, 0, kMostHours},
      {"days_between_deep", rules.days_between_deep, 0, kMostDays},
      {"ideal_search_days", rules.ideal_search_days, 1, kMostDays},
      {"open_search_days", rules.open_search_days, 1, kMostDays},
      {"open_days", rules.open_days, 1, kMostDays},
      {"sudden_avoid_hours", rules.sudden_avoid_hours, 0, kMostHours},
      {"sudden_light_hours", rules.sudden_light_hours, 0, kMostHours},
      {"sudden_moderate_hours", rules.sudden_moderate_hours, 0, kMostHours},
      {"sudden_deep_max_intensity", rules.sudden_deep_max_intensity, 0, 10},
      {"severe_from", rules.severe_from, 1, 11},
      {"severe_explained_hours", rules.severe_explained_hours, 0, kMostHours},
      {"soreness_too_long_hours", rules.soreness_too_long_hours, 0, kMostHours},
      {"old_injury_from_hours", rules.old_injury_from_hours, 0, kMostHours},
      {"wait_for_soreness_from", rules.wait_for_soreness_from, 1, 11},
      {"first_minutes", rules.first_minutes, 5, 480}};
  struct Range {
    const char* key;
    DayRange& range;
  };
  const Range ranges[] = {{"first_moderate", rules.first_moderate},
                          {"ideal_before", rules.ideal_before},
                          {"ideal_before_first", rules.ideal_before_first},
                          {"ideal_after_short", rules.ideal_after_short},
                          {"ideal_after_long", rules.ideal_after_long}};

  for (const JsonValue& member : value.members())
    if (!is_one_of(numbers, member.key()) && !is_one_of(ranges, member.key()) &&
        !is_other(member.key()))
      member.fail_key("a key that the rules know");
  read_numbers(value, numbers);
  for (const Range& entry : ranges) entry.range = range_of(value.at(entry.key));
  rules.short_race_max_km = value.at("short_race_max_km").number();
  if (!(rules.short_race_max_km > 0 && rules.short_race_max_km <= 1000))
    value.at("short_race_max_km").fail("a number above 0, up to 1000");
  read_lengths(value.at("lengths"), rules);
  read_cadence(value.at("cadence_days"), rules);
  read_weights(value.at("weights"), rules);
  read_roles(value.at("roles"), benefits, rules);
  read_block(value.at("block"), rules.block);
}

}  // namespace advisor
