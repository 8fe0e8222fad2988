#include "content/site_json.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "advice/insertion_sort.h"
#include "content/iso_time.h"
#include "content/json_reader.h"
#include "content/site_addresses.h"
#include "content/words_json.h"

namespace advisor {
namespace {

constexpr std::string_view kWeekdays[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

// In cents: nobody's session costs less than ten dollars, and a price in dollars is told apart so.
int price_in(JsonValue value) {
  const int cents = value.integer(0, 10'000'000);
  if (cents > 0 && cents < 1000) value.fail("a price in cents");
  return cents;
}

// People paste the whole link that their system gives them: it is the service's own page.
void read_booking_id(JsonValue id, const Site::Booking& booking, Service& service) {
  const BookingSystem* system = booking_system(id.key());
  if (!system) return void(id.fail_key("a booking system"));
  const std::string text = id.filled_text();
  if (id.key() != booking.system.id) return;
  if (text.starts_with("https://"))
    service.url = service_url_in(id, booking);
  else if (system->kind == BookingSystem::Kind::kPage &&
           text.find_first_of("/:?# ") != std::string::npos)
    id.fail("the last part of the session's link");
  else
    service.booking_id = text;
}

Service read_service(JsonValue entry, const std::vector<Service>& others,
                     const Site::Booking& booking) {
  entry.only({"id", "name", "minutes", "up_to", "price_cents", "ids", "url"});
  Service service{localized(entry.at("name")), entry.at("minutes").integer(5, 480)};
  service.id = entry.at("id").filled_text();
  if (std::any_of(others.begin(), others.end(),
                  [&](const Service& other) { return other.id == service.id; }))
    entry.at("id").fail("an id that no other service has");
  if (const JsonValue up_to = entry.find("up_to"); up_to.exists()) {
    service.up_to = up_to.one_of<Pressure>();
    if (service.up_to == Pressure::kNone) up_to.fail("one of light, moderate, deep");
  }
  if (const JsonValue price = entry.find("price_cents"); price.exists())
    service.price_cents = price_in(price);
  service.url = service_url_in(entry.find("url"), booking);
  if (const JsonValue ids = entry.find("ids"); ids.exists())
    for (const JsonValue& id : ids.members()) read_booking_id(id, booking, service);
  return service;
}

void read_open_days(JsonValue list, Business& business) {
  if (!list.exists()) return;
  business.open.fill(false);
  for (const JsonValue& item : list.items()) {
    const auto day = std::find(std::begin(kWeekdays), std::end(kWeekdays), item.text());
    if (day == std::end(kWeekdays))
      item.fail("one of mon, tue, wed, thu, fri, sat, sun");
    else
      business.open[static_cast<std::size_t>(day - std::begin(kWeekdays))] = true;
  }
  if (std::find(business.open.begin(), business.open.end(), true) == business.open.end())
    list.fail("at least one day", "none");
}

void read_holidays(JsonValue list, Business& business) {
  if (!list.exists()) return;
  for (const JsonValue& item : list.items()) {
    if (const std::optional<Day> day = parse_day(item.text()))
      business.holidays.push_back(*day);
    else
      item.fail("a date that exists, YYYY-MM-DD");
  }
}

// "#e0503a".
std::optional<std::uint32_t> colour(JsonValue value) {
  if (!value.exists()) return std::nullopt;
  const std::string_view text = value.text();
  std::uint32_t rgb = 0;
  const char* const end = text.data() + text.size();
  const bool good = text.size() == 7 && text[0] == '#' &&
                    std::from_chars(text.data() + 1, end, rgb, 16).ptr == end;
  if (!good) value.fail("a colour as #1f6f54");
  return rgb;
}

void read_words(JsonValue own, Words* words) {
  if (!own.exists()) return;
  own.only(Names<Language>::kAll);
  for (const JsonValue& language : own.members())
    for (const JsonValue& word : language.members()) {
      Text* replaced = words ? words->find("ui." + std::string(word.key())) : nullptr;
      if (word.key().starts_with("facade."))
        word.fail_key("no word of the façade");
      else if (words && !replaced)
        word.fail_key("a key of \"ui\" in words." + std::string(language.key()) + ".json");
      if (!replaced) continue;
      std::string text = text_in_place_of(word, replaced->other);
      if (language.key() == name_of(words->language)) *replaced = {std::move(text), {}};
    }
}

// How the business presents itself. The page reads it for itself; here it is only checked.
void check_presentation(JsonValue root) {
  if (const JsonValue list = root.find("languages"); list.exists()) {
    if (list.items().empty()) list.fail("at least one language");
    for (const JsonValue& language : list.items()) language.one_of<Language>();
  }
  if (const JsonValue list = root.find("areas_served"); list.exists())
    for (const JsonValue& area : list.items())
      area.is(JsonTree::Type::kObject) ? void(localized(area)) : void(area.filled_text());
  if (const JsonValue list = root.find("links"); list.exists())
    for (const JsonValue& link : list.items()) {
      link.only({"name", "url"});
      localized(link.at("name"));
      https_in(link.at("url"));
    }
}

Site read_site(JsonValue root, Words* words) {
  const Language language = words ? words->language : Language::kFrench;
  root.only(
      {"$schema",     "version",     "name",        "phone",      "text_number", "privacy_url",
       "article_url", "currency",    "taxes_note",  "place_note", "travel_note", "cancellation",
       "receipt",     "preparation", "preferences", "therapists", "time_zone",   "lead_time_hours",
       "open_days",   "holidays",    "booking",     "services",   "languages",   "areas_served",
       "links",       "colours",     "words"});
  root.at("version").integer(1, 1);
  Site site;
  site.name = root.at("name").filled_text();
  site.phone = phone_in(root.find("phone"));
  site.text_number = phone_in(root.find("text_number"));
  site.privacy_url = https_in(root.find("privacy_url"), language);
  site.article_url = https_in(root.find("article_url"), language);
  if (const JsonValue currency = root.find("currency"); currency.exists()) {
    site.currency = currency.text();
    if (site.currency != "CAD") currency.fail("CAD");
  }
  if (const JsonValue zone = root.find("time_zone"); zone.exists()) {
    site.time_zone = zone.text();
    const std::size_t slash = site.time_zone.find('/');
    if (slash == 0 || slash == std::string::npos || slash + 1 == site.time_zone.size())
      zone.fail("a time zone as America/Toronto");
  }
  const std::pair<std::string_view, Localized Site::*> told[] = {
      {"taxes_note", &Site::taxes_note},   {"place_note", &Site::place_note},
      {"travel_note", &Site::travel_note}, {"cancellation", &Site::cancellation},
      {"receipt", &Site::receipt},         {"preparation", &Site::preparation},
      {"preferences", &Site::preferences}, {"therapists", &Site::therapists}};
  for (const auto& [name, field] : told)
    if (const JsonValue note = root.find(name); note.exists()) site.*field = localized(note);
  if (const JsonValue lead = root.find("lead_time_hours"); lead.exists())
    site.business.lead_time_hours = lead.integer(0, 24 * 60);
  read_open_days(root.find("open_days"), site.business);
  read_holidays(root.find("holidays"), site.business);
  check_presentation(root);
  if (const JsonValue colours = root.find("colours"); colours.exists()) {
    colours.only({"action", "action_dark"});
    site.colours = {colour(colours.find("action")), colour(colours.find("action_dark"))};
  }
  read_words(root.find("words"), words);
  site.booking = booking_in(root.at("booking"));
  const JsonValue services = root.at("services");
  for (const JsonValue& entry : services.items())
    site.services.push_back(read_service(entry, site.services, site.booking));
  if (site.services.empty()) services.fail("at least one service");

  std::vector<int>& lengths = site.business.lengths_minutes;
  for (const Service& service : site.services) lengths.push_back(service.minutes);
  insertion_sort(lengths);
  lengths.erase(std::unique(lengths.begin(), lengths.end()), lengths.end());
  return site;
}

}  // namespace

Result<Site> load_site(std::string_view json, std::string_view file, Words* words) {
  Result<JsonTree> tree = JsonTree::parse(json, file);
  if (!tree) return tree.error();
  JsonReader reader(tree.value(), file);
  Site site = read_site(reader.root(), words);
  if (reader.failed()) return reader.error();
  return site;
}

}  // namespace advisor
