#pragma once

#include "ui/kit/imgui_config.h"

// The tests' own Dear ImGui tells what the one that ships is too small to notice.
#undef IMGUI_DISABLE_DEBUG_TOOLS
namespace advisor::test {
void imgui_mistake(const char* what);
}
#define IM_ASSERT(expression) \
  ((expression) ? static_cast<void>(0) : advisor::test::imgui_mistake(#expression))
