#include "app/author.h"
#include "app/cover.h"

namespace advisor::app {

void author_cover(const Author& a, const Cover& cover) {
  constexpr Action kUncover{Action::Kind::kUncover};
  if (cover.attract) {
    a.heading("kiosk.title", "", a.ui("ui.kiosk.title"), 1);
    a.text("kiosk.title_other", "", a.ui("ui.kiosk.title_other"));
    a.button("kiosk.start", "",
             a.ui(a.session.shown().two_panels ? "ui.kiosk.button" : "ui.kiosk.start"), kUncover);
    a.text("kiosk.note", "", a.ui("ui.kiosk.note"));
    return;
  }
  if (cover.code.size > 0) {
    a.group("cover", "", a.ui("ui.code.title"));
    a.heading("code.title", "cover", a.ui("ui.code.title"), 2);
    a.text("code", "cover", a.ui("ui.code.text"));
    a.text("code.holds", "cover",
           a.ui(cover.also_opened ? "ui.code.opened" : "ui.book.nothing_sent"));
    a.button("code.close", "cover", a.ui("ui.common.close"), kUncover);
  }
  if (cover.seconds_left > 0) {
    a.tree.add("kiosk.still", "", Role::kStatus,
               a.phrases.counted("phrases.idle", cover.seconds_left));
    a.button("kiosk.stay", "", a.ui("ui.kiosk.stay"), kUncover);
  }
}

}  // namespace advisor::app
