// The reminder for the runner's calendar. calendar_file.test.mjs reads the same files with
// another's parser.
#include "booking/calendar_file.h"

#include <algorithm>
#include <catch_amalgamated.hpp>
#include <cstdlib>
#include <map>

#include "content/iso_time.h"
#include "fixtures/intake_generator.h"
#include "fixtures/library.h"

namespace advisor {
namespace {

using namespace advisor::test;

std::string reminder(const Library& all, std::string_view members = R"("day": "2026-06-16")") {
  const Intake intake = given(members);
  const Minutes toronto{-4 * 60};
  return calendar_file(all, intake, advise(all.knowledge, all.site.business, intake), toronto);
}

std::string block_reminders(const Library& all, std::string_view members, int days_later = 0) {
  Intake intake = given(members);
  intake.now += std::chrono::days{days_later};
  return block_calendar_file(all, intake, advise(all.knowledge, all.site.business, intake),
                             Minutes{-4 * 60});
}

constexpr std::string_view kMarathon = R"("races": [{"date": "2026-09-20", "distance_km": 42.2}])";

Library awkward() {
  Library all = library(Language::kFrench);
  all.site.name =
      "O'Brien & fils; <b>, \"à côté\" \\ 🏃🏽‍♀️ du marché "
      "Jean-Talon\r\nBEGIN:VALARM";
  all.site.services = {{{"a", "a"}, 60, Pressure::kDeep, 0, "O'Brien & fils; <b> 🏃"}};
  return all;
}

std::vector<std::string> lines(std::string_view file) {
  std::vector<std::string> out;
  for (std::size_t end = file.find("\r\n"); end != std::string_view::npos;
       end = file.find("\r\n")) {
    out.emplace_back(file.substr(0, end));
    file.remove_prefix(end + 2);
  }
  CHECK(file.empty());
  return out;
}

std::string unfolded(std::string file) {
  for (std::size_t at = file.find("\r\n "); at != std::string::npos; at = file.find("\r\n "))
    file.erase(at, 3);
  return file;
}

// The value of a text property as it was before it was escaped.
std::string text_of(const std::string& file, std::string_view start) {
  for (const std::string& line : lines(unfolded(file))) {
    if (!line.starts_with(start)) continue;
    std::string out;
    for (std::size_t i = start.size(); i < line.size(); ++i)
      if (line[i] != '\\')
        out += line[i];
      else
        out += line[++i] == 'n' ? '\n' : line[i];
    return out;
  }
  return "none";
}

TEST_CASE("the reminder is an event of the whole day with an alarm the evening before") {
  CHECK(reminder(library(Language::kEnglish)) ==
        "BEGIN:VCALENDAR\r\n"
        "VERSION:2.0\r\n"
        "PRODID:-//Recovery advisor//Reminder//EN\r\n"
        "X-WR-TIMEZONE:America/Toronto\r\n"
        "BEGIN:VEVENT\r\n"
        "UID:56e89c4f584bc0ed@recovery-advisor\r\n"
        "DTSTAMP:20260610T140000Z\r\n"
        "DTSTART;VALUE=DATE:20260616\r\n"
        "DTEND;VALUE=DATE:20260617\r\n"
        "SUMMARY;LANGUAGE=en:Massage with Maison Laurier\r\n"
        "DESCRIPTION;LANGUAGE=en:This reminder is not a booking.\\nBook or change: ht\r\n"
        " tps://booking.example/maison-laurier?service=sport-60&date=2026-06-16\\nPho\r\n"
        " ne: 514-555-0142\r\n"
        "URL:https://booking.example/maison-laurier?service=sport-60&date=2026-06-16\r\n"
        "CLASS:PRIVATE\r\n"
        "TRANSP:TRANSPARENT\r\n"
        "BEGIN:VALARM\r\n"
        "ACTION:DISPLAY\r\n"
        "TRIGGER:-PT6H\r\n"
        "DESCRIPTION;LANGUAGE=en:Massage with Maison Laurier\r\n"
        "END:VALARM\r\n"
        "END:VEVENT\r\n"
        "END:VCALENDAR\r\n");
}

TEST_CASE(
    "an alarm never lies in the past: the evening before, else the morning of the day, else none") {
  const Library all = library(Language::kFrench);
  const auto trigger = [&](std::string_view now) {
    Intake intake = given(R"("day": "2026-06-16")");
    Advice advice = advise(all.knowledge, all.site.business, intake);
    REQUIRE(advice.session);
    advice.session->day = day("2026-06-16");
    intake.now = *parse_moment(now);
    return text_of(calendar_file(all, intake, advice, Minutes{}), "TRIGGER:");
  };
  CHECK(trigger("2026-06-15T17:59") == "-PT6H");
  CHECK(trigger("2026-06-15T18:00") == "PT8H");
  CHECK(trigger("2026-06-16T07:59") == "PT8H");
  CHECK(trigger("2026-06-16T08:00") == "none");
}

TEST_CASE("reminders are as they were last looked at, byte for byte, also for an awkward name") {
  for (const auto& [file, text] :
       {std::pair{"reminder.fr.ics", reminder(library(Language::kFrench))},
        std::pair{"reminder.en.ics", reminder(library(Language::kEnglish))},
        std::pair{"reminder_awkward.fr.ics", reminder(awkward())},
        std::pair{"reminders_of_a_block.fr.ics",
                  block_reminders(library(Language::kFrench), kMarathon)}}) {
    const std::string golden = std::string("tests/fixtures/goldens/") + file;
    if (std::getenv("ADVISOR_UPDATE_GOLDENS")) write_project_file(golden, text);
    INFO(golden);
    CHECK(text == project_file(golden));
  }
}

TEST_CASE("a business's name cannot add a line, and reads back as it was but for the line break") {
  const std::string file = reminder(awkward());
  CHECK(text_of(file, "SUMMARY;LANGUAGE=fr:") ==
        "Massage avec O'Brien & fils; <b>, \"à côté\" \\ 🏃🏽‍♀️ du marché "
        "Jean-Talon\nBEGIN:VALARM");
  CHECK(lines(unfolded(file)).size() == lines(unfolded(reminder(library()))).size());
}

TEST_CASE("lines are at most 75 octets, whole characters each, and read back whatever the name") {
  Random random(7);
  const std::string_view pieces[] = {"a", "é", "\u2019", "🏃", ",", ";", "\\", "\n", " ", "ﬁ"};
  Library all = library(Language::kFrench);
  for (int round = 0; round < 500; ++round) {
    all.site.name = "Massothérapie";
    for (int i = random.below(150); i > 0; --i) all.site.name += pieces[random.below(10)];
    const std::string file = reminder(all);
    for (const std::string& line : lines(file)) {
      CHECK(line.size() <= 75);
      const std::string_view body = line.starts_with(' ') ? std::string_view(line).substr(1) : line;
      CHECK((static_cast<unsigned char>(body.front()) & 0xc0) != 0x80);
    }
    CHECK(text_of(file, "SUMMARY;LANGUAGE=fr:") == "Massage avec " + all.site.name);
  }
}

TEST_CASE(
    "the same business and day have the same UID in both languages, another day or business "
    "another one") {
  const auto uid = [](const Library& all, std::string_view members) {
    return text_of(reminder(all, members), "UID:");
  };
  const std::string one = uid(library(Language::kFrench), R"("day": "2026-06-16")");
  CHECK(one == uid(library(Language::kEnglish), R"("day": "2026-06-16")"));
  CHECK(one != uid(library(Language::kFrench), R"("day": "2026-06-17")"));
  CHECK(one != uid(awkward(), R"("day": "2026-06-16")"));
}

TEST_CASE(
    "the reminder holds nothing of health: that of another runner on the same day is the same "
    "file") {
  CHECK(reminder(library(Language::kFrench),
                 R"("marks": [{"region": "groin_l", "intensity": 7, "quality": "burning"}],
      "day": "2026-06-20", "answers": {"mild_osteoporosis": "yes"})") ==
        reminder(library(Language::kFrench), R"("day": "2026-06-20")"));
}

TEST_CASE("without a phone or a link it says only what it knows") {
  Library all = library(Language::kFrench);
  all.site.phone.clear();
  all.site.booking.url.clear();
  const std::string file = reminder(all);
  CHECK(text_of(file, "DESCRIPTION;LANGUAGE=fr:") == "Ce rappel n’est pas une réservation.");
  CHECK(text_of(file, "URL:") == "none");
}

TEST_CASE("where booking is not allowed there is no reminder") {
  for (const char* members : {R"("answers": {"snap": "yes"})", R"("screened": false)"})
    CHECK(reminder(library(Language::kFrench), members) == "");
}

// The days of a file by their events' UIDs.
std::map<std::string, std::string> days_by_uid(const std::string& file) {
  std::map<std::string, std::string> days;
  std::string uid;
  for (const std::string& line : lines(unfolded(file))) {
    if (line.starts_with("UID:")) uid = line;
    if (line.starts_with("DTSTART")) days[uid] = line.substr(line.find(':') + 1);
  }
  return days;
}

TEST_CASE("the block's file holds a reminder for each session, on its day, with its own link") {
  const Library all = library(Language::kFrench);
  const Intake intake = given(kMarathon);
  const Advice advice = advise(all.knowledge, all.site.business, intake);
  const std::string file = unfolded(block_reminders(all, kMarathon));
  REQUIRE(advice.block->sessions.size() > 3);
  CHECK(days_by_uid(file).size() == advice.block->sessions.size());
  for (const std::string& url : block_urls(all, advice))
    CHECK(file.find("\r\nURL:" + url + "\r\n") != std::string::npos);
}

TEST_CASE("a second file moves the events of the first one, and doubles none") {
  const Library all = library(Language::kFrench);
  const auto before = days_by_uid(block_reminders(all, kMarathon)),
             moved = days_by_uid(
                 block_reminders(all, R"("races": [{"date": "2026-09-27", "distance_km": 42.2}])")),
             later = days_by_uid(block_reminders(all, kMarathon, 30));
  // The last session is the same event, a week later with the race, on its day a month on.
  const auto last =
      std::max_element(before.begin(), before.end(),
                       [](const auto& x, const auto& y) { return x.second < y.second; });
  CHECK(last->second == "20260924");
  CHECK(moved.at(last->first) == "20261001");
  CHECK(later.at(last->first) == "20260924");
  for (const auto& [uid, day] : later) {
    INFO(uid << " " << day);
    CHECK(before.count(uid) == 1);
  }
}

TEST_CASE("where booking is not allowed there are no reminders of a block") {
  CHECK(block_reminders(library(Language::kFrench), R"("screened": false)") == "");
}

TEST_CASE("its file is named by the day") {
  const Intake intake = given(R"("day": "2026-06-16")");
  CHECK(calendar_file_name(advise(knowledge(), Business{}, intake)) == "massage-2026-06-16.ics");
}

}  // namespace
}  // namespace advisor
