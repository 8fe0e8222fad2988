#include "booking/booking_link.h"

#include <cstdlib>
#include <tuple>

#include "booking/uri.h"
#include "content/iso_time.h"
#include "content/names.h"

namespace advisor {
namespace {

std::string_view id_of(const Service& service) {
  return service.booking_id.empty() ? service.id : service.booking_id;
}

// What stands for a placeholder, as it is; nothing where it is unknown, any day is good, or no note
// goes with it.
std::optional<std::string> value_of(std::string_view placeholder, const Service& service,
                                    Language language, const BookingRequest& request) {
  if (placeholder == "service") return std::string(id_of(service));
  if (placeholder == "date" && request.day) return iso_date(*request.day);
  if (placeholder == "month" && request.day) return iso_date(*request.day).substr(0, 7);
  if (placeholder == "minutes") return std::to_string(service.minutes);
  if (placeholder == "language") return std::string(name_of(language));
  if (placeholder == "note" && request.note) return std::string(*request.note);
  return std::nullopt;
}

// The loader lets a placeholder stand only after the host, so what is filled in never chooses where
// the link leads.
std::string filled(std::string_view url, const Service& service, Language language,
                   const BookingRequest& request) {
  std::string out;
  while (!url.empty()) {
    const std::size_t open = url.find('{'), close = url.find('}', std::min(open, url.size()));
    out += url.substr(0, open);
    if (open == std::string_view::npos || close == std::string_view::npos) break;
    const std::string_view name = url.substr(open + 1, close - open - 1);
    out += percent_encoded(value_of(name, service, language, request).value_or(""));
    url.remove_prefix(close + 1);
  }
  return out;
}

// "Hello, I would like to book: Sports massage, 60 min, on Tuesday, June 16." and the note, if
// there is one.
std::string message(const Service& service, const Phrases& phrases, const BookingRequest& request,
                    std::string_view line_break) {
  const std::string& name = service.name.in(phrases.words().language);
  std::string text = request.day
                         ? phrases.text("phrases.message.body",
                                        {{"service", name}, {"day", phrases.date(*request.day)}})
                         : phrases.text("phrases.message.body_any_day", {{"service", name}});
  if (!request.note) return text;
  text.append(line_break).append(line_break);
  for (const char c : *request.note) {
    if (c == '\n')
      text += line_break;
    else
      text += c;
  }
  return text;
}

// Adds what the system documents. What has no value is left out, and so is the service on its own
// page.
void add_parts(Uri& link, std::string_view parts, const Service& service, Language language,
               const BookingRequest& request) {
  while (!parts.empty()) {
    const std::size_t end = std::min(parts.find_first_of("/?&", 1), parts.size());
    const std::string_view part = parts.substr(1, end - 1);
    const std::size_t at = part.find('=') + 1;  // 0 of a segment
    std::string_view value = part.substr(at);
    std::optional<std::string> known(value);
    if (value[0] == '{') {
      value = value.substr(1, value.size() - 2);
      known = value == "service" && !service.url.empty()
                  ? std::nullopt
                  : value_of(value, service, language, request);
    }
    if (known && at > 0)
      link.set_parameter(part.substr(0, at - 1), *known);
    else if (known)
      link.add_segment(*known);
    parts.remove_prefix(end);
  }
}

}  // namespace

BookingRequest booking_request(const SessionAdvice& session) {
  const bool allows_massage = session.pressure > Pressure::kNone;
  return {allows_massage ? std::optional(session.day) : std::nullopt,
          session.minutes,
          session.pressure,
          {}};
}

const Service* service_for(const Site& site, const BookingRequest& request) {
  // Says how far a service is from what is wanted: by its length first, then too mild before too
  // strong.
  const auto distance = [&](const Service& service) {
    const int depth = static_cast<int>(service.up_to) - static_cast<int>(request.pressure);
    return std::tuple(std::abs(service.minutes - request.minutes), service.minutes, depth < 0,
                      std::abs(depth));
  };
  const Service* nearest = nullptr;
  for (const Service& service : site.services)
    if (!nearest || distance(service) < distance(*nearest)) nearest = &service;
  return nearest;
}

bool takes_note(const Site& site) {
  using Kind = BookingSystem::Kind;
  const Kind kind = site.booking.system.kind;
  if (kind == Kind::kTemplate) return site.booking.url.find("{note}") != std::string::npos;
  return kind == Kind::kLetter || kind == Kind::kText || !site.booking.note_field.empty();
}

std::string booking_url(const Site& site, const Phrases& phrases, const BookingRequest& request) {
  using Kind = BookingSystem::Kind;
  const Site::Booking& booking = site.booking;
  const Language language = phrases.words().language;
  const Service* service = service_for(site, request);
  if (!service) return {};
  const std::string& address = service->url.empty() ? booking.url : service->url;
  if (!address.starts_with(scheme_of(booking.system.kind))) return {};
  switch (booking.system.kind) {
    case Kind::kCall:
      return address;
    case Kind::kLetter: {  // RFC 6068: lines part with CRLF
      Uri link(address);
      link.set_parameter("subject", phrases.text("phrases.message.subject",
                                                 {{"service", service->name.in(language)}}));
      link.set_parameter("body", message(*service, phrases, request, "\r\n"));
      return link.text();
    }
    case Kind::kText:  // RFC 5724 has ?body=, iOS wants &body=; both read it after an empty first
                       // field
      return address + "?&body=" + percent_encoded(message(*service, phrases, request, "\n"));
    case Kind::kTemplate:
      return filled(address, *service, language, request);
    case Kind::kPage:
      break;
  }
  Uri link(address);
  add_parts(link, booking.system.link, *service, language, request);
  if (request.note && !booking.note_field.empty())
    link.set_parameter(booking.note_field, *request.note);
  return link.text();
}

}  // namespace advisor
