#include "ui/interface.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "ui/kit/panels.h"
#include "ui/screens/where_layout.h"

namespace advisor::ui {
namespace {

constexpr float kZoomPerPx = 0.004f;
constexpr float kLongestStep = 0.05f;  // s

}  // namespace

Interface::Interface(app::Session& session, const body::Figure* figure, PaintFigure paint_figure,
                     void* context)
    : session_(session), figure_(paint_figure, context), focus_(session, figure_) {
  figure_.set_figure(figure);
}

void Interface::set_settings(const Settings& settings) {
  settings_ = settings;
  type_.scale = settings.text_scale;
}

double Interface::due_seconds() const {
  double due = -1;
  for (const double next :
       {figure_.due_seconds(), toast_.left_seconds(session_.toast()), tooltip_.left_seconds()})
    if (next >= 0 && (due < 0 || next < due)) due = next;
  return due;
}

bool Interface::zoom(float x, float y, float dy) {
  return figure_.zoom(x, y, std::exp(-dy * kZoomPerPx));
}

bool Interface::slider_at(float x, float y) {
  const app::Tree& tree = session_.tree();
  for (std::size_t i = 0; i < tree.nodes().size(); ++i)
    if (tree.nodes()[i].role == app::Role::kSlider && inside(tree.box(static_cast<int>(i)), x, y))
      return true;
  return false;
}

bool Interface::sheet_can_be_pulled(float x, float y) const {
  if (!sheet_open() || ImGui::GetIO().DisplaySize.x >= kSideSheetFrom) return false;
  const int sheet = session_.tree().find("sheet");
  return sheet >= 0 && inside(session_.tree().box(sheet), x, y) &&
         (y < scrolls_.sheet.view.y || scrolls_.sheet.offset_px <= 0);
}

bool Interface::claims_touch(float x, float y, float dx, float dy) {
  if (!sheet_open() && (figure_.claims_touch(x, y, dx, dy) || slider_at(x, y))) return true;
  if (std::fabs(dx) >= std::fabs(dy)) return false;
  if (dy > 0 && sheet_can_be_pulled(x, y)) return true;
  const Scroll* panel = scrolls_.at(x, y, sheet_open());
  return panel &&
         (dy < 0 ? panel->offset_px + 0.5f < panel->last_offset_px() : panel->offset_px > 0.5f);
}

std::string Interface::press_key(std::string_view focused, std::string_view pressed) {
  if (pressed != "Escape") return focus_.press(focused, pressed);
  dismiss_tooltip();
  if (!session_.apply({app::Action::Kind::kCloseSheet}))
    session_.apply({app::Action::Kind::kMarkList, -1, 0});
  return {};
}

// A finger that moves in a panel scrolls it, or pulls the sheet down from its top; the control
// under it is then not used. Returns whether a panel that was thrown goes on.
bool Interface::follow_finger(float seconds) {
  const ImGuiIO& io = ImGui::GetIO();
  const float x = io.MousePos.x, y = io.MousePos.y;
  const double now = ImGui::GetTime();
  if (ImGui::IsMouseClicked(0))
    finger_.press(x, y, scrolls_.at(x, y, sheet_open()), sheet_can_be_pulled(x, y));
  const bool moves =
      io.MouseSource == ImGuiMouseSource_TouchScreen && io.MouseDown[0] && ImGui::IsMousePosValid();
  if (moves && finger_.move(x, y, seconds, now)) ImGui::ClearActiveID();
  finger_.spring_back(motion_);
  if (io.MouseDown[0]) return false;
  if (finger_.let_go(ImGui::IsMouseReleased(0), now))
    session_.apply({app::Action::Kind::kCloseSheet});
  return scrolls_.coast(std::max(io.DeltaTime * 1000, 1.0f));
}

// Each screen begins at its top. The sign that is to be corrected is scrolled into sight, with what
// it has opened.
void Interface::begin_screen() {
  scrolls_.screen = {};
  rest_of_check_.stop();
  if (const int about = session_.shown().about_flag; about >= 0)
    focus_.reveal("answer." +
                  session_.library().knowledge.flags[static_cast<std::size_t>(about)].id + ".yes");
}

// Follows what has happened since the last frame. Returns whether something moves.
bool Interface::follow(Rect window, float seconds) {
  focus_.follow();
  session_.set_system(static_cast<int>(settings_.text_scale * 100 + 0.5f), settings_.high_contrast);
  const app::Shown& shown = session_.shown();
  type_.scale =
      shown.text_percent ? static_cast<float>(shown.text_percent) / 100 : settings_.text_scale;
  // The time that has passed counts for what waits. What moves starts now, however long nothing was
  // drawn.
  if (toast_.tick(session_.toast(), seconds)) session_.apply({app::Action::Kind::kCloseToast});
  float& step = ImGui::GetIO().DeltaTime;
  step = std::min(step, kLongestStep);
  motion_.begin(step, settings_.reduced_motion);
  bool moves = follow_finger(seconds);
  const Arrangement arranged = arrangement(window.w, window.h, type_.scale);
  session_.set_layout(arranged.two_panels, arranged.low_foot, settings_.can_hover);
  if (change_.follow(session_)) begin_screen();
  moves |= rest_of_check_.follow(session_, scrolls_.screen, motion_);
  if (shown.sheet == app::Sheet::kNone) scrolls_.sheet = {};
  return moves;
}

Interface::Over Interface::over_screen() const {
  const app::Cover* cover = paint_cover_ ? session_.cover() : nullptr;
  return {cover, cover && cover->attract, cover && cover->code.size > 0, sheet_open()};
}

bool Interface::paint(float w, float h) {
  const Rect window{0, 0, w, h};
  const float seconds = ImGui::GetIO().DeltaTime;
  const bool moves = follow(window, seconds);
  const Theme& plain =
      theme_for(settings_.dark, settings_.high_contrast || session_.shown().high_contrast);
  app::Tree& tree = session_.tree();
  tree.forget_places();
  scrolls_.forget_views();
  actions_.clear();
  Ui ui{theme_.of(plain, settings_.accent),
        type_,
        settings_,
        session_,
        tree,
        nullptr,
        splitter_,
        actions_,
        motion_};
  ui.reveal = focus_.to_reveal();
  ui.focused = focus_.key();
  ui.animating = moves;
  const Over over = over_screen();
  paint_window(ui, window, over);
  paint_sheet_over(ui, window, over);
  if (session_.library().whole && !tooltip_.idle(ui)) tooltip_.paint(ui, window, seconds);
  if (over.cover) paint_cover_(ui, window, figure_, *over.cover);
  tree.settle_places();
  focus_.reveal({});
  return settle(ui);
}

// Tells the session what painting has found out, and applies what was used. Returns whether another
// frame is wanted at once.
bool Interface::settle(const Ui& ui) {
  bool again = ui.animating || motion_.moving() || figure_.zoomed() != session_.shown().zoomed;
  session_.set_zoomed(figure_.zoomed());
  rest_of_check_.set_first_below(ui.first_below);
  if (change_.screen() == app::Screen::kSafety) session_.set_signs_below(ui.below);
  for (const app::Action& action : actions_) again |= session_.apply(action);
  return again;
}

void Interface::paint_window(Ui& ui, Rect window, const Over& over) {
  begin_window(ui, "advisor", window);
  fill(ui, window, 0,
       session_.alarm() && session_.advice().level >= Level::kUrgent ? ui.theme.alarm_ground
                                                                     : ui.theme.paper);
  figure_.follow_session(ui, focus_.region());
  // What lies under an open sheet is seen, and cannot be used.
  if (over.disables()) ImGui::BeginDisabled();
  const Arrival arrival = change_.arrival(motion_);
  if (over.attract)
    figure_.hide();
  else
    paint_screen(ui, window, arrival);
  change_.painted();
  if (over.disables()) ImGui::EndDisabled();
  // The toast stands over the figure while that is worked on, otherwise over the words.
  Rect words = window;
  if (session_.shown().two_panels && session_.screen() == app::Screen::kWhere) {
    ui.bar_left = figure_panel_width(window.w), ui.bar_top = window.h;
  } else if (session_.shown().two_panels && !session_.alarm()) {
    words.x = figure_panel_width(window.w);
    words.w -= words.x;
  }
  if (!over.sheet && !over.attract) toast_.paint(ui, words);
  end_window();
}

// A screen slides in from the side on which it lies along the way. The first screen does not move,
// and neither do the bar and the figure.
void Interface::paint_screen(Ui& ui, Rect window, Arrival arrival) {
  const bool two_panels = session_.shown().two_panels, alarm = session_.alarm(),
             where = session_.screen() == app::Screen::kWhere;
  if (alarm || (!where && !two_panels)) figure_.hide();
  int first = ui.draw->VtxBuffer.Size;
  if (alarm) {
    ui.arrival = arrival;
    paint_alarm(ui, window, scrolls_.screen);
  } else {
    const float left = two_panels ? figure_panel_width(window.w) : 0, right = window.w - left,
                bar = ui.px(two_panels ? 64 : 56);
    if (two_panels) {
      paint_figure_panel(ui, {0, 0, left, window.h}, figure_);
      fill(ui, {left, 0, right, window.h}, 0, ui.theme.surface);
      fill(ui, {left, 0, 1, window.h}, 0, ui.theme.line);
    }
    const bool own_bar = where && !two_panels;
    if (!own_bar) paint_bar(ui, {left, 0, right, bar});
    if (!own_bar || change_.forward() || change_.first()) ui.arrival = arrival;
    first = ui.draw->VtxBuffer.Size;
    paint_step(ui, window, {left, bar, right, window.h - bar});
  }
  shift(ui.draw, first, arrival.dx, 0, arrival.opacity);
  ui.arrival = {};
}

void Interface::paint_step(Ui& ui, Rect window, Rect content) {
  switch (session_.screen()) {
    case app::Screen::kWhere:
      session_.shown().two_panels ? paint_where_panel(ui, content, scrolls_.where)
                                  : paint_where(ui, window, figure_, scrolls_.where);
      break;
    case app::Screen::kTell:
      paint_tell(ui, content, scrolls_.screen);
      break;
    case app::Screen::kSafety:
      paint_safety(ui, content, scrolls_.screen);
      break;
    case app::Screen::kAdvice:
      paint_advice(ui, content, scrolls_.screen);
      break;
    case app::Screen::kBook:
      paint_book(ui, content, scrolls_.screen);
      break;
  }
}

// The sheet has a window of its own because it lies over the panels of the screen.
void Interface::paint_sheet_over(Ui& ui, Rect window, const Over& over) {
  if (over.sheet) leaving_.painted(motion_, session_.shown().sheet);
  if (over.attract) return;
  if (!over.sheet) return leaving_.paint(motion_, window.w);
  actions_.clear();
  ImGui::SetNextWindowFocus();
  begin_window(ui, "sheet", window);
  ui.bar_top = ui.bar_left = 1e9f;
  if (over.code) ImGui::BeginDisabled();
  paint_sheet(ui, window, scrolls_.sheet, finger_.pulled_px());
  if (over.code) ImGui::EndDisabled();
  toast_.paint(ui, window);
  end_window();
}

}  // namespace advisor::ui
