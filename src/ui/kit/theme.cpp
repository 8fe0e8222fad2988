#include "ui/kit/theme.h"

#include <cmath>
#include <initializer_list>

namespace advisor::ui {
namespace {

constexpr Theme light_theme() {
  Theme t{};
  t.paper = rgb(0xF3F4F0), t.surface = rgb(0xFFFFFF), t.sunken = rgb(0xE9EBE5),
  t.raised = rgb(0xFFFFFF);
  t.line = rgb(0xD8DBD3), t.edge = rgb(0x7A837C);
  t.ink = rgb(0x17211D), t.ink_2 = rgb(0x4E5852), t.ink_3 = rgb(0x5F6862);
  t.action = rgb(0x1D4A3B), t.action_hover = rgb(0x255A48), t.action_press = rgb(0x153A2E),
  t.on_action = rgb(0xFFFFFF);
  t.tint = rgb(0xE3ECE6);
  t.coral = rgb(0xD8472B), t.coral_text = rgb(0xA93620);
  t.day_light = rgb(0xE8EFEA), t.day_moderate = rgb(0xCFE0D5), t.day_deep = rgb(0xB5CFC0);
  t.alarm_ground = rgb(0x17211D), t.alarm_text = rgb(0xF3F4F0), t.alarm_text_2 = rgb(0xC3CCC6);
  t.toast_ground = rgb(0x17211D), t.toast_text = rgb(0xF3F4F0), t.toast_action = rgb(0xBFDCCB);
  return t;
}

constexpr Theme dark_theme() {
  Theme t{};
  t.dark = true;
  t.paper = rgb(0x121815), t.surface = rgb(0x1B2320), t.sunken = rgb(0x0D120F),
  t.raised = rgb(0x2C3833);
  t.line = rgb(0x303B36), t.edge = rgb(0x76827B);
  t.ink = rgb(0xEDF0EB), t.ink_2 = rgb(0xB4BDB7), t.ink_3 = rgb(0x98A29C);
  t.action = rgb(0xBFDCCB), t.action_hover = rgb(0xCFE6D8), t.action_press = rgb(0xA8CDB8),
  t.on_action = rgb(0x10201A);
  t.tint = rgb(0x24332C);
  t.coral = rgb(0xFF7F60), t.coral_text = rgb(0xFF9C82);
  t.day_light = rgb(0x1F2A25), t.day_moderate = rgb(0x2A3D35), t.day_deep = rgb(0x375144);
  t.alarm_ground = rgb(0xF3F4F0), t.alarm_text = rgb(0x17211D), t.alarm_text_2 = rgb(0x4E5852);
  t.toast_ground = rgb(0xEDF0EB), t.toast_text = rgb(0x121815), t.toast_action = rgb(0x1D4A3B);
  return t;
}

constexpr Theme high_contrast(Theme t) {
  t.high_contrast = true;
  t.paper = t.surface = t.tint = t.sunken = t.dark ? rgb(0x000000) : rgb(0xFFFFFF);
  t.day_light = t.day_moderate = t.day_deep = t.paper;
  t.ink = t.dark ? rgb(0xFFFFFF) : rgb(0x000000);
  if (t.dark) t.alarm_text_2 = rgb(0x2B332F);
  t.ink_2 = t.ink_3 = t.line = t.edge = t.dark ? rgb(0xD9DFDB) : rgb(0x2B332F);
  return t;
}

constexpr Theme kThemes[] = {light_theme(), dark_theme(), high_contrast(light_theme()),
                             high_contrast(dark_theme())};

float linear(Colour c, int shift) {
  const float v = static_cast<float>(c >> shift & 0xffu) / 255.0f;
  return v <= 0.04045f ? v / 12.92f : std::pow((v + 0.055f) / 1.055f, 2.4f);
}

float luminance(Colour c) {
  return 0.2126f * linear(c, 0) + 0.7152f * linear(c, 8) + 0.0722f * linear(c, 16);
}

}  // namespace

Colour mix(Colour a, Colour b, float amount) {
  Colour out = 0;
  for (int shift = 0; shift < 32; shift += 8) {
    const float from = static_cast<float>(a >> shift & 0xffu),
                to = static_cast<float>(b >> shift & 0xffu);
    out |= static_cast<Colour>(from + (to - from) * amount + 0.5f) << shift;
  }
  return out;
}

const Theme& theme_for(bool dark, bool high_contrast) {
  return kThemes[(high_contrast ? 2 : 0) + (dark ? 1 : 0)];
}

Theme with_accent(Theme theme, Colour accent) {
  const float least = theme.high_contrast ? 7.0f : 4.5f;
  const Colour away = theme.dark ? rgb(0xFFFFFF) : rgb(0x000000);
  // A colour that can be read on light paper carries white words, one that can be read on dark
  // paper ink; so `on_action` stays.
  for (int step = 0; step <= 100; ++step) {
    theme.action = mix(accent, away, static_cast<float>(step) / 100);
    theme.action_hover = mix(theme.action, theme.surface, 0.08f);
    theme.action_press = mix(theme.action, theme.ink, 0.16f);
    if (!theme.high_contrast)
      theme.tint = mix(theme.surface, theme.action, theme.dark ? 0.08f : 0.12f);
    bool readable = true;
    for (const Colour ground : {theme.paper, theme.sunken, theme.tint})
      readable = readable && contrast(theme.action, ground) >= least;
    for (const Colour ground : {theme.action, theme.action_hover, theme.action_press})
      readable = readable && contrast(theme.on_action, ground) >= least;
    if (readable) break;
  }
  return theme;
}

const Theme& AccentedTheme::of(const Theme& plain, Colour accent) {
  if (!accent) return plain;
  if (accent_ != accent || theme_.dark != plain.dark || theme_.high_contrast != plain.high_contrast)
    theme_ = with_accent(plain, accent_ = accent);
  return theme_;
}

float contrast(Colour a, Colour b) {
  const float la = luminance(a), lb = luminance(b);
  return (std::fmax(la, lb) + 0.05f) / (std::fmin(la, lb) + 0.05f);
}

}  // namespace advisor::ui
