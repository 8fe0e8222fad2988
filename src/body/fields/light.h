#pragma once

namespace advisor::body {

// The direction points to the key light: x to the right, y down, z to the viewer. The shader and
// the cast shadow must agree on it.
inline constexpr float kKeyLight[3] = {-0.46f, -0.60f, 0.66f};

}  // namespace advisor::body
