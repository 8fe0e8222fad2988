#include "content/phrase_keys.h"

namespace advisor {
namespace {

constexpr PhraseKey kKeys[] = {
    {"terms.pressure.none", ""}, {"terms.pressure.light", ""}, {"terms.pressure.moderate", ""},
    {"terms.pressure.deep", ""},
    {"terms.quality.tight", ""}, {"terms.quality.sore", ""}, {"terms.quality.ache", ""}, {"terms.quality.sharp", ""},
    {"terms.quality.burning", ""}, {"terms.quality.stiff", ""}, {"terms.quality.cramp", ""}, {"terms.quality.numb", ""},
    {"terms.quality_in.tight", ""}, {"terms.quality_in.sore", ""}, {"terms.quality_in.ache", ""},
    {"terms.quality_in.sharp", ""}, {"terms.quality_in.burning", ""}, {"terms.quality_in.stiff", ""},
    {"terms.quality_in.cramp", ""}, {"terms.quality_in.numb", ""},
    {"terms.onset.after_run", ""}, {"terms.onset.gradual", ""}, {"terms.onset.sudden", ""},
    {"terms.experience.first", ""}, {"terms.experience.occasional", ""}, {"terms.experience.regular", ""},
    {"terms.phase.maintenance", ""}, {"terms.phase.build", ""}, {"terms.phase.peak", ""}, {"terms.phase.taper", ""},
    {"terms.phase.off", ""},
    {"terms.phase_in.maintenance", ""}, {"terms.phase_in.build", ""}, {"terms.phase_in.peak", ""},
    {"terms.phase_in.taper", ""}, {"terms.phase_in.off", ""},
    {"terms.grade.moderate", ""}, {"terms.grade.limited", ""}, {"terms.grade.contested", ""},
    {"terms.grade_short.moderate", ""}, {"terms.grade_short.limited", ""}, {"terms.grade_short.contested", ""},
    {"terms.intensity.mild", ""}, {"terms.intensity.moderate", ""}, {"terms.intensity.strong", ""},
    {"terms.intensity.very_strong", ""},
    {"terms.origin.article", ""}, {"terms.origin.study", ""}, {"terms.origin.convention", ""},
    {"terms.origin.safety", ""},
    {"terms.checked.abstract", ""}, {"terms.checked.secondary", ""}, {"terms.checked.recalled", ""},
    {"terms.checked.convention", ""},

    {"grammar.month.1", ""}, {"grammar.month.2", ""}, {"grammar.month.3", ""}, {"grammar.month.4", ""},
    {"grammar.month.5", ""}, {"grammar.month.6", ""}, {"grammar.month.7", ""}, {"grammar.month.8", ""},
    {"grammar.month.9", ""}, {"grammar.month.10", ""}, {"grammar.month.11", ""}, {"grammar.month.12", ""},
    {"grammar.month_short.1", ""}, {"grammar.month_short.2", ""}, {"grammar.month_short.3", ""},
    {"grammar.month_short.4", ""}, {"grammar.month_short.5", ""}, {"grammar.month_short.6", ""},
    {"grammar.month_short.7", ""}, {"grammar.month_short.8", ""}, {"grammar.month_short.9", ""},
    {"grammar.month_short.10", ""}, {"grammar.month_short.11", ""}, {"grammar.month_short.12", ""},
    {"grammar.weekday.1", ""}, {"grammar.weekday.2", ""}, {"grammar.weekday.3", ""}, {"grammar.weekday.4", ""},
    {"grammar.weekday.5", ""}, {"grammar.weekday.6", ""}, {"grammar.weekday.7", ""},
    {"grammar.weekday_short.1", ""}, {"grammar.weekday_short.2", ""}, {"grammar.weekday_short.3", ""},
    {"grammar.weekday_short.4", ""}, {"grammar.weekday_short.5", ""}, {"grammar.weekday_short.6", ""},
    {"grammar.weekday_short.7", ""},
    {"grammar.date", "weekday day month"}, {"grammar.date_plain", "day month"},
    {"grammar.date_short", "weekday_short day month month_short"},
    {"grammar.day_first", ""}, {"grammar.range", "from to"}, {"grammar.from_to", "from to"}, {"grammar.range_same_month", "from to month"},
    {"grammar.list_and", "a b"}, {"grammar.list_or", "a b"}, {"grammar.list_separator", ""},
    {"grammar.decimal", ""}, {"grammar.thousands", ""}, {"grammar.money", "amount"},
    {"grammar.region_left", "name"}, {"grammar.region_right", "name"},

    {"phrases.why.area", "region intensity"}, {"phrases.why.area_quality", "region intensity quality"},
    {"phrases.why.soreness", "region"}, {"phrases.why.old_injury", "region"}, {"phrases.why.tightness", "region"},
    {"phrases.why.race_near", ""}, {"phrases.why.race_near_halved", ""}, {"phrases.why.phase", "phase"},
    {"phrases.why.goal", ""}, {"phrases.why.nothing_marked", ""},
    {"phrases.note.wait_for_soreness", ""}, {"phrases.note.avoid", ""}, {"phrases.note.light_only", ""},
    {"phrases.note.not_massaged", ""},
    {"phrases.booking.prompt", "day minutes pressure"}, {"phrases.booking.prompt_unanswered", ""},
    {"phrases.booking.prompt_refused", ""},
    {"phrases.summary.title", ""}, {"phrases.summary.area", "region intensity quality"},
    {"phrases.summary.area_plain", "region intensity"}, {"phrases.summary.avoid", "regions"},
    {"phrases.summary.flag", "flag"}, {"phrases.summary.day", "day"}, {"phrases.summary.minutes", "minutes"},
    {"phrases.summary.pressure", "pressure"}, {"phrases.summary.race", "race"}, {"phrases.summary.last_run", "run"},
    {"phrases.summary.disclaimer", ""},
    {"phrases.verdict.best_one", "day"}, {"phrases.verdict.best_two", "day day2"},
    {"phrases.verdict.best_two_same_month", "weekday day weekday2 day2 month"},
    {"phrases.verdict.best_range", "from to"}, {"phrases.verdict.best_range_same_month", "from to month"},
    {"phrases.verdict.light_until", "date"}, {"phrases.verdict.light_only", ""}, {"phrases.verdict.any_day", ""},
    {"phrases.verdict.no_day", ""},
    {"phrases.verdict.reason_before", "n"}, {"phrases.verdict.reason_after", "n"},
    {"phrases.verdict.reason_soreness", ""}, {"phrases.verdict.reason_open", ""},
    {"phrases.day.spoken", "date pressure"}, {"phrases.day.up_to", "pressure"}, {"phrases.day.light_only", ""},
    {"phrases.day.none", ""}, {"phrases.day.ideal", ""}, {"phrases.day.race", ""},
    {"phrases.day.days_before_race", "n"}, {"phrases.day.days_after_race", "n"}, {"phrases.day.closed", ""},
    {"phrases.day.no_limit", ""}, {"phrases.day.deep_until", "date"},
    {"phrases.cleared_act", ""}, {"phrases.unsure_act", ""}, {"phrases.disclaimer", ""}, {"phrases.no_diagnosis", ""},
};

}  // namespace

std::span<const PhraseKey> phrase_keys() { return kKeys; }

}  // namespace advisor
