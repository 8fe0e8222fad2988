#include <imgui.h>

#include <algorithm>
#include <string>

#include "content/phrases.h"
#include "ui/kit/widgets.h"
#include "ui/screens/screens.h"

// The calendar has seven columns from Monday, so that a weekend stays together. Pressure is a
// number of bars first, and a colour second.
namespace advisor::ui {
namespace {

constexpr float kGap = 4;

void race_flag(const Ui& ui, float x, float y, Colour c) {
  fill(ui, {x + 0.4f, y, 1.3f, 11}, 0, c);
  const ImVec2 flag[] = {{x + 2.2f, y + 1},
                         {x + 9.2f, y + 1},
                         {x + 7, y + 3.6f},
                         {x + 9.2f, y + 6.2f},
                         {x + 2.2f, y + 6.2f}};
  ui.draw->AddConcavePolyFilled(flag, 5, c);
}

void diamond(const Ui& ui, float cx, float cy, Colour c) {
  ui.draw->AddQuadFilled({cx, cy - 4}, {cx + 4, cy}, {cx, cy + 4}, {cx - 4, cy}, c);
}

unsigned day_of_month(Day day) {
  return static_cast<unsigned>(std::chrono::year_month_day(day).day());
}

struct Cell {
  Rect box;
  const DayAdvice* day;
  int node;
};

// What its node says: what may be done that day, which the areas and the answers limit too.
void paint_cell(Ui& ui, const Cell& cell, bool race) {
  const Rect& b = cell.box;
  const DayAdvice& day = *cell.day;
  const app::Node& node = ui.tree.nodes()[static_cast<std::size_t>(cell.node)];
  const Pressure pressure = *node.pressure;
  const Touched t = press(ui, cell.node, b);
  const Theme& th = ui.theme;
  Colour ground = day.ideal ? th.action : day_tint(th, pressure);
  hint(ui, cell.node, t);
  ground = mix(ground, day.ideal ? th.surface : th.ink, 0.08f * std::max(t.hover, t.press));
  fill(ui, b, 10, ground);
  if (!day.ideal && (pressure == Pressure::kLight || th.high_contrast))
    stroke(ui, b, 10, 1, th.line);
  const Colour ink = day.ideal ? th.on_action : pressure == Pressure::kNone ? th.ink_3 : th.ink;
  const std::string number = std::to_string(day_of_month(day.date));
  const Style style = day.ideal ? Style::kBodyStrong : Style::kBody;
  const float shift = b.w < 40 && (day.ideal || race) ? -4.0f : 0.0f;
  const float line = ui.type.line(style), block = line + 7;
  const float y = b.y + (b.h - block) / 2;
  write(ui.draw, ui.type, style, ink, b.x + shift, y, number, b.w, Align::kCentre);
  if (pressure == Pressure::kNone)
    ui.draw->AddLine({b.x + 10, b.y + b.h - 10}, {b.x + b.w - 10, b.y + 10}, th.ink_3, 1);
  else
    pressure_bars(ui, b.x + b.w / 2, y + line + 1, static_cast<int>(pressure), ink);
  float corner = b.x + b.w - 9;
  if (day.ideal) diamond(ui, corner, b.y + 9, ink), corner -= 11;
  if (race) race_flag(ui, corner - 5, b.y + 4, ink);
  if (const float chosen = ui.motion.linger({node.key, 'c'}, node.on == 1, kChoiceSeconds);
      chosen > 0)
    focus_ring(ui, b, 10, with_alpha(th.action, chosen));
  if (t.focused) focus_ring(ui, {b.x - 2, b.y - 2, b.w + 4, b.h + 4}, 12, th.ink);
}

float week_head(Ui& ui, Column& c, const Phrases& phrases) {
  const float cell_w = (c.w - 6 * kGap) / 7;
  bool short_names_fit = true;
  for (unsigned i = 0; i < 7; ++i)
    short_names_fit &= width(ui.type, Style::kNote, phrases.weekday_short(i)) <= cell_w + kGap - 2;
  for (unsigned i = 0; i < 7;
       ++i)  // a weekday is its first letter where the text is large and the phone small
    write(ui.draw, ui.type, Style::kNote, ui.theme.ink_2,
          c.x + static_cast<float>(i) * (cell_w + kGap), c.y,
          phrases.weekday_short(i).substr(0, short_names_fit ? std::string_view::npos : 1), cell_w,
          Align::kCentre);
  c.y += ui.type.line(Style::kNote) + 4;
  return cell_w;
}

// A week is a row of seven cells.
struct Week {
  float x, cell_w, cell_h;
  float left(unsigned column) const { return x + static_cast<float>(column) * (cell_w + kGap); }
  Rect cell(unsigned column, float y) const { return {left(column), y, cell_w, cell_h}; }
};

bool has_race(const Ui& ui, Day day) {
  const auto& races = ui.session.intake().races;
  return std::any_of(races.begin(), races.end(), [&](const Race& r) { return r.date == day; });
}

// Paints the title, and at its right what a race is shown by: on a line of its own where the title
// leaves no room.
void paint_title(Ui& ui, Column& c, const Phrases& phrases) {
  const auto title = [&] { paragraph(ui, c, "calendar.title", Style::kBodyStrong, ui.theme.ink); };
  if (ui.session.intake().races.empty()) return title();
  const std::string_view race = phrases.words().ui("ui.advice.race");
  const app::Node* node = ui.node("calendar.title");
  const float w = width(ui.type, Style::kNote, race);
  const bool apart = node && width(ui.type, Style::kBodyStrong, node->name) + 32 + w > c.w;
  if (apart) title();
  const float y = c.y + (ui.type.line(Style::kBodyStrong) - ui.type.line(Style::kNote)) / 2;
  write_line(ui.draw, ui.type, Style::kNote, ui.theme.ink, c.x + c.w - w, y, race);
  race_flag(ui, c.x + c.w - w - 16, y + ui.type.line(Style::kNote) / 2 - 5, ui.theme.ink);
  if (apart)
    c.space(ui.type.line(Style::kBodyStrong));
  else
    title();
}

// Days of the first week that cannot be booked any more are numbers without a control.
void paint_days_before(const Ui& ui, const Week& week, float y, Day first) {
  const unsigned columns = weekday_of(first);
  for (unsigned column = 0; column < columns; ++column)
    write(ui.draw, ui.type, Style::kBody, ui.theme.ink_3, week.left(column),
          y + (week.cell_h - ui.type.line(Style::kBody)) / 2,
          std::to_string(day_of_month(first - std::chrono::days{columns - column})), week.cell_w,
          Align::kCentre);
}

// Says whether a month after the one of the calendar's first day begins in the row of this day.
bool month_begins_in_row(Day day, Day first) {
  const Day row_end = day + std::chrono::days{6 - weekday_of(day)};
  const unsigned number = day_of_month(row_end);
  return number <= 7 && row_end - std::chrono::days{number - 1} > first;
}

// A new month is named above its first day.
void paint_month_name(const Ui& ui, const Week& week, float y, Day day, const Phrases& phrases) {
  if (day_of_month(day) != 1) return;
  const std::chrono::year_month_day date(day);
  write(ui.draw, ui.type, Style::kNote, ui.theme.ink_2, week.left(weekday_of(day)) + 2,
        y - ui.type.line(Style::kNote) - 2, phrases.month(static_cast<unsigned>(date.month())),
        3 * week.cell_w);
}

void legend_swatch(const Ui& ui, const app::Node& node, float x, float y) {
  if (!node.pressure) {
    fill(ui, {x, y, 26, 20}, 5, ui.theme.action);
    diamond(ui, x + 13, y + 10, ui.theme.on_action);
  } else if (*node.pressure == Pressure::kNone) {
    ui.draw->AddLine({x + 4, y + 17}, {x + 22, y + 3}, ui.theme.ink_3, 1);
  } else {
    pressure_swatch(ui, x, y, *node.pressure);
  }
}

void legend(Ui& ui, Column& c) {
  float x = c.x;
  const float h = std::max(20.0f, ui.type.line(Style::kNote));
  for (const app::Node& node : ui.tree.nodes()) {
    if (node.parent != "legend") continue;
    const float w = 34 + width(ui.type, Style::kNote, node.name) + 14;
    if (x > c.x && x + w - 14 > c.x + c.w) x = c.x, c.y += h + 6;
    legend_swatch(ui, node, x, c.y + (h - 20) / 2);
    write_line(ui.draw, ui.type, Style::kNote, ui.theme.ink_2, x + 34,
               c.y + (h - ui.type.line(Style::kNote)) / 2, node.name);
    x += w;
  }
  c.y += h;
}

}  // namespace

void paint_calendar(Ui& ui, Column& c) {
  const auto& timing = ui.session.advice().timing;
  if (!timing || timing->days.empty()) return;
  const Library& library = ui.session.library();
  const Phrases phrases(library.knowledge, library.words);
  paint_title(ui, c, phrases);
  c.space(6);
  const Week week{c.x, week_head(ui, c, phrases), std::max(44.0f, ui.px(44))};
  const Day first = timing->days.front().date;
  paint_days_before(ui, week, c.y, first);
  const int day_0 = ui.tree.find("day.0");
  float y = c.y;
  for (std::size_t i = 0; i < timing->days.size(); ++i) {
    const DayAdvice& day = timing->days[i];
    const unsigned column = weekday_of(day.date);
    if (i > 0 && column == 0) y += week.cell_h + kGap;
    if (i > 0 && month_begins_in_row(day.date, first)) {
      if (column == 0) y += ui.type.line(Style::kNote) + 2;
      if (y > c.y) paint_month_name(ui, week, y, day.date, phrases);
    }
    paint_cell(ui, {week.cell(column, y), &day, day_0 + static_cast<int>(i)},
               has_race(ui, day.date));
  }
  c.y = y + week.cell_h + 12;
  legend(ui, c);
  c.space(12);
}

void paint_month(Ui& ui, Column& c) {
  const Library& library = ui.session.library();
  const Phrases phrases(library.knowledge, library.words);
  const float head = std::max(44.0f, ui.type.line(Style::kLead)), cy = c.y + head / 2;
  Column name{c.x, cy - ui.type.line(Style::kLead) / 2, c.w - 104};
  paragraph(ui, name, "month", Style::kLead, ui.theme.ink);
  icon_button(ui, "month.earlier", Icon::kBack, c.x + c.w - 72, cy, ui.theme.ink);
  icon_button(ui, "month.later", Icon::kForward, c.x + c.w - 22, cy, ui.theme.ink);
  c.y = std::max(c.y + head, name.y) + 8;
  const Week week{c.x, week_head(ui, c, phrases), std::max(44.0f, ui.px(44))};
  const Day today = day_of(ui.session.now());
  float bottom = c.y;
  int row = 0;
  for (int i = ui.tree.find("date.0");
       i >= 0 && static_cast<std::size_t>(i) < ui.tree.nodes().size(); ++i) {
    const app::Node& node = ui.tree.nodes()[static_cast<std::size_t>(i)];
    if (node.parent != "date") break;
    const Day day = *node.day;
    const unsigned column = weekday_of(day), number = day_of_month(day);
    if (number > 1 && column == 0) ++row;
    const Rect b = week.cell(column, c.y + static_cast<float>(row) * (week.cell_h + kGap));
    const Touched t = press(ui, i, b);
    const bool on = node.on == 1;
    const float chosen = ui.motion.linger({node.key, 'c'}, on, kChoiceSeconds);
    fill(ui, b, 10,
         mix(with_alpha(mix(ui.theme.tint, ui.theme.day_moderate, t.press),
                        std::max(t.hover, t.press)),
             ui.theme.action, chosen));
    if (!on && day == today) stroke(ui, b, 10, 1, ui.theme.edge);
    const Style style = on || day == today ? Style::kBodyStrong : Style::kBody;
    const Colour ink = on ? ui.theme.on_action : node.disabled ? ui.theme.ink_3 : ui.theme.ink;
    write(ui.draw, ui.type, style, ink, b.x, b.y + (b.h - ui.type.line(style)) / 2,
          std::to_string(number), b.w, Align::kCentre);
    if (node.disabled)
      ui.draw->AddLine({b.x + 10, b.y + b.h - 10}, {b.x + b.w - 10, b.y + 10},
                       with_alpha(ui.theme.ink_3, 0.5f), 1);
    if (t.focused) focus_ring(ui, b, 10, ui.theme.action);
    bottom = b.y + b.h;
  }
  c.y = bottom + 8;
}

}  // namespace advisor::ui
