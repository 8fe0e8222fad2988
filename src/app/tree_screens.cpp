#include <algorithm>

#include "app/author.h"

namespace advisor::app {
namespace {

constexpr std::string_view kProgressKeys[] = {"ui.where.progress", "ui.tell.progress",
                                              "ui.safety.progress", "ui.advice.progress",
                                              "ui.book.progress"};

void author_bar(const Author& a) {
  const Shown& shown = a.session.shown();
  a.tree.add("bar", "", Role::kToolbar, a.ui("ui.common.product"));
  const Screen screen = a.session.screen();
  if (screen > Screen::kWhere)
    a.button("back", "bar", a.ui("ui.common.back"),
             {Action::Kind::kGoTo, -1, static_cast<int>(screen) - 1});
  Node& progress = a.text("progress", "bar", a.ui(kProgressKeys[static_cast<int>(screen)]));
  progress.step = std::min<std::uint8_t>(4, static_cast<std::uint8_t>(screen) + 1);
  author_languages(a, "bar");
  a.button("menu", "bar", a.ui("ui.common.more"),
           {Action::Kind::kOpenSheet, -1, static_cast<int>(Sheet::kMenu)})
      .expanded = shown.sheet == Sheet::kMenu;
}

// The live regions stand in the tree from the start, so that a screen reader speaks what is put
// into them later. `tray` is the key of the marks. The control that takes a change back stands
// among them, where the focus goes once a mark has gone.
void author_live(const Author& a, std::string_view tray) {
  const Advice& advice = a.session.advice();
  const bool red = advice.level >= Level::kClinicianFirst;
  a.tree.add(
      "safety.status", "", Role::kStatus,
      !red && a.session.intake().screened ? a.phrases.safety_message(advice) : std::string{});
  a.tree.add("safety.alert", "", Role::kAlert,
             red ? a.phrases.safety_message(advice) : std::string{});
  const Toast& toast = a.session.toast();
  std::string line;
  if (toast.words == Session::kNotThatDay)
    line = a.not_that_day(a.session.refused_date());
  else if (!toast.words.empty())
    line = a.words_of(toast.words, toast.region, toast.value);
  a.tree.add("toast", "", Role::kStatus, line);
  if (!toast.words.empty() && toast.undo)
    a.button("toast.undo", tray, a.ui("ui.common.undo"), {Action::Kind::kUndo});
}

void author_screens(const Author& a) {
  const Session& session = a.session;
  // Two nodes let a person at a keyboard skip the tool: the page links the one at its start to the
  // one at its end.
  a.button("skip", "", a.ui("ui.common.skip_tool"), {});
  if (session.alarm()) {
    author_alarm(a);
    author_live(a, "");
    a.text("end", "", a.ui("ui.common.end_of_tool"));
    return;
  }
  author_bar(a);
  const Screen screen = session.screen();
  const bool figure = screen == Screen::kWhere || session.shown().two_panels;
  if (figure) author_figure(a);
  switch (screen) {
    case Screen::kWhere:
      author_where(a);
      break;
    case Screen::kTell:
      author_tell(a);
      break;
    case Screen::kSafety:
      author_safety(a);
      break;
    case Screen::kAdvice:
      author_advice(a);
      break;
    case Screen::kBook:
      author_book(a);
      break;
  }
  author_live(a, figure && !session.intake().marks.empty() ? "tray" : "");
  if (session.shown().sheet != Sheet::kNone) author_sheet(a);
  a.text("end", "", a.ui("ui.common.end_of_tool"));
}

}  // namespace

void author_languages(const Author& a, std::string_view parent) {
  const int next = (static_cast<int>(a.words.language) + 1) % kCountOf<Language>;
  a.button("language", parent, a.ui("ui.common.other_language"),
           {Action::Kind::kLanguage, -1, next})
      .language = static_cast<Language>(next);
}

void author_tree(const Session& session, Tree& tree) {
  const Library& library = session.library();
  const Author a{session,       tree,         library.knowledge,
                 library.words, library.site, Phrases(library.knowledge, library.words)};
  const Cover* cover = session.cover();
  if (!cover || !cover->attract) author_screens(a);
  if (cover) cover->author(a, *cover);
}

}  // namespace advisor::app
