#include <algorithm>
#include <cstdlib>
#include <initializer_list>

#include "app/author.h"

namespace advisor::app {
namespace {

// The common qualities come first.
constexpr Quality kQualityOrder[] = {Quality::kSore,  Quality::kTight, Quality::kStiff,
                                     Quality::kAche,  Quality::kSharp, Quality::kBurning,
                                     Quality::kCramp, Quality::kNumb};
constexpr int kDistancesMetres[] = {5000, 10000, 21100, 42200};
// The fields that tell of one more race.
constexpr std::string_view kFirstRace = "race.other", kNextRace = "race.add";
constexpr int kOtherMetres = 15000;  // where a distance of one's own begins

// Authors one date: some days as chips, and a way to any other.
void author_day_choice(const Author& a, std::string_view group,
                       std::initializer_list<int> days_from_today, Action tells) {
  const Day today = day_of(a.session.now());
  const auto told = a.session.told().told_date(tells);
  bool among = false;
  for (const int days : days_from_today) {
    const Day day = today + std::chrono::days{days};
    const bool on = told == day;
    among |= on;
    const std::string_view word = days == 0    ? a.ui("ui.tell.today")
                                  : days == -1 ? a.ui("ui.tell.yesterday")
                                  : days == 1  ? a.ui("ui.tell.tomorrow")
                                               : a.phrases.weekday(weekday_of(day));
    Action tell = tells;
    tell.value = on ? Action::kNoDay : days_since_epoch(day);
    a.choice(key_of(group, "." + std::to_string(std::abs(days))), group, Role::kRadio,
             capitalized(std::string(word)), on, tell);
  }
  Node& other = a.date(key_of(group, ".other"), group, a.ui("ui.tell.other_day"), tells);
  if (!told || among) return;
  other.on = 1;
  other.description = a.phrases.date_short(*told);
}

void author_mark_details(const Author& a) {
  const Session& session = a.session;
  const Mark* mark = session.told().mark_of(session.shown().tell_about);
  if (!mark) return;
  const int region = mark->region.value;
  a.toolbar(
      "tell.mark", "",
      a.phrases.region_name(mark->region) + ", " + a.phrases.counted("phrases.count.questions", 2));
  if (session.intake().marks.size() > 1) {
    a.group("tell.marks", "tell.mark", a.ui("ui.tell.marks"));
    for (const Mark& each : session.intake().marks) {
      Node& tab =
          a.choice(key_of("tell.", a.knowledge.regions[each.region.value].id), "tell.marks",
                   Role::kRadio, a.phrases.region_name(each.region), each.region == mark->region,
                   {Action::Kind::kTellAbout, each.region.value});
      tab.label = a.phrases.region_short(each.region);
      tab.intensity = static_cast<std::uint8_t>(each.intensity);
    }
  }
  a.heading("tell.quality", "tell.mark", a.ui("ui.tell.quality"));
  a.group("quality", "tell.mark", a.ui("ui.tell.quality"));
  for (const Quality q : kQualityOrder)
    a.choice(key_of("quality.", name_of(q)), "quality", Role::kRadio, a.phrases.term(q),
             mark->quality == q, {Action::Kind::kQuality, region, static_cast<int>(q)});
  a.heading("tell.onset", "tell.mark", a.ui("ui.tell.onset"));
  a.group("onset", "tell.mark", a.ui("ui.tell.onset"));
  for (int i = 0; i < kCountOf<Onset>; ++i)
    a.choice(key_of("onset.", name_of(static_cast<Onset>(i))), "onset", Role::kRadio,
             a.phrases.term(static_cast<Onset>(i)), mark->onset == static_cast<Onset>(i),
             {Action::Kind::kOnset, region, i});
}

// `field` is the key of the date field that told of the race and still has the focus; empty: none.
void author_race(const Author& a, int index, std::string_view field) {
  const Race& race = a.session.intake().races[static_cast<std::size_t>(index)];
  const std::string key = "race." + std::to_string(index), date = a.phrases.date_plain(race.date);
  a.group(key, "race", a.phrases.text("phrases.race_on", {{"date", date}}));
  const Action tells{Action::Kind::kRaceDate, index};
  Node& chosen = field.empty() ? a.date(key + ".date", key, a.ui("ui.tell.race_date"), tells)
                               : a.date(field, "race", a.ui("ui.tell.race_date"), tells);
  chosen.on = 1;
  chosen.description = a.phrases.date(race.date);
  a.text(key + ".when", key, from_today(a, race.date));
  a.button(key + ".remove", key, a.phrases.text("phrases.remove_race", {{"date", date}}),
           {Action::Kind::kRaceDate, index, Action::kNoDay});
  const std::string distance = key + ".distance";
  a.group(distance, key, a.ui("ui.tell.distance"));
  const int told = race.distance_km ? static_cast<int>(*race.distance_km * 1000 + 0.5) : 0;
  bool among = false;
  for (const int metres : kDistancesMetres) {
    among |= told == metres;
    a.choice(distance + "." + std::to_string(metres), distance, Role::kRadio,
             a.phrases.text("phrases.distance", {{"n", a.phrases.number(metres / 1000.0)}}),
             told == metres, {Action::Kind::kRaceDistance, index, metres});
  }
  const bool other = told > 0 && !among;
  a.choice(distance + ".other", distance, Role::kRadio, a.ui("ui.tell.other_distance"), other,
           {Action::Kind::kRaceDistance, index, other ? told : kOtherMetres});
  if (!other) return;
  Node& km = a.tree.add(key + ".km", key, Role::kSlider,
                        a.phrases.text("phrases.distance_on", {{"date", date}}),
                        {Action::Kind::kRaceKm, index});
  km.minimum = 1;
  km.maximum = 160;
  km.value = static_cast<float>(told / 1000);
  km.value_text = a.phrases.text("phrases.distance", {{"n", a.phrases.number(told / 1000.0)}});
}

void author_races(const Author& a) {
  const Day today = day_of(a.session.now());
  const int races = static_cast<int>(a.session.intake().races.size());
  a.heading("tell.race", "", a.ui("ui.tell.next_race"));
  a.toolbar("race", "", a.ui("ui.tell.next_race"));
  const Session::Field& held = a.session.held_date();
  const bool adds = held.key == kFirstRace || held.key == kNextRace;
  for (int i = 0; i < races; ++i)
    author_race(a, i, adds && held.tells.subject == i ? held.key : std::string_view());
  const Action next{Action::Kind::kRaceDate, races};
  if (races > 0) {
    const bool still_held = held.key == kNextRace && held.tells.subject < races;
    if (a.session.told().can_add_race() && !still_held)
      a.date(kNextRace, "race", a.ui("ui.tell.add_race"), next);
    return;
  }
  // The coming Sunday (today if it is one), and the one two weeks from it at the latest.
  const Day sunday = today + (std::chrono::Sunday - std::chrono::weekday(today));
  a.button("race.weekend", "race", a.ui("ui.tell.this_weekend"),
           {Action::Kind::kRaceDate, -1, days_since_epoch(sunday)});
  a.button("race.two_weeks", "race", a.ui("ui.tell.in_two_weeks"),
           {Action::Kind::kRaceDate, -1, days_since_epoch(today + std::chrono::days{14})});
  a.date(kFirstRace, "race", a.ui("ui.tell.other_date"), next);
}

// Authors the inputs that few need, folded under one row that says how many of them are told.
void author_more(const Author& a) {
  const Intake& intake = a.session.intake();
  const bool open = a.session.shown().tell_more;
  const int told = intake.experience.has_value() + intake.phase.has_value() +
                   !intake.goals.empty() + intake.next_hard.has_value() +
                   intake.last_deep.has_value();
  const bool first = intake.experience == Experience::kFirst;
  a.toolbar("more", "", a.ui("ui.tell.rest"));
  Node& row = a.button("tell.more", "more", a.ui("ui.tell.rest"),
                       {Action::Kind::kMoreToTell, -1, open ? 0 : 1});
  row.description = a.phrases.text(
      "phrases.of_total", {{"n", std::to_string(told)}, {"total", std::to_string(first ? 4 : 5)}});
  row.expanded = open;
  if (!open) return;
  a.heading("tell.experience", "more", a.ui("ui.tell.experience"));
  a.group("experience", "more", a.ui("ui.tell.experience"));
  for (int i = 0; i < kCountOf<Experience>; ++i)
    a.choice(key_of("experience.", name_of(static_cast<Experience>(i))), "experience", Role::kRadio,
             a.phrases.term(static_cast<Experience>(i)),
             intake.experience == static_cast<Experience>(i), {Action::Kind::kExperience, -1, i});
  a.heading("tell.phase", "more", a.ui("ui.tell.phase"));
  a.group("phase", "more", a.ui("ui.tell.phase"));
  for (int i = 0; i < kCountOf<Phase>; ++i)
    a.choice(key_of("phase.", name_of(static_cast<Phase>(i))), "phase", Role::kRadio,
             a.phrases.term(static_cast<Phase>(i)), intake.phase == static_cast<Phase>(i),
             {Action::Kind::kPhase, -1, i});
  a.heading("tell.goals", "more", a.ui("ui.tell.goals"));
  a.group("goals", "more", a.ui("ui.tell.goals"));
  for (std::size_t i = 0; i < a.knowledge.benefits.size(); ++i) {
    const BenefitId goal{static_cast<std::uint8_t>(i)};
    const bool on = std::find(intake.goals.begin(), intake.goals.end(), goal) != intake.goals.end();
    a.choice(key_of("goal.", a.knowledge.benefits[i].id), "goals", Role::kCheckbox,
             a.words.benefits[i].title, on, {Action::Kind::kGoal, static_cast<int>(i)});
  }
  a.heading("tell.next_hard", "more", a.ui("ui.tell.next_hard"));
  a.group("next_hard", "more", a.ui("ui.tell.next_hard"));
  author_day_choice(a, "next_hard", {1, 2, 3}, {Action::Kind::kNextHard});
  // There was none before the first.
  if (first) return;
  a.heading("tell.last_deep", "more", a.ui("ui.tell.last_deep"));
  a.group("last_deep", "more", a.ui("ui.tell.last_deep"));
  author_day_choice(a, "last_deep", {0, -1}, {Action::Kind::kLastDeep});
}

}  // namespace

std::string from_today(const Author& a, Day day) {
  const int days = days_between(day_of(a.session.now()), day);
  if (days == 0) return a.phrases.text("phrases.when.today");
  if (days == 1) return a.phrases.text("phrases.when.tomorrow");
  if (days == -1) return a.phrases.text("phrases.when.yesterday");
  return days > 0 ? a.phrases.counted("phrases.when.in_days", days)
                  : a.phrases.counted("phrases.when.days_ago", -days);
}

void author_tell(const Author& a) {
  a.heading("screen.title", "", a.ui("ui.tell.title"), 2);
  author_mark_details(a);
  a.heading("tell.last_hard", "", a.ui("ui.tell.last_hard"));
  a.toolbar("last_hard", "", a.ui("ui.tell.last_hard"));
  author_day_choice(a, "last_hard", {0, -1, -2, -3}, {Action::Kind::kLastHard});
  author_races(a);
  author_more(a);
  constexpr Action kOn{Action::Kind::kGoTo, -1, static_cast<int>(Screen::kSafety)};
  a.button("tell.skip", "", a.ui("ui.common.skip"), kOn);
  a.button("continue", "", a.ui("ui.common.continue"), kOn);
}

}  // namespace advisor::app
