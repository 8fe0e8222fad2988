#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

struct GLFWwindow;

namespace advisor::platform {

// A key that went down (or is held), by its DOM name: "Tab", "ArrowLeft", "Enter", " ", "+", "q".
struct Key {
  std::string_view name;
  bool shift = false, control = false, alt = false;
};

struct WindowWish {
  std::string title;
  int width_px = 0, height_px = 0;
  bool visible = true;
  bool kiosk = false;  // the whole screen, and nothing but its chord closes it
};

// A GLFW window with an OpenGL 3.3 core context. Pointers go to Dear ImGui, keys to whoever asks
// for them. Null and a sentence that says what to do when there is no display or no OpenGL 3.3.
class Window {
 public:
  static std::unique_ptr<Window> open(const WindowWish& wish, std::string* error);
  ~Window();
  Window(const Window&) = delete;
  Window& operator=(const Window&) = delete;

  bool closing() const;
  void close();
  void set_title(const std::string& title);
  void show_cursor(bool shown);
  // Sleeps until something happens, or at most `seconds`; with 0 it only collects what has
  // happened. True when something did.
  bool wait(double seconds);
  // Whether a person used a pointer (moved it, or pressed) since the last call; and the keys since
  // the last call.
  bool take_moved() { return std::exchange(moved_, false); }
  bool take_pressed() { return std::exchange(pressed_, false); }
  std::vector<Key> take_keys() { return std::exchange(keys_, {}); }
  // Seconds on a clock that only goes forward.
  double seconds() const;
  // Tells Dear ImGui size, scale, time and what the pointer did.
  void begin_frame();
  void present();
  void framebuffer(int* width, int* height) const;
  float density() const;
  // What stands in the framebuffer now, RGBA, top row first.
  std::vector<std::byte> pixels() const;
  void open_address(const std::string& url) const;
  bool copy(const std::string& text) const;  // whether it could

 private:
  Window(GLFWwindow* window, bool kiosk);
  GLFWwindow* window_;
  bool kiosk_ = false, happened_ = false, moved_ = false, pressed_ = false;
  std::vector<Key> keys_;
};

}  // namespace advisor::platform
