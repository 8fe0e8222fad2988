#include <imgui.h>
#include <imgui_internal.h>

#include <cstdarg>

// printf and scanf as far as Dear ImGui's windows and its GL back end go: %s %.*s %c %d %i %u %x %X
// %% with a width, leading zeros and a least number of digits (%.4X) out, literal text and %d in.
// Anything else prints as a question mark.

int ImFormatStringV(char* buffer, size_t size, const char* format, va_list arguments) {
  size_t length = 0;
  const auto put = [&](char c) {
    if (buffer && length + 1 < size) buffer[length] = c;
    ++length;
  };
  for (; *format; ++format) {
    if (*format != '%') {
      put(*format);
      continue;
    }
    bool zeros = *++format == '0';
    int width = 0, most = -1;
    for (; *format >= '0' && *format <= '9'; ++format) width = width * 10 + (*format - '0');
    if (format[0] == '.' && format[1] == '*') {
      most = va_arg(arguments, int);
      format += 2;
    } else if (*format == '.') {
      zeros = true;
      for (width = 0; *++format >= '0' && *format <= '9';) width = width * 10 + (*format - '0');
    }
    if (*format == 's') {
      const char* text = va_arg(arguments, const char*);
      for (int i = 0; i != most && text[i]; ++i) put(text[i]);
    } else if (*format == 'c') {
      put(static_cast<char>(va_arg(arguments, int)));
    } else if (*format == 'd' || *format == 'i' || *format == 'u' || *format == 'x' ||
               *format == 'X') {
      unsigned value = va_arg(arguments, unsigned);
      const bool negative = (*format == 'd' || *format == 'i') && static_cast<int>(value) < 0;
      if (negative) value = 0u - value;
      const unsigned base = *format == 'x' || *format == 'X' ? 16 : 10;
      const char* letters = *format == 'x' ? "0123456789abcdef" : "0123456789ABCDEF";
      char digits[10];
      int count = 0;
      do digits[count++] = letters[value % base];
      while ((value /= base) != 0);
      if (negative && zeros) put('-');
      for (int i = count + negative; i < width; ++i) put(zeros ? '0' : ' ');
      if (negative && !zeros) put('-');
      while (count > 0) put(digits[--count]);
    } else if (*format == '%') {
      put('%');
    } else {
      put('?');
      break;  // what it would take from the arguments is not known
    }
  }
  if (!buffer) return static_cast<int>(length);
  if (length >= size) length = size - 1;
  buffer[length] = 0;
  return static_cast<int>(length);
}

int ImFormatString(char* buffer, size_t size, const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  const int length = ImFormatStringV(buffer, size, format, arguments);
  va_end(arguments);
  return length;
}

int imgui_scan(const char* text, const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  int found = 0;
  for (; *format; ++format) {
    if (format[0] == '%' && (format[1] == 'd' || format[1] == 'i')) {
      if (*text < '0' || *text > '9') break;
      int value = 0;
      for (; *text >= '0' && *text <= '9'; ++text) value = value * 10 + (*text - '0');
      *va_arg(arguments, int*) = value;
      ++found;
      ++format;
    } else if (*text++ != *format) {
      break;
    }
  }
  va_end(arguments);
  return found;
}
