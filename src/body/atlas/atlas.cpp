#include "body/atlas/atlas.h"

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace advisor::body {
namespace {

constexpr std::uint8_t kVersion = 1;
constexpr float kUnitsPerStep = 0.5f;
constexpr std::uint32_t kMaxHalfWidth = 512, kMaxHeight = 4096, kMaxOutlines = 255,
                        kMaxPoints = 20000;
constexpr std::int32_t kMaxCoordinate = 4 * 4096;

// Reads forward and, once it has run out of bytes, only zeros: the caller asks `failed` where it
// matters.
class Reader {
 public:
  explicit Reader(std::span<const std::byte> bytes) : bytes_(bytes) {}

  std::uint8_t byte() {
    if (at_ >= bytes_.size()) {
      failed_ = true;
      return 0;
    }
    return static_cast<std::uint8_t>(bytes_[at_++]);
  }

  std::uint32_t number() {
    std::uint32_t value = 0;
    for (unsigned shift = 0; shift < 28; shift += 7) {
      const std::uint8_t part = byte();
      value |= static_cast<std::uint32_t>(part & 127u) << shift;
      if (part < 128) return value;
    }
    failed_ = true;
    return 0;
  }

  std::int32_t signed_number() {
    const std::uint32_t value = number();
    const auto half = static_cast<std::int32_t>(value >> 1);
    return value & 1u ? -half - 1 : half;
  }

  bool text_is(std::string_view expected) {
    bool same = true;
    for (char c : expected) same = byte() == static_cast<std::uint8_t>(c) && same;
    return same;
  }

  bool failed() const { return failed_; }
  bool at_end() const { return at_ == bytes_.size(); }

 private:
  std::span<const std::byte> bytes_;
  std::size_t at_ = 0;
  bool failed_ = false;
};

AreaCode read_area(Reader& in, bool& bad) {
  const std::uint32_t code = in.number();
  if (code > kAreaCount) bad = true;
  return static_cast<AreaCode>(code > kAreaCount ? 0 : code);
}

void read_relief(Reader& in, Outline& outline, bool& bad) {
  const bool own = in.number() != 0;
  outline.area = read_area(in, bad);
  outline.gain = static_cast<float>(in.number()) / 100.0f;
  if (own) {
    outline.plateau_u = static_cast<float>(in.number());
    outline.lift_u = static_cast<float>(in.number()) / 10.0f;
    outline.is_hair = in.number() != 0;
    if (outline.plateau_u <= 0) bad = true;
    return;
  }
  // What all muscles share: how strong their relief is and where it levels out.
  constexpr float kMuscleGain = 0.60f, kMusclePlateau = 30.0f;
  outline.gain *= kMuscleGain;
  outline.plateau_u = kMusclePlateau;
  const std::uint32_t split = in.number();
  if (split == 0) return;
  outline.is_split = true;
  outline.split_y_u = static_cast<float>(split);
  outline.area = read_area(in, bad);
  outline.area_below = read_area(in, bad);
}

// Reads everything of an outline but its points; contours get their number of points.
bool read_outline(Reader& in, Outline& outline, std::uint32_t& points) {
  bool bad = false;
  const std::uint32_t kind = in.number();
  if (kind > static_cast<std::uint32_t>(Layer::kArea)) return false;
  outline.layer = static_cast<Layer>(kind);
  if (outline.layer == Layer::kRelief) read_relief(in, outline, bad);
  if (outline.layer == Layer::kInset || outline.layer == Layer::kArea)
    outline.area = read_area(in, bad);
  if (outline.layer == Layer::kForm) {
    outline.height_u = static_cast<float>(in.signed_number()) / 10.0f;
    outline.blur_u = static_cast<float>(in.number()) / 10.0f;
    if (outline.blur_u < 1.0f || outline.blur_u > 40.0f) bad = true;
  }
  const std::uint32_t contours = in.number();
  if (bad || in.failed() || contours == 0 || contours > 64) return false;
  for (std::uint32_t i = 0; i < contours; ++i) {
    const std::uint32_t count = in.number();
    points += count;
    if (in.failed() || count < 3 || points > kMaxPoints) return false;
    outline.contours.emplace_back(count);
  }
  return true;
}

bool read_coordinates(Reader& in, Atlas& atlas, float Point::*axis) {
  std::int32_t first = 0;
  for (ViewAtlas& view : atlas.views)
    for (Outline& outline : view.outlines)
      for (std::vector<Point>& contour : outline.contours) {
        std::int32_t value = first;
        bool is_first = true;
        for (Point& point : contour) {
          value += in.signed_number();
          if (value < -kMaxCoordinate || value > kMaxCoordinate) return false;
          point.*axis = static_cast<float>(value) * kUnitsPerStep;
          if (is_first) first = value;
          is_first = false;
        }
      }
  return !in.failed();
}

Rect silhouette_extent(const ViewAtlas& view) {
  float right = 0, top = 1e9f, bottom = -1e9f;
  for (const Outline& outline : view.outlines) {
    if (outline.layer != Layer::kSilhouette && outline.layer != Layer::kInset) continue;
    for (const std::vector<Point>& contour : outline.contours)
      for (const Point& p : contour) {
        right = std::max(right, p.x);
        top = std::min(top, p.y);
        bottom = std::max(bottom, p.y);
      }
  }
  return {-right, top, 2 * right, bottom - top};
}

}  // namespace

std::optional<Atlas> parse_atlas(std::span<const std::byte> bytes, std::string* error) {
  const auto fail = [error](const char* message) -> std::optional<Atlas> {
    if (error) *error = message;
    return std::nullopt;
  };
  Reader in(bytes);
  if (!in.text_is("RAFA")) return fail("atlas: these bytes are not an atlas");
  if (in.byte() != kVersion) return fail("atlas: unknown version");
  Atlas atlas;
  const std::uint8_t build = in.byte();
  if (build > 1) return fail("atlas: unknown build");
  atlas.build = static_cast<Build>(build);
  if (in.number() != kAreaCount) return fail("atlas: another number of areas");
  for (AreaCode code = 1; code <= kAreaCount; ++code)
    if (in.number() != area_name(code).size() || !in.text_is(area_name(code)))
      return fail("atlas: other names of areas");

  std::uint32_t points = 0;
  for (ViewAtlas& view : atlas.views) {
    const std::uint32_t half_width = in.number();
    view.top_u = in.signed_number();
    const std::uint32_t height = in.number();
    const std::uint32_t outlines = in.number();
    if (in.failed() || half_width < 16 || half_width > kMaxHalfWidth || height < 16 ||
        height > kMaxHeight || std::abs(view.top_u) > static_cast<int>(kMaxHeight) ||
        outlines > kMaxOutlines)
      return fail("atlas: the size of a view is out of range");
    view.half_width_u = static_cast<int>(half_width);
    view.height_u = static_cast<int>(height);
    view.outlines.resize(outlines);
    for (Outline& outline : view.outlines)
      if (!read_outline(in, outline, points)) return fail("atlas: an outline cannot be read");
  }
  if (!read_coordinates(in, atlas, &Point::x) || !read_coordinates(in, atlas, &Point::y) ||
      !in.at_end())
    return fail("atlas: the points do not fit the outlines");
  for (ViewAtlas& view : atlas.views) {
    view.extent_u = silhouette_extent(view);
    if (view.extent_u.w <= 0 || view.extent_u.h <= 0)
      return fail("atlas: a view has no silhouette");
  }
  return atlas;
}

}  // namespace advisor::body
