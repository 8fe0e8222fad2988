#pragma once

#include <optional>
#include <string>

#include "advice/ids.h"

namespace advisor {

struct Arguments {
  std::optional<std::string> content_dir, site_file;
  std::optional<Language> language;
  bool pretty = false, words = false, ndjson = false;
  std::string input = "-";  // "-": standard input
};

// None when it is not used as kUsage says.
std::optional<Arguments> parse_arguments(int count, const char* const* values);

inline constexpr char kUsage[] =
    "usage: advise [--content DIR] [--site FILE] [--lang en|fr] [--pretty | --words] [--ndjson] "
    "[FILE|-]";

}  // namespace advisor
