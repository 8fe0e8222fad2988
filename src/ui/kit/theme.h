#pragma once

#include <cstdint>

namespace advisor::ui {

// 0xAABBGGRR, as Dear ImGui packs it.
using Colour = std::uint32_t;

// "#rrggbb" as a number, opaque.
constexpr Colour rgb(std::uint32_t hex) {
  return 0xff000000u | (hex & 0xffu) << 16 | (hex & 0xff00u) | (hex >> 16 & 0xffu);
}
constexpr Colour with_alpha(Colour c, float alpha) {
  return (c & 0x00ffffffu) | static_cast<Colour>(alpha * static_cast<float>(c >> 24) + 0.5f) << 24;
}
// `amount` 0 gives a, 1 gives b.
Colour mix(Colour a, Colour b, float amount);

// These are the named tokens of the design. Coral means soreness and nothing else; alarm is
// inversion, not red.
struct Theme {
  bool dark = false;
  bool high_contrast = false;
  Colour paper, surface, sunken, raised, line, edge;
  Colour ink, ink_2, ink_3;
  Colour action, action_hover, action_press, on_action, tint;
  Colour coral, coral_text;
  Colour day_light, day_moderate, day_deep;
  Colour alarm_ground, alarm_text, alarm_text_2;
  Colour toast_ground, toast_text, toast_action;
};

const Theme& theme_for(bool dark, bool high_contrast);

// Gives the theme with a site's own colour in place of `action`. The colour stays as it is where
// words in it and on it keep 4.5:1 (7:1 in high contrast); otherwise it is darkened (light) or
// lightened (dark) until they do. Hover is 8 % towards surface, press 16 % towards ink.
Theme with_accent(Theme theme, Colour accent);

// A theme with a site's own colour, worked out anew only when one of the two changes.
class AccentedTheme {
 public:
  // Gives the plain theme itself where there is no such colour (0).
  const Theme& of(const Theme& plain, Colour accent);

 private:
  Theme theme_;
  Colour accent_ = 0;
};

// Gives the WCAG 2 contrast of two opaque colours, 1 to 21.
float contrast(Colour a, Colour b);

}  // namespace advisor::ui
