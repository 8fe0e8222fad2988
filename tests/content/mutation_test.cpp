// Fuzzing, bounded and repeatable: whatever bytes come in, the readers answer with a value that
// keeps its preconditions or with one line that names a place. Run it under the sanitizers as well
// (preset asan).
#include <catch_amalgamated.hpp>

#include "content/intake_json.h"
#include "content/knowledge_json.h"
#include "content/site_json.h"
#include "content/words_json.h"
#include "fixtures/intake_generator.h"
#include "fixtures/library.h"

namespace advisor {
namespace {

using namespace advisor::test;

#if defined(__EMSCRIPTEN__) || !defined(NDEBUG) || defined(__SANITIZE_ADDRESS__)
constexpr int kIntakes = 20'000, kFiles = 300;
#else
constexpr int kIntakes = 300'000, kFiles = 5'000;
#endif

// One to three small injuries: a digit changed, bytes changed, cut, doubled, or replaced by what
// breaks parsers.
std::string mutated(Random& random, std::string text) {
  constexpr const char* kPieces[] = {"\"",
                                     "{",
                                     "}",
                                     "[",
                                     "]",
                                     ",",
                                     ":",
                                     "null",
                                     "true",
                                     "-1",
                                     "1e400",
                                     "0.1",
                                     "99999999999999999999",
                                     "\\u0000",
                                     "\\ud800",
                                     "\xff",
                                     "\n",
                                     "2026-02-30",
                                     "9999-12-31",
                                     "0000-01-01",
                                     "\"\"",
                                     "{}",
                                     "[]",
                                     "<b>",
                                     "{x}",
                                     "calf_l",
                                     "yes"};
  for (int injuries = random.between(1, 3); injuries > 0 && !text.empty(); --injuries) {
    const std::size_t at = static_cast<std::size_t>(random.below(static_cast<int>(text.size())));
    const std::size_t size = static_cast<std::size_t>(random.between(1, 24));
    if (random.chance(60)) {
      const std::size_t digit = text.find_first_of("0123456789", at);
      if (digit != std::string::npos) text[digit] = static_cast<char>('0' + random.below(10));
      continue;
    }
    switch (random.below(5)) {
      case 0:
        text[at] = static_cast<char>(random.below(256));
        break;
      case 1:
        text.erase(at, size);
        break;
      case 2:
        text.insert(at, text.substr(at, size));
        break;
      case 3:
        text.insert(at, kPieces[random.below(static_cast<int>(std::size(kPieces)))]);
        break;
      default:
        text.replace(at, size, kPieces[random.below(static_cast<int>(std::size(kPieces)))]);
        break;
    }
  }
  return text;
}

const char* broken_error(const ContentError& error) {
  if (error.expected.empty() || error.found.empty())
    return "an error says what was expected and what was found";
  const std::string line = one_line(error);
  if (line.find('\n') != std::string::npos) return "an error is one line";
  if (line.size() > 1000) return "an error is short";
  if (!error.pointer.empty() && error.pointer[0] != '/') return "a pointer starts with a slash";
  return nullptr;
}

void report(const char* law, const std::string& text) {
  INFO(text);
  FAIL(law);
}

TEST_CASE("an injured intake is refused in one line, or is a whole intake that is advised") {
  Random random(99);
  int accepted = 0;
  for (int run = 0; run < kIntakes; ++run) {
    const Business business = random_business(random);
    const std::string text =
        mutated(random, write_intake(random_intake(random, knowledge(), business), knowledge()));
    const Result<Intake> intake = read_intake(text, knowledge(), business);
    if (!intake) {
      if (const char* law = broken_error(intake.error())) report(law, text);
      continue;
    }
    ++accepted;
    const Result<Intake> again =
        read_intake(write_intake(intake.value(), knowledge()), knowledge(), business);
    if (!again || again.value() != intake.value())
      report("an accepted intake reads back as the same", text);
    advise(knowledge(), business, intake.value());
  }
  CHECK(accepted > kIntakes / 100);
  CHECK(accepted < kIntakes / 2);
}

TEST_CASE("an injured content file is refused in one line, or is whole") {
  const std::string good[] = {project_file("tests/fixtures/cyclist/knowledge.json"),
                              project_file("tests/fixtures/cyclist/words.en.json"),
                              project_file("tests/fixtures/cyclist/site.json"),
                              project_file("content/sites/url.json"),
                              project_file("content/sites/calendly.json")};
  const Knowledge cyclist = load_knowledge(good[0]).value();
  Random random(100);
  for (int run = 0; run < kFiles; ++run) {
    const int file = random.below(5);
    const std::string text = mutated(random, good[file]);
    const char* law = nullptr;
    if (file == 0) {
      const Result<Knowledge> loaded = load_knowledge(text);
      if (!loaded)
        law = broken_error(loaded.error());
      else
        advise(loaded.value(), {}, random_intake(random, loaded.value(), {}));
    } else if (file == 1) {
      const Result<Words> loaded = load_words(text, cyclist);
      if (!loaded) law = broken_error(loaded.error());
    } else {
      const Result<Site> loaded = load_site(text);
      if (!loaded) law = broken_error(loaded.error());
    }
    if (law) report(law, text);
  }
  SUCCEED();
}

}  // namespace
}  // namespace advisor
