#include "ui/kit/text.h"

#include <imgui.h>

#include <algorithm>
#include <cmath>

namespace advisor::ui {
namespace {

// Hanken Grotesk: ascent 1.000 em, descent 0.303 em, capitals 0.697 em. Dear ImGui sizes a font by
// ascent + descent.
constexpr float kImguiSizePerEm = 1.303f;
constexpr float kCapHeightEm = 0.697f;
constexpr float kAscentEm = 1.000f;
constexpr int kShortWord = 5, kAnyWord = 1000;  // letters

constexpr StyleMetrics kMetrics[] = {
    {28, 34, true},  {24, 30, true},  {17, 24, true},  {17, 24, false}, {15, 22, false},
    {15, 22, true},  {13, 18, false}, {13, 18, true},  {56, 64, true},  {32, 38, true},
    {24, 30, false}, {20, 26, true},  {15, 19, false}, {15, 19, true}};

struct Pen {
  ImFont* font;
  float imgui_size, em, line;
};

Pen pen(const Type& type, Style style) {
  const StyleMetrics m = metrics(style);
  const float em = m.size_px * type.scale;
  return {m.strong ? type.strong : type.regular, em * kImguiSizePerEm, em, m.line_px * type.scale};
}

float span_width(const Pen& p, const char* begin, const char* end) {
  return begin == end ? 0 : p.font->CalcTextSizeA(p.imgui_size, 1e9f, 0, begin, end).x;
}

// The end of the line that starts at `begin` and fits in `wrap`: a space's place, or the end of the
// text. A word wider than the column stands on a line of its own (no hyphenation; nothing is cut).
const char* line_end(const Pen& p, const char* begin, const char* end, float wrap) {
  const char* fits = nullptr;
  for (const char* s = begin;;) {
    const char* space = std::find(s, end, ' ');
    if (const char* newline = std::find(s, space, '\n'); newline != space) {
      return span_width(p, begin, newline) <= wrap || !fits ? newline : fits;
    }
    if (span_width(p, begin, space) > wrap && fits) return fits;
    if (space == end) return end;
    fits = space;
    s = space + 1;
  }
}

// A last line of one word of at most `short_word` letters pulls the word before it down, where
// there is room for both.
template <class Line>
float each_line(const Pen& p, std::string_view text, float wrap, float room, int short_word,
                Line&& line) {
  const char* s = text.data();
  const char* const end = s + text.size();
  const char* const letters = end - (!text.empty() && (end[-1] == '.' || end[-1] == '?'));
  float y = 0;
  bool pulled = false;
  while (s < end) {
    const char* e = pulled ? end : line_end(p, s, end, wrap);
    if (e < end && *e == ' ' && std::find(e + 1, end, ' ') == end &&
        letters - (e + 1) <= short_word) {
      const char* previous = e;
      while (previous > s && previous[-1] != ' ') --previous;
      if (previous > s + 1 && span_width(p, previous, end) <= room) {
        e = previous - 1;
        pulled = true;
      }
    }
    line(s, e, y);
    y += p.line;
    s = e < end ? e + 1 : end;
  }
  return y;
}

}  // namespace

StyleMetrics metrics(Style style) { return kMetrics[static_cast<int>(style)]; }

float width(const Type& type, Style style, std::string_view text) {
  return span_width(pen(type, style), text.data(), text.data() + text.size());
}

Extent measure(const Type& type, Style style, std::string_view text, float wrap_px) {
  const Pen p = pen(type, style);
  float w = 0, last_w = 0;
  const float h = each_line(
      p, text, wrap_px, wrap_px, kShortWord,
      [&](const char* b, const char* e, float) { w = std::max(w, last_w = span_width(p, b, e)); });
  return {w, h, last_w};
}

float balanced(const Type& type, Style style, std::string_view text, float wrap_px) {
  const float h = measure(type, style, text, wrap_px).h;
  if (h <= type.line(style)) return wrap_px;
  float low = wrap_px / 2, high = wrap_px;
  while (high - low > 2) {
    const float middle = (low + high) / 2;
    (measure(type, style, text, middle).h > h ? low : high) = middle;
  }
  return high;
}

float write(ImDrawList* draw, const Type& type, Style style, Colour colour, float x, float y,
            std::string_view text, float wrap_px, Align align) {
  const Pen p = pen(type, style);
  const float baseline = (p.line + kCapHeightEm * p.em) / 2;
  const float room = wrap_px;
  const bool even = align == Align::kCentre || style == Style::kVerdict || style == Style::kTitle;
  if (even) {
    const float narrow = balanced(type, style, text, wrap_px);
    if (align == Align::kCentre) x += (wrap_px - narrow) / 2;
    wrap_px = narrow;
  }
  return each_line(p, text, wrap_px, room, even ? kAnyWord : kShortWord,
                   [&](const char* b, const char* e, float dy) {
                     float left = x;
                     if (align != Align::kLeft) {
                       const float slack = wrap_px - span_width(p, b, e);
                       left += align == Align::kCentre ? slack / 2 : slack;
                     }
                     draw->AddText(p.font, p.imgui_size,
                                   {left, y + dy + baseline - kAscentEm * p.em}, colour, b, e);
                   });
}

void write_line(ImDrawList* draw, const Type& type, Style style, Colour colour, float x, float y,
                std::string_view text) {
  write(draw, type, style, colour, x, y, text, 1e9f);
}

}  // namespace advisor::ui
