// Where everything stands: every screen in both languages at the design's four widths, with text of
// 100 and 200 %.
#include <imgui.h>

#include <algorithm>
#include <catch_amalgamated.hpp>
#include <functional>
#include <set>

#include "ui/screens/where_layout.h"
#include "visits.h"

namespace advisor {
namespace {

using app::Node;
using app::Rect;
using app::Role;
using test::Glyph;
using test::Stage;

// No text comes nearer to the window's sides: the design's smallest margin is 12 px, and a glyph
// may lean out a little.
constexpr float kMargin = 8;

struct Place {
  std::string in_words;
  Language language;
  float scale;
};

void everywhere(const std::function<void(Stage&, const Place&)>& look) {
  for (const Language language : {Language::kEnglish, Language::kFrench}) {
    for (const test::Visit& visit : test::visits(language)) {
      for (const test::Size size : test::kSizes) {
        for (const float scale : {1.0f, 2.0f}) {
          Stage stage(visit.session, size, {.reduced_motion = true, .text_scale = scale});
          REQUIRE(stage.settle() > 0);
          look(stage, {visit.name + (language == Language::kFrench ? ", French, " : ", English, ") +
                           std::to_string(static_cast<int>(size.w)) + " px, text " +
                           (scale > 1 ? "200 %" : "100 %"),
                       language, scale});
        }
      }
    }
  }
}

bool overlap(const Rect& a, const Rect& b, float slack) {
  return std::min(a.x + a.w, b.x + b.w) - std::max(a.x, b.x) > slack &&
         std::min(a.y + a.h, b.y + b.h) - std::max(a.y, b.y) > slack;
}

// What can be pressed now: under an open sheet, only what stands on it.
std::vector<int> controls(Stage& stage) {
  const app::Tree& tree = stage.session.tree();
  const bool sheet = tree.node("sheet") != nullptr;
  std::vector<int> out;
  for (std::size_t i = 0; i < tree.nodes().size(); ++i) {
    const Node& node = tree.nodes()[i];
    if (!test::is_control(node.role) || (sheet && node.parent != "sheet")) continue;
    out.push_back(static_cast<int>(i));
  }
  return out;
}

// The areas of the figure are touched through the figure, which decides between them; they lie on
// one another.
bool on_figure(const Node& node) { return node.parent == "figure"; }

// The list of marks is a drawer over the stage and what stands around it.
bool lies_under_list(Stage& stage, const Node& node) {
  if (!stage.session.shown().mark_list) return false;
  // Where large text lets all of the screen scroll, the foot is a part of it and lies under the
  // list as well.
  const bool foot_too = stage.interface.settings().text_scale == 2 &&
                        (node.key == "continue" || node.key == "tray.list" ||
                         node.key.starts_with("intensity.") || node.key.starts_with("mirror."));
  return foot_too || node.parent == "bar" || node.parent == "view" || node.parent == "view.tools";
}

// The foot holds one mark; the list of all stands beside it, lies over the figure once it is open,
// or is not there.
bool may_be_unseen(Stage& stage, const Node& node) {
  if (on_figure(node)) return true;     // the other side of the body
  if (node.key == "skip") return true;  // for keyboards; the page shows it while it has the focus
  const app::Shown& shown = stage.session.shown();
  if (node.key.starts_with("zoom.")) return !shown.zoomed;
  const bool where = stage.session.screen() == app::Screen::kWhere;
  const bool listed =
      shown.mark_list || (shown.two_panels && where && stage.session.intake().marks.size() > 1);
  if (node.key == "undo" || node.key == "redo") return !listed;
  if (lies_under_list(stage, node)) return true;
  for (const std::string_view part : {"intensity.", "mirror.", "remove.", "mark."})
    if (node.key.starts_with(part)) {
      const bool open =
          stage.session.tree().node("mark." + node.key.substr(part.size()))->expanded == 1;
      return !(open && where) && !(listed && (part == "remove." || part == "mark."));
    }
  return false;
}

// A line that tells what happened covers what lies there, and leaves.
bool has_toast(Stage& stage) { return !stage.session.toast().words.empty(); }

TEST_CASE(
    "every control that can be used stands on the screen, or its panel can scroll to it, and "
    "answers there") {
  int seen = 0;
  everywhere([&](Stage& stage, const Place& place) {
    if (has_toast(stage)) return;
    std::set<std::string> lost;
    for (const int index : controls(stage)) {
      const Node node = stage.session.tree().nodes()[static_cast<std::size_t>(index)];
      if (may_be_unseen(stage, node)) continue;
      stage.interface.focus_key(node.key);  // brings it into its panel
      stage.settle();
      stage.interface.focus_key("");
      const Rect box = stage.box(node.key);
      // In its middle; one that is higher than its panel, near its top.
      bool answers = false;
      for (const float y : {box.y + box.h / 2, box.y + 22}) {
        stage.mouse_to(box.x + box.w / 2, y);
        stage.settle();
        stage.frame();
        answers = box.w > 0 && stage.hovers(node.key);
        if (stage.hovered_items() > 1) lost.insert(node.key + " (twice)");
        if (answers) break;
      }
      if (!answers) lost.insert(node.key);
      ++seen;
    }
    std::string list;
    for (const std::string& key : lost) list += key + " ";
    INFO(place.in_words);
    CHECK(list == "");
  });
  CHECK(seen > 5000);
}

TEST_CASE("a control that stands twice is noticed") {
  Stage stage(test::fresh_session(), {390, 844});
  stage.settle();
  stage.mouse_to(50, 50);
  for (int i = 0; i < 5; ++i) {
    ImGui::NewFrame();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize({390, 500});
    ImGui::Begin("twice", nullptr, ImGuiWindowFlags_NoDecoration);
    for (const float y : {10.0f, 300.0f}) {
      ImGui::SetCursorScreenPos({10, y});
      ImGui::InvisibleButton("continue", {100, 100});
    }
    ImGui::End();
    ImGui::Render();
  }
  CHECK(stage.hovers("continue"));
  CHECK(stage.hovered_items() == 2);
}

TEST_CASE("controls that do not move apart when a panel scrolls do not lie on one another") {
  everywhere([](Stage& stage, const Place& place) {
    const app::Tree& tree = stage.session.tree();
    const std::vector<int> all = controls(stage);
    std::vector<Rect> before;
    for (const int index : all) before.push_back(tree.box(index));
    // What a panel holds is cut at the panel's edges: it is compared with its own kind.
    for (const float x : {stage.size.w * 0.2f, stage.size.w * 0.8f})
      for (float y = 0; y < stage.size.h; y += 20) stage.interface.wheel(x, y, 7);
    stage.settle();
    std::string list;
    for (std::size_t a = 0; a < all.size(); ++a) {
      for (std::size_t b = a + 1; b < all.size(); ++b) {
        const Node &na = tree.nodes()[static_cast<std::size_t>(all[a])],
                   &nb = tree.nodes()[static_cast<std::size_t>(all[b])];
        if (on_figure(na) || on_figure(nb) || lies_under_list(stage, na) ||
            lies_under_list(stage, nb) || before[a].w <= 0 || before[b].w <= 0)
          continue;
        const bool moved_a = tree.box(all[a]).y != before[a].y,
                   moved_b = tree.box(all[b]).y != before[b].y;
        if (moved_a == moved_b && overlap(before[a], before[b], 0.5f))
          list += na.key + "/" + nb.key + " ";
      }
    }
    INFO(place.in_words);
    CHECK(list == "");
  });
}

TEST_CASE("every box stays inside the window's width") {
  everywhere([](Stage& stage, const Place& place) {
    const app::Tree& tree = stage.session.tree();
    std::string out;
    for (std::size_t i = 0; i < tree.nodes().size(); ++i) {
      const Rect& box = tree.box(static_cast<int>(i));
      if (box.w <= 0 || on_figure(tree.nodes()[i])) continue;
      if (box.x < -0.5f || box.x + box.w > stage.size.w + 0.5f) out += tree.nodes()[i].key + " ";
    }
    INFO(place.in_words);
    CHECK(out == "");
  });
}

TEST_CASE(
    "no chip stands alone under a row of three or more where the one before it fits beside it") {
  everywhere([](Stage& stage, const Place& place) {
    const app::Tree& tree = stage.session.tree();
    std::string alone;
    for (std::size_t i = 3; i < tree.nodes().size(); ++i) {
      const auto is_chip = [&](std::size_t k) {
        const Role role = tree.nodes()[k].role;
        return tree.box(static_cast<int>(k)).w > 0 &&
               tree.nodes()[k].parent == tree.nodes()[i].parent &&
               (role == Role::kRadio || role == Role::kCheckbox);
      };
      const bool last =
          i + 1 == tree.nodes().size() || tree.nodes()[i + 1].parent != tree.nodes()[i].parent;
      const std::string_view key = tree.nodes()[i].key;
      if (!last || !is_chip(i) || !is_chip(i - 1) || !is_chip(i - 2) || !is_chip(i - 3) ||
          key.starts_with("day.") || key.starts_with("date."))
        continue;
      const Rect &a = tree.box(static_cast<int>(i)), &b = tree.box(static_cast<int>(i - 1)),
                 &c = tree.box(static_cast<int>(i - 2)), &d = tree.box(static_cast<int>(i - 3));
      // Cut at the panel's foot they say nothing.
      if (a.y > b.y + 4 && b.y == c.y && c.y == d.y && a.h == b.h)
        alone += tree.nodes()[i].key + " ";
    }
    INFO(place.in_words);
    CHECK(alone == "");
  });
}

TEST_CASE(
    "no text is cut at a side, and none runs into the margin or from one panel into the other") {
  everywhere([](Stage& stage, const Place& place) {
    std::string cut;
    for (int step = 0; step < 40; ++step) {
      const std::vector<Glyph> glyphs = stage.glyphs();
      REQUIRE(glyphs.size() > 20);
      const bool two = stage.session.shown().two_panels && !stage.session.alarm() &&
                       !stage.session.tree().node("sheet");
      const float left = ui::figure_panel_width(stage.size.w);
      for (const Glyph& glyph : glyphs) {
        if (glyph.seen.h <= 0) continue;
        const Rect& b = glyph.box;
        const bool outside =
            b.x < kMargin || b.x + b.w > stage.size.w - kMargin || glyph.seen.w < b.w - 0.01f;
        const bool across = two && b.x < left + kMargin && b.x + b.w > left - kMargin;
        if (outside || across)
          cut += " (" + std::to_string(static_cast<int>(b.x)) + ", " +
                 std::to_string(static_cast<int>(b.y)) + ")";
      }
      // Down to the end of the panel, a view at a time.
      if (!cut.empty() || !stage.interface.wheel(stage.size.w * 0.8f, stage.size.h * 0.6f, 300))
        break;
      stage.settle();
    }
    INFO(place.in_words);
    CHECK(cut.substr(0, 100) == "");
  });
}

TEST_CASE("no text is written over another") {
  everywhere([](Stage& stage, const Place& place) {
    if (stage.session.tree().node("sheet") || has_toast(stage) || stage.session.shown().mark_list)
      return;  // they cover what lies under them
    std::string over;
    for (int step = 0; step < 40 && over.empty(); ++step) {
      std::vector<Glyph> glyphs = stage.glyphs();
      std::erase_if(glyphs, [](const Glyph& g) { return g.seen.w <= 1 || g.seen.h <= 1; });
      std::sort(glyphs.begin(), glyphs.end(),
                [](const Glyph& a, const Glyph& b) { return a.seen.y < b.seen.y; });
      for (std::size_t a = 0; a < glyphs.size(); ++a)
        for (std::size_t b = a + 1;
             b < glyphs.size() && glyphs[b].seen.y < glyphs[a].seen.y + glyphs[a].seen.h; ++b)
          if (overlap(glyphs[a].seen, glyphs[b].seen, 2.5f * place.scale))
            over += " (" + std::to_string(static_cast<int>(glyphs[a].box.x)) + ", " +
                    std::to_string(static_cast<int>(glyphs[a].box.y)) + ")";
      if (!stage.interface.wheel(stage.size.w * 0.8f, stage.size.h * 0.6f, 300)) break;
      stage.settle();
    }
    INFO(place.in_words);
    CHECK(over.substr(0, 100) == "");
  });
}

}  // namespace
}  // namespace advisor
