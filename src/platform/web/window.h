#pragma once

namespace advisor::platform {

// A GLFW window on Module.canvas with a WebGL2 context; false when the browser gives none. All of
// GLFW's own listeners are taken off again: they would swallow Tab and the wheel and send a first
// tap without its place. The page sends input instead.
bool open_web_window(int width_px, int height_px);
// The canvas's own size in device pixels.
void resize_canvas(int width, int height);

}  // namespace advisor::platform
