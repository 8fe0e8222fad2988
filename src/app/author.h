#pragma once

#include <string>
#include <string_view>

#include "app/month.h"
#include "app/session.h"
#include "content/phrases.h"

// The tree_*.cpp share this: the session, its words, and the tree that they write.
namespace advisor::app {

struct Author {
  const Session& session;
  Tree& tree;
  const Knowledge& knowledge;
  const Words& words;
  const Site& site;
  Phrases phrases;

  // Texts by their whole keys. The methods below are not inline: they are called from a hundred
  // places.
  std::string_view ui(std::string_view key) const { return words.ui(key); }
  // Gives a text that may speak of a region and of a number: {region} and {n}.
  std::string words_of(std::string_view key, int region, int n) const;
  // Says which days a date field takes, after another one was asked for.
  [[gnu::noinline]] std::string not_that_day(const Action& tells) const;
  std::string_view localized(const Localized& text) const { return text.in(words.language); }

  Node& heading(std::string_view key, std::string_view parent, std::string_view name,
                int level = 3) const;
  Node& text(std::string_view key, std::string_view parent, std::string_view name) const;
  Node& group(std::string_view key, std::string_view parent, std::string_view name) const;
  // A toolbar whose controls stand below one another is one tab stop.
  void toolbar(std::string_view key, std::string_view parent, std::string_view name) const;
  Node& button(std::string_view key, std::string_view parent, std::string_view name,
               Action action) const;
  Node& choice(std::string_view key, std::string_view parent, Role role, std::string_view name,
               bool on, Action action) const;
  // A date is told on the page in the browser's own field, on the canvas in a sheet.
  Node& date(std::string_view key, std::string_view parent, std::string_view name,
             Action tells) const;
  Node& link(std::string_view key, std::string_view parent, std::string_view name,
             std::string_view href, Action action = {}) const;
};

// Gives the text a capital first letter; the letters of French are Latin-1, two bytes in UTF-8.
std::string capitalized(std::string text);

inline std::string key_of(std::string_view prefix, std::string_view id) {
  return std::string(prefix) + std::string(id);
}

// Writes the whole tree of what the session shows.
void author_tree(const Session& session, Tree& tree);

void author_figure(const Author& author);
// Authors the button to the next language.
void author_languages(const Author& author, std::string_view parent);
// Says what became of a figure that was chosen and is not shown. It stands beside the figure, or in
// the menu while that is open.
void author_figure_state(const Author& author, std::string_view parent);
// Authors the choice of the figure and of its tone, as radios of a parent.
void author_bodies(const Author& author, std::string_view prefix, std::string_view parent);
void author_tones(const Author& author, std::string_view prefix, std::string_view parent);
void author_where(const Author& author);
// These are not inline, because on the web they come after the first frame
// (src/platform/web/later.txt).
[[gnu::noinline]] void author_tell(const Author& author);
[[gnu::noinline]] void author_safety(const Author& author);
[[gnu::noinline]] void author_advice(const Author& author);
[[gnu::noinline]] void author_book(const Author& author);
[[gnu::noinline]] void author_alarm(const Author& author);
[[gnu::noinline]] void author_sheet(const Author& author);
// Authors in a sheet the figure and its tone, under their titles.
void author_chooser(const Author& author);
void author_menu(const Author& author);
void author_start_over(const Author& author);
void author_sources(const Author& author, std::vector<int> sources);
void author_other_sheet(const Author& author);  // those of tree_sheet.cpp
void author_block(const Author& author);
// Authors the row that leads to the block, where that holds more than the next session.
void author_block_row(const Author& author, std::string_view parent);
void author_calendar(const Author& author, std::string_view parent);
// "dans 11 jours", "demain", "il y a 3 jours".
std::string from_today(const Author& author, Day day);

}  // namespace advisor::app
