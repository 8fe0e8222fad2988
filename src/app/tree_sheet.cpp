// The sheets that choose a day and that say why.
#include <algorithm>
#include <array>

#include "app/author.h"

namespace advisor::app {
namespace {

void author_days(const Author& a) {
  a.heading("sheet.title", "sheet", a.ui("ui.book.day"), 2);
  author_calendar(a, "sheet");
}

std::string_view date_title(const Author& a, Action::Kind kind) {
  switch (kind) {
    case Action::Kind::kLastHard:
      return a.ui("ui.tell.last_hard");
    case Action::Kind::kNextHard:
      return a.ui("ui.tell.next_hard");
    case Action::Kind::kLastDeep:
      return a.ui("ui.tell.last_deep");
    default:
      return a.ui("ui.tell.race_date");
  }
}

void author_date(const Author& a) {
  const Action tells = date_action(a.session.shown().sheet_subject);
  const Told::Dates dates = a.session.told().dates_for(tells);
  const auto told = a.session.told().told_date(tells);
  const int month = a.session.shown().month;
  a.heading("sheet.title", "sheet", date_title(a, tells.kind), 2);
  const std::chrono::year_month_day first{first_of(month)};
  const std::string name = capitalized(a.phrases.text(
      "grammar.month_year", {{"month", a.phrases.month(static_cast<unsigned>(first.month()))},
                             {"year", std::to_string(static_cast<int>(first.year()))}}));
  a.heading("month", "sheet", name);
  a.button("month.earlier", "sheet", a.ui("ui.tell.month_earlier"),
           {Action::Kind::kMonth, -1, month - 1})
      .disabled = month <= month_of(dates.from);
  a.button("month.later", "sheet", a.ui("ui.tell.month_later"),
           {Action::Kind::kMonth, -1, month + 1})
      .disabled = month >= month_of(dates.to);
  a.group("date", "sheet", name);
  int n = 0;
  for (Day day = first_of(month); day < first_of(month + 1); day += std::chrono::days{1}) {
    Action tell = tells;
    tell.value = days_since_epoch(day);
    Node& node = a.choice("date." + std::to_string(n++), "date", Role::kRadio, a.phrases.date(day),
                          told == day, tell);
    node.day = day;
    node.disabled = day < dates.from || day > dates.to;
  }
  if (told) a.button("date.none", "sheet", a.ui("ui.tell.no_date"), tells);
}

// A reason begins with its kind: "Par prudence. …". A fact of the business or of the person needs
// no such word.
std::string because(const Author& a, Rule rule) {
  const std::string& why = a.words.rules[static_cast<std::size_t>(rule)].why;
  if (rule == Rule::kR12 || rule == Rule::kR14 || rule == Rule::kChosenDay) return why;
  return a.phrases.text(
      "phrases.why_origin",
      {{"origin", a.phrases.term(a.knowledge.rule_origins[static_cast<std::size_t>(rule)].origin)},
       {"why", why}});
}

// The entries of the trace that are about something, each rule's "why" once, then where it is
// written.
template <class About>
void author_trace(const Author& a, About about, std::vector<int> sources) {
  RuleSet said = 0;
  int n = 0;
  for (const TraceEntry& entry : a.session.advice().trace) {
    if (!about(entry)) continue;
    const std::string key = "why." + std::to_string(n++);
    const auto rule = static_cast<std::size_t>(entry.rule);
    a.text(key, "sheet", a.phrases.effect(entry));
    if ((said & bit(entry.rule)) != 0) continue;
    said |= bit(entry.rule);
    a.text(key + ".because", "sheet", because(a, entry.rule));
    for (const int source : a.knowledge.rule_origins[rule].sources)
      if (std::find(sources.begin(), sources.end(), source) == sources.end())
        sources.push_back(source);
  }
  author_sources(a, sources);
}

void author_why_day(const Author& a, Day day) {
  const Timing& timing = *a.session.advice().timing;
  const auto found = std::find_if(timing.days.begin(), timing.days.end(),
                                  [&](const DayAdvice& d) { return d.date == day; });
  a.heading("sheet.title", "sheet", capitalized(a.phrases.date(day)), 2);
  a.text("sheet.lead", "sheet",
         capitalized(a.phrases.up_to(pressure_on(a.session.advice(), *found))) + ".");
  if (found->reasons == 0)
    a.text("sheet.no_limit", "sheet",
           a.phrases.day_reasons(a.session.advice(), *found, a.session.intake()).front());
  author_trace(a,
               [&](const TraceEntry& entry) {
                 if (!entry.from || entry.region || day < *entry.from ||
                     day > entry.to.value_or(*entry.from))
                   return false;
                 const bool ideal = entry.rule == Rule::kIdealRace ||
                                    entry.rule == Rule::kIdealSoreness ||
                                    entry.rule == Rule::kIdealOpen || entry.rule == Rule::kR6;
                 return ideal ? found->ideal
                              : (found->reasons & bit(entry.rule)) != 0 ||
                                    entry.rule == Rule::kR12 || entry.rule == Rule::kChosenDay;
               },
               {});
}

void author_why_area(const Author& a, RegionId region) {
  const auto& areas = a.session.advice().areas;
  const auto found = std::find_if(areas.begin(), areas.end(),
                                  [&](const AreaAdvice& area) { return area.region == region; });
  a.heading("sheet.title", "sheet", a.phrases.region_name(region), 2);
  const Area& area = a.knowledge.area_of(region);
  const AreaWords& words = a.words.areas[a.knowledge.regions[region.value].area.value];
  a.text("sheet.lead", "sheet", words.complaint);
  const bool free = found->reasons == 0 && found->pressure == Pressure::kDeep;
  if (free) a.text("sheet.no_limit", "sheet", a.ui("ui.advice.no_limit"));
  if (!found->avoid && found->pressure != Pressure::kNone && found->pressure < found->cap)
    a.text("sheet.day", "sheet",
           a.phrases.text("phrases.day_decides",
                          {{"date", a.phrases.date(a.session.advice().session->day)},
                           {"pressure", a.phrases.up_to(found->pressure)}}));
  a.text("sheet.caution", "sheet", words.caution);
  // The anatomy comes last, because the fewest look for it.
  author_trace(
      a, [&](const TraceEntry& entry) { return entry.region == region && !entry.benefit; },
      area.sources);
  a.heading("sheet.anatomy", "sheet", a.ui("ui.advice.anatomy"));
  a.text("sheet.structures", "sheet", capitalized(words.structures) + ".");
}

void author_why_flag(const Author& a, FlagId flag) {
  const auto& flags = a.session.advice().flags;
  const auto raised = std::find_if(flags.begin(), flags.end(),
                                   [&](const RaisedFlag& each) { return each.flag == flag; });
  a.heading("sheet.title", "sheet", a.phrases.flag_text(*raised), 2);
  a.text("sheet.lead", "sheet",
         raised->cleared ? a.phrases.text("phrases.cleared_act")
                         : a.words.flags[flag.value].acts.front());
  author_trace(
      a, [&](const TraceEntry& entry) { return entry.flag == flag; },
      a.knowledge.flags[flag.value].sources);
}

// Authors each technique that the advice names, once, in plain words.
void author_techniques(const Author& a) {
  a.heading("sheet.title", "sheet", a.ui("ui.advice.words_title"), 2);
  std::vector<TechniqueId> said;
  for (const AreaAdvice& area : a.session.advice().areas) {
    if (area.avoid) continue;
    for (const TechniqueId technique : a.phrases.techniques(area)) {
      if (std::find(said.begin(), said.end(), technique) != said.end()) continue;
      const std::string key = "why." + std::to_string(said.size());
      said.push_back(technique);
      a.text(key, "sheet", capitalized(a.words.techniques[technique.value].name));
      a.text(key + ".because", "sheet", a.words.techniques[technique.value].explanation);
    }
  }
  a.text("sheet.note", "sheet", a.ui("ui.advice.words_note"));
}

// "Rythme proposé : un massage tous les 7 à 14 jours.", where the phase was told.
std::string rhythm(const Author& a) {
  const auto& timing = a.session.advice().timing;
  if (!timing || !timing->cadence_days) return {};
  const auto [from, to] = *timing->cadence_days;
  if (from == to) return a.phrases.counted("phrases.cadence.every", to);
  return a.phrases.text("phrases.cadence.range",
                        {{"from", std::to_string(from)}, {"to", std::to_string(to)}});
}

// What is said of a race: of a deep massage only where some day allows it, of a first one where it
// may be.
std::array<std::string_view, 4> around_a_race(const Author& a) {
  const Advice& advice = a.session.advice();
  const bool deep =
      advice.timing && std::any_of(advice.timing->days.begin(), advice.timing->days.end(),
                                   [&](const DayAdvice& day) {
                                     return pressure_on(advice, day) == Pressure::kDeep;
                                   });
  const bool first =
      a.session.intake().experience.value_or(Experience::kFirst) == Experience::kFirst;
  return {deep ? a.ui("ui.session.distance_deep") : std::string_view(),
          first ? a.ui("ui.session.distance_first") : std::string_view(),
          a.ui("ui.session.distance_light"), a.ui("ui.session.distance")};
}

void author_session_sheet(const Author& a) {
  a.heading("sheet.title", "sheet", a.ui("ui.advice.session"), 2);
  const auto part = [&](std::string_view key, std::string_view title,
                        std::initializer_list<std::string_view> texts) {
    a.heading(key_of("sheet.", key), "sheet", title);
    int n = 0;
    for (const std::string_view text : texts)
      if (!text.empty()) a.text(key_of("sheet.", key) + "." + std::to_string(n++), "sheet", text);
  };
  part("during", a.ui("ui.session.during"), {a.ui("ui.session.steps"), a.ui("ui.session.scale")});
  part("first", a.ui("ui.session.first_title"), {a.ui("ui.session.first")});
  part("after", a.ui("ui.session.after_title"), {a.ui("ui.session.after")});
  // A line stands only where the business tells something.
  if (const std::string_view home = a.localized(a.site.preparation); !home.empty())
    part("home", a.ui("ui.session.home_title"), {home});
  const std::string own_rhythm = rhythm(a);
  part("often", a.ui("ui.session.often_title"),
       {own_rhythm.empty() ? a.ui("ui.session.often") : own_rhythm, a.ui("ui.session.habit")});
  const std::array<std::string_view, 4> near = around_a_race(a);
  part("distance", a.ui("ui.session.distance_title"), {near[0], near[1], near[2], near[3]});
  if (const std::string_view who = a.localized(a.site.therapists); !who.empty())
    part("who", a.ui("ui.session.who_title"), {who});
}

}  // namespace

// Sources that were read come first, this tool's own judgement last; a source that has an address
// is a link to it.
void author_sources(const Author& a, std::vector<int> sources) {
  if (sources.empty()) return;
  const auto known = [&](int source) -> const Source& {
    return a.knowledge.sources[static_cast<std::size_t>(source)];
  };
  std::stable_partition(sources.begin(), sources.end(),
                        [&](int source) { return known(source).checked < Checked::kRecalled; });
  a.heading("sheet.sources", "sheet", a.ui("ui.benefit.sources"));
  // All sources together are one tab stop.
  const auto has_address = [](const Source& source) {
    return source.url.starts_with("https://") || source.url.starts_with("http://");
  };
  const bool links = std::any_of(sources.begin(), sources.end(),
                                 [&](int source) { return has_address(known(source)); });
  const std::string_view parent = links ? "sources" : "sheet";
  if (links) a.toolbar("sources", "sheet", a.ui("ui.benefit.sources"));
  int n = 0;
  for (const int source : sources) {
    const Source& from = known(source);
    std::string cite = a.phrases.citation(source);
    if (from.checked == Checked::kSecondary)
      cite =
          a.phrases.text("phrases.cited", {{"cite", cite}, {"how", a.phrases.term(from.checked)}});
    const std::string key = "sheet.source." + std::to_string(n++);
    Node& node =
        has_address(from) ? a.link(key, parent, cite, from.url) : a.text(key, parent, cite);
    const Language language = a.words.language;
    if (language != Language::kEnglish && from.cite_in[static_cast<std::size_t>(language)].empty())
      node.language = Language::kEnglish;
  }
}

void author_other_sheet(const Author& a) {
  const Shown& shown = a.session.shown();
  switch (shown.sheet) {
    case Sheet::kDays:
      return author_days(a);
    case Sheet::kDate:
      return author_date(a);
    case Sheet::kWhyDay:
      return author_why_day(a, Day{std::chrono::days{shown.sheet_subject}});
    case Sheet::kWhyArea:
      return author_why_area(a, RegionId{static_cast<std::uint8_t>(shown.sheet_subject)});
    case Sheet::kWhyFlag:
      return author_why_flag(a, FlagId{static_cast<std::uint8_t>(shown.sheet_subject)});
    case Sheet::kWhy:
      a.heading("sheet.title", "sheet", a.ui("ui.advice.why_title"), 2);
      // The benefits and the block are left out, because each says why on a sheet of its own.
      return author_trace(
          a,
          [](const TraceEntry& entry) {
            return entry.rule != Rule::kBenefit &&
                   (entry.rule < Rule::kBlockWindow || entry.rule > Rule::kBlockCut);
          },
          {});
    case Sheet::kTechniques:
      return author_techniques(a);
    case Sheet::kBlock:
      return author_block(a);
    case Sheet::kSession:
      return author_session_sheet(a);
    default:
      return;
  }
}

}  // namespace advisor::app
