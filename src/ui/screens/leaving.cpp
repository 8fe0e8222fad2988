#include "ui/screens/leaving.h"

#include <imgui.h>
#include <imgui_internal.h>

#include "ui/screens/screens.h"

namespace advisor::ui {
namespace {

constexpr int kScrim = 4;  // the sheet's window begins with this many vertices
constexpr int kMost = 60000;
constexpr float kLeavesPx = 16;  // how far a sheet goes while it fades

}  // namespace

// Draws again what a window drew last, moved from vertex `still` on, and all of it faded. The
// function is not inline, because on the web it comes after the first frame.
[[gnu::noinline]] static void draw_again(ImDrawList& to, const ImDrawList& from, int still,
                                         float dx, float dy, float opacity) {
  if (to.VtxBuffer.Size + from.VtxBuffer.Size > kMost) return;
  const unsigned base = to._VtxCurrentIdx;
  to.PrimReserve(0, from.VtxBuffer.Size);
  for (int i = 0; i < from.VtxBuffer.Size; ++i) {
    const ImDrawVert& v = from.VtxBuffer[i];
    const bool moves = i >= still;
    to.PrimWriteVtx({v.pos.x + (moves ? dx : 0), v.pos.y + (moves ? dy : 0)}, v.uv,
                    with_alpha(v.col, opacity));
  }
  for (const ImDrawCmd& command : from.CmdBuffer) {
    if (command.UserCallback || command.ElemCount == 0) continue;
    const ImVec4 clip = command.ClipRect;
    to.PushClipRect({clip.x + (still ? 0 : dx), clip.y + (still ? 0 : dy)},
                    {clip.z + (still ? 0 : dx), clip.w + (still ? 0 : dy)});
    to.PrimReserve(static_cast<int>(command.ElemCount), 0);
    for (unsigned i = 0; i < command.ElemCount; ++i)
      to.PrimWriteIdx(
          static_cast<ImDrawIdx>(base + from.IdxBuffer[static_cast<int>(command.IdxOffset + i)]));
    to.PopClipRect();
  }
}

void LeavingSheet::painted(Motion& motion, app::Sheet sheet) {
  last_ = sheet;
  motion.keep({"sheet", 'c'}, 1);
}

void LeavingSheet::paint(Motion& motion, float window_w) const {
  const float left = motion.shrink({"sheet", 'c'}, kOpenSeconds);
  const ImGuiWindow* window = left > 0 ? ImGui::FindWindowByName("sheet") : nullptr;
  if (!window || window->MemoryCompacted) return;
  const bool at_side = window_w >= kSideSheetFrom && last_ != app::Sheet::kStartOver;
  const float gone = kLeavesPx * (1 - left), dx = at_side ? gone : 0, dy = at_side ? 0 : gone;
  ImDrawList& to = *ImGui::GetForegroundDrawList();
  draw_again(to, *window->DrawList, kScrim, dx, dy, left);
  if (window->DC.ChildWindows.Size > 0)
    draw_again(to, *window->DC.ChildWindows[0]->DrawList, 0, dx, dy, left);
}

}  // namespace advisor::ui
