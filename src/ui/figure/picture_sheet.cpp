#include "ui/figure/picture_sheet.h"

#include <imgui.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "app/author.h"
#include "ui/kit/paint.h"

namespace advisor::ui {
namespace {

constexpr float kMargin = 56, kBadge = 26, kApart = kBadge + 6;
constexpr float kStageTop = 132, kLeastViews = 480, kFoot = 92;
constexpr float kRow = 52, kColumnGap = 32;
constexpr Colour kWhite = rgb(0xFFFFFF);

struct Numbered {
  const Mark* mark;
  int number;  // as on the screen: in the order of marking
  body::Point at{};
  float y = 0;  // of its number in the margin
  bool left = false;
};

using List = std::vector<Numbered>;

void sort_by_height(List& list) {  // a handful
  for (std::size_t i = 1; i < list.size(); ++i)
    for (std::size_t k = i; k > 0 && list[k].at.y < list[k - 1].at.y; --k)
      std::swap(list[k], list[k - 1]);
}

void badge(const Ui& ui, float x, float y, int number) {
  ui.draw->AddCircleFilled({x, y}, kBadge / 2, ui.theme.ink);
  const float line = ui.type.line(Style::kBodyStrong);
  write(ui.draw, ui.type, Style::kBodyStrong, kWhite, x - 20, y - line / 2, std::to_string(number),
        40, Align::kCentre);
}

// Numbers stand in the margin at the height of their marks, moved apart where they would touch.
void spread(List& list, bool left, float top, float bottom) {
  float next = top;
  for (Numbered& n : list)
    if (n.left == left) next = (n.y = std::max(n.y, next)) + kApart;
  float most = bottom;
  for (auto n = list.rbegin(); n != list.rend(); ++n)
    if (n->left == left) most = (n->y = std::min(n->y, most)) - kApart;
}

void paint_numbers(const Ui& ui, List& list, Rect stage) {
  int balance = 0;
  for (Numbered& n : list) {
    const float from_axis = n.at.x - stage.x - stage.w / 2;
    n.left = from_axis < -4 || (from_axis <= 4 && balance <= 0);
    balance += n.left ? 1 : -1;
    n.y = n.at.y;
  }
  for (const bool left : {true, false})
    spread(list, left, stage.y + 64, stage.y + stage.h - kBadge / 2);
  for (const Numbered& n : list) {
    const float edge = n.left ? stage.x + kBadge / 2 : stage.x + stage.w - kBadge / 2;
    const float bend = n.at.x + (edge - n.at.x) * 0.4f;
    const ImVec2 line[] = {{n.at.x, n.at.y}, {bend, n.y}, {edge, n.y}};
    ui.draw->AddPolyline(line, 3, ui.theme.ink_2, 0, 1);
    ui.draw->AddCircleFilled({n.at.x, n.at.y}, 5, kWhite);
    ui.draw->AddCircleFilled({n.at.x, n.at.y}, 3.5f, ui.theme.ink);
    badge(ui, edge, n.y, n.number);
  }
}

// The runner's own sides are written on both views, because left on the one is right on the other.
void paint_names(const Ui& ui, Rect stage, bool back) {
  const auto word = [&](std::string_view key) {
    return app::capitalized(std::string(ui.session.library().words.ui(key)));
  };
  const float line = ui.type.line(Style::kBody);
  write(ui.draw, ui.type, Style::kLead, ui.theme.ink, stage.x, stage.y - 30,
        word(back ? "ui.where.back_view" : "ui.where.front"), stage.w, Align::kCentre);
  write(ui.draw, ui.type, Style::kBody, ui.theme.ink_2, stage.x, stage.y + 10,
        word(back ? "ui.where.your_left" : "ui.where.your_right"), 96);
  write(ui.draw, ui.type, Style::kBody, ui.theme.ink_2, stage.x + stage.w - 96, stage.y + 10,
        word(back ? "ui.where.your_right" : "ui.where.your_left"), 96, Align::kRight);
  for (const float x : {stage.x, stage.x + stage.w - 28})
    fill(ui, {x, stage.y + 14 + line, 28, 1.5f}, 0, ui.theme.edge);
}

void paint_entry(const Ui& ui, const Numbered& n, float x, float y, float w) {
  const Phrases phrases(ui.session.library().knowledge, ui.session.library().words);
  badge(ui, x + kBadge / 2, y + kRow / 2, n.number);
  const float text_x = x + kBadge + 14;
  write(ui.draw, ui.type, Style::kBodyStrong, ui.theme.ink, text_x, y + 4,
        phrases.region_name(n.mark->region), w - kBadge - 14);
  const float meter_y = y + 4 + ui.type.line(Style::kBodyStrong) + 8;
  for (int i = 0; i < 10; ++i)
    fill(ui, {text_x + 9 * static_cast<float>(i), meter_y, 7, 6}, 1.5f,
         i < n.mark->intensity ? ui.theme.coral : ui.theme.line);
  std::string said = phrases.text("phrases.picture.intensity",
                                  {{"n", std::to_string(n.mark->intensity)},
                                   {"word", phrases.intensity_word(n.mark->intensity)}});
  if (n.mark->quality) said += std::string(", ") + std::string(phrases.term_in(*n.mark->quality));
  write_line(ui.draw, ui.type, Style::kNote, ui.theme.ink_2, text_x + 102,
             meter_y + 3 - ui.type.line(Style::kNote) / 2, said);
}

// Where the parts of the sheet stand: a head, both views, the list of the marks, a foot.
struct SheetLayout {
  std::size_t rows;  // of the list, which has two columns
  float inner, stage_h, list_y, foot_y, height;
};

SheetLayout lay_out_sheet(const PictureSheet& sheet, std::size_t marks) {
  const std::size_t rows = (marks + 1) / 2;
  const float list = marks == 0 ? 44 : kRow * static_cast<float>(rows);
  const float stage_h = std::max(kLeastViews, sheet.height_px - kStageTop - list - kFoot - 36);
  const float list_y = kStageTop + stage_h + 36,
              height = std::max(sheet.height_px, list_y + list + kFoot);
  return {rows, sheet.width_px - 2 * kMargin, stage_h, list_y, height - kFoot + 28, height};
}

void paint_head(const Ui& ui, const SheetLayout& l, const Phrases& phrases) {
  write_line(ui.draw, ui.type, Style::kVerdict, ui.theme.ink, kMargin, 44,
             phrases.text("phrases.picture.title"));
  const Day today = day_of(ui.session.now());
  const std::string year =
      std::to_string(static_cast<int>(std::chrono::year_month_day{today}.year()));
  write(ui.draw, ui.type, Style::kLeadRegular, ui.theme.ink_2, kMargin, 48,
        phrases.text("phrases.picture.date", {{"date", phrases.date(today)}, {"year", year}}),
        l.inner, Align::kRight);
}

// Paints the words of one view, and says in `scene` how the figure under them is drawn. Returns the
// marks that are at home in it.
List paint_view(const Ui& ui, const body::Figure& figure, body::View view, const SheetLayout& l,
                FigureScene& scene) {
  const bool back = view == body::View::kBack;
  const Rect stage{kMargin + (back ? l.inner / 2 + 8 : 0), kStageTop, l.inner / 2 - 8, l.stage_h};
  scene.view = scene.turning_from = view;
  scene.framing = body::fit_body(figure, view, {stage.x, stage.y, stage.w, stage.h});
  scene.ground = kWhite;
  scene.tone = ui.session.shown().tone;
  List here;
  const std::vector<Mark>& marks = ui.session.intake().marks;
  for (const Mark& mark : marks) {
    const int region = mark.region.value;
    scene.intensity[static_cast<std::size_t>(region)] = static_cast<float>(mark.intensity) / 10;
    if (body::home_view(region) == view)
      here.push_back({&mark, static_cast<int>(&mark - marks.data()) + 1,
                      body::region_anchor_px(figure, view, scene.framing, region)});
  }
  sort_by_height(here);
  paint_names(ui, stage, back);
  paint_numbers(ui, here, stage);
  return here;
}

// The lines go down the first column, then down the second.
void paint_list(const Ui& ui, const SheetLayout& l, const Phrases& phrases, List all) {
  std::sort(all.begin(), all.end(),
            [](const Numbered& a, const Numbered& b) { return a.number < b.number; });
  const float column = (l.inner - kColumnGap) / 2;
  hairline(ui, kMargin, l.list_y - 14, l.inner, ui.theme.line);
  if (all.empty())
    write(ui.draw, ui.type, Style::kLeadRegular, ui.theme.ink_2, kMargin, l.list_y,
          phrases.text("phrases.picture.none"), l.inner, Align::kCentre);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const bool first = i < l.rows;
    paint_entry(ui, all[i], kMargin + (first ? 0 : column + kColumnGap),
                l.list_y + kRow * static_cast<float>(first ? i : i - l.rows), column);
  }
}

void paint_foot(const Ui& ui, const SheetLayout& l, const Phrases& phrases) {
  hairline(ui, kMargin, l.foot_y - 12, l.inner, ui.theme.line);
  write_line(ui.draw, ui.type, Style::kNoteStrong, ui.theme.ink, kMargin, l.foot_y,
             ui.session.library().site.name);
  write(ui.draw, ui.type, Style::kNote, ui.theme.ink_3, kMargin, l.foot_y + 18,
        phrases.text("phrases.summary.disclaimer"), l.inner);
}

}  // namespace

PictureSheet paint_picture_sheet(const app::Session& session, const body::Figure& figure, Type type,
                                 ImDrawList* draw) {
  Settings settings;
  settings.density = PictureSheet::kDensity;
  type.scale = 1;
  app::Tree no_tree;
  ImDrawListSplitter splitter;
  std::vector<app::Action> no_actions;
  Motion no_motion;
  const Ui ui{theme_for(false, false),
              type,
              settings,
              session,
              no_tree,
              draw,
              splitter,
              no_actions,
              no_motion};
  draw->_FringeScale = 1 / settings.density;
  const Phrases phrases(session.library().knowledge, session.library().words);

  PictureSheet sheet;
  const SheetLayout l = lay_out_sheet(sheet, session.intake().marks.size());
  sheet.height_px = l.height;
  paint_head(ui, l, phrases);
  List all = paint_view(ui, figure, body::View::kFront, l, sheet.views[0]);
  const List back = paint_view(ui, figure, body::View::kBack, l, sheet.views[1]);
  all.insert(all.end(), back.begin(), back.end());
  paint_list(ui, l, phrases, std::move(all));
  paint_foot(ui, l, phrases);
  return sheet;
}

}  // namespace advisor::ui
