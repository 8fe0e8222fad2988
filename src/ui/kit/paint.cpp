#include "ui/kit/paint.h"

#include <imgui.h>

#include <cmath>

namespace advisor::ui {
namespace {

constexpr float kPi = 3.14159265f;

ImVec2 low(Rect b) { return {b.x, b.y}; }
ImVec2 high(Rect b) { return {b.x + b.w, b.y + b.h}; }
Rect grown(Rect b, float by, float down = 0) {
  return {b.x - by, b.y - by + down, b.w + 2 * by, b.h + 2 * by};
}

// A soft shadow is made of rings around the box, each fainter than the one inside it; nothing is
// drawn where the box will lie. `blur` is the distance over which the shadow fades out, `down` how
// far it is moved down, both in CSS px.
void soft(const Ui& ui, Rect box, float radius, float blur, float down, float strength) {
  struct Ring {
    float out, alpha;
  };  // in sigmas, and what a blurred edge has left there
  constexpr Ring kRings[] = {{-1.2f, 0.88f}, {-0.6f, 0.73f}, {0, 0.5f},
                             {0.6f, 0.27f},  {1.2f, 0.12f},  {2.2f, 0}};
  constexpr int kRingCount = 6, kCorner = 6, kPoints = 4 * kCorner;
  const Colour c = rgb(ui.theme.dark ? 0x000000 : 0x17211D);
  if (ui.theme.dark) strength *= 4;
  const float sigma = blur / 2, half = std::fmin(box.w, box.h) / 2;
  ImDrawList& draw = *ui.draw;
  draw.PrimReserve((kRingCount - 1) * kPoints * 6, kRingCount * kPoints);
  const unsigned first = draw._VtxCurrentIdx;
  const ImVec2 uv = ImGui::GetFontTexUvWhitePixel();
  for (const Ring& ring : kRings) {
    const Rect b = grown(box, std::fmax(ring.out * sigma, 2 - half), down);
    const float r = std::fmin(std::fmax(radius + ring.out * sigma, 1.0f), half);
    const Colour shade = with_alpha(c, std::fmin(1.0f, strength * ring.alpha));
    for (int corner = 0; corner < 4; ++corner) {
      const ImVec2 middle{corner == 0 || corner == 3 ? b.x + b.w - r : b.x + r,
                          corner < 2 ? b.y + b.h - r : b.y + r};
      for (int i = 0; i < kCorner; ++i) {
        const float a =
            (static_cast<float>(corner) + static_cast<float>(i) / (kCorner - 1)) * kPi / 2;
        draw.PrimWriteVtx({middle.x + r * std::cos(a), middle.y + r * std::sin(a)}, uv, shade);
      }
    }
  }
  const auto index = [&](int ring, int point) {
    return static_cast<ImDrawIdx>(first + static_cast<unsigned>(ring * kPoints + point % kPoints));
  };
  for (int ring = 0; ring + 1 < kRingCount; ++ring)
    for (int point = 0; point < kPoints; ++point)
      for (const auto& [r, p] : {std::pair{0, 0}, {1, 0}, {1, 1}, {0, 0}, {1, 1}, {0, 1}})
        draw.PrimWriteIdx(index(ring + r, point + p));
}

}  // namespace

void fill(const Ui& ui, Rect b, float radius, Colour c) {
  ui.draw->AddRectFilled(low(b), high(b), c, radius);
}
void stroke(const Ui& ui, Rect b, float radius, float w, Colour c) {
  ui.draw->AddRect(low(grown(b, -w / 2)), high(grown(b, -w / 2)), c, radius - w / 2, 0, w);
}

void hairline(const Ui& ui, float x, float y, float w, Colour c) {
  const float one = 1 / ui.settings.density;
  const float snapped = std::floor(y * ui.settings.density) * one;
  ui.draw->AddRectFilled({x, snapped}, {x + w, snapped + one}, c);
}

void card(const Ui& ui, Rect b) {
  if (!ui.theme.high_contrast && !ui.theme.dark) soft(ui, b, 16, 3, 1, 0.09f);
  fill(ui, b, 16, ui.theme.surface);
  const Colour ring = ui.theme.high_contrast ? ui.theme.edge
                                             : with_alpha(rgb(ui.theme.dark ? 0xFFFFFF : 0x17211D),
                                                          ui.theme.dark ? 0.07f : 0.08f);
  stroke(ui, b, 16, ui.theme.high_contrast ? 1 : 1 / ui.settings.density, ring);
}

void rising_panel(const Ui& ui, Rect b, float radius) {
  if (!ui.theme.high_contrast) soft(ui, b, radius, 34, -10, 0.10f);
  ui.draw->AddRectFilled(low(b), high(b), ui.theme.surface, radius, ImDrawFlags_RoundCornersTop);
  ui.draw->AddRect(low(b), {b.x + b.w, b.y + b.h + 4},
                   ui.theme.high_contrast ? ui.theme.edge : ui.theme.line, radius,
                   ImDrawFlags_RoundCornersTop, 1 / ui.settings.density);
}

void floating(const Ui& ui, Rect b, float radius, Colour ground) {
  if (!ui.theme.high_contrast) soft(ui, b, radius, 28, 8, 0.12f), soft(ui, b, radius, 4, 2, 0.06f);
  fill(ui, b, radius, ground);
  stroke(ui, b, radius, ui.theme.high_contrast ? 1 : 1 / ui.settings.density,
         ui.theme.high_contrast
             ? ui.theme.edge
             : with_alpha(rgb(ui.theme.dark ? 0xFFFFFF : 0x17211D), ui.theme.dark ? 0.07f : 0.05f));
}

void raised_plate(const Ui& ui, Rect b, float radius) {
  if (!ui.theme.high_contrast && !ui.theme.dark) soft(ui, b, radius, 3, 1, 0.14f);
  fill(ui, b, radius, ui.theme.raised);
  if (ui.theme.high_contrast) stroke(ui, b, radius, 2, ui.theme.ink);
}

void thumb(const Ui& ui, float x, float y, float r) {
  soft(ui, {x - r, y - r, 2 * r, 2 * r}, r, 6, 2, 0.22f);
  ui.draw->AddCircleFilled({x, y}, r, ui.theme.surface);
}

void shift(ImDrawList* draw, int first, float dx, float dy, float opacity) {
  if (dx == 0 && dy == 0 && opacity >= 1) return;
  for (int i = first; i < draw->VtxBuffer.Size; ++i) {
    ImDrawVert& v = draw->VtxBuffer[i];
    v.pos.x += dx;
    v.pos.y += dy;
    v.col = with_alpha(v.col, opacity);
  }
}

void fade(const Ui& ui, Rect b, Colour c) {
  const Colour clear = c & 0x00ffffffu;
  ui.draw->AddRectFilledMultiColor(low(b), high(b), clear, clear, c, c);
}

void fade_out(const Ui& ui, Rect b, Colour c) {
  const Colour clear = c & 0x00ffffffu;
  ui.draw->AddRectFilledMultiColor(low(b), high(b), c, c, clear, clear);
}

void focus_ring(const Ui& ui, Rect b, float radius, Colour c) {
  ui.draw->AddRect(low(grown(b, 3)), high(grown(b, 3)), c, radius + 3, 0, 2);
}

void pressure_bars(const Ui& ui, float cx, float y, int filled, Colour c) {
  constexpr float kW = 7, kH = 3, kGap = 2;
  const float x = cx - (3 * kW + 2 * kGap) / 2;
  for (int i = 0; i < 3; ++i)
    fill(ui, {x + static_cast<float>(i) * (kW + kGap), y, kW, kH}, 1.5f,
         i < filled ? c : with_alpha(c, 0.22f));
}

Colour day_tint(const Theme& t, Pressure p) {
  switch (p) {
    case Pressure::kNone:
      return t.sunken;
    case Pressure::kLight:
      return t.day_light;
    case Pressure::kModerate:
      return t.day_moderate;
    case Pressure::kDeep:
      return t.day_deep;
  }
  return t.sunken;
}

void pressure_swatch(const Ui& ui, float x, float y, Pressure p) {
  const Rect box{x, y, 26, 20};
  fill(ui, box, 5, day_tint(ui.theme, p));
  if (p == Pressure::kLight || ui.theme.high_contrast) stroke(ui, box, 5, 1, ui.theme.line);
  if (p == Pressure::kNone) {
    ui.draw->AddLine({x + 6, y + 15}, {x + 20, y + 5}, ui.theme.ink_3, 1.5f);
    return;
  }
  constexpr float kW = 5, kGap = 1.5f;
  const float left = x + (26 - 3 * kW - 2 * kGap) / 2;
  for (int i = 0; i < 3; ++i)
    fill(ui, {left + static_cast<float>(i) * (kW + kGap), y + 8.5f, kW, 3}, 1.5f,
         i < static_cast<int>(p) ? ui.theme.ink : with_alpha(ui.theme.ink, 0.22f));
}

float evidence_dots(const Ui& ui, float x, float cy, Grade grade, Colour c) {
  if (grade == Grade::kContested) {
    const float r = 3.2f;
    ui.draw->PathArcTo({x + r, cy}, r, kPi / 2, kPi * 3 / 2, 10);
    ui.draw->PathStroke(c, 0, 1.5f);
    ui.draw->AddLine({x + 8, cy - 4}, {x + 8, cy + 4}, c, 1.5f);
    ui.draw->PathArcTo({x + 16 - r, cy}, r, -kPi / 2, kPi / 2, 10);
    ui.draw->PathStroke(c, 0, 1.5f);
    return 17;
  }
  const int filled = grade == Grade::kModerate ? 2 : 1;
  for (int i = 0; i < 3; ++i) {
    const ImVec2 at{x + 3 + static_cast<float>(i) * 9, cy};
    if (i < filled)
      ui.draw->AddCircleFilled(at, 3, c);
    else
      ui.draw->AddCircle(at, 2.4f, c, 0, 1.2f);
  }
  return 24;
}

}  // namespace advisor::ui
