#pragma once

#include "ui/kit/ui.h"

// The signs of the design system.
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

// Paints an icon, which grows with the text up to half as large again.
void icon(const Ui& ui, Icon which, float centre_x, float centre_y, Colour colour,
          float size_px = 24);

}  // namespace advisor::ui
