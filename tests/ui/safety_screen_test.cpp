// The safety check and the alarms as they are seen: how many words, what stands beside what, what
// the main step does, where it stands.
#include <algorithm>
#include <catch_amalgamated.hpp>
#include <cmath>

#include "stage.h"

namespace advisor {
namespace {

using app::Node;
using app::Rect;
using app::Role;
using app::Screen;
using app::Session;
using test::Size;
using test::Stage;
using Kind = app::Action::Kind;

constexpr Size kPhone{390, 844}, kSmall{320, 568}, kLow{844, 390}, kWide{1280, 800};

Session at_safety(std::initializer_list<std::string_view> regions, Language language) {
  Session session = test::marked_session(regions, language);
  session.apply(test::go_to(Screen::kSafety));
  return session;
}

Session alarm(std::string_view flag, Answer answer, Language language) {
  Session session = test::marked_session({"calf_l"}, language);
  session.set_abilities(test::everything_possible());
  session.apply(test::go_to(Screen::kSafety));
  session.apply(test::answer_action(flag, answer));
  session.apply({Kind::kScreened});
  return session;
}

// As a reader counts them: what stands between spaces and has a letter or a digit.
int words_in(std::string_view text) {
  int count = 0;
  bool inside = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    const bool space = c == ' ' || (c == 0xC2 && i + 1 < text.size() &&
                                    static_cast<unsigned char>(text[i + 1]) == 0xA0);
    const bool letter = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
                        (c >= 'a' && c <= 'z') || c == 0xC3 || c == 0xC5;
    if (space)
      inside = false;
    else if (letter && !inside)
      inside = true, ++count;
  }
  return count;
}

// Of every node that is painted and whose words are written; icons have names that nobody reads
// there.
int words_seen(Stage& stage) {
  int count = 0;
  const app::Tree& tree = stage.session.tree();
  for (std::size_t i = 0; i < tree.nodes().size(); ++i) {
    const Node& node = tree.nodes()[i];
    const Rect& box = tree.box(static_cast<int>(i));
    if (box.w <= 0 || box.h <= 0 || node.key == "back" || node.key == "menu") continue;
    count += words_in(node.name);
  }
  return count;
}

bool lies_in(const Rect& inner, float top, float end) {
  return inner.w > 0 && inner.y >= top && inner.y + inner.h <= end;
}

TEST_CASE(
    "the first sight of the check, for one calf, is ninety words at most and all of it is on the "
    "screen") {
  for (const Language language : {Language::kFrench, Language::kEnglish}) {
    Stage stage(at_safety({"calf_l"}, language), kPhone, {.reduced_motion = true});
    REQUIRE(stage.settle() > 0);
    const int words = words_seen(stage);
    INFO(words);
    CHECK(words <= 90);
    CHECK(words > 60);
    CHECK(stage.session.screening().questions().size() == 23);
    CHECK(lies_in(stage.box("minor"), 50, 744));
    CHECK(stage.session.tree().node("continue")->action.kind == Kind::kScreened);
  }
}

TEST_CASE(
    "two short signs stand side by side, and under 360 px or with large text each has its own "
    "row") {
  {
    Stage phone(at_safety({"calf_l"}, Language::kFrench), kPhone, {.reduced_motion = true});
    phone.settle();
    CHECK(phone.box("flag.blood_thinner").y == phone.box("flag.cancer").y);
    CHECK(phone.box("flag.blood_thinner").w == 175);
    CHECK(phone.box("flag.fever_or_contagious").w == 350);
    CHECK(phone.box("flag.one_leg_swelling").w == 350);
    CHECK(phone.box("flag.one_leg_swelling").h == 44);
  }
  for (const auto& [size, scale] : {std::pair{kSmall, 1.0f}, {kPhone, 2.0f}}) {
    Stage stage(at_safety({"calf_l"}, Language::kFrench), size,
                {.reduced_motion = true, .text_scale = scale});
    stage.settle();
    const app::Tree& tree = stage.session.tree();
    for (std::size_t i = 0; i < tree.nodes().size(); ++i)
      if (tree.nodes()[i].key.starts_with("flag."))
        CHECK(tree.box(static_cast<int>(i)).w == size.w - (size.w < 360 ? 32 : 40));
  }
}

TEST_CASE(
    "a wide or low screen has two columns: what is now and one's health at the left, the places at "
    "the right") {
  for (const Size size : {kLow, kWide}) {
    Stage stage(at_safety({"calf_l"}, Language::kFrench), size, {.reduced_motion = true});
    stage.settle();
    CHECK(stage.box("flag.compartment_pain").x > stage.box("flag.chest_pain").x + 300);
    CHECK(stage.box("flag.fever_or_contagious").x == stage.box("flag.chest_pain").x);
  }
}

TEST_CASE("what opens under a sign moves nothing above it, and its question is written there") {
  Stage stage(at_safety({"calf_l"}, Language::kFrench), kPhone, {.reduced_motion = true});
  stage.settle();
  const Rect above = stage.box("flag.compartment_pain"), sign = stage.box("flag.one_leg_swelling"),
             below = stage.box("flag.snap");
  const std::size_t glyphs = stage.glyphs().size();
  stage.tap(sign.x + 100, sign.y + sign.h / 2);
  CHECK(stage.session.tree().node("flag.one_leg_swelling")->on == 1);
  CHECK(stage.box("flag.compartment_pain") == above);
  CHECK(stage.box("flag.one_leg_swelling") == sign);
  CHECK(stage.box("flag.snap").y > below.y + 150);
  CHECK(stage.glyphs().size() > glyphs + 40);
  const Rect yes = stage.box("answer.one_leg_swelling.yes"),
             no = stage.box("answer.one_leg_swelling.no");
  CHECK(yes.y == no.y);
  stage.tap(no.x + no.w / 2, no.y + no.h / 2);
  CHECK(stage.session.tree().node("flag.one_leg_swelling")->on == 0);
  CHECK(stage.box("flag.snap") == below);
}

TEST_CASE(
    "the main step scrolls until the end has been on the screen, and the first sign out of sight "
    "has the focus") {
  Stage stage(at_safety({"calf_l", "quad_r"}, Language::kFrench), kSmall, {.reduced_motion = true});
  stage.settle();
  const Rect step = stage.box("continue");
  CHECK(stage.session.tree().node("continue")->name == "Voir la suite");
  stage.session.take_focus();
  int taps = 0;
  for (; taps < 8 && stage.session.tree().node("continue")->action.kind == Kind::kSeeRest; ++taps) {
    stage.tap(step.x + step.w / 2, step.y + step.h / 2);
    CHECK(stage.session.take_focus().starts_with("flag."));
    CHECK(stage.box("continue") == step);
  }
  CHECK(taps >= 2);
  CHECK(taps <= 4);
  CHECK(stage.session.tree().node("continue")->name == "Rien de tout cela");
  CHECK(stage.box("minor").h > 0);
  stage.tap(step.x + step.w / 2, step.y + step.h / 2);
  CHECK(stage.session.intake().screened);
}

TEST_CASE("what is to be corrected is in sight, with its answers") {
  for (const Size size : {kPhone, kSmall, kLow}) {
    Stage stage(alarm("pregnancy", Answer::kYes, Language::kFrench), size,
                {.reduced_motion = true});
    stage.settle();
    REQUIRE(test::use(stage.session, "alarm.correct"));
    stage.settle();
    const Rect no = stage.box("answer.pregnancy.no");
    CHECK(no.h > 0);
    CHECK(no.y + no.h <= stage.box("continue").y);
  }
}

TEST_CASE("an alarm's first step is in sight at once, on a short screen inside the first 480 px") {
  struct Case {
    std::string_view flag;
    Answer answer;
    std::string_view first;
  };
  for (const Case& c : {Case{"chest_pain", Answer::kYes, "alarm.911"},
                        {"chest_pain", Answer::kUnsure, "alarm.911"},
                        {"one_leg_swelling", Answer::kYes, "alarm.811"},
                        {"bone_point_pain", Answer::kYes, "alarm.copy"},
                        {"blood_thinner", Answer::kYes, "alarm.copy"},
                        {"fever_or_contagious", Answer::kYes, "alarm.remind"}}) {
    for (const Language language : {Language::kFrench, Language::kEnglish}) {
      for (const Size size : {kPhone, kSmall, kLow, kWide}) {
        INFO(c.flag << " " << static_cast<int>(size.w)
                    << (language == Language::kFrench ? " fr" : " en"));
        Stage stage(alarm(c.flag, c.answer, language), size, {.reduced_motion = true});
        stage.settle();
        const Rect first = stage.box(c.first);
        CHECK(first.h >= 64);
        CHECK(first.y + first.h <= (size.h < 700 ? std::min(480.0f, size.h) : size.h));
        if (size.h >= 700 && stage.session.advice().level >= Level::kUrgent) CHECK(first.y < 480);
      }
    }
  }
}

TEST_CASE("a doubt about an emergency fills the call to 911, and only that") {
  Stage stage(alarm("chest_pain", Answer::kUnsure, Language::kFrench), kPhone,
              {.reduced_motion = true});
  stage.settle();
  const ui::Theme& theme = ui::theme_for(false, false);
  const Rect call = stage.box("alarm.911"), nurse = stage.box("alarm.811");
  CHECK(call.y < nurse.y);
  // Words on a filled button have the colour of the ground.
  const auto colour_in = [&](const Rect& box) {
    for (const test::Glyph& glyph : stage.glyphs())
      if (glyph.box.y > box.y && glyph.box.y + glyph.box.h < box.y + box.h && glyph.seen.h > 0)
        return glyph.colour;
    return ui::Colour{0};
  };
  CHECK(colour_in(call) == theme.alarm_ground);
  CHECK(colour_in(nurse) == theme.alarm_text);
}

}  // namespace
}  // namespace advisor
