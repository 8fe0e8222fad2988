// The training block: the row that leads to it, and its sheet, every session in words.
#include <algorithm>

#include "app/author.h"
#include "booking/answer.h"

namespace advisor::app {
namespace {

// "9 séances jusqu’au 27 septembre".
std::string how_many(const Author& a, const Block& block) {
  return a.phrases.counted("phrases.block.title", static_cast<int>(block.sessions.size()),
                           {{"date", a.phrases.date_plain(block.sessions.back().date)}});
}

bool has_race(const Block& block) {
  const auto of_race = [](const SessionReason& reason) { return reason.race.has_value(); };
  return std::any_of(block.sessions.begin(), block.sessions.end(),
                     [&](const BlockSession& session) {
                       return std::any_of(session.reasons.begin(), session.reasons.end(), of_race);
                     }) ||
         std::any_of(block.left_out.begin(), block.left_out.end(),
                     [&](const LeftOut& left_out) { return of_race(left_out.window); });
}

void author_session_of_block(const Author& a, std::size_t i, const std::string& url) {
  const BlockSession& session = a.session.advice().block->sessions[i];
  const std::string n = std::to_string(i), date = a.phrases.date(session.date);
  Node& day = a.text(key_of("block.day.", n), "block", capitalized(date));
  day.value_text = a.phrases.up_to(session.pressure);
  day.pressure = session.pressure;
  std::string why;
  for (const SessionReason& reason : session.reasons)
    why.append(why.empty() ? "" : " ").append(a.phrases.session_reason(reason)).append(".");
  a.text(key_of("block.why.", n), "block", why);
  if (url.empty()) return;
  const std::string name = a.phrases.text("phrases.block.book", {{"date", date}});
  a.link(key_of("block.book.", n), "block", name, url,
         {Action::Kind::kBookSession, -1, static_cast<int>(i)})
      .label = a.ui("ui.block.book");
}

}  // namespace

void author_block_row(const Author& a, std::string_view parent) {
  if (!a.session.has_series()) return;
  a.button("block.open", parent, a.ui("ui.block.title"),
           {Action::Kind::kOpenSheet, -1, static_cast<int>(Sheet::kBlock)})
      .description = how_many(a, *a.session.advice().block);
}

void author_block(const Author& a) {
  const Advice& advice = a.session.advice();
  const Block& block = *advice.block;
  a.heading("sheet.title", "sheet", how_many(a, block), 2);
  a.text("sheet.lead", "sheet", a.ui(has_race(block) ? "ui.block.lead_races" : "ui.block.lead"));
  a.toolbar("block", "sheet", a.ui("ui.block.title"));
  const std::vector<std::string> urls = block_urls(a.session.library(), advice);
  std::size_t next = 0;
  for (std::size_t p = 0; p < block.phases.size(); ++p) {
    const BlockPhase& phase = block.phases[p];
    if (next == block.sessions.size() || block.sessions[next].date > phase.to) continue;
    a.heading("block.phase." + std::to_string(p), "block", a.phrases.term(phase.phase));
    for (; next < block.sessions.size() && block.sessions[next].date <= phase.to; ++next)
      author_session_of_block(a, next, next < urls.size() ? urls[next] : std::string());
  }
  if (!block.left_out.empty()) a.heading("sheet.left_out", "sheet", a.ui("ui.block.left_out"));
  for (std::size_t i = 0; i < block.left_out.size(); ++i)
    a.text("sheet.left_out." + std::to_string(i), "sheet", a.phrases.left_out(block.left_out[i]));
  if (advice.booking_allowed && a.session.abilities().files)
    a.button("block.save", "sheet", a.ui("ui.block.save"), {Action::Kind::kSaveBlock}).description =
        a.phrases.counted("phrases.block.save", static_cast<int>(block.sessions.size()));
  a.heading("sheet.origin", "sheet", a.ui("ui.block.origin"));
  for (const Rule rule : {Rule::kBlockWindow, Rule::kBlockCadence, Rule::kBlockLeftOut}) {
    if (rule == Rule::kBlockWindow && !has_race(block)) continue;
    a.text(key_of("sheet.origin.", name_of(rule)), "sheet",
           a.words.rules[static_cast<std::size_t>(rule)].why);
  }
}

}  // namespace advisor::app
