// What is authored is painted: a text or a control that has no place on any screen, in any size,
// is a mistake, or stands in the list below with its reason.
#include <catch_amalgamated.hpp>
#include <map>
#include <set>

#include "stage.h"

namespace advisor {
namespace {

using app::Node;
using app::Role;
using app::Session;
using test::Size;
using test::Stage;

// "region.calf_l" is "region.*": what content and numbers add to a key is of no matter here.
std::string kind_of(const std::string& key, const std::set<std::string, std::less<>>& ids) {
  std::string out;
  for (std::size_t from = 0; from <= key.size();) {
    const std::size_t to = std::min(key.find('.', from), key.size());
    const std::string part = key.substr(from, to - from);
    const bool varies = ids.contains(part) || part.find_first_not_of("0123456789") == part.npos;
    if (!out.empty()) out += '.';
    out += varies ? "*" : part;
    from = to + 1;
  }
  return out;
}

std::set<std::string, std::less<>> ids_of(const Knowledge& knowledge) {
  std::set<std::string, std::less<>> ids;
  const auto add = [&](const auto& table) {
    for (const auto& entry : table) ids.insert(entry.id);
  };
  add(knowledge.regions);
  add(knowledge.areas);
  add(knowledge.flags);
  add(knowledge.benefits);
  return ids;
}

bool has_a_place(Role role) {
  return role != Role::kGroup && role != Role::kToolbar && role != Role::kList &&
         role != Role::kDialog && role != Role::kStatus && role != Role::kAlert;
}

}  // namespace

TEST_CASE("each text and control that is authored is painted on some screen") {
  std::map<std::string, bool> painted;
  const auto look = [&](Stage& stage) {
    stage.settle();
    const auto ids = ids_of(stage.session.library().knowledge);
    const app::Tree& tree = stage.session.tree();
    for (std::size_t i = 0; i < tree.nodes().size(); ++i)
      if (const Node& node = tree.nodes()[i]; has_a_place(node.role))
        painted[kind_of(node.key, ids)] |= tree.box(static_cast<int>(i)).w > 0;
  };
  for (const Size size : {Size{390, 844}, Size{1280, 900}})
    for (std::uint64_t seed = 1; seed <= 24; ++seed) {
      test::Random random(seed);
      Session session = test::fresh_session();
      session.set_abilities(test::everything_possible());
      if (seed % 2 == 0) {
        const Library& library = session.library();
        session.set_intake(test::random_intake(random, library.knowledge, library.site.business));
      }
      Stage stage(session, size);
      look(stage);
      for (int step = 0; step < 40; ++step) {
        test::wander(stage.session, random);
        look(stage);
      }
    }
  CHECK(painted.size() > 150);
  std::string never;
  for (const auto& [kind, seen] : painted)
    if (!seen) never += kind + " ";
  // The first and the last node are the keyboard's way past the tool; the parts of the body and the
  // title of the figure beside another screen are headings for whoever does not see it. The legend
  // and the ends of the slider are painted by what they belong to, which has the place.
  CHECK(never ==
        "end legend.deep legend.ideal legend.light legend.moderate part.* skip where.ends.high "
        "where.ends.low where.title ");
}

}  // namespace advisor
