#include <imgui.h>
#include <imgui_internal.h>

#include <cstdarg>

// In the place of the C library's when the module is linked: nlohmann/json alone asks for it, to
// write a control character as <U+0007> in a message. The real one formats floating point of 128
// bits and weighs 5 KB in the download.
extern "C" int snprintf(char* buffer, size_t size, const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  const int length = ImFormatStringV(buffer, size, format, arguments);
  va_end(arguments);
  return length;
}
