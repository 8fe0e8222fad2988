#include "ui/scrolls.h"

namespace advisor::ui {

Scroll* Scrolls::at(float x, float y, bool sheet_open) {
  if (sheet_open) return inside(sheet.view, x, y) ? &sheet : nullptr;
  for (Scroll* scroll : all())
    if (inside(scroll->view, x, y)) return scroll;
  return nullptr;
}

bool Scrolls::wheel(float x, float y, float dy, bool sheet_open) {
  Scroll* panel = at(x, y, sheet_open);
  if (!panel) return false;
  panel->velocity_px_ms = 0;
  return panel->scroll_to(panel->offset_px + dy);
}

bool Scrolls::scroll_by(float dy, bool sheet_open) {
  for (const Scroll* scroll : all()) {
    const Rect& view = scroll->view;
    if (scroll->last_offset_px() > 0)
      return wheel(view.x + view.w / 2, view.y + view.h / 2, dy, sheet_open);
  }
  return false;
}

bool Scrolls::coast(float ms) {
  bool goes_on = false;
  for (Scroll* scroll : all()) goes_on |= scroll->coast(ms);
  return goes_on;
}

void Scrolls::forget_views() {
  for (Scroll* scroll : all()) scroll->view = {};
}

}  // namespace advisor::ui
