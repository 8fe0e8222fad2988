#include "booking/summary.h"

#include <algorithm>

#include "advice/insertion_sort.h"
#include "content/phrases.h"

namespace advisor {
namespace {

class Summary {
 public:
  Summary(const Phrases& phrases, const Intake& intake, const Advice& advice)
      : phrases_(phrases), intake_(intake), advice_(advice) {}

  std::string write() {
    line(phrases_.text("phrases.summary.title"));
    write_areas();
    write_flags();
    write_session();
    write_efforts();
    line(phrases_.text("phrases.summary.disclaimer"));
    return std::move(out_);
  }

 private:
  void line(std::string_view text) {
    if (!out_.empty()) out_ += '\n';
    out_ += text;
  }

  void write_areas() {
    std::vector<std::string> avoided;
    for (const AreaAdvice& area : advice_.areas) {
      if (area.avoid)
        avoided.push_back(phrases_.region_in_note(area.region));
      else
        line(area_line(area));
    }
    if (!avoided.empty())
      line(phrases_.text("phrases.summary.avoid", {{"regions", phrases_.list_and(avoided)}}));
  }

  // Each area has its own pressure, so that the gentlest place is not lost in the session's.
  std::string area_line(const AreaAdvice& area) const {
    const std::string region = phrases_.region_name(area.region),
                      intensity = std::to_string(area.intensity);
    const std::string pressure = phrases_.up_to(area.pressure);
    const Mark* mark = mark_of(area.region);
    if (!mark) return region;
    const std::string told =
        mark->quality
            ? phrases_.text("phrases.summary.area", {{"region", region},
                                                     {"intensity", intensity},
                                                     {"quality", phrases_.term_in(*mark->quality)},
                                                     {"pressure", pressure}})
            : phrases_.text("phrases.summary.area_plain",
                            {{"region", region}, {"intensity", intensity}, {"pressure", pressure}});
    if (mark->onset != Onset::kSudden || is_injury_noted(area.region)) return told;
    return phrases_.text("phrases.summary.area_injured",
                         {{"area", told}, {"age", age_of(area.region)}});
  }

  void write_flags() {
    for (const RaisedFlag& flag : advice_.flags) {
      if (!is_injury(flag) || flag.regions.empty()) {
        write_note(flag, flag.regions);
        continue;
      }
      // Each injury began at its own time, so each has its own line.
      for (RegionId region : flag.regions) write_note(flag, {region});
    }
  }

  void write_note(const RaisedFlag& flag, const std::vector<RegionId>& regions) {
    std::vector<std::string> names;
    for (RegionId region : regions) names.push_back(phrases_.region_in_note(region));
    const std::string places =
        names.empty() ? phrases_.text("phrases.summary.place_unknown") : phrases_.list_and(names);
    const std::string age = regions.size() == 1 ? age_of(regions.front())
                                                : phrases_.text("phrases.summary.age_unknown");
    line(phrases_.flag_note(flag, places, age));
  }

  bool is_injury(const RaisedFlag& flag) const {
    const Derivation derivation = phrases_.knowledge().flags[flag.flag.value].derivation;
    return derivation == Derivation::kAcuteInjury || derivation == Derivation::kOldInjury;
  }

  bool is_injury_noted(RegionId region) const {
    return std::any_of(advice_.flags.begin(), advice_.flags.end(), [&](const RaisedFlag& flag) {
      return is_injury(flag) &&
             std::find(flag.regions.begin(), flag.regions.end(), region) != flag.regions.end();
    });
  }

  const Mark* mark_of(RegionId region) const {
    const auto mark =
        std::find_if(intake_.marks.begin(), intake_.marks.end(),
                     [&](const Mark& candidate) { return candidate.region == region; });
    return mark == intake_.marks.end() ? nullptr : &*mark;
  }

  std::string age_of(RegionId region) const {
    const Mark* mark = mark_of(region);
    return mark && mark->since ? phrases_.ago(*mark->since, intake_.now)
                               : phrases_.text("phrases.summary.age_unknown");
  }

  void write_session() {
    if (!advice_.session) return;
    const SessionAdvice& session = *advice_.session;
    line(phrases_.text("phrases.summary.day", {{"day", phrases_.date(session.day)}}));
    line(phrases_.text("phrases.summary.minutes", {{"minutes", std::to_string(session.minutes)}}));
    // The pressure is said here when it is one for all; where the areas differ, each line above has
    // its own.
    const bool differ = std::any_of(
        advice_.areas.begin(), advice_.areas.end(),
        [&](const AreaAdvice& area) { return !area.avoid && area.pressure != session.pressure; });
    line(differ ? phrases_.text("phrases.summary.pressure_by_area")
                : phrases_.text("phrases.summary.pressure",
                                {{"pressure", phrases_.up_to(session.pressure)}}));
  }

  void write_efforts() {
    std::vector<Day> races;
    for (const Race& race : intake_.races) races.push_back(race.date);
    insertion_sort(races);
    for (Day race : races)
      line(phrases_.text("phrases.summary.race", {{"race", phrases_.date(race)}}));
    if (intake_.last_hard_end)
      line(phrases_.text("phrases.summary.last_run",
                         {{"run", phrases_.date(day_of(*intake_.last_hard_end))}}));
  }

  const Phrases& phrases_;
  const Intake& intake_;
  const Advice& advice_;
  std::string out_;
};

}  // namespace

std::string summary_for_therapist(const Knowledge& knowledge, const Words& words,
                                  const Intake& intake, const Advice& advice) {
  if (advice.level >= Level::kClinicianFirst) return {};
  const Phrases phrases(knowledge, words);
  return Summary(phrases, intake, advice).write();
}

}  // namespace advisor
