#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "advice/advice.h"
#include "content/phrases.h"
#include "content/site.h"

// A link into the business's own booking system. It holds the service, the day and the length;
// nothing of health, unless the runner has asked for a note to go with it.
namespace advisor {

struct BookingRequest {
  std::optional<Day> day;
  int minutes = 60;
  Pressure pressure = Pressure::kDeep;
  // What the runner read, could edit and chose to send. Whoever sets it has asked with a box that
  // was not ticked before.
  std::optional<std::string_view> note;
};

// What the session asks for, without a note; on no day where its own allows no massage.
// Precondition: a session.
BookingRequest booking_request(const SessionAdvice& session);

// The service whose length is nearest (the shorter on a tie), among those the mildest that is deep
// enough, else the deepest, then the first in the site's order. Null when the site has none.
const Service* service_for(const Site& site, const BookingRequest& request);

// Whether this business's link can take a note at all.
bool takes_note(const Site& site);

// The link for a request, percent-encoded (RFC 3986); empty when the configuration gives no address
// that may be opened. A message for people (mailto, sms) is in the language of `phrases`. Nothing
// is added behind the host but what the system documents (docs/site.md names the sources).
std::string booking_url(const Site& site, const Phrases& phrases, const BookingRequest& request);

}  // namespace advisor
