#pragma once

#include <optional>
#include <string>

#include "advice/ids.h"

namespace advisor::platform {

// The desktop program's command line (contract: interfaces.md).
struct Options {
  Language language = Language::kFrench;
  std::string site, intake, screenshot, picture;
  bool dark = false, kiosk = false, female = false;
  int tone = 0;  // clay, sand, umber
  int width_px = 1280, height_px = 800;
  float density = 1;  // of a screenshot
};

// Nothing, and a sentence on standard error, for a command line that is none.
std::optional<Options> parse_options(int count, char** arguments);
inline constexpr const char* kUsage =
    "usage: recovery-advisor [--lang en|fr] [--site FILE] [--intake FILE] [--theme light|dark] [--figure male|female] [--tone clay|sand|umber]\n"
    "                        [--kiosk] [--size WxH] [--screenshot FILE.png] [--picture FILE.png]\n";

}  // namespace advisor::platform
