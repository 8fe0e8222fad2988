#include "ui/interface.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "ui/kit/panels.h"
#include "ui/screens/where_layout.h"

namespace advisor::ui {
namespace {

constexpr float kDragStarts = 8;       // px before a press becomes a drag
constexpr float kDecayPerMs = 0.998f;  // momentum
constexpr float kRestPxPerMs = 0.02f;
constexpr float kStillMs = 80;        // without moving: a finger that rests
constexpr float kPullCloses = 96;     // px, or
constexpr float kThrowCloses = 0.6f;  // px per ms
constexpr float
    kStepPx = 16,
    kStepSeen = 0.4f;  // how far it comes in, and how much of it is seen at once: no frame is empty
constexpr float kZoomPerPx = 0.004f;
constexpr float kLongestStep = 0.05f;  // s

bool inside(const Rect& r, float x, float y) {
  return x >= r.x && y >= r.y && x < r.x + r.w && y < r.y + r.h;
}

}  // namespace

Interface::Interface(app::Session& session, const body::Figure* figure, PaintFigure paint_figure,
                     void* context)
    : session_(session), figure_(paint_figure, context) {
  figure_.set_figure(figure);
}

void Interface::set_settings(const Settings& settings) {
  settings_ = settings;
  type_.scale = settings.text_scale;
}

const Theme& Interface::theme() {
  const Theme& plain =
      theme_for(settings_.dark, settings_.high_contrast || session_.shown().high_contrast);
  if (!settings_.accent) return plain;
  if (accent_ != settings_.accent || accented_.dark != plain.dark ||
      accented_.high_contrast != plain.high_contrast)
    accented_ = with_accent(plain, accent_ = settings_.accent);
  return accented_;
}

int Interface::region_of(std::string_view key, std::string_view prefix) const {
  if (!key.starts_with(prefix)) return -1;
  const auto& regions = session_.library().knowledge.regions;
  for (std::size_t i = 0; i < regions.size(); ++i)
    if (regions[i].id == key.substr(prefix.size())) return static_cast<int>(i);
  return -1;
}

void Interface::focus_key(std::string key) {
  const bool came_to_figure = region_of(focused_, "region.") < 0;
  focused_ = std::move(key);
  if (const int region = region_of(focused_, "region."); region >= 0 && came_to_figure)
    turn_to(region);
  reveal_ = focused_;
  // The row of a slider opens when the slider gets the focus, so that it can be seen.
  if (const int region = region_of(focused_, "intensity.");
      region >= 0 && session_.shown().open_mark != region)
    session_.apply({app::Action::Kind::kOpenMark, region});
}

bool Interface::wheel(float x, float y, float dy) {
  Scroll* panel = panel_at(x, y);
  if (!panel) return false;
  const float to = std::clamp(panel->offset_px + dy, 0.0f, panel->limit());
  panel->velocity_px_ms = 0;
  return std::exchange(panel->offset_px, to) != to;
}

bool Interface::scroll_by(float dy) {
  for (const Scroll* scroll : panels())
    if (scroll->limit() > 0)
      return wheel(scroll->view.x + scroll->view.w / 2, scroll->view.y + scroll->view.h / 2, dy);
  return false;
}

double Interface::due_seconds() const {
  double due = -1;
  for (const double next : {figure_.due_seconds(), toast_clock_.left_seconds(session_.toast()),
                            tooltip_.left_seconds()})
    if (next >= 0 && (due < 0 || next < due)) due = next;
  return due;
}

bool Interface::zoom(float x, float y, float dy) {
  return figure_.zoom(x, y, std::exp(-dy * kZoomPerPx));
}

bool Interface::claims_touch(float x, float y, float dx, float dy) {
  if (!sheet_open()) {
    if (figure_.claims_touch(x, y, dx, dy)) return true;
    const app::Tree& tree = session_.tree();
    for (std::size_t i = 0; i < tree.nodes().size(); ++i)
      if (tree.nodes()[i].role == app::Role::kSlider && inside(tree.box(static_cast<int>(i)), x, y))
        return true;
  }
  if (std::fabs(dx) >= std::fabs(dy)) return false;
  if (dy > 0 && sheet_can_be_pulled(x, y)) return true;
  const Scroll* panel = panel_at(x, y);
  return panel && (dy < 0 ? panel->offset_px + 0.5f < panel->limit() : panel->offset_px > 0.5f);
}

std::string Interface::figure_key(std::string_view focused, std::string_view pressed) {
  using Kind = app::Action::Kind;
  if (pressed == "Escape") {
    dismiss_tooltip();
    if (!session_.apply({Kind::kCloseSheet})) session_.apply({Kind::kMarkList, -1, 0});
  }
  const int region = region_of(focused, "region.");
  if (region < 0) return {};
  if (pressed == "z" || pressed == "Z") {
    session_.apply({app::Action::Kind::kZoom, -1, pressed == "z" ? 1 : -1});
    return {};
  }
  if (pressed == "0") {
    session_.apply({app::Action::Kind::kFrame, -1, 0});
    return {};
  }
  if (pressed == "+" || pressed == "-") {
    const Mark* mark = session_.told().mark_of(region);
    if (mark)
      session_.apply({Kind::kSetIntensity, region, mark->intensity + (pressed == "+" ? 1 : -1)});
    else if (pressed == "+")
      session_.apply({Kind::kToggleMark, region});
    return {};
  }
  const body::Figure* figure = figure_.figure();
  const body::View view = session_.shown().back_view ? body::View::kBack : body::View::kFront;
  int to = region;
  if (pressed == "t") {
    const body::View there = view == body::View::kFront ? body::View::kBack : body::View::kFront;
    session_.apply({Kind::kTurn, -1, there == body::View::kBack});
    if (figure) to = body::turned_region(*figure, there, region);
    turning_ = figure && !figure->ready(there) ? region : -1;
  } else if (pressed == "Home") {
    to = 0;
  } else if (pressed == "End") {
    to = body::kRegionCount - 1;
  } else if (pressed.starts_with("Arrow") && figure && !session_.shown().list_view) {
    constexpr std::string_view kArrows[] = {"Left", "Right", "Up", "Down"};
    for (int d = 0; d < 4; ++d)
      if (pressed.substr(5) == kArrows[d])
        to = body::neighbour(*figure, view, region, static_cast<body::Direction>(d));
  } else {
    to += pressed == "ArrowLeft" || pressed == "ArrowUp" ? -1 : 1;
  }
  if (to < 0 || to >= body::kRegionCount) return {};
  if (pressed != "t") turn_to(to);
  return "region." + session_.library().knowledge.regions[static_cast<std::size_t>(to)].id;
}

// The figure turns when the region that has the focus lies on its other side.
void Interface::turn_to(int region) {
  const body::Figure* figure = figure_.figure();
  const body::View view = session_.shown().back_view ? body::View::kBack : body::View::kFront;
  if (figure && figure->ready(view) &&
      body::region_bounds_px(*figure, view, figure_.scene().framing, region).w <= 0)
    session_.apply({app::Action::Kind::kTurn, -1, body::home_view(region) == body::View::kBack});
}

// A mark that was opened from anywhere is shown on its side of the figure.
void Interface::follow_openings() {
  const app::Shown& shown = session_.shown();
  if (std::exchange(openings_, shown.openings) == shown.openings || shown.open_mark < 0) return;
  turn_to(shown.open_mark);
}

// A finger that moves in a panel scrolls it, or pulls the sheet down from its top; the control
// under it is then not used.
void Interface::scroll_by_touch(float seconds, bool& animating) {
  const ImGuiIO& io = ImGui::GetIO();
  const float x = io.MousePos.x, y = io.MousePos.y;
  if (ImGui::IsMouseClicked(0)) {
    pressed_ = panel_at(x, y);
    if (pressed_) pressed_->velocity_px_ms = 0;
    pullable_ = sheet_can_be_pulled(x, y);
    press_x_ = x;
    press_y_ = last_y_ = y;
    finger_px_ms_ = 0;
  }
  const float real_dt = std::max(seconds * 1000, 1.0f);
  if (io.MouseSource == ImGuiMouseSource_TouchScreen && io.MouseDown[0] &&
      ImGui::IsMousePosValid()) {
    const float dx = x - press_x_, dy = y - press_y_, step = y - last_y_;
    const bool moves = pulling_ || (pressed_ && pressed_->dragging);
    if (!moves && std::fabs(dy) > kDragStarts && std::fabs(dy) > std::fabs(dx) &&
        (pressed_ || pullable_)) {
      pulling_ = pullable_ && dy > 0;
      if (pressed_) pressed_->dragging = !pulling_;
      ImGui::ClearActiveID();
    }
    // A finger that rested before it left gives the panel no momentum.
    finger_px_ms_ =
        step == 0 && real_dt > kStillMs ? 0 : 0.6f * (step / real_dt) + 0.4f * finger_px_ms_;
    if (pulling_)
      pull_px_ = std::max(0.0f, dy - kDragStarts);
    else if (pressed_ && pressed_->dragging)
      pressed_->offset_px = std::clamp(pressed_->offset_px - step, 0.0f, pressed_->limit());
    last_y_ = y;
    last_move_s_ = step != 0 ? ImGui::GetTime() : last_move_s_;
  }
  if (pulling_)
    motion_.keep({"sheet", 'y'}, pull_px_);
  else
    pull_px_ = motion_.shrink({"sheet", 'y'}, kPressSeconds);
  if (io.MouseDown[0]) return;
  const bool thrown =
      ImGui::IsMouseReleased(0) && ImGui::GetTime() - last_move_s_ < kStillMs / 1000;
  if (std::exchange(pulling_, false) &&
      (pull_px_ > kPullCloses || (thrown && finger_px_ms_ > kThrowCloses)))
    session_.apply({app::Action::Kind::kCloseSheet});
  const float dt = std::max(ImGui::GetIO().DeltaTime * 1000, 1.0f);
  for (Scroll* scroll : panels()) {
    if (std::exchange(scroll->dragging, scroll->dragging && ImGui::IsMouseReleased(0)) && thrown)
      scroll->velocity_px_ms = -finger_px_ms_;
    if (scroll->velocity_px_ms == 0) continue;
    scroll->offset_px += scroll->velocity_px_ms * dt;
    scroll->velocity_px_ms *= std::pow(kDecayPerMs, dt);
    const bool at_end = scroll->offset_px <= 0 || scroll->offset_px >= scroll->limit();
    scroll->offset_px = std::clamp(scroll->offset_px, 0.0f, scroll->limit());
    if (at_end || std::fabs(scroll->velocity_px_ms) < kRestPxPerMs)
      scroll->velocity_px_ms = 0;
    else
      animating = true;
  }
}

// Scrolls the topmost panel at the place; what lies under a sheet does not scroll.
Scroll* Interface::panel_at(float x, float y) {
  if (sheet_open()) return inside(sheet_.view, x, y) ? &sheet_ : nullptr;
  for (Scroll* scroll : panels())
    if (inside(scroll->view, x, y)) return scroll;
  return nullptr;
}

bool Interface::sheet_can_be_pulled(float x, float y) const {
  if (!sheet_open() || ImGui::GetIO().DisplaySize.x >= kSideSheetFrom) return false;
  const int sheet = session_.tree().find("sheet");
  return sheet >= 0 && inside(session_.tree().box(sheet), x, y) &&
         (y < sheet_.view.y || sheet_.offset_px <= 0);
}

void Interface::follow_turn() {
  const body::Figure* figure = figure_.figure();
  const body::View view = session_.shown().back_view ? body::View::kBack : body::View::kFront;
  if (turning_ < 0 || !figure || !figure->ready(view)) return;
  const int from = std::exchange(turning_, -1);
  if (region_of(focused_, "region.") != from) return;
  focus_key(
      "region." +
      session_.library()
          .knowledge.regions[static_cast<std::size_t>(body::turned_region(*figure, view, from))]
          .id);
  session_.ask_focus(focused_);
}

// Scrolls by one view, less a strip that shows where the text goes on. The first sign that was out
// of sight gets the focus.
void Interface::show_rest(bool& animating) {
  constexpr float kStays = 88;
  if (std::exchange(rests_, session_.shown().rests) != session_.shown().rests &&
      session_.shown().screen == app::Screen::kSafety) {
    rest_from_ = main_.offset_px;
    rest_to_ = std::min(main_.limit(), main_.offset_px + main_.view.h - kStays);
    if (!first_below_.empty()) session_.ask_focus(first_below_);
  }
  if (rest_to_ < 0) return;
  main_.offset_px = motion_.follow({"safety.rest", 'y'}, rest_to_, kStepSeconds, rest_from_);
  const bool there = std::fabs(main_.offset_px - rest_to_) < 0.5f;
  if (there || main_.dragging) rest_to_ = -1;
  animating |= !there;
}

// Each screen begins at its top, and comes in from the side on which it lies on the way.
void Interface::enter_screen() {
  if (session_.screen() == painted_screen_ && session_.alarm() == painted_alarm_) return;
  forward_ = session_.screen() >= painted_screen_;
  painted_screen_ = session_.screen();
  painted_alarm_ = session_.alarm();
  main_ = {};
  rest_to_ = -1;
  // The sign that is to be corrected is scrolled into sight, with what it has opened.
  if (const int about = session_.shown().about_flag; about >= 0)
    reveal_ =
        "answer." + session_.library().knowledge.flags[static_cast<std::size_t>(about)].id + ".yes";
}

bool Interface::frame(float w, float h) {
  const app::Shown& shown = session_.shown();
  follow_turn();
  session_.set_system(static_cast<int>(settings_.text_scale * 100 + 0.5f), settings_.high_contrast);
  type_.scale =
      shown.text_percent ? static_cast<float>(shown.text_percent) / 100 : settings_.text_scale;
  // The time that has passed counts for what waits. What moves starts now, however long nothing was
  // drawn.
  ImGuiIO& io = ImGui::GetIO();
  const float seconds = io.DeltaTime;
  if (toast_clock_.tick(session_.toast(), seconds, toast_held_))
    session_.apply({app::Action::Kind::kCloseToast});
  io.DeltaTime = std::min(io.DeltaTime, kLongestStep);
  motion_.begin(io.DeltaTime, settings_.reduced_motion);
  bool animating = false;
  scroll_by_touch(seconds, animating);
  const Arrangement arranged = arrangement(w, h, type_.scale);
  session_.set_layout(arranged.two_panels, arranged.low_foot, settings_.can_hover);
  enter_screen();
  show_rest(animating);
  if (session_.shown().sheet == app::Sheet::kNone) sheet_ = {};
  follow_openings();
  const bool two_panels = session_.shown().two_panels;
  const Theme& theme = this->theme();
  app::Tree& tree = session_.tree();
  tree.forget_places();
  actions_.clear();
  for (Scroll* scroll : panels()) scroll->view = {};

  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize({w, h});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2{0, 0});
  ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
  constexpr ImGuiWindowFlags kBare =
      ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
      ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoScrollWithMouse;
  ImGui::Begin("advisor", nullptr, kBare | ImGuiWindowFlags_NoBringToFrontOnFocus);
  Ui ui{theme,     type_,    settings_, session_, tree,    ImGui::GetWindowDrawList(),
        splitter_, actions_, motion_,   nullptr,  reveal_, animating};
  ui.focused = focused_;
  ui.draw->_FringeScale = 1 / settings_.density;
  fill(ui, {0, 0, w, h}, 0,
       session_.alarm() && session_.advice().level >= Level::kUrgent ? theme.alarm_ground
                                                                     : theme.paper);

  FigureScene& scene = figure_.scene();
  scene.dark = theme.dark;
  scene.tone = session_.shown().tone;
  scene.ground = theme.paper;
  for (int i = 0; i < body::kRegionCount; ++i) {
    const Mark* mark = session_.told().mark_of(i);
    // The glow of a mark comes and goes slowly, but follows the finger that sets its intensity.
    const float wanted = mark ? static_cast<float>(mark->intensity) / 10 : 0;
    float& glow = scene.intensity[static_cast<std::size_t>(i)];
    const float step = io.DeltaTime / kOpenSeconds;
    const bool cut = settings_.reduced_motion || io.MouseDown[0] || !painted_;
    glow = cut ? wanted : std::clamp(wanted, glow - step, glow + step);
    animating |= glow != wanted;
  }
  scene.focused = region_of(focused_, "region.");

  const app::Cover* cover = paint_cover_ ? session_.cover() : nullptr;
  const bool attract = cover && cover->attract, covered = cover && cover->code.size > 0;
  // What lies under an open sheet is seen, and cannot be used.
  const bool sheet = sheet_open();
  if (sheet || covered) ImGui::BeginDisabled();
  if (session_.alarm() || (session_.screen() != app::Screen::kWhere && !two_panels)) figure_.hide();
  // A screen slides in from the side on which it lies along the way; the first screen does not
  // move.
  const float arrived = motion_.follow(
      {"screen",
       static_cast<char>(static_cast<int>(session_.screen()) + (session_.alarm() ? 16 : 0))},
      1, kStepSeconds, painted_ ? 0 : 1);
  const Arrival arrival{kStepPx * (1 - arrived) * (forward_ ? 1 : -1),
                        kStepSeen + (1 - kStepSeen) * arrived};
  int first = ui.draw->VtxBuffer.Size;
  if (attract)
    figure_.hide();
  else if (session_.alarm()) {
    ui.arrival = arrival;
    paint_alarm(ui, {0, 0, w, h}, main_);
  } else {
    const float left = two_panels ? figure_panel_width(w) : 0;
    if (two_panels) {
      paint_figure_panel(ui, {0, 0, left, h}, figure_);
      fill(ui, {left, 0, w - left, h}, 0, theme.surface);
      fill(ui, {left, 0, 1, h}, 0, theme.line);
    }
    const float bar = ui.px(two_panels ? 64 : 56);
    const Rect content{left, bar, w - left, h - bar};
    const bool own_bar = session_.screen() == app::Screen::kWhere && !two_panels;
    if (!own_bar) paint_bar(ui, {left, 0, w - left, bar});
    if (!own_bar || forward_ || !painted_) ui.arrival = arrival;
    first = ui.draw->VtxBuffer.Size;
    switch (session_.screen()) {
      case app::Screen::kWhere:
        two_panels ? paint_where_panel(ui, content, where_)
                   : paint_where(ui, {0, 0, w, h}, figure_, where_);
        break;
      case app::Screen::kTell:
        paint_tell(ui, content, main_);
        break;
      case app::Screen::kSafety:
        paint_safety(ui, content, main_);
        break;
      case app::Screen::kAdvice:
        paint_advice(ui, content, main_);
        break;
      case app::Screen::kBook:
        paint_book(ui, content, main_);
        break;
    }
  }
  shift(ui.draw, first, arrival.dx, 0, arrival.opacity);
  ui.arrival = {};
  painted_ = true;
  if (sheet || covered) ImGui::EndDisabled();
  // The toast stands over the figure while that is worked on, otherwise over the words.
  const float words_from =
      two_panels && session_.screen() != app::Screen::kWhere && !session_.alarm()
          ? figure_panel_width(w)
          : 0;
  if (two_panels && session_.screen() == app::Screen::kWhere)
    ui.bar_left = figure_panel_width(w), ui.bar_top = h;
  if (!sheet && !attract) toast_held_ = paint_toast(ui, {words_from, 0, w - words_from, h});
  ImGui::End();
  if (sheet && !attract) {
    // The sheet is a window of its own because it lies over the panels of the screen.
    actions_.clear();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize({w, h});
    ImGui::SetNextWindowFocus();
    ImGui::Begin("sheet", nullptr, kBare);
    ui.draw = ImGui::GetWindowDrawList();
    ui.draw->_FringeScale = 1 / settings_.density;
    ui.bar_top = ui.bar_left = 1e9f;
    if (covered) ImGui::BeginDisabled();
    paint_sheet(ui, {0, 0, w, h}, sheet_, pull_px_);
    if (covered) ImGui::EndDisabled();
    toast_held_ = paint_toast(ui, {0, 0, w, h});
    ImGui::End();
  }
  const bool side = w >= kSideSheetFrom && painted_sheet_ != app::Sheet::kStartOver;
  if (sheet) {
    painted_sheet_ = shown.sheet;
    motion_.keep({"sheet", 'c'}, 1);
  } else if (const float left = motion_.shrink({"sheet", 'c'}, kOpenSeconds);
             left > 0 && !attract) {
    paint_leaving_sheet(left, side ? kStepPx : 0, side ? 0 : kStepPx);
  }
  if (session_.library().whole && !tooltip_.idle(ui)) tooltip_.frame(ui, {0, 0, w, h}, seconds);
  if (cover) paint_cover_(ui, {0, 0, w, h}, figure_, *cover);
  ImGui::PopStyleVar(2);
  tree.settle_places();
  reveal_.clear();

  animating = ui.animating || motion_.moving() || figure_.zoomed() != session_.shown().zoomed;
  session_.set_zoomed(figure_.zoomed());
  first_below_ = ui.first_below;
  if (painted_screen_ == app::Screen::kSafety) session_.set_signs_below(ui.below);
  for (const app::Action& action : actions_) animating |= session_.apply(action);
  return animating;
}

}  // namespace advisor::ui
