// What a kiosk puts over the screens: its picture, its question, its code; on a screen that lies,
// one that stands, and a phone.
#include <algorithm>
#include <catch_amalgamated.hpp>
#include <functional>

#include "visits.h"

namespace advisor {
namespace {

using app::Cover;
using app::Rect;
using app::Session;
using test::Glyph;
using test::Stage;

constexpr test::Size kStands[] = {{1280, 800}, {1080, 1920}, {390, 844}};
constexpr float kMargin = 8;

struct Shown {
  const char* name;
  Session session;
  Cover cover;
  std::initializer_list<const char*> words;     // the nodes that are written
  std::initializer_list<const char*> controls;  // and those that answer
};

// The alarm is the screen that a question covers at its worst.
std::vector<Shown> covers(Language language) {
  Cover attract{.attract = true}, still{.seconds_left = 20}, code{.also_opened = true}, asked;
  code.code.size = 45;
  for (int i = 0; i < 45 * 45; ++i) code.code.dark.push_back(i % 3 == 0);
  asked = code;
  asked.also_opened = false;
  asked.seconds_left = 20;
  for (Cover* cover : {&attract, &still, &code, &asked}) cover->author = app::author_cover;
  const Session blank = test::fresh_session(language),
                advised = test::advised_session({"calf_l", "hamstring_r"}, language);
  Session alarm = test::marked_session({"calf_l"}, language);
  alarm.apply(test::answer_action("chest_pain", Answer::kYes));
  alarm.apply(test::go_to(app::Screen::kSafety));
  alarm.apply({app::Action::Kind::kScreened});
  return {
      {"its picture",
       blank,
       attract,
       {"kiosk.title", "kiosk.title_other", "kiosk.start", "kiosk.note"},
       {"kiosk.start"}},
      {"still there?", advised, still, {"kiosk.still", "kiosk.stay"}, {"kiosk.stay"}},
      {"still there? over an alarm", alarm, still, {"kiosk.still", "kiosk.stay"}, {"kiosk.stay"}},
      {"its code",
       advised,
       code,
       {"code.title", "code", "code.holds", "code.close"},
       {"code.close"}},
      {"its code, and still there?", advised, asked, {"kiosk.still", "kiosk.stay"}, {"kiosk.stay"}},
  };
}

void everywhere(const std::function<void(Stage&, const Shown&)>& look) {
  for (const Language language : {Language::kEnglish, Language::kFrench})
    for (const Shown& shown : covers(language))
      for (const test::Size size : kStands)
        for (const float scale : {1.0f, 2.0f}) {
          Stage stage(shown.session, size, {.reduced_motion = true, .text_scale = scale});
          stage.interface.set_cover_painter(ui::paint_kiosk_cover);
          Cover cover = shown.cover;
          stage.session.set_cover(&cover);
          REQUIRE(stage.settle() > 0);
          INFO(shown.name << (language == Language::kFrench ? ", French, " : ", English, ")
                          << size.w << " x " << size.h << ", text " << scale);
          look(stage, shown);
          stage.session.set_cover(nullptr);
        }
}

// What was drawn last, over everything.
std::vector<Glyph> on_top(const Stage& stage) {
  std::vector<Glyph> glyphs = stage.glyphs();
  std::erase_if(glyphs, [&](const Glyph& glyph) { return glyph.list != stage.lists() - 1; });
  return glyphs;
}

TEST_CASE(
    "all words of a kiosk's covers are written, inside the screen, whole, and none over another") {
  everywhere([](Stage& stage, const Shown& shown) {
    const std::vector<Glyph> glyphs = on_top(stage);
    std::size_t wanted = 0;
    for (const char* key : shown.words)
      wanted += test::glyphs_of(stage.session.tree().node(key)->name);
    CHECK(glyphs.size() == wanted);
    std::string cut, over;
    for (std::size_t a = 0; a < glyphs.size(); ++a) {
      const Rect &box = glyphs[a].box, &seen = glyphs[a].seen;
      const bool whole = seen.w >= box.w - 0.01f && seen.h >= box.h - 0.01f;
      const bool inside = box.x >= kMargin && box.y >= kMargin &&
                          box.x + box.w <= stage.size.w - kMargin &&
                          box.y + box.h <= stage.size.h - kMargin;
      if (!whole || !inside)
        cut += " (" + std::to_string(static_cast<int>(box.x)) + ", " +
               std::to_string(static_cast<int>(box.y)) + ")";
      for (std::size_t b = a + 1; b < glyphs.size(); ++b) {
        const Rect& other = glyphs[b].box;
        const float x = std::min(box.x + box.w, other.x + other.w) - std::max(box.x, other.x),
                    y = std::min(box.y + box.h, other.y + other.h) - std::max(box.y, other.y);
        if (std::min(x, y) > 0.15f * std::min(box.h, other.h) + 2.5f)
          over += " (" + std::to_string(static_cast<int>(box.x)) + ", " +
                  std::to_string(static_cast<int>(box.y)) + ")";
      }
    }
    CHECK(cut.substr(0, 100) == "");
    CHECK(over.substr(0, 100) == "");
  });
}

TEST_CASE("the controls of a kiosk's covers answer where they stand, once") {
  everywhere([](Stage& stage, const Shown& shown) {
    for (const char* key : shown.controls) {
      const Rect box = stage.box(key);
      INFO(key);
      CHECK(box.w >= 44);
      CHECK(box.h >= 44);
      CHECK((box.x >= 0 && box.y >= 0 && box.x + box.w <= stage.size.w &&
             box.y + box.h <= stage.size.h));
      stage.mouse_to(box.x + box.w / 2, box.y + box.h / 2);
      stage.settle();
      stage.frame();
      CHECK(stage.hovers(key));
      CHECK(stage.hovered_items() == 1);
    }
  });
}

}  // namespace
}  // namespace advisor
