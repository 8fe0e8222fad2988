// The touch by its laws: what was touched is what is marked, nothing moves by itself, and the page
// scrolls.
#include "hand.h"

#include <algorithm>
#include <catch_amalgamated.hpp>
#include <cstdio>
#include <cstdlib>
#include <map>

#include "visits.h"

namespace advisor {
namespace {

using app::Rect;
using app::Screen;
using app::Session;
using Kind = app::Action::Kind;
using test::Habit;
using test::Hand;
using test::Outcome;
using test::Size;
using test::Stage;

constexpr ui::Settings kPhone{.reduced_motion = true, .can_hover = false, .draws_focus = false};
constexpr ui::Settings kDesk{.reduced_motion = true, .draws_focus = false};

Session facing(bool back) {
  Session session = test::fresh_session();
  session.apply({Kind::kTurn, -1, back});
  return session;
}

std::string_view name(int region) { return body::region_name(region); }

// The widest disc inside it, in px.
float widest_px(const Stage& stage, int region) {
  const ui::FigureScene& scene = stage.interface.figure_scene();
  return 2 * test::figure().touch(scene.view).radius_u(region) * scene.framing.scale();
}

struct Rate {
  int touched = 0, wrong = 0, missed = 0;
  float px = 0;
};
struct Table {
  std::map<std::string, Rate> by_area;
  int touched = 0, wrong = 0, missed = 0;  // of areas of 24 px or more
  int small_touched = 0, small_wrong = 0;
  int scrolls = 0, swipes = 0, marked_by_drag = 0, turned_by_scroll = 0, not_turned = 0;
};

void play(Table& table, Size size, int count, unsigned seed) {
  for (const bool back : {false, true}) {
    Stage stage(facing(back), size, kPhone);
    stage.settle();
    Hand hand(stage, seed + back);
    for (int i = 0; i < count / 2; ++i) {
      const Outcome out = hand.use();
      table.marked_by_drag += out.marked_by_drag;
      if (out.habit == Habit::kSwipe) ++table.swipes, table.not_turned += !out.turned;
      if (out.habit == Habit::kScroll) ++table.scrolls, table.turned_by_scroll += out.turned;
      for (const test::Touch& touch : out.touches) {
        if (touch.region < 0) continue;
        const float px = widest_px(stage, touch.region);
        Rate& rate = table.by_area[std::string(body::area_name(body::area_of(touch.region))) +
                                   (back ? ", back" : ", front")];
        ++rate.touched;
        rate.px = px;
        rate.wrong += touch.wrong;
        rate.missed += touch.missed;
        if (px >= 24)
          ++table.touched, table.wrong += touch.wrong, table.missed += touch.missed;
        else
          ++table.small_touched, table.small_wrong += touch.wrong;
      }
    }
  }
}

void print(const Table& table, const char* where) {
  std::printf(
      "\n%s: %d touches of areas of 24 px or more, %d wrong, %d missed; %d of smaller ones, %d "
      "wrong; %d scrolls and %d swipes, %d marks of them\n",
      where, table.touched, table.wrong, table.missed, table.small_touched, table.small_wrong,
      table.scrolls, table.swipes, table.marked_by_drag);
  std::printf("| area | px | touches | wrong | missed |\n|---|---|---|---|---|\n");
  for (const auto& [area, rate] : table.by_area)
    std::printf("| %s | %.0f | %d | %d | %d |\n", area.c_str(), static_cast<double>(rate.px),
                rate.touched, rate.wrong, rate.missed);
}

TEST_CASE(
    "of a thousand touches of a modelled hand fewer than five mark another area, and no scroll or "
    "swipe marks any") {
  Table table;
  play(table, {390, 844}, 1000, 12);
  if (std::getenv("ADVISOR_TOUCHES")) print(table, "390x844, 1,000");
  CHECK(table.touched > 350);
  CHECK(table.wrong * 1000 < 5 * table.touched);
  CHECK(table.scrolls > 50);
  CHECK(table.swipes > 50);
  CHECK(table.marked_by_drag == 0);
  CHECK(table.turned_by_scroll == 0);
  CHECK(table.not_turned == 0);
}

// The table of docs/touch.md: ADVISOR_TOUCHES=10000 build/native/ui_test "[table]"
TEST_CASE("ten thousand touches, for the table in docs/touch.md", "[.][table]") {
  const char* count = std::getenv("ADVISOR_TOUCHES");
  for (const Size size : {Size{390, 844}, Size{360, 640}, Size{320, 568}, Size{844, 390}}) {
    Table table;
    play(table, size, count ? std::atoi(count) : 10000, 12);
    print(table, (std::to_string(static_cast<int>(size.w)) + "x" +
                  std::to_string(static_cast<int>(size.h)))
                     .c_str());
  }
}

// Where every area stands; a mark may change none of it.
std::vector<Rect> places(Stage& stage) {
  std::vector<Rect> all;
  for (const Region& region : stage.session.library().knowledge.regions)
    all.push_back(stage.box("region." + region.id));
  for (const char* key : {"figure", "screen.title", "view.front", "view.back", "frame",
                          "side.screen_left", "side.screen_right", "continue"})
    all.push_back(stage.box(key));
  return all;
}

float farthest(const std::vector<Rect>& a, const std::vector<Rect>& b) {
  float most = 0;
  for (std::size_t i = 0; i < a.size(); ++i)
    most = std::max({most, std::abs(a[i].x - b[i].x), std::abs(a[i].y - b[i].y),
                     std::abs(a[i].w - b[i].w), std::abs(a[i].h - b[i].h)});
  return most;
}

TEST_CASE(
    "a mark moves nothing: not when it is set, changed, opened, doubled, removed, undone or "
    "listed, nor when a line tells of it") {
  for (const Language language : {Language::kFrench, Language::kEnglish})
    for (const Size size : {Size{390, 844}, Size{360, 640}, Size{320, 568}, Size{844, 390},
                            Size{768, 1024}, Size{1280, 800}, Size{1920, 1080}})
      for (const float scale : {1.0f, 2.0f}) {
        ui::Settings settings = kPhone;
        settings.text_scale = scale;
        Stage stage(test::fresh_session(language), size, settings);
        stage.settle();
        std::vector<Rect> before = places(stage);
        const bool low = stage.session.shown().low_foot;
        if (low)
          before.pop_back();  // there the main button shares its row once something is marked
        INFO(size.w << "x" << size.h << " at " << scale * 100 << " %, "
                    << (language == Language::kFrench ? "French" : "English"));
        const int quad = test::region("quad_r").value, knee = test::region("knee_front_l").value,
                  calf = test::region("calf_l").value;
        const std::vector<app::Action> steps{{Kind::kToggleMark, quad},
                                             {Kind::kSetIntensity, quad, 9},
                                             {Kind::kToggleMark, knee},
                                             {Kind::kMirrorMark, quad},
                                             {Kind::kMarkList, -1, 1},
                                             {Kind::kMarkList, -1, 0},
                                             {Kind::kRemoveMark, knee},
                                             {Kind::kUndo},
                                             {Kind::kOpenMark, quad},
                                             {Kind::kToggleMark, calf},
                                             {Kind::kUndo},
                                             {Kind::kUndo},
                                             {Kind::kUndo},
                                             {Kind::kUndo},
                                             {Kind::kUndo}};
        for (const app::Action& step : steps) {
          stage.session.apply(step);
          stage.settle();
          std::vector<Rect> now = places(stage);
          now.resize(before.size());
          INFO("after " << static_cast<int>(step.kind));
          CHECK(farthest(before, now) <= 1);
        }
      }
}

TEST_CASE(
    "the first frame has the figure where it stays, and only zoom, turn, scroll and the window "
    "move it") {
  Stage stage(test::fresh_session(), {390, 844}, kPhone);
  stage.frame();
  const std::vector<Rect> first = places(stage);
  stage.settle();
  CHECK(farthest(first, places(stage)) == 0);
  stage.session.apply({Kind::kFrame, -1, 1});
  stage.settle();
  CHECK(farthest(first, places(stage)) > 50);
}

TEST_CASE(
    "a second touch at the same place is the same mark, on every area, at once and after two "
    "seconds, and shows where it is set") {
  for (const bool back : {false, true})
    for (int region = 0; region < body::kRegionCount; ++region)
      for (const float pause : {0.1f, 0.9f, 1.9f, 6.0f}) {
        Stage stage(facing(back), {390, 844}, kPhone);
        stage.settle();
        const ui::FigureScene& scene = stage.interface.figure_scene();
        if (body::region_bounds_px(test::figure(), scene.view, scene.framing, region).w <= 0)
          continue;
        const body::Point at =
            body::region_anchor_px(test::figure(), scene.view, scene.framing, region);
        stage.tap(at.x, at.y);
        const std::string once = test::marks_in_words(stage.session);
        stage.frame_after(pause);
        stage.settle();
        stage.tap(at.x, at.y);
        INFO(name(region) << " after " << pause << " s");
        CHECK(once == std::string(name(region)) + " 5");
        CHECK(test::marks_in_words(stage.session) == once);
        CHECK(stage.session.shown().openings == 1);
      }
}

TEST_CASE(
    "within 24 px and 2 s a touch is the mark before it, whatever lies there; later or farther it "
    "is what lies there") {
  struct Case {
    float away, pause;
    const char* marks;
  };
  for (const Case& c :
       {Case{20, 0.5f, "knee_front_l 5"}, Case{20, 1.8f, "knee_front_l 5"},
        Case{34, 0.5f, "knee_front_l 5, quad_l 5"}, Case{34, 5, "knee_front_l 5, quad_l 5"}}) {
    Stage stage(test::fresh_session(), {390, 844}, kPhone);
    stage.settle();
    const Rect knee = stage.box("region.knee_front_l");
    stage.tap(knee.x + knee.w / 2, knee.y + 4);
    REQUIRE(test::marks_in_words(stage.session) == "knee_front_l 5");
    stage.frame_after(c.pause);
    stage.tap(knee.x + knee.w / 2, knee.y + 4 - c.away);
    INFO(c.away << " px, " << c.pause << " s");
    CHECK(test::marks_in_words(stage.session) == c.marks);
  }
}

TEST_CASE(
    "a press that rests aims: it marks what it is moved to, that alone, and its lens lies above "
    "the finger or beside it") {
  Stage stage(test::fresh_session(), {390, 844}, kPhone);
  stage.settle();
  const Rect quad = stage.box("region.quad_r"), knee = stage.box("region.knee_front_r");
  const float x = quad.x + quad.w / 2, y = quad.y + quad.h / 2;
  stage.finger_down(x, y);
  stage.settle();
  const std::size_t without = stage.glyphs().size();
  CHECK(stage.interface.due_seconds() > 0.2);
  stage.frame_after(0.5f);
  stage.settle();
  // The name of the area has come.
  CHECK(stage.glyphs().size() ==
        without + test::glyphs_of(stage.session.tree().node("region.quad_r")->name));
  for (const test::Glyph& glyph : stage.glyphs())
    if (glyph.box.x > x - 60 && glyph.box.x < x + 60 && glyph.box.y > quad.y - 200 &&
        glyph.box.y < stage.box("figure").y + stage.box("figure").h)
      CHECK((glyph.box.y + glyph.box.h < y - 30 || glyph.box.x + glyph.box.w < x - 30 ||
             glyph.box.x > x + 30));
  CHECK(stage.interface.claims_touch(x, y, 0, 20));  // the page does not scroll under it
  stage.finger_to(knee.x + knee.w / 2, knee.y + knee.h / 2);
  stage.settle();
  CHECK(test::marks_in_words(stage.session) == "");
  stage.finger_up(knee.x + knee.w / 2, knee.y + knee.h / 2);
  stage.settle();
  CHECK(test::marks_in_words(stage.session) == "knee_front_r 5");
}

TEST_CASE("a press of any length marks one area and never both sides") {
  for (const float seconds : {0.04f, 0.3f, 0.46f, 0.6f, 0.7f, 0.9f, 3.0f}) {
    Stage stage(test::fresh_session(), {390, 844}, kPhone);
    stage.settle();
    const Rect quad = stage.box("region.quad_r");
    stage.finger_down(quad.x + quad.w / 2, quad.y + quad.h / 2);
    stage.settle();
    stage.frame_after(seconds);
    stage.settle();
    stage.finger_up(quad.x + quad.w / 2, quad.y + quad.h / 2);
    stage.settle();
    INFO(seconds << " s");
    CHECK(test::marks_in_words(stage.session) == "quad_r 5");
  }
}

TEST_CASE(
    "a drag up or down is the page's from anywhere and at any speed; one aside turns, once; "
    "neither marks") {
  Stage stage(test::fresh_session(), {390, 844}, kPhone);
  stage.settle();
  Hand hand(stage, 3);
  const Rect quad = stage.box("region.quad_r");
  const body::Point on{quad.x + quad.w / 2, quad.y + quad.h / 2};
  CHECK_FALSE(stage.interface.claims_touch(on.x, on.y, 0, 0));
  CHECK_FALSE(stage.interface.claims_touch(on.x, on.y, 2, -8));
  CHECK(stage.interface.claims_touch(on.x, on.y, 8, -2));
  for (const float seconds : {0.05f, 0.3f, 2.0f})
    for (const float by : {-220.0f, -40.0f, 160.0f}) {
      hand.drag(on, {6, by}, seconds, false);
      CHECK(test::marks_in_words(stage.session) == "");
      CHECK_FALSE(stage.session.shown().back_view);
    }
  hand.drag(on, {98, 6}, 0.3f, true);
  CHECK(stage.session.shown().back_view);
  hand.drag(on, {-180, 6}, 0.3f, true);
  CHECK_FALSE(stage.session.shown().back_view);
  hand.drag(on, {30, 0}, 0.3f, true);
  CHECK_FALSE(stage.session.shown().back_view);
  CHECK(test::marks_in_words(stage.session) == "");
}

TEST_CASE("a click in the middle of every control of the figure marks that area") {
  for (const Size size : {Size{390, 844}, Size{320, 568}, Size{844, 390}, Size{1280, 800}})
    for (const bool back : {false, true}) {
      Stage stage(facing(back), size, kDesk);
      stage.settle();
      for (const Region& region : stage.session.library().knowledge.regions) {
        const Rect box = stage.box("region." + region.id);
        if (box.w <= 0) continue;
        stage.tap(box.x + box.w / 2, box.y + box.h / 2);
        INFO(region.id << " at " << size.w << "x" << size.h);
        CHECK(test::marks_in_words(stage.session) == region.id + " 5");
        while (!stage.session.intake().marks.empty())
          stage.session.apply({Kind::kRemoveMark, stage.session.intake().marks[0].region.value});
        stage.session.apply({Kind::kCloseToast});  // it lies over the feet
        stage.settle();
        stage.frame_after(3);
        stage.settle();
      }
    }
}

TEST_CASE(
    "three people end with the marks that they meant: a thumb that scrolls past, a thumb that "
    "marks five areas fast, a mouse") {
  {
    Stage stage(test::fresh_session(), {390, 844}, kPhone);
    stage.settle();
    Hand thumb(stage, 21);
    for (int i = 0; i < 12; ++i)
      thumb.drag({thumb.uniform(80, 310), thumb.uniform(200, 560)},
                 {thumb.uniform(-20, 20), thumb.uniform(-260, -90)}, thumb.uniform(0.08f, 0.5f),
                 true);
    CHECK(test::marks_in_words(stage.session) == "");
  }
  {
    Stage stage(test::fresh_session(), {390, 844}, kPhone);
    stage.settle();
    Hand thumb(stage, 22);
    for (const char* region : {"quad_r", "quad_l", "abdomen", "shin_r", "chest"}) {
      thumb.touch(test::region(region).value);
      stage.frame_after(0.15f);
    }
    CHECK(test::marks_in_words(stage.session) ==
          "quad_r 5, quad_l 5, abdomen 5, shin_r 5, chest 5");
  }
  {
    Stage stage(test::fresh_session(), {1280, 800}, kDesk);
    stage.settle();
    for (const char* region : {"quad_r", "knee_front_l"}) {
      const Rect box = stage.box(std::string("region.") + region);
      stage.click(box.x + box.w / 2, box.y + box.h / 2);
      stage.click(box.x + box.w / 2 + 2, box.y + box.h / 2 - 3);
    }
    CHECK(test::marks_in_words(stage.session) == "quad_r 5, knee_front_l 5");
    CHECK(stage.session.screen() == Screen::kWhere);
  }
}

TEST_CASE(
    "a mouse sees the name of what it is on in the same frame, and Escape takes it away until it "
    "is elsewhere") {
  Stage stage(test::fresh_session(), {1280, 800}, kDesk);
  stage.settle();
  const std::size_t without = stage.glyphs().size();
  const Rect quad = stage.box("region.quad_r"), knee = stage.box("region.knee_front_l");
  stage.mouse_to(quad.x + quad.w / 2, quad.y + quad.h / 2);
  stage.settle();
  CHECK(stage.glyphs().size() ==
        without + test::glyphs_of(stage.session.tree().node("region.quad_r")->name));
  CHECK(stage.interface.dismiss_tooltip());
  stage.settle();
  CHECK(stage.glyphs().size() == without);
  stage.mouse_to(knee.x + knee.w / 2, knee.y + knee.h / 2);
  stage.settle();
  CHECK(stage.glyphs().size() ==
        without + test::glyphs_of(stage.session.tree().node("region.knee_front_l")->name));
}

TEST_CASE("a badge opens its mark in the foot, and the figure turns to where that lies") {
  Session session = test::marked_session({"quad_r", "calf_l"});
  session.apply({Kind::kTurn, -1, 0});
  Stage stage(session, {390, 844}, kPhone);
  stage.settle();
  CHECK(stage.session.shown().open_mark == test::region("calf_l").value);
  const Rect badge = stage.box("mark.quad_r");
  CHECK(badge.w >= 24);
  stage.tap(badge.x + badge.w / 2, badge.y + badge.h / 2);
  CHECK(stage.session.shown().open_mark == test::region("quad_r").value);
  CHECK(stage.box("intensity.quad_r").w > 200);
  stage.session.apply({Kind::kMarkList, -1, 1});
  stage.settle();
  const Rect row = stage.box("mark.calf_l");
  stage.tap(row.x + row.w / 2, row.y + row.h / 2);
  CHECK_FALSE(stage.session.shown().mark_list);
  CHECK(stage.session.shown().back_view);
  CHECK(stage.box("intensity.calf_l").w > 200);
}

TEST_CASE("a step comes in without an empty frame, forth and back") {
  ui::Settings settings = kPhone;
  settings.reduced_motion = false;
  Stage stage(test::marked_session({"quad_l"}), {390, 844}, settings);
  stage.settle();
  for (const Screen screen : {Screen::kTell, Screen::kWhere, Screen::kTell}) {
    stage.session.apply(test::go_to(screen));
    stage.frame();
    std::size_t seen = 0;
    for (const test::Glyph& glyph : stage.glyphs()) seen += (glyph.colour >> 24) >= 90;
    INFO(static_cast<int>(screen));
    CHECK(seen > 40);
    stage.settle();
  }
}

TEST_CASE(
    "at 320 x 568 and on a phone on its side the title, the sides, the whole figure and the way on "
    "are in sight") {
  for (const Size size : {Size{320, 568}, Size{844, 390}})
    for (const bool marked : {false, true}) {
      Stage stage(marked ? test::marked_session({"quad_l"}) : test::fresh_session(), size, kPhone);
      stage.settle();
      INFO(size.w << "x" << size.h << (marked ? " marked" : ""));
      for (const char* key : {"screen.title", "view.front", "view.back", "side.screen_left",
                              "side.screen_right", "region.chest", "region.foot_l", "continue"}) {
        INFO(key);
        const Rect box = stage.box(key);
        CHECK((box.w > 0 && box.y >= 0 && box.y + box.h <= size.h));
      }
    }
}

}  // namespace
}  // namespace advisor
