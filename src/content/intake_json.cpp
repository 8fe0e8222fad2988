#include "content/intake_json.h"

#include <algorithm>

#include "advice/advise.h"
#include "content/iso_time.h"
#include "content/json_reader.h"
#include "content/json_writer.h"

namespace advisor {
namespace {

class IntakeReader {
 public:
  IntakeReader(JsonValue root, const Knowledge& knowledge) : root_(root), knowledge_(knowledge) {}

  // Reads everything but the chosen day, which needs the horizon.
  Intake read() {
    root_.only({"version", "now", "language", "marks", "screened", "answers", "runs", "races",
                "massage", "day", "block_days", "phase", "goals"});
    root_.at("version").integer(1, 1);
    const JsonValue now = root_.at("now");
    if (const std::optional<Moment> moment = parse_moment(now.text()))
      intake_.now = *moment;
    else
      now.fail("a date and time, YYYY-MM-DDTHH:MM");
    if (const JsonValue language = root_.find("language"); language.exists())
      intake_.language = language.one_of<Language>();
    read_marks();
    if (const JsonValue screened = root_.find("screened"); screened.exists())
      intake_.screened = screened.boolean();
    read_answers();
    read_runs();
    read_races();
    read_massage();
    if (const JsonValue phase = root_.find("phase"); phase.exists())
      intake_.phase = phase.one_of<Phase>();
    read_goals();
    if (const JsonValue day = root_.find("day"); day.exists()) intake_.day = day_of_value(day);
    read_block_days();
    return std::move(intake_);
  }

 private:
  Day day_of_value(JsonValue value) {
    const std::optional<Day> day = parse_day(value.text());
    if (!day) value.fail("a date that exists, YYYY-MM-DD");
    return day.value_or(Day{});
  }

  // A date alone means its 23:59; a time that has not come yet is refused.
  Moment past_moment(JsonValue value) {
    std::optional<Moment> moment = parse_moment(value.text());
    if (!moment)
      if (const std::optional<Day> day = parse_day(value.text())) moment = end_of(*day);
    if (!moment)
      value.fail("a date that exists, YYYY-MM-DD or YYYY-MM-DDTHH:MM");
    else if (*moment > intake_.now)
      value.fail("a time not after now (a date alone means its 23:59)");
    return moment.value_or(intake_.now);
  }

  RegionId region_of(JsonValue value) {
    const std::optional<RegionId> region = find_id<RegionId>(knowledge_.regions, value.text());
    if (!region) value.fail("the id of a region");
    return region.value_or(RegionId{});
  }

  // A place that is told twice counts once.
  static void add_once(std::vector<RegionId>& regions, RegionId region) {
    if (std::find(regions.begin(), regions.end(), region) == regions.end())
      regions.push_back(region);
  }

  std::vector<JsonValue> up_to(JsonValue list, std::size_t most) {
    std::vector<JsonValue> items = list.items();
    if (items.size() > most)
      list.fail("at most " + std::to_string(most) + " entries", std::to_string(items.size()));
    return items;
  }

  void read_marks() {
    for (const JsonValue& entry : up_to(root_.at("marks"), 64)) {
      entry.only({"region", "intensity", "quality", "onset", "since"});
      Mark mark;
      mark.region = region_of(entry.at("region"));
      const bool twice =
          std::any_of(intake_.marks.begin(), intake_.marks.end(),
                      [&](const Mark& other) { return other.region == mark.region; });
      if (twice) entry.at("region").fail("a region that is marked once");
      mark.intensity = entry.at("intensity").integer(1, 10);
      if (const JsonValue quality = entry.find("quality"); quality.exists())
        mark.quality = quality.one_of<Quality>();
      if (const JsonValue onset = entry.find("onset"); onset.exists())
        mark.onset = onset.one_of<Onset>();
      if (const JsonValue since = entry.find("since"); since.exists())
        mark.since = past_moment(since);
      intake_.marks.push_back(mark);
    }
  }

  void read_answers() {
    const JsonValue answers = root_.find("answers");
    if (!answers.exists()) return;
    for (const JsonValue& member : answers.members()) {
      FlagAnswer answer;
      if (const std::optional<FlagId> flag = find_id<FlagId>(knowledge_.flags, member.key()))
        answer.flag = *flag;
      else
        member.fail_key("the id of a flag");
      if (member.is(JsonTree::Type::kObject)) {
        member.only({"answer", "regions", "cleared"});
        answer.answer = member.at("answer").one_of<Answer>();
        if (const JsonValue regions = member.find("regions"); regions.exists())
          for (const JsonValue& region : regions.items())
            add_once(answer.regions, region_of(region));
        if (const JsonValue cleared = member.find("cleared"); cleared.exists())
          answer.cleared = cleared.boolean();
      } else {
        answer.answer = member.one_of<Answer>();
      }
      intake_.answers.push_back(std::move(answer));
    }
  }

  void read_runs() {
    const JsonValue runs = root_.find("runs");
    if (!runs.exists()) return;
    runs.only({"last_hard_end", "next_hard"});
    if (const JsonValue end = runs.find("last_hard_end"); end.exists())
      intake_.last_hard_end = past_moment(end);
    if (const JsonValue next = runs.find("next_hard"); next.exists())
      intake_.next_hard = day_of_value(next);
  }

  void read_races() {
    const JsonValue races = root_.find("races");
    if (!races.exists()) return;
    for (const JsonValue& entry : up_to(races, 16)) {
      entry.only({"date", "distance_km"});
      Race race{day_of_value(entry.at("date")), std::nullopt};
      if (const JsonValue distance = entry.find("distance_km"); distance.exists()) {
        race.distance_km = distance.number();
        if (!(*race.distance_km > 0 && *race.distance_km <= 1000))
          distance.fail("a number above 0, up to 1000");
      }
      intake_.races.push_back(race);
    }
  }

  void read_massage() {
    const JsonValue massage = root_.find("massage");
    if (!massage.exists()) return;
    massage.only({"experience", "last_deep"});
    if (const JsonValue value = massage.find("experience"); value.exists())
      intake_.experience = value.one_of<Experience>();
    if (const JsonValue value = massage.find("last_deep"); value.exists()) {
      intake_.last_deep = day_of_value(value);
      if (*intake_.last_deep > day_of(intake_.now)) value.fail("a day not after now");
    }
  }

  void read_goals() {
    const JsonValue goals = root_.find("goals");
    if (!goals.exists()) return;
    for (const JsonValue& item : goals.items()) {
      const std::optional<BenefitId> goal = find_id<BenefitId>(knowledge_.benefits, item.text());
      if (goal)
        intake_.goals.push_back(*goal);
      else
        item.fail("the id of a benefit");
    }
  }

  void read_block_days() {
    const JsonValue list = root_.find("block_days");
    if (!list.exists()) return;
    for (const JsonValue& entry : up_to(list, 12)) {
      const Day day = day_of_value(entry);
      if (std::find(intake_.block_days.begin(), intake_.block_days.end(), day) !=
          intake_.block_days.end())
        entry.fail("a day that is chosen once");
      intake_.block_days.push_back(day);
    }
  }

  JsonValue root_;
  const Knowledge& knowledge_;
  Intake intake_;
};

void write_answers(const Intake& intake, const Knowledge& knowledge, JsonWriter& out) {
  out.key("answers").open_object();
  for (const FlagAnswer& answer : intake.answers) {
    out.key(knowledge.flags[answer.flag.value].id);
    if (answer.regions.empty() && !answer.cleared) {
      out.value(name_of(answer.answer));
      continue;
    }
    out.open_object();
    out.member("answer", name_of(answer.answer));
    if (!answer.regions.empty()) {
      out.key("regions").open_array();
      for (RegionId region : answer.regions) out.value(knowledge.regions[region.value].id);
      out.close_array();
    }
    if (answer.cleared) out.key("cleared").value(true);
    out.close_object();
  }
  out.close_object();
}

}  // namespace

Result<Intake> read_intake(std::string_view json, const Knowledge& knowledge,
                           const Business& business) {
  Result<JsonTree> tree = JsonTree::parse(json, "");
  if (!tree) return tree.error();
  JsonReader reader(tree.value(), "");
  Intake intake = IntakeReader(reader.root(), knowledge).read();
  if (!reader.failed() && intake.day) {
    const Day first = first_day(knowledge, business, intake);
    const Day last = first + days(knowledge.rules.horizon_days - 1);
    if (*intake.day < first || *intake.day > last)
      reader.root().at("day").fail("a day from " + iso_date(first) + " to " + iso_date(last));
  }
  if (reader.failed()) return reader.error();
  return intake;
}

std::string write_intake(const Intake& intake, const Knowledge& knowledge) {
  JsonWriter out;
  out.open_object();
  out.member("version", 1);
  out.member("now", iso_moment(intake.now));
  if (intake.language) out.member("language", name_of(*intake.language));
  out.key("marks").open_array();
  for (const Mark& mark : intake.marks) {
    out.open_object();
    out.member("region", knowledge.regions[mark.region.value].id);
    out.member("intensity", mark.intensity);
    if (mark.quality) out.member("quality", name_of(*mark.quality));
    if (mark.onset) out.member("onset", name_of(*mark.onset));
    if (mark.since) out.member("since", iso_moment(*mark.since));
    out.close_object();
  }
  out.close_array();
  out.key("screened").value(intake.screened);
  if (!intake.answers.empty()) write_answers(intake, knowledge, out);
  if (intake.last_hard_end || intake.next_hard) {
    out.key("runs").open_object();
    if (intake.last_hard_end) out.member("last_hard_end", iso_moment(*intake.last_hard_end));
    if (intake.next_hard) out.member("next_hard", iso_date(*intake.next_hard));
    out.close_object();
  }
  if (!intake.races.empty()) {
    out.key("races").open_array();
    for (const Race& race : intake.races) {
      out.open_object();
      out.member("date", iso_date(race.date));
      if (race.distance_km) out.key("distance_km").value(*race.distance_km);
      out.close_object();
    }
    out.close_array();
  }
  if (intake.experience || intake.last_deep) {
    out.key("massage").open_object();
    if (intake.experience) out.member("experience", name_of(*intake.experience));
    if (intake.last_deep) out.member("last_deep", iso_date(*intake.last_deep));
    out.close_object();
  }
  if (intake.day) out.member("day", iso_date(*intake.day));
  if (!intake.block_days.empty()) {
    out.key("block_days").open_array();
    for (Day day : intake.block_days) out.value(iso_date(day));
    out.close_array();
  }
  if (intake.phase) out.member("phase", name_of(*intake.phase));
  if (!intake.goals.empty()) {
    out.key("goals").open_array();
    for (BenefitId goal : intake.goals) out.value(knowledge.benefits[goal.value].id);
    out.close_array();
  }
  out.close_object();
  return out.take();
}

}  // namespace advisor
