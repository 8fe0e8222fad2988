#pragma once

#include <array>

namespace advisor::body::gl {

using Colour = std::array<float, 3>;  // linear light

// Says how the figure is lit and what it is made of, for a theme, a tone and the page behind, in
// numbers that the shader takes.
struct Look {
  Colour skin, crease, receded, hair;  // hair multiplies
  float recede;                        // how strongly unmarkable parts take their own tone
  Colour key, sky, ground, rim, line;
  float ember;                     // emission of soreness
  float wide_shadow, near_shadow;  // how much of the light behind they take
};

inline constexpr int kToneCount = 5;  // clay, sand, honey, walnut, ebony

// `tone` outside 0..2 is taken as 0; `background` is sRGB, 0..1.
Look look_of(bool dark, int tone, const float background[3]);

}  // namespace advisor::body::gl
