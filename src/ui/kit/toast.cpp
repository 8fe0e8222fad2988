#include "ui/kit/toast.h"

#include <imgui.h>

#include <algorithm>
#include <utility>

#include "ui/kit/widgets.h"

namespace advisor::ui {
namespace {

constexpr float kToastSeconds = 6;
constexpr float kGap = 16;  // above the bar, and to the sides

}  // namespace

bool ToastPanel::tick(const app::Toast& toast, float seconds) {
  if (toast.words.empty()) return false;
  if (number_ != toast.number) {
    number_ = toast.number;
    left_ = kToastSeconds;
    return false;
  }
  if (!held_) left_ -= seconds;
  return left_ <= 0;
}

// It lies over the screen, so it is painted into a panel of its own.
void ToastPanel::paint(Ui& ui, Rect area) {
  held_ = false;
  const int line = ui.tree.find("toast");
  if (line < 0) return;
  const app::Node& node = ui.tree.nodes()[static_cast<std::size_t>(line)];
  if (node.name.empty()) return;
  const app::Node* undo = ui.node("toast.undo");
  const float action_w = undo ? width(ui.type, Style::kBodyStrong, undo->name) + 20 : 0;
  area.w = std::min(area.w, ui.bar_left - area.x);
  const float most = std::min(area.w - 2 * kGap, ui.px(480));
  const Extent words = measure(ui.type, Style::kBody, node.name, most - 32 - action_w);
  const float w = words.w + 32 + action_w, h = std::max(ui.px(48), words.h + 24);
  const float arrived =
      ui.motion.follow({"toast", static_cast<char>(node.name.size())}, 1, kOpenSeconds, 0);
  const float bottom = std::min(ui.bar_top, area.y + area.h - 8) - kGap + 12 * (1 - arrived);
  const Rect box{area.x + (area.w - w) / 2, bottom - h, w, h};

  begin_over(ui, "toast", box);
  ui.draw->PushClipRectFullScreen();  // the toast's shadow lies outside of its box
  floating(ui, box, 14, ui.theme.toast_ground);
  write(ui.draw, ui.type, Style::kBody, ui.theme.toast_text, box.x + 16, box.y + (h - words.h) / 2,
        node.name, most - 32 - action_w);
  ui.tree.place(line, {box.x + 16, box.y + (h - words.h) / 2, words.w, words.h});
  if (undo) {
    const Rect action{box.x + w - action_w - 8, box.y + 2, action_w + 6, h - 4};
    const Touched t = press(ui, ui.tree.find("toast.undo"), action);
    fill(ui, action, 12, with_alpha(ui.theme.toast_action, 0.12f * (t.hover + t.press)));
    write_line(ui.draw, ui.type, Style::kBodyStrong, ui.theme.toast_action, action.x + 12,
               action.y + (action.h - ui.type.line(Style::kBodyStrong)) / 2, undo->name);
    if (t.focused)
      focus_ring(ui, {action.x + 3, action.y + 3, action.w - 6, action.h - 6}, 9,
                 ui.theme.toast_action);
    held_ = t.focused || (ui.settings.can_hover && ImGui::IsWindowHovered());
  }
  ui.draw->PopClipRect();
  shift(ui.draw, 0, 0, 0, arrived);
  end_over(ui);
  held_ |= ui.focused == "toast.undo";
}

}  // namespace advisor::ui
