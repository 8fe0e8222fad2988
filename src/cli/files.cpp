#include "cli/files.h"

#include <unistd.h>

#include <cstdlib>
#include <cstring>

namespace advisor {

std::optional<std::string> read_file(const std::string& path) {
  std::FILE* file = path == "-" ? stdin : std::fopen(path.c_str(), "rb");
  if (!file) return std::nullopt;
  std::string text;
  char block[1 << 16];
  while (const std::size_t size = std::fread(block, 1, sizeof block, file))
    text.append(block, size);
  const bool failed = std::ferror(file) != 0;
  if (file != stdin) std::fclose(file);
  if (failed) return std::nullopt;
  return text;
}

std::optional<std::string> read_line(std::FILE* file) {
  std::string line;
  char block[1 << 14];
  while (std::fgets(block, sizeof block, file)) {
    // A line with a NUL inside is cut there by fgets's own nature; JSON has none.
    line.append(block, std::strlen(block));
    if (line.ends_with('\n')) break;
    if (std::feof(file)) break;
  }
  if (line.empty()) return std::nullopt;
  if (line.ends_with('\n')) line.pop_back();
  if (line.ends_with('\r')) line.pop_back();
  return line;
}

std::string default_content_dir() {
  if (const char* set = std::getenv("ADVISOR_CONTENT"); set && *set) return set;
  std::string path(4096, '\0');
  const ssize_t size = readlink("/proc/self/exe", path.data(), path.size());
  if (size <= 0) return "content";
  path.resize(static_cast<std::size_t>(size));
  return path.substr(0, path.rfind('/')) + "/../../content";
}

}  // namespace advisor
