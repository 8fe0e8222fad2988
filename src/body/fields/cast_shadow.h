#pragma once

#include <span>

#include "body/fields/fields.h"

namespace advisor::body {

// Fills fields.cast: how much of the key light arrives, 1 all of it. `half_height` has two units a
// cell and is zero outside the body. The light comes from the left, so the two halves of the body
// differ.
void write_cast_shadow(const Grid<float>& half_height, std::span<const int> half_reach,
                       ViewFields& fields);

}  // namespace advisor::body
