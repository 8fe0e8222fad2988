#include <algorithm>

#include "app/author.h"

namespace advisor::app {
namespace {

constexpr std::string_view kQualityIds[] = {"tight", "sore", "ache", "sharp", "burning", "stiff", "cramp", "numb"};
// As the design shows them: the common ones first.
constexpr Quality kQualityOrder[] = {Quality::kSore, Quality::kTight, Quality::kStiff, Quality::kAche,
                                     Quality::kSharp, Quality::kBurning, Quality::kCramp, Quality::kNumb};
constexpr std::string_view kOnsetIds[] = {"after_run", "gradual", "sudden"};
constexpr std::string_view kExperienceIds[] = {"first", "occasional", "regular"};
constexpr std::string_view kPhaseIds[] = {"maintenance", "build", "peak", "taper", "off"};
constexpr int kDistancesMetres[] = {5000, 10000, 21100, 42200};
constexpr int kLastHardDays = 4;  // today and the three days before, as chips

// "dans 11 jours", "demain", "il y a 3 jours".
std::string from_today(const Author& a, Day today, Day day) {
  const int days = static_cast<int>((day - today).count());
  if (days == 0) return a.phrases.text("phrases.when.today");
  if (days == 1) return a.phrases.text("phrases.when.tomorrow");
  if (days == -1) return a.phrases.text("phrases.when.yesterday");
  return days > 0 ? a.phrases.counted("phrases.when.in_days", days) : a.phrases.counted("phrases.when.days_ago", -days);
}

void author_mark_details(const Author& a) {
  const Session& session = a.session;
  const Mark* mark = session.mark_of(session.shown().tell_about);
  if (!mark) return;
  const int region = mark->region.value;
  if (session.intake().marks.size() > 1) {
    a.group("tell.marks", "", a.ui("ui.tell.marks"));
    for (const Mark& each : session.intake().marks) {
      Node& tab = a.choice(key_of("tell.", a.knowledge.regions[each.region.value].id), "tell.marks", Role::kRadio,
                           a.phrases.region_name(each.region), each.region == mark->region, {Action::Kind::kTellAbout, each.region.value});
      tab.text = a.phrases.region_short(each.region);
      tab.value = static_cast<float>(each.intensity);
    }
  }
  a.heading("tell.quality", "", a.ui("ui.tell.quality"));
  a.group("quality", "", a.ui("ui.tell.quality"));
  for (const Quality q : kQualityOrder)
    a.choice(key_of("quality.", kQualityIds[static_cast<int>(q)]), "quality", Role::kRadio, a.phrases.term(q), mark->quality == q,
             {Action::Kind::kQuality, region, static_cast<int>(q)});
  a.heading("tell.onset", "", a.ui("ui.tell.onset"));
  a.group("onset", "", a.ui("ui.tell.onset"));
  for (int i = 0; i < 3; ++i)
    a.choice(key_of("onset.", kOnsetIds[i]), "onset", Role::kRadio, a.phrases.term(static_cast<Onset>(i)),
             mark->onset == static_cast<Onset>(i), {Action::Kind::kOnset, region, i});
}

void author_last_hard(const Author& a) {
  const Day today = day_of(a.session.now());
  const auto& told = a.session.intake().last_hard_end;
  a.heading("tell.last_hard", "", a.ui("ui.tell.last_hard"));
  a.group("last_hard", "", a.ui("ui.tell.last_hard"));
  for (int ago = 0; ago < kLastHardDays; ++ago) {
    const Day day = today - std::chrono::days{ago};
    const bool on = told && day_of(*told) == day;
    const std::string_view word = ago == 0   ? a.ui("ui.tell.today")
                                  : ago == 1 ? a.ui("ui.tell.yesterday")
                                             : a.ui("grammar.weekday." + std::to_string(std::chrono::weekday(day).iso_encoding()));
    const std::string name = capitalized(std::string(word));
    a.choice("last_hard." + std::to_string(ago), "last_hard", Role::kRadio, name, on,
             {Action::Kind::kLastHard, -1, on ? Action::kNoDay : days_since_epoch(day)});
  }
}

void author_race(const Author& a) {
  const Day today = day_of(a.session.now());
  const auto& races = a.session.intake().races;
  a.heading("tell.race", "", a.ui("ui.tell.next_race"));
  a.group("race", "", a.ui("ui.tell.next_race"));
  if (races.empty()) {
    // The coming Sunday (today if it is one), and the one two weeks from it at the latest.
    const Day sunday = today + (std::chrono::Sunday - std::chrono::weekday(today));
    a.button("race.weekend", "race", a.ui("ui.tell.this_weekend"), {Action::Kind::kRaceDate, -1, days_since_epoch(sunday)});
    a.button("race.two_weeks", "race", a.ui("ui.tell.in_two_weeks"), {Action::Kind::kRaceDate, -1, days_since_epoch(today + std::chrono::days{14})});
    a.button("race.other", "race", a.ui("ui.tell.other_date"), {Action::Kind::kRaceDate, -1, days_since_epoch(today + std::chrono::days{28})});
    return;
  }
  const Race& race = races.back();
  const int day = days_since_epoch(race.date);
  Node& chosen = a.text("race.chosen", "race", a.phrases.date(race.date));
  chosen.description = from_today(a, today, race.date);
  a.button("race.earlier", "race", a.ui("ui.tell.day_earlier"), {Action::Kind::kRaceDate, -1, day - 1});
  a.button("race.later", "race", a.ui("ui.tell.day_later"), {Action::Kind::kRaceDate, -1, day + 1});
  a.button("race.remove", "race", a.ui("ui.tell.remove_race"), {Action::Kind::kRaceDate, -1, Action::kNoDay});
  a.group("distance", "race", a.ui("ui.tell.distance"));
  for (const int metres : kDistancesMetres) {
    const bool on = race.distance_km && static_cast<int>(*race.distance_km * 1000 + 0.5) == metres;
    a.choice("distance." + std::to_string(metres), "distance", Role::kRadio, a.phrases.text("phrases.distance", {{"n", a.phrases.number(metres / 1000.0)}}),
             on, {Action::Kind::kRaceDistance, -1, metres});
  }
  a.choice("distance.other", "distance", Role::kRadio, a.ui("ui.tell.other_distance"), !race.distance_km, {Action::Kind::kRaceDistance, -1, 0});
}

}  // namespace

void author_tell(const Author& a) {
  a.heading("screen.title", "", a.ui("ui.tell.title"), 2);
  author_mark_details(a);
  author_last_hard(a);
  author_race(a);
  a.heading("tell.experience", "", a.ui("ui.tell.experience"));
  a.group("experience", "", a.ui("ui.tell.experience"));
  for (int i = 0; i < 3; ++i)
    a.choice(key_of("experience.", kExperienceIds[i]), "experience", Role::kRadio, a.phrases.term(static_cast<Experience>(i)),
             a.session.intake().experience == static_cast<Experience>(i), {Action::Kind::kExperience, -1, i});
  a.heading("tell.phase", "", a.ui("ui.tell.phase"));
  a.group("phase", "", a.ui("ui.tell.phase"));
  for (int i = 0; i < 5; ++i)
    a.choice(key_of("phase.", kPhaseIds[i]), "phase", Role::kRadio, a.phrases.term(static_cast<Phase>(i)),
             a.session.intake().phase == static_cast<Phase>(i), {Action::Kind::kPhase, -1, i});
  a.button("continue", "", a.ui("ui.common.continue"), {Action::Kind::kGoTo, -1, static_cast<int>(Screen::kSafety)});
}

}  // namespace advisor::app
