#include <algorithm>
#include <cstdlib>

#include "app/author.h"

namespace advisor::app {
namespace {

// Says why the session's day was chosen: what makes it ideal, or else what limits it.
std::string reason_for_day(const Author& a) {
  const Advice& advice = a.session.advice();
  const Intake& intake = a.session.intake();
  if (!advice.unanswered.empty()) return a.phrases.verdict_reason(advice, intake);
  const Day day = advice.session->day;
  const auto& days = advice.timing->days;
  const auto found =
      std::find_if(days.begin(), days.end(), [&](const DayAdvice& d) { return d.date == day; });
  if (found == days.end()) return {};
  const auto traced = [&](Rule rule) {
    return std::any_of(advice.trace.begin(), advice.trace.end(),
                       [&](const TraceEntry& entry) { return entry.rule == rule; });
  };
  if (!found->ideal || found->pressure < Pressure::kModerate)
    return a.phrases.day_reasons(advice, *found, intake).front();
  if (traced(Rule::kIdealRace)) {
    const auto distance = [&](const Race& race) { return std::abs((race.date - day).count()); };
    const auto race =
        std::min_element(intake.races.begin(), intake.races.end(),
                         [&](const Race& x, const Race& y) { return distance(x) < distance(y); });
    const bool before = day < race->date;
    return a.phrases.counted(
        before ? "phrases.verdict.reason_before" : "phrases.verdict.reason_after",
        static_cast<int>(distance(*race)));
  }
  return a.phrases.verdict_reason(advice, intake);
}

// "léger seulement", "modéré au plus", "pression au choix".
std::string pressure_allowed(const Author& a, Pressure pressure) {
  return a.phrases.up_to(std::max(pressure, Pressure::kLight));
}

// "Pourquoi?" on the screen, with what it is about when it is spoken.
void why_about(const Author& a, std::string_view key, std::string_view parent,
               std::string_view what, Sheet sheet, int subject) {
  a.button(key, parent, a.phrases.text("phrases.why_about", {{"what", what}}),
           {Action::Kind::kOpenSheet, subject, static_cast<int>(sheet)})
      .label = a.ui("ui.common.why");
}

// Says what the first days allow where the session's day allows more, because no day is promised
// the pressure of another.
std::string two_pressures(const Author& a) {
  const Advice& advice = a.session.advice();
  const auto& days = advice.timing->days;
  const Pressure after = advice.session->pressure;
  Pressure before = after;
  auto day = days.begin();
  for (; day != days.end() && day->pressure < after; ++day)
    if (day->pressure != Pressure::kNone) before = std::min(before, day->pressure);
  if (before == after || day == days.end()) return {};
  const auto last = std::find_if(day, days.end(), [&](const DayAdvice& d) {
    return d.pressure < after && d.pressure != Pressure::kNone;
  });
  const std::string from = a.phrases.date_plain(day->date), low = pressure_allowed(a, before),
                    high = pressure_allowed(a, after);
  if (last == days.end())
    return a.phrases.text("phrases.ask_two_pressures",
                          {{"date", from}, {"before", low}, {"after", high}});
  const Day until = last->date - std::chrono::days{1};
  if (until == day->date)
    return a.phrases.text("phrases.ask_two_pressures_on",
                          {{"date", from}, {"before", low}, {"after", high}});
  return a.phrases.text(
      "phrases.ask_two_pressures_until",
      {{"date", from}, {"before", low}, {"after", high}, {"until", a.phrases.date_plain(until)}});
}

// Finds the fact of the same area, which says this one already: tightness when a sensation was
// told, soreness always.
const Fact* said_with_its_area(const Author& a, const std::vector<Fact>& facts, const Fact& fact) {
  if ((fact.kind != FactKind::kTightness && fact.kind != FactKind::kSoreness) || !fact.region)
    return nullptr;
  const Mark* mark = a.session.told().mark_of(fact.region->value);
  if (!mark || (fact.kind == FactKind::kTightness && !mark->quality)) return nullptr;
  const auto area = std::find_if(facts.begin(), facts.end(), [&](const Fact& other) {
    return other.kind == FactKind::kArea && other.region == fact.region;
  });
  return area == facts.end() ? nullptr : &*area;
}

// The fact that says the most of why a benefit is shown: an area alone is what was told, and what
// takes away is no reason.
const Fact& most_telling(const Author& a, const BenefitAdvice& benefit) {
  const auto other = std::find_if(benefit.why.begin(), benefit.why.end(), [](const Fact& fact) {
    return fact.kind != FactKind::kArea && fact.points > 0;
  });
  if (other == benefit.why.end()) return benefit.why.front();
  const Fact* area = said_with_its_area(a, benefit.why, *other);
  return area ? *area : *other;
}

// What was raised, each with its why, and what to do about it. Several that ask for the same thing
// say it after the last of them.
void author_flags(const Author& a) {
  const auto& flags = a.session.advice().flags;
  for (auto raised = flags.begin(); raised != flags.end(); ++raised) {
    const std::string& id = a.knowledge.flags[raised->flag.value].id;
    const std::string text = a.phrases.flag_text(*raised);
    a.text(key_of("advice.flag.", id), "whys", text);
    why_about(a, key_of("why.flag.", id), "whys", text, Sheet::kWhyFlag, raised->flag.value);
    int n = 0;
    for (const std::string_view act : a.phrases.flag_acts(*raised))
      if (std::none_of(raised + 1, flags.end(), [&](const RaisedFlag& later) {
            const auto acts = a.phrases.flag_acts(later);
            return std::find(acts.begin(), acts.end(), act) != acts.end();
          }))
        a.text(key_of("advice.act.", id) + "." + std::to_string(n++), "whys", act);
  }
}

void author_verdict(const Author& a) {
  const Advice& advice = a.session.advice();
  Node& state = a.text("advice.state", "", a.phrases.state(advice));
  state.mild = advice.level == Level::kClear && advice.unanswered.empty();
  a.heading("screen.title", "", a.phrases.verdict(advice), 2);
  a.text("advice.reason", "", reason_for_day(a));
  a.toolbar("whys", "", a.ui("ui.advice.why_title"));
  a.button("why", "whys", a.ui("ui.common.why"),
           {Action::Kind::kOpenSheet, -1, static_cast<int>(Sheet::kWhy)});
  author_flags(a);
  if (!advice.flags.empty() && advice.booking_allowed)
    a.button("note.prepare", "whys", a.ui("ui.book.note"), {Action::Kind::kNote, -1, 1});
}

void author_benefits(const Author& a) {
  const Advice& advice = a.session.advice();
  a.heading("benefits.title", "", a.ui("ui.advice.benefits"));
  a.toolbar("benefits", "", a.ui("ui.advice.benefits"));
  bool best = true;
  for (const BenefitAdvice& benefit : advice.benefits) {
    const BenefitWords& words = a.words.benefits[benefit.benefit.value];
    const Grade grade = a.knowledge.benefits[benefit.benefit.value].grade;
    Node& node = a.button(
        key_of("benefit.", a.knowledge.benefits[benefit.benefit.value].id), "benefits", words.title,
        {Action::Kind::kOpenSheet, benefit.benefit.value, static_cast<int>(Sheet::kBenefit)});
    node.description =
        a.phrases.fact(benefit.benefit, most_telling(a, benefit), a.session.intake());
    node.grade = grade;
    if (std::exchange(best, false)) {
      a.text("benefits.best", "benefits", words.explanation);
      a.text("benefits.grade", "benefits", a.phrases.term(grade));
    } else {
      node.value_text = a.phrases.term(grade);
    }
  }
}

// The button stands beside what to ask for, where there is something, and is then no tab stop of
// its own.
void author_session_more(const Author& a, std::string_view parent) {
  a.button("session.more", parent, a.ui("ui.advice.session"),
           {Action::Kind::kOpenSheet, -1, static_cast<int>(Sheet::kSession)});
}

void author_ask(const Author& a) {
  const Advice& advice = a.session.advice();
  if (advice.areas.empty()) return;
  a.heading("ask.title", "", a.ui("ui.advice.ask"));
  a.text("ask.when", "",
         a.phrases.text("phrases.ask_when", {{"minutes", std::to_string(advice.session->minutes)},
                                             {"date", a.phrases.date_plain(advice.session->day)}}));
  if (const std::string both = two_pressures(a); !both.empty()) a.text("ask.both", "", both);
  a.toolbar("ask", "", a.ui("ui.advice.ask"));
  for (const AreaAdvice& area : advice.areas) {
    const std::string& id = a.knowledge.regions[area.region.value].id;
    std::vector<std::string> techniques;
    for (const TechniqueId t : a.phrases.techniques(area))
      techniques.push_back(a.words.techniques[t.value].name);
    const std::string note = a.phrases.area_note(advice, area);
    Node& item = a.text(key_of("ask.", id), "ask", a.phrases.region_name(area.region));
    item.value_text = a.phrases.term(area.pressure);
    item.pressure = area.pressure;
    a.text(key_of("ask.techniques.", id), "ask",
           area.avoid ? note : capitalized(a.phrases.list_and(techniques)));
    if (!area.avoid && !note.empty()) a.text(key_of("ask.note.", id), "ask", note);
    why_about(a, key_of("why.", id), "ask", a.phrases.region_name(area.region), Sheet::kWhyArea,
              area.region.value);
  }
  if (std::any_of(advice.areas.begin(), advice.areas.end(),
                  [](const AreaAdvice& area) { return !area.avoid && !area.techniques.empty(); }))
    a.button("ask.words", "ask", a.ui("ui.advice.words"),
             {Action::Kind::kOpenSheet, -1, static_cast<int>(Sheet::kTechniques)});
  author_session_more(a, "ask");
  a.heading("until.title", "", a.ui("ui.advice.until"));
  a.text("until.basics", "", a.ui("ui.advice.basics"));
  for (const Phrases::CareLine& line : a.phrases.self_care_lines(advice))
    a.text(key_of("until.", a.knowledge.areas[line.area.value].id), "", line.text);
}

// Authors what stands under every advice: when another door is the better one.
void author_care(const Author& a) {
  a.heading("physio.title", "", a.ui("ui.advice.physio_title"));
  a.text("physio", "", a.ui("ui.advice.physio"));
}

void author_booking(const Author& a) {
  const Advice advice = a.session.booked();
  const BookingTexts texts = a.session.booking();
  if (!advice.booking_allowed || !texts.url) {
    a.text("book.prompt", "", texts.prompt);
    if (!advice.unanswered.empty())
      a.button("book.check", "", a.ui("ui.advice.do_check"),
               {Action::Kind::kGoTo, -1, static_cast<int>(Screen::kSafety)});
    return;
  }
  const std::string day = a.phrases.date(advice.session->day);
  // The link comes first, because Tab comes to it first.
  a.tree.add("booking", "", Role::kToolbar, a.ui("ui.book.title"));
  Node& link = a.link("book", "booking", a.localized(a.site.booking.label), *texts.url,
                      {Action::Kind::kBook});
  link.description = capitalized(a.phrases.text(
      "phrases.book_detail", {{"date", day},
                              {"minutes", std::to_string(advice.session->minutes)},
                              {"pressure", pressure_allowed(a, advice.session->pressure)}}));
  // The way to the booking stands beside the link on a wide screen; on a narrow one it is the only
  // step.
  const std::string step = a.session.shown().two_panels
                               ? std::string(a.ui("ui.book.title"))
                               : a.phrases.text("phrases.book_day", {{"date", day}});
  Node& session = a.button("session", "booking", step,
                           {Action::Kind::kGoTo, -1, static_cast<int>(Screen::kBook)});
  session.description = a.phrases.text(
      "phrases.session_detail", {{"minutes", std::to_string(advice.session->minutes)},
                                 {"pressure", pressure_allowed(a, advice.session->pressure)}});
  a.text("book.sent", "", a.ui("ui.book.nothing_sent"));
}

// What the calendar's days look like, each look that it has.
void author_legend(const Author& a, std::string_view parent) {
  const Advice& advice = a.session.advice();
  const auto& days = advice.timing->days;
  a.tree.add("legend", parent, Role::kList, {});
  for (const Pressure p :
       {Pressure::kLight, Pressure::kModerate, Pressure::kDeep, Pressure::kNone}) {
    if (std::none_of(days.begin(), days.end(),
                     [&](const DayAdvice& day) { return pressure_on(advice, day) == p; }))
      continue;
    a.tree.add(key_of("legend.", name_of(p)), "legend", Role::kItem, a.phrases.term(p)).pressure =
        p;
  }
  if (std::any_of(days.begin(), days.end(), [](const DayAdvice& day) { return day.ideal; }))
    a.tree.add("legend.ideal", "legend", Role::kItem, a.ui("ui.advice.ideal"));
}

}  // namespace

void author_calendar(const Author& a, std::string_view parent) {
  const Advice& advice = a.session.advice();
  const Timing& timing = *advice.timing;
  const Intake& intake = a.session.intake();
  a.heading("calendar.title", parent, a.ui("ui.advice.calendar"));
  a.group("calendar", parent, a.ui("ui.advice.calendar"));
  const auto chosen = a.session.chosen_day();
  std::size_t detail = 0;
  for (std::size_t i = 0; i < timing.days.size(); ++i) {
    const DayAdvice& day = timing.days[i];
    if (chosen == day.date) detail = i;
    Node& node = a.choice("day." + std::to_string(i), "calendar", Role::kRadio,
                          a.phrases.day_spoken(advice, i, intake), chosen == day.date,
                          {Action::Kind::kChooseDay, -1, days_since_epoch(day.date)});
    node.disabled = day.pressure == Pressure::kNone;
    node.pressure = pressure_on(advice, day);
    node.day = day.date;
    node.ideal = day.ideal;
    node.race = std::any_of(intake.races.begin(), intake.races.end(),
                            [&](const Race& r) { return r.date == day.date; });
  }
  author_legend(a, parent);
  // The day and what it allows stand out; what surrounds it and what limits it follow.
  std::string spoken = a.phrases.day_spoken(advice, detail, intake);
  const std::size_t sentence = std::min(spoken.find(". "), spoken.size());
  std::string rest = spoken.substr(std::min(sentence + 2, spoken.size()));
  // The reason is left out under the verdict, which gives it already.
  const std::string said = parent.empty() ? reason_for_day(a) : std::string();
  if (timing.days[detail].reasons != 0)
    for (const std::string& reason : a.phrases.day_reasons(advice, timing.days[detail], intake))
      if (reason != said) rest += (rest.empty() ? "" : " ") + reason;
  spoken.resize(sentence);
  a.text("calendar.day", parent, capitalized(spoken));
  if (!rest.empty()) a.text("calendar.reason", parent, rest);
  const Day day = timing.days[detail].date;
  if (!parent.empty()) return;
  a.toolbar("calendar.more", "", a.ui("ui.advice.calendar"));
  why_about(a, "calendar.why", "calendar.more", a.phrases.date(day), Sheet::kWhyDay,
            days_since_epoch(day));
  author_block_row(a, "calendar.more");
}

void author_advice(const Author& a) {
  const Advice& advice = a.session.advice();
  // Before the check no day, pressure or technique is said: nobody knows whether a massage suits.
  const bool screened = advice.unanswered.empty();
  author_verdict(a);
  if (screened) author_calendar(a, "");
  author_benefits(a);
  if (screened) author_ask(a);
  author_care(a);
  if (advice.areas.empty() || !screened) author_session_more(a, "");
  author_booking(a);
  a.button("answers", "", a.ui("ui.advice.change"),
           {Action::Kind::kGoTo, -1, static_cast<int>(Screen::kTell)});
  a.text("disclaimer", "", a.phrases.text("phrases.disclaimer"));
}

void author_sheet(const Author& a) {
  const Shown& shown = a.session.shown();
  const Advice& advice = a.session.advice();
  a.tree.add("sheet", "", Role::kDialog, a.ui("ui.common.sheet"));
  a.button("sheet.close", "sheet", a.ui("ui.common.close"), {Action::Kind::kCloseSheet});
  if (shown.sheet == Sheet::kMenu) return author_menu(a);
  if (shown.sheet == Sheet::kChooser) {
    a.heading("sheet.title", "sheet", a.ui("ui.where.chooser"), 2);
    return author_chooser(a);
  }
  if (shown.sheet == Sheet::kStartOver) return author_start_over(a);
  if (shown.sheet != Sheet::kBenefit) return author_other_sheet(a);
  const auto found =
      std::find_if(advice.benefits.begin(), advice.benefits.end(),
                   [&](const BenefitAdvice& b) { return b.benefit.value == shown.sheet_subject; });
  if (found == advice.benefits.end()) return;
  const Benefit& benefit = a.knowledge.benefits[found->benefit.value];
  const BenefitWords& words = a.words.benefits[found->benefit.value];
  a.heading("sheet.title", "sheet", words.title, 2);
  Node& lead = a.text("sheet.lead", "sheet", words.lead);
  lead.value_text = a.phrases.term(benefit.grade);
  lead.grade = benefit.grade;
  a.heading("sheet.why", "sheet", a.ui("ui.benefit.for_you"));
  int n = 0;
  for (const Fact& fact : found->why)
    if (!said_with_its_area(a, found->why, fact))
      a.text("sheet.fact." + std::to_string(n++), "sheet",
             a.phrases.fact(found->benefit, fact, a.session.intake()));
  if (!words.article.empty()) {
    a.heading("sheet.article", "sheet", a.ui("ui.benefit.article"));
    a.text("sheet.article.text", "sheet", words.article);
    if (!a.site.article_url.empty())
      a.link("sheet.article.link", "sheet", a.ui("ui.benefit.read_article"), a.site.article_url);
  }
  a.heading("sheet.research", "sheet", a.ui("ui.benefit.research"));
  a.text("sheet.research.text", "sheet", words.research);
  a.heading("sheet.expect", "sheet", a.ui("ui.benefit.expect"));
  a.text("sheet.expect.text", "sheet", words.expect);
  author_sources(a, benefit.sources);
}

}  // namespace advisor::app
