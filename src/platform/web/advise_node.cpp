#include <emscripten/em_macros.h>

#include <string>

#include "booking/answer.h"

// The advisor without a window, for Node: the same advise() as on the page, and so the same bytes.
namespace {

std::string buffer, files[3], reply;
std::optional<advisor::Library> library;

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE unsigned char* advisor_buffer(int size) {
  buffer.resize(static_cast<std::size_t>(size));
  return reinterpret_cast<unsigned char*>(buffer.data());
}

EMSCRIPTEN_KEEPALIVE void advisor_put(int file, int size) {
  files[file] = buffer.substr(0, static_cast<std::size_t>(size));
}

EMSCRIPTEN_KEEPALIVE const char* advisor_open() {
  auto loaded = advisor::load_library(files[0], files[1], files[2]);
  if (!loaded) {
    reply = advisor::one_line(loaded.error());
    return reply.c_str();
  }
  library = std::move(loaded).value();
  return nullptr;
}

EMSCRIPTEN_KEEPALIVE const char* advisor_advise(int size) {
  reply = advisor::answer(
      *library, std::string_view(buffer).substr(0, static_cast<std::size_t>(size)), {}, nullptr);
  return reply.c_str();
}
}
