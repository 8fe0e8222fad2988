// docs/rules.md, Bad input: refused whole, with the place, what was expected and what was found.
// And the way back.
#include "content/intake_json.h"

#include <catch_amalgamated.hpp>

#include "content/iso_time.h"
#include "fixtures/intake_generator.h"
#include "fixtures/library.h"

namespace advisor {
namespace {

using namespace advisor::test;

std::string refusal(std::string_view json) {
  const Result<Intake> intake = read_intake(json, knowledge(), Business{});
  return intake ? "accepted" : one_line(intake.error());
}

// An intake with these members beside version, now and marks.
std::string with(std::string_view members) {
  return refusal(
      std::string(R"({"version": 1, "now": "2026-06-10T10:00", )").append(members).append("}"));
}
std::string beside(std::string_view members) {
  return with(std::string(R"("marks": [], )").append(members));
}
std::string mark(std::string_view members) {
  return with(std::string(R"("marks": [{"region": "calf_l", "intensity": 5, )")
                  .append(members)
                  .append("}]"));
}

TEST_CASE("an intake that is no object, or lacks what is required, is refused") {
  CHECK(refusal("[]") == "expected an object, found an array");
  CHECK(refusal("{}") == "/version: expected a value, found nothing");
  CHECK(refusal(R"({"version": 1})") == "/now: expected a value, found nothing");
  CHECK(refusal(R"({"version": 1, "now": "2026-06-10T10:00"})") ==
        "/marks: expected a value, found nothing");
  CHECK(refusal("") == "expected JSON, found the end of the text at line 1, column 1");
}

TEST_CASE("what the schema does not name is refused") {
  CHECK(beside(R"("mood": "good")") ==
        "/mood: expected one of the keys version, now, language, marks, screened, answers, runs, "
        "races, massage, day, "
        "block_days, phase, goals, found \"mood\"");
  CHECK(mark(R"("color": "red")") ==
        "/marks/0/color: expected one of the keys region, intensity, quality, onset, since, found "
        "\"color\"");
  CHECK(beside(R"("runs": {"next": "2026-06-12"})") ==
        "/runs/next: expected one of the keys last_hard_end, next_hard, found \"next\"");
  CHECK(beside(R"("races": [{"date": "2026-06-12", "name": "x"}])") ==
        "/races/0/name: expected one of the keys date, distance_km, found \"name\"");
  CHECK(beside(R"("massage": {"often": true})") ==
        "/massage/often: expected one of the keys experience, last_deep, found \"often\"");
  CHECK(
      beside(R"("answers": {"cancer": {"answer": "no", "since": "x"}})") ==
      "/answers/cancer/since: expected one of the keys answer, regions, cleared, found \"since\"");
}

TEST_CASE("the version is 1") {
  CHECK(refusal(R"({"version": 2, "now": "2026-06-10T10:00", "marks": []})") ==
        "/version: expected 1, found 2");
  CHECK(refusal(R"({"version": "1", "now": "2026-06-10T10:00", "marks": []})") ==
        "/version: expected 1, found \"1\"");
}

TEST_CASE("now is a minute that exists") {
  const auto now = [](const char* text) {
    return refusal(std::string(R"({"version": 1, "marks": [], "now": )").append(text).append("}"));
  };
  CHECK(now("\"2026-06-10\"") ==
        "/now: expected a date and time, YYYY-MM-DDTHH:MM, found \"2026-06-10\"");
  CHECK(now("\"2026-02-29T10:00\"") ==
        "/now: expected a date and time, YYYY-MM-DDTHH:MM, found \"2026-02-29T10:00\"");
  CHECK(now("\"2026-06-10T10:00Z\"") ==
        "/now: expected a date and time, YYYY-MM-DDTHH:MM, found \"2026-06-10T10:00Z\"");
  CHECK(now("1781085600") == "/now: expected a text, found 1781085600");
  CHECK(now("\"2028-02-29T23:59\"") == "accepted");
}

TEST_CASE("an unknown region, or one that is marked twice, is refused") {
  CHECK(with(R"("marks": [{"region": "calf", "intensity": 5}])") ==
        "/marks/0/region: expected the id of a region, found \"calf\"");
  CHECK(with(R"("marks": [{"region": "neck_l", "intensity": 5}])") ==
        "/marks/0/region: expected the id of a region, found \"neck_l\"");
  CHECK(
      with(R"("marks": [{"region": "calf_l", "intensity": 5}, {"region": "calf_r", "intensity": 5},
                          {"region": "calf_l", "intensity": 2}])") ==
      "/marks/2/region: expected a region that is marked once, found \"calf_l\"");
  CHECK(with(R"("marks": [{"intensity": 5}])") ==
        "/marks/0/region: expected a value, found nothing");
  CHECK(with(R"("marks": {})") == "/marks: expected an array, found an object");
}

TEST_CASE("intensity is an integer from 1 to 10") {
  const auto intensity = [](const char* text) {
    return with(
        std::string(R"("marks": [{"region": "calf_l", "intensity": )").append(text).append("}]"));
  };
  CHECK(intensity("0") == "/marks/0/intensity: expected an integer from 1 to 10, found 0");
  CHECK(intensity("11") == "/marks/0/intensity: expected an integer from 1 to 10, found 11");
  CHECK(intensity("5.5") == "/marks/0/intensity: expected an integer from 1 to 10, found 5.5");
  CHECK(intensity("\"5\"") == "/marks/0/intensity: expected an integer from 1 to 10, found \"5\"");
  CHECK(intensity("true") == "/marks/0/intensity: expected an integer from 1 to 10, found true");
  CHECK(intensity("null") == "/marks/0/intensity: expected an integer from 1 to 10, found null");
  CHECK(intensity("99999999999999999999") ==
        "/marks/0/intensity: expected an integer from 1 to 10, found 1e20");
  CHECK(intensity("5.0") == "accepted");
}

TEST_CASE("closed lists are closed") {
  CHECK(mark(R"("quality": "dull")") ==
        "/marks/0/quality: expected one of tight, sore, ache, sharp, burning, stiff, cramp, numb, "
        "found \"dull\"");
  CHECK(mark(R"("onset": "")") ==
        "/marks/0/onset: expected one of after_run, gradual, sudden, found \"\"");
  CHECK(beside(R"("language": "de")") == "/language: expected one of en, fr, found \"de\"");
  CHECK(beside(R"("phase": null)") ==
        "/phase: expected one of maintenance, build, peak, taper, off, found null");
  CHECK(beside(R"("massage": {"experience": "never"})") ==
        "/massage/experience: expected one of first, occasional, regular, found \"never\"");
  CHECK(beside(R"("goals": ["relaxation", "speed"])") ==
        "/goals/1: expected the id of a benefit, found \"speed\"");
  CHECK(beside(R"("screened": 1)") == "/screened: expected true or false, found 1");
}

TEST_CASE("a time after now is refused; a date alone means its 23:59") {
  CHECK(mark(R"("since": "2026-06-10T10:01")") ==
        "/marks/0/since: expected a time not after now (a date alone means its 23:59), found "
        "\"2026-06-10T10:01\"");
  CHECK(mark(R"("since": "2026-06-10")") ==
        "/marks/0/since: expected a time not after now (a date alone means its 23:59), found "
        "\"2026-06-10\"");
  CHECK(mark(R"("since": "2026-06-10T10:00")") == "accepted");
  CHECK(mark(R"("since": "2026-06-09")") == "accepted");
  CHECK(beside(R"("runs": {"last_hard_end": "2026-06-11"})") ==
        "/runs/last_hard_end: expected a time not after now (a date alone means its 23:59), found "
        "\"2026-06-11\"");
  CHECK(beside(R"("massage": {"last_deep": "2026-06-11"})") ==
        "/massage/last_deep: expected a day not after now, found \"2026-06-11\"");
  CHECK(beside(R"("massage": {"last_deep": "2026-06-10"})") == "accepted");
}

TEST_CASE("the days of a block are at most twelve, each once, and may lie anywhere") {
  CHECK(beside(R"("block_days": [])") == "accepted");
  CHECK(beside(R"("block_days": ["2026-01-01", "2030-12-31"])") == "accepted");
  CHECK(beside(R"("block_days": "2026-06-20")") ==
        "/block_days: expected an array, found \"2026-06-20\"");
  CHECK(beside(R"("block_days": ["2026-06-20", "2026-06-31"])") ==
        "/block_days/1: expected a date that exists, YYYY-MM-DD, found \"2026-06-31\"");
  CHECK(beside(R"("block_days": ["2026-06-20", "2026-06-27", "2026-06-20"])") ==
        "/block_days/2: expected a day that is chosen once, found \"2026-06-20\"");
  std::string thirteen = R"("block_days": [)";
  for (int day = 10; day < 23; ++day)
    thirteen.append(day > 10 ? ", " : "")
        .append("\"2026-07-")
        .append(std::to_string(day))
        .append("\"");
  CHECK(beside(thirteen.append("]")) == "/block_days: expected at most 12 entries, found 13");
}

TEST_CASE("a date that does not exist is refused") {
  CHECK(mark(R"("since": "2026-02-30")") ==
        "/marks/0/since: expected a date that exists, YYYY-MM-DD or YYYY-MM-DDTHH:MM, found "
        "\"2026-02-30\"");
  CHECK(beside(R"("runs": {"next_hard": "2026-06-31"})") ==
        "/runs/next_hard: expected a date that exists, YYYY-MM-DD, found \"2026-06-31\"");
  CHECK(beside(R"("races": [{"date": "2026-06-21T08:00"}])") ==
        "/races/0/date: expected a date that exists, YYYY-MM-DD, found \"2026-06-21T08:00\"");
  CHECK(beside(R"("massage": {"last_deep": "yesterday"})") ==
        "/massage/last_deep: expected a date that exists, YYYY-MM-DD, found \"yesterday\"");
  CHECK(beside(R"("day": "2026-6-12")") ==
        "/day: expected a date that exists, YYYY-MM-DD, found \"2026-6-12\"");
}

TEST_CASE("a distance is above 0 and up to 1000 km") {
  const auto distance = [](const char* text) {
    return beside(std::string(R"("races": [{"date": "2026-06-21", "distance_km": )")
                      .append(text)
                      .append("}]"));
  };
  CHECK(distance("0") == "/races/0/distance_km: expected a number above 0, up to 1000, found 0");
  CHECK(distance("-5") == "/races/0/distance_km: expected a number above 0, up to 1000, found -5");
  CHECK(distance("1000.5") ==
        "/races/0/distance_km: expected a number above 0, up to 1000, found 1000.5");
  CHECK(distance("\"42\"") == "/races/0/distance_km: expected a number, found \"42\"");
  CHECK(distance("1000") == "accepted");
}

TEST_CASE("lists have their most") {
  std::string races = R"("races": [)";
  for (int i = 0; i < 17; ++i) races.append(i == 0 ? "" : ",").append(R"({"date": "2026-06-21"})");
  CHECK(beside(races + "]") == "/races: expected at most 16 entries, found 17");
  std::string marks = R"("marks": [)";
  for (int i = 0; i < 65; ++i) marks.append(i == 0 ? "" : ",").append("{}");
  CHECK(with(marks + "]") == "/marks: expected at most 64 entries, found 65");
}

TEST_CASE("an answer is yes, no or unsure to a flag that exists") {
  CHECK(beside(R"("answers": {"tired": "yes"})") ==
        "/answers/tired: expected the id of a flag, found \"tired\"");
  CHECK(beside(R"("answers": {"cancer": "maybe"})") ==
        "/answers/cancer: expected one of yes, no, unsure, found \"maybe\"");
  CHECK(beside(R"("answers": {"cancer": true})") ==
        "/answers/cancer: expected one of yes, no, unsure, found true");
  CHECK(beside(R"("answers": {"cancer": {}})") ==
        "/answers/cancer/answer: expected a value, found nothing");
  CHECK(beside(R"("answers": {"bruise": {"answer": "yes", "regions": ["calf"]}})") ==
        "/answers/bruise/regions/0: expected the id of a region, found \"calf\"");
  CHECK(beside(R"("answers": {"cancer": {"answer": "yes", "cleared": "yes"}})") ==
        "/answers/cancer/cleared: expected true or false, found \"yes\"");
  CHECK(beside(R"("answers": ["cancer"])") == "/answers: expected an object, found an array");
  CHECK(beside(R"("answers": {"cancer": "yes", "cancer": "no"})") ==
        "/answers/cancer: expected a key once, found it twice");
}

TEST_CASE("the chosen day lies in the horizon") {
  CHECK(beside(R"("day": "2026-06-10")") == "accepted");
  CHECK(beside(R"("day": "2026-07-07")") == "accepted");
  CHECK(beside(R"("day": "2026-06-09")") ==
        "/day: expected a day from 2026-06-10 to 2026-07-07, found \"2026-06-09\"");
  CHECK(beside(R"("day": "2026-07-08")") ==
        "/day: expected a day from 2026-06-10 to 2026-07-07, found \"2026-07-08\"");
}

TEST_CASE("whatever was found, the message is one line of bearable length") {
  const std::string line = beside(std::string(R"("phase": "a\nb)").append(500, 'x').append("\""));
  CHECK(line.find('\n') == std::string::npos);
  CHECK(line.size() < 200);
  CHECK(line.starts_with(
      "/phase: expected one of maintenance, build, peak, taper, off, found \"a bxxx"));
}

TEST_CASE("an intake that is written reads back as the same") {
  Random random(7);
  for (int run = 0; run < 20'000; ++run) {
    const Business business = random_business(random);
    const Intake intake = random_intake(random, knowledge(), business);
    const std::string text = write_intake(intake, knowledge());
    const Result<Intake> back = read_intake(text, knowledge(), business);
    if (back && back.value() == intake) continue;
    INFO(text);
    FAIL((back ? "another intake" : one_line(back.error())));
  }
}

TEST_CASE("an intake of everything is written in the schema's order") {
  const char* text =
      R"({"version":1,"now":"2026-06-10T10:00","language":"fr","marks":[{"region":"calf_l","intensity":5,"quality":"sore","onset":"after_run","since":"2026-06-09T23:59"},{"region":"neck","intensity":1}],"screened":true,"answers":{"chest_pain":"no","bruise":{"answer":"yes","regions":["neck"]},"cancer":{"answer":"unsure","cleared":true}},"runs":{"last_hard_end":"2026-06-09T08:30","next_hard":"2026-06-14"},"races":[{"date":"2026-06-21","distance_km":21.1},{"date":"2026-07-01"}],"massage":{"experience":"first","last_deep":"2026-06-01"},"day":"2026-06-16","block_days":["2026-07-09","2026-06-30"],"phase":"peak","goals":["relaxation"]})";
  const Result<Intake> intake = read_intake(text, knowledge(), Business{});
  REQUIRE(intake.ok());
  CHECK(write_intake(intake.value(), knowledge()) == text);
}

}  // namespace
}  // namespace advisor
