#include "app/author.h"

namespace advisor::app {
namespace {

constexpr std::string_view kTones[] = {"ui.menu.tone_clay", "ui.menu.tone_sand",
                                       "ui.menu.tone_honey", "ui.menu.tone_walnut",
                                       "ui.menu.tone_ebony"};

void author_mark(const Author& a, const Mark& mark) {
  const int region = mark.region.value;
  const std::string& id = a.knowledge.regions[mark.region.value].id;
  const std::string name = a.phrases.region_name(mark.region), n = std::to_string(mark.intensity);
  const Shown& shown = a.session.shown();

  // A badge on the figure and a row of the list.
  Node& row = a.button(key_of("mark.", id), "tray",
                       a.phrases.text("phrases.mark_details", {{"region", name}}),
                       {Action::Kind::kOpenMark, region});
  row.expanded = shown.open_mark == region;
  row.intensity = static_cast<std::uint8_t>(mark.intensity);
  row.label = name;
  // Its second line.
  const bool on_back = a.knowledge.area_of(mark.region).home_is_back;
  std::string told = a.phrases.text("phrases.out_of_ten", {{"n", n}});
  if (on_back != shown.back_view)
    told +=
        std::string(", ") + std::string(a.ui(on_back ? "ui.where.on_back" : "ui.where.on_front"));
  a.text(key_of("told.", id), "tray", told);

  Node& slider = a.tree.add(key_of("intensity.", id), "tray", Role::kSlider,
                            a.phrases.text("phrases.intensity_label", {{"region", name}}),
                            {Action::Kind::kSetIntensity, region, mark.intensity});
  slider.minimum = 1;
  slider.maximum = 10;
  slider.value = static_cast<float>(mark.intensity);
  slider.value_text = a.phrases.text(
      "phrases.intensity_value", {{"n", n}, {"word", a.phrases.intensity_word(mark.intensity)}});

  if (const int other = a.session.other_side(region); other >= 0) {
    // The button is done with once both sides are marked; the list, or the line that tells of it,
    // takes the other side back.
    Node& mirror = a.button(key_of("mirror.", id), "tray",
                            a.phrases.text("phrases.mirror_mark", {{"region", name}}),
                            {Action::Kind::kMirrorMark, region});
    mirror.disabled = a.session.told().mark_of(other) != nullptr;
    mirror.label = a.ui("ui.where.both_sides");
  }
  a.button(key_of("remove.", id), "tray", a.phrases.text("phrases.remove_mark", {{"region", name}}),
           {Action::Kind::kRemoveMark, region})
      .label = a.ui("ui.where.remove");
}

// What takes a step back says what it changes.
void author_step(const Author& a, std::string_view key, std::string_view name, Action action,
                 const Told::Step& step) {
  Node& node = a.button(key, "tray", name, action);
  node.disabled = step.words.empty();
  if (!node.disabled) node.description = a.words_of(step.words, step.region, step.value);
}

// Authors the marks: the one that the foot holds, and all of them.
void author_tray(const Author& a) {
  const Session& session = a.session;
  const Shown& shown = session.shown();
  const auto& marks = session.intake().marks;
  const std::string count =
      a.phrases.counted("phrases.count.areas", static_cast<int>(marks.size()));
  // The arrows up and down go through the controls of the tray; left and right belong to the
  // sliders.
  a.toolbar("tray", "", count);
  a.heading("tray.count", "tray", count);
  if (marks.size() > 1 && !shown.two_panels)
    a.button("tray.list", "tray", count, {Action::Kind::kMarkList, -1, shown.mark_list ? 0 : 1})
        .expanded = shown.mark_list;
  author_step(a, "undo", a.ui("ui.common.undo"), {Action::Kind::kUndo}, session.told().undo_step());
  author_step(a, "redo", a.ui("ui.common.redo"), {Action::Kind::kRedo}, session.told().redo_step());
  for (const Mark& mark : marks) author_mark(a, mark);
  a.text("where.ends.low", "tray", a.ui("ui.where.slider_low"));
  a.text("where.ends.high", "tray", a.ui("ui.where.slider_high"));
}

// A button for a side of the body. The button of the side that is not shown says what is marked
// there.
void author_view(const Author& a, bool back) {
  const Shown& shown = a.session.shown();
  const std::string_view side = a.ui(back ? "ui.where.back_view" : "ui.where.front");
  const bool seen = back == shown.back_view;
  int marked = 0;
  if (!seen)
    for (const Mark& mark : a.session.intake().marks)
      marked += a.knowledge.area_of(mark.region).home_is_back == back;
  const std::string name =
      marked ? std::string(side) + ", " + a.phrases.counted("phrases.count.marked", marked)
             : std::string(side);
  Node& node = a.choice(back ? "view.back" : "view.front", "view", Role::kRadio, name, seen,
                        {Action::Kind::kTurn, -1, back});
  node.label = side;
  node.marks = static_cast<std::uint8_t>(marked);
}

}  // namespace

void author_bodies(const Author& a, std::string_view prefix, std::string_view parent) {
  const bool female = a.session.shown().female;
  a.choice(key_of(prefix, "female"), parent, Role::kRadio, a.ui("ui.menu.figure_female"), female,
           {Action::Kind::kFigure, -1, 1});
  a.choice(key_of(prefix, "male"), parent, Role::kRadio, a.ui("ui.menu.figure_male"), !female,
           {Action::Kind::kFigure, -1, 0});
}

void author_tones(const Author& a, std::string_view prefix, std::string_view parent) {
  int tone = 0;
  for (const std::string_view words : kTones) {
    a.choice(key_of(prefix, std::to_string(tone)), parent, Role::kRadio, a.ui(words),
             a.session.shown().tone == tone, {Action::Kind::kTone, -1, tone});
    ++tone;
  }
}

void author_figure_state(const Author& a, std::string_view parent) {
  constexpr std::string_view kStates[] = {"", "ui.where.figure_coming", "ui.where.figure_failed"};
  const FigureState state = a.session.shown().figure_state;
  if (state != FigureState::kThere)
    a.tree.add("figure.state", parent, Role::kStatus, a.ui(kStates[static_cast<int>(state)]));
}

// Authors the figure with its controls, and the marks. They are on the first screen, and beside
// every other one when there is room.
void author_figure(const Author& a) {
  const Session& session = a.session;
  const Shown& shown = session.shown();
  const bool alone = session.screen() == Screen::kWhere;
  a.heading(alone ? "screen.title" : "where.title", "", a.ui("ui.where.title"), 2);

  a.tree.add("figure", "", Role::kToolbar, a.ui("ui.where.figure")).description =
      a.ui("ui.where.figure_keys");
  for (std::size_t i = 0; i < a.knowledge.regions.size(); ++i) {
    const RegionId region{static_cast<std::uint8_t>(i)};
    const Mark* mark = session.told().mark_of(static_cast<int>(i));
    // These headings are not painted. The list on the page shows them, and they are a screen
    // reader's way through so many areas.
    const Region& shown_region = a.knowledge.regions[i];
    if (shown_region.side != Side::kRight)
      if (const std::string& part = a.words.areas[shown_region.area.value].part; !part.empty())
        a.heading(key_of("part.", shown_region.id), "figure", part);
    Node& node = a.choice(key_of("region.", a.knowledge.regions[i].id), "figure", Role::kToggle,
                          a.phrases.region_name(region), mark != nullptr,
                          {Action::Kind::kToggleMark, static_cast<int>(i)});
    node.intensity = mark ? static_cast<std::uint8_t>(mark->intensity) : 0;
  }
  // The runner's own sides, where they stand on the picture.
  a.text("side.screen_left", "",
         a.ui(shown.back_view ? "ui.where.your_left" : "ui.where.your_right"));
  a.text("side.screen_right", "",
         a.ui(shown.back_view ? "ui.where.your_right" : "ui.where.your_left"));

  if (shown.sheet != Sheet::kMenu && shown.sheet != Sheet::kChooser) author_figure_state(a, "");

  a.tree.add("view.tools", "", Role::kToolbar, a.ui("ui.where.view_tools"));
  a.group("view", "view.tools", a.ui("ui.where.view"));
  author_view(a, false);
  author_view(a, true);
  const bool closer = shown.legs || shown.zoomed;
  a.button("frame", "view.tools", a.ui(closer ? "ui.where.whole_body" : "ui.where.legs"),
           {Action::Kind::kFrame, -1, closer ? 0 : 1});
  a.button("zoom.in", "view.tools", a.ui("ui.where.zoom_in"), {Action::Kind::kZoom, -1, 1});
  a.button("zoom.out", "view.tools", a.ui("ui.where.zoom_out"), {Action::Kind::kZoom, -1, -1})
      .disabled = !closer;
  if (!session.intake().marks.empty()) author_tray(a);
}

void author_where(const Author& a) {
  const Shown& shown = a.session.shown();
  const bool marked = !a.session.intake().marks.empty();
  if (shown.two_panels) a.text("where.then", "", a.ui("ui.where.then"));
  if (!marked) {
    a.text("hint", "", a.ui(shown.can_hover ? "ui.where.hint_mouse" : "ui.where.hint"));
    if (shown.low_foot) {
      a.button("chooser.open", "", a.ui("ui.where.chooser"),
               {Action::Kind::kOpenSheet, -1, static_cast<int>(Sheet::kChooser)})
          .expanded = shown.sheet == Sheet::kChooser;
    } else {
      a.tree.add("chooser", "", Role::kToolbar, a.ui("ui.where.chooser"));
      author_bodies(a, "body.", "chooser");
      author_tones(a, "skin.", "chooser");
    }
  }
  a.button("continue", "", a.ui(marked ? "ui.common.continue" : "ui.where.none"),
           {Action::Kind::kGoTo, -1, static_cast<int>(Screen::kTell)});
}

}  // namespace advisor::app
