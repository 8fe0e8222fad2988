#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

#include "ui/figure/figure_view.h"
#include "ui/figure/mark_badge.h"
#include "ui/figure/stage.h"

// Paints what stands around the figure: the runner's own sides, a badge for each mark, a ring and a
// lens at the finger, a name at the mouse.
namespace advisor::ui {
namespace {

constexpr float kLens = 112, kLensZoom = 2.2f, kLensAway = 44;
constexpr float kRing = 22, kRingSeconds = 0.2f;
constexpr float kHandsFromU = 0.43f, kHandsToU = 0.585f, kHandInnerU = 190,
                kHandOuterU = 320;  // of the body's height; from its axis

}  // namespace

void FigureView::paint_sides(Ui& ui) const {
  const Rect& stage = layout_.area;
  const float margin = layout_.margin, y = layout_.sides_y,
              w = std::min(ui.px(stage.w < 360 ? 48 : 96), 0.28f * stage.w);
  if (y + 2 * ui.type.line(Style::kNote) > stage.y + stage.h)
    return;  // a small phone with large text has no room
  for (const bool left : {true, false}) {
    const int index = ui.tree.find(left ? "side.screen_left" : "side.screen_right");
    if (index < 0) continue;
    const float x = left ? stage.x + margin : stage.x + stage.w - margin - w;
    const std::string_view name = ui.tree.nodes()[static_cast<std::size_t>(index)].name;
    if (zoomed()) {  // the body may run under it
      const Extent words = measure(ui.type, Style::kNote, name, w);
      fill(ui, {(left ? x : x + w - words.w) - 8, y - 3, words.w + 16, words.h + 6}, 12,
           with_alpha(ui.theme.paper, 0.9f));
    }
    const float h = write(ui.draw, ui.type, Style::kNote, ui.theme.ink_2, x, y, name, w,
                          left ? Align::kLeft : Align::kRight);
    ui.tree.place(index, {x, y, w, h});
  }
}

// Says what became of a figure that was chosen and is not shown.
void FigureView::paint_state(Ui& ui) const {
  const Rect& stage = layout_.area;
  const float margin = layout_.margin;
  const int index = ui.tree.find("figure.state");
  if (index < 0 || !ui.tree.nodes()[static_cast<std::size_t>(index)].parent.empty())
    return;  // none, or the menu says it
  const std::string_view words = ui.tree.nodes()[static_cast<std::size_t>(index)].name;
  const Extent text =
      measure(ui.type, Style::kBody, words, std::min(stage.w - 2 * margin - 32, 420.0f));
  const Rect box{stage.x + (stage.w - text.w) / 2 - 16, stage.y + stage.h - text.h - 28,
                 text.w + 32, text.h + 20};
  card(ui, box);
  write(ui.draw, ui.type, Style::kBody, ui.theme.ink, box.x + 16, box.y + 10, words, text.w + 1,
        Align::kCentre);
  ui.tree.place(index, box);
}

// Badges stand in two margins: under the names of the sides, above the stage's foot, clear of the
// hands and of the zoom buttons.
BadgeSlots::Field FigureView::badge_field(const Ui& ui) const {
  const Rect& stage = layout_.area;
  BadgeSlots::Field field;
  field.left_x = stage.x + layout_.badge_x;
  field.right_x = stage.x + stage.w - layout_.badge_x;
  field.top = layout_.sides_y + ui.type.line(Style::kNote) * (stage.w < 360 ? 2.0f : 1.0f) + 24;
  field.bottom = stage.y + stage.h - BadgeSlots::kBelow - 6;
  field.reach = ui.sign(28) / 2 + 4;
  const body::Rect extent = figure_->extent_u();
  const body::Point from = scene_.framing.to_px({kHandInnerU, extent.y + kHandsFromU * extent.h}),
                    to = scene_.framing.to_px({kHandOuterU, extent.y + kHandsToU * extent.h});
  const float axis = scene_.framing.to_px({0, 0}).x, w = to.x - from.x, h = to.y - from.y;
  field.off[0] = {from.x, from.y, w, h};
  field.off[1] = {2 * axis - to.x, from.y, w, h};
  const Rect zoom = zoom_corner(ui, layout_);
  field.off[2] = {zoom.x, zoom.y, zoom.w, zoom.h};
  return field;
}

std::span<const BadgeSlots::Badge> FigureView::badges_of(const Ui& ui, body::View view) {
  if (!figure_->ready(view)) return {};
  std::array<BadgeSlots::Anchor, BadgeSlots::kMost> anchors;
  std::size_t n = 0;
  const Rect& stage = layout_.area;
  for (const Mark& mark : ui.session.intake().marks) {
    const int region = mark.region.value;
    if (n == anchors.size() ||
        body::region_bounds_px(*figure_, view, scene_.framing, region).w <= 0)
      continue;
    const body::Point at = body::region_anchor_px(*figure_, view, scene_.framing, region);
    const float top = zoomed() ? layout_.controls_y + layout_.controls_h : stage.y;
    if (at.x > stage.x && at.x < stage.x + stage.w && at.y > top && at.y < stage.y + stage.h)
      anchors[n++] = {region, at};
  }
  return badges_[static_cast<std::size_t>(view)].place({anchors.data(), n}, badge_field(ui));
}

// A touch is the badge's before it is the figure's under it. Beside another screen a badge leads
// back to the first one, which holds its mark.
void FigureView::touch_badges(Ui& ui) {
  if (framing_.moves() || fingers_.active() || scene_.turn < 1) return;
  for (const BadgeSlots::Badge& b : badges_of(ui, scene_.view)) {
    const int index = ui.tree.find(Key(
        "mark.", ui.session.library().knowledge.regions[static_cast<std::size_t>(b.region)].id));
    const bool used = press(ui, index, {b.at.x - 17, b.at.y - 17, 34, 52}).used;
    if (used && ui.session.screen() != app::Screen::kWhere)
      ui.actions.push_back({app::Action::Kind::kGoTo, -1, static_cast<int>(app::Screen::kWhere)});
  }
}

void FigureView::paint_badges_of(Ui& ui, body::View view, float opacity, float squeeze) {
  const auto badges = badges_of(ui, view);
  const int first = ui.draw->VtxBuffer.Size;
  const float axis = scene_.framing.to_px({0, 0}).x;
  for (const BadgeSlots::Badge& b : badges) {
    const float from_x = axis + (b.from.x - axis) * squeeze,
                edge = b.at.x + (b.left ? ui.sign(28) / 2 : -ui.sign(28) / 2);
    const ImVec2 line[] = {{from_x, b.from.y}, {b.bend.x, b.bend.y}, {edge, b.at.y}};
    ui.draw->AddPolyline(line, 3, ui.theme.ink_2, 0, 1);
    ui.draw->AddCircleFilled({from_x, b.from.y}, 5, ui.theme.coral);
    ui.draw->AddCircleFilled({from_x, b.from.y}, 3.5f, ui.theme.surface);
  }
  for (const BadgeSlots::Badge& b : badges) {
    const std::string& id =
        ui.session.library().knowledge.regions[static_cast<std::size_t>(b.region)].id;
    const int index = ui.tree.find(Key("mark.", id));
    if (index < 0) continue;
    const app::Node& node = ui.tree.nodes()[static_cast<std::size_t>(index)];
    const Mark& mark = *ui.session.told().mark_of(b.region);
    const float arrived = ui.motion.follow({node.key, 'b'}, 1, kPressSeconds, 0);
    const int own = ui.draw->VtxBuffer.Size;
    mark_badge(ui, b.at.x, b.at.y, mark_number(ui, mark), mark.intensity, node.expanded == 1);
    const std::string said = std::to_string(mark.intensity) + "/10";
    write(ui.draw, ui.type, Style::kNoteStrong, ui.theme.coral_text, b.at.x - 40,
          b.at.y + ui.sign(14) + (node.expanded == 1 ? 5.0f : 3.0f), said, 80, Align::kCentre);
    shift(ui.draw, own, 0, 0, arrived);
  }
  shift(ui.draw, first, 0, 0, opacity);
}

// Leaders turn with the body: those of the side that leaves until the middle of the turn, then
// those of the side that comes. No leader points at a body that is being moved.
void FigureView::paint_badges(Ui& ui) {
  if (framing_.moves() || fingers_.active()) return;
  const float t = scene_.turn, squeeze = t < 1 ? 1 - 0.08f * std::sin(3.14159265f * t) : 1;
  if (t < 0.5f)
    paint_badges_of(ui, scene_.turning_from, 1 - 2 * t, squeeze);
  else
    paint_badges_of(ui, scene_.view, 2 * t - 1, squeeze);
}

// A ring where the finger is shows at once that the touch was felt.
void FigureView::paint_ring(Ui& ui) const {
  const bool down = touch_.pressed() || touch_.aiming();
  const float seen = ui.motion.linger({"figure", 'r'}, down, kRingSeconds);
  if (seen <= 0) return;
  const body::Point at = touch_.place();
  ui.draw->AddCircleFilled({at.x, at.y}, kRing, with_alpha(ui.theme.action, 0.10f * seen));
  ui.draw->AddCircle({at.x, at.y}, kRing + 6 * (1 - seen),
                     with_alpha(ui.theme.action, 0.75f * seen), 0, 2);
}

// A mouse sees which area it is on, beside the pointer.
void FigureView::paint_name(Ui& ui) const {
  if (scene_.hovered < 0 || unnamed_ == scene_.hovered || touch_.down() || !ui.settings.can_hover ||
      ImGui::GetIO().MouseSource != ImGuiMouseSource_Mouse)
    return;
  const app::Node* node = ui.node(
      Key("region.",
          ui.session.library().knowledge.regions[static_cast<std::size_t>(scene_.hovered)].id));
  if (!node) return;
  const ImVec2 mouse = ImGui::GetIO().MousePos;
  const float w = width(ui.type, Style::kBody, node->name) + 20, h = ui.type.line(Style::kBody) + 8;
  const Rect& stage = layout_.area;
  const float right = stage.x + stage.w - 8;
  const Rect box{std::clamp(mouse.x + 16 + w <= right ? mouse.x + 16 : mouse.x - 12 - w,
                            stage.x + 8, std::max(stage.x + 8, right - w)),
                 std::max(stage.y + 4, mouse.y - h - 10), w, h};
  floating(ui, box, 10, ui.theme.toast_ground);
  write_line(ui.draw, ui.type, Style::kBody, ui.theme.toast_text, box.x + 10, box.y + 4,
             node->name);
}

// A finger hides what it touches. A round glass shows the place larger, with the outlines of the
// area and of its neighbour, and the name says which one it is; above the finger or beside it,
// never under the hand.
void FigureView::paint_lens(Ui& ui) {
  if (!touch_.aiming() || fingers_.active()) return;
  const body::Point finger = touch_.place();
  const body::TouchMap::Answer answer = answer_at(finger);
  const app::Node* node =
      answer.region < 0
          ? nullptr
          : ui.node(Key("region.", ui.session.library()
                                       .knowledge.regions[static_cast<std::size_t>(answer.region)]
                                       .id));
  const std::string_view name =
      node ? std::string_view(node->name) : ui.session.library().words.ui("ui.where.no_area");
  const Rect& stage = layout_.area;
  const float line = ui.type.line(Style::kBodyStrong),
              name_w = std::min(width(ui.type, Style::kBodyStrong, name), stage.w - 48);
  const float words_h = measure(ui.type, Style::kBodyStrong, name, name_w + 1).h;
  const float w = std::max(kLens + 16, name_w + 28), h = kLens + 18 + std::max(line, words_h) + 6;
  const bool above = finger.y - kLensAway - h >= 8;
  // The glass stands beside the finger, on the side that has room; at the left first, because a
  // right hand lies at the right of its finger.
  const bool at_left = finger.x - kLensAway - w >= stage.x + 4;
  const float x = above     ? std::clamp(finger.x - w / 2, stage.x + 8,
                                         std::max(stage.x + 8, stage.x + stage.w - w - 8))
                  : at_left ? finger.x - kLensAway - w
                            : std::min(finger.x + kLensAway, stage.x + stage.w - w - 4);
  const float y = above ? finger.y - kLensAway - h : std::max(8.0f, finger.y - h / 2);
  card(ui, {x, y, w, h});
  const Rect glass{x + (w - kLens) / 2, y + 8, kLens, kLens};
  lens_ = scene_;
  lens_.ground = ui.theme.surface;
  lens_.hovered = answer.neighbour;
  lens_.focused = answer.region;
  lens_.clip = glass;
  lens_.framing.stage_px = {glass.x, glass.y, glass.w, glass.h};
  lens_.framing.center_u = scene_.framing.to_u(finger);
  lens_.framing.fit_px_per_u = scene_.framing.fit_px_per_u * kLensZoom;
  call_renderer(ui, lens_);
  // Each corner outside of the circle is one fan.
  const ImVec2 centre{glass.x + kLens / 2, glass.y + kLens / 2};
  for (int corner = 0; corner < 4; ++corner) {
    const float sx = corner == 0 || corner == 3 ? -1.0f : 1.0f, sy = corner < 2 ? -1.0f : 1.0f;
    ui.draw->PathLineTo({centre.x + sx * (kLens / 2 + 1), centre.y + sy * (kLens / 2 + 1)});
    for (int i = 0; i <= 12; ++i) {
      const float a = 1.5707963f * static_cast<float>(sx * sy > 0 ? 12 - i : i) /
                      12;  // the vertices of every corner go the same way round
      ui.draw->PathLineTo(
          {centre.x + sx * kLens / 2 * std::cos(a), centre.y + sy * kLens / 2 * std::sin(a)});
    }
    ui.draw->PathFillConcave(ui.theme.surface);
  }
  ui.draw->AddCircle(centre, kLens / 2, ui.theme.line, 0, 1.5f);
  ui.draw->AddCircle(centre, 4, ui.theme.surface, 0, 3);
  ui.draw->AddCircle(centre, 4, ui.theme.ink, 0, 1.5f);
  write(ui.draw, ui.type, Style::kBodyStrong, node ? ui.theme.ink : ui.theme.ink_2,
        x + (w - name_w) / 2 - 1, y + kLens + 12, name, name_w + 2, Align::kCentre);
}

}  // namespace advisor::ui
