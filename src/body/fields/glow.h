#pragma once

#include "body/fields/fields.h"

namespace advisor::body {

// Fills fields.glow: where in its area a place lies (core, 1 in the middle), whether it can be
// marked, and the body's shadow on the ground behind it. All of it is smooth, so a quarter of the
// density holds it.
void write_glow(const BodyShape& shape, const AreaMap& areas, const Grid<float>& half_inside,
                ViewFields& fields);

}  // namespace advisor::body
