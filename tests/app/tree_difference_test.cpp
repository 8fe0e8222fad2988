// What crosses to the page (docs/semantics.md): a reader that applies every difference to its own
// copy holds the whole tree.
#include <algorithm>
#include <catch_amalgamated.hpp>
#include <map>

#include "app/session_walk.h"
#include "app/tree_json.h"
#include "content/iso_time.h"
#include "content/json_tree.h"

namespace advisor {
namespace {

using app::Action;
using app::Node;
using app::Rect;
using app::Role;
using app::Screen;
using app::Session;
using app::Tree;
using app::TreeReader;
using Kind = Action::Kind;

// A page, as small as one can be: it knows nothing but the differences.
struct Page {
  std::map<std::string, std::map<std::string, std::string>> nodes;
  std::map<std::string, std::string> boxes;
  std::vector<std::string> order;
  std::string language, focus;
  int upserts = 0, removed = 0, bounds = 0;

  // A member as text: numbers, arrays and booleans too.
  static std::string flat(const JsonTree& tree, int at) {
    const JsonTree::Node& n = tree.node(at);
    switch (n.type) {
      case JsonTree::Type::kText:
        return std::string(tree.text(n));
      case JsonTree::Type::kBoolean:
        return n.boolean ? "true" : "false";
      case JsonTree::Type::kInteger:
        return std::to_string(n.integer);
      case JsonTree::Type::kNumber:
        return std::to_string(n.number);
      default: {
        std::string out;
        for (int child = n.first_child; child >= 0; child = tree.node(child).next)
          out += flat(tree, child) + " ";
        return out;
      }
    }
  }

  void apply(const std::string& json) {
    const Result<JsonTree> parsed = JsonTree::parse(json, "difference");
    INFO(json);
    REQUIRE(parsed.ok());
    const JsonTree& tree = parsed.value();
    focus.clear();
    upserts = removed = bounds = 0;
    for (int i = tree.node(0).first_child; i >= 0; i = tree.node(i).next) {
      const std::string_view member = tree.key(tree.node(i));
      if (member == "language")
        language = flat(tree, i);
      else if (member == "focus")
        focus = flat(tree, i);
      else if (member == "order")
        order.clear();
      for (int child = tree.node(i).first_child; child >= 0; child = tree.node(child).next) {
        if (member == "order") order.push_back(flat(tree, child));
        if (member == "bounds") {
          const std::string key(tree.key(tree.node(child)));
          REQUIRE(nodes.contains(key));  // nothing is placed that the page does not know
          boxes[key] = flat(tree, child);
          ++bounds;
        }
        if (member == "remove") {
          REQUIRE(nodes.erase(flat(tree, child)) == 1);
          boxes.erase(flat(tree, child));
          ++removed;
        }
        if (member == "upsert") {
          std::map<std::string, std::string> node;
          for (int part = tree.node(child).first_child; part >= 0; part = tree.node(part).next)
            node[std::string(tree.key(tree.node(part)))] = flat(tree, part);
          nodes[node.at("key")] = node;
          ++upserts;
        }
      }
    }
  }
};

std::map<std::string, std::string> members_of(const Node& node) {
  std::map<std::string, std::string> out{{"key", node.key},
                                         {"parent", node.parent},
                                         {"role", std::string(name_of(node.role))},
                                         {"name", node.name}};
  const auto flag = [](bool on) { return std::string(on ? "true" : "false"); };
  const auto number = [](auto n) { return std::to_string(static_cast<int>(n)); };
  if (!node.description.empty()) out["description"] = node.description;
  if (!node.label.empty()) out["label"] = node.label;
  if (!node.value_text.empty()) out["value_text"] = node.value_text;
  if (!node.href.empty()) out["href"] = node.href;
  if (node.language) out["lang"] = node.language == Language::kFrench ? "fr" : "en";
  if (node.value != 0) out["value"] = number(node.value);
  if (node.minimum != 0) out["min"] = number(node.minimum);
  if (node.maximum != 0) out["max"] = number(node.maximum);
  if (node.date) out["date"] = iso_date(*node.date);
  if (node.earliest) out["earliest"] = iso_date(*node.earliest);
  if (node.latest) out["latest"] = iso_date(*node.latest);
  if (node.day) out["day"] = iso_date(*node.day);
  if (node.pressure) out["pressure"] = std::string(name_of(*node.pressure));
  if (node.ideal) out["ideal"] = "true";
  if (node.race) out["race"] = "true";
  if (node.on >= 0) out["on"] = flag(node.on == 1);
  if (node.expanded >= 0) out["expanded"] = flag(node.expanded == 1);
  if (node.level > 0) out["level"] = number(node.level);
  if (node.vertical) out["vertical"] = "true";
  if (node.disabled) out["disabled"] = "true";
  return out;
}

void check_same(const Page& page, const Tree& tree) {
  REQUIRE(page.nodes.size() == tree.nodes().size());
  REQUIRE(page.order.size() == tree.nodes().size());
  for (std::size_t i = 0; i < tree.nodes().size(); ++i) {
    const Node& node = tree.nodes()[i];
    INFO(node.key);
    REQUIRE(page.order[i] == node.key);
    REQUIRE(page.nodes.at(node.key) == members_of(node));
    REQUIRE(page.boxes.contains(node.key));
  }
}

std::string tag_of(const Session& session) {
  return session.library().words.language == Language::kFrench ? "fr" : "en";
}

void place_in_rows(Tree& tree, float y) {
  tree.forget_places();
  for (std::size_t i = 0; i < tree.nodes().size(); ++i)
    tree.place(static_cast<int>(i), {16, y + 44 * static_cast<float>(i), 200, 44});
  tree.settle_places();
}

TEST_CASE("a page that applies every difference holds the whole tree, whatever was done") {
  int differences = 0;
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    test::Random random(seed);
    Session session = test::fresh_session();
    TreeReader reader;
    Page page;
    for (int step = 0; step < 50; ++step) {
      Tree& tree = session.tree();
      if (step % 3 == 0) place_in_rows(tree, static_cast<float>(step));
      INFO("seed " << seed << ", step " << step);
      if (reader.stale(tree)) {
        page.apply(reader.difference(tree, tag_of(session), ""));
        ++differences;
      }
      check_same(page, tree);
      CHECK(page.language == tag_of(session));
      test::wander(session, random);
    }
  }
  CHECK(differences > 400);
}

TEST_CASE("a tree that has not changed is not stale, and its difference is empty") {
  Session session = test::marked_session({"calf_l"});
  TreeReader reader;
  CHECK(reader.stale(session.tree()));
  reader.difference(session.tree(), "en", "");
  CHECK_FALSE(reader.stale(session.tree()));
  CHECK(reader.difference(session.tree(), "en", "") == R"({"bounds":{}})");
}

TEST_CASE("a tree that is authored again and says the same is no new one, and its boxes stay") {
  Session session = test::marked_session({"calf_l"});
  TreeReader reader;
  place_in_rows(session.tree(), 0);
  reader.difference(session.tree(), "en", "");
  const std::uint32_t meaning = session.tree().meaning_version();
  const Rect box = session.tree().box(3);
  session.set_now(session.now() + Minutes{1});
  CHECK(session.tree().meaning_version() == meaning);
  CHECK(session.tree().box(3) == box);
  CHECK_FALSE(reader.stale(session.tree()));
}

TEST_CASE("a mark tells of its own nodes only, and renames nothing else") {
  Session session = test::marked_session({"calf_l"});
  TreeReader reader;
  Page page;
  page.apply(reader.difference(session.tree(), "en", ""));
  session.apply({Kind::kSetIntensity, test::region("calf_l").value, 6});
  page.apply(reader.difference(session.tree(), "en", ""));
  check_same(page, session.tree());
  CHECK(page.upserts <= 6);
  CHECK(page.removed == 0);
}

TEST_CASE("a scroll moves boxes and tells nothing else") {
  Session session = test::fresh_session();
  TreeReader reader;
  place_in_rows(session.tree(), 0);
  reader.difference(session.tree(), "en", "");
  const std::uint32_t meaning = session.tree().meaning_version();
  place_in_rows(session.tree(), 0);
  CHECK_FALSE(reader.stale(session.tree()));
  place_in_rows(session.tree(), -30.25f);
  CHECK(reader.stale(session.tree()));
  CHECK(session.tree().meaning_version() == meaning);
  const std::string json = reader.difference(session.tree(), "en", "");
  CHECK(json.starts_with(R"({"bounds":{)"));
  CHECK(json.find("\"screen.title\":[16,") != std::string::npos);
  CHECK(json.find("upsert") == std::string::npos);
  CHECK_FALSE(reader.stale(session.tree()));
}

TEST_CASE("boxes are told in tenths of a pixel, and an undrawn node has an empty one") {
  Session session = test::fresh_session();
  Tree& tree = session.tree();
  tree.forget_places();
  tree.place(tree.find("continue"), {20.04f, -3.26f, 350, 52.05f});
  tree.settle_places();
  TreeReader reader;
  Page page;
  page.apply(reader.difference(tree, "fr", "screen.title"));
  CHECK(page.boxes.at("continue") ==
        "20 " + std::to_string(-3.3) + " 350 " + std::to_string(52.1) + " ");
  CHECK(page.boxes.at("screen.title") == "0 0 0 0 ");
  CHECK(page.language == "fr");
  CHECK(page.focus == "screen.title");
}

TEST_CASE("a change of language renames in place: the same keys in the same order") {
  Session session = test::advised_session({"calf_l"});
  TreeReader reader;
  Page page;
  page.apply(reader.difference(session.tree(), "en", ""));
  const std::vector<std::string> order = page.order;
  session.set_library(&test::library(Language::kFrench));
  page.apply(reader.difference(session.tree(), "fr", ""));
  check_same(page, session.tree());
  CHECK(page.order == order);
  CHECK(page.removed == 0);
  CHECK(page.language == "fr");
}

}  // namespace
}  // namespace advisor
