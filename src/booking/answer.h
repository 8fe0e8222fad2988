#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "advice/advice.h"
#include "advice/intake.h"
#include "content/advice_json.h"
#include "content/result.h"
#include "content/site.h"
#include "content/words.h"

// Intake text in, advice text out: the one function behind `advise`, the page's advise() and
// Node's.
namespace advisor {

// Everything that an answer needs, in one language.
struct Library {
  Knowledge knowledge;
  Words words;
  Site site;
  bool whole = true;  // false: only what the figure's screen needs (content/first_words.h); the
                      // rest is on its way
};

// Reads all three, refusing whole at the first mistake. The names are the files' in the error.
Result<Library> load_library(std::string_view knowledge_json, std::string_view words_json,
                             std::string_view site_json, std::string_view words_file = "words.json",
                             std::string_view site_file = "site.json");

struct AnswerOptions {
  bool pretty = false;
};

// The advice for an intake as text, or {"error":{"pointer":…,"message":…}}; *ok (may be null)
// tells which.
std::string answer(const Library& library, std::string_view intake_json, AnswerOptions options,
                   bool* ok);

// The advice for an intake that was read with this library's knowledge and site.
std::string answer_intake(const Library& library, const Intake& intake, AnswerOptions options);

// This advice for this intake as text: what answer_intake() gives, for whoever holds it already.
std::string advice_text(const Library& library, const Intake& intake, const Advice& advice,
                        AnswerOptions options);

// The halves of it, for whoever holds the structs already: what booking says beside an advice. A
// note goes into the link where takes_note() (booking_link.h): only one that the runner has read
// and chosen to send.
[[gnu::noinline]] BookingTexts booking_texts(const Library& library, const Intake& intake,
                                             const Advice& advice,
                                             std::optional<std::string_view> note = std::nullopt);
// A session of the block as what is asked of the business.
SessionAdvice session_of(const BlockSession& session);

// The links of the sessions of the block, in their order; empty where there is none, and nothing at
// all where booking is not allowed. Each carries what the link of the next session carries, without
// a note.
std::vector<std::string> block_urls(const Library& library, const Advice& advice);
std::string error_json(const ContentError& error);

}  // namespace advisor
