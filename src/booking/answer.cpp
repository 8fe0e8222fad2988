#include "booking/answer.h"

#include <algorithm>

#include "advice/advise.h"
#include "booking/booking_link.h"
#include "booking/summary.h"
#include "content/intake_json.h"
#include "content/json_writer.h"
#include "content/knowledge_json.h"
#include "content/phrases.h"
#include "content/site_json.h"
#include "content/words_json.h"

namespace advisor {

Result<Library> load_library(std::string_view knowledge_json, std::string_view words_json,
                             std::string_view site_json, std::string_view words_file,
                             std::string_view site_file) {
  Result<Knowledge> knowledge = load_knowledge(knowledge_json);
  if (!knowledge) return knowledge.error();
  Result<Words> words = load_words(words_json, knowledge.value(), words_file);
  if (!words) return words.error();
  Result<Site> site = load_site(site_json, site_file, &words.value());
  if (!site) return site.error();
  return Library{std::move(knowledge).value(), std::move(words).value(), std::move(site).value()};
}

BookingTexts booking_texts(const Library& library, const Intake& intake, const Advice& advice,
                           std::optional<std::string_view> note) {
  const Phrases phrases(library.knowledge, library.words);
  BookingTexts texts;
  if (!advice.booking_allowed || !advice.session) {
    const bool refused = advice.level >= Level::kClinicianFirst;
    texts.prompt = phrases.text(refused ? "phrases.booking.prompt_refused"
                                        : "phrases.booking.prompt_unanswered");
    return texts;
  }
  const SessionAdvice& session = *advice.session;
  const std::vector<Day>& ideal = advice.timing->ideal;
  const bool own_day =
      intake.day && std::find(ideal.begin(), ideal.end(), session.day) == ideal.end();
  texts.prompt =
      !advice.timing->earliest_light
          ? phrases.verdict(advice)
          : phrases.text(own_day ? "phrases.booking.prompt_own_day" : "phrases.booking.prompt",
                         {{"day", phrases.date(session.day)},
                          {"minutes", std::to_string(session.minutes)},
                          {"pressure", phrases.up_to(session.pressure)}});
  BookingRequest request = booking_request(session);
  request.note = note;
  const std::string url = booking_url(library.site, phrases, request);
  if (!url.empty()) texts.url = url;
  texts.summary = summary_for_therapist(library.knowledge, library.words, intake, advice);
  return texts;
}

SessionAdvice session_of(const BlockSession& session) {
  return {session.date, session.minutes, session.pressure, session.pressure, {}};
}

std::vector<std::string> block_urls(const Library& library, const Advice& advice) {
  std::vector<std::string> urls;
  if (!advice.booking_allowed || !advice.block) return urls;
  const Phrases phrases(library.knowledge, library.words);
  for (const BlockSession& session : advice.block->sessions)
    urls.push_back(booking_url(library.site, phrases, booking_request(session_of(session))));
  return urls;
}

std::string advice_text(const Library& library, const Intake& intake, const Advice& advice,
                        AnswerOptions options) {
  BookingTexts texts = booking_texts(library, intake, advice);
  texts.block_urls = block_urls(library, advice);
  return write_advice(library.knowledge, library.words, intake, advice, texts, options.pretty);
}

std::string error_json(const ContentError& error) {
  JsonWriter out;
  out.open_object().key("error").open_object();
  out.member("pointer", error.pointer);
  out.member("message", message_of(error));
  out.close_object().close_object();
  return out.take();
}

std::string answer_intake(const Library& library, const Intake& intake, AnswerOptions options) {
  return advice_text(library, intake, advise(library.knowledge, library.site.business, intake),
                     options);
}

std::string answer(const Library& library, std::string_view intake_json, AnswerOptions options,
                   bool* ok) {
  const Result<Intake> intake = read_intake(intake_json, library.knowledge, library.site.business);
  if (ok) *ok = intake.ok();
  if (!intake) return error_json(intake.error());
  return answer_intake(library, intake.value(), options);
}

}  // namespace advisor
