#include "platform/desktop/files.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>

#include "body/gl/png.h"

namespace advisor::platform {
namespace {

struct Closer {
  void operator()(std::FILE* f) const { std::fclose(f); }
};

template <class Container>
std::optional<Container> read_all(const std::string& path) {
  std::unique_ptr<std::FILE, Closer> file(std::fopen(path.c_str(), "rb"));
  if (!file) return std::nullopt;
  Container out;
  unsigned char block[65536];
  while (const std::size_t n = std::fread(block, 1, sizeof block, file.get())) {
    const auto* begin = reinterpret_cast<const typename Container::value_type*>(block);
    out.insert(out.end(), begin, begin + n);
  }
  if (std::ferror(file.get())) return std::nullopt;
  return out;
}

}  // namespace

std::optional<std::vector<std::byte>> read_bytes(const std::string& path) {
  return read_all<std::vector<std::byte>>(path);
}
std::optional<std::string> read_text(const std::string& path) {
  return read_all<std::string>(path);
}

bool write_png(const std::string& path, int width, int height, std::span<const std::byte> rgba) {
  std::unique_ptr<std::FILE, Closer> file(std::fopen(path.c_str(), "wb"));
  if (!file) return false;
  const auto* pixels = reinterpret_cast<const std::uint8_t*>(rgba.data());
  const std::vector<std::uint8_t> png = body::encode_png({pixels, rgba.size()}, width, height);
  return std::fwrite(png.data(), 1, png.size(), file.get()) == png.size();
}

std::string downloads_folder() {
  namespace fs = std::filesystem;
  std::error_code error;
  const char* home = std::getenv("HOME");
  const fs::path at_home = home ? home : ".";
  // As xdg-user-dirs writes it, in the person's language: XDG_DOWNLOAD_DIR="$HOME/Téléchargements"
  const char* config = std::getenv("XDG_CONFIG_HOME");
  const std::string told =
      read_text((config ? fs::path(config) : at_home / ".config") / "user-dirs.dirs").value_or("");
  constexpr std::string_view kKey = "XDG_DOWNLOAD_DIR=\"", kHome = "$HOME/";
  if (const std::size_t at = told.find(kKey); at != std::string::npos) {
    const std::size_t from = at + kKey.size();
    const std::string value = told.substr(from, told.find('"', from) - from);
    const fs::path folder =
        value.starts_with(kHome) ? at_home / value.substr(kHome.size()) : fs::path(value);
    if (fs::is_directory(folder, error)) return folder.string();
  }
  return (fs::is_directory(at_home / "Downloads", error) ? at_home / "Downloads" : at_home)
      .string();
}

bool save_for_person(const std::string& name, std::span<const std::byte> content) {
  namespace fs = std::filesystem;
  const fs::path folder = downloads_folder(), as = fs::path(name).filename();
  std::error_code error;
  fs::path to = folder / as;
  for (int n = 2; fs::exists(to, error); ++n)
    to = folder / (as.stem().string() + "-" + std::to_string(n) + as.extension().string());
  std::unique_ptr<std::FILE, Closer> file(std::fopen(to.c_str(), "wbx"));
  return file && std::fwrite(content.data(), 1, content.size(), file.get()) == content.size();
}

Places find_places() {
  namespace fs = std::filesystem;
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error).parent_path();  // build/native
  const char* told = std::getenv("ADVISOR_CONTENT");
  return {told ? told : (program / "../../content").string(), (program / "../fonts").string(),
          (program / "atlas").string()};
}

}  // namespace advisor::platform
