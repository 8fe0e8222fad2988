#include "ui/kit/widgets.h"
#include "ui/screens/screens.h"

// Paints what stands in a sheet and is more than a line of text.
namespace advisor::ui {
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
