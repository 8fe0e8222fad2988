#pragma once

#include <array>
#include <optional>
#include <vector>

#include "advice/ids.h"

namespace advisor {

// A range of days relative to a race, first to last.
struct DayRange {
  int first, last;
};

// The numbers of the training block (docs/rules.md). They have no default: content gives each one.
struct BlockNumbers {
  int race_days;   // races that count lie in the first so many days
  int most_days;   // how long a block is at most
  int empty_days;  // how long it is without a race that counts
  int taper_days, taper_days_long, peak_days, build_days, off_days;  // lengths of the phases
  int gap_days;       // the least from one session to another
  int move_days;      // how far a session may lie from its day in the cadence
  int clear_days;     // a session of the cadence keeps so far from the next one
  int most_sessions;  // more only for the reasons that come before the cadence
};

// The numbers of docs/rules.md. Weights are in units of 0.005.
struct RuleNumbers {
  int horizon_days = 28;
  int light_after_hours = 2;  // R7: after the last effort
  int race_light_before_days = 2, race_light_after_days = 2,
      race_minutes = 60;                                             // R1, R3 (the article)
  DayRange first_moderate{-6, -3};                                   // R4
  int next_hard_moderate_before_days = 1;                            // R7
  int soreness_caps_from = 5, soreness_light_hours = 72;             // R8
  int soreness_ideal_from_hours = 48, soreness_ideal_to_hours = 72;  // R8
  int days_between_deep = 5;                                         // R10
  DayRange ideal_before{-5, -4}, ideal_before_first{-10, -7};        // R4
  DayRange ideal_after_short{3, 5}, ideal_after_long{4, 7};          // R5
  double short_race_max_km = 21.1;
  int ideal_search_days = 14, open_search_days = 7, open_days = 3;
  int sudden_avoid_hours = 72, sudden_light_hours = 168, sudden_moderate_hours = 1008,
      sudden_deep_max_intensity = 4;  // R9
  int severe_from = 8, severe_explained_hours = 72, soreness_too_long_hours = 168,
      old_injury_from_hours = 168;
  int wait_for_soreness_from = 5;  // R5
  int first_minutes = 60;          // R11: a first massage
  struct Length {
    int max_areas, minutes;
  };
  std::vector<Length> lengths{{2, 60}, {4, 75}, {255, 90}};  // R11
  std::array<std::optional<std::array<int, 2>>, 5> cadence_days{
      // by Phase
      std::array{21, 28}, std::array{14, 14}, std::array{7, 14}, std::nullopt, std::array{21, 28}};
  // Weights per tenth of intensity, by the rank of a benefit in its region's list: 1.0, 0.6, 0.3.
  std::array<int, 3> rank_points{20, 12, 6};
  int soreness_points = 10, tightness_points = 6;  // per tenth of intensity
  int old_injury_points = 200, race_near_points = 100, phase_points = 40, goal_points = 100,
      nothing_marked_points = 100;
  // Which benefit each of the additions above speaks of.
  BenefitId soreness_benefit{4}, injury_benefit{1}, mobility_benefit{3}, calm_benefit{5},
      prevention_benefit{0};
  BlockNumbers block{};
};

}  // namespace advisor
