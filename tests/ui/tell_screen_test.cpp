// The inputs of "tell" as they are seen.
#include <catch_amalgamated.hpp>

#include "app/month.h"
#include "stage.h"

namespace advisor {
namespace {

using app::Rect;
using app::Screen;
using app::Session;
using test::Stage;

bool tell(Session& session, std::string_view field, std::string_view day) {
  app::Action action = session.tree().node(field)->action;
  action.value = app::days_since_epoch(test::day(day));
  return session.apply_date(action);
}

TEST_CASE("a field that has told of one more race is painted as that race while it has the focus") {
  Session session = test::marked_session({"calf_l"});
  session.apply(test::go_to(Screen::kTell));
  session.set_focused("race.other");
  REQUIRE(tell(session, "race.other", "2026-07-19"));
  session.set_focused("race.add");
  REQUIRE(tell(session, "race.add", "2026-08-02"));
  Stage stage(std::move(session), {390, 1600}, {.reduced_motion = true});
  REQUIRE(stage.settle() > 0);
  const Rect field = stage.box("race.add"), when = stage.box("race.1.when");
  CHECK(field.h > 0);
  CHECK(field.y <= when.y);
  CHECK(field.y + field.h >= when.y + when.h);
}

}  // namespace
}  // namespace advisor
