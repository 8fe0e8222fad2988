#include "app/author.h"

// The menu: how a person likes it, and starting over, which asks once.
namespace advisor::app {
namespace {

using Kind = Action::Kind;

constexpr int kTextPercents[] = {100, 125, 150, 200};

// Authors a choice of one of several under its title.
void author_group(const Author& a, std::string_view key, std::string_view title) {
  a.heading(key_of(key, ".title"), "sheet", title);
  a.group(key, "sheet", title);
}

void author_text_size(const Author& a) {
  const Shown& shown = a.session.shown();
  const int now = shown.text_percent ? shown.text_percent : shown.system_text_percent;
  author_group(a, "text_size", a.ui("ui.common.text_size"));
  int chosen = 0;  // the nearest one below
  for (int i = 0; i < 4; ++i)
    if (kTextPercents[i] <= now) chosen = i;
  for (int i = 0; i < 4; ++i) {
    const std::string percent = std::to_string(kTextPercents[i]);
    a.choice(key_of("text_size.", percent), "text_size", Role::kRadio,
             a.phrases.text("phrases.percent", {{"n", percent}}), i == chosen,
             {Kind::kTextSize, -1, kTextPercents[i]});
  }
}

}  // namespace

void author_chooser(const Author& a) {
  author_group(a, "figure_kind", a.ui("ui.menu.figure"));
  author_bodies(a, "figure.", "figure_kind");
  author_figure_state(a, "sheet");
  author_group(a, "tone", a.ui("ui.menu.tone"));
  author_tones(a, "tone.", "tone");
}

void author_menu(const Author& a) {
  const Shown& shown = a.session.shown();
  a.heading("sheet.title", "sheet", a.ui("ui.common.menu"), 2);
  author_text_size(a);
  const bool contrast = shown.high_contrast || shown.system_high_contrast;
  a.choice("contrast", "sheet", Role::kCheckbox, a.ui("ui.common.high_contrast"), contrast,
           {Kind::kContrast, -1, contrast ? 0 : 1})
      .disabled = shown.system_high_contrast;
  if (a.session.abilities().list)
    a.choice("list_view", "sheet", Role::kCheckbox, a.ui("ui.menu.list_view"), shown.list_view,
             {Kind::kListView, -1, shown.list_view ? 0 : 1});
  author_chooser(a);
  if (a.session.abilities().full_screen)
    a.button("full_screen", "sheet", a.ui("ui.menu.full_screen"), {Kind::kFullScreen});
  a.button("reset", "sheet", a.ui("ui.common.start_over"),
           a.session.blank() ? Action{Kind::kReset}
                             : Action{Kind::kOpenSheet, -1, static_cast<int>(Sheet::kStartOver)});
  a.heading("about.title", "sheet", a.ui("ui.common.about"));
  a.text("about", "sheet", a.ui("ui.common.about_text"));
  a.text("sheet.disclaimer", "sheet", a.phrases.text("phrases.disclaimer"));
}

void author_start_over(const Author& a) {
  a.heading("sheet.title", "sheet", a.ui("ui.common.start_over_title"), 2);
  a.text("start_over.text", "sheet", a.ui("ui.common.start_over_text"));
  a.button("start_over.erase", "sheet", a.ui("ui.common.erase"), {Kind::kReset});
  a.button("start_over.keep", "sheet", a.ui("ui.common.keep"), {Kind::kCloseSheet});
}

}  // namespace advisor::app
