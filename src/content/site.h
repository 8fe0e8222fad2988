#pragma once

#include <string>
#include <vector>

#include "advice/knowledge.h"

// The business, from its site.json (src/content/site_json.h).
namespace advisor {

struct Localized { std::string en, fr; };

struct Service {
  Localized name;
  int minutes;
  Pressure up_to = Pressure::kDeep;  // the deepest pressure that it offers
  int price_cents = 0;               // 0: not shown
  std::string id;                    // in the booking system
};

struct Site {
  std::string name;
  std::string phone, text_number;    // E.164; empty: none
  std::string privacy_url, article_url;
  struct Booking {
    std::string system;              // "url" and, in src/booking, the systems that it knows
    std::string url;                 // a template or a base address, by the system
    Localized label;                 // the link's name
  } booking;
  std::vector<Service> services;
  std::string currency = "CAD";
  Localized taxes_note;
  std::string time_zone = "America/Toronto";  // IANA; for the page that says what time it is there, never for a rule
  Business business;                 // lead time, open days, holidays, lengths
};

}  // namespace advisor
