// Stands in for imgui_tables.cpp and for the functions that imgui_left_out.h names. This program
// has no table, columns, tab bar, menu, tree, tooltip, scrollbar or title bar: its windows are bare
// (NoDecoration) and it paints and scrolls its own panels. Dear ImGui's core asks for these few on
// the way out of windows that had one.
#include "ui/kit/imgui_left_out.h"

#include <imgui.h>
#include <imgui_internal.h>

namespace ImGui {

void BulletText(const char*, ...) {}
bool CloseButton(ImGuiID, const ImVec2&) { return false; }
bool CollapseButton(ImGuiID, const ImVec2&) { return false; }
void EndMenuBar() {}
ImGuiMultiSelectIO* EndMultiSelect() { return nullptr; }
void EndTabBar() {}
void Scrollbar(ImGuiAxis) {}
bool Selectable(const char*, bool, ImGuiSelectableFlags, const ImVec2&) { return false; }
void SeparatorText(const char*) {}
void TextV(const char*, va_list) {}
void TreePop() {}

// imgui_tables.cpp
void EndColumns() {}
void EndTable() {}
void PopColumnsBackground() {}
void PushColumnsBackground() {}
void TableEndCell(ImGuiTable*) {}
void TableEndRow(ImGuiTable*) {}
void TableGcCompactSettings() {}
void TableGcCompactTransientBuffers(ImGuiTable*) {}
void TableGcCompactTransientBuffers(ImGuiTableTempData*) {}
void TablePopBackgroundChannel() {}
void TablePopColumnChannel() {}
void TablePushBackgroundChannel() {}
void TablePushColumnChannel(int) {}
void TableSettingsAddSettingsHandler() {}

}  // namespace ImGui
