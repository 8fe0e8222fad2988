#include "cli/advice_words.h"

#include <algorithm>

#include "advice/advise.h"
#include "content/phrases.h"

namespace advisor {
namespace {

struct Writer {
  const Phrases& phrases;
  const Words& words;
  const Advice& advice;
  const Intake& intake;
  std::string out = {};

  void line(std::string_view text) { out.append(text).append("\n"); }
  void item(std::string_view text) {
    while (text.ends_with(' ')) text.remove_suffix(1);
    if (!text.empty()) line(std::string("- ").append(text));
  }
};

std::string joined_by(const std::vector<std::string>& texts, std::string_view between) {
  std::string out;
  for (const std::string& text : texts) out.append(out.empty() ? "" : between).append(text);
  return out;
}
std::string joined(const std::vector<std::string>& sentences) { return joined_by(sentences, " "); }

// Days that allow the same for the same reasons are said once.
void write_days(Writer& w) {
  const auto& days = w.advice.timing->days;
  const auto reasons_of = [&](const DayAdvice& day) {
    return day.reasons == 0 ? std::string()
                            : joined(w.phrases.day_reasons(w.advice, day, w.intake));
  };
  for (std::size_t from = 0; from < days.size();) {
    const std::string reasons = reasons_of(days[from]);
    std::size_t to = from;
    while (to + 1 < days.size() &&
           pressure_on(w.advice, days[to + 1]) == pressure_on(w.advice, days[from]) &&
           reasons_of(days[to + 1]) == reasons)
      ++to;
    w.item(w.phrases.range(days[from].date, days[to].date) + ", " +
           w.phrases.up_to(pressure_on(w.advice, days[from])) + ". " + reasons);
    from = to + 1;
  }
}

void write_areas(Writer& w) {
  for (const AreaAdvice& area : w.advice.areas)
    w.item(w.phrases.region_name(area.region) + ", " + std::string(w.phrases.term(area.pressure)) +
           ". " + w.phrases.area_note(w.advice, area));
  for (const Phrases::CareLine& line : w.phrases.self_care_lines(w.advice)) w.item(line.text);
}

void write_benefits(Writer& w) {
  std::vector<std::string> named;
  for (const BenefitAdvice& benefit : w.advice.benefits)
    named.push_back(w.words.benefits[benefit.benefit.value].title + " (" +
                    std::string(w.phrases.term_short(
                        w.phrases.knowledge().benefits[benefit.benefit.value].grade)) +
                    ")");
  w.item(joined_by(named, "; "));
}

// Gives the note without its last line, which is the same for everybody.
void write_note(Writer& w, std::string_view summary) {
  std::vector<std::string> lines;
  for (; !summary.empty();) {
    const std::size_t end = std::min(summary.find('\n'), summary.size());
    lines.emplace_back(summary.substr(0, end));
    summary.remove_prefix(std::min(end + 1, summary.size()));
  }
  if (!lines.empty()) lines.pop_back();
  w.item(joined_by(lines, " / "));
}

}  // namespace

std::string advice_in_words(const Library& library, const Intake& intake) {
  const Advice advice = advise(library.knowledge, library.site.business, intake);
  const Phrases phrases(library.knowledge, library.words);
  const BookingTexts texts = booking_texts(library, intake, advice);
  Writer w{phrases, library.words, advice, intake};
  w.line("**" + phrases.verdict(advice) + "**");
  if (const std::string reason = phrases.verdict_reason(advice, intake); !reason.empty())
    w.line(reason);
  if (advice.level != Level::kClear) {
    // An alarm's message begins with its title.
    const std::string message = phrases.safety_message(advice), title = phrases.verdict(advice);
    const std::size_t said = message.starts_with(title) ? title.size() + 1 : 0;
    w.line(std::string_view(message).substr(std::min(said, message.size())));
  }
  w.line("");
  for (const RaisedFlag& flag : advice.flags) w.item(phrases.flag_text(flag));
  // As on the screen: no day, pressure or technique before the check.
  if (advice.timing && advice.unanswered.empty()) {
    write_days(w);
    write_areas(w);
  }
  write_benefits(w);
  w.item(texts.prompt);
  // The note is left out where nothing was raised, because it repeats what stands above.
  if (texts.summary && !advice.flags.empty()) write_note(w, *texts.summary);
  return w.out;
}

}  // namespace advisor
