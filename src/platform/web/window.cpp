#include "platform/web/window.h"

#include <GLFW/glfw3.h>
#include <emscripten/em_js.h>

// The list is glfwTerminate's own. GLFW listens on the whole window: left alone, one widget would
// take Tab and Backspace from the page.
EM_JS(void, advisor_silence_glfw, (), {
  const canvas = Module['canvas'];
  window.removeEventListener('gamepadconnected', GLFW.onGamepadConnected, true);
  window.removeEventListener('gamepaddisconnected', GLFW.onGamepadDisconnected, true);
  window.removeEventListener('keydown', GLFW.onKeydown, true);
  window.removeEventListener('keypress', GLFW.onKeyPress, true);
  window.removeEventListener('keyup', GLFW.onKeyup, true);
  window.removeEventListener('blur', GLFW.onBlur, true);
  canvas.removeEventListener('touchmove', GLFW.onMousemove, true);
  canvas.removeEventListener('touchstart', GLFW.onMouseButtonDown, true);
  canvas.removeEventListener('touchcancel', GLFW.onMouseButtonUp, true);
  canvas.removeEventListener('touchend', GLFW.onMouseButtonUp, true);
  canvas.removeEventListener('mousemove', GLFW.onMousemove, true);
  canvas.removeEventListener('mousedown', GLFW.onMouseButtonDown, true);
  canvas.removeEventListener('mouseup', GLFW.onMouseButtonUp, true);
  canvas.removeEventListener('wheel', GLFW.onMouseWheel, true);
  canvas.removeEventListener('mousewheel', GLFW.onMouseWheel, true);
  canvas.removeEventListener('mouseenter', GLFW.onMouseenter, true);
  canvas.removeEventListener('mouseleave', GLFW.onMouseleave, true);
  canvas.removeEventListener('drop', GLFW.onDrop, true);
  canvas.removeEventListener('dragover', GLFW.onDragover, true);
  if (GLFW.devicePixelRatioMQL)
    GLFW.devicePixelRatioMQL.removeEventListener('change', GLFW.onDevicePixelRatioChange);
});

// The element's style decides how large the canvas is shown; GLFW would pin it with "!important".
EM_JS(void, advisor_resize_canvas, (int width, int height), {
  const canvas = Module['canvas'];
  if (canvas.width != width) canvas.width = width;
  if (canvas.height != height) canvas.height = height;
  canvas.style.removeProperty('width');
  canvas.style.removeProperty('height');
});

namespace advisor::platform {

bool open_web_window(int width_px, int height_px) {
  if (!glfwInit()) return false;
  glfwWindowHint(GLFW_ALPHA_BITS, 0);
  glfwWindowHint(GLFW_DEPTH_BITS, 0);
  glfwWindowHint(GLFW_STENCIL_BITS, 0);
  GLFWwindow* window = glfwCreateWindow(width_px, height_px, "", nullptr, nullptr);
  advisor_silence_glfw();
  if (!window) return false;
  glfwMakeContextCurrent(window);
  return true;
}

void resize_canvas(int width, int height) { advisor_resize_canvas(width, height); }

}  // namespace advisor::platform
