#pragma once

// Parts of Dear ImGui that its core calls and this program never reaches. imgui.cpp alone is
// compiled with these names, so that what it calls are the empty functions of imgui_left_out.cpp;
// the real ones in imgui_widgets.cpp are then called by nobody and not linked.
#define BulletText LeftOut_BulletText
#define CloseButton LeftOut_CloseButton
#define CollapseButton LeftOut_CollapseButton
#define EndMenuBar LeftOut_EndMenuBar
#define EndMultiSelect LeftOut_EndMultiSelect
#define EndTabBar LeftOut_EndTabBar
#define Scrollbar LeftOut_Scrollbar
#define Selectable LeftOut_Selectable
#define SeparatorText LeftOut_SeparatorText
#define TextV LeftOut_TextV
#define TreePop LeftOut_TreePop
