#include "figure_fixture.h"

#include <catch_amalgamated.hpp>
#include <cstdio>
#include <string>

namespace advisor::body::test {

std::vector<std::byte> atlas_bytes(Build build) {
  const std::string path = std::string(ADVISOR_ATLAS_DIR) +
                           (build == Build::kMale ? "/atlas-male.bin" : "/atlas-female.bin");
  std::FILE* const file = std::fopen(path.c_str(), "rb");
  REQUIRE(file != nullptr);
  std::vector<std::byte> bytes(1 << 16);
  bytes.resize(std::fread(bytes.data(), 1, bytes.size(), file));
  std::fclose(file);
  return bytes;
}

const Figure& figure(Build build) {
  const auto make = [](Build b) {
    std::string error;
    std::optional<Figure> made = Figure::parse(atlas_bytes(b), &error);
    REQUIRE(made.has_value());
    while (!made->build_step()) {
    }
    return std::move(*made);
  };
  static const Figure male = make(Build::kMale), female = make(Build::kFemale);
  return build == Build::kMale ? male : female;
}

int region(std::string_view name) {
  for (int i = 0; i < kRegionCount; ++i)
    if (region_name(i) == name) return i;
  FAIL("no region is called " << name);
  return -1;
}

}  // namespace advisor::body::test
