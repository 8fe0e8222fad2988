#include "booking/booking_link.h"

#include <cstdlib>
#include <tuple>

#include "booking/uri.h"
#include "content/iso_time.h"

namespace advisor {
namespace {

std::string_view id_of(const Service& service) {
  return service.booking_id.empty() ? service.id : service.booking_id;
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
    if (name == "service")
      out += percent_encoded(id_of(service));
    else if (name == "date" && request.day)
      out += iso_date(*request.day);
    else if (name == "minutes")
      out += std::to_string(service.minutes);
    else if (name == "language")
      out += language == Language::kFrench ? "fr" : "en";
    else if (name == "note")
      out += percent_encoded(request.note.value_or(""));
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

// Fills in what a system documents that takes a service or a day in its links.
void choose(Uri& link, BookingSystem system, const Service& service,
            const BookingRequest& request) {
  const bool own_page = !service.url.empty();
  switch (system) {
    case BookingSystem::kCalcom:
      if (!own_page) link.add_segment(id_of(service));
      link.add_parameter("duration", std::to_string(service.minutes));
      if (request.day) link.add_parameter("date", iso_date(*request.day));
      return;
    case BookingSystem::kCalendly:
      if (!own_page) link.add_segment(id_of(service));
      if (!request.day) return;
      link.add_parameter("month", iso_date(*request.day).substr(0, 7));
      link.add_parameter("date", iso_date(*request.day));
      return;
    case BookingSystem::kAcuity:
      if (!own_page) link.add_parameter("appointmentType", id_of(service));
      return;
    default:  // Square, Jane and GOrendezvous document none
      return;
  }
}

}  // namespace

BookingRequest booking_request(const Session& session) {
  return {session.day, session.minutes, session.pressure, {}};
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
  const BookingSystem system = site.booking.system;
  if (system == BookingSystem::kUrl) return site.booking.url.find("{note}") != std::string::npos;
  return system == BookingSystem::kMailto || system == BookingSystem::kSms ||
         !site.booking.note_field.empty();
}

std::string booking_url(const Site& site, const Phrases& phrases, const BookingRequest& request) {
  const Site::Booking& booking = site.booking;
  const Service* service = service_for(site, request);
  if (!service) return {};
  switch (booking.system) {
    case BookingSystem::kTel:
      return booking.url.starts_with("tel:") ? booking.url : "";
    case BookingSystem::kMailto: {  // RFC 6068: lines part with CRLF
      if (!booking.url.starts_with("mailto:")) return {};
      Uri link(booking.url);
      link.add_parameter("subject",
                         phrases.text("phrases.message.subject",
                                      {{"service", service->name.in(phrases.words().language)}}));
      link.add_parameter("body", message(*service, phrases, request, "\r\n"));
      return link.text();
    }
    case BookingSystem::kSms:  // RFC 5724 has ?body=, iOS wants &body=; both read it after an empty
                               // first field
      if (!booking.url.starts_with("sms:")) return {};
      return booking.url + "?&body=" + percent_encoded(message(*service, phrases, request, "\n"));
    default:
      break;
  }
  const std::string& address = service->url.empty() ? booking.url : service->url;
  if (!address.starts_with("https://")) return {};
  if (booking.system == BookingSystem::kUrl)
    return filled(address, *service, phrases.words().language, request);
  Uri link(address);
  choose(link, booking.system, *service, request);
  if (request.note && !booking.note_field.empty())
    link.add_parameter(booking.note_field, *request.note);
  return link.text();
}

}  // namespace advisor
