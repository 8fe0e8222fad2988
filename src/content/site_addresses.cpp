#include "content/site_addresses.h"

#include <algorithm>

namespace advisor {
namespace {

constexpr std::string_view kScheme = "https://";
constexpr std::string_view kNeverInAnAddress = " \"<>\\^`|\n\r\t";
constexpr std::string_view kPlaceholders[] = {"service", "date", "minutes", "language", "note"};

bool is_phone(std::string_view text) {
  return text.size() >= 8 && text.size() <= 16 && text[0] == '+' && text[1] != '0' &&
         text.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

// Lists the hosts of a system's booking pages, parted by spaces; one with a dot before it stands
// for every host below it.
std::string_view hosts_of(BookingSystem system) {
  switch (system) {
    case BookingSystem::kCalcom:
      return "cal.com .cal.com";
    case BookingSystem::kCalendly:
      return "calendly.com";
    case BookingSystem::kAcuity:
      return ".as.me .acuityscheduling.com .squarespacescheduling.com acuityscheduling.com";
    case BookingSystem::kSquare:
      return ".squareup.com squareup.com .square.site";
    case BookingSystem::kJane:
      return ".janeapp.com .janeapp.ca .janeapp.co.uk .janeapp.com.au .jane.app";
    case BookingSystem::kGorendezvous:
      return "www.gorendezvous.com gorendezvous.com";
    default:
      return {};
  }
}

bool is_among(std::string_view host, std::string_view hosts) {
  while (!hosts.empty()) {
    const std::size_t end = std::min(hosts.find(' '), hosts.size());
    const std::string_view allowed = hosts.substr(0, end);
    if (allowed[0] == '.' ? host.size() > allowed.size() && host.ends_with(allowed)
                          : host == allowed)
      return true;
    hosts.remove_prefix(std::min(end + 1, hosts.size()));
  }
  return false;
}

void check_placeholders(JsonValue value) {
  std::string_view rest = value.text();
  while (true) {
    const std::size_t open = rest.find_first_of("{}");
    if (open == std::string_view::npos) return;
    const std::size_t end = rest.find('}', open);
    const std::string_view name =
        end == std::string_view::npos ? "" : rest.substr(open + 1, end - open - 1);
    if (rest[open] == '}' || std::find(std::begin(kPlaceholders), std::end(kPlaceholders), name) ==
                                 std::end(kPlaceholders)) {
      value.fail("no placeholder but {service}, {date}, {minutes}, {language} and {note}");
      return;
    }
    rest.remove_prefix(end + 1);
  }
}

void check_booking_url(JsonValue value, BookingSystem system) {
  const std::string_view url = value.text();
  if (system == BookingSystem::kMailto) {
    const std::size_t sign = url.find('@');
    if (!url.starts_with("mailto:") || sign == std::string_view::npos || sign == 7 ||
        sign + 1 == url.size() || url.find_first_of(kNeverInAnAddress) != std::string_view::npos ||
        url.find_first_of("?&{}") != std::string_view::npos)
      value.fail("mailto: and an address");
  } else if (system == BookingSystem::kTel || system == BookingSystem::kSms) {
    const std::string scheme = std::string(name_of(system)) + ":";
    if (!url.starts_with(scheme) || !is_phone(url.substr(scheme.size())))
      value.fail(scheme + " and a number as +15145550142");
  } else if (!is_https(url)) {
    value.fail("an https address");
  } else if (system == BookingSystem::kUrl) {
    check_placeholders(value);
  } else if (!is_among(host_of(url), hosts_of(system)) ||
             url.find_first_of("{}") != std::string_view::npos) {
    value.fail("an address of " + std::string(name_of(system)) + " (" +
               std::string(hosts_of(system)) + "); for any other, the system url");
  }
}

// The names are each system's own: the identifier of a question, a1 to a10, or field: and the
// number of a question.
std::string note_field(JsonValue value, BookingSystem system) {
  if (!value.exists()) return {};
  const std::string_view text = value.text();
  const bool calcom = system == BookingSystem::kCalcom;
  const std::string_view start = calcom ? "" : system == BookingSystem::kCalendly ? "a" : "field:";
  const std::string_view rest = text.substr(std::min(start.size(), text.size()));
  if (!calcom && system != BookingSystem::kCalendly && system != BookingSystem::kAcuity)
    value.fail("no note_field: this system documents none");
  else if (!text.starts_with(start) || rest.empty() ||
           rest.find_first_not_of(
               calcom ? "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-"
                      : "0123456789") != std::string_view::npos)
    value.fail("a field as " + std::string(calcom ? "notes" : start) + (calcom ? "" : "1"));
  return std::string(text);
}

}  // namespace

bool is_https(std::string_view url) {
  if (!url.starts_with(kScheme)) return false;
  const std::string_view host = host_of(url);
  const std::string_view rest = url.substr(kScheme.size());
  const std::string_view authority = rest.substr(0, rest.find_first_of("/?#"));
  const std::string_view port = authority.substr(std::min(authority.size(), host.size() + 1));
  return !host.empty() && host.front() != '.' && host.front() != '-' &&
         host.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-") ==
             std::string_view::npos &&
         port.find_first_not_of("0123456789") == std::string_view::npos &&
         url.find_first_of(kNeverInAnAddress) == std::string_view::npos;
}

std::string_view host_of(std::string_view url) {
  url.remove_prefix(kScheme.size());
  return url.substr(0, url.find_first_of(":/?#"));
}

std::string phone_in(JsonValue value) {
  if (!value.exists()) return {};
  const std::string_view text = value.text();
  if (!text.empty() && !is_phone(text)) value.fail("a phone number as +15145550142");
  return std::string(text);
}

std::string https_in(JsonValue value) {
  if (!value.exists()) return {};
  const std::string_view text = value.text();
  if (!text.empty() && !is_https(text)) value.fail("an https address");
  return std::string(text);
}

std::string https_in(JsonValue value, Language language) {
  if (!value.is(JsonTree::Type::kObject)) return https_in(value);
  value.only({"en", "fr"});
  const Localized both{https_in(value.at("en")), https_in(value.at("fr"))};
  return both.in(language);
}

Site::Booking booking_in(JsonValue value) {
  value.only({"system", "url", "label", "note_field"});
  Site::Booking booking;
  booking.system = value.at("system").one_of<BookingSystem>();
  booking.url = value.at("url").text();
  const JsonValue label = value.at("label");
  label.only({"en", "fr"});
  booking.label = {label.at("en").filled_text(), label.at("fr").filled_text()};
  check_booking_url(value.at("url"), booking.system);
  booking.note_field = note_field(value.find("note_field"), booking.system);
  return booking;
}

std::string service_url_in(JsonValue value, const Site::Booking& booking) {
  std::string url = https_in(value);
  if (url.empty()) return url;
  if (hosts_of(booking.system).empty())
    value.fail("no url: this system has one address, with {service} in it");
  else if (!is_https(booking.url) || host_of(url) != host_of(booking.url))
    value.fail("an address at the host of /booking/url");
  return url;
}

}  // namespace advisor
