#include "ui/kit/widgets.h"
#include "ui/screens/screens.h"

namespace advisor::ui {

void name_and_pressure(Ui& ui, Column& c, const app::Node& node) {
  const float term = width(ui.type, Style::kBody, node.value_text),
              line = ui.type.line(Style::kBody);
  const bool below = c.w - term - 50 < ui.px(120);
  const float top = c.y;
  Column name{c.x, c.y, below ? c.w : c.w - term - 50};
  paragraph(ui, name, node.key, Style::kBodyStrong, ui.theme.ink);
  const float x = below ? c.x + 34 : c.x + c.w - term, y = below ? name.y : top;
  pressure_swatch(ui, x - 34, y + (line - 20) / 2, *node.pressure);
  write_line(ui.draw, ui.type, Style::kBody, ui.theme.ink, x, y, node.value_text);
  c.y = name.y + 2 + (below ? line : 0);
}

// Paints what stands in a sheet and is more than a line of text.
bool paint_in_sheet(Ui& ui, Column& c, const app::Node& node) {
  if (node.key.starts_with("month") || node.key == "calendar.title" || node.key == "legend")
    return true;  // these keys are painted with their calendar
  if (node.key == "date") {
    paint_month(ui, c);
    return true;
  }
  if (node.key == "calendar") {
    paint_calendar(ui, c);
    hairline(ui, c.x, c.y, c.w, ui.theme.line);
    c.space(12);
    return true;
  }
  if (node.key.starts_with("sheet.source.") && node.role == app::Role::kLink) {
    text_button_in_lines(ui, c, node.key, Style::kBody, ui.theme.action);
    c.space(10);
    return true;
  }
  if (node.key.starts_with("block.day.")) {
    c.space(12);
    hairline(ui, c.x, c.y, c.w, ui.theme.line);
    c.space(10);
    name_and_pressure(ui, c, node);
    return true;
  }
  if (node.key.starts_with("block.why.")) {
    paragraph(ui, c, node.key, Style::kBody, ui.theme.ink_2);
    return true;
  }
  if (node.key == "sheet.note") c.space(10);
  if (!node.key.starts_with("why.") && node.key != "calendar.day") return false;
  // Paints what the rule did, then why there is such a rule.
  const bool because = node.key.ends_with(".because");
  if (!because) c.space(10);
  paragraph(ui, c, node.key, because ? Style::kBody : Style::kBodyStrong,
            because ? ui.theme.ink_2 : ui.theme.ink);
  if (because) c.space(2);
  return true;
}

}  // namespace advisor::ui
