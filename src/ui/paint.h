#pragma once

#include "ui/ui.h"

// Shapes and icons of the design system on a Dear ImGui draw list. All lengths in CSS px.
namespace advisor::ui {

enum class Icon : std::uint8_t {
  kBack,
  kForward,
  kDown,
  kUp,
  kMore,
  kUndo,
  kRedo,
  kClose,
  kCheck,
  kAllClear,
  kAlarm,
  kPlus,
  kMinus,
  kLegs,
  kCalendar,
  kLeaves,
  kLock,
  kMirror,
  kCopy,
  kPicture,
  kPrint,
  kShare,
  kWholeBody,
  kFemaleHead,
  kMaleHead
};

void fill(const Ui& ui, Rect box, float radius_px, Colour colour);
void stroke(const Ui& ui, Rect box, float radius_px, float width_px, Colour colour);
// One device pixel, on half-pixel centres.
void hairline(const Ui& ui, float x, float y, float w, Colour colour);
// A card (e1), a tray or sheet (e3: top corners only, growing out of the bottom), a toast (e2).
void card(const Ui& ui, Rect box);
void rising_panel(const Ui& ui, Rect box, float radius_px);
// The chosen part of a track; the thumb of a slider.
void raised_plate(const Ui& ui, Rect box, float radius_px);
void thumb(const Ui& ui, float centre_x, float centre_y, float radius_px);
void floating(const Ui& ui, Rect box, float radius_px, Colour ground);
// Moves what was drawn from vertex `first` on, and fades it: how whatever arrives, arrives.
void shift(ImDrawList* draw, int first, float dx, float dy, float opacity);
// From transparent at the top to `colour` at the bottom.
void fade(const Ui& ui, Rect box, Colour colour);
// The other way round.
void fade_out(const Ui& ui, Rect box, Colour colour);
// It grows with the text, up to half as large again.
void icon(const Ui& ui, Icon which, float centre_x, float centre_y, Colour colour,
          float size_px = 24);
void focus_ring(const Ui& ui, Rect box, float radius_px, Colour colour);
// One, two or three of three bars, centred.
void pressure_bars(const Ui& ui, float centre_x, float y, int filled, Colour colour);
void pressure_swatch(const Ui& ui, float x, float y, Pressure pressure);
// Dots of the evidence badge; returns the width.
float evidence_dots(const Ui& ui, float x, float centre_y, Grade grade, Colour colour);
Colour day_tint(const Theme& theme, Pressure pressure);

}  // namespace advisor::ui
