#pragma once

#include <string>
#include <string_view>

#include "app/session.h"
#include "content/phrases.h"

// What the tree_*.cpp share: the session, its words, and the tree that they write.
namespace advisor::app {

struct Author {
  const Session& session;
  Tree& tree;
  const Knowledge& knowledge;
  const Words& words;
  const Site& site;
  Phrases phrases;

  std::string ui(std::string_view key) const { return std::string(words.ui(key)); }
  std::string localized(const Localized& text) const { return words.language == Language::kFrench ? text.fr : text.en; }

  Node& heading(std::string_view key, std::string_view parent, std::string name, int level = 3) const {
    Node& node = tree.add(std::string(key), parent, Role::kHeading, std::move(name));
    node.level = static_cast<std::uint8_t>(level);
    return node;
  }
  Node& text(std::string_view key, std::string_view parent, std::string name) const {
    return tree.add(std::string(key), parent, Role::kText, std::move(name));
  }
  Node& group(std::string_view key, std::string_view parent, std::string name) const {
    return tree.add(std::string(key), parent, Role::kGroup, std::move(name));
  }
  Node& button(std::string_view key, std::string_view parent, std::string name, Action action) const {
    return tree.add(std::string(key), parent, Role::kButton, std::move(name), action);
  }
  Node& choice(std::string_view key, std::string_view parent, Role role, std::string name, bool on, Action action) const {
    Node& node = tree.add(std::string(key), parent, role, std::move(name), action);
    node.on = on ? 1 : 0;
    return node;
  }
  Node& link(std::string_view key, std::string_view parent, std::string name, std::string href, Action action = {}) const {
    Node& node = tree.add(std::string(key), parent, Role::kLink, std::move(name), action);
    node.href = std::move(href);
    return node;
  }
};

inline int days_since_epoch(Day day) { return static_cast<int>(day.time_since_epoch().count()); }
inline std::string key_of(std::string_view prefix, std::string_view id) { return std::string(prefix) + std::string(id); }

void author_figure(const Author& author);
void author_where(const Author& author);
void author_tell(const Author& author);
void author_safety(const Author& author);
void author_advice(const Author& author);
void author_alarm(const Author& author);
void author_sheet(const Author& author);

}  // namespace advisor::app
