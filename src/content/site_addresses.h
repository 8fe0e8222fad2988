#pragma once

#include <string>
#include <string_view>

#include "content/json_reader.h"
#include "content/site.h"

// Checks the addresses in a site.json: a link that a visitor follows leads where the business said,
// over https, or nowhere.
namespace advisor {

// "https://host..." with a host of letters, digits, dots and hyphens: no user, no port tricks, no
// placeholder in it.
bool is_https(std::string_view url);
// "cal.com" of "https://cal.com/x". Precondition: is_https.
std::string_view host_of(std::string_view url);

// Reads a text in every language.
Localized localized(JsonValue value);

// E.164 ("+15145550142"), or empty.
std::string phone_in(JsonValue value);
// Reads an https address, empty where there is none. It is one text, or one for each language.
std::string https_in(JsonValue value);
std::string https_in(JsonValue value, Language language);

Site::Booking booking_in(JsonValue value);
// Reads a service's own page, which is https and at the host where the business is booked.
std::string service_url_in(JsonValue value, const Site::Booking& booking);

}  // namespace advisor
