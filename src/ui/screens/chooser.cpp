// Paints the choice of the figure and of its tone, which is seen on the figure as soon as it is
// made.
#include <imgui.h>

#include <algorithm>
#include <string>

#include "ui/screens/where_parts.h"

namespace advisor::ui {
namespace {

constexpr Colour kTones[] = {rgb(0xEBD9CB), rgb(0xE3BC98), rgb(0xBE8B62), rgb(0x8A5A3F),
                             rgb(0x523529)};
constexpr int kToneCount = 5, kLightTones = 2;  // the check is dark on these
constexpr float kSwatch = 14, kSwatchBox = 44, kHeadBox = 46;

}  // namespace

float heads_width(const Ui& ui) { return 2 * ui.sign(kHeadBox) + 6; }
float swatches_width(const Ui& ui) {
  return kToneCount * ui.sign(kSwatchBox) - ui.sign(kSwatchBox - 2 * kSwatch);
}
float chooser_height(const Ui& ui, float w) {
  const float row = std::max(44.0f, ui.sign(44));
  return heads_width(ui) + 12 + swatches_width(ui) <= w ? row : 2 * row + 8;
}

void swatch(const Ui& ui, float x, float y, float r, int tone) {
  ui.draw->AddCircleFilled({x, y}, r, kTones[tone]);
}

void paint_heads(Ui& ui, float x, float y, std::array<std::string_view, 2> keys) {
  const float w = ui.sign(kHeadBox), h = std::max(44.0f, ui.sign(44));
  const Rect track{x, y, heads_width(ui), h};
  fill(ui, track, 12, ui.theme.sunken);
  stroke(ui, track, 12, 1 / ui.settings.density, ui.theme.line);
  const float chosen = ui.motion.follow(
      {keys[0], 'x'}, ui.node(keys[1]) && ui.node(keys[1])->on == 1 ? 1.0f : 0.0f, kChoiceSeconds);
  raised_plate(ui, {x + 3 + w * chosen, y + 3, w, h - 6}, 9);
  for (int i = 0; i < 2; ++i) {
    const int index = ui.tree.find(keys[static_cast<std::size_t>(i)]);
    if (index < 0) continue;
    const Rect part{x + 3 + w * static_cast<float>(i), y + 3, w, h - 6};
    const Touched t = press(ui, index, part);
    hint(ui, index, t);
    const bool on = ui.tree.nodes()[static_cast<std::size_t>(index)].on == 1;
    icon(ui, i == 0 ? Icon::kFemaleHead : Icon::kMaleHead, part.x + w / 2, part.y + part.h / 2,
         on ? ui.theme.ink : mix(ui.theme.ink_2, ui.theme.ink, t.hover), 30);
    if (t.focused) focus_ring(ui, part, 9, ui.theme.action);
  }
}

void paint_swatches(Ui& ui, float x, float y, std::string_view prefix) {
  const float r = ui.sign(kSwatch), box = ui.sign(kSwatchBox),
              cy = y + std::max(44.0f, ui.sign(44)) / 2;
  for (int tone = 0; tone < kToneCount; ++tone) {
    const char digit[] = {static_cast<char>('0' + tone), 0};
    const int index = ui.tree.find(Key(prefix, digit));
    if (index < 0) continue;
    const float cx = x + r + box * static_cast<float>(tone);
    const Touched t = press(ui, index, {cx - box / 2, cy - 22, box, 44});
    hint(ui, index, t);
    const float on = ui.motion.follow(
        {Key(prefix, digit), 'c'},
        ui.tree.nodes()[static_cast<std::size_t>(index)].on == 1 ? 1.0f : 0.0f, kChoiceSeconds);
    swatch(ui, cx, cy, r + t.press, tone);
    ui.draw->AddCircle({cx, cy}, r, with_alpha(ui.theme.ink, 0.22f), 0, 1);
    if (on > 0) {
      ui.draw->AddCircle({cx, cy}, r + 3, with_alpha(ui.theme.action, on), 0, 2);
      icon(ui, Icon::kCheck, cx, cy,
           with_alpha(tone < kLightTones ? rgb(0x17211D) : rgb(0xFFFFFF), on), 18);
    } else if (t.hover > 0) {
      ui.draw->AddCircle({cx, cy}, r + 3, with_alpha(ui.theme.edge, t.hover), 0, 1.5f);
    }
    if (t.focused)
      focus_ring(ui, {cx - r - 4, cy - r - 4, 2 * r + 8, 2 * r + 8}, r + 4, ui.theme.action);
  }
}

}  // namespace advisor::ui
