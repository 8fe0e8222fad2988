#include "cli/arguments.h"

#include "content/names.h"

namespace advisor {

std::optional<Arguments> parse_arguments(int count, const char* const* values) {
  Arguments arguments;
  bool has_input = false, only_files = false;
  for (int i = 1; i < count; ++i) {
    const std::string_view value = values[i];
    const auto next = [&]() -> const char* { return i + 1 < count ? values[++i] : nullptr; };
    if (only_files || value == "-" || !value.starts_with("-")) {
      if (has_input || value.empty()) return std::nullopt;
      has_input = true;
      arguments.input = value;
    } else if (value == "--") {
      only_files = true;
    } else if (value == "--pretty") {
      arguments.pretty = true;
    } else if (value == "--words") {
      arguments.words = true;
    } else if (value == "--ndjson") {
      arguments.ndjson = true;
    } else if (value == "--content" || value == "--site") {
      const char* path = next();
      if (!path) return std::nullopt;
      (value == "--content" ? arguments.content_dir : arguments.site_file) = path;
    } else if (value == "--lang") {
      const char* name = next();
      if (!name) return std::nullopt;
      arguments.language = by_name<Language>(name);
      if (!arguments.language) return std::nullopt;
    } else {
      return std::nullopt;
    }
  }
  // A line of output for a line of input: nothing to indent.
  if ((arguments.pretty || arguments.words) && arguments.ndjson) return std::nullopt;
  if (arguments.pretty && arguments.words) return std::nullopt;
  return arguments;
}

}  // namespace advisor
