#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "advice/knowledge.h"
#include "content/booking_systems.h"

// The business, from its site.json (src/content/site_json.h).
namespace advisor {

// A text in every language.
struct Localized {
  std::array<std::string, kCountOf<Language>> texts;  // by Language
  const std::string& in(Language language) const {
    return texts[static_cast<std::size_t>(language)];
  }
};

struct Service {
  Localized name;
  int minutes;
  Pressure up_to = Pressure::kDeep;  // the deepest pressure that it offers
  int price_cents = 0;               // 0: not shown
  std::string id;
  std::string booking_id;  // in the booking system; empty: as id
  std::string url;         // its own page in the booking system; empty: none
};

struct Site {
  std::string name;
  std::string phone, text_number;  // E.164; empty: none
  std::string privacy_url, article_url;
  struct Booking {
    BookingSystem system;
    std::string url;         // a template or a base address, by the system
    Localized label;         // the link's name
    std::string note_field;  // where the system takes a note; empty: nowhere
  } booking;
  std::vector<Service> services;
  std::string currency = "CAD";
  // "Plus taxes.", "At your home.", "Travel included.": sentences; empty where the business says
  // nothing.
  Localized taxes_note, place_note, travel_note, cancellation, receipt, preparation, preferences,
      therapists;
  struct Colours {
    std::optional<std::uint32_t> action, action_dark;
  } colours;  // 0xRRGGBB; for the page, never for a rule
  std::string time_zone =
      "America/Toronto";  // IANA; for the page that says what time it is there, never for a rule
  Business business;      // lead time, open days, holidays, lengths
};

}  // namespace advisor
