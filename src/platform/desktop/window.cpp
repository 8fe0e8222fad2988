#include "platform/desktop/window.h"

#include <epoxy/gl.h>
// GLFW after the GL header that it must not bring itself.
#include <GLFW/glfw3.h>
#include <imgui.h>
#include <imgui_impl_glfw.h>
#include <spawn.h>
#include <sys/wait.h>

#include <algorithm>
#include <csignal>
#include <utility>

#include "platform/desktop/window_icon.h"

extern char** environ;

namespace advisor::platform {
namespace {

std::string last_problem;
void remember_problem(int, const char* what) { last_problem = what; }

std::string_view dom_name(int key) {
  switch (key) {
    case GLFW_KEY_TAB:
      return "Tab";
    case GLFW_KEY_LEFT:
      return "ArrowLeft";
    case GLFW_KEY_RIGHT:
      return "ArrowRight";
    case GLFW_KEY_UP:
      return "ArrowUp";
    case GLFW_KEY_DOWN:
      return "ArrowDown";
    case GLFW_KEY_HOME:
      return "Home";
    case GLFW_KEY_END:
      return "End";
    case GLFW_KEY_PAGE_UP:
      return "PageUp";
    case GLFW_KEY_PAGE_DOWN:
      return "PageDown";
    case GLFW_KEY_ENTER:
    case GLFW_KEY_KP_ENTER:
      return "Enter";
    case GLFW_KEY_SPACE:
      return " ";
    case GLFW_KEY_ESCAPE:
      return "Escape";
    case GLFW_KEY_KP_ADD:
      return "+";
    case GLFW_KEY_KP_SUBTRACT:
      return "-";
    default:
      return {};
  }
}

// What the keyboard's layout calls it, where it is a sign and no key of its own.
std::string_view typed_name(int key, int scancode) {
  const char* name = glfwGetKeyName(key, scancode);
  for (const std::string_view known : {"q", "z", "y", "t", "0", "+", "=", "-"})
    if (name && known == name) return known == "=" ? "+" : known;
  return {};
}

}  // namespace

std::unique_ptr<Window> Window::open(const WindowWish& wish, std::string* error) {
  glfwSetErrorCallback(remember_problem);
  if (!glfwInit()) {
    *error = "There is no display to open a window on (" + last_problem +
             "). On a machine without one: xvfb-run -a recovery-advisor ...";
    return nullptr;
  }
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
  glfwWindowHint(GLFW_DEPTH_BITS, 0);
  glfwWindowHint(GLFW_STENCIL_BITS, 0);
  glfwWindowHint(GLFW_VISIBLE, wish.visible ? GLFW_TRUE : GLFW_FALSE);
  glfwWindowHint(GLFW_AUTO_ICONIFY, GLFW_FALSE);  // a kiosk stays, whatever else takes the focus
  for (const int name : {GLFW_X11_CLASS_NAME, GLFW_X11_INSTANCE_NAME})
    glfwWindowHintString(name, "recovery-advisor");
  int w = wish.width_px, h = wish.height_px;
  GLFWmonitor* monitor = wish.kiosk && wish.visible ? glfwGetPrimaryMonitor() : nullptr;
  if (monitor) {
    const GLFWvidmode* mode = glfwGetVideoMode(monitor);
    w = mode->width;
    h = mode->height;
  }
  GLFWwindow* window = glfwCreateWindow(w, h, wish.title.c_str(), monitor, nullptr);
  if (!window) {
    *error = "OpenGL 3.3 is needed and this display gives none (" + last_problem +
             "). Software drawing: install libgl1-mesa-dri and set LIBGL_ALWAYS_SOFTWARE=1.";
    glfwTerminate();
    return nullptr;
  }
  return std::unique_ptr<Window>(new Window(window, wish.kiosk));
}

Window::Window(GLFWwindow* window, bool kiosk) : window_(window), kiosk_(kiosk) {
  glfwMakeContextCurrent(window_);
  glfwSwapInterval(1);
  glfwSetWindowUserPointer(window_, this);
  static constexpr auto self = [](GLFWwindow* w) -> Window& {
    auto& it = *static_cast<Window*>(glfwGetWindowUserPointer(w));
    it.happened_ = true;
    return it;
  };
  // Pointers go on to Dear ImGui; keys do not, they belong to the focus order of the semantic tree
  // (keyboard.h).
  glfwSetCursorPosCallback(window_, [](GLFWwindow* w, double x, double y) {
    self(w).moved_ = true, ImGui_ImplGlfw_CursorPosCallback(w, x, y);
  });
  glfwSetMouseButtonCallback(window_, [](GLFWwindow* w, int button, int action, int mods) {
    self(w).pressed_ = true, ImGui_ImplGlfw_MouseButtonCallback(w, button, action, mods);
  });
  glfwSetScrollCallback(window_, [](GLFWwindow* w, double x, double y) {
    self(w).moved_ = true, ImGui_ImplGlfw_ScrollCallback(w, x, y);
  });
  glfwSetCursorEnterCallback(window_, [](GLFWwindow* w, int entered) {
    self(w), ImGui_ImplGlfw_CursorEnterCallback(w, entered);
  });
  glfwSetWindowFocusCallback(window_, [](GLFWwindow* w, int focused) {
    self(w), ImGui_ImplGlfw_WindowFocusCallback(w, focused);
  });
  glfwSetFramebufferSizeCallback(window_, [](GLFWwindow* w, int, int) { self(w); });
  glfwSetWindowRefreshCallback(window_, [](GLFWwindow* w) { self(w); });
  glfwSetWindowCloseCallback(window_, [](GLFWwindow* w) {
    if (self(w).kiosk_) glfwSetWindowShouldClose(w, GLFW_FALSE);
  });
  glfwSetKeyCallback(window_, [](GLFWwindow* w, int key, int scancode, int action, int mods) {
    if (action == GLFW_RELEASE) return;
    std::string_view name = dom_name(key);
    if (name.empty()) name = typed_name(key, scancode);
    self(w).keys_.push_back({name, (mods & GLFW_MOD_SHIFT) != 0, (mods & GLFW_MOD_CONTROL) != 0,
                             (mods & GLFW_MOD_ALT) != 0});
  });
  ImGui_ImplGlfw_InitForOpenGL(window_, false);
  ImGui::GetIO().ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange;
  set_window_icon(window_);
  std::signal(SIGCHLD, SIG_IGN);  // a browser that was opened leaves nothing behind when it ends
}

Window::~Window() {
  ImGui_ImplGlfw_Shutdown();
  glfwDestroyWindow(window_);
  glfwTerminate();
}

bool Window::closing() const { return glfwWindowShouldClose(window_); }
void Window::close() { glfwSetWindowShouldClose(window_, GLFW_TRUE); }
void Window::set_title(const std::string& title) { glfwSetWindowTitle(window_, title.c_str()); }
void Window::show_cursor(bool shown) {
  glfwSetInputMode(window_, GLFW_CURSOR, shown ? GLFW_CURSOR_NORMAL : GLFW_CURSOR_HIDDEN);
}

bool Window::wait(double seconds) {
  if (seconds <= 0)
    glfwPollEvents();
  else
    glfwWaitEventsTimeout(seconds);
  return std::exchange(happened_, false);
}

double Window::seconds() const { return glfwGetTime(); }
void Window::begin_frame() { ImGui_ImplGlfw_NewFrame(); }
void Window::present() { glfwSwapBuffers(window_); }
void Window::framebuffer(int* w, int* h) const { glfwGetFramebufferSize(window_, w, h); }

float Window::density() const {
  int w = 0, h = 0, fw = 0, fh = 0;
  glfwGetWindowSize(window_, &w, &h);
  glfwGetFramebufferSize(window_, &fw, &fh);
  return w > 0 ? std::max(1.0f, static_cast<float>(fw) / static_cast<float>(w)) : 1.0f;
}

std::vector<std::byte> Window::pixels() const {
  int w = 0, h = 0;
  framebuffer(&w, &h);
  const std::size_t row = static_cast<std::size_t>(w) * 4;
  std::vector<std::byte> rgba(row * static_cast<std::size_t>(h));
  glPixelStorei(GL_PACK_ALIGNMENT, 1);
  glReadPixels(0, 0, w, h, GL_RGBA, GL_UNSIGNED_BYTE, rgba.data());
  for (int y = 0; y < h / 2; ++y)
    std::swap_ranges(rgba.begin() + static_cast<std::ptrdiff_t>(row) * y,
                     rgba.begin() + static_cast<std::ptrdiff_t>(row) * (y + 1),
                     rgba.begin() + static_cast<std::ptrdiff_t>(row) * (h - 1 - y));
  for (std::size_t i = 3; i < rgba.size(); i += 4) rgba[i] = std::byte{255};
  return rgba;
}

void Window::open_address(const std::string& url) const {
  // No shell: the address is one argument, whatever it holds.
  const char* arguments[] = {"xdg-open", url.c_str(), nullptr};
  posix_spawnattr_t as_usual;
  sigset_t child_ended;
  sigemptyset(&child_ended);
  sigaddset(&child_ended, SIGCHLD);
  posix_spawnattr_init(&as_usual);
  posix_spawnattr_setflags(&as_usual, POSIX_SPAWN_SETSIGDEF);
  posix_spawnattr_setsigdefault(&as_usual, &child_ended);
  pid_t child = 0;
  posix_spawnp(&child, arguments[0], nullptr, &as_usual, const_cast<char**>(arguments), environ);
  posix_spawnattr_destroy(&as_usual);
}

bool Window::copy(const std::string& text) const {
  glfwGetError(nullptr);  // of what came before
  glfwSetClipboardString(window_, text.c_str());
  return glfwGetError(nullptr) == GLFW_NO_ERROR;
}

}  // namespace advisor::platform
