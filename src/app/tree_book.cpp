#include <algorithm>
#include <utility>

#include "app/author.h"
#include "booking/booking_link.h"

namespace advisor::app {
namespace {

// Whether any day of the horizon allows massage; else the business is closed on all of them.
bool has_day(const Advice& advice) { return advice.timing->earliest_light.has_value(); }

// Authors the ideal days, the day that is chosen, and the way to any other.
void author_day(const Author& a, const Advice& advice) {
  std::vector<Day> days = advice.timing->ideal;
  if (days.size() > 3) days.resize(3);
  if (has_day(advice) && std::find(days.begin(), days.end(), advice.session->day) == days.end())
    days.insert(days.begin(), advice.session->day);
  a.tree.add("book.day", "", Role::kToolbar, a.ui("ui.book.day"));
  // "mar. 16 juin", then "mer. 17" of the same month.
  int month = -1;
  for (const Day day : days) {
    const bool named = std::exchange(month, month_of(day)) == month_of(day);
    const int number = days_since_epoch(day);
    a.choice("book.day." + std::to_string(number), "book.day", Role::kRadio, a.phrases.date(day),
             day == advice.session->day, {Action::Kind::kChooseDay, -1, number})
        .label = named ? a.phrases.day_short(day) : a.phrases.date_short(day);
  }
  a.button("book.other_day", "book.day", a.ui("ui.book.other_day"),
           {Action::Kind::kOpenSheet, -1, static_cast<int>(Sheet::kDays)});
}

// The lengths that the business offers, each once, with the price of the service that would be
// booked.
void author_length(const Author& a, const Advice& advice) {
  std::vector<int> lengths;
  for (const Service& service : a.site.services)
    if (std::find(lengths.begin(), lengths.end(), service.minutes) == lengths.end())
      lengths.push_back(service.minutes);
  if (lengths.size() < 2) return;
  BookingRequest request = booking_request(*advice.session);
  a.group("book.length", "", a.ui("ui.book.length"));
  for (const int minutes : lengths) {
    const bool on = minutes == advice.session->minutes;
    request.minutes = minutes;
    const Service& service = *service_for(a.site, request);
    Node& node = a.choice("length." + std::to_string(minutes), "book.length", Role::kRadio,
                          a.phrases.counted("phrases.count.minutes", minutes), on,
                          {Action::Kind::kLength, -1, minutes});
    if (service.price_cents > 0) node.description = a.phrases.money(service.price_cents);
  }
}

void author_session(const Author& a, const Advice& advice) {
  std::vector<std::string> areas;
  for (const RegionId region : advice.session->focus)
    areas.emplace_back(a.phrases.region_in_sentence(region));
  if (!areas.empty()) a.text("book.areas", "", capitalized(a.phrases.list_and(areas)));
  std::string line = capitalized(a.phrases.up_to(advice.session->pressure)) + ".";
  for (const std::string_view note :
       {a.localized(a.site.place_note), a.localized(a.site.travel_note),
        a.localized(a.site.taxes_note)})
    if (!note.empty()) line.append(" ").append(note);
  a.text("book.line", "", line);
  // Authors what the business tells before a booking; where it tells nothing, nothing stands there.
  int n = 0;
  for (const std::string_view term : {a.localized(a.site.cancellation), a.localized(a.site.receipt),
                                      a.localized(a.site.preferences)})
    if (!term.empty()) a.text("book.term." + std::to_string(n++), "", term);
}

// Says what the link tells the booking system.
std::string held(const Author& a, const Advice& advice) {
  const BookingRequest request = booking_request(*advice.session);
  const std::string url = booking_url(a.site, a.phrases, request);
  Site other = a.site;
  for (Service& each : other.services) {
    for (std::string* text : {&each.id, &each.booking_id, &each.url})
      if (!text->empty()) *text += '-';
    for (std::string& name : each.name.texts) name += '-';
    each.minutes += 1;
  }
  BookingRequest later = request;
  if (request.day) later.day = *request.day + std::chrono::days{400};
  const bool service = booking_url(other, a.phrases, request) != url,
             day = booking_url(a.site, a.phrases, later) != url;
  if (!service && !day) return a.phrases.text("phrases.link_holds_nothing");
  const std::string date = day ? a.phrases.date(*request.day) : std::string();
  const std::string_view name =
      service ? a.localized(service_for(a.site, request)->name) : std::string_view{};
  if (!service || !day)
    return a.phrases.text("phrases.link_holds",
                          {{"what", service ? name : std::string_view(date)}});
  return a.phrases.text("phrases.link_holds_both", {{"service", name}, {"date", date}});
}

void author_note(const Author& a, const std::string& summary) {
  const bool on = a.session.shown().note;
  a.toolbar("note.tools", "", a.ui("ui.book.note"));
  a.choice("book.note", "note.tools", Role::kCheckbox, a.ui("ui.book.note"), on,
           {Action::Kind::kNote, -1, on ? 0 : 1})
      .description = a.ui("ui.book.note_hint");
  if (!on) return;
  a.group("note", "note.tools", a.ui("ui.book.note"));
  int n = 0;
  for (std::string_view rest = summary; !rest.empty();) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    a.text("note." + std::to_string(n++), "note", rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  // The note goes along only where the link can take it, and only when the person has read it and
  // asked for it.
  const bool sends = a.session.shown().send_note;
  if (takes_note(a.site))
    a.choice("note.send", "note", Role::kCheckbox, a.ui("ui.book.note_send"), sends,
             {Action::Kind::kSendNote, -1, sends ? 0 : 1})
        .description = a.phrases.text("phrases.note_receiver", {{"business", a.site.name}});
  if (a.session.abilities().clipboard)
    a.button("note.copy", "note", a.ui("ui.book.note_copy"), {Action::Kind::kCopySummary});
}

void author_other_ways(const Author& a) {
  if (a.site.text_number.empty() && a.site.phone.empty()) return;
  a.tree.add("book.ways", "", Role::kToolbar, a.ui("ui.book.ways"));
  const auto way = [&](std::string_view key, std::string_view phrase, const std::string& number,
                       const char* scheme) {
    if (!number.empty())
      a.link(key, "book.ways", a.phrases.text(phrase, {{"phone", a.phrases.phone(number)}}),
             scheme + number);
  };
  way("book.text", "phrases.text_to", a.site.text_number, "sms:");
  way("book.call", "phrases.call_to", a.site.phone, "tel:");
}

void author_tools(const Author& a, bool has_day) {
  const Abilities& can = a.session.abilities();
  struct Tool {
    bool there;
    std::string_view key, name;
    Action::Kind kind;
  };
  const Tool tools[] = {
      {can.files && has_day, "tool.calendar", "ui.book.calendar", Action::Kind::kSaveCalendar},
      {can.clipboard, "tool.copy", "ui.book.copy", Action::Kind::kCopySummary},
      {can.picture, "tool.picture", "ui.book.picture", Action::Kind::kSavePicture},
      {can.print, "tool.print", "ui.book.print", Action::Kind::kPrint},
      {can.share, "tool.share", "ui.book.share", Action::Kind::kSharePage}};
  a.toolbar("tools", "", a.ui("ui.book.tools"));
  for (const Tool& tool : tools)
    if (tool.there) a.button(tool.key, "tools", a.ui(tool.name), {tool.kind});
  const bool kept = a.session.shown().remember;
  if (can.remember)
    a.choice("remember", "tools", Role::kCheckbox, a.ui("ui.book.remember"), kept,
             {Action::Kind::kRemember, -1, kept ? 0 : 1})
        .description = a.ui("ui.book.remember_hint");
  a.button("erase", "tools", a.ui("ui.book.erase"),
           {Action::Kind::kOpenSheet, -1, static_cast<int>(Sheet::kStartOver)});
  a.text("erase.kept", "tools", a.ui(kept ? "ui.book.kept" : "ui.book.nothing_kept"));
  a.button("session.more", "tools", a.ui("ui.advice.session"),
           {Action::Kind::kOpenSheet, -1, static_cast<int>(Sheet::kSession)});
  if (!a.site.privacy_url.empty())
    a.link("book.privacy", "tools", a.ui("ui.common.privacy"), a.site.privacy_url);
}

}  // namespace

void author_book(const Author& a) {
  const Advice advice = a.session.booked();
  const BookingTexts texts = a.session.booking();
  a.heading("screen.title", "", a.ui("ui.book.title"), 2);
  author_day(a, advice);
  author_length(a, advice);
  author_session(a, advice);
  if (texts.url) {
    const bool note = a.session.shown().note && a.session.shown().send_note;
    a.text("book.sent", "", a.ui(note ? "ui.book.note_sent" : "ui.book.nothing_sent"));
    if (!note) a.text("book.holds", "", held(a, advice));
  }
  if (texts.summary) author_note(a, *texts.summary);
  if (texts.url) {
    Node& link =
        a.link("book", "", a.localized(a.site.booking.label), *texts.url, {Action::Kind::kBook});
    if (advice.session->pressure > Pressure::kNone)
      link.description = a.phrases.text("phrases.session_detail_day",
                                        {{"date", a.phrases.date(advice.session->day)},
                                         {"minutes", std::to_string(advice.session->minutes)}});
  }
  author_other_ways(a);
  author_tools(a, has_day(advice));
  a.text("disclaimer", "", a.phrases.text("phrases.disclaimer_short"));
}

}  // namespace advisor::app
