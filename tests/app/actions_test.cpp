// What no row of the vocabulary allows is refused, whatever it is.
#include <catch_amalgamated.hpp>
#include <limits>

#include "app/session_walk.h"

namespace advisor {
namespace {

using app::Action;
using app::Screen;
using app::Session;
using Kind = Action::Kind;

constexpr int kKinds = static_cast<int>(std::size(app::kActionRows));
constexpr int kFar = 100000;

Kind kind_of(int i) { return static_cast<Kind>(i); }

TEST_CASE("a subject that is none and a value out of its range are refused for every action") {
  Session session = test::fresh_session();
  session.apply({Kind::kToggleMark, test::region("calf_l").value});
  session.apply({Kind::kToggleMark, test::region("calf_r").value});
  const Intake told = session.intake();
  const std::uint32_t version = session.version();
  for (int i = 0; i < kKinds; ++i) {
    INFO(i);
    for (const int subject : {-kFar, -2, kFar, std::numeric_limits<int>::max()})
      CHECK_FALSE(session.apply({kind_of(i), subject, 0}));
    for (const int value : {std::numeric_limits<int>::min(), -2, std::numeric_limits<int>::max()})
      for (const int subject : {-1, 0, static_cast<int>(test::region("calf_l").value)})
        CHECK_FALSE(session.apply({kind_of(i), subject, value}));
  }
  CHECK(session.intake() == told);
  CHECK(session.version() == version);
}

TEST_CASE("a kind that is none is refused") {
  Session session = test::fresh_session();
  for (const int i : {0, kKinds, kKinds + 1, 255}) CHECK_FALSE(session.apply({kind_of(i), -1, 0}));
  // A sheet's subject holds a kind, and whoever makes one may make it up.
  session.apply({Kind::kGoTo, -1, static_cast<int>(Screen::kTell)});
  for (const int subject : {kKinds, 255, 255 | 7 << 8})
    CHECK_FALSE(session.apply({Kind::kOpenSheet, subject, static_cast<int>(app::Sheet::kDate)}));
}

TEST_CASE("a row says what its action takes: the figure turns to its front and its back alone") {
  Session session = test::fresh_session();
  CHECK(session.apply({Kind::kTurn, -1, 1}));
  CHECK(session.shown().back_view);
  CHECK_FALSE(session.apply({Kind::kTurn, -1, 2}));
  CHECK_FALSE(session.apply({Kind::kTurn, 0, 0}));
  CHECK(session.shown().back_view);
}

}  // namespace
}  // namespace advisor
