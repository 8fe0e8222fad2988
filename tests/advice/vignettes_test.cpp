// The twenty-three worked examples of tests/fixtures/vignettes.json, field by field, through the
// same function that the page calls.
#include <catch_amalgamated.hpp>
#include <nlohmann/json.hpp>

#include "fixtures/library.h"

namespace advisor {
namespace {

using nlohmann::json;

json ids_of(const json& list, const char* key) {
  json ids = json::array();
  for (const json& item : list) ids.push_back(item.at(key));
  return ids;
}

json sorted(json list) {
  std::sort(list.begin(), list.end());
  return list;
}

// Runs of equal pressure, as vignettes.json writes days.
json runs_of(const json& days) {
  json runs = json::array();
  for (const json& day : days) {
    if (runs.empty() || runs.back().at("pressure") != day.at("pressure"))
      runs.push_back({{"from", day.at("date")}, {"pressure", day.at("pressure")}});
    runs.back()["to"] = day.at("date");
  }
  return runs;
}

json expected_parts_of(const json& advice) {
  json areas = json::array();
  for (const json& area : advice.at("areas"))
    areas.push_back({{"region", area.at("region")},
                     {"pressure", area.at("pressure")},
                     {"cap", area.at("cap")},
                     {"avoid", area.at("avoid")},
                     {"techniques", ids_of(area.at("techniques"), "id")}});
  json timing = advice.at("timing");
  if (!timing.is_null()) timing["days"] = runs_of(timing.at("days"));
  return {{"level", advice.at("safety").at("level")},
          {"flags", sorted(ids_of(advice.at("safety").at("flags"), "id"))},
          {"allowed", advice.at("booking").at("allowed")},
          {"areas", areas},
          {"benefits", ids_of(advice.at("benefits"), "id")},
          {"session", advice.at("session")},
          {"timing", timing}};
}

// Each case of a file in both languages, part by part.
template <class PartsOf>
void check_vignettes(const char* file, std::size_t count, PartsOf parts_of) {
  const json vignettes = json::parse(test::project_file(file));
  REQUIRE(vignettes.at("cases").size() == count);
  for (const Language language : {Language::kEnglish, Language::kFrench})
    for (const json& vignette : vignettes.at("cases")) {
      bool ok = false;
      const std::string text =
          answer(test::library(language), vignette.at("intake").dump(), {}, &ok);
      INFO(vignette.at("name").get<std::string>() << "\n" << text);
      REQUIRE(ok);
      const json parts = parts_of(json::parse(text));
      for (const auto& [part, expected] : vignette.at("expect").items()) {
        INFO(part);
        CHECK(parts.at(part) == expected);
      }
    }
}

TEST_CASE("every worked example is answered as it says, in both languages") {
  check_vignettes("tests/fixtures/vignettes.json", 23, expected_parts_of);
}

// A reason or a window as vignettes-block.json writes it: its name, and the race or the day with
// it.
json short_of(const json& entry, const char* key) {
  const json& id = entry.at(key);
  if (entry.contains("race")) return {id, entry.at("race")};
  return id == "chosen" && entry.contains("from") ? json{id, entry.at("from")} : id;
}

json expected_parts_of_block(const json& block) {
  json phases = json::array(), sessions = json::array(), left_out = json::array();
  for (const json& phase : block.at("phases"))
    phases.push_back({phase.at("id"), phase.at("from"), phase.at("to")});
  for (const json& session : block.at("sessions")) {
    json reasons = json::array();
    for (const json& reason : session.at("reasons")) reasons.push_back(short_of(reason, "id"));
    sessions.push_back({{"date", session.at("date")},
                        {"reasons", reasons},
                        {"phase", session.at("phase")},
                        {"pressure", session.at("pressure")}});
  }
  for (const json& window : block.at("left_out")) left_out.push_back(short_of(window, "window"));
  return {{"from", block.at("from")},
          {"to", block.at("to")},
          {"phases", phases},
          {"sessions", sessions},
          {"left_out", left_out}};
}

TEST_CASE("every worked example of a training block is answered as it says, in both languages") {
  constexpr const char* kFile = "tests/fixtures/vignettes-block.json";
  check_vignettes(kFile, 6,
                  [](const json& advice) { return expected_parts_of_block(advice.at("block")); });
  // Every part of a block stands in every case.
  const json vignettes = json::parse(test::project_file(kFile));
  for (const json& vignette : vignettes.at("cases")) CHECK(vignette.at("expect").size() == 5);
}

}  // namespace
}  // namespace advisor
