// The advice as it is seen: each day as its node says it, and what to do about what was raised.
#include <imgui.h>

#include <catch_amalgamated.hpp>
#include <set>

#include "stage.h"

namespace advisor {
namespace {

using app::Node;
using app::Rect;
using app::Session;
using test::Size;
using test::Stage;
using Kind = app::Action::Kind;

// High enough that nothing has to be scrolled to.
constexpr Size kPhone{390, 9000}, kWide{1280, 9000};

Session with_answers(std::initializer_list<std::string_view> flags, Language language) {
  Session session = test::marked_session({"calf_l", "quad_r"}, language);
  for (const std::string_view id : flags) session.apply(test::answer_action(id, Answer::kYes));
  session.apply(test::go_to(app::Screen::kSafety));
  session.apply({Kind::kScreened});
  return session;
}

// The bars of a colour in the lower half of a cell: shapes have one place of the texture, glyphs
// have several.
int bars_in(const Rect& cell, ui::Colour ink) {
  constexpr float kBar = 7, kStep = 9;
  const float left = cell.x + cell.w / 2 - (3 * kBar + 4) / 2;
  std::set<int> bars;
  const ImDrawData* data = ImGui::GetDrawData();
  const ImVec2 white = ImGui::GetIO().Fonts->TexUvWhitePixel;
  for (int n = 0; n < data->CmdListsCount; ++n)
    for (const ImDrawVert& v : data->CmdLists[n]->VtxBuffer) {
      if (v.col != ink || v.uv.x != white.x || v.uv.y != white.y) continue;
      if (v.pos.y < cell.y + cell.h / 2 || v.pos.y > cell.y + cell.h) continue;
      if (v.pos.x < left || v.pos.x > left + 3 * kBar + 4) continue;
      bars.insert(static_cast<int>((v.pos.x - left) / kStep));
    }
  return static_cast<int>(bars.size());
}

// The days whose bars are not what their nodes say, "day.6: 3 for 2"; none where all agree.
std::string days_painted_wrong(Stage& stage) {
  std::string wrong;
  const ui::Theme& theme = ui::theme_for(false, false);
  const auto& days = stage.session.advice().timing->days;
  for (std::size_t i = 0; i < days.size(); ++i) {
    const std::string key = "day." + std::to_string(i);
    const int said = static_cast<int>(*stage.session.tree().node(key)->pressure);
    const int seen = bars_in(stage.box(key), days[i].ideal ? theme.on_action : theme.ink);
    if (seen != said)
      wrong += key + ": " + std::to_string(seen) + " for " + std::to_string(said) + "; ";
  }
  return wrong;
}

TEST_CASE("each day is painted with the pressure that its node says, whatever was told") {
  int limited = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    test::Random random(seed);
    Session session = test::fresh_session();
    const Library& library = session.library();
    session.set_intake(test::random_intake(random, library.knowledge, library.site.business));
    if (!session.advice().timing || session.advice().timing->days.empty()) continue;
    if (!session.advice().unanswered.empty()) continue;  // no day is said before the check
    session.apply(test::go_to(app::Screen::kAdvice));
    for (const Size size : {kPhone, kWide}) {
      Stage stage(session, size, {.reduced_motion = true});
      REQUIRE(stage.settle() > 0);
      INFO("seed " << seed << ", " << size.w << " px wide");
      CHECK(days_painted_wrong(stage) == "");
      for (const DayAdvice& day : session.advice().timing->days)
        limited += pressure_on(session.advice(), day) < day.pressure;
    }
  }
  CHECK(limited > 100);  // days that allow more than the areas and the answers do
}

TEST_CASE("fragile bones are painted with two bars at most on every day, and no day as deep") {
  Stage stage(with_answers({"mild_osteoporosis"}, Language::kFrench), kPhone,
              {.reduced_motion = true});
  REQUIRE(stage.settle() > 0);
  CHECK(days_painted_wrong(stage) == "");
  CHECK(stage.session.tree().node("day.5")->pressure == Pressure::kModerate);
  CHECK(stage.session.tree().node("legend.moderate")->name == "modéré");
  CHECK(stage.session.tree().node("legend.deep") == nullptr);
}

TEST_CASE("what to do about a raised flag is painted under it, on a phone and on a wide screen") {
  for (const Size size : {kPhone, kWide}) {
    Stage stage(with_answers({"bruise", "mild_osteoporosis"}, Language::kFrench), size,
                {.reduced_motion = true});
    REQUIRE(stage.settle() > 0);
    for (const std::string id : {"bruise", "mild_osteoporosis"}) {
      INFO(id << ", " << size.w << " px wide");
      const Rect flag = stage.box("advice.flag." + id), act = stage.box("advice.act." + id + ".0");
      CHECK(flag.h > 0);
      CHECK(act.h > 0);
      CHECK(act.y >= flag.y + flag.h);
    }
    CHECK(stage.box("advice.act.bruise.0").y < stage.box("advice.flag.mild_osteoporosis").y);
  }
}

}  // namespace
}  // namespace advisor
