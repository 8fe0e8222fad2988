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

// "/laurier/massage?x" has two.
std::size_t segments_in(std::string_view rest) {
  std::size_t count = 0;
  rest = rest.substr(0, rest.find_first_of("?#"));
  for (std::size_t at = 0; at < rest.size(); ++at)
    if (rest[at] != '/' && (at == 0 || rest[at - 1] == '/')) ++count;
  return count;
}

enum class PageAt : std::uint8_t { kNowhere, kBelow, kAccount };

// Where an https address is among a system's pages: at an account's own, or at something below it.
PageAt page_at(std::string_view url, std::string_view pages) {
  const std::string_view host = host_of(url);
  const std::string_view rest =
      url.substr(std::min(url.find_first_of("/?#", kScheme.size()), url.size()));
  const std::size_t segments = segments_in(rest);
  PageAt found = PageAt::kNowhere;
  while (!pages.empty()) {
    const std::size_t end = std::min(pages.find(' '), pages.size());
    const std::string_view page = pages.substr(0, end);
    const std::string_view name = page.substr(0, page.find('/')), path = page.substr(name.size());
    pages.remove_prefix(std::min(end + 1, pages.size()));
    const bool is_host =
        name[0] == '.' ? host.size() > name.size() && host.ends_with(name) : host == name;
    const std::size_t before = segments_in(path);
    if (!is_host || !rest.starts_with(path) || (!path.empty() && segments <= before)) continue;
    if (segments <= before + 1) return PageAt::kAccount;
    found = PageAt::kBelow;
  }
  return found;
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
      value.fail("no placeholder but its own");
      return;
    }
    rest.remove_prefix(end + 1);
  }
}

// As people say them: "cal.com/" and "cal.com/team/" are both "cal.com".
std::string hosts_of(std::string_view pages) {
  std::string hosts;
  while (!pages.empty()) {
    const std::size_t end = std::min(pages.find(' '), pages.size());
    const std::string_view page = pages.substr(0, end), host = page.substr(0, page.find('/'));
    if (!hosts.ends_with(host)) hosts.append(hosts.empty() ? "" : " ").append(host);
    pages.remove_prefix(std::min(end + 1, pages.size()));
  }
  return hosts;
}

void check_page(JsonValue value, const BookingSystem& system) {
  const std::string_view url = value.text();
  const PageAt at = page_at(url, system.pages);
  if (at == PageAt::kNowhere || url.find_first_of("{}") != std::string_view::npos)
    value.fail("an address of " + std::string(system.id) + " (" + hosts_of(system.pages) + ")");
  else if (at == PageAt::kBelow && system.link.starts_with("/{service}"))
    value.fail("the address of the account alone");
}

void check_booking_url(JsonValue value, const BookingSystem& system) {
  using Kind = BookingSystem::Kind;
  const std::string_view url = value.text(), scheme = scheme_of(system.kind);
  if (system.kind == Kind::kLetter) {
    const std::size_t sign = url.find('@');
    if (!url.starts_with(scheme) || sign == std::string_view::npos || sign == scheme.size() ||
        sign + 1 == url.size() || url.find_first_of(kNeverInAnAddress) != std::string_view::npos ||
        url.find_first_of("?&{}") != std::string_view::npos)
      value.fail("mailto: and an address");
  } else if (system.kind == Kind::kCall || system.kind == Kind::kText) {
    if (!url.starts_with(scheme) || !is_phone(url.substr(scheme.size())))
      value.fail(std::string(scheme) + " and a number as +15145550142");
  } else if (!is_https(url)) {
    value.fail("an https address");
  } else if (system.kind == Kind::kTemplate) {
    check_placeholders(value);
  } else {
    check_page(value, system);
  }
}

// The names are each system's own. An example that ends in a number stands for any number there.
std::string note_field(JsonValue value, std::string_view example) {
  constexpr std::string_view kDigits = "0123456789";
  if (!value.exists()) return {};
  const std::string_view text = value.text();
  const std::string_view start = example.substr(0, example.find_last_not_of(kDigits) + 1);
  const bool any_name = start == example;
  const std::string_view rest = any_name ? text : text.substr(std::min(start.size(), text.size()));
  if (example.empty())
    value.fail("no note_field");
  else if ((!any_name && !text.starts_with(start)) || rest.empty() ||
           rest.find_first_not_of(
               any_name ? "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-"
                        : kDigits) != std::string_view::npos)
    value.fail("a field as " + std::string(example));
  return std::string(text);
}

template <class Read>
Localized in_every_language(JsonValue value, Read read) {
  value.only(Names<Language>::kAll);
  Localized all;
  for (std::size_t i = 0; i < all.texts.size(); ++i)
    all.texts[i] = read(value.at(Names<Language>::kAll[i]));
  return all;
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

Localized localized(JsonValue value) {
  return in_every_language(value, [](JsonValue one) { return one.filled_text(); });
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
  return in_every_language(value, [](JsonValue one) { return https_in(one); }).in(language);
}

Site::Booking booking_in(JsonValue value) {
  value.only({"system", "url", "label", "note_field"});
  Site::Booking booking;
  std::vector<std::string_view> ids;
  for (const BookingSystem& system : booking_systems()) ids.push_back(system.id);
  booking.system = booking_systems()[value.at("system").one_of(ids)];
  booking.url = value.at("url").text();
  booking.label = localized(value.at("label"));
  check_booking_url(value.at("url"), booking.system);
  booking.note_field = note_field(value.find("note_field"), booking.system.note_field);
  return booking;
}

std::string service_url_in(JsonValue value, const Site::Booking& booking) {
  std::string url = https_in(value);
  if (url.empty()) return url;
  if (booking.system.kind != BookingSystem::Kind::kPage)
    value.fail("no url: this system has one address");
  else if (!is_https(booking.url) || host_of(url) != host_of(booking.url))
    value.fail("an address at the host of /booking/url");
  return url;
}

}  // namespace advisor
