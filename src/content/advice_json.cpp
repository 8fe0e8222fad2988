#include "content/advice_json.h"

#include "content/iso_time.h"
#include "content/json_writer.h"
#include "content/names.h"
#include "content/phrases.h"

namespace advisor {
namespace {

// The sections are written in the order of advice.schema.json.
class AdviceWriter {
 public:
  AdviceWriter(const Knowledge& knowledge, const Words& words, const Intake& intake,
               const Advice& advice, bool pretty)
      : knowledge_(knowledge),
        words_(words),
        intake_(intake),
        advice_(advice),
        phrases_(knowledge, words),
        out_(pretty) {
    out_.reserve(16 << 10);
  }

  std::string write(const BookingTexts& booking) {
    out_.open_object();
    out_.member("version", 1);
    out_.member("language", name_of(words_.language));
    write_safety();
    write_areas();
    write_benefits();
    write_timing();
    write_session();
    write_block(booking.block_urls);
    out_.key("booking").open_object();
    out_.member("allowed", advice_.booking_allowed);
    out_.member("prompt", booking.prompt);
    write_url(booking.url.value_or(""));
    if (booking.summary) out_.member("summary", *booking.summary);
    out_.close_object();
    out_.member("disclaimer", words_.ui("phrases.disclaimer"));
    write_trace();
    out_.close_object();
    return out_.take();
  }

 private:
  const std::string& id_of(RegionId r) const { return knowledge_.regions[r.value].id; }
  const std::string& id_of(FlagId f) const { return knowledge_.flags[f.value].id; }

  void write_safety() {
    out_.key("safety").open_object();
    out_.member("level", name_of(advice_.level));
    out_.key("flags").open_array();
    for (const RaisedFlag& flag : advice_.flags) {
      out_.open_object();
      out_.member("id", id_of(flag.flag));
      out_.member("level", name_of(flag.level));
      if (!flag.regions.empty()) {
        out_.key("regions").open_array();
        for (RegionId region : flag.regions) out_.value(id_of(region));
        out_.close_array();
      }
      out_.member("text", phrases_.flag_text(flag));
      out_.close_object();
    }
    out_.close_array();
    out_.key("unanswered").open_array();
    for (FlagId flag : advice_.unanswered) out_.value(id_of(flag));
    out_.close_array();
    out_.member("message", phrases_.safety_message(advice_));
    out_.close_object();
  }

  void write_areas() {
    out_.key("areas").open_array();
    for (const AreaAdvice& area : advice_.areas) {
      out_.open_object();
      out_.member("region", id_of(area.region));
      out_.member("label", phrases_.region_name(area.region));
      out_.member("intensity", area.intensity);
      out_.member("pressure", name_of(area.pressure));
      out_.member("cap", name_of(area.cap));
      out_.member("avoid", area.avoid);
      out_.key("techniques").open_array();
      for (TechniqueId technique : area.techniques) {
        out_.open_object();
        out_.member("id", knowledge_.techniques[technique.value].id);
        out_.member("label", words_.techniques[technique.value].name);
        out_.close_object();
      }
      out_.close_array();
      if (const std::string note = phrases_.area_note(advice_, area); !note.empty())
        out_.member("note", note);
      if (const std::string care = phrases_.self_care(advice_, area); !care.empty())
        out_.member("self_care", care);
      out_.close_object();
    }
    out_.close_array();
  }

  void write_benefits() {
    out_.key("benefits").open_array();
    for (const BenefitAdvice& benefit : advice_.benefits) {
      const Benefit& known = knowledge_.benefits[benefit.benefit.value];
      const BenefitWords& words = words_.benefits[benefit.benefit.value];
      out_.open_object();
      out_.member("id", known.id);
      out_.member("title", words.title);
      out_.member("explanation", words.explanation);
      out_.key("score").permille(benefit.permille);
      out_.key("why").open_array();
      for (const Fact& fact : benefit.why)
        out_.value(phrases_.fact(benefit.benefit, fact, intake_));
      out_.close_array();
      out_.key("evidence").open_object();
      out_.member("grade", name_of(known.grade));
      out_.member("text", words.research);
      out_.key("sources").open_array();
      for (int source : known.sources) out_.value(phrases_.citation(source));
      out_.close_array();
      out_.close_object();
      out_.close_object();
    }
    out_.close_array();
  }

  void write_date(std::string_view key, const std::optional<Day>& day) {
    out_.key(key);
    if (day)
      out_.value(iso_date(*day));
    else
      out_.null();
  }

  void write_timing() {
    out_.key("timing");
    if (!advice_.timing) {
      out_.null();
      return;
    }
    out_.open_object();
    out_.key("days").open_array();
    for (const DayAdvice& day : advice_.timing->days) {
      out_.open_object();
      out_.member("date", iso_date(day.date));
      out_.member("pressure", name_of(day.pressure));
      out_.member("ideal", day.ideal);
      out_.key("reasons").open_array();
      for (int rule = 0; rule < kCountOf<Rule>; ++rule)
        if ((day.reasons & bit(static_cast<Rule>(rule))) != 0)
          out_.value(name_of(static_cast<Rule>(rule)));
      out_.close_array();
      out_.close_object();
    }
    out_.close_array();
    write_date("earliest_light", advice_.timing->earliest_light);
    write_date("earliest_deep", advice_.timing->earliest_deep);
    out_.key("ideal").open_array();
    for (Day day : advice_.timing->ideal) out_.value(iso_date(day));
    out_.close_array();
    out_.key("cadence_days");
    if (const auto& cadence = advice_.timing->cadence_days) {
      out_.open_array();
      for (int days : *cadence) out_.value(days);
      out_.close_array();
    } else {
      out_.null();
    }
    out_.close_object();
  }

  void write_session() {
    out_.key("session");
    if (!advice_.session) {
      out_.null();
      return;
    }
    out_.open_object();
    out_.member("day", iso_date(advice_.session->day));
    out_.member("minutes", advice_.session->minutes);
    out_.member("pressure", name_of(advice_.session->pressure));
    out_.key("focus").open_array();
    for (RegionId region : advice_.session->focus) out_.value(id_of(region));
    out_.close_array();
    out_.close_object();
  }

  // An empty address is null.
  void write_url(std::string_view url) {
    out_.key("url");
    if (url.empty())
      out_.null();
    else
      out_.value(url);
  }

  void write_span(Day from, Day to) {
    out_.member("from", iso_date(from));
    out_.member("to", iso_date(to));
  }

  void write_block(const std::vector<std::string>& urls) {
    out_.key("block");
    if (!advice_.block) {
      out_.null();
      return;
    }
    out_.open_object();
    write_span(advice_.block->from, advice_.block->to);
    out_.key("phases").open_array();
    for (const BlockPhase& phase : advice_.block->phases) {
      out_.open_object();
      out_.member("id", name_of(phase.phase));
      out_.member("label", phrases_.term(phase.phase));
      write_span(phase.from, phase.to);
      out_.close_object();
    }
    out_.close_array();
    out_.key("sessions").open_array();
    for (std::size_t i = 0; i < advice_.block->sessions.size(); ++i)
      write_block_session(advice_.block->sessions[i],
                          i < urls.size() ? std::string_view(urls[i]) : "");
    out_.close_array();
    out_.key("left_out").open_array();
    for (const LeftOut& left_out : advice_.block->left_out) {
      out_.open_object();
      write_reason("window", left_out.window);
      write_span(left_out.from, left_out.to);
      out_.member("label", phrases_.left_out(left_out));
      out_.close_object();
    }
    out_.close_array();
    out_.close_object();
  }

  void write_block_session(const BlockSession& session, std::string_view url) {
    out_.open_object();
    out_.member("date", iso_date(session.date));
    out_.key("reasons").open_array();
    for (const SessionReason& reason : session.reasons) {
      out_.open_object();
      write_reason("id", reason);
      out_.member("label", phrases_.session_reason(reason));
      out_.close_object();
    }
    out_.close_array();
    out_.member("phase", name_of(session.phase));
    out_.member("pressure", name_of(session.pressure));
    out_.member("minutes", session.minutes);
    write_url(url);
    out_.close_object();
  }

  void write_reason(std::string_view key, const SessionReason& reason) {
    out_.member(key, name_of(reason.reason));
    if (reason.race) out_.member("race", iso_date(*reason.race));
  }

  void write_trace() {
    out_.key("trace").open_array();
    for (const TraceEntry& entry : advice_.trace) {
      out_.open_object();
      out_.member("rule", name_of(entry.rule));
      out_.member("effect", phrases_.effect(entry));
      out_.close_object();
    }
    out_.close_array();
  }

  const Knowledge& knowledge_;
  const Words& words_;
  const Intake& intake_;
  const Advice& advice_;
  const Phrases phrases_;
  JsonWriter out_;
};

}  // namespace

std::string write_advice(const Knowledge& knowledge, const Words& words, const Intake& intake,
                         const Advice& advice, const BookingTexts& booking, bool pretty) {
  return AdviceWriter(knowledge, words, intake, advice, pretty).write(booking);
}

}  // namespace advisor
