#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

struct GLFWwindow;

namespace advisor::platform {

// A GLFW window with an OpenGL 3.3 core context and Dear ImGui's input. Null and a sentence that says what to do when
// there is no display or no OpenGL 3.3.
class Window {
 public:
  static std::unique_ptr<Window> open(const std::string& title, int width_px, int height_px, bool full_screen, bool visible, std::string* error);
  ~Window();
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  bool closing() const;
  void close();
  // Sleeps until something happens, or at most `seconds`; with 0 it only collects what has happened. True when there was input.
  bool wait(double seconds);
  // Tells Dear ImGui size, scale, time and what was typed.
  void begin_frame();
  void present();
  void framebuffer(int* width, int* height) const;
  float density() const;
  // What stands in the framebuffer now, RGBA, top row first.
  std::vector<std::byte> pixels() const;
  void open_address(const std::string& url) const;
  void copy(const std::string& text) const;

 private:
  explicit Window(GLFWwindow* window) : window_(window) {}
  GLFWwindow* window_;
};

}  // namespace advisor::platform
