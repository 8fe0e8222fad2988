#include "ui/kit/panels.h"

#include <imgui.h>

#include <algorithm>

namespace advisor::ui {

CardAround::CardAround(Ui& ui, const Column& outer, float padding, float top)
    : in{outer.x + padding, outer.y + top, outer.w - 2 * padding}, ui_(ui), outer_(outer) {
  ui.splitter.Split(ui.draw, 2);
  ui.splitter.SetCurrentChannel(ui.draw, 1);
}

void CardAround::close(Column& column, float bottom) {
  ui_.splitter.SetCurrentChannel(ui_.draw, 0);
  const Rect whole{outer_.x, outer_.y, outer_.w, in.y + bottom - outer_.y};
  card(ui_, whole);
  for (std::size_t i = 0; i < grounds_count_; ++i) {
    const Rect& part = grounds_[i].part;
    const bool top = part.y<whole.y + 1, low = part.y + part.h> whole.y + whole.h - 1;
    const bool left = part.x<whole.x + 1, right = part.x + part.w> whole.x + whole.w - 1;
    ImDrawFlags corners = ImDrawFlags_RoundCornersNone;
    if (top && left) corners |= ImDrawFlags_RoundCornersTopLeft;
    if (top && right) corners |= ImDrawFlags_RoundCornersTopRight;
    if (low && left) corners |= ImDrawFlags_RoundCornersBottomLeft;
    if (low && right) corners |= ImDrawFlags_RoundCornersBottomRight;
    ui_.draw->AddRectFilled({part.x, part.y}, {part.x + part.w, part.y + part.h},
                            grounds_[i].colour, 16, corners);
  }
  ui_.splitter.Merge(ui_.draw);
  column.y = in.y + bottom;
}

void CardAround::ground(Rect part, Colour colour) {
  if (part.h > 0 && grounds_count_ < grounds_.size()) grounds_[grounds_count_++] = {part, colour};
}

Opening::Opening(Ui& ui, const Column& outer, std::string_view key, char what, bool open)
    : in(outer), ui_(ui), full_(key, 'f'), top_(outer.y), open_(open) {
  part_ = ui.motion.follow({key, what}, open ? 1.0f : 0.0f, kOpenSeconds);
  if (!open_ || part_ >= 1) return;
  vertex_ = ui.draw->VtxBuffer.Size;
  ui.draw->PushClipRect({-1e4f, outer.y - 1}, {1e4f, 1e4f},
                        true);  // a command of its own, cut below once its height is known
  command_ = ui.draw->CmdBuffer.Size - 1;
}

void Opening::close(Column& outer) {
  if (!open_) {
    outer.y = top_ + ui_.motion.shrink(full_, kOpenSeconds);
    return;
  }
  const float full = in.y - top_;
  ui_.motion.keep(full_, full * part_);
  outer.y = top_ + full * part_;
  if (part_ >= 1) return;
  for (int i = command_; i < ui_.draw->CmdBuffer.Size; ++i)
    ui_.draw->CmdBuffer[i].ClipRect.w = std::min(ui_.draw->CmdBuffer[i].ClipRect.w, outer.y);
  ui_.draw->PopClipRect();
  shift(ui_.draw, vertex_, 0, 0, part_);
}

void begin_window(Ui& ui, const char* name, Rect area) {
  ImGui::SetNextWindowPos({area.x, area.y});
  ImGui::SetNextWindowSize({area.w, area.h});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{0, 0});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
  ImGui::Begin(name, nullptr,
               ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                   ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground |
                   ImGuiWindowFlags_NoScrollWithMouse);
  ui.draw = ImGui::GetWindowDrawList();
  ui.draw->_FringeScale = 1 / ui.settings.density;
}

void end_window() {
  ImGui::End();
  ImGui::PopStyleVar(2);
}

void begin_over(Ui& ui, const char* id, Rect box) {
  ImGui::SetCursorScreenPos({box.x, box.y});
  ImGui::BeginChild(id, {box.w, box.h}, ImGuiChildFlags_NavFlattened,
                    ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse |
                        ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoMove);
  ui.draw = ImGui::GetWindowDrawList();
  ui.draw->_FringeScale = 1 / ui.settings.density;
}

void end_over(Ui& ui) {
  ImGui::EndChild();
  ui.draw = ImGui::GetWindowDrawList();
}

Column begin_scroll(Ui& ui, const char* id, Scroll& scroll, Rect view, float margin) {
  scroll.view = view;
  scroll.scroll_to(scroll.offset_px);
  begin_over(ui, id, view);
  ui.scroll = &scroll;
  return {view.x + margin, view.y - scroll.offset_px, view.w - 2 * margin};
}

void end_scroll(Ui& ui, const Column& c, float bottom_space, Colour ground) {
  Scroll& scroll = *ui.scroll;
  const float content = c.y + scroll.offset_px - scroll.view.y + bottom_space;
  if (content != scroll.content_px) {
    scroll.content_px = content;
    scroll.scroll_to(scroll.offset_px);
    ui.animating = true;  // the new length may have moved it: settle with one more frame
  }
  constexpr float kFade = 32;
  const Rect& view = scroll.view;
  if (ground && scroll.offset_px + 1 < scroll.last_offset_px())
    fade(ui, {view.x, view.y + view.h - kFade, view.w, kFade}, ground);
  shift(ui.draw, 0, ui.arrival.dx, ui.arrival.dy, ui.arrival.opacity);
  end_over(ui);
  ui.scroll = nullptr;
}

}  // namespace advisor::ui
