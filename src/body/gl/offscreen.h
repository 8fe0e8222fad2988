#pragma once

#include <string>

namespace advisor::body::gl {

// An OpenGL 3.3 context without a window or a display server, for tests and for baking the poster.
// Native only.
class OffscreenContext {
 public:
  OffscreenContext() = default;
  ~OffscreenContext();
  OffscreenContext(const OffscreenContext&) = delete;
  OffscreenContext& operator=(const OffscreenContext&) = delete;

  // Makes the context and makes it current; false and a sentence in *error if the machine has no
  // EGL that can.
  bool create(std::string* error);

 private:
  void* display_ = nullptr;
  void* context_ = nullptr;
};

}  // namespace advisor::body::gl
