#pragma once

#include <array>
#include <string_view>

#include "ui/kit/widgets.h"
#include "ui/screens/where_layout.h"

// The parts of the first screen that more than one of its sources paints or measures.
namespace advisor::ui {

// Paints the two figures as heads, and the tones as discs; both are radios by their keys.
inline constexpr float kChooserWidth = 52;
float heads_width(const Ui& ui);
float swatches_width(const Ui& ui);
float chooser_height(const Ui& ui, float width);
void paint_heads(Ui& ui, float x, float y, std::array<std::string_view, 2> keys);
void paint_swatches(Ui& ui, float x, float y, std::string_view prefix);
void swatch(const Ui& ui, float centre_x, float centre_y, float radius, int tone);

// Paints the slider of a mark with its words, or the stepper in its place.
float intensity_height(const Ui& ui);
// Gives the width that the foot keeps free beside a name for the number of marks.
float count_width(const Ui& ui, bool low);

enum class Plate : std::uint8_t { kNone, kRising, kCard };
void paint_foot(Ui& ui, Rect box, const FootLayout& layout, Plate plate, float margin,
                Scroll& scroll);
// Paints the marks as rows, and what stands over them.
void paint_list_head(Ui& ui, Column& column);
void paint_mark_rows(Ui& ui, Column& column);
// Paints the same as a drawer over the stage, whose lower edge is at `bottom`; all of `under` is
// dimmed.
void paint_mark_list(Ui& ui, Rect under, Rect stage, float bottom, Scroll& scroll);

}  // namespace advisor::ui
