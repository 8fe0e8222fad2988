#include "ui/kit/tooltip.h"

#include <imgui.h>

#include <algorithm>

#include "ui/kit/widgets.h"

namespace advisor::ui {
namespace {

constexpr float kRestSeconds = 0.5f, kGap = 6, kEdge = 8, kWidest = 280;

}  // namespace

[[gnu::noinline]] void Tooltip::paint(Ui& ui, Rect area, float seconds) {
  const ImGuiIO& io = ImGui::GetIO();
  int index = ui.hinted;
  const int before = key_.empty() ? -1 : ui.tree.find(key_);
  // The tooltip stays while the pointer is on its way to the words, and over them.
  const bool shown = left_ <= 0 && !dismissed_ && before >= 0;
  const bool over =
      inside({box_.x, box_.y - kGap, box_.w, box_.h + 2 * kGap}, io.MousePos.x, io.MousePos.y);
  if (shown && over && io.MouseSource == ImGuiMouseSource_Mouse) index = before;
  if (index < 0) {
    key_.clear();
    return;
  }
  const app::Node& node = ui.tree.nodes()[static_cast<std::size_t>(index)];
  if (index != before) {
    key_ = node.key;
    left_ = kRestSeconds;
    dismissed_ = false;
  } else {
    left_ -= seconds;
  }
  dismissed_ |= io.MouseDown[0];
  if (left_ > 0 || dismissed_) return;

  const float arrived = ui.motion.follow({key_, 't'}, 1, kPressSeconds, 0);
  const Extent words =
      measure(ui.type, Style::kBody, node.name, std::min(ui.px(kWidest), area.w - 2 * kEdge - 24));
  const Rect& control = ui.tree.box(index);
  const float w = words.w + 24, h = words.h + ui.px(12);
  const float below = control.y + control.h + kGap, x = control.x + (control.w - w) / 2;
  box_ = {std::clamp(x, kEdge, std::max(kEdge, area.w - kEdge - w)),
          below + h + kEdge <= area.h ? below : control.y - kGap - h, w, h};
  ui.draw = ImGui::GetForegroundDrawList();
  ui.draw->_FringeScale = 1 / ui.settings.density;
  const int first = ui.draw->VtxBuffer.Size;
  const bool alarm = ui.session.alarm();
  floating(ui, box_, 12, alarm ? ui.theme.alarm_text : ui.theme.toast_ground);
  write(ui.draw, ui.type, Style::kBody, alarm ? ui.theme.alarm_ground : ui.theme.toast_text,
        box_.x + 12, box_.y + (h - words.h) / 2, node.name, words.w + 1);
  shift(ui.draw, first, 0, 0, arrived);
}

}  // namespace advisor::ui
