#pragma once

#include <string>

#include "app/cover.h"

namespace advisor::platform {

// A QR code of an address, for the camera of a visitor's phone. Nothing in it but the address.
// Empty for one that is longer than a code holds (some 2,000 letters).
app::Code phone_code(const std::string& address);

}  // namespace advisor::platform
