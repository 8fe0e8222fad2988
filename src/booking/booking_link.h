#pragma once

#include <optional>
#include <string>

#include "advice/advice.h"
#include "content/site.h"

// A link into the business's own booking system. It holds the service, the day and the length; never anything of health.
namespace advisor {

struct BookingRequest {
  std::optional<Day> day;
  int minutes = 60;
  Pressure pressure = Pressure::kDeep;
};

// What the session asks for. Precondition: a session.
BookingRequest booking_request(const Session& session);

// The service whose length is nearest (the shorter on a tie), among those the mildest that is deep enough, else the
// deepest, then the first in the site's order. Null when the site has none.
const Service* service_for(const Site& site, const BookingRequest& request);

// The link for a request, percent-encoded (RFC 3986); empty when the configuration gives no address that may be opened.
// Systems: "url" (https, placeholders {service}, {date}, {minutes}; the host is the configured one), "mailto", "tel",
// "sms" (their address, nothing added).
std::string booking_url(const Site& site, const BookingRequest& request);

}  // namespace advisor
