#pragma once

#include "ui/kit/ui.h"

namespace advisor::ui {

inline constexpr float kBadge = 28;  // px that a badge is wide
// Gives the number of a mark: its place in the session's intake, from 1.
int mark_number(const Ui& ui, const Mark& mark);
// A mark's number in a ring that says how strong it is: 36 degrees for each of ten, from the top.
void mark_badge(Ui& ui, float centre_x, float centre_y, int number, int intensity, bool open);

}  // namespace advisor::ui
