#include "app/author.h"

namespace advisor::app {
namespace {

void author_mark(const Author& a, const Mark& mark) {
  const int region = mark.region.value;
  const std::string& id = a.knowledge.regions[mark.region.value].id;
  const std::string name = a.phrases.region_name(mark.region);
  const bool open = a.session.shown().open_mark == region;

  Node& row = a.button(key_of("mark.", id), "tray", a.phrases.text("phrases.mark_details", {{"region", name}}), {Action::Kind::kOpenMark, region});
  row.expanded = open;
  row.value = static_cast<float>(mark.intensity);
  row.text = name;

  Node& slider = a.tree.add(key_of("intensity.", id), "tray", Role::kSlider, a.phrases.text("phrases.intensity_label", {{"region", name}}),
                            {Action::Kind::kSetIntensity, region, mark.intensity});
  slider.minimum = 1;
  slider.maximum = 10;
  slider.value = static_cast<float>(mark.intensity);
  slider.text = a.phrases.text("phrases.intensity_value", {{"n", std::to_string(mark.intensity)}, {"word", a.phrases.intensity_word(mark.intensity)}});

  if (const int other = a.session.other_side(region); other >= 0 && !a.session.mark_of(other))
    a.button(key_of("mirror.", id), "tray", a.phrases.text("phrases.mirror_mark", {{"region", name}}), {Action::Kind::kMirrorMark, region}).text =
        a.ui("ui.where.both_sides");
  a.button(key_of("remove.", id), "tray", a.phrases.text("phrases.remove_mark", {{"region", name}}), {Action::Kind::kRemoveMark, region});
}

}  // namespace

void author_figure_state(const Author& a, std::string_view parent) {
  constexpr std::string_view kStates[] = {"", "ui.where.figure_coming", "ui.where.figure_failed"};
  const FigureState state = a.session.shown().figure_state;
  if (state != FigureState::kThere) a.tree.add("figure.state", parent, Role::kStatus, a.ui(kStates[static_cast<int>(state)]));
}

// The figure with its 37 controls, and the tray of marks: on the first screen, and beside every other one when there is room.
void author_figure(const Author& a) {
  const Session& session = a.session;
  const Shown& shown = session.shown();
  const bool alone = session.screen() == Screen::kWhere;
  if (alone) a.heading("screen.title", "", a.ui("ui.where.title"), 2);
  else a.heading("where.title", "", a.ui("ui.where.title"), 2);

  a.tree.add("figure", "", Role::kToolbar, a.ui("ui.where.figure")).description = a.ui("ui.where.figure_keys");
  for (std::size_t i = 0; i < a.knowledge.regions.size(); ++i) {
    const RegionId region{static_cast<std::uint8_t>(i)};
    const Mark* mark = session.mark_of(static_cast<int>(i));
    // Painted nowhere: the list's, and a reader's way through so many.
    const Region& shown_region = a.knowledge.regions[i];
    if (shown_region.side != Side::kRight)
      if (const std::string& part = a.words.areas[shown_region.area.value].part; !part.empty()) a.heading(key_of("part.", shown_region.id), "figure", part);
    Node& node = a.choice(key_of("region.", a.knowledge.regions[i].id), "figure", Role::kToggle, a.phrases.region_name(region), mark != nullptr,
                          {Action::Kind::kToggleMark, static_cast<int>(i)});
    node.value = mark ? static_cast<float>(mark->intensity) : 0;
  }
  // The runner's own sides, where they stand on the picture.
  a.text("side.screen_left", "", a.ui(shown.back_view ? "ui.where.your_left" : "ui.where.your_right"));
  a.text("side.screen_right", "", a.ui(shown.back_view ? "ui.where.your_right" : "ui.where.your_left"));

  if (shown.sheet != Sheet::kMenu) author_figure_state(a, "");

  a.tree.add("view.tools", "", Role::kToolbar, a.ui("ui.where.view_tools"));
  a.group("view", "view.tools", a.ui("ui.where.view"));
  a.choice("view.front", "view", Role::kRadio, a.ui("ui.where.front"), !shown.back_view, {Action::Kind::kTurn, -1, 0});
  a.choice("view.back", "view", Role::kRadio, a.ui("ui.where.back_view"), shown.back_view, {Action::Kind::kTurn, -1, 1});
  const bool closer = shown.legs || shown.zoomed;
  a.button("frame", "view.tools", a.ui(closer ? "ui.where.whole_body" : "ui.where.legs"), {Action::Kind::kFrame, -1, closer ? 0 : 1});
  a.button("zoom.in", "view.tools", a.ui("ui.where.zoom_in"), {Action::Kind::kZoom, -1, 1});
  a.button("zoom.out", "view.tools", a.ui("ui.where.zoom_out"), {Action::Kind::kZoom, -1, -1}).disabled = !closer;

  const auto& marks = session.intake().marks;
  if (marks.empty()) {
    a.text("hint", "", a.ui("ui.where.hint"));
    return;
  }
  // Up and down through its controls; left and right belong to the sliders.
  a.toolbar("tray", "", a.phrases.counted("phrases.count.areas", static_cast<int>(marks.size())));
  a.heading("tray.count", "tray", a.phrases.counted("phrases.count.areas", static_cast<int>(marks.size())));
  a.button("undo", "tray", a.ui("ui.common.undo"), {Action::Kind::kUndo}).disabled = !session.can_undo();
  a.button("redo", "tray", a.ui("ui.common.redo"), {Action::Kind::kRedo}).disabled = !session.can_redo();
  for (const Mark& mark : marks) author_mark(a, mark);
  a.text("where.ends.low", "tray", a.ui("ui.where.slider_low"));
  a.text("where.ends.high", "tray", a.ui("ui.where.slider_high"));
}

void author_where(const Author& a) {
  const bool marked = !a.session.intake().marks.empty();
  if (a.session.shown().two_panels) a.text("welcome", "", a.ui("ui.facade.text"));
  a.button("continue", "", a.ui(marked ? "ui.common.continue" : "ui.where.none"), {Action::Kind::kGoTo, -1, static_cast<int>(Screen::kTell)});
}

}  // namespace advisor::app
