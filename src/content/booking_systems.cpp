#include "content/booking_systems.h"

#include "content/booking_systems_table.h"

namespace advisor {

std::span<const BookingSystem> booking_systems() { return kBookingSystems; }

const BookingSystem* booking_system(std::string_view id) {
  for (const BookingSystem& system : kBookingSystems)
    if (system.id == id) return &system;
  return nullptr;
}

std::string_view scheme_of(BookingSystem::Kind kind) {
  constexpr std::string_view kSchemes[] = {"https://", "https://", "mailto:", "sms:", "tel:"};
  return kSchemes[static_cast<int>(kind)];
}

}  // namespace advisor
