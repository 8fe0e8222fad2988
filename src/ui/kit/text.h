#pragma once

#include <cstdint>
#include <string_view>

#include "ui/kit/theme.h"

struct ImDrawList;
struct ImFont;

namespace advisor::ui {

// The type scale of the design system. Sizes and lines in CSS px at 100 % text size.
enum class Style : std::uint8_t {
  kVerdict,
  kTitle,
  kLead,
  kLeadRegular,
  kBody,
  kBodyStrong,
  kNote,
  kNoteStrong,
  kDisplay,
  kDisplaySmall,
  kSubtitle,
  kTouch,
  kSign,
  kSignStrong
};

struct StyleMetrics {
  float size_px, line_px;
  bool strong;
};
StyleMetrics metrics(Style style);

// Holds Hanken Grotesk in two weights, and how large everything is written.
struct Type {
  ImFont* regular = nullptr;
  ImFont* strong = nullptr;
  float scale = 1;  // text size, 1 to 2

  float line(Style style) const { return metrics(style).line_px * scale; }
};

// A paragraph wraps at spaces only, never at U+00A0, and does not leave one short word alone on its
// last line. Width and height in CSS px. Cost: one measuring pass over the text, no allocation.
struct Extent {
  float w, h, last_w;
};  // last_w: of the last line
Extent measure(const Type& type, Style style, std::string_view text, float wrap_px);
// Gives the width of the narrowest column in which a text takes no more lines than in this one, so
// that none of its lines is much shorter than the others.
float balanced(const Type& type, Style style, std::string_view text, float wrap_px);
float width(const Type& type, Style style, std::string_view text);

enum class Align : std::uint8_t { kLeft, kCentre, kRight };
// Writes into a column from (x, y), each line centred on its cap height, and returns the height
// written. The lines of titles and of what stands in the middle have about one length.
float write(ImDrawList* draw, const Type& type, Style style, Colour colour, float x, float y,
            std::string_view text, float wrap_px, Align align = Align::kLeft);
// Writes one line, not wrapped.
void write_line(ImDrawList* draw, const Type& type, Style style, Colour colour, float x, float y,
                std::string_view text);

}  // namespace advisor::ui
