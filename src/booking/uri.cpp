#include "booking/uri.h"

#include <algorithm>

namespace advisor {

std::string percent_encoded(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool unreserved = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                            (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' || c == '~';
    const auto byte = static_cast<unsigned char>(c);
    if (unreserved)
      out += c;
    else
      out.append(1, '%')
          .append(1, "0123456789ABCDEF"[byte >> 4])
          .append(1, "0123456789ABCDEF"[byte & 15]);
  }
  return out;
}

Uri::Uri(std::string_view text) {
  const std::size_t hash = std::min(text.find('#'), text.size());
  const std::size_t mark = std::min(text.find('?'), hash);
  path_ = text.substr(0, mark);
  query_ = text.substr(mark, hash - mark);
  fragment_ = text.substr(hash);
}

void Uri::add_segment(std::string_view segment) {
  if (!path_.ends_with('/')) path_ += '/';
  path_ += percent_encoded(segment);
}

void Uri::set_parameter(std::string_view name, std::string_view value) {
  for (std::size_t at = 0; at < query_.size();) {
    const std::size_t end = std::min(query_.find('&', at + 1), query_.size());
    const std::string_view one = std::string_view(query_).substr(at + 1, end - at - 1);
    if (one.substr(0, one.find('=')) == name)
      query_.erase(at, end - at);
    else
      at = end;
  }
  if (query_.starts_with('&')) query_[0] = '?';
  query_.append(query_.empty() ? "?" : "&").append(name).append("=").append(percent_encoded(value));
}

}  // namespace advisor
