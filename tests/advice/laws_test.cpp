// What holds for every intake: over a million generated ones, natively (fewer in WebAssembly, which
// runs the same code).
#include <algorithm>
#include <catch_amalgamated.hpp>

#include "content/intake_json.h"
#include "fixtures/intake_generator.h"
#include "fixtures/library.h"

namespace advisor {
namespace {

using namespace advisor::test;

#if defined(__EMSCRIPTEN__) || !defined(NDEBUG) || defined(__SANITIZE_ADDRESS__)
constexpr int kRuns = 50'000;
#else
constexpr int kRuns = 1'000'000;
#endif

// R15 as docs/rules.md writes it, apart from the knowledge base: the most that the raised flags
// leave to an area.
Pressure most_by_flags(const Knowledge& k, const Advice& advice, std::string_view area) {
  Pressure most = Pressure::kDeep;
  for (const RaisedFlag& raised : advice.flags) {
    const std::string& flag = k.flags[raised.flag.value].id;
    if (flag == "diabetic_numb_feet" && (area == "foot" || area == "ankle"))
      most = Pressure::kLight;
    if (flag == "mild_osteoporosis" && (area == "low_back" || area == "thoracic"))
      most = Pressure::kLight;
    if (flag == "mild_osteoporosis" || flag == "first_deep_massage")
      most = std::min(most, Pressure::kModerate);
  }
  return most;
}

// The first law about one area that is broken; `mark` is the area's.
const char* broken_area_law(const Knowledge& k, const Advice& advice, const AreaAdvice& area,
                            const Mark& mark, const DayAdvice& day) {
  const Area& known = k.area_of(area.region);
  if (area.avoid &&
      (!area.techniques.empty() || area.cap != Pressure::kNone || area.pressure != Pressure::kNone))
    return "no area that is avoided has a technique or a pressure";
  if (area.cap > known.cap) return "no area is firmer than its own cap";
  if (area.cap > most_by_flags(k, advice, known.id)) return "no area is firmer than a flag allows";
  const bool waits = mark.onset == Onset::kAfterRun && mark.intensity >= 5 && !area.avoid;
  if (area.wait_for_soreness != waits) return "soreness of 5 waits for deep work";
  const Pressure least =
      std::min({area.cap, day.pressure, waits ? Pressure::kModerate : Pressure::kDeep});
  if (area.pressure != least) return "an area's pressure is the least of cap, day and its own note";
  if (area.pressure < Pressure::kDeep && area.reasons == 0)
    return "every area below deep has a reason";
  for (TechniqueId technique : area.techniques)
    if (k.techniques[technique.value].needs > area.pressure)
      return "a technique stays within the pressure";
  const bool numb =
      known.id == "foot" &&
      std::any_of(advice.flags.begin(), advice.flags.end(), [&](const RaisedFlag& raised) {
        return k.flags[raised.flag.value].id == "diabetic_numb_feet";
      });
  if (numb && !area.avoid && area.self_care_of.empty()) return "no ball under a numb foot";
  return nullptr;
}

// The first law that the advice breaks; null when it keeps them all. Plain code: Catch2's macros
// would take a minute.
const char* broken_law(const Knowledge& k, const Business& business, const Intake& intake,
                       const Advice& advice) {
  if (advice.level >= Level::kClinicianFirst) {
    if (advice.booking_allowed) return "at clinician_first and above nothing invites to book";
    if (!advice.areas.empty() || !advice.benefits.empty() || advice.timing || advice.session)
      return "at clinician_first and above there is nothing but where to turn";
    return nullptr;
  }
  if (!advice.timing || !advice.session)
    return "below clinician_first there are days and a session";
  if (advice.booking_allowed != advice.unanswered.empty())
    return "booking is allowed when nothing is left unanswered";

  const Timing& timing = *advice.timing;
  if (timing.days.size() != static_cast<std::size_t>(k.rules.horizon_days))
    return "the horizon is 28 days";
  if (timing.days.front().date != first_day(k, business, intake))
    return "the horizon starts on the first day";
  if (timing.days.front().date < day_of(intake.now)) return "no day lies in the past";
  for (std::size_t i = 0; i < timing.days.size(); ++i) {
    const DayAdvice& day = timing.days[i];
    if (i > 0 && day.date != timing.days[i - 1].date + days(1)) return "days follow one another";
    if (day.pressure == Pressure::kDeep && day.reasons != 0)
      return "what has a reason is below deep";
    if (day.pressure < Pressure::kDeep && day.reasons == 0)
      return "every day below deep has a reason";
    for (const Race& race : intake.races)
      if (std::abs(days_between(race.date, day.date)) <= 2 && day.pressure > Pressure::kLight)
        return "never deep, nor moderate, within two days of a race";
    if (day.ideal && day.pressure < Pressure::kLight) return "an ideal day allows at least light";
    if (day.ideal !=
        (std::find(timing.ideal.begin(), timing.ideal.end(), day.date) != timing.ideal.end()))
      return "days and the list of ideal days agree";
    for (int rule = 0; rule < kCountOf<Rule>; ++rule) {
      if ((day.reasons & bit(static_cast<Rule>(rule))) == 0) continue;
      const bool told =
          std::any_of(advice.trace.begin(), advice.trace.end(), [&](const TraceEntry& entry) {
            return entry.rule == static_cast<Rule>(rule) && entry.from && *entry.from <= day.date &&
                   day.date <= *entry.to && entry.pressure >= day.pressure;
          });
      if (!told) return "every reason of a day is in the trace";
    }
  }
  if (!std::is_sorted(timing.ideal.begin(), timing.ideal.end())) return "ideal days ascend";
  if (timing.ideal.empty() != !timing.earliest_light &&
      timing.earliest_light == timing.days.front().date)
    return "where a day is open at once, some day is ideal";

  const SessionAdvice& session = *advice.session;
  const std::vector<int>& lengths = business.lengths_minutes;
  const DayAdvice& day =
      timing.days[static_cast<std::size_t>(days_between(timing.days.front().date, session.day))];
  if (intake.day && session.day != *intake.day) return "the runner's day is the session's";
  Pressure firmest = Pressure::kNone;
  for (const AreaAdvice& area : advice.areas) firmest = std::max(firmest, area.pressure);
  const bool massages = std::any_of(advice.areas.begin(), advice.areas.end(),
                                    [](const AreaAdvice& a) { return !a.avoid; });
  if (!massages) firmest = std::min(day.pressure, most_by_flags(k, advice, ""));
  if (session.pressure != std::min(day.pressure, firmest))
    return "a session is as firm as its day and its firmest area";
  if (session.pressure != pressure_on(advice, day)) return "a day's label and its session agree";
  if (intake.experience == Experience::kFirst && lengths.empty() && session.minutes != 60)
    return "a first massage is an hour";
  if (!lengths.empty() &&
      std::find(lengths.begin(), lengths.end(), session.minutes) == lengths.end())
    return "the session's length is offered";

  std::vector<RegionId> focus;
  if (advice.areas.size() != intake.marks.size()) return "every mark has its area";
  for (std::size_t i = 0; i < advice.areas.size(); ++i) {
    const AreaAdvice& area = advice.areas[i];
    if (i > 0 && area.intensity > advice.areas[i - 1].intensity) return "strongest first";
    const auto mark =
        std::find_if(intake.marks.begin(), intake.marks.end(),
                     [&](const Mark& candidate) { return candidate.region == area.region; });
    if (const char* law = broken_area_law(k, advice, area, *mark, day)) return law;
    if (!area.avoid) focus.push_back(area.region);
  }
  if (session.focus != focus) return "the focus is what is not avoided, strongest first";

  for (const BenefitAdvice& benefit : advice.benefits) {
    if (std::find(intake.goals.begin(), intake.goals.end(), benefit.benefit) != intake.goals.end())
      continue;
    const bool needed =
        std::any_of(advice.areas.begin(), advice.areas.end(), [&](const AreaAdvice& area) {
          const auto mark =
              std::find_if(intake.marks.begin(), intake.marks.end(),
                           [&](const Mark& candidate) { return candidate.region == area.region; });
          if (area.avoid) return false;
          return benefit.benefit == k.rules.injury_benefit
                     ? mark->onset == Onset::kSudden
                     : mark->onset == Onset::kAfterRun || mark->quality == Quality::kSore;
        });
    if (benefit.benefit == k.rules.soreness_benefit && !needed)
      return "no relief of soreness is promised to who is not sore";
    if (benefit.benefit == k.rules.injury_benefit && !needed)
      return "no return from injury is promised to who was not injured";
  }
  int told_benefits = 0;
  for (const TraceEntry& entry : advice.trace) told_benefits += entry.rule == Rule::kBenefit;
  if (told_benefits != static_cast<int>(advice.benefits.size()))
    return "every benefit is in the trace";
  for (std::size_t i = 0; i < advice.benefits.size(); ++i) {
    const BenefitAdvice& benefit = advice.benefits[i];
    if (benefit.points <= 0 || benefit.permille < 0 || benefit.permille > 1000)
      return "a benefit counts";
    if (i == 0 && benefit.permille != 1000) return "the best is 1";
    if (i > 0 && (benefit.points > advice.benefits[i - 1].points ||
                  (benefit.points == advice.benefits[i - 1].points &&
                   benefit.benefit < advice.benefits[i - 1].benefit)))
      return "best first, ties in the knowledge's order";
    int sum = 0;
    for (const Fact& fact : benefit.why) sum += fact.points;
    if (benefit.why.empty() || sum != benefit.points) return "a benefit's facts add up";
  }
  return nullptr;
}

void report(const char* law, const Intake& intake) {
  INFO(write_intake(intake, knowledge()));
  FAIL(law);
}

TEST_CASE("every advice keeps the laws") {
  Random random(20260610);
  Business business;
  for (int run = 0; run < kRuns; ++run) {
    if (run % 100 == 0) business = random_business(random);
    const Intake intake = random_intake(random, knowledge(), business);
    if (const char* law =
            broken_law(knowledge(), business, intake, advise(knowledge(), business, intake)))
      report(law, intake);
  }
  SUCCEED();
}

TEST_CASE("adding a flag, an unsure or a mark never lowers the level") {
  Random random(1);
  for (int run = 0; run < kRuns / 2; ++run) {
    Intake intake = random_intake(random, knowledge(), {});
    intake.day.reset();
    const Level before = advise(knowledge(), {}, intake).level;

    Intake marked = intake;
    marked.marks.push_back(random_mark(random, knowledge(), intake));
    if (advise(knowledge(), {}, marked).level < before) report("a mark lowered the level", marked);

    const FlagId flag{
        static_cast<std::uint8_t>(random.below(static_cast<int>(knowledge().flags.size())))};
    const auto told = std::find_if(intake.answers.begin(), intake.answers.end(),
                                   [&](const FlagAnswer& answer) { return answer.flag == flag; });
    if (told != intake.answers.end() && told->answer != Answer::kNo) continue;
    if (told != intake.answers.end()) intake.answers.erase(told);
    intake.answers.push_back({flag, Answer::kNo, {}, false});
    FlagAnswer& answer = intake.answers.back();
    answer.cleared = false;
    answer.answer = Answer::kUnsure;
    const Level unsure = advise(knowledge(), {}, intake).level;
    if (unsure < before) report("an unsure lowered the level", intake);
    answer.answer = Answer::kYes;
    if (advise(knowledge(), {}, intake).level < unsure) report("a yes is below an unsure", intake);
  }
  SUCCEED();
}

// What must not depend on the order of marking: all but the order of equals among the areas.
bool same_but_for_order(const Advice& a, const Advice& b) {
  if (a.level != b.level || a.flags != b.flags || a.unanswered != b.unanswered ||
      a.timing != b.timing)
    return false;
  if (a.session.has_value() != b.session.has_value() || a.benefits.size() != b.benefits.size())
    return false;
  if (a.session && (a.session->day != b.session->day || a.session->minutes != b.session->minutes))
    return false;
  for (std::size_t i = 0; i < a.benefits.size(); ++i)
    if (a.benefits[i].benefit != b.benefits[i].benefit ||
        a.benefits[i].points != b.benefits[i].points)
      return false;
  return std::is_permutation(a.areas.begin(), a.areas.end(), b.areas.begin(), b.areas.end());
}

TEST_CASE(
    "the order of races and answers does not matter at all, that of marks only among equals") {
  Random random(2);
  for (int run = 0; run < kRuns / 4; ++run) {
    const Business business = random_business(random);
    Intake intake = random_intake(random, knowledge(), business);
    const Advice advice = advise(knowledge(), business, intake);
    if (advise(knowledge(), business, intake) != advice)
      report("the same intake gives the same advice", intake);
    shuffle(random, intake.races);
    shuffle(random, intake.answers);
    if (advise(knowledge(), business, intake) != advice)
      report("the order of races matters", intake);
    shuffle(random, intake.marks);
    if (!same_but_for_order(advise(knowledge(), business, intake), advice))
      report("the order of marks matters", intake);
  }
  SUCCEED();
}

TEST_CASE("around a race of any distance, for any experience, on every day: exhaustively") {
  for (int offset = -40; offset <= 40; ++offset)
    for (int experience = -1; experience < 3; ++experience)
      for (int distance = 0; distance < 3; ++distance)
        for (int hour : {0, 10, 21, 22, 23}) {
          Intake intake = given();
          intake.now = start_of(day("2028-02-27")) + hours(hour);
          if (experience >= 0) intake.experience = static_cast<Experience>(experience);
          intake.races.push_back({day("2028-02-27") + days(offset), std::nullopt});
          if (distance > 0) intake.races[0].distance_km = distance == 1 ? 21.1 : 21.2;
          if (const char* law =
                  broken_law(knowledge(), {}, intake, advise(knowledge(), {}, intake)))
            report(law, intake);
        }
  SUCCEED();
}

TEST_CASE(
    "every region, onset, intensity and hour of an injury's or a soreness's age: exhaustively") {
  for (std::size_t r = 0; r < knowledge().regions.size(); ++r)
    for (int onset = 0; onset < 3; ++onset)
      for (int intensity = 1; intensity <= 10; ++intensity)
        for (int age : {0, 1, 71, 72, 73, 167, 168, 169, 1007, 1008, 1009}) {
          Intake intake = given();
          Mark mark{RegionId{static_cast<std::uint8_t>(r)}, intensity, std::nullopt,
                    static_cast<Onset>(onset), intake.now - hours(age)};
          intake.marks.push_back(mark);
          if (const char* law =
                  broken_law(knowledge(), {}, intake, advise(knowledge(), {}, intake)))
            report(law, intake);
        }
  SUCCEED();
}

TEST_CASE(
    "every flag, answered every way: exhaustively, and a pair of flags is as grave as the graver") {
  const std::size_t count = knowledge().flags.size();
  std::vector<Level> alone(count);
  for (std::size_t i = 0; i < count; ++i)
    for (Answer answer : {Answer::kNo, Answer::kUnsure, Answer::kYes}) {
      Intake intake = given();
      intake.answers.push_back({FlagId{static_cast<std::uint8_t>(i)}, answer, {}, false});
      const Level level = advise(knowledge(), {}, intake).level;
      const Level own = knowledge().flags[i].level;
      if (answer == Answer::kNo)
        CHECK(level == Level::kClear);
      else if (answer == Answer::kUnsure && own == Level::kEmergency)
        CHECK(level == Level::kUrgent);
      else
        CHECK(level == own);
      alone[i] = level;
    }
  for (std::size_t i = 0; i < count; ++i)
    for (std::size_t j = i + 1; j < count; ++j) {
      Intake intake = given();
      intake.answers = {{FlagId{static_cast<std::uint8_t>(i)}, Answer::kYes, {}, false},
                        {FlagId{static_cast<std::uint8_t>(j)}, Answer::kYes, {}, false}};
      if (advise(knowledge(), {}, intake).level != std::max(alone[i], alone[j]))
        report("two flags", intake);
    }
}

}  // namespace
}  // namespace advisor
