#include "ui/figure/mark_badge.h"

#include <imgui.h>

#include <string>

namespace advisor::ui {
namespace {

constexpr float kTau = 6.2831853f;

}  // namespace

int mark_number(const Ui& ui, const Mark& mark) {
  return static_cast<int>(&mark - ui.session.intake().marks.data()) + 1;
}

void mark_badge(Ui& ui, float x, float y, int number, int intensity, bool open) {
  const float r = ui.sign(kBadge) / 2, ring = 3, middle = r - ring / 2;
  ui.draw->AddCircleFilled({x, y}, r, ui.theme.surface);
  ui.draw->AddCircle({x, y}, middle, ui.theme.line, 0, ring);
  ui.draw->PathArcTo({x, y}, middle, -kTau / 4,
                     -kTau / 4 + kTau * static_cast<float>(intensity) / 10, 0);
  ui.draw->PathStroke(ui.theme.coral, 0, ring);
  if (open) ui.draw->AddCircle({x, y}, r + 3, ui.theme.action, 0, 2);
  write(ui.draw, ui.type, Style::kNoteStrong, ui.theme.ink, x - 20,
        y - ui.type.line(Style::kNoteStrong) / 2, std::to_string(number), 40, Align::kCentre);
}

}  // namespace advisor::ui
