// Native and WebAssembly answer the same bytes: ten thousand generated intakes, from text to text,
// in words made of ids so that no change of a sentence is felt. Both programs compare with the same
// literal.
#include <catch_amalgamated.hpp>
#include <cstdlib>

#include "content/intake_json.h"
#include "content/names.h"
#include "content/phrase_keys.h"
#include "fixtures/intake_generator.h"
#include "fixtures/library.h"

namespace advisor {
namespace {

using namespace advisor::test;

// "key {a} {b}" for a key with the placeholders a and b.
std::string with_placeholders(std::string_view key, std::string_view spaced) {
  std::string text(key);
  while (!spaced.empty()) {
    const std::size_t end = std::min(spaced.find(' '), spaced.size());
    text.append(" {").append(spaced.substr(0, end)).append("}");
    spaced.remove_prefix(std::min(end + 1, spaced.size()));
  }
  return text;
}

Words words_of_ids(const Knowledge& k, Language language) {
  Words words;
  words.language = language;
  for (const Area& a : k.areas)
    words.areas.push_back({a.id, a.id + " left", a.id + " right", a.id, a.id, "", "", a.id, ""});
  for (const Technique& t : k.techniques) words.techniques.push_back({t.id, ""});
  for (const Benefit& b : k.benefits) words.benefits.push_back({b.id, b.id, "", "", b.id, ""});
  for (const Flag& f : k.flags)
    words.flags.push_back({.text = f.id + " text", .acts = {f.id + " act"}});
  for (std::size_t i = 0; i < words.rules.size(); ++i)
    words.rules[i] = {"", "", with_placeholders(Names<Rule>::kAll[i], kTracePlaceholders)};
  for (std::size_t i = 0; i < words.levels.size(); ++i)
    words.levels[i].message = Names<Level>::kAll[i];
  for (const PhraseKey& phrase : phrase_keys())
    words.entries.push_back(
        {std::string(phrase.key), {with_placeholders(phrase.key, phrase.placeholders), ""}});
  std::sort(words.entries.begin(), words.entries.end(),
            [](const auto& a, const auto& b) { return a.key < b.key; });
  return words;
}

// FNV-1a, 64 bits.
std::string hash_of_answers(std::uint64_t seed, int count) {
  std::uint64_t hash = 14695981039346656037u;
  Random random(seed);
  Library library{knowledge(), words_of_ids(knowledge(), Language::kFrench), test::library().site};
  for (int i = 0; i < count; ++i) {
    library.words.language = i % 2 == 0 ? Language::kFrench : Language::kEnglish;
    library.site.business = random_business(random);
    const std::string intake = write_intake(
        random_intake(random, library.knowledge, library.site.business), library.knowledge);
    for (const char c : answer(library, intake, {i % 16 == 0}, nullptr)) {
      hash ^= static_cast<unsigned char>(c);
      hash *= 1099511628211u;
    }
  }
  char text[20];
  std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(hash));
  return text;
}

TEST_CASE("ten thousand intakes are answered with the same bytes on every platform") {
  // It changes with the rules, with knowledge.json and with the shape of an advice, never with a
  // sentence.
  const char* file = "tests/fixtures/goldens/ten_thousand.txt";
  const std::string hash = hash_of_answers(42, 10'000) + "\n";
  if (std::getenv("ADVISOR_UPDATE_GOLDENS")) write_project_file(file, hash);
  CHECK(hash == project_file(file));
}

}  // namespace
}  // namespace advisor
