#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace advisor::platform {

// A whole file, or nothing when it cannot be read.
std::optional<std::vector<std::byte>> read_bytes(const std::string& path);
std::optional<std::string> read_text(const std::string& path);
// RGBA, 8 bits each, top row first. False when it cannot be written.
bool write_png(const std::string& path, int width, int height, std::span<const std::byte> rgba);

// Where content/, fonts/ and atlas/ lie: beside the executable in the build tree, or where ADVISOR_CONTENT says.
struct Places { std::string content, fonts, atlas; };
Places find_places();

}  // namespace advisor::platform
