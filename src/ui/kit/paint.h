#pragma once

#include "ui/kit/ui.h"

// The shapes of the design system on a Dear ImGui draw list. All lengths are in CSS px.
namespace advisor::ui {

void fill(const Ui& ui, Rect box, float radius_px, Colour colour);
void stroke(const Ui& ui, Rect box, float radius_px, float width_px, Colour colour);
// The line is one device pixel wide, on half-pixel centres.
void hairline(const Ui& ui, float x, float y, float w, Colour colour);
// A card (e1), a tray or sheet (e3: top corners only, growing out of the bottom), a toast (e2).
void card(const Ui& ui, Rect box);
void rising_panel(const Ui& ui, Rect box, float radius_px);
// Paints the chosen part of a track, or the thumb of a slider.
void raised_plate(const Ui& ui, Rect box, float radius_px);
void thumb(const Ui& ui, float centre_x, float centre_y, float radius_px);
void floating(const Ui& ui, Rect box, float radius_px, Colour ground);
// Moves what was drawn from vertex `first` on, and fades it, as everything does that arrives.
void shift(ImDrawList* draw, int first, float dx, float dy, float opacity);
// Fades from transparent at the top to `colour` at the bottom.
void fade(const Ui& ui, Rect box, Colour colour);
// Fades from `colour` at the top to transparent at the bottom.
void fade_out(const Ui& ui, Rect box, Colour colour);
void focus_ring(const Ui& ui, Rect box, float radius_px, Colour colour);
// Paints one, two or three of three bars, centred.
void pressure_bars(const Ui& ui, float centre_x, float y, int filled, Colour colour);
void pressure_swatch(const Ui& ui, float x, float y, Pressure pressure);
// Dots of the evidence badge; returns the width.
float evidence_dots(const Ui& ui, float x, float centre_y, Grade grade, Colour colour);
Colour day_tint(const Theme& theme, Pressure pressure);

}  // namespace advisor::ui
