#include "content/site_json.h"

#include <algorithm>

#include "advice/insertion_sort.h"
#include "content/iso_time.h"
#include "content/json_reader.h"

namespace advisor {
namespace {

constexpr std::string_view kWeekdays[] = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

Localized localized(JsonValue value) {
  value.only({"en", "fr"});
  return {value.at("en").filled_text(), value.at("fr").filled_text()};
}

bool is_phone(std::string_view text) {
  return text.size() >= 8 && text.size() <= 16 && text[0] == '+' && text[1] != '0' &&
         text.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

std::string phone(JsonValue value) {
  if (!value.exists()) return {};
  const std::string_view text = value.text();
  if (!text.empty() && !is_phone(text)) value.fail("a phone number as +15145550142");
  return std::string(text);
}

// "https://host…" with a host of letters, digits, dots and hyphens: no user, no port tricks, no placeholder in it.
bool is_https(std::string_view url) {
  constexpr std::string_view kScheme = "https://";
  if (!url.starts_with(kScheme)) return false;
  const std::string_view rest = url.substr(kScheme.size());
  const std::string_view authority = rest.substr(0, rest.find_first_of("/?#"));
  const std::string_view host = authority.substr(0, authority.find(':'));
  const std::string_view port = authority.substr(std::min(authority.size(), host.size() + 1));
  return !host.empty() && host.front() != '.' && host.front() != '-' &&
         host.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-") == std::string_view::npos &&
         port.find_first_not_of("0123456789") == std::string_view::npos &&
         url.find_first_of(" \"<>\\^`|\n\r\t") == std::string_view::npos;
}

std::string https(JsonValue value) {
  if (!value.exists()) return {};
  const std::string_view text = value.text();
  if (!text.empty() && !is_https(text)) value.fail("an https address");
  return std::string(text);
}

void check_placeholders(JsonValue value) {
  std::string_view rest = value.text();
  while (true) {
    const std::size_t open = rest.find_first_of("{}");
    if (open == std::string_view::npos) return;
    const std::size_t end = rest.find('}', open);
    const std::string_view name = end == std::string_view::npos ? "" : rest.substr(open + 1, end - open - 1);
    if (rest[open] == '}' || (name != "service" && name != "date" && name != "minutes")) {
      value.fail("no placeholder but {service}, {date} and {minutes}");
      return;
    }
    rest.remove_prefix(end + 1);
  }
}

Site::Booking read_booking(JsonValue value) {
  value.only({"system", "url", "label"});
  Site::Booking booking{std::string(value.at("system").text()), std::string(value.at("url").text()),
                        localized(value.at("label"))};
  const JsonValue url = value.at("url");
  if (booking.system == "url") {
    if (!is_https(booking.url)) url.fail("an https address");
    check_placeholders(url);
  } else if (booking.system == "mailto") {
    const std::size_t sign = booking.url.find('@');
    if (!booking.url.starts_with("mailto:") || sign == std::string::npos || sign == 7 || sign + 1 == booking.url.size() ||
        booking.url.find_first_of(" \"<>\\^`|?&{}\n\r\t") != std::string::npos)
      url.fail("mailto: and an address");
  } else if (booking.system == "tel" || booking.system == "sms") {
    const std::string scheme = booking.system + ":";
    if (!booking.url.starts_with(scheme) || !is_phone(std::string_view(booking.url).substr(scheme.size())))
      url.fail(scheme + " and a number as +15145550142");
  } else {
    value.at("system").fail("one of url, mailto, tel, sms");
  }
  return booking;
}

Service read_service(JsonValue entry, const std::vector<Service>& others) {
  entry.only({"id", "name", "minutes", "up_to", "price_cents"});
  Service service{localized(entry.at("name")), entry.at("minutes").integer(5, 480)};
  service.id = entry.at("id").filled_text();
  if (std::any_of(others.begin(), others.end(), [&](const Service& other) { return other.id == service.id; }))
    entry.at("id").fail("an id that no other service has");
  if (const JsonValue up_to = entry.find("up_to"); up_to.exists()) {
    service.up_to = up_to.one_of<Pressure>();
    if (service.up_to == Pressure::kNone) up_to.fail("one of light, moderate, deep");
  }
  if (const JsonValue price = entry.find("price_cents"); price.exists())
    service.price_cents = price.integer(0, 10'000'000);
  return service;
}

void read_open_days(JsonValue list, Business& business) {
  if (!list.exists()) return;
  business.open.fill(false);
  for (const JsonValue& item : list.items()) {
    const auto day = std::find(std::begin(kWeekdays), std::end(kWeekdays), item.text());
    if (day == std::end(kWeekdays)) item.fail("one of mon, tue, wed, thu, fri, sat, sun");
    else business.open[static_cast<std::size_t>(day - std::begin(kWeekdays))] = true;
  }
  if (std::find(business.open.begin(), business.open.end(), true) == business.open.end())
    list.fail("at least one day", "none");
}

void read_holidays(JsonValue list, Business& business) {
  if (!list.exists()) return;
  for (const JsonValue& item : list.items()) {
    if (const std::optional<Day> day = parse_day(item.text())) business.holidays.push_back(*day);
    else item.fail("a date that exists, YYYY-MM-DD");
  }
}

Site read_site(JsonValue root) {
  root.only({"$schema", "version", "name", "phone", "text_number", "privacy_url", "article_url", "currency", "taxes_note",
             "time_zone", "lead_time_hours", "open_days", "holidays", "booking", "services"});
  root.at("version").integer(1, 1);
  Site site;
  site.name = root.at("name").filled_text();
  site.phone = phone(root.find("phone"));
  site.text_number = phone(root.find("text_number"));
  site.privacy_url = https(root.find("privacy_url"));
  site.article_url = https(root.find("article_url"));
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
  if (const JsonValue note = root.find("taxes_note"); note.exists()) site.taxes_note = localized(note);
  if (const JsonValue lead = root.find("lead_time_hours"); lead.exists())
    site.business.lead_time_hours = lead.integer(0, 24 * 60);
  read_open_days(root.find("open_days"), site.business);
  read_holidays(root.find("holidays"), site.business);
  site.booking = read_booking(root.at("booking"));
  const JsonValue services = root.at("services");
  for (const JsonValue& entry : services.items()) site.services.push_back(read_service(entry, site.services));
  if (site.services.empty()) services.fail("at least one service");

  std::vector<int>& lengths = site.business.lengths_minutes;
  for (const Service& service : site.services) lengths.push_back(service.minutes);
  insertion_sort(lengths);
  lengths.erase(std::unique(lengths.begin(), lengths.end()), lengths.end());
  return site;
}

}  // namespace

Result<Site> load_site(std::string_view json, std::string_view file) {
  Result<JsonTree> tree = JsonTree::parse(json, file);
  if (!tree) return tree.error();
  JsonReader reader(tree.value(), file);
  Site site = read_site(reader.root());
  if (reader.failed()) return reader.error();
  return site;
}

}  // namespace advisor
