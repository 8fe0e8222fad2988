#include <cstdio>
#include <cstdlib>

#include "body/gl/png.h"
#include "golden_scene.h"
#include "picture_difference.h"
#include "picture_stage.h"

using namespace advisor::body;
using namespace advisor::body::test;

namespace {

std::vector<std::uint8_t> read_file(const std::string& path) {
  std::vector<std::uint8_t> bytes;
  if (std::FILE* const file = std::fopen(path.c_str(), "rb")) {
    bytes.resize(1 << 20);
    bytes.resize(std::fread(bytes.data(), 1, bytes.size(), file));
    std::fclose(file);
  }
  return bytes;
}

void write_file(const std::string& path, const std::vector<std::uint8_t>& bytes) {
  std::FILE* const file = std::fopen(path.c_str(), "wb");
  REQUIRE(file != nullptr);
  std::fwrite(bytes.data(), 1, bytes.size(), file);
  std::fclose(file);
}

std::vector<std::uint8_t> without_alpha(const gl::Image& image) {
  std::vector<std::uint8_t> rgb;
  for (std::size_t i = 0; i < image.pixels.size(); i += 4)
    rgb.insert(rgb.end(), {image.pixels[i], image.pixels[i + 1], image.pixels[i + 2]});
  return rgb;
}

}  // namespace

// Tolerance: picture_difference.h. ADVISOR_UPDATE_GOLDENS=1 writes the pictures instead; a failure
// leaves NAME.png in the working directory.
TEST_CASE(
    "Both builds, front and back, light and dark, at density 1 and 2, marked, look as in the "
    "goldens",
    "[picture]") {
  const Build build = GENERATE(Build::kMale, Build::kFemale);
  const View view = GENERATE(View::kFront, View::kBack);
  const bool dark = GENERATE(false, true);
  const int density = GENERATE(1, 2);
  const gl::FigurePicture p = golden_scene(figure(build), view, density, dark);
  const std::string name = std::string(build == Build::kMale ? "male" : "female") +
                           (view == View::kFront ? "-front" : "-back") +
                           (dark ? "-dark" : "-light") + "-" + std::to_string(density) + "x.png";
  INFO(name);
  const gl::Image image = gl::paint(renderer(build), {&p, 1});
  REQUIRE(image.width == 150 * density);
  const std::string golden_path = std::string(ADVISOR_GOLDEN_DIR) + "/" + name;
  const std::vector<std::uint8_t> drawn = encode_png(image.pixels, image.width, image.height);
  if (std::getenv("ADVISOR_UPDATE_GOLDENS")) {
    write_file(golden_path, drawn);
    return;
  }
  const auto golden = decode_png(read_file(golden_path));
  REQUIRE(golden.has_value());
  REQUIRE(golden->width == image.width);
  REQUIRE(golden->height == image.height);
  const Difference d = difference(golden->pixels, without_alpha(image), image.width, image.height);
  if (d.mean > kMeanAllowed || d.share_seen > kShareAllowed) write_file(name, drawn);
  CHECK(d.mean <= kMeanAllowed);
  CHECK(d.share_seen <= kShareAllowed);
}

TEST_CASE("The comparison sees what an eye sees: a moved figure, another tone, a missing mark",
          "[picture]") {
  const gl::FigurePicture before = picture_of(Build::kMale, View::kFront, 150, 300, 1, false);
  const auto drawn = [](const gl::FigurePicture& p) {
    return without_alpha(gl::paint(renderer(Build::kMale), {&p, 1}));
  };
  const auto seen = [&](const gl::FigurePicture& p) {
    const Difference d = difference(drawn(before), drawn(p), 150, 300);
    return d.mean > kMeanAllowed || d.share_seen > kShareAllowed;
  };
  gl::FigurePicture moved = before, toned = before, marked = before;
  moved.framing.center_u.x += 3;
  toned.tone = 1;
  marked.intensity[static_cast<std::size_t>(region("knee_front_l"))] = 0.1f;
  CHECK_FALSE(seen(before));
  CHECK(seen(moved));
  CHECK(seen(toned));
  CHECK(seen(marked));
}
