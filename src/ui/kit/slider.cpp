#include <imgui.h>

#include <algorithm>
#include <string>

#include "ui/kit/widgets.h"

// Paints a number on a line of ticks, or with buttons for its steps.
namespace advisor::ui {

namespace {
constexpr float kBand = 44;
}  // namespace

void slider(Ui& ui, std::string_view key, Rect box, bool words) {
  const int index = ui.tree.find(key);
  if (index < 0) return;
  const app::Node& node = ui.tree.nodes()[static_cast<std::size_t>(index)];
  const Rect band{box.x, box.y, box.w, kBand};
  const Touched t = touch(ui, index, band);
  const float left = band.x + 14, right = band.x + band.w - 14, cy = band.y + 18;
  const float steps = node.maximum - node.minimum;
  if (t.held &&
      ImGui::IsMousePosValid()) {  // the page may take a touch away, and then nothing was meant
    const float at = std::clamp((ImGui::GetIO().MousePos.x - left) / (right - left), 0.0f, 1.0f);
    const int value = static_cast<int>(node.minimum + at * steps + 0.5f);
    if (value != static_cast<int>(node.value + 0.5f))
      ui.actions.push_back({node.action.kind, node.action.subject, value});
  }
  // The thumb is where the finger is; when the value changes from elsewhere, the thumb moves there.
  const float value = t.held ? (ui.motion.keep({key, 'v'}, node.value), node.value)
                             : ui.motion.follow({key, 'v'}, node.value, kOpenSeconds);
  const float x = left + (right - left) * (value - node.minimum) / steps;
  fill(ui, {left, cy - 2, right - left, 4}, 2, ui.theme.line);
  fill(ui, {left, cy - 2, x - left, 4}, 2, ui.theme.coral);
  for (int i = 0; i <= static_cast<int>(steps); ++i) {
    const float tx = left + (right - left) * static_cast<float>(i) / steps;
    fill(ui, {tx - 0.5f, cy + 15, 1, 6}, 0, ui.theme.edge);
  }
  const float r = 14 + 2 * t.press;
  thumb(ui, x, cy, r);
  ui.draw->AddCircle({x, cy}, r - 1, ui.theme.coral, 0, 2 + std::max(t.hover, t.press));
  const std::string number = std::to_string(static_cast<int>(node.value + 0.5f));
  write(ui.draw, ui.type, Style::kBodyStrong, ui.theme.coral_text, x - 20,
        cy - ui.type.line(Style::kBodyStrong) / 2, number, 40, Align::kCentre);
  if (t.focused) focus_ring(ui, {x - r, cy - r, 2 * r, 2 * r}, r, ui.theme.action);
  if (t.held &&
      ImGui::GetIO().MouseSource ==
          ImGuiMouseSource_TouchScreen) {  // the number stands above the finger that would hide it
    const float w = ui.px(44), h = ui.px(36);
    const Rect bubble{std::clamp(x - w / 2, box.x, box.x + box.w - w), cy - 40 - h / 2, w, h};
    ui.draw->PushClipRectFullScreen();
    floating(ui, bubble, 12, ui.theme.surface);
    write(ui.draw, ui.type, Style::kLead, ui.theme.coral_text, bubble.x,
          bubble.y + (h - ui.type.line(Style::kLead)) / 2, number, w, Align::kCentre);
    ui.draw->PopClipRect();
  }
  if (!words) return;
  const float y = band.y + kBand;
  write(ui.draw, ui.type, Style::kNoteStrong, ui.theme.ink, left, y, node.value_text, right - left,
        Align::kCentre);
  const app::Node *low = ui.node("where.ends.low"), *high = ui.node("where.ends.high");
  if (!low || !high) return;
  // The words of the ends stand where they do not run into the value in the middle.
  const float ends =
      std::max(width(ui.type, Style::kNote, low->name), width(ui.type, Style::kNote, high->name));
  if (2 * ends + width(ui.type, Style::kNoteStrong, node.value_text) + 24 > right - left + 16)
    return;
  write_line(ui.draw, ui.type, Style::kNote, ui.theme.ink_2, left - 8, y, low->name);
  write(ui.draw, ui.type, Style::kNote, ui.theme.ink_2, left, y, high->name, right - left + 8,
        Align::kRight);
}

void stepper(Ui& ui, Column& c, std::string_view key, float high) {
  const int index = ui.tree.find(key);
  if (index < 0) return;
  const app::Node& node = ui.tree.nodes()[static_cast<std::size_t>(index)];
  const Rect box{c.x, c.y, std::min(c.w, ui.px(232)), high};
  const Touched t = touch(ui, index, box);
  const float at = ImGui::GetIO().MousePos.x - box.x, third = box.w / 3,
              round = std::min(high, ui.px(44));
  const int step = at < third ? -1 : at > 2 * third ? 1 : 0;
  const int value = static_cast<int>(node.value),
            to = std::clamp(value + step, static_cast<int>(node.minimum),
                            static_cast<int>(node.maximum));
  if (t.used && to != value) ui.actions.push_back({node.action.kind, node.action.subject, to});
  fill(ui, box, round / 2, ui.theme.surface);
  const float over = std::max(t.hover, t.press);
  if (step != 0)
    fill(ui, {step < 0 ? box.x : box.x + box.w - round, box.y, round, high}, round / 2,
         with_alpha(mix(ui.theme.tint, ui.theme.day_moderate, t.press), over));
  stroke(ui, box, round / 2, 1, ui.theme.edge);
  icon(ui, Icon::kMinus, box.x + round / 2, box.y + high / 2, ui.theme.ink);
  icon(ui, Icon::kPlus, box.x + box.w - round / 2, box.y + high / 2, ui.theme.ink);
  const float words_w = box.w - 2 * round;
  write(ui.draw, ui.type, Style::kBodyStrong, ui.theme.ink, box.x + round,
        box.y + (high - measure(ui.type, Style::kBodyStrong, node.value_text, words_w).h) / 2,
        node.value_text, words_w, Align::kCentre);
  if (t.focused) focus_ring(ui, box, round / 2, ui.theme.action);
  c.y += box.h;
}

}  // namespace advisor::ui
