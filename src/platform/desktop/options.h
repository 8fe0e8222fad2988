#pragma once

#include <optional>
#include <string>

#include "advice/ids.h"
#include "advice/intake.h"

namespace advisor::platform {

// The desktop program's command line (docs/desktop.md).
struct Options {
  Language language = Language::kFrench;
  std::string site, intake, screenshot, picture;
  std::string script;         // a file of commands, or "-" for standard input (script.h)
  std::optional<Moment> now;  // what stands in for the wall clock
  bool dark = false, kiosk = false, female = false;
  int tone = 0;  // clay, sand, honey, umber (walnut), ebony
  int width_px = 1280, height_px = 800;
};

// Nothing, and a sentence on standard error, for a command line that is none.
std::optional<Options> parse_options(int count, char** arguments);
inline constexpr const char* kUsage =
    "usage: recovery-advisor [--lang en|fr] [--site FILE] [--intake FILE] [--theme light|dark] "
    "[--figure male|female] [--tone clay|sand|honey|umber|ebony]\n"
    "                        [--kiosk] [--size WxH] [--screenshot FILE.png] [--picture FILE.png] "
    "[--now YYYY-MM-DDTHH:MM] [--script FILE|-]\n";

}  // namespace advisor::platform
