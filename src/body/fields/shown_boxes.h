#pragma once

#include <array>

#include "body/atlas/geometry.h"
#include "body/fields/fields.h"

namespace advisor::body {

// What each area fills of the half plane x >= 0, as it is seen. By area code; w == 0 if the view
// does not show it. One pass over the texels.
std::array<Rect, kAreaCount + 1> shown_boxes_u(const ViewFields& fields);

}  // namespace advisor::body
