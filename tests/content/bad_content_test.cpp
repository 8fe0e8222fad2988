// A bad content file gives its one line: the cyclist's good files, each with one edit that an
// editor could make.
#include <catch_amalgamated.hpp>

#include "booking/answer.h"
#include "content/knowledge_json.h"
#include "content/site_json.h"
#include "content/words_json.h"
#include "fixtures/library.h"

namespace advisor {
namespace {

struct Edit {
  const char* from;
  const char* to;
  const char* line;
};

std::string edited(std::string text, const Edit& edit) {
  const std::size_t at = text.find(edit.from);
  INFO(edit.from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, std::string_view(edit.from).size(), edit.to);
}

std::string fixture(const char* name) {
  return test::project_file(std::string("tests/fixtures/cyclist/").append(name));
}

TEST_CASE("knowledge.json: each mistake has its line") {
  const std::string good = fixture("knowledge.json");
  REQUIRE(load_knowledge(good).ok());
  const Edit edits[] = {
      {"\"version\": 1", "\"version\": 2", "knowledge.json: /version: expected 1, found 2"},
      {"\"sources\": [\n  {", "\"source\": [\n  {",
       "knowledge.json: /source: expected one of the keys $schema, version, sources, techniques, "
       "benefits, flags, areas, flag_caps, flag_self_care, "
       "rules, rule_origins, found \"source\""},
      {"\"road_sense\",\n   \"cite\"", "\"Road sense\",\n   \"cite\"",
       "knowledge.json: /sources/0/id: expected an id of a to z, 0 to 9 and _, found \"Road "
       "sense\""},
      {"A road captain's notebook (2020).", " ",
       "knowledge.json: /sources/0/cite: expected a text that is not empty, found \" \""},
      {"\"checked\": \"convention\"", "\"checked\": \"surely\"",
       "knowledge.json: /sources/0/checked: expected one of abstract, secondary, recalled, "
       "convention, found \"surely\""},
      {"\"checked\": \"convention\"",
       "\"checked\": \"convention\", \"url\": \"http://example.com\"",
       "knowledge.json: /sources/0/url: expected an https address, found \"http://example.com\""},
      {"\"knead\",\n   \"needs\": \"moderate\"", "\"stroke\",\n   \"needs\": \"moderate\"",
       "knowledge.json: /techniques/1/id: expected an id that no other entry has, found "
       "\"stroke\""},
      {"\"needs\": \"light\"", "\"needs\": \"none\"",
       "knowledge.json: /techniques/0/needs: expected one of light, moderate, deep, found "
       "\"none\""},
      {"\"needs\": \"light\"", "\"needs\": \"soft\"",
       "knowledge.json: /techniques/0/needs: expected one of none, light, moderate, deep, found "
       "\"soft\""},
      {"\"not_on_sudden_before_hours\": 500", "\"not_on_sudden_before_hours\": -1",
       "knowledge.json: /techniques/2/not_on_sudden_before_hours: expected an integer from 0 to "
       "8784, found -1"},
      {"\"grade\": \"limited\"", "\"grade\": \"proven\"",
       "knowledge.json: /benefits/0/grade: expected one of moderate, limited, contested, found "
       "\"proven\""},
      {"\"provenance\": \"article\"", "\"provenance\": \"blog\"",
       "knowledge.json: /benefits/1/provenance: expected one of article, inferred, found \"blog\""},
      {"\"provenance\": \"article\",\n", "\n",
       "knowledge.json: /benefits/1/provenance: expected a value, found nothing"},
      {"\"sources\": [\n    \"road_sense\"", "\"sources\": [\n    \"rode_sense\"",
       "knowledge.json: /benefits/0/sources/0: expected the id of a source, found \"rode_sense\""},
      {"\"level\": \"emergency\"", "\"level\": \"clear\"",
       "knowledge.json: /flags/0/level: expected a level above clear, found \"clear\""},
      {"\"level\": \"emergency\"", "\"level\": \"grave\"",
       "knowledge.json: /flags/0/level: expected one of clear, tell_therapist, avoid_area, "
       "clinician_first, urgent, "
       "emergency, found \"grave\""},
      {"\"ask\": \"always\"", "\"ask\": \"sometimes\"",
       "knowledge.json: /flags/0/ask: expected one of always, by_area, never, found \"sometimes\""},
      {"\"ask\": \"always\"", "\"ask\": \"always\",\n   \"clearable\": true",
       "knowledge.json: /flags/0/clearable: expected true only at the level clinician_first, found "
       "true"},
      {"\"ask\": \"by_area\"", "\"ask\": \"never\"",
       "knowledge.json: /flags/1/ask: expected a question, or how it is derived, found \"never\""},
      {"\"where\": true", "\"where\": \"yes\"",
       "knowledge.json: /flags/1/where: expected true or false, found \"yes\""},
      {"\"derived\": \"acute_injury\"", "\"derived\": \"acute\"",
       "knowledge.json: /flags/3/derived: expected one of severe_unexplained, soreness_too_long, "
       "acute_injury, old_injury, "
       "first_deep_massage, by_area, found \"acute\""},
      {"\"view\": \"front\"", "\"view\": \"side\"",
       "knowledge.json: /areas/0/view: expected one of front, back, found \"side\""},
      {"\"paired\": true", "\"paired\": 2",
       "knowledge.json: /areas/0/paired: expected true or false, found 2"},
      {"\"benefits\": [\n    \"warm_hands\"", "\"benefits\": [\n    \"cold_hands\"",
       "knowledge.json: /areas/0/benefits/0: expected the id of a benefit, found \"cold_hands\""},
      {"\"stroke\",\n    \"knead\"", "\"stroke\",\n    \"stroke\"",
       "knowledge.json: /areas/0/techniques/1: expected an id once, found \"stroke\""},
      {"\"questions\": [\n    \"saddle_sore\"", "\"questions\": [\n    \"fresh\"",
       "knowledge.json: /areas/1/questions/0: expected the id of a flag that is asked, found "
       "\"fresh\""},
      {"\"questions\": [\n    \"saddle_sore\"", "\"questions\": [\n    \"sadle_sore\"",
       "knowledge.json: /areas/1/questions/0: expected the id of a flag, found \"sadle_sore\""},
      {"\"id\": \"back\"", "\"id\": \"hand_l\"",
       "knowledge.json: /areas/1/id: expected an id whose regions no other area has, found hand_l "
       "twice"},
      {"\"techniques\": []", "\"techniques\": [\"stroke\"]",
       "knowledge.json: /areas/2/techniques: expected no technique where the cap is none, found "
       "some"},
      {"\"view\": \"front\",", "\"view\": \"front\", \"raises\": {\"flag\": \"fresh\"},",
       "knowledge.json: /areas/0/raises/flag: expected the id of a flag that is derived by area, "
       "found \"fresh\""},
      {"\"rules\": {", "\"flag_caps\": [{\"flag\": \"none\", \"cap\": \"light\"}], \"rules\": {",
       "knowledge.json: /flag_caps/0/flag: expected the id of a flag, found \"none\""},
      {"\"rules\": {", "\"flag_self_care\": [{\"flag\": \"none\"}], \"rules\": {",
       "knowledge.json: /flag_self_care/0/flag: expected the id of a flag, found \"none\""},
      {"\"rules\": {", "\"flag_caps\": [{\"flag\": \"fresh\", \"cap\": \"none\"}], \"rules\": {",
       "knowledge.json: /flag_caps/0/cap: expected one of light, moderate, deep, found \"none\""},
      {"\"rules\": {",
       "\"flag_caps\": [{\"flag\": \"fresh\", \"cap\": \"light\", \"areas\": [\"hand_l\"]}], "
       "\"rules\": {",
       "knowledge.json: /flag_caps/0/areas/0: expected the id of an area, found \"hand_l\""},
      {"\"horizon_days\": 10", "\"horizon_days\": 0",
       "knowledge.json: /rules/horizon_days: expected an integer from 1 to 366, found 0"},
      {"\"horizon_days\": 10,", "",
       "knowledge.json: /rules/horizon_days: expected a value, found nothing"},
      {"\"horizon_days\": 10", "\"horizon_day\": 10",
       "knowledge.json: /rules/horizon_day: expected a key that the rules know, found "
       "\"horizon_day\""},
      {"\"first_moderate\": [\n   -6,\n   -3\n  ]", "\"first_moderate\": [-3, -6]",
       "knowledge.json: /rules/first_moderate: expected two days, first and last, found the last "
       "before the first"},
      {"\"first_moderate\": [\n   -6,\n   -3\n  ]", "\"first_moderate\": [-6]",
       "knowledge.json: /rules/first_moderate: expected two days, first and last, found an array"},
      {"\"short_race_max_km\": 21.1", "\"short_race_max_km\": 0",
       "knowledge.json: /rules/short_race_max_km: expected a number above 0, up to 1000, found 0"},
      {"\"max_areas\": 255", "\"max_areas\": 1",
       "knowledge.json: /rules/lengths/1/max_areas: expected more areas than in the entry before, "
       "found 1"},
      {"\"taper\": null,", "",
       "knowledge.json: /rules/cadence_days/taper: expected a value, found nothing"},
      {"\"goal\": 0.3", "\"goal\": 0.25",
       "knowledge.json: /rules/weights/goal: expected a multiple of 0.1 from 0 to 10, found 0.25"},
      {"\"goal\": 0.3", "\"goal\": -0.1",
       "knowledge.json: /rules/weights/goal: expected a multiple of 0.1 from 0 to 10, found -0.1"},
      {"\"goal\": 0.3", "\"goal\": \"0.3\"",
       "knowledge.json: /rules/weights/goal: expected a number, found \"0.3\""},
      {"\"rank\": [\n    1.0,", "\"rank\": [",
       "knowledge.json: /rules/weights/rank: expected three weights, found an array"},
      {"\"gap_days\": 4", "\"gap_days\": 0",
       "knowledge.json: /rules/block/gap_days: expected an integer from 1 to 366, found 0"},
      {"\"gap_days\": 4,", "",
       "knowledge.json: /rules/block/gap_days: expected a value, found nothing"},
      {"\"gap_days\": 4", "\"gap_day\": 4",
       "knowledge.json: /rules/block/gap_day: expected a key that the rules know, found "
       "\"gap_day\""},
      {"\"most_sessions\": 8", "\"most_sessions\": \"8\"",
       "knowledge.json: /rules/block/most_sessions: expected an integer from 1 to 64, found "
       "\"8\""},
      {"\"block\": {", "\"blocks\": {",
       "knowledge.json: /rules/blocks: expected a key that the rules know, found \"blocks\""},
      {"\"calm\": \"warm_hands\"", "\"calm\": \"calm\"",
       "knowledge.json: /rules/roles/calm: expected the id of a benefit, found \"calm\""},
      {"\"id\": \"R1\"", "\"id\": \"R99\"",
       "knowledge.json: /rule_origins/0/id: expected one of R1, R2, R3, R4, R5, R6, R7, R8, R9, "
       "R10, R11, R12, R13, R14, R15, "
       "region_cap, not_massaged, avoided, flag, unsure, cleared, unanswered, ideal_race, "
       "ideal_soreness, ideal_open, "
       "chosen_day, session_pressure, benefit, left_out, cadence, "
       "block_window, block_cadence, block_left_out, block_cut, found \"R99\""},
      {"\"origin\": \"convention\"", "\"origin\": \"hearsay\"",
       "knowledge.json: /rule_origins/0/origin: expected one of article, study, convention, "
       "safety, found \"hearsay\""},
      {"\"version\": 1,", "\"version\": 1",
       "knowledge.json: expected JSON, found '\"' at line 3, column 10"},
  };
  for (const Edit& edit : edits) {
    const Result<Knowledge> loaded = load_knowledge(edited(good, edit));
    CHECK((loaded ? "accepted" : one_line(loaded.error())) == edit.line);
  }
}

TEST_CASE("a table is as long as its index can count") {
  std::string more;
  for (int i = 0; i < 118; ++i)
    more.append(R"({"id": "t)").append(std::to_string(i)).append(R"(", "needs": "light"},)");
  const Edit edit{"\"techniques\": [", "", ""};
  std::string text = fixture("knowledge.json");
  text.insert(text.find(edit.from) + std::string_view(edit.from).size(), more);
  CHECK(one_line(load_knowledge(text).error()) ==
        "knowledge.json: /techniques/120: expected at most 120 entries, found one more");
}

TEST_CASE("words: each mistake has its line") {
  const Knowledge knowledge = load_knowledge(fixture("knowledge.json")).value();
  const std::string good = fixture("words.en.json");
  REQUIRE(load_words(good, knowledge).ok());
  const Edit edits[] = {
      {"\"language\": \"en\"", "\"language\": \"english\"",
       "words.en.json: /language: expected one of en, fr, found \"english\""},
      {"\"name\": \"Hand\",", "",
       "words.en.json: /areas/hand/name: expected a value, found nothing"},
      {"\"name\": \"Hand\"", "\"name\": \"\"",
       "words.en.json: /areas/hand/name: expected a text that is not empty, found \"\""},
      {"\"name\": \"Hand\"", "\"name\": \"<b>Hand</b>\"",
       "words.en.json: /areas/hand/name: expected plain text, no HTML, found \"<b>Hand</b>\""},
      {"\"name\": \"Hand\"", "\"name\": \"Hand&nbsp;s\"",
       "words.en.json: /areas/hand/name: expected plain text, no HTML, found \"Hand&nbsp;s\""},
      {"\"name\": \"Hand\"", "\"name\": \"Hand {side}\"",
       "words.en.json: /areas/hand/name: expected no placeholder, found {side}"},
      {"\"left\": \"left hand\"", "\"plain\": \"hand\"",
       "words.en.json: /areas/hand/plain: expected one of the keys name, part, left, right, "
       "short_left, short_right, structures, "
       "complaint, self_care, caution, found \"plain\""},
      {"\"plain\": \"back\",", "\"plain\": \"back\", \"left\": \"left back\",",
       "words.en.json: /areas/back/left: expected one of the keys name, part, plain, short, "
       "structures, complaint, self_care, "
       "caution, found \"left\""},
      {"\"helmet\": {", "\"helmut\": {",
       "words.en.json: /areas/helmut: expected the id of an area, found \"helmut\""},
      {"\"knead\": {", "\"need\": {",
       "words.en.json: /techniques/need: expected the id of a technique, found \"need\""},
      {"\"title\": \"A looser back\",",
       "\"title\": \"A looser back\", \"article\": \"It says so.\",",
       "words.en.json: /benefits/looser_back/article: expected no words of an article for a "
       "benefit that is inferred, found "
       "\"It says so.\""},
      {"\"article\": \"It says so.\",", "",
       "words.en.json: /benefits/warm_hands/article: expected a value, found nothing"},
      {"\"question\": \"Did you crash?\",", "",
       "words.en.json: /flags/crash/question: expected a value, found nothing"},
      {"\"sign\": \"A crash\",", "",
       "words.en.json: /flags/crash/sign: expected a value, found nothing"},
      {"\"word\": \"sore\",", "",
       "words.en.json: /flags/saddle_sore/word: expected a value, found nothing"},
      {"\"title\": \"Ask a pharmacist first.\",", "",
       "words.en.json: /flags/pills/title: expected a value, found nothing"},
      {"\"title\": \"Get help.\"", "\"title\": \"Get {who}.\"",
       "words.en.json: /flags/crash/title: expected only the placeholders region, found {who}"},
      {"\"title\": \"urgent title\"", "\"title\": \"urgent title\", \"message\": \"Now.\"",
       "words.en.json: /levels/urgent/message: expected no message of a level whose flags say it, "
       "found \"Now.\""},
      {"\"fresh\": {", "\"fresh\": {\"question\": \"Fresh?\",",
       "words.en.json: /flags/fresh/question: expected no question for a flag that is never asked, "
       "found \"Fresh?\""},
      {"\"note\": \"I take pills\"", "\"note\": \"I take {pills}\"",
       "words.en.json: /flags/pills/note: expected only the placeholders region regions age, found "
       "{pills}"},
      {"\"act\": \"Call for help.\"", "\"act\": \"Call for help.\", \"note\": \"I crashed\"",
       "words.en.json: /flags/crash/note: expected no note of a flag with which nobody can book, "
       "found \"I crashed\""},
      {"\"act\": \"Wait.\",", "\"act\": \"Wait.\", \"self_care\": \"Rest.\",",
       "words.en.json: /flags/fresh/self_care: expected no self-care of a flag that changes none, "
       "found \"Rest.\""},
      {"\"act\": \"Wait.\",", "\"act\": \"Wait.\", \"text_derived\": \"Fresh.\",",
       "words.en.json: /flags/fresh/text_derived: expected no text of its own for a flag that is "
       "not both asked and derived, "
       "found \"Fresh.\""},
      {"\"R14\": {", "\"R16\": {",
       "words.en.json: /rules/R16: expected the id of a rule, found \"R16\""},
      {"\"why\": \"Because.\"", "\"why\": \"Because {race}.\"",
       "words.en.json: /rules/R1/why: expected no placeholder, found {race}"},
      {"\"state\": \"urgent state\",", "",
       "words.en.json: /levels/urgent/state: expected a value, found nothing"},
      {"\"pressure.light\": \"light\"", "\"pressure.soft\": \"light\"",
       "words.en.json: /terms/pressure.light: expected a value, found nothing"},
      {"\"{region}: {intensity}/10\"", "\"{region}: {strength}/10\"",
       "words.en.json: /phrases/why.area: expected only the placeholders region intensity, found "
       "{strength}"},
      {"\"{region}: {intensity}/10\"", "\"{region: {intensity}/10\"",
       "words.en.json: /phrases/why.area: expected placeholders as {name}, found \"{region: "
       "{intensity}/10\""},
      {"\"{region}: {intensity}/10\"", "\"region}\"",
       "words.en.json: /phrases/why.area: expected placeholders as {name}, found \"region}\""},
      {"\"one\": \"{n} day before the race\",", "",
       "words.en.json: /phrases/day.days_before_race/one: expected a value, found nothing"},
      {"\"one\": \"{n} day before the race\",", "\"one\": \"x\", \"two\": \"y\",",
       "words.en.json: /phrases/day.days_before_race/two: expected one of the keys one, other, "
       "found \"two\""},
      {"\"ui\": {", "\"ui\": {\"a\": 3,", "words.en.json: /ui/a: expected a text, found 3"},
      {"\"ui\": {", "\"ui\": 3, \"ui2\": {",
       "words.en.json: /ui2: expected one of the keys $schema, version, language, areas, "
       "techniques, benefits, flags, rules, levels, terms, "
       "grammar, phrases, ui, found \"ui2\""},
  };
  for (const Edit& edit : edits) {
    const Result<Words> loaded = load_words(edited(good, edit), knowledge, "words.en.json");
    CHECK((loaded ? "accepted" : one_line(loaded.error())) == edit.line);
  }
}

TEST_CASE("site.json: each mistake has its line") {
  const std::string good = fixture("site.json");
  REQUIRE(load_site(good).ok());
  const Edit edits[] = {
      {"\"name\": \"Spoke & Chain\",", "", "site.json: /name: expected a value, found nothing"},
      {"\"name\": \"Spoke & Chain\",", "\"name\": \"Spoke & Chain\", \"phone\": \"514 555-0142\",",
       "site.json: /phone: expected a phone number as +15145550142, found \"514 555-0142\""},
      {"\"name\": \"Spoke & Chain\",",
       "\"name\": \"Spoke & Chain\", \"privacy_url\": \"javascript:alert(1)\",",
       "site.json: /privacy_url: expected an https address, found \"javascript:alert(1)\""},
      {"\"name\": \"Spoke & Chain\",", "\"name\": \"Spoke & Chain\", \"time_zone\": \"EST\",",
       "site.json: /time_zone: expected a time zone as America/Toronto, found \"EST\""},
      {"\"name\": \"Spoke & Chain\",", "\"name\": \"Spoke & Chain\", \"currency\": \"BTC\",",
       "site.json: /currency: expected CAD, found \"BTC\""},
      {"\"system\": \"url\"", "\"system\": \"fax\"",
       "site.json: /booking/system: expected one of url, mailto, tel, sms, calcom, calendly, "
       "acuity, square, jane, gorendezvous, found "
       "\"fax\""},
      {"https://book.example/go?s=", "http://book.example/go?s=",
       "site.json: /booking/url: expected an https address, found "
       "\"http://book.example/go?s={service}&d={date}&m={minutes}\""},
      {"https://book.example/go?s=", "https://{service}.example/go?s=",
       "site.json: /booking/url: expected an https address, found "
       "\"https://{service}.example/go?s={service}&d={date}&m={minutes}\""},
      {"https://book.example/go?s=", "https://evil@book.example/go?s=",
       "site.json: /booking/url: expected an https address, found "
       "\"https://evil@book.example/go?s={service}&d={date}&m={minutes}\""},
      {"{minutes}", "{intensity}",
       "site.json: /booking/url: expected no placeholder but its own, found "
       "\"https://book.example/go?s={service}&d={date}&m={intensity}\""},
      {"\"fr\": \"Réserver\"", "\"fr\": \"\"",
       "site.json: /booking/label/fr: expected a text that is not empty, found \"\""},
      {"\"id\": \"long\"", "\"id\": \"short one\"",
       "site.json: /services/1/id: expected an id that no other service has, found \"short one\""},
      {"\"minutes\": 30", "\"minutes\": 1",
       "site.json: /services/0/minutes: expected an integer from 5 to 480, found 1"},
      {"\"up_to\": \"moderate\"", "\"up_to\": \"none\"",
       "site.json: /services/0/up_to: expected one of light, moderate, deep, found \"none\""},
      {"\"price_cents\": 5000", "\"price_cents\": 50.5",
       "site.json: /services/0/price_cents: expected an integer from 0 to 10000000, found 50.5"},
      {"\"lead_time_hours\": 1", "\"lead_time_hours\": -1",
       "site.json: /lead_time_hours: expected an integer from 0 to 1440, found -1"},
      {"\"mon\"", "\"monday\"",
       "site.json: /open_days/0: expected one of mon, tue, wed, thu, fri, sat, sun, found "
       "\"monday\""},
      {"2026-06-24", "2026-06-31",
       "site.json: /holidays/0: expected a date that exists, YYYY-MM-DD, found \"2026-06-31\""},
  };
  for (const Edit& edit : edits) {
    const Result<Site> loaded = load_site(edited(good, edit));
    CHECK((loaded ? "accepted" : one_line(loaded.error())) == edit.line);
  }
  CHECK(
      one_line(
          load_site(
              R"({"version":1,"name":"x","booking":{"system":"tel","url":"tel:+15145550142","label":{"en":"a","fr":"b"}},"services":[]})")
              .error()) == "site.json: /services: expected at least one service, found an array");
  CHECK(
      one_line(
          load_site(
              R"({"version":1,"name":"x","open_days":[],"booking":{"system":"tel","url":"tel:1","label":{"en":"a","fr":"b"}},"services":[]})")
              .error()) == "site.json: /open_days: expected at least one day, found none");
  CHECK(
      one_line(
          load_site(
              R"({"version":1,"name":"x","booking":{"system":"sms","url":"sms:911","label":{"en":"a","fr":"b"}},"services":[]})")
              .error()) ==
      "site.json: /booking/url: expected sms: and a number as +15145550142, found \"sms:911\"");
  CHECK(
      one_line(
          load_site(
              R"({"version":1,"name":"x","booking":{"system":"mailto","url":"mailto:a@b.ca?subject=x","label":{"en":"a","fr":"b"}},"services":[]})")
              .error()) ==
      "site.json: /booking/url: expected mailto: and an address, found "
      "\"mailto:a@b.ca?subject=x\"");
}

// A site.json with this booking and these members.
std::string site_with(std::string_view booking, std::string_view service = "",
                      std::string_view members = "") {
  return std::string(R"({"version":1,"name":"x",)").append(members) +
         R"("booking":{"label":{"en":"a","fr":"b"},)" + std::string(booking) +
         R"(},"services":[{"id":"a","name":{"en":"a","fr":"b"},"minutes":60)" +
         std::string(service) + "}]}";
}

TEST_CASE(
    "site.json: each booking system takes an address at its own host, and a note only where it "
    "documents one") {
  const auto line = [](std::string_view booking, std::string_view service = "") {
    const Result<Site> loaded = load_site(site_with(booking, service));
    return loaded ? std::string("accepted") : one_line(loaded.error());
  };
  CHECK(line(R"("system":"calendly","url":"https://calendly.com/x")") == "accepted");
  CHECK(line(R"("system":"calendly","url":"https://calendly.com/x","note_field":"a10")") ==
        "accepted");
  CHECK(line(R"("system":"calcom","url":"https://team.cal.com/x","note_field":"notes")") ==
        "accepted");
  CHECK(line(R"("system":"acuity","url":"https://x.as.me/","note_field":"field:12")") ==
        "accepted");
  CHECK(
      line(R"("system":"acuity","url":"https://app.acuityscheduling.com/schedule.php?owner=1")") ==
      "accepted");
  CHECK(
      line(
          R"("system":"square","url":"https://book.squareup.com/appointments/a/location/b/services")") ==
      "accepted");
  CHECK(line(R"("system":"jane","url":"https://x.janeapp.com/")",
             R"(,"url":"https://x.janeapp.com/#/staff_member/1")") == "accepted");
  CHECK(line(R"("system":"gorendezvous","url":"https://www.gorendezvous.com/x")") == "accepted");
  CHECK(line(R"("system":"url","url":"https://x.example/{language}/{note}")") == "accepted");

  CHECK(line(R"("system":"calendly","url":"https://calendly.com.evil.example/x")") ==
        "site.json: /booking/url: expected an address of calendly (calendly.com), found "
        "\"https://calendly.com.evil.example/x\"");
  for (const char* nobodys : {"https://calendly.com", "https://calendly.com/",
                              "https://calendly.com/?x=/a", "https://calendly.com?/a"})
    CHECK(line(std::string(R"("system":"calendly","url":")").append(nobodys) + "\"")
              .starts_with("site.json: /booking/url: expected an address of calendly"));
  CHECK(line(R"("system":"calendly","url":"https://calendly.com@evil.example/x")") ==
        "site.json: /booking/url: expected an https address, found "
        "\"https://calendly.com@evil.example/x\"");
  CHECK(line(R"("system":"acuity","url":"https://as.me/")")
            .starts_with("site.json: /booking/url: expected an address of acuity (.as.me "));
  CHECK(line(R"("system":"acuity","url":"https://.as.me/")")
            .starts_with("site.json: /booking/url: expected an https address"));
  CHECK(line(R"("system":"jane","url":"https://evilcjaneapp.com/")")
            .starts_with("site.json: /booking/url: expected an address of jane"));
  CHECK(line(R"("system":"calcom","url":"https://cal.com/{service}")")
            .starts_with("site.json: /booking/url: expected an address of calcom"));
  CHECK(line(R"("system":"calendly","url":"https://calendly.com/x","note_field":"a1&name=x")") ==
        "site.json: /booking/note_field: expected a field as a1, found \"a1&name=x\"");
  CHECK(line(R"("system":"calcom","url":"https://cal.com/x","note_field":"notes&name")") ==
        "site.json: /booking/note_field: expected a field as notes, found \"notes&name\"");
  CHECK(line(R"("system":"acuity","url":"https://x.as.me/","note_field":"field:")") ==
        "site.json: /booking/note_field: expected a field as field:1, found \"field:\"");
  CHECK(line(R"("system":"jane","url":"https://x.janeapp.com/","note_field":"notes")") ==
        "site.json: /booking/note_field: expected no note_field, found "
        "\"notes\"");
  CHECK(line(R"("system":"jane","url":"https://x.janeapp.com/")",
             R"(,"url":"https://y.janeapp.com/")") ==
        "site.json: /services/0/url: expected an address at the host of /booking/url, found "
        "\"https://y.janeapp.com/\"");
  CHECK(line(R"("system":"url","url":"https://x.example/")", R"(,"url":"https://x.example/y")") ==
        "site.json: /services/0/url: expected no url: this system has one address, "
        "found \"https://x.example/y\"");
  CHECK(line(R"("system":"jane","url":"https://x.janeapp.com/")", R"(,"ids":{"fax":"1"})") ==
        "site.json: /services/0/ids/fax: expected a booking system, found \"fax\"");
}

TEST_CASE(
    "site.json: a whole link that was pasted is understood, or refused where it would be dead") {
  const auto line = [](std::string_view booking, std::string_view service = "") {
    const Result<Site> loaded = load_site(site_with(booking, service));
    return loaded ? std::string("accepted") : one_line(loaded.error());
  };
  for (const char* account :
       {R"("system":"calendly","url":"https://calendly.com/x/?hide_gdpr_banner=1")",
        R"("system":"calcom","url":"https://cal.com/x")",
        R"("system":"calcom","url":"https://cal.com/team/x")",
        R"("system":"calcom","url":"https://x.cal.com/")"})
    CHECK(line(account) == "accepted");
  for (const char* session : {R"("system":"calendly","url":"https://calendly.com/x/massage-60")",
                              R"("system":"calendly","url":"https://calendly.com/d/abc-123-xyz")",
                              R"("system":"calcom","url":"https://cal.com/x/massage-60")",
                              R"("system":"calcom","url":"https://cal.com/team/x/massage-60")",
                              R"("system":"calcom","url":"https://x.cal.com/y/massage-60")"})
    CHECK(line(session).starts_with(
        "site.json: /booking/url: expected the address of the account alone, found "
        "\"https://"));

  constexpr char kCalendly[] = R"("system":"calendly","url":"https://calendly.com/x")";
  const Result<Site> site =
      load_site(site_with(kCalendly, R"(,"ids":{"calendly":"https://calendly.com/x/massage-60"})"));
  REQUIRE(site);
  CHECK(site->services[0].url == "https://calendly.com/x/massage-60");
  CHECK(line(kCalendly, R"(,"ids":{"calendly":"https://evil.example/massage-60"})") ==
        "site.json: /services/0/ids/calendly: expected an address at the host of /booking/url, "
        "found \"https://evil.example/massage-60\"");
  for (const char* part : {"calendly.com/x/massage-60", "x/massage-60", "massage 60"})
    CHECK(line(kCalendly, std::string(R"(,"ids":{"calendly":")").append(part).append("\"}"))
              .starts_with("site.json: /services/0/ids/calendly: expected the last part of the "
                           "session's link, found \""));
  CHECK(line(kCalendly, R"(,"price_cents":115)") ==
        "site.json: /services/0/price_cents: expected a price in cents, "
        "found 115");
  CHECK(line(kCalendly, R"(,"price_cents":0)") == "accepted");
}

TEST_CASE("site.json: what the business says of itself is read, or refused with its place") {
  const auto load = [](std::string_view members) {
    return load_site(site_with(R"("system":"tel","url":"tel:+15145550142")",
                               R"(,"ids":{"tel":"t","calcom":"c"})", members));
  };
  const Result<Site> site =
      load(R"("languages":["fr"],"areas_served":["Rosemont",{"en":"Downtown","fr":"Centre-ville"}],
      "links":[{"name":{"en":"a","fr":"b"},"url":"https://x.example/"}],"colours":{"action":"#1F6f54"},
      "privacy_url":{"en":"https://x.example/en","fr":"https://x.example/fr"},)");
  REQUIRE(site);
  CHECK(site->colours.action == 0x1f6f54u);
  CHECK_FALSE(site->colours.action_dark);
  CHECK(site->privacy_url == "https://x.example/fr");
  CHECK(site->services[0].booking_id == "t");
  const auto line = [&](std::string_view members) { return one_line(load(members).error()); };
  CHECK(line(R"("languages":["de"],)") ==
        "site.json: /languages/0: expected one of en, fr, found \"de\"");
  CHECK(line(R"("colours":{"action":"green"},)") ==
        "site.json: /colours/action: expected a colour as #1f6f54, found \"green\"");
  CHECK(line(R"("colours":{"action":"#1f6f5"},)") ==
        "site.json: /colours/action: expected a colour as #1f6f54, found \"#1f6f5\"");
  CHECK(line(R"("colours":{"action":"#-1f6f5"},)") ==
        "site.json: /colours/action: expected a colour as #1f6f54, found \"#-1f6f5\"");
  CHECK(line(R"("links":[{"name":{"en":"a","fr":"b"},"url":"http://x.example/"}],)") ==
        "site.json: /links/0/url: expected an https address, found \"http://x.example/\"");
  CHECK(line(R"("areas_served":[3],)") == "site.json: /areas_served/0: expected a text, found 3");
  CHECK(line(R"("words":{"de":{}},)") ==
        "site.json: /words/de: expected one of the keys en, fr, found \"de\"");
}

TEST_CASE(
    "site.json: a word of the business's own stands in its language, and one that is unknown is "
    "refused") {
  using test::project_file;
  const std::string knowledge = project_file("content/knowledge.json");
  const auto load = [&](std::string_view language, std::string_view words) {
    return load_library(
        knowledge, project_file(std::string("content/words.").append(language).append(".json")),
        site_with(R"("system":"tel","url":"tel:+15145550142")", "",
                  std::string(R"("words":)").append(words).append(",")));
  };
  const std::string_view both =
      R"({"fr":{"book.ways":"Au studio."},"en":{"book.ways":"At the studio."}})";
  CHECK(load("fr", both)->words.ui("ui.book.ways") == "Au studio.");
  CHECK(load("en", both)->words.ui("ui.book.ways") == "At the studio.");
  CHECK(load("en", R"({"fr":{"book.ways":"Au studio."}})")->words.ui("ui.book.ways") ==
        "Other ways to book");
  const auto line = [&](std::string_view words) { return one_line(load("fr", words).error()); };
  CHECK(line(R"({"en":{"book.at_hom":"x"}})") ==
        "site.json: /words/en/book.at_hom: expected a key of \"ui\" in words.en.json, found "
        "\"book.at_hom\"");
  CHECK(line(R"({"fr":{"facade.title":"x"}})") ==
        "site.json: /words/fr/facade.title: expected no word of the façade, "
        "found \"facade.title\"");
  CHECK(line(R"({"fr":{"book.ways":"<b>x</b>"}})") ==
        "site.json: /words/fr/book.ways: expected plain text, no HTML, found \"<b>x</b>\"");
  CHECK(line(R"({"fr":{"book.ways":"{day}"}})") ==
        "site.json: /words/fr/book.ways: expected no placeholder, found {day}");
  CHECK(line(R"({"fr":{"book.ways":" "}})") ==
        "site.json: /words/fr/book.ways: expected a text that is not empty, found \" \"");
}

}  // namespace
}  // namespace advisor
