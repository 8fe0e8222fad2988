#include <cmath>
#include <cstdint>

// nlohmann/json reads its numbers with strtod. The C library's rounds any text correctly, with
// 128-bit floating point that weighs 9 KB in the download. This one takes its place when the module
// is linked: the nearest double for up to 15 digits, which is what content and pages hold, and
// within a few units of the last place beyond that. No hexadecimal, no infinity, no locale: JSON
// has none.
extern "C" double strtod(const char* text, char** end) {
  const bool negative = *text == '-';
  if (negative || *text == '+') ++text;
  std::uint64_t digits = 0;
  int exponent = 0;
  bool point = false;
  for (; (*text >= '0' && *text <= '9') || (*text == '.' && !point); ++text) {
    if (*text == '.') {
      point = true;
    } else if (digits < 100'000'000'000'000'000) {
      digits = digits * 10 + static_cast<std::uint64_t>(*text - '0');
      exponent -= point;
    } else {
      exponent += !point;
    }
  }
  if (*text == 'e' || *text == 'E') {
    ++text;
    const bool down = *text == '-';
    if (down || *text == '+') ++text;
    int written = 0;
    for (; *text >= '0' && *text <= '9'; ++text)
      if (written < 100'000) written = written * 10 + (*text - '0');
    exponent += down ? -written : written;
  }
  if (end) *end = const_cast<char*>(text);
  auto number = static_cast<double>(digits);
  if (digits == 0) exponent = 0;
  // Powers of ten up to 22 are exact.
  for (; exponent > 22 && std::isfinite(number); exponent -= 22) number *= 1e22;
  for (; exponent < -22 && number > 0; exponent += 22) number /= 1e22;
  double power = 1;
  for (int i = std::abs(exponent); i > 0; --i) power *= 10;
  number = exponent < 0 ? number / power : number * power;
  return negative ? -number : number;
}

// They share an object with the C library's strtod; nothing that is linked calls them.
extern "C" float strtof(const char* text, char** end) {
  return static_cast<float>(strtod(text, end));
}
extern "C" long double strtold(const char* text, char** end) {
  return static_cast<long double>(strtod(text, end));
}
