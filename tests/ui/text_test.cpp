#include "ui/kit/text.h"

#include <imgui.h>

#include <algorithm>
#include <catch_amalgamated.hpp>
#include <cmath>

#include "stage.h"

namespace advisor {
namespace {

using ui::Style;

// A stage whose fonts are used without any screen.
struct Paper {
  test::Stage stage{test::fresh_session(), {800, 600}};
  ui::Type type;
  Paper() {
    const auto& fonts = ImGui::GetIO().Fonts->Fonts;
    type = {fonts[0], fonts[1], 1};
    ImGui::NewFrame();
  }
  ~Paper() { ImGui::EndFrame(); }
};

// The words of each line that `write` gives, told apart by their glyphs' height on the paper.
struct Line {
  float left, right, top;
  int glyphs;
};
std::vector<Line> lines_of(Paper& paper, std::string_view text, float wrap,
                           Style style = Style::kBody, ui::Align align = ui::Align::kLeft) {
  ImDrawList list(ImGui::GetDrawListSharedData());
  list._ResetForNewFrame();
  list.PushClipRect({-1e4f, -1e4f}, {1e4f, 1e4f});
  list.PushTexture(ImGui::GetIO().Fonts->TexRef);
  ui::write(&list, paper.type, style, ui::rgb(0), 100, 0, text, wrap, align);
  const float line = paper.type.line(style);
  std::vector<Line> out;
  for (int i = 0; i + 3 < list.VtxBuffer.Size; i += 4) {
    const ImVec2 a = list.VtxBuffer[i].pos, b = list.VtxBuffer[i + 2].pos;
    const float top = std::floor((a.y + b.y) / 2 / line);
    if (out.empty() || out.back().top != top) out.push_back({a.x, b.x, top, 0});
    out.back().right = std::max(out.back().right, b.x);
    ++out.back().glyphs;
  }
  return out;
}

TEST_CASE("a text that fits is one line, as high as its style says") {
  Paper paper;
  const ui::Extent extent = ui::measure(paper.type, Style::kBody, "Two words", 300);
  CHECK(extent.h == 22);
  CHECK(extent.w == ui::width(paper.type, Style::kBody, "Two words"));
  CHECK(ui::measure(paper.type, Style::kTitle, "Two words", 300).h == 30);
  CHECK(ui::measure(paper.type, Style::kBody, "", 300).h == 0);
}

TEST_CASE("a text wraps at spaces only, and no line is wider than the column while its words fit") {
  Paper paper;
  const std::string text =
      "Le massage ne remplace pas un avis de sant\u00E9 et rien de ce que vous dites ne quitte "
      "cette page avant que vous le vouliez";
  for (const float wrap : {140.0f, 200.0f, 280.0f, 350.0f, 520.0f}) {
    const ui::Extent extent = ui::measure(paper.type, Style::kBody, text, wrap);
    INFO("column of " << wrap);
    CHECK(extent.w <= wrap);
    CHECK(extent.h > 22);
    int glyphs = 0;
    for (const Line& line : lines_of(paper, text, wrap)) {
      CHECK(line.right - 100 <= wrap + 1);
      glyphs += line.glyphs;
    }
    CHECK(glyphs == 95);
  }
}

TEST_CASE(
    "a no-break space holds its two words together, even where the column is too narrow for both") {
  Paper paper;
  const float pair = ui::width(paper.type, Style::kBody, "10\u00A0km");
  // Room for "dans 10" but not for "dans 10 km": the number goes down with its unit.
  const float wrap = ui::width(paper.type, Style::kBody, "dans 10") + 2;
  REQUIRE(wrap > pair);
  const ui::Extent held = ui::measure(paper.type, Style::kBody, "dans 10\u00A0km", wrap);
  CHECK(held.h == 44);
  CHECK(held.w <= wrap);
  CHECK(lines_of(paper, "dans 10\u00A0km", wrap)[0].glyphs == 4);
  CHECK(lines_of(paper, "dans 10\u00A0km", wrap)[1].glyphs == 4);
  // Alone it does not break at all.
  CHECK(ui::measure(paper.type, Style::kBody, "10\u00A0km", pair / 2).h == 22);
}

TEST_CASE("a word is broken nowhere: not at a hyphen, not when it is wider than the column") {
  Paper paper;
  CHECK(ui::measure(paper.type, Style::kBody, "vous-m\u00EAme", 40).h == 22);
  const std::vector<Line> lines = lines_of(paper, "un anticoagulant quotidien", 60);
  REQUIRE(lines.size() == 3);
  CHECK(lines[0].glyphs == 2);
  CHECK(lines[1].glyphs == 13);
  CHECK(lines[2].glyphs == 9);
}

TEST_CASE("a last line of one short word pulls the word before it down") {
  Paper paper;
  const std::string text = "quatre jours avant la course";
  const float wrap = ui::width(paper.type, Style::kBody, "quatre jours avant la") + 1;
  const std::vector<Line> lines =
      lines_of(paper, text + " ici", ui::width(paper.type, Style::kBody, text) + 1);
  REQUIRE(lines.size() == 2);
  CHECK(lines[1].glyphs == 9);  // "course ici"
  // A long one may stand alone.
  CHECK(lines_of(paper, text, wrap)[1].glyphs == 6);
}

TEST_CASE(
    "the lines of a title, and of what stands in the middle, are of about one length, and no more "
    "than without") {
  Paper paper;
  const std::string text = "Rien ne fait mal, je veux seulement un massage";
  for (const auto& [style, align] :
       {std::pair{Style::kTitle, ui::Align::kLeft}, {Style::kLead, ui::Align::kCentre}}) {
    const float wrap = ui::width(paper.type, style, "Rien ne fait mal, je veux seulement un") + 1;
    const std::vector<Line> lines = lines_of(paper, text, wrap, style, align);
    REQUIRE(lines.size() == 2);
    CHECK(lines[1].right - lines[1].left > 0.7f * (lines[0].right - lines[0].left));
    if (align == ui::Align::kCentre)
      CHECK(std::fabs((lines[1].left + lines[1].right) / 2 - (100 + wrap / 2)) < 2);
  }
  CHECK(
      lines_of(paper, text,
               ui::width(paper.type, Style::kBody, "Rien ne fait mal, je veux seulement un") + 1)[1]
          .glyphs == 7);  // what is read is filled
}

TEST_CASE("lines stand left, in the middle or right of their column") {
  Paper paper;
  const float w = ui::width(paper.type, Style::kBodyStrong, "Continue");
  CHECK(std::fabs(lines_of(paper, "Continue", 300, Style::kBodyStrong)[0].left - 100) < 2);
  CHECK(std::fabs(lines_of(paper, "Continue", 300, Style::kBodyStrong, ui::Align::kCentre)[0].left -
                  (100 + (300 - w) / 2)) < 2);
  CHECK(std::fabs(lines_of(paper, "Continue", 300, Style::kBodyStrong, ui::Align::kRight)[0].right -
                  400) < 2);
}

TEST_CASE("twice the text size is twice as wide and twice as high") {
  Paper paper;
  ui::Type larger = paper.type;
  larger.scale = 2;
  const float once = ui::width(paper.type, Style::kLead, "Recovery"),
              twice = ui::width(larger, Style::kLead, "Recovery");
  CHECK(std::fabs(twice - 2 * once) < 2);
  CHECK(ui::measure(larger, Style::kLead, "Recovery", 1000).h == 48);
}

TEST_CASE("the figures of a calendar are all of one width, in both weights") {
  Paper paper;
  for (const Style style : {Style::kBody, Style::kBodyStrong, Style::kNote}) {
    const float one = ui::width(paper.type, style, "1");
    for (const char* digit : {"0", "2", "3", "4", "5", "6", "7", "8", "9"})
      CHECK(ui::width(paper.type, style, digit) == Catch::Approx(one).margin(0.01));
  }
}

TEST_CASE("every character of both languages is in the font") {
  Paper paper;
  for (const char* file : {"content/words.en.json", "content/words.fr.json",
                           "content/knowledge.json", "content/site.json"}) {
    const std::string text = test::project_file(file);
    for (std::size_t i = 0; i < text.size();) {
      unsigned code = 0;
      const auto lead = static_cast<unsigned char>(text[i]);
      const std::size_t size = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
      code = size == 1 ? lead : lead & (0xFFu >> (size + 1));
      for (std::size_t k = 1; k < size; ++k)
        code = code << 6 | (static_cast<unsigned char>(text[i + k]) & 0x3Fu);
      i += size;
      if (code <= ' ') continue;
      INFO(file << ": U+" << std::hex << code << " before " << text.substr(i, 20));
      REQUIRE(paper.type.regular->IsGlyphInFont(static_cast<ImWchar>(code)));
      REQUIRE(paper.type.strong->IsGlyphInFont(static_cast<ImWchar>(code)));
    }
  }
}

}  // namespace
}  // namespace advisor
