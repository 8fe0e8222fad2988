#pragma once

#include <cstdint>
#include <string>

namespace advisor::body::gl {

// Compiles and links; the version line for the platform is put before both texts. 0 and the
// driver's words in *error if it fails.
std::uint32_t make_program(const char* vertex, const char* fragment, std::string* error);

}  // namespace advisor::body::gl
