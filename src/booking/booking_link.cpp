#include "booking/booking_link.h"

#include <cstdlib>
#include <tuple>

#include "content/iso_time.h"

namespace advisor {
namespace {

// RFC 3986: everything but the unreserved characters.
void append_encoded(std::string& out, std::string_view text) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  for (const char c : text) {
    const bool unreserved = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                            c == '.' || c == '_' || c == '~';
    if (unreserved) {
      out += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    out += '%';
    out += kHex[byte >> 4];
    out += kHex[byte & 15];
  }
}

// The loader lets a placeholder stand only after the host, so what is filled in never chooses where the link leads.
std::string filled(std::string_view url, const Service& service, const BookingRequest& request) {
  std::string out;
  while (!url.empty()) {
    const std::size_t open = url.find('{'), close = url.find('}', std::min(open, url.size()));
    out += url.substr(0, open);
    if (open == std::string_view::npos || close == std::string_view::npos) break;
    const std::string_view name = url.substr(open + 1, close - open - 1);
    if (name == "service") append_encoded(out, service.id);
    else if (name == "date" && request.day) append_encoded(out, iso_date(*request.day));
    else if (name == "minutes") append_encoded(out, std::to_string(service.minutes));
    url.remove_prefix(close + 1);
  }
  return out;
}

}  // namespace

BookingRequest booking_request(const Session& session) { return {session.day, session.minutes, session.pressure}; }

const Service* service_for(const Site& site, const BookingRequest& request) {
  // How far a service is from what is wanted: length, then too mild before too strong.
  const auto distance = [&](const Service& service) {
    const int depth = static_cast<int>(service.up_to) - static_cast<int>(request.pressure);
    return std::tuple(std::abs(service.minutes - request.minutes), service.minutes, depth < 0, std::abs(depth));
  };
  const Service* nearest = nullptr;
  for (const Service& service : site.services)
    if (!nearest || distance(service) < distance(*nearest)) nearest = &service;
  return nearest;
}

std::string booking_url(const Site& site, const BookingRequest& request) {
  const std::string& url = site.booking.url;
  const std::string& system = site.booking.system;
  if (system == "mailto" || system == "tel" || system == "sms") return url.starts_with(system + ":") ? url : "";
  const Service* service = service_for(site, request);
  if (system != "url" || !service || !url.starts_with("https://")) return {};
  return filled(url, *service, request);
}

}  // namespace advisor
