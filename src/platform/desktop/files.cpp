#include "platform/desktop/files.h"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>

#include "body/png.h"

namespace advisor::platform {
namespace {

struct Closer { void operator()(std::FILE* f) const { std::fclose(f); } };

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

std::optional<std::vector<std::byte>> read_bytes(const std::string& path) { return read_all<std::vector<std::byte>>(path); }
std::optional<std::string> read_text(const std::string& path) { return read_all<std::string>(path); }

bool write_png(const std::string& path, int width, int height, std::span<const std::byte> rgba) {
  std::unique_ptr<std::FILE, Closer> file(std::fopen(path.c_str(), "wb"));
  if (!file) return false;
  const auto* pixels = reinterpret_cast<const std::uint8_t*>(rgba.data());
  const std::vector<std::uint8_t> png = body::encode_png({pixels, rgba.size()}, width, height);
  return std::fwrite(png.data(), 1, png.size(), file.get()) == png.size();
}

Places find_places() {
  namespace fs = std::filesystem;
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error).parent_path();  // build/native
  const char* told = std::getenv("ADVISOR_CONTENT");
  return {told ? told : (program / "../../content").string(), (program / "../fonts").string(), (program / "atlas").string()};
}

}  // namespace advisor::platform
