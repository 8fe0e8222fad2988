#include "platform/desktop/window.h"

#include <epoxy/gl.h>
// GLFW after the GL header that it must not bring itself.
#include <GLFW/glfw3.h>
#include <imgui.h>
#include <imgui_impl_glfw.h>
#include <spawn.h>
#include <sys/wait.h>

#include <algorithm>

extern char** environ;

namespace advisor::platform {
namespace {

std::string last_problem;
bool something_happened = false;

void remember_problem(int, const char* what) { last_problem = what; }
template <class... Ignored>
void happened(GLFWwindow*, Ignored...) { something_happened = true; }

}  // namespace

std::unique_ptr<Window> Window::open(const std::string& title, int w, int h, bool full_screen, bool visible, std::string* error) {
  glfwSetErrorCallback(remember_problem);
  if (!glfwInit()) {
    *error = "There is no display to open a window on (" + last_problem + "). On a machine without one: xvfb-run -a recovery-advisor ...";
    return nullptr;
  }
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
  glfwWindowHint(GLFW_DEPTH_BITS, 0);
  glfwWindowHint(GLFW_STENCIL_BITS, 0);
  glfwWindowHint(GLFW_VISIBLE, visible ? GLFW_TRUE : GLFW_FALSE);
  GLFWmonitor* monitor = full_screen ? glfwGetPrimaryMonitor() : nullptr;
  if (monitor) {
    const GLFWvidmode* mode = glfwGetVideoMode(monitor);
    w = mode->width;
    h = mode->height;
  }
  GLFWwindow* window = glfwCreateWindow(w, h, title.c_str(), monitor, nullptr);
  if (!window) {
    *error = "OpenGL 3.3 is needed and this display gives none (" + last_problem + "). Software drawing: install libgl1-mesa-dri and set LIBGL_ALWAYS_SOFTWARE=1.";
    glfwTerminate();
    return nullptr;
  }
  glfwMakeContextCurrent(window);
  glfwSwapInterval(1);
  // Ours first: Dear ImGui chains to what it finds.
  glfwSetCursorPosCallback(window, happened<double, double>);
  glfwSetMouseButtonCallback(window, happened<int, int, int>);
  glfwSetScrollCallback(window, happened<double, double>);
  glfwSetKeyCallback(window, happened<int, int, int, int>);
  glfwSetFramebufferSizeCallback(window, happened<int, int>);
  glfwSetWindowRefreshCallback(window, happened<>);
  glfwSetCursorEnterCallback(window, happened<int>);
  ImGui_ImplGlfw_InitForOpenGL(window, true);
  ImGui::GetIO().ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
  return std::unique_ptr<Window>(new Window(window));
}

Window::~Window() {
  ImGui_ImplGlfw_Shutdown();
  glfwDestroyWindow(window_);
  glfwTerminate();
}

bool Window::closing() const { return glfwWindowShouldClose(window_); }
void Window::close() { glfwSetWindowShouldClose(window_, GLFW_TRUE); }

bool Window::wait(double seconds) {
  something_happened = false;
  if (seconds <= 0) glfwPollEvents();
  else glfwWaitEventsTimeout(seconds);
  return something_happened;
}

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
    std::swap_ranges(rgba.begin() + static_cast<std::ptrdiff_t>(row) * y, rgba.begin() + static_cast<std::ptrdiff_t>(row) * (y + 1),
                     rgba.begin() + static_cast<std::ptrdiff_t>(row) * (h - 1 - y));
  for (std::size_t i = 3; i < rgba.size(); i += 4) rgba[i] = std::byte{255};
  return rgba;
}

void Window::open_address(const std::string& url) const {
  // No shell: the address is one argument, whatever it holds.
  const char* arguments[] = {"xdg-open", url.c_str(), nullptr};
  pid_t child = 0;
  posix_spawnp(&child, arguments[0], nullptr, nullptr, const_cast<char**>(arguments), environ);
}

void Window::copy(const std::string& text) const { glfwSetClipboardString(window_, text.c_str()); }

}  // namespace advisor::platform
