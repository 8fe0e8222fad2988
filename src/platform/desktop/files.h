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

// Where a person finds what a program saves: the system's own folder for downloads, else the home
// folder.
std::string downloads_folder();
// Writes `content` there under this name, or, where one has it already, with a number: never over a
// file. False when it cannot.
bool save_for_person(const std::string& name, std::span<const std::byte> content);

// Where content/, fonts/ and atlas/ lie: beside the executable in the build tree, or where
// ADVISOR_CONTENT says.
struct Places {
  std::string content, fonts, atlas;
};
Places find_places();

}  // namespace advisor::platform
