#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "app/cover.h"
#include "ui/kit/widgets.h"
#include "ui/screens/screens.h"

// Paints what a kiosk puts over the screens: its picture while nobody is there, its question, and
// the code for a phone.
namespace advisor::ui {
namespace {

constexpr Colour kGround = rgb(0x121815), kGlow = rgb(0x1F2926);
constexpr Colour kCodeLight = rgb(0xFFFFFF), kCodeDark = rgb(0x17211D);
constexpr float kQuietZone = 4;  // squares around a code, as its standard asks

// Light falls off around the figure in rings of triangles, from kGlow in the middle to kGround.
void paint_light(Ui& ui, float cx, float cy, float reach) {
  constexpr int kRings = 8, kSpokes = 48;
  ImDrawList& draw = *ui.draw;
  const ImVec2 uv = ImGui::GetFontTexUvWhitePixel();
  draw.PrimReserve(kRings * kSpokes * 6, (kRings + 1) * kSpokes);
  const auto first = static_cast<int>(draw._VtxCurrentIdx);
  for (int ring = 0; ring < kRings; ++ring)
    for (int i = 0; i < kSpokes; ++i) {
      const int a = first + ring * kSpokes + i, b = first + ring * kSpokes + (i + 1) % kSpokes;
      for (const int corner : {a, b, b + kSpokes, a, b + kSpokes, a + kSpokes})
        draw.PrimWriteIdx(static_cast<ImDrawIdx>(corner));
    }
  for (int ring = 0; ring <= kRings; ++ring) {
    const float t = static_cast<float>(ring) / kRings, falls = t * t * (3 - 2 * t);
    for (int i = 0; i < kSpokes; ++i) {
      const float angle = 6.2831853f * static_cast<float>(i) / kSpokes;
      draw.PrimWriteVtx({cx + std::cos(angle) * reach * t, cy + std::sin(angle) * reach * t}, uv,
                        mix(kGlow, kGround, falls));
    }
  }
}

void paint_attract_figure(Ui& ui, Rect stage, FigureView& view, const app::AttractPose& pose) {
  const body::Figure* figure = view.figure();
  if (!figure) return;
  FigureScene scene;
  scene.view = pose.back ? body::View::kBack : body::View::kFront;
  scene.turning_from = pose.back ? body::View::kFront : body::View::kBack;
  scene.turn = pose.turn;
  scene.framing = body::fit_body(*figure, scene.view, {stage.x, stage.y, stage.w, stage.h});
  if (pose.region >= 0) scene.intensity[static_cast<std::size_t>(pose.region)] = 0.7f * pose.glow;
  scene.ground = kGlow;
  scene.dark = true;
  scene.tone = ui.session.shown().tone;
  view.draw(ui, scene);
}

// Where the parts of the picture stand that a kiosk shows while nobody is there.
struct AttractLayout {
  Rect area, stage;
  bool wide;     // the words stand beside the figure, otherwise under it
  float larger;  // than at 100 %: the words grow with the screen, to be read from as far away
  float margin;
  Align align() const { return wide ? Align::kLeft : Align::kCentre; }
};

AttractLayout lay_out_attract(Rect area) {
  const float w = area.w, h = area.h;
  const bool wide = w >= 768 && w > h;
  const float larger =
      std::clamp(wide ? std::min(w / 1280, h / 800) : std::min(w / 390, h / 844), 1.0f, 2.5f);
  return {
      area,
      wide ? Rect{w * 0.44f, h * 0.035f, w * 0.52f, h * 0.93f} : Rect{0, h * 0.04f, w, h * 0.68f},
      wide, larger, wide ? w * 0.075f : 24 * larger};
}

void paint_attract_line(Ui& ui, Column& c, std::string_view key, Style style, Colour colour,
                        Align align) {
  const int index = ui.tree.find(key);
  if (index < 0) return;
  const std::string& text = ui.tree.nodes()[static_cast<std::size_t>(index)].name;
  const float h = write(ui.draw, ui.type, style, colour, c.x, c.y, text, c.w, align);
  ui.tree.place(index, {c.x, c.y, c.w, h});
  c.y += h;
}

// The whole screen is the button; this is what looks like one.
void paint_attract_button(Ui& ui, Rect box, bool wide, std::string_view name) {
  const Style style = wide ? Style::kTouch : Style::kLead;
  fill(ui, box, box.h / 2, ui.theme.action);
  write(ui.draw, ui.type, style, ui.theme.on_action, box.x,
        box.y + (box.h - ui.type.line(style)) / 2, name, box.w, Align::kCentre);
  if (ui.focused == "kiosk.start") focus_ring(ui, box, box.h / 2, ui.theme.action);
}

void paint_attract_words(Ui& ui, const AttractLayout& l, std::string_view button) {
  const bool wide = l.wide;
  Column c{l.margin, 0, wide ? l.area.w * 0.44f : l.area.w - 2 * l.margin};
  const app::Node *head = ui.node("kiosk.title"), *note = ui.node("kiosk.note");
  const Style title = head && wide && width(ui.type, Style::kDisplay, head->name) <= c.w
                          ? Style::kDisplay
                          : Style::kDisplaySmall;
  const float button_h = ui.px(wide ? 64 : 52);
  const float button_w =
      wide ? width(ui.type, Style::kTouch, button) + ui.px(72) : std::min(c.w, ui.px(400));
  const float words_h = (head ? measure(ui.type, title, head->name, c.w).h : 0) +
                        ui.px(wide ? 46 : 36) + button_h + ui.px(wide ? 40 : 20);
  const float note_h = note && !wide ? measure(ui.type, Style::kNote, note->name, c.w).h : 0;
  c.y = wide ? l.area.h * 0.465f - words_h / 2 : l.area.h - words_h - ui.px(26) - note_h;
  paint_attract_line(ui, c, "kiosk.title", title, ui.theme.ink, l.align());
  c.space(ui.px(wide ? 16 : 6));
  paint_attract_line(ui, c, "kiosk.title_other", wide ? Style::kSubtitle : Style::kLeadRegular,
                     ui.theme.ink_2, l.align());
  c.space(ui.px(wide ? 40 : 20));
  paint_attract_button(ui, {wide ? l.margin : (l.area.w - button_w) / 2, c.y, button_w, button_h},
                       wide, button);
  c.y = wide ? l.area.h - ui.px(70) : l.area.h - ui.px(16) - note_h;
  paint_attract_line(ui, c, "kiosk.note", wide ? Style::kBody : Style::kNote, ui.theme.ink_2,
                     l.align());
}

void paint_attract(Ui& ui, Rect area, FigureView& view, const app::AttractPose& pose) {
  const AttractLayout l = lay_out_attract(area);
  Type type = ui.type;
  type.scale = std::max(type.scale, l.larger);
  Settings settings = ui.settings;
  settings.dark = true;
  Ui dark{theme_for(true, ui.settings.high_contrast),
          type,
          settings,
          ui.session,
          ui.tree,
          ui.draw,
          ui.splitter,
          ui.actions,
          ui.motion};
  dark.focused = ui.focused;
  fill(dark, area, 0, kGround);
  const int start = dark.tree.find("kiosk.start");
  if (start < 0) return;
  press(dark, start, area);
  paint_light(dark, l.stage.x + l.stage.w / 2, area.h * (l.wide ? 0.48f : 0.4f),
              l.wide ? area.w * 0.42f : area.h * 0.5f);
  paint_attract_figure(dark, l.stage, view, pose);
  paint_attract_words(dark, l, dark.tree.nodes()[static_cast<std::size_t>(start)].name);
}

// A square is a whole number of device pixels, so that no edge is soft.
void paint_code(Ui& ui, float cx, float y, float side, const app::Code& code) {
  const float density = ui.settings.density,
              squares = static_cast<float>(code.size) + 2 * kQuietZone;
  const float square = std::max(1.0f, std::floor(side * density / squares)) / density,
              whole = square * squares;
  const float left = std::floor((cx - whole / 2) * density) / density,
              top = std::floor((y + (side - whole) / 2) * density) / density;
  fill(ui, {left, top, whole, whole}, 12, kCodeLight);
  for (int row = 0; row < code.size; ++row)
    for (int from = 0; from < code.size; ++from) {
      int to = from;
      while (to < code.size && code.dark[static_cast<std::size_t>(row * code.size + to)]) ++to;
      if (to == from) continue;
      const float x = left + (kQuietZone + static_cast<float>(from)) * square;
      fill(ui,
           {x, top + (kQuietZone + static_cast<float>(row)) * square,
            static_cast<float>(to - from) * square, square},
           0, kCodeDark);
      from = to;
    }
}

// The words are as large as the screen lets them be around the code.
void paint_code_panel(Ui& screen, Rect area, const app::Code& code) {
  Type type = screen.type;
  Ui ui{screen.theme,    type,           screen.settings, screen.session, screen.tree, screen.draw,
        screen.splitter, screen.actions, screen.motion};
  ui.focused = screen.focused;
  fill(ui, area, 0, with_alpha(rgb(0x0F1613), 0.48f));
  ImGui::SetCursorScreenPos({area.x, area.y});
  ImGui::SetNextItemAllowOverlap();
  if (ImGui::InvisibleButton("cover.beside", {area.w, area.h}))
    ui.actions.push_back({app::Action::Kind::kUncover});
  constexpr float kLeastCode = 140, kFiner = 0.05f;
  float w = 0, margin = 0, inner = 0, close_h = 0, around = 0;
  const auto height = [&](std::string_view key, Style style) {
    const app::Node* node = ui.node(key);
    return node ? measure(ui.type, style, node->name, inner).h : 0;
  };
  for (;; type.scale -= kFiner) {
    w = std::min(area.w - 24, ui.px(420)), margin = std::min(ui.px(28), 40.0f),
    inner = w - 2 * margin;
    close_h = button_height(ui, "code.close", inner);
    around = height("code.title", Style::kTitle) + height("code", Style::kBody) +
             height("code.holds", Style::kBody) + close_h + margin * 2 + ui.px(52);
    if (type.scale <= 1 || around + kLeastCode <= area.h - 24) break;
  }
  const float side = std::max(kLeastCode, std::min({inner, ui.px(300), area.h - 24 - around}));
  const float h = around + side;
  const Rect panel{area.x + (area.w - w) / 2, area.y + std::max(12.0f, (area.h - h) / 2), w, h};
  card(ui, panel);
  ImGui::SetCursorScreenPos({panel.x, panel.y});
  ImGui::SetNextItemAllowOverlap();
  ImGui::InvisibleButton("cover.panel", {panel.w, panel.h});  // a tap on it does not close it
  if (const int group = ui.tree.find("cover"); group >= 0) ui.tree.place(group, panel);
  Column c{panel.x + margin, panel.y + margin, inner};
  paragraph(ui, c, "code.title", Style::kTitle, ui.theme.ink);
  c.space(ui.px(6));
  paragraph(ui, c, "code", Style::kBody, ui.theme.ink_2);
  c.space(ui.px(16));
  paint_code(ui, panel.x + panel.w / 2, c.y, side, code);
  c.y += side + ui.px(14);
  paragraph(ui, c, "code.holds", Style::kBody, ui.theme.ink_2);
  c.space(ui.px(16));
  button(ui, "code.close", {c.x, c.y, inner, close_h}, ButtonKind::kSecondary);
}

float note_height(const Ui& ui, float w) {
  const app::Node* node = ui.node("kiosk.still");
  const app::Node* stay = ui.node("kiosk.stay");
  if (!node || !stay) return 0;
  return std::max(ui.px(56), measure(ui.type, Style::kBody, node->name,
                                     w - width(ui.type, Style::kBodyStrong, stay->name) - 60)
                                     .h +
                                 ui.px(24));
}

// The question is one line over everything, with one button to stay. Its colours are the alarm's
// turned round, so that it stands out there too.
void paint_note(Ui& ui, Rect box) {
  const bool alarm = ui.session.alarm() && ui.session.advice().level >= Level::kUrgent;
  const Theme& theme = ui.theme;
  const Colour used = alarm ? rgb(theme.dark ? 0xBFDCCB : 0x1D4A3B) : theme.toast_action;
  const Colour ground = alarm ? theme.alarm_text : theme.toast_ground,
               words = alarm ? theme.alarm_ground : theme.toast_text;
  const int still = ui.tree.find("kiosk.still"), stay = ui.tree.find("kiosk.stay");
  if (still < 0 || stay < 0) return;
  const app::Node &note = ui.tree.nodes()[static_cast<std::size_t>(still)],
                  &action = ui.tree.nodes()[static_cast<std::size_t>(stay)];
  fill(ui, box, 14, ground);
  const float action_w = width(ui.type, Style::kBodyStrong, action.name) + 40,
              text_w = box.w - action_w - 20;
  const float h = measure(ui.type, Style::kBody, note.name, text_w).h;
  write(ui.draw, ui.type, Style::kBody, words, box.x + 20, box.y + (box.h - h) / 2, note.name,
        text_w);
  ui.tree.place(still, {box.x + 20, box.y + (box.h - h) / 2, text_w, h});
  const Rect at{box.x + box.w - action_w, box.y, action_w, box.h};
  const Touched t = press(ui, stay, at);
  write(ui.draw, ui.type, Style::kBodyStrong, used, at.x,
        at.y + (at.h - ui.type.line(Style::kBodyStrong)) / 2, action.name, at.w, Align::kCentre);
  if (t.focused) focus_ring(ui, {at.x + 6, at.y + 6, at.w - 12, at.h - 12}, 10, used);
}

}  // namespace

void paint_kiosk_cover(Ui& ui, Rect area, FigureView& figure, const app::Cover& cover) {
  if (cover.attract || cover.code.size > 0) {
    ImGui::SetNextWindowFocus();
    begin_window(ui, "cover", area);
    if (cover.attract)
      paint_attract(ui, area, figure, cover.pose);
    else
      paint_code_panel(ui, area, cover.code);
    end_window();
  }
  if (cover.seconds_left == 0) return;
  // The window is no larger than the question, so that what is around it can be used.
  const float w = std::min(area.w - 24, ui.px(460)), h = note_height(ui, w);
  const Rect box{area.x + (area.w - w) / 2,
                 (cover.code.size > 0 ? area.y + area.h - 24
                                      : std::min(ui.bar_top, area.y + area.h - 8) - 16) -
                     h,
                 w, h};
  ImGui::SetNextWindowFocus();
  begin_window(ui, "cover.note", box);
  paint_note(ui, box);
  end_window();
}

}  // namespace advisor::ui
