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

// The coordinates of icons are those of a grid of 24 by 24.
struct Grid {
  const Ui& ui;
  float x, y, s;
  Colour colour;
  float width = 1.75f;

  ImVec2 at(float gx, float gy) const { return {x + gx * s, y + gy * s}; }
  void line(std::initializer_list<std::pair<float, float>> points) const {
    ui.draw->PathClear();
    for (const auto& [px, py] : points) ui.draw->PathLineTo(at(px, py));
    ui.draw->PathStroke(colour, 0, width * s);
  }
  void box(float x0, float y0, float x1, float y1, float r) const {
    ui.draw->AddRect(at(x0, y0), at(x1, y1), colour, r * s, 0, width * s);
  }
  void ring(float cx, float cy, float r) const {
    ui.draw->AddCircle(at(cx, cy), r * s, colour, 0, width * s);
  }
  void dot(float cx, float cy, float r) const {
    ui.draw->AddCircleFilled(at(cx, cy), r * s, colour);
  }
  void arc(float cx, float cy, float rx, float ry, float from,
           float to) const {  // turns, from the right clockwise
    for (int i = 0; i <= 12; ++i) {
      const float a = 2 * kPi * (from + (to - from) * static_cast<float>(i) / 12);
      ui.draw->PathLineTo(at(cx + rx * std::cos(a), cy + ry * std::sin(a)));
    }
  }
  void stroked() const { ui.draw->PathStroke(colour, 0, width * s); }
  // A face under its hair, over two shoulders.
  void head(bool female) const {
    arc(12, 9.4f, 4.5f, 5.4f, 0, 1);
    stroked();
    line({{3.6f, 21.4f}, {4.6f, 19.4f}, {6.4f, 18.4f}, {9, 17.6f}});
    line({{20.4f, 21.4f}, {19.4f, 19.4f}, {17.6f, 18.4f}, {15, 17.6f}});
    if (female) {
      ring(12, 2.2f, 1.5f);
      line({{7.7f, 8.8f}, {9.8f, 7.9f}, {11.6f, 6}, {12, 4.4f}});
      line({{16.3f, 8.8f}, {14.2f, 7.9f}, {12.4f, 6}, {12, 4.4f}});
    } else {
      line({{7.6f, 8.6f}, {9, 7}, {12, 6.6f}, {14.6f, 6.2f}, {16.4f, 8.6f}});
    }
  }
  void turn(bool mirrored) const {  // undo, and mirrored for redo
    const auto m = [&](float gx) { return mirrored ? 24 - gx : gx; };
    line({{m(8.5f), 5.5f}, {m(4.5f), 9.5f}, {m(8.5f), 13.5f}});
    ui.draw->PathClear();
    ui.draw->PathLineTo(at(m(4.5f), 9.5f));
    ui.draw->PathLineTo(at(m(14), 9.5f));
    const float from = -kPi / 2, to = kPi / 2;
    for (int i = 0; i <= 12; ++i) {
      const float a = from + (to - from) * static_cast<float>(i) / 12;
      ui.draw->PathLineTo(at(m(14 + 5 * std::cos(a)), 14.5f + 5 * std::sin(a)));
    }
    ui.draw->PathLineTo(at(m(10.5f), 19.5f));
    ui.draw->PathStroke(colour, 0, width * s);
  }
};

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

void icon(const Ui& ui, Icon which, float cx, float cy, Colour colour, float size) {
  size = ui.sign(size);
  const float s = size / 24;
  const Grid g{ui, cx - size / 2, cy - size / 2, s, colour};
  switch (which) {
    case Icon::kBack:
      g.line({{14.5f, 6}, {8.5f, 12}, {14.5f, 18}});
      break;
    case Icon::kForward:
      g.line({{9.5f, 6}, {15.5f, 12}, {9.5f, 18}});
      break;
    case Icon::kDown:
      g.line({{6, 9.5f}, {12, 15.5f}, {18, 9.5f}});
      break;
    case Icon::kUp:
      g.line({{6, 14.5f}, {12, 8.5f}, {18, 14.5f}});
      break;
    case Icon::kMore:
      for (const float x : {5.5f, 12.0f, 18.5f}) g.dot(x, 12, 1.7f);
      break;
    case Icon::kUndo:
      g.turn(false);
      break;
    case Icon::kRedo:
      g.turn(true);
      break;
    case Icon::kClose:
      g.line({{7, 7}, {17, 17}});
      g.line({{17, 7}, {7, 17}});
      break;
    case Icon::kCheck:
      Grid{ui, g.x, g.y, s, colour, 2.4f}.line({{6, 12.5f}, {10, 16.5f}, {18, 7.5f}});
      break;
    case Icon::kAllClear:
      g.ring(12, 12, 8.5f);
      g.line({{8.5f, 12.2f}, {11, 14.7f}, {15.5f, 9.7f}});
      break;
    case Icon::kAlarm:
      g.ring(12, 12, 10.9f);
      g.line({{12, 6.5f}, {12, 13.6f}});
      g.dot(12, 17.2f, 0.95f);
      break;
    case Icon::kPlus:
      g.line({{12, 6}, {12, 18}});
      g.line({{6, 12}, {18, 12}});
      break;
    case Icon::kMinus:
      g.line({{6, 12}, {18, 12}});
      break;
    case Icon::kLegs:
      g.ring(11, 11, 6);
      g.line({{15.5f, 15.5f}, {19.5f, 19.5f}});
      g.line({{11, 8.5f}, {11, 13.5f}});
      g.line({{8.5f, 11}, {13.5f, 11}});
      break;
    case Icon::kWholeBody:
      g.ring(11, 11, 6);
      g.line({{15.5f, 15.5f}, {19.5f, 19.5f}});
      g.line({{8.5f, 11}, {13.5f, 11}});
      break;
    case Icon::kFemaleHead:
    case Icon::kMaleHead:
      Grid{ui, g.x, g.y, s, colour, 1.4f}.head(which == Icon::kFemaleHead);
      break;
    case Icon::kCalendar:
      g.box(4.5f, 5.5f, 19.5f, 19.5f, 3);
      g.line({{4.5f, 10}, {19.5f, 10}});
      g.line({{8.5f, 3.5f}, {8.5f, 7.5f}});
      g.line({{15.5f, 3.5f}, {15.5f, 7.5f}});
      break;
    case Icon::kLeaves:
      g.line({{8.5f, 15.5f}, {16, 8}});
      g.line({{9.5f, 7.5f}, {16.5f, 7.5f}, {16.5f, 14.5f}});
      break;
    case Icon::kMirror:
      for (const float y : {5.0f, 10.0f, 15.0f}) g.line({{12, y}, {12, y + 3.5f}});
      g.line({{9, 7.5f}, {9, 16.5f}, {3.5f, 16.5f}, {9, 7.5f}});
      g.line({{15, 7.5f}, {15, 16.5f}, {20.5f, 16.5f}, {15, 7.5f}});
      break;
    case Icon::kCopy:
      g.box(8.5f, 8.5f, 19.5f, 19.5f, 2.5f);
      g.line({{15.5f, 5.5f},
              {15, 4.5f},
              {6.5f, 4.5f},
              {5, 5},
              {4.5f, 6.5f},
              {4.5f, 15},
              {5.5f, 15.5f}});
      break;
    case Icon::kPicture:
      g.box(4.5f, 5, 19.5f, 19, 3);
      g.dot(9, 9.8f, 1.4f);
      g.line({{5, 17}, {9.5f, 13}, {12, 15.5f}, {15.5f, 11.5f}, {19.2f, 15.5f}});
      break;
    case Icon::kPrint:
      g.box(4.5f, 9, 19.5f, 16.5f, 2);
      g.line({{7.5f, 9}, {7.5f, 4.5f}, {16.5f, 4.5f}, {16.5f, 9}});
      ui.draw->AddRectFilled(g.at(7.5f, 14), g.at(16.5f, 19.5f), colour, 1);
      break;
    case Icon::kShare:
      g.line({{12, 14.5f}, {12, 4.5f}});
      g.line({{8.5f, 8}, {12, 4.5f}, {15.5f, 8}});
      g.line({{8, 11.5f}, {5, 11.5f}, {5, 19.5f}, {19, 19.5f}, {19, 11.5f}, {16, 11.5f}});
      break;
    case Icon::kLock:
      g.box(5.5f, 10.5f, 18.5f, 19.5f, 3);
      g.line(
          {{8.5f, 10.5f}, {8.5f, 7}, {10, 4.6f}, {12, 4}, {14, 4.6f}, {15.5f, 7}, {15.5f, 10.5f}});
      break;
  }
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
