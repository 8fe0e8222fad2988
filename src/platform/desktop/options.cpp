#include "platform/desktop/options.h"

#include <cstdio>
#include <iterator>
#include <string_view>

#include "content/iso_time.h"

namespace advisor::platform {
namespace {

constexpr std::string_view kTones[] = {"clay", "sand", "honey", "umber", "ebony"};

int tone_of(std::string_view name) {
  for (int i = 0; i < static_cast<int>(std::size(kTones)); ++i)
    if (kTones[i] == name) return i;
  return -1;
}

}  // namespace

std::optional<Options> parse_options(int count, char** arguments) {
  Options options;
  const auto refuse = [](std::string_view what, std::string_view found) {
    std::fprintf(stderr, "recovery-advisor: %.*s %.*s\n%s", static_cast<int>(what.size()),
                 what.data(), static_cast<int>(found.size()), found.data(), kUsage);
    return std::nullopt;
  };
  for (int i = 1; i < count; ++i) {
    const std::string_view option = arguments[i];
    if (option == "--kiosk") {
      options.kiosk = true;
      continue;
    }
    if (i + 1 == count) return refuse("this needs a value, or is no option:", option);
    const std::string_view value = arguments[++i];
    if (const auto language = by_name<Language>(value); option == "--lang" && language)
      options.language = *language;
    else if (option == "--site")
      options.site = value;
    else if (option == "--intake")
      options.intake = value;
    else if (option == "--screenshot")
      options.screenshot = value;
    else if (option == "--picture")
      options.picture = value;
    else if (option == "--script")
      options.script = value;
    else if (option == "--theme" && (value == "light" || value == "dark"))
      options.dark = value == "dark";
    else if (option == "--figure" && (value == "male" || value == "female"))
      options.female = value == "female";
    else if (option == "--tone" && tone_of(value) >= 0)
      options.tone = tone_of(value);
    else if (option == "--now") {
      options.now = parse_moment(value);
      if (!options.now) return refuse("--now wants YYYY-MM-DDTHH:MM, and found", value);
    } else if (option == "--size") {
      if (std::sscanf(arguments[i], "%dx%d", &options.width_px, &options.height_px) != 2 ||
          options.width_px < 240 || options.height_px < 240 || options.width_px > 8192 ||
          options.height_px > 8192)
        return refuse("--size wants WxH, 240 to 8192 each, and found", value);
    } else
      return refuse("unknown option or value:", std::string(option) + " " + std::string(value));
  }
  return options;
}

}  // namespace advisor::platform
