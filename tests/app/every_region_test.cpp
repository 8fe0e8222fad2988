// What holds for every region that the content has, however many there are: tests/planted runs it
// with one more.
#include <catch_amalgamated.hpp>

#include "app/session_walk.h"

namespace advisor {
namespace {

using app::Node;
using app::Role;
using app::Screen;
using app::Session;

TEST_CASE("each region has one toggle on the first screen, in list order, by its own name") {
  for (const Language language : {Language::kEnglish, Language::kFrench}) {
    const bool english = language == Language::kEnglish;
    Session session = test::fresh_session(language);
    const Library& all = session.library();
    std::string way;
    for (const Region& region : all.knowledge.regions) {
      const std::string_view left = english ? ", left" : ", à gauche",
                             right = english ? ", right" : ", à droite";
      way.append("region.").append(region.id).append(": ");
      way.append(all.words.areas[region.area.value].name);
      way.append(region.side == Side::kNone ? "" : region.side == Side::kLeft ? left : right);
      way += "\n";
    }
    std::string found;
    for (const Node& node : session.tree().nodes()) {
      if (node.role != Role::kToggle) continue;
      CHECK(node.parent == "figure");
      CHECK(node.on == 0);
      found += node.key + ": " + node.name + "\n";
    }
    CHECK(found == way);
    CHECK(found.starts_with(english ? "region.calf_l: Upper calf, left\n"
                                    : "region.calf_l: Haut du mollet, à gauche\n"));
    CHECK(found.ends_with(english ? "region.abdomen: Abdomen\n" : "region.abdomen: Ventre\n"));
  }
}

TEST_CASE("a mark of any region has a pressed toggle and a strength, and is advised or an alarm") {
  for (const Region& region : test::knowledge().regions) {
    Session session = test::marked_session({region.id});
    INFO(region.id);
    CHECK(session.tree().node("region." + region.id)->on == 1);
    CHECK(session.tree().node("intensity." + region.id) != nullptr);
    session = test::advised_session({region.id});
    CHECK((session.tree().node("ask." + region.id) != nullptr) != session.alarm());
  }
}

}  // namespace
}  // namespace advisor
