#pragma once

#include <cstdint>
#include <span>
#include <string_view>

// The systems in which a business may take bookings: a row of content/booking_systems.json each,
// where src/content/bake/booking_systems.mjs says what the columns mean.
namespace advisor {

struct BookingSystem {
  enum class Kind : std::uint8_t {
    kTemplate,  // an address that site.json fills in by itself
    kPage,      // the business's page in the system
    kLetter,
    kText,
    kCall
  };
  std::string_view id;
  Kind kind = Kind::kTemplate;
  std::string_view pages;  // hosts, parted by spaces
  std::string_view link;
  std::string_view note_field;  // an example; empty: none is documented
};

std::span<const BookingSystem> booking_systems();
// Null where none has this id.
const BookingSystem* booking_system(std::string_view id);
// What an address of this kind begins with.
std::string_view scheme_of(BookingSystem::Kind kind);

}  // namespace advisor
