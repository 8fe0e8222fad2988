#include "content/decimal.h"

#include <cmath>
#include <cstdint>

namespace advisor {
namespace {

constexpr double kExactIntegers = 9007199254740992.0;  // 2^53
constexpr double kLowest = 1e-5, kHighest = 1e15;      // beyond them an exponent is written

std::string with_point(std::uint64_t digits, int decimals) {
  std::string text = std::to_string(digits);
  if (decimals == 0) return text;
  const auto places = static_cast<std::size_t>(decimals);
  if (text.size() <= places) text.insert(0, places + 1 - text.size(), '0');
  text.insert(text.size() - places, 1, '.');
  while (text.back() == '0') text.pop_back();
  return text;
}

// number x 10^decimals, rounded. Exact: 53 bits times at most 75 fit into 128. Precondition: number
// >= kLowest, decimals <= 22.
std::uint64_t scaled(double number, int decimals) {
  int exponent;
  const auto mantissa = static_cast<std::uint64_t>(std::ldexp(std::frexp(number, &exponent), 53));
  __extension__ unsigned __int128 product = mantissa;
  for (int i = 0; i < decimals; ++i) product *= 10;
  const int shift = 53 - exponent;
  return static_cast<std::uint64_t>(
      (product + (static_cast<decltype(product)>(1) << (shift - 1))) >> shift);
}

// Precondition: kLowest <= number < kHighest.
std::string plain(double number) {
  double power = 1;
  for (int decimals = 0; number * power < kExactIntegers; ++decimals, power *= 10) {
    // Whole and power are exact here, so their quotient is what a reader makes of the text.
    const double whole = std::nearbyint(number * power);
    if (whole / power == number) return with_point(static_cast<std::uint64_t>(whole), decimals);
  }
  int decimals = 16;
  for (double n = number; n >= 10; n /= 10) --decimals;
  for (double n = number; n < 1; n *= 10) ++decimals;
  return with_point(scaled(number, decimals), decimals);
}

}  // namespace

std::string decimal(double number) {
  if (number < 0) return std::string(1, '-').append(decimal(-number));
  if (number == 0) return "0";
  if (number >= kLowest && number < kHighest) return plain(number);
  // A number outside of this range is written to within a few units of its last digit.
  int exponent = 0;
  double power = 1;
  if (number >= kHighest)
    for (; number / power >= 10; power *= 10) ++exponent;
  else
    for (; number * power < 1; power *= 10) --exponent;
  return plain(exponent > 0 ? number / power : number * power)
      .append(1, 'e')
      .append(std::to_string(exponent));
}

}  // namespace advisor
