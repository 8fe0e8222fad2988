#pragma once

#include <string>

namespace advisor {

// A number as JSON holds it: 21.1, 1000, 1e-07. The fewest digits that read back as the same number
// up to 15 of them, else 17. Precondition: finite. std::to_chars and printf would do the same with
// tables and 128-bit floating point worth 8 KB of download.
std::string decimal(double number);

}  // namespace advisor
