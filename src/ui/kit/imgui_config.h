#pragma once

// Dear ImGui as this program uses it: own fonts, own widgets, no demo, no files, no stock look.
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_TTY_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_DISABLE_WIN32_DEFAULT_CLIPBOARD_FUNCTIONS
#define ImDrawIdx unsigned short

// The C library's printf and scanf families bring floating point of 128 bits with them; Dear ImGui
// needs names and integers (imgui_format.cpp).
#define IMGUI_DISABLE_DEFAULT_FORMAT_FUNCTIONS
#include <cstdio>
int imgui_scan(const char* text, const char* format, ...);
#define sscanf imgui_scan

#ifdef __EMSCRIPTEN__
#define fprintf(...) 0  // the back end's word on shaders of its own that do not compile
#endif

// A misused Begin or End is a mistake of this program: an assertion in a debug build, not a tooltip
// with its text.
#define IM_ASSERT_USER_ERROR(condition, message) IM_ASSERT((condition) && message)
