#pragma once

struct GLFWwindow;

namespace advisor::platform {

// The mark of the program in the window's corner and in the list of windows: a body on green, and
// one sore spot.
void set_window_icon(GLFWwindow* window);

}  // namespace advisor::platform
