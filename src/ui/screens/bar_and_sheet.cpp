#include <imgui.h>

#include <algorithm>

#include "ui/kit/widgets.h"
#include "ui/screens/screens.h"

// The bar above every screen, and the sheet that opens over one.
namespace advisor::ui {

void paint_bar(Ui& ui, Rect area) {
  const float margin = area.w < 360 ? 16.0f : area.w < 700 ? 20.0f : 32.0f;
  const float cy = area.y + area.h / 2;
  float x = area.x + margin;
  if (ui.node("back")) {
    icon_button(ui, "back", Icon::kBack, x + 6, cy, ui.theme.ink);
    x += 40;
  }
  if (const int progress = ui.tree.find("progress"); progress >= 0) {
    const app::Node& node = ui.tree.nodes()[static_cast<std::size_t>(progress)];
    // The words stand under the bars where there is room for them; the bars alone tell it too.
    const app::Node* language = ui.node("language");
    const float room = area.x + area.w - margin - 64 -
                       (language ? width(ui.type, Style::kNoteStrong, language->name) : 0) - x;
    // Where there is no room, the first half of the words stands.
    std::string_view said = node.name;
    if (width(ui.type, Style::kNote, said) > room) said = said.substr(0, said.find(','));
    const Extent words = measure(ui.type, Style::kNote, said, room);
    const bool shown = words.w <= room && words.h + 9 <= area.h;
    const float top = cy - (shown ? (9 + words.h) / 2 : 2);
    for (int i = 0; i < 4; ++i)
      fill(ui, {x + static_cast<float>(i) * 31, top, 27, 3}, 1.5f,
           i < node.step ? ui.theme.action : ui.theme.line);
    if (shown) write(ui.draw, ui.type, Style::kNote, ui.theme.ink_2, x, top + 8, said, room);
    ui.tree.place(progress,
                  {x, top, shown ? std::max(words.w, 120.0f) : 120.0f, shown ? 8 + words.h : 3});
  }
  float right = area.x + area.w - margin;
  if (ui.node("menu")) icon_button(ui, "menu", Icon::kMore, right - 10, cy, ui.theme.ink);
  right -= 48;
  if (const app::Node* language = ui.node("language"))
    text_button(ui, "language", right - width(ui.type, Style::kNoteStrong, language->name),
                cy - ui.type.line(Style::kNoteStrong) / 2, Style::kNoteStrong, ui.theme.ink_2);
}

namespace {

// Paints what is read: a benefit, a reason.
void paint_reading(Ui& ui, Column& c) {
  for (std::size_t i = 0; i < ui.tree.nodes().size(); ++i) {
    const app::Node& node = ui.tree.nodes()[i];
    const bool here = node.parent == "sheet" || node.parent == "sources" || node.parent == "block";
    if (!here || node.role == app::Role::kToolbar || node.key == "sheet.title" ||
        node.key == "sheet.close")
      continue;
    if (paint_in_sheet(ui, c, node)) continue;
    const bool fact = node.key.starts_with("sheet.fact."),
               source = node.key.starts_with("sheet.source.");
    switch (node.role) {
      case app::Role::kHeading:
        c.space(20);
        paragraph(ui, c, node.key, Style::kLead, ui.theme.ink);
        c.space(4);
        break;
      case app::Role::kLink:
        c.space(4);
        text_button(ui, node.key, c.x, c.y, Style::kBodyStrong, ui.theme.action);
        c.y += ui.type.line(Style::kBodyStrong);
        break;
      case app::Role::kButton: {
        c.space(16);
        const float h = button_height(ui, node.key, c.w);
        button(ui, node.key, {c.x, c.y, std::min(c.w, 480.0f), h}, ButtonKind::kSecondary);
        c.y += h + 16;
        break;
      }
      default: {
        const float y = c.y;
        if (fact) {
          ui.draw->AddCircleFilled({c.x + 3, y + ui.type.line(Style::kBody) / 2}, 3,
                                   ui.theme.coral);
          Column in{c.x + 16, y, c.w - 16};
          paragraph(ui, in, node.key, Style::kBody, ui.theme.ink_2);
          c.y = in.y;
        } else {
          paragraph(ui, c, node.key, node.key == "sheet.lead" ? Style::kLeadRegular : Style::kBody,
                    source ? ui.theme.ink_2 : ui.theme.ink);
        }
        if (node.grade) {
          c.space(8);
          c.y += badge(ui, c.x, c.y, *node.grade, node.value_text).h;
        }
        c.space(6);
      }
    }
  }
}

void paint_inside(Ui& ui, Column& c, app::Sheet which) {
  if (which == app::Sheet::kMenu)
    paint_menu(ui, c);
  else if (which == app::Sheet::kChooser)
    paint_chooser_choices(ui, c);
  else if (which == app::Sheet::kStartOver)
    paint_start_over(ui, c);
  else
    paint_reading(ui, c);
}

}  // namespace

// On a phone a sheet comes from the bottom, as high as it needs to be. Where there is room it
// stands at the right edge, and a question in the middle.
void paint_sheet(Ui& ui, Rect area, Scroll& scroll, float pulled_px) {
  const app::Sheet which = ui.session.shown().sheet;
  const bool wide = area.w >= kSideSheetFrom, question = which == app::Sheet::kStartOver,
             side = wide && !question;
  constexpr float kHead = 24, kComesFrom = 16;
  const float wanted = scroll.content_px + kHead, high = std::min(area.h - 44, wanted);
  const Rect panel =
      side   ? Rect{area.x + area.w - 480, area.y, 480, area.h}
      : wide ? Rect{area.x + (area.w - 400) / 2, area.y + (area.h - high) / 2, 400, high}
             : Rect{area.x, area.y + area.h - high, area.w, high};
  const float arrived = ui.motion.follow({"sheet", static_cast<char>(which)}, 1, kStepSeconds, 0);
  fill(ui, area, 0,
       with_alpha(rgb(0x0F1613), 0.48f * arrived * (1 - std::min(1.0f, pulled_px / panel.h))));
  const int first = ui.draw->VtxBuffer.Size;
  const bool measured = wanted > kHead;  // its height is known once it was written
  ui.arrival = {side ? kComesFrom * (1 - arrived) : 0, measured ? arrived : 0,
                side ? 0 : kComesFrom * (1 - arrived) + pulled_px};
  const int close = ui.tree.find("sheet.close");
  // A tap beside the sheet closes it.
  ImGui::SetCursorScreenPos({area.x, area.y});
  const bool pressed = ImGui::InvisibleButton("sheet.beside", {area.w, area.h});
  const ImVec2 at = ImGui::GetIO().MousePos;
  const bool beside =
      at.x < panel.x || at.x >= panel.x + panel.w || at.y < panel.y || at.y >= panel.y + panel.h;
  if ((pressed && beside) || ImGui::IsKeyPressed(ImGuiKey_Escape, false))
    ui.actions.push_back({app::Action::Kind::kCloseSheet});
  if (close < 0) return;
  if (side)
    fill(ui, panel, 0, ui.theme.surface);
  else if (wide)
    floating(ui, panel, 24, ui.theme.surface);
  else
    rising_panel(ui, panel, 24);
  if (!wide) fill(ui, {panel.x + panel.w / 2 - 18, panel.y + 10, 36, 4}, 2, ui.theme.edge);
  if (const int group = ui.tree.find("sheet"); group >= 0) ui.tree.place(group, panel);

  const float margin = side ? 32.0f : area.w < 360 ? 16.0f : 20.0f;
  Column c = begin_scroll(ui, "sheet", scroll, {panel.x, panel.y + kHead, panel.w, panel.h - kHead},
                          margin);
  c.space(8);
  Column title{c.x, c.y, c.w - 48};
  // The title is as large as its longest word allows.
  const app::Node* name = ui.node("sheet.title");
  const Style style = name && measure(ui.type, Style::kTitle, name->name, title.w).w > title.w
                          ? Style::kLead
                          : Style::kTitle;
  paragraph(ui, title, "sheet.title", style, ui.theme.ink);
  icon_button(ui, "sheet.close", Icon::kClose, c.x + c.w - 10, c.y + ui.type.line(style) / 2,
              ui.theme.ink);
  c.y = title.y + 8;
  paint_inside(ui, c, which);
  end_scroll(ui, c, question ? 12 : 40, ui.theme.surface);
  shift(ui.draw, first, ui.arrival.dx, ui.arrival.dy, ui.arrival.opacity);
  ui.arrival = {};
}

}  // namespace advisor::ui
