// The contrast tables of the design system (its section 1.4), recomputed from the colours that the
// program draws with.
#include <catch_amalgamated.hpp>
#include <cmath>

#include "ui/kit/theme.h"

namespace advisor::ui {
namespace {

// A pair that is not allowed. (The light ink_2 on day_deep is 4.45, which the table rounds up; only
// ink is written on days.)
constexpr float kNo = 0;

using Token = Colour Theme::*;
constexpr Token kGrounds[] = {&Theme::paper,   &Theme::surface,   &Theme::sunken,
                              &Theme::tint,    &Theme::day_light, &Theme::day_moderate,
                              &Theme::day_deep};
constexpr const char* kGroundNames[] = {"paper",     "surface",      "sunken",  "tint",
                                        "day_light", "day_moderate", "day_deep"};

// Text needs 4.5, a graphic 3; then what the table says for each ground.
struct Row {
  const char* name;
  Token colour;
  float least;
  float on[7];
};
constexpr Row kLight[] = {
    {"ink", &Theme::ink, 4.5f, {14.9f, 16.5f, 13.7f, 13.7f, 14.1f, 12.0f, 9.9f}},
    {"ink_2", &Theme::ink_2, 4.5f, {6.7f, 7.4f, 6.2f, 6.1f, 6.3f, 5.4f, kNo}},
    {"ink_3", &Theme::ink_3, 4.5f, {5.2f, 5.8f, 4.8f, 4.8f, 4.9f, kNo, kNo}},
    {"action", &Theme::action, 4.5f, {9.1f, 10.0f, 8.3f, 8.3f, 8.6f, 7.3f, 6.0f}},
    {"coral_text", &Theme::coral_text, 4.5f, {5.9f, 6.5f, 5.4f, 5.4f, 5.6f, 4.7f, kNo}},
    {"coral", &Theme::coral, 3.0f, {3.9f, 4.3f, 3.6f, 3.6f, 3.7f, 3.1f, kNo}},
    {"edge", &Theme::edge, 3.0f, {3.5f, 3.9f, 3.3f, 3.2f, 3.3f, kNo, kNo}},
};
constexpr Row kDark[] = {
    {"ink", &Theme::ink, 4.5f, {15.6f, 14.0f, 16.4f, 11.5f, 12.9f, 10.1f, 7.5f}},
    {"ink_2", &Theme::ink_2, 4.5f, {9.3f, 8.3f, 9.8f, 6.9f, 7.7f, 6.0f, 4.5f}},
    {"ink_3", &Theme::ink_3, 4.5f, {6.8f, 6.1f, 7.2f, 5.0f, 5.6f, kNo, kNo}},
    {"action", &Theme::action, 4.5f, {12.3f, 10.9f, 12.9f, 9.0f, 10.1f, 7.9f, 5.9f}},
    {"coral_text", &Theme::coral_text, 4.5f, {8.8f, 7.9f, 9.3f, 6.5f, 7.3f, 5.7f, kNo}},
    {"coral", &Theme::coral, 3.0f, {7.2f, 6.5f, 7.6f, 5.3f, 6.0f, 4.7f, 3.5f}},
    {"edge", &Theme::edge, 3.0f, {4.5f, 4.0f, 4.7f, 3.3f, 3.7f, kNo, kNo}},
};

// Both rounded to tenths, as the table is.
bool same_tenth(float measured, float told) { return std::fabs(measured - told) < 0.0501f; }

void check_table(const Theme& theme, const Row (&rows)[7]) {
  for (const Row& row : rows) {
    for (int i = 0; i < 7; ++i) {
      if (row.on[i] == kNo) continue;
      const float measured = contrast(theme.*row.colour, theme.*kGrounds[i]);
      INFO(row.name << " on " << kGroundNames[i] << ": " << measured);
      CHECK(measured >= row.least);
      CHECK(same_tenth(measured, row.on[i]));
    }
  }
}

TEST_CASE("every pair of colours that the light theme allows can be read") {
  check_table(theme_for(false, false), kLight);
}

TEST_CASE("every pair of colours that the dark theme allows can be read") {
  check_table(theme_for(true, false), kDark);
}

TEST_CASE("the words on a filled button can be read at rest, hovered and pressed") {
  const Theme &light = theme_for(false, false), &dark = theme_for(true, false);
  CHECK(same_tenth(contrast(light.on_action, light.action), 10.0f));
  CHECK(same_tenth(contrast(light.on_action, light.action_hover), 8.0f));
  CHECK(same_tenth(contrast(light.on_action, light.action_press), 12.5f));
  CHECK(same_tenth(contrast(dark.on_action, dark.action), 11.5f));
  CHECK(same_tenth(contrast(dark.on_action, dark.action_hover), 12.8f));
  CHECK(same_tenth(contrast(dark.on_action, dark.action_press), 9.7f));
}

TEST_CASE("a screen of alarm inverts its theme and can be read") {
  for (const bool is_dark : {false, true}) {
    const Theme& theme = theme_for(is_dark, false);
    CHECK(theme.alarm_ground == rgb(is_dark ? 0xF3F4F0 : 0x17211D));
    CHECK(same_tenth(contrast(theme.alarm_text, theme.alarm_ground), 14.9f));
    CHECK(same_tenth(contrast(theme.alarm_text_2, theme.alarm_ground), is_dark ? 6.7f : 10.0f));
    CHECK(contrast(theme.toast_text, theme.toast_ground) >= 7);
    CHECK(contrast(theme.toast_action, theme.toast_ground) >= 4.5f);
  }
}

TEST_CASE("high contrast gives every text at least seven to one, and every border and bar") {
  for (const bool is_dark : {false, true}) {
    const Theme& theme = theme_for(is_dark, true);
    CHECK(theme.paper == rgb(is_dark ? 0x000000 : 0xFFFFFF));
    for (const Token ground : kGrounds) {
      CHECK(contrast(theme.ink, theme.*ground) >= 20);
      for (const Token text :
           {&Theme::ink_2, &Theme::ink_3, &Theme::action, &Theme::edge, &Theme::line})
        CHECK(contrast(theme.*text, theme.*ground) >= 7);
      CHECK(contrast(theme.coral_text, theme.*ground) >= 4.5f);
      CHECK(contrast(theme.coral, theme.*ground) >= 3);
    }
    CHECK(contrast(theme.on_action, theme.action) >= 7);
  }
}

constexpr Colour kViolet = rgb(0x5B2A86), kLilac = rgb(0xD9C2F0);

TEST_CASE("a site's own colour that can be read is taken as it is, with its hover and press") {
  const Theme light = with_accent(theme_for(false, false), kViolet),
              dark = with_accent(theme_for(true, false), kLilac);
  CHECK(light.action == kViolet);
  CHECK(light.on_action == rgb(0xFFFFFF));
  CHECK(light.action_hover == rgb(0x683B90));
  CHECK(light.action_press == rgb(0x502975));
  CHECK(dark.action == kLilac);
  CHECK(dark.on_action == rgb(0x10201A));
}

TEST_CASE(
    "a site's own colour that cannot be read is darkened in the light theme and lightened in the "
    "dark one, no further than needed") {
  const Theme yellow = with_accent(theme_for(false, false), rgb(0xFFD400)),
              violet = with_accent(theme_for(true, false), kViolet);
  CHECK(yellow.action == rgb(0x7D6800));
  CHECK(violet.action == rgb(0xA286BA));
}

TEST_CASE(
    "whatever a site's colour is, words in it and on it can be read, and soreness keeps its "
    "coral") {
  for (const bool is_dark : {false, true}) {
    for (const bool is_high : {false, true}) {
      const Theme& plain = theme_for(is_dark, is_high);
      const float least = is_high ? 7.0f : 4.5f;
      for (std::uint32_t step = 0; step < 512; ++step) {
        const Theme theme = with_accent(
            plain, rgb((step >> 6 & 7) * 0x240000 | (step >> 3 & 7) * 0x2400 | (step & 7) * 0x24));
        INFO("dark " << is_dark << ", high contrast " << is_high << ", colour " << step);
        for (const Token ground : {&Theme::paper, &Theme::surface, &Theme::sunken, &Theme::tint})
          CHECK(contrast(theme.action, theme.*ground) >= least);
        for (const Token fill : {&Theme::action, &Theme::action_hover, &Theme::action_press})
          CHECK(contrast(theme.on_action, theme.*fill) >= least);
        for (const Token text : {&Theme::ink, &Theme::ink_2})
          CHECK(contrast(theme.*text, theme.tint) >= 4.5f);
        CHECK(theme.coral == plain.coral);
      }
    }
  }
}

TEST_CASE(
    "a contrast is WCAG's: 21 between black and white, 1 between equals, whichever comes first") {
  CHECK(contrast(rgb(0x000000), rgb(0xFFFFFF)) == Catch::Approx(21));
  CHECK(contrast(rgb(0xFFFFFF), rgb(0x000000)) == Catch::Approx(21));
  CHECK(contrast(rgb(0x7A837C), rgb(0x7A837C)) == 1);
  CHECK(contrast(rgb(0x777777), rgb(0xFFFFFF)) == Catch::Approx(4.48).margin(0.01));
}

TEST_CASE("colours are packed with red lowest, and mixed channel by channel") {
  CHECK(rgb(0x112233) == 0xff332211u);
  CHECK(mix(rgb(0x000000), rgb(0xFFFFFF), 0.5f) == rgb(0x808080));
  CHECK(mix(rgb(0x102030), rgb(0xFFFFFF), 0) == rgb(0x102030));
  CHECK(mix(rgb(0x102030), rgb(0xA0B0C0), 1) == rgb(0xA0B0C0));
  CHECK(with_alpha(rgb(0x112233), 0.5f) == 0x80332211u);
}

}  // namespace
}  // namespace advisor::ui
