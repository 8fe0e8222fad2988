#include <catch_amalgamated.hpp>
#include <cmath>
#include <set>

#include "figure_fixture.h"

using namespace advisor::body;
using namespace advisor::body::test;

namespace {

// The area drawn at a place, as the shader looks it up; 0 outside the body.
AreaCode drawn_area(const Figure& figure, View view, Point p_u) {
  const ViewFields& f = figure.fields(view);
  const int x = static_cast<int>(std::abs(p_u.x)),
            y = static_cast<int>(std::floor(p_u.y - f.top_u));
  if (x >= f.width || y < 0 || y >= f.height) return 0;
  const std::size_t at = (static_cast<std::size_t>(y) * static_cast<std::size_t>(f.width) +
                          static_cast<std::size_t>(x)) *
                         4;
  return f.place[at] >= 128 ? f.place[at + 2] : AreaCode{0};
}

bool on_body(const Figure& figure, View view, Point p_u) {
  const ViewFields& f = figure.fields(view);
  const int x = static_cast<int>(std::abs(p_u.x)),
            y = static_cast<int>(std::floor(p_u.y - f.top_u));
  if (x >= f.width || y < 0 || y >= f.height) return false;
  return f.place[(static_cast<std::size_t>(y) * static_cast<std::size_t>(f.width) +
                  static_cast<std::size_t>(x)) *
                 4] >= 128;
}

std::string_view name_of(int region) {
  return region < 0 ? std::string_view("nothing") : region_name(region);
}

}  // namespace

TEST_CASE("A touch means what lies under it", "[touch]") {
  const Figure& male = figure(Build::kMale);
  const Framing front = fit_body(male, View::kFront, kPhoneStage),
                back = fit_body(male, View::kBack, kPhoneStage);
  const auto at = [&](View view, float x_u, float y_u) {
    const Framing& f = view == View::kFront ? front : back;
    return name_of(hit(male, view, f, f.to_px({x_u, y_u})));
  };
  CHECK(at(View::kFront, 85, 850) == "quad_l");
  CHECK(at(View::kFront, -85, 850) == "quad_r");
  CHECK(at(View::kFront, 75, 980) == "knee_front_l");
  CHECK(at(View::kFront, 80, 1110) == "shin_l");
  CHECK(at(View::kFront, 0, 550) == "abdomen");
  CHECK(at(View::kFront, -60, 370) == "chest");
  CHECK(at(View::kFront, 150, 350) == "shoulder_l");
  CHECK(at(View::kBack, 75, 1100) == "calf_r");
  CHECK(at(View::kBack, -75, 1100) == "calf_l");
  CHECK(at(View::kBack, 75, 1260) == "achilles_r");
  CHECK(at(View::kBack, 186, 1260) == "foot_r");
  CHECK(at(View::kBack, -186, 1260) == "foot_l");
  CHECK(at(View::kBack, 0, 250) == "neck");
  CHECK(at(View::kBack, 60, 700) == "glute_r");
}

TEST_CASE("Face, arms and hands cannot be marked, and neither can the page", "[touch]") {
  const Figure& female = figure(Build::kFemale);
  const Framing f = fit_body(female, View::kFront, kPhoneStage);
  for (const Point p : {Point{0, 160}, Point{195, 500}, Point{255, 690}, Point{0, 250}})
    CHECK(hit(female, View::kFront, f, f.to_px(p)) == -1);
  CHECK(hit(female, View::kFront, f, {5, 5}) == -1);
}

TEST_CASE("Every region is shown in its home view and its innermost place answers for it",
          "[touch]") {
  for (const Build build : kBuilds)
    for (const float width_px : {320.0f, 390.0f, 585.0f, 780.0f, 975.0f})
      for (int r = 0; r < kRegionCount; ++r) {
        const Figure& f = figure(build);
        const View view = home_view(r);
        const Framing framing = fit_body(f, view, {0, 0, width_px, width_px * 2.4f});
        INFO(region_name(r) << " at " << width_px << " px");
        REQUIRE(region_bounds_px(f, view, framing, r).w > 0);
        CHECK(name_of(hit(f, view, framing, region_anchor_px(f, view, framing, r))) ==
              region_name(r));
      }
}

TEST_CASE(
    "Hips and legs framed, every region of the legs has a place of 44 px on a phone or is as long "
    "as two thumbs",
    "[touch]") {
  constexpr std::string_view kLegs[] = {"calf", "soleus",    "achilles",   "shin",
                                        "foot", "ankle",     "knee_front", "knee_back",
                                        "quad", "hamstring", "itb"};
  for (const Build build : kBuilds)
    for (const std::string_view area : kLegs)
      for (const std::string_view side : {"_l", "_r"}) {
        const Figure& f = figure(build);
        const int r = region(std::string(area) + std::string(side));
        const View view = home_view(r);
        const Framing framing = fit_legs(f, view, {0, 0, 390, 428});
        // How far one can stray from the innermost place up, down and sideways.
        const Point anchor = region_anchor_px(f, view, framing, r);
        int across = 0, along = 0;
        for (int i = -60; i <= 60; ++i) {
          across += hit(f, view, framing, {anchor.x + static_cast<float>(i), anchor.y}) == r;
          along += hit(f, view, framing, {anchor.x, anchor.y + static_cast<float>(i)}) == r;
        }
        INFO(region_name(r) << " " << across << " x " << along);
        CHECK(std::max(across, along) >= 44);
        CHECK(std::min(across, along) >= 30);
      }
}

TEST_CASE("A left region never answers for the right half of the body", "[touch]") {
  for (const Build build : kBuilds)
    for (const View view : kViews)
      for (const Framing& framing : {fit_body(figure(build), view, kPhoneStage),
                                     fit_body(figure(build), view, {0, 0, 391, 900}),
                                     fit_legs(figure(build), view, kPhoneStage)})
        for (float y = 0; y < 900; y += 4.5f)
          for (float x = 0; x < 391; x += 3) {
            const int r = hit(figure(build), view, framing, {x, y});
            if (r < 0 || !is_paired(area_of(r))) continue;
            const bool screen_right = framing.to_u({x, y}).x >= 0;
            REQUIRE(is_screen_right(r, view) == screen_right);
          }
}

TEST_CASE("The two halves answer alike", "[touch]") {
  for (const Build build : kBuilds)
    for (const View view : kViews) {
      const Framing framing = fit_body(figure(build), view, kPhoneStage);
      for (float y = 0; y < 900; y += 7)
        for (float x = 1; x < 195; x += 5) {
          const int left = hit(figure(build), view, framing, {195 - x, y}),
                    right = hit(figure(build), view, framing, {195 + x, y});
          REQUIRE((left < 0 ? -1 : mirrored(left)) == right);
        }
    }
}

TEST_CASE("Zoomed in, what answers is what is drawn, but for a rim of a few pixels", "[touch]") {
  for (const Build build : kBuilds)
    for (const View view : kViews) {
      const Figure& f = figure(build);
      Framing framing = fit_body(f, view, kPhoneStage);
      framing.zoom = 4;
      int differ = 0, all = 0;
      const Rect extent = f.extent_u();
      for (float y = extent.y; y < extent.y + extent.h; y += 3)
        for (float x = 1; x < extent.w / 2; x += 3) {
          const AreaCode drawn = drawn_area(f, view, {x, y});
          if (!drawn) continue;
          ++all;
          differ += hit(f, view, framing, framing.to_px({x, y})) != region_at(drawn, view, true);
        }
      INFO(differ << " of " << all);
      CHECK(differ * 100 <= all * 3);
    }
}

TEST_CASE("At 390 px no region loses more than two fifths of itself to its neighbours", "[touch]") {
  for (const Build build : kBuilds)
    for (int r = 0; r < kRegionCount; ++r) {
      const Figure& f = figure(build);
      const View view = home_view(r);
      const Framing framing = fit_body(f, view, {0, 0, 390, 860});
      const Rect box = f.bounds_u(view, r);
      int own = 0, kept = 0;
      for (float y = box.y; y < box.y + box.h; y += 3)
        for (float x = box.x; x < box.x + box.w; x += 3) {
          if (region_at(drawn_area(f, view, {x, y}), view, x >= 0) != r) continue;
          ++own;
          kept += hit(f, view, framing, framing.to_px({x, y})) == r;
        }
      INFO(region_name(r) << " keeps " << kept << " of " << own);
      CHECK(kept * 10 >= own * 6);
    }
}

// What the shader paints at a place: the outline between four texels, the area of the texel.
int painted_region(const Figure& figure, View view, Point p_u) {
  const ViewFields& f = figure.fields(view);
  const float x = std::abs(p_u.x), y = p_u.y - f.top_u;
  const auto place = [&](int tx, int ty) {
    const int cx = std::clamp(tx, 0, f.width - 1), cy = std::clamp(ty, 0, f.height - 1);
    return f.place.data() + (static_cast<std::size_t>(cy) * static_cast<std::size_t>(f.width) +
                             static_cast<std::size_t>(cx)) *
                                4;
  };
  const int ix = static_cast<int>(std::floor(x - 0.5f)),
            iy = static_cast<int>(std::floor(y - 0.5f));
  const float fx = x - 0.5f - static_cast<float>(ix), fy = y - 0.5f - static_cast<float>(iy);
  const float outline = std::lerp(
      std::lerp(static_cast<float>(*place(ix, iy)), static_cast<float>(*place(ix + 1, iy)), fx),
      std::lerp(static_cast<float>(*place(ix, iy + 1)), static_cast<float>(*place(ix + 1, iy + 1)),
                fx),
      fy);
  return outline < 127.5f
             ? -1
             : region_at(place(static_cast<int>(x), static_cast<int>(std::floor(y)))[2], view,
                         p_u.x >= 0);
}

// What tapers to less than a line is not seen, and not in the box.
TEST_CASE(
    "A region's box is that of every place where the shader paints it, but for what tapers off, in "
    "each view that shows it",
    "[touch]") {
  constexpr float kStep = 0.25f, kBeyondU = 1.3f, kTaperU = 12;
  for (const Build build : kBuilds)
    for (const View view : kViews) {
      const Figure& f = figure(build);
      struct Ends {
        float left = 1e6f, top = 1e6f, right = -1e6f, bottom = -1e6f;
      };
      std::array<Ends, kRegionCount> painted;
      const Rect all = f.extent_u();
      for (float y = all.y - 4; y < all.y + all.h + 4; y += kStep)
        for (float x = all.x - 4; x < all.x + all.w + 4; x += kStep)
          if (const int r = painted_region(f, view, {x, y}); r >= 0) {
            Ends& ends = painted[static_cast<std::size_t>(r)];
            ends = {std::min(ends.left, x), std::min(ends.top, y), std::max(ends.right, x),
                    std::max(ends.bottom, y)};
          }
      for (int r = 0; r < kRegionCount; ++r) {
        const Ends& ends = painted[static_cast<std::size_t>(r)];
        const Rect box = f.bounds_u(view, r);
        INFO(region_name(r) << ", view " << static_cast<int>(view));
        CHECK((box.w > 0) == (ends.right > ends.left));
        CHECK((box.w > 0) == f.touch(view).has(r));
        if (box.w <= 0) continue;
        INFO("painted " << ends.left << ' ' << ends.top << ' ' << ends.right << ' ' << ends.bottom
                        << ", box " << box.x << ' ' << box.y << ' ' << box.x + box.w << ' '
                        << box.y + box.h);
        for (const float inward : {box.x - ends.left, box.y - ends.top, ends.right - box.x - box.w,
                                   ends.bottom - box.y - box.h}) {
          CHECK(inward > -kBeyondU);
          CHECK(inward < kTaperU);
        }
      }
    }
}

TEST_CASE("Beside the body the nearest region within 22 px answers", "[touch]") {
  const Figure& male = figure(Build::kMale);
  const Framing f = fit_body(male, View::kFront, kPhoneStage);
  const Point knee = f.to_px({118, 980});  // just outside the knee
  CHECK_FALSE(on_body(male, View::kFront, {124, 980}));
  CHECK(name_of(hit(male, View::kFront, f, {knee.x + 8, knee.y})) == "knee_front_l");
  CHECK(hit(male, View::kFront, f, {knee.x + 40, knee.y}) == -1);
}

TEST_CASE("However small the figure is drawn, the page around it answers nothing", "[touch]") {
  for (const Build build : kBuilds)
    for (const View view : kViews)
      for (const float height_px : {120.0f, 220.0f, 300.0f, 428.0f}) {
        const Figure& f = figure(build);
        const Framing framing = fit_body(f, view, {0, 0, 390, height_px});
        INFO(height_px);
        for (float y = 0; y < height_px; y += 5)
          for (float x = 0; x < 390; x += 5) {
            const Point u = framing.to_u({x, y});
            if (std::abs(u.x) > f.extent_u().w / 2 + 70)
              REQUIRE(hit(f, view, framing, {x, y}) == -1);
          }
        CHECK(hit(f, view, framing, {5, height_px / 2}) == -1);
      }
}

TEST_CASE("Arrow keys go to the place that lies that way", "[touch]") {
  const Figure& male = figure(Build::kMale);
  const auto from = [&](std::string_view name, View view, Direction d) {
    return region_name(neighbour(male, view, region(name), d));
  };
  CHECK(from("knee_front_l", View::kFront, Direction::kLeft) == "knee_front_r");
  CHECK(from("knee_front_r", View::kFront, Direction::kRight) == "knee_front_l");
  CHECK(from("knee_front_l", View::kFront, Direction::kDown) == "shin_l");
  CHECK(from("ankle_l", View::kFront, Direction::kDown) == "foot_l");
  CHECK(from("foot_l", View::kFront, Direction::kDown) == "foot_l");
  CHECK(from("calf_l", View::kBack, Direction::kRight) == "calf_r");
  CHECK(from("neck", View::kBack, Direction::kDown) != "neck");
}

TEST_CASE("Arrow keys reach every region of a view from any other", "[touch]") {
  for (const Build build : kBuilds)
    for (const View view : kViews)
      for (int start = 0; start < kRegionCount; ++start) {
        const TouchMap& touch = figure(build).touch(view);
        if (!touch.has(start)) continue;
        std::set<int> seen = {start};
        std::vector<int> todo = {start};
        while (!todo.empty()) {
          const int r = todo.back();
          todo.pop_back();
          for (const Direction d :
               {Direction::kLeft, Direction::kRight, Direction::kUp, Direction::kDown})
            if (const int n = touch.neighbour(r, d); seen.insert(n).second) todo.push_back(n);
        }
        for (int r = 0; r < kRegionCount; ++r) {
          INFO(region_name(start) << " to " << region_name(r));
          CHECK(seen.contains(r) == touch.has(r));
        }
      }
}

TEST_CASE("A view that is not ready answers nothing and has no boxes", "[touch]") {
  std::string error;
  std::optional<Figure> fresh = Figure::parse(atlas_bytes(Build::kMale), &error);
  REQUIRE(fresh.has_value());
  const Framing f = fit_body(*fresh, View::kFront, kPhoneStage);
  CHECK(hit(*fresh, View::kFront, f, {195, 400}) == -1);
  CHECK(region_bounds_px(*fresh, View::kFront, f, 0).w == 0);
  int steps = 0;
  while (!fresh->ready(View::kBack)) {
    fresh->build_step(View::kBack);
    ++steps;
  }
  CHECK_FALSE(fresh->ready(View::kFront));
  CHECK(steps > 15);  // slices small enough to keep a page alive
}
