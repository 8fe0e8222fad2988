// advise: one intake in, one advice out (README.md). Exit codes: 0; 2 bad input or
// content; 64 bad usage.
#include <cstdio>
#include <string>

#include "booking/answer.h"
#include "cli/advice_words.h"
#include "cli/arguments.h"
#include "cli/files.h"
#include "content/intake_json.h"
#include "content/knowledge_json.h"
#include "content/names.h"
#include "content/site_json.h"
#include "content/words_json.h"

namespace advisor {
namespace {

constexpr int kDone = 0, kBadInput = 2, kBadUsage = 64;

int refuse(const std::string& line) {
  std::fprintf(stderr, "advise: %s\n", line.c_str());
  return kBadInput;
}

void print(const std::string& line) {
  std::fwrite(line.data(), 1, line.size(), stdout);
  std::fputc('\n', stdout);
}

// Every language is read when the intake may choose; a mistake in any is told.
class Libraries {
 public:
  // The line to refuse with; empty when all is well.
  std::string load(const Arguments& arguments) {
    const std::string dir = arguments.content_dir ? *arguments.content_dir : default_content_dir();
    const std::string site_path = arguments.site_file ? *arguments.site_file : dir + "/site.json";
    const std::optional<std::string> knowledge = read_file(dir + "/knowledge.json"),
                                     site = read_file(site_path);
    if (!knowledge) return "cannot read " + dir + "/knowledge.json";
    if (!site) return "cannot read " + site_path;
    for (int i = 0; i < kCountOf<Language>; ++i) {
      const auto language = static_cast<Language>(i);
      if (arguments.language && *arguments.language != language) continue;
      const std::string name = "words." + std::string(name_of(language)) + ".json";
      const std::optional<std::string> words = read_file(dir + '/' + name);
      if (!words) return "cannot read " + dir + '/' + name;
      Result<Library> library = load_library(*knowledge, *words, *site, name, "site.json");
      if (!library) return one_line(library.error());
      if (library->words.language != language)
        return name + ": /language: expected the language of the file's name";
      libraries_[static_cast<std::size_t>(language)] = std::move(library).value();
    }
    forced_ = arguments.language;
    return {};
  }

  // The language asked for, else the intake's, else French.
  std::string answer_to(const std::string& intake_json, AnswerOptions options, ContentError* error,
                        bool in_words = false) const {
    const Library& any = forced_ ? of(*forced_) : of(Language::kFrench);
    const Result<Intake> intake = read_intake(intake_json, any.knowledge, any.site.business);
    if (!intake) {
      *error = intake.error();
      return error_json(intake.error());
    }
    const Language language = forced_.value_or(intake->language.value_or(Language::kFrench));
    return in_words ? advice_in_words(of(language), intake.value())
                    : answer_intake(of(language), intake.value(), options);
  }

 private:
  const Library& of(Language language) const {
    return *libraries_[static_cast<std::size_t>(language)];
  }

  std::optional<Library> libraries_[kCountOf<Language>];
  std::optional<Language> forced_;
};

int answer_one(const Libraries& libraries, const Arguments& arguments) {
  const std::optional<std::string> text = read_file(arguments.input);
  if (!text) return refuse("cannot read " + arguments.input);
  ContentError error;
  const std::string advice =
      libraries.answer_to(*text, {arguments.pretty}, &error, arguments.words);
  if (!error.expected.empty()) return refuse(one_line(error));
  print(advice);
  return kDone;
}

// A bad line gives its error in its place and the rest goes on: whoever reads the lines sees it, so
// it is no failure.
int answer_lines(const Libraries& libraries, const Arguments& arguments) {
  std::FILE* file = arguments.input == "-" ? stdin : std::fopen(arguments.input.c_str(), "rb");
  if (!file) return refuse("cannot read " + arguments.input);
  ContentError error;
  while (const std::optional<std::string> line = read_line(file))
    print(libraries.answer_to(*line, {}, &error));
  if (file != stdin) std::fclose(file);
  return kDone;
}

int run(int count, char** values) {
  const std::optional<Arguments> arguments = parse_arguments(count, values);
  if (!arguments) {
    std::fprintf(stderr, "%s\n", kUsage);
    return kBadUsage;
  }
  Libraries libraries;
  if (const std::string mistake = libraries.load(*arguments); !mistake.empty())
    return refuse(mistake);
  const int code =
      arguments->ndjson ? answer_lines(libraries, *arguments) : answer_one(libraries, *arguments);
  return std::fflush(stdout) == 0 ? code : refuse("cannot write the answer");
}

}  // namespace
}  // namespace advisor

int main(int count, char** values) { return advisor::run(count, values); }
