// No sentence of an advice takes back another one: sampled intakes, in both languages, in the words
// that people read.
#include <algorithm>
#include <catch_amalgamated.hpp>

#include "content/intake_json.h"
#include "content/phrases.h"
#include "fixtures/intake_generator.h"
#include "fixtures/library.h"

namespace advisor {
namespace {

using namespace advisor::test;

constexpr int kRuns = 4'000;

// The firmest pressure that a text offers, in the words that the product uses to offer one.
Pressure offered_by(const Phrases& phrases, std::string_view text) {
  for (const Pressure pressure : {Pressure::kDeep, Pressure::kModerate, Pressure::kLight})
    if (text.find(phrases.up_to(pressure)) != std::string_view::npos) return pressure;
  return Pressure::kNone;
}

bool has_ball(std::string_view text) {
  return text.find("Roll a ball") != std::string_view::npos ||
         text.find("Faites rouler une balle") != std::string_view::npos;
}

bool is_raised(const Advice& advice, std::string_view id) {
  return std::any_of(advice.flags.begin(), advice.flags.end(),
                     [&](const RaisedFlag& raised) { return raised.flag == flag(id); });
}

// The line of a note that begins with this, or nothing.
std::string_view line_of(std::string_view note, std::string_view start) {
  for (std::size_t at = 0; at < note.size();) {
    const std::size_t end = std::min(note.find('\n', at), note.size());
    if (note.substr(at, end - at).starts_with(start)) return note.substr(at, end - at);
    at = end + 1;
  }
  return {};
}

const char* broken_by_areas(const Phrases& phrases, const Advice& advice, std::string_view note) {
  for (const AreaAdvice& area : advice.areas) {
    const std::string care = phrases.self_care(advice, area);
    if (area.avoid) {
      if (!care.empty()) return "an area that is avoided has no self-care";
      continue;
    }
    if (care.empty()) return "an area that is massaged has self-care";
    const std::string& own =
        phrases.words().areas[phrases.knowledge().regions[area.region.value].area.value].self_care;
    const bool spared = is_cleared(advice) || area.recent_injury || area.numb ||
                        is_raised(advice, "mild_osteoporosis");
    if (spared && care.find(own) != std::string::npos)
      return "no roller, ball or exercise of an area that must be spared";
    if (is_raised(advice, "diabetic_numb_feet") && has_ball(care))
      return "no ball under a numb foot";
    if (note.empty()) continue;
    const std::string name = phrases.region_name(area.region);
    const std::string_view line = line_of(note, name);
    if (line.empty()) return "every area in focus has its line in the note";
    if (offered_by(phrases, line.substr(name.size())) != area.pressure)
      return "the note gives an area its own pressure";
  }
  return nullptr;
}

const char* broken_by_note(const Phrases& phrases, const Advice& advice, std::string_view note) {
  for (const RaisedFlag& raised : advice.flags) {
    const FlagWords& words = phrases.words().flags[raised.flag.value];
    if (words.acts.empty()) return "every flag says what to do";
    const std::string start =
        words.note.substr(0, std::min(words.note.find('{'), words.note.size()));
    if (start.empty() || line_of(note, start).empty())
      return "every raised flag stands in the note";
    if (note.find(words.acts.front()) != std::string_view::npos)
      return "the note gives the therapist no instruction";
  }
  return note.find_first_of("{}") == std::string_view::npos
             ? nullptr
             : "every placeholder of the note is filled";
}

const char* broken_law(const Library& all, const Intake& intake) {
  const Phrases phrases(all.knowledge, all.words);
  const Advice advice = advise(all.knowledge, all.site.business, intake);
  if (advice.level >= Level::kClinicianFirst) return nullptr;
  const BookingTexts booking = booking_texts(all, intake, advice);
  const Pressure session = advice.session->pressure;
  if (advice.booking_allowed != booking.summary.has_value())
    return "a note stands exactly where one may book";
  const std::string note = booking.summary.value_or("");
  if (const char* law = broken_by_areas(phrases, advice, note)) return law;
  if (advice.booking_allowed) {
    if (const char* law = broken_by_note(phrases, advice, note)) return law;
    if (offered_by(phrases, booking.prompt) > session)
      return "the booking label is no firmer than the session";
    const std::string_view start = all.words.ui("phrases.summary.pressure");
    const std::string_view line = line_of(note, start.substr(0, start.find('{')));
    const bool differ = std::any_of(
        advice.areas.begin(), advice.areas.end(),
        [&](const AreaAdvice& area) { return !area.avoid && area.pressure != session; });
    if (differ && line != all.words.ui("phrases.summary.pressure_by_area"))
      return "where areas differ the note leaves the pressure to each";
    if (!differ && offered_by(phrases, line) != session && session > Pressure::kNone)
      return "the note has the session's pressure";
  }
  for (std::size_t i = 0; i < advice.timing->days.size(); ++i) {
    const DayAdvice& day = advice.timing->days[i];
    const Pressure spoken = offered_by(phrases, phrases.day_spoken(advice, i, intake));
    if (spoken > day.pressure || spoken > advice.session->most)
      return "a day is spoken no firmer than it and the areas allow";
    const std::string promise =
        phrases.text("phrases.verdict.light_until", {{"date", phrases.date_plain(day.date)}});
    if (advice.session->most < Pressure::kDeep && phrases.verdict(advice) == promise)
      return "no verdict promises deep work that an area or a flag forbids";
    if (day.date == advice.session->day && spoken > session)
      return "the session's day is spoken as the session";
  }
  const std::string& no_sign = all.words.levels[static_cast<std::size_t>(Level::kClear)].state;
  if (!advice.unanswered.empty() &&
      (phrases.state(advice) == no_sign ||
       phrases.safety_message(advice).find(no_sign) != std::string::npos))
    return "what was not asked is not called free of warning signs";
  return nullptr;
}

// What is said of the days and of the areas, and what each benefit lets one expect.
const char* broken_promise_of_pressure(const Library& all, const Intake& intake) {
  const Phrases phrases(all.knowledge, all.words);
  const Advice advice = advise(all.knowledge, all.site.business, intake);
  if (!advice.timing) return nullptr;
  const auto& days = advice.timing->days;
  const bool deep = std::any_of(days.begin(), days.end(), [&](const DayAdvice& day) {
    return pressure_on(advice, day) == Pressure::kDeep;
  });
  const bool waits =
      std::any_of(advice.areas.begin(), advice.areas.end(), [&](const AreaAdvice& area) {
        return area.wait_for_soreness && area.cap == Pressure::kDeep && !is_cleared(advice);
      });
  std::string said = phrases.verdict(advice) + phrases.verdict_reason(advice, intake);
  for (const AreaAdvice& area : advice.areas) {
    said += phrases.area_note(advice, area) + phrases.self_care(advice, area);
    for (const std::string& reason : phrases.area_reasons(area)) said += reason;
  }
  for (const BenefitAdvice& benefit : advice.benefits)
    said += all.words.benefits[benefit.benefit.value].expect;
  if (!deep && !waits)
    for (const std::string_view word : {"rofond", "Deep", "deep work", "firmer", "plus appuyé"})
      if (said.find(word) != std::string::npos)
        return "no sentence promises more than any day and any area allow";
  return nullptr;
}

// Any intake, but most come past the safety check, and the flags that cap are common.
Intake bookable_intake(Random& random, const Library& all) {
  Intake intake = random_intake(random, all.knowledge, all.site.business);
  std::erase_if(intake.answers, [&](const FlagAnswer& answer) {
    const Flag& known = all.knowledge.flags[answer.flag.value];
    return known.level >= Level::kClinicianFirst && !(known.clearable && answer.cleared);
  });
  for (const char* id : {"diabetic_numb_feet", "mild_osteoporosis"}) {
    if (!random.chance(20)) continue;
    std::erase_if(intake.answers,
                  [&](const FlagAnswer& answer) { return answer.flag == flag(id); });
    intake.answers.push_back(
        {flag(id), random.chance(50) ? Answer::kYes : Answer::kUnsure, {}, false});
  }
  for (Mark& mark : intake.marks) mark.intensity = std::min(mark.intensity, 7);
  return intake;
}

TEST_CASE(
    "no pressure, self-care, label or note goes beyond what a flag, an area or a day allows, in "
    "either language") {
  Random random(13);
  int notes = 0;
  for (int run = 0; run < kRuns; ++run) {
    const Library& all = library(run % 2 == 0 ? Language::kEnglish : Language::kFrench);
    const Intake intake = bookable_intake(random, all);
    notes += advise(all.knowledge, all.site.business, intake).booking_allowed;
    const char* law = broken_law(all, intake);
    if (!law) law = broken_promise_of_pressure(all, intake);
    if (law) {
      INFO(write_intake(intake, all.knowledge));
      FAIL(law);
    }
  }
  CHECK(notes > kRuns / 4);
}

}  // namespace
}  // namespace advisor
