// The line that tells what happened: it stays six seconds, without a frame while it waits, and can
// take back what it tells of.
#include <catch_amalgamated.hpp>

#include "visits.h"

namespace advisor {
namespace {

using app::Action;
using app::Session;
using Kind = Action::Kind;
using test::Stage;

constexpr ui::Settings kPhone{.reduced_motion = true, .can_hover = false, .draws_focus = false};
constexpr ui::Settings kDesk{.reduced_motion = true};

std::string said(Stage& stage) { return stage.session.tree().node("toast")->name; }

Session with_one_removed(std::initializer_list<std::string_view> regions) {
  Session session = test::marked_session(regions);
  session.apply({Kind::kRemoveMark, test::region(*regions.begin()).value});
  return session;
}

TEST_CASE(
    "a removed area is told, can be taken back, and the line leaves after six seconds without a "
    "frame in between") {
  Stage stage(with_one_removed({"quad_l", "calf_l"}), {390, 844}, kPhone);
  REQUIRE(stage.settle() > 0);
  CHECK(said(stage) == "Area removed.");
  CHECK(stage.box("toast.undo").w >= 44);
  CHECK(stage.box("toast.undo").h >= 44);
  CHECK(stage.interface.due_seconds() > 5.8);
  CHECK(stage.interface.due_seconds() <= 6);
  stage.frame_after(4);
  CHECK(said(stage) == "Area removed.");
  CHECK(stage.interface.due_seconds() == Catch::Approx(2).margin(0.2));
  stage.frame_after(2.1f);
  stage.settle();
  CHECK(said(stage) == "");
  CHECK(stage.box("toast.undo").w == 0);
  CHECK(stage.interface.due_seconds() < 0);
}

TEST_CASE("a tap on its undo brings the area back with its intensity, and says so") {
  Session session = test::marked_session({"quad_l"});
  session.apply({Kind::kSetIntensity, test::region("quad_l").value, 8});
  session.apply({Kind::kRemoveMark, test::region("quad_l").value});
  Stage stage(session, {390, 844}, kPhone);
  stage.settle();
  const app::Rect undo = stage.box("toast.undo");
  stage.tap(undo.x + undo.w / 2, undo.y + undo.h / 2);
  CHECK(test::marks_in_words(stage.session) == "quad_l 8");
  CHECK(said(stage) == "Front of the thigh, left: back on.");
}

TEST_CASE("while the mouse rests on it, or the focus is on its undo, it stays") {
  for (const bool by_focus : {false, true}) {
    Stage stage(with_one_removed({"quad_l", "calf_l"}), {1280, 800}, kDesk);
    stage.settle();
    const app::Rect undo = stage.box("toast.undo");
    if (by_focus)
      stage.interface.focus_key("toast.undo");
    else
      stage.mouse_to(undo.x + 10, undo.y + 10);
    stage.settle();
    stage.frame();
    CHECK(stage.interface.due_seconds() < 0);  // no timer while it is held
    stage.frame_after(60);
    CHECK(said(stage) == "Area removed.");
    if (by_focus)
      stage.interface.focus_key("");
    else
      stage.mouse_to(2, 2);
    stage.frame();
    stage.frame();
    CHECK(stage.interface.due_seconds() > 5);
    stage.frame_after(7);
    CHECK(said(stage) == "");
  }
}

TEST_CASE(
    "one at a time: the next line takes the place of the one before, with six seconds of its own") {
  Stage stage(with_one_removed({"quad_l", "calf_l"}), {390, 844}, kPhone);
  stage.settle();
  stage.frame_after(5);
  stage.session.toast("ui.book.copied");
  stage.settle();
  CHECK(said(stage) == "Copied.");
  CHECK(stage.session.tree().find("toast.undo") < 0);
  stage.frame_after(5);
  CHECK(said(stage) == "Copied.");
}

TEST_CASE(
    "a line and its undo are written whole, inside the window, apart from each other, at every "
    "size") {
  const ui::Theme& theme = ui::theme_for(false, false);
  int seen = 0;
  for (const Language language : {Language::kEnglish, Language::kFrench}) {
    for (const test::Visit& visit : test::visits(language)) {
      if (visit.session.toast().words.empty()) continue;
      for (const test::Size size : test::kSizes) {
        for (const float scale : {1.0f, 2.0f}) {
          Stage stage(visit.session, size, {.reduced_motion = true, .text_scale = scale});
          stage.settle();
          INFO(visit.name << ", " << size.w << " x " << size.h << ", text " << scale);
          std::size_t words = 0, undo = 0;
          for (const test::Glyph& glyph : stage.glyphs()) {
            if (glyph.colour != theme.toast_text && glyph.colour != theme.toast_action) continue;
            (glyph.colour == theme.toast_text ? words : undo) += 1;
            CHECK((glyph.seen.w == glyph.box.w && glyph.seen.h == glyph.box.h && glyph.box.x >= 8 &&
                   glyph.box.x + glyph.box.w <= size.w - 8 && glyph.box.y >= 0 &&
                   glyph.box.y + glyph.box.h <= size.h));
          }
          CHECK(words == test::glyphs_of(said(stage)));
          const app::Node* node = stage.session.tree().node("toast.undo");
          CHECK(undo == (node ? test::glyphs_of(node->name) : 0));
          if (node)
            CHECK(stage.box("toast").x + stage.box("toast").w <= stage.box("toast.undo").x + 12);
          ++seen;
        }
      }
    }
  }
  CHECK(seen == 40);
}

TEST_CASE("a line whose undo would take back something else leaves") {
  Session session = with_one_removed({"quad_l", "calf_l"});
  CHECK(session.toast().undo);
  session.apply({Kind::kSetIntensity, test::region("calf_l").value, 9});
  CHECK(session.toast().words.empty());
}

TEST_CASE(
    "the menu's text size and contrast change what is painted, and starting over keeps them") {
  Stage stage(test::marked_session({"quad_l"}), {390, 844}, kPhone);
  stage.settle();
  const float height = stage.box("screen.title").h;
  REQUIRE(stage.session.apply({Kind::kTextSize, -1, 150}));
  REQUIRE(stage.session.apply({Kind::kContrast, -1, 1}));
  stage.settle();
  CHECK(stage.box("screen.title").h == Catch::Approx(height * 1.5f));
  std::size_t black = 0;
  for (const test::Glyph& glyph : stage.glyphs()) black += glyph.colour == 0xff000000u;
  CHECK(black > 20);
  stage.session.apply({Kind::kReset});
  stage.settle();
  CHECK(stage.box("screen.title").h == Catch::Approx(height * 1.5f));
}

TEST_CASE("the menu shows the text size and the contrast of the system until another is chosen") {
  Session session = test::fresh_session();
  session.apply({Kind::kOpenSheet, -1, static_cast<int>(app::Sheet::kMenu)});
  Stage stage(session, {390, 844},
              {.high_contrast = true, .reduced_motion = true, .text_scale = 1.5f});
  stage.settle();
  const auto on = [&](std::string_view key) {
    return static_cast<int>(stage.session.tree().node(key)->on);
  };
  CHECK(on("text_size.150") == 1);
  CHECK(on("contrast") == 1);
  CHECK(
      stage.session.tree().node("contrast")->disabled);  // the system's word is not taken back here
  stage.session.apply({Kind::kTextSize, -1, 100});
  stage.settle();
  CHECK(on("text_size.100") == 1);
  CHECK(on("text_size.150") == 0);
}

TEST_CASE("the list and the full screen are offered where a page can do them, and there alone") {
  for (const bool page : {false, true}) {
    Session session = test::fresh_session();
    session.set_abilities({.full_screen = page, .list = page});
    session.apply({Kind::kOpenSheet, -1, static_cast<int>(app::Sheet::kMenu)});
    Stage stage(session, {390, 1200}, {.reduced_motion = true});
    stage.settle();
    CHECK((stage.box("list_view").w > 0) == page);
    CHECK((stage.box("full_screen").w > 0) == page);
  }
}

TEST_CASE(
    "starting over asks once where something was told, and not where there is nothing to erase") {
  Session session = test::fresh_session();
  session.apply({Kind::kOpenSheet, -1, static_cast<int>(app::Sheet::kMenu)});
  REQUIRE(test::use(session, "reset"));
  CHECK(session.shown().sheet == app::Sheet::kNone);
  session = test::marked_session({"quad_l"});
  session.apply({Kind::kOpenSheet, -1, static_cast<int>(app::Sheet::kMenu)});
  REQUIRE(test::use(session, "reset"));
  CHECK(session.shown().sheet == app::Sheet::kStartOver);
  REQUIRE(test::use(session, "start_over.keep"));
  CHECK(test::marks_in_words(session) == "quad_l 5");
  CHECK(session.shown().sheet == app::Sheet::kNone);
  CHECK(session.take_focus() == "menu");
}

}  // namespace
}  // namespace advisor
