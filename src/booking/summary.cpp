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
      if (area.avoid) {
        avoided.emplace_back(phrases_.region_in_sentence(area.region));
        continue;
      }
      const std::string region = phrases_.region_name(area.region), intensity = std::to_string(area.intensity);
      const auto mark = std::find_if(intake_.marks.begin(), intake_.marks.end(),
                                     [&](const Mark& candidate) { return candidate.region == area.region; });
      if (mark != intake_.marks.end() && mark->quality)
        line(phrases_.text("phrases.summary.area", {{"region", region}, {"intensity", intensity},
                                                    {"quality", phrases_.term_in(*mark->quality)}}));
      else
        line(phrases_.text("phrases.summary.area_plain", {{"region", region}, {"intensity", intensity}}));
    }
    if (!avoided.empty()) line(phrases_.text("phrases.summary.avoid", {{"regions", phrases_.list_and(avoided)}}));
  }

  void write_flags() {
    for (const RaisedFlag& flag : advice_.flags)
      line(phrases_.text("phrases.summary.flag", {{"flag", phrases_.flag_text(flag)}}));
  }

  void write_session() {
    if (!advice_.session) return;
    const Session& session = *advice_.session;
    line(phrases_.text("phrases.summary.day", {{"day", phrases_.date(session.day)}}));
    line(phrases_.text("phrases.summary.minutes", {{"minutes", std::to_string(session.minutes)}}));
    line(phrases_.text("phrases.summary.pressure", {{"pressure", phrases_.up_to(session.pressure)}}));
  }

  void write_efforts() {
    std::vector<Day> races;
    for (const Race& race : intake_.races) races.push_back(race.date);
    insertion_sort(races);
    for (Day race : races) line(phrases_.text("phrases.summary.race", {{"race", phrases_.date(race)}}));
    if (intake_.last_hard_end)
      line(phrases_.text("phrases.summary.last_run", {{"run", phrases_.date(day_of(*intake_.last_hard_end))}}));
  }

  const Phrases& phrases_;
  const Intake& intake_;
  const Advice& advice_;
  std::string out_;
};

}  // namespace

std::string summary_for_therapist(const Knowledge& knowledge, const Words& words, const Intake& intake,
                                  const Advice& advice) {
  if (advice.level >= Level::kClinicianFirst) return {};
  const Phrases phrases(knowledge, words);
  return Summary(phrases, intake, advice).write();
}

}  // namespace advisor
