#pragma once

#include <string>
#include <string_view>

// Addresses by their parts (RFC 3986).
namespace advisor {

// Everything but the unreserved characters as %XX.
std::string percent_encoded(std::string_view text);

// An address to which segments and parameters are added. Whatever is added, its scheme and host
// stay.
class Uri {
 public:
  explicit Uri(std::string_view text);
  void add_segment(std::string_view segment);
  // In place of the one that an address which was pasted whole may have. `name` as it is: one that
  // a system documents. `value` encoded.
  void set_parameter(std::string_view name, std::string_view value);
  std::string text() const { return path_ + query_ + fragment_; }

 private:
  std::string path_, query_,
      fragment_;  // the path with what stands before it; the others with ? and #
};

}  // namespace advisor
