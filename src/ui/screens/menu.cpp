#include <imgui.h>

#include <algorithm>

#include "ui/screens/screens.h"
#include "ui/screens/where_parts.h"

namespace advisor::ui {
namespace {

void choice(Ui& ui, Column& c, std::string_view group) {
  c.space(24);
  paragraph(ui, c, Key(group, ".title"), Style::kBodyStrong, ui.theme.ink);
  c.space(8);
  segmented(ui, c, Keys(ui, group), 440);
}

}  // namespace

// The same heads and discs as on the first screen, under their titles.
void paint_chooser_choices(Ui& ui, Column& c) {
  c.space(24);
  paragraph(ui, c, "figure_kind.title", Style::kBodyStrong, ui.theme.ink);
  c.space(8);
  paint_heads(ui, c.x, c.y, {"figure.female", "figure.male"});
  c.space(std::max(44.0f, ui.sign(44)));
  if (ui.node("figure.state")) c.space(8);
  paragraph(ui, c, "figure.state", Style::kBody, ui.theme.ink_2);
  c.space(24);
  paragraph(ui, c, "tone.title", Style::kBodyStrong, ui.theme.ink);
  c.space(4);
  paint_swatches(ui, c.x + 4, c.y, "tone.");
  c.space(std::max(44.0f, ui.sign(44)));
}

void paint_menu(Ui& ui, Column& c) {
  choice(ui, c, "text_size");
  c.space(20);
  CardAround box(ui, c, 0, 0);
  bool first = true;
  for (const std::string_view key : {"contrast", "list_view"}) {
    if (!ui.node(key)) continue;
    if (!first) hairline(ui, box.in.x, box.in.y, box.in.w, ui.theme.line);
    first = false;
    switch_row(ui, box.in, key);
  }
  box.close(c, 0);
  paint_chooser_choices(ui, c);
  c.space(28);
  for (const std::string_view key : {"full_screen", "reset"}) {
    const float w = std::min(c.w, 480.0f), h = button_height(ui, key, w);
    button(ui, key, {c.x, c.y, w, h}, ButtonKind::kSecondary);
    if (h > 0) c.space(h + 12);
  }
  c.space(16);
  paragraph(ui, c, "about.title", Style::kBodyStrong, ui.theme.ink);
  c.space(4);
  paragraph(ui, c, "about", Style::kBody, ui.theme.ink_2);
  c.space(10);
  paragraph(ui, c, "sheet.disclaimer", Style::kBody, ui.theme.ink_2);
}

void paint_start_over(Ui& ui, Column& c) {
  paragraph(ui, c, "start_over.text", Style::kLeadRegular, ui.theme.ink_2);
  c.space(24);
  ButtonKind kind = ButtonKind::kPrimary;
  for (const std::string_view key : {"start_over.erase", "start_over.keep"}) {
    const float h = button_height(ui, key, c.w);
    button(ui, key, {c.x, c.y, c.w, h}, kind);
    c.space(h + 12);
    kind = ButtonKind::kSecondary;
  }
}

}  // namespace advisor::ui
