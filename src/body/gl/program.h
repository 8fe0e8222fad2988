#pragma once

#include <cstdint>
#include <string>

namespace advisor::body::gl {

// Compiles and links; before both texts are put the version line for the platform and what they
// take as `constants`. 0 and the driver's words in *error if it fails.
std::uint32_t make_program(const std::string& constants, const char* vertex, const char* fragment,
                           std::string* error);

}  // namespace advisor::body::gl
