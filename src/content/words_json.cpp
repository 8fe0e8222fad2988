#include "content/words_json.h"

#include <algorithm>
#include <optional>

#include "content/json_reader.h"
#include "content/phrase_keys.h"
#include "content/spaced_list.h"

namespace advisor {
namespace {

bool is_placeholder_name(std::string_view name) {
  return !name.empty() && name[0] >= 'a' && name[0] <= 'z' &&
         name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string_view::npos;
}

bool is_letter_or_digit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// "&nbsp;" or "&#160;" at the start.
bool starts_with_entity(std::string_view text) {
  std::size_t end = 1;
  while (end < text.size() && (is_letter_or_digit(text[end]) || text[end] == '#')) ++end;
  return end > 1 && end < text.size() && text[end] == ';';
}

constexpr std::string_view kAny = "*";

// Where a text is not plain: HTML (words are plain text wherever they are shown), or a placeholder
// that is broken or not among `allowed`.
struct Flaw {
  std::string expected, found;
};
std::optional<Flaw> flaw_of(std::string_view text, std::string_view allowed) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '<' || c == '>' || (c == '&' && starts_with_entity(text.substr(at))))
      return Flaw{"plain text, no HTML", {}};
    if (c == '}') return Flaw{"placeholders as {name}", {}};
    if (c != '{') continue;
    const std::size_t end = text.find('}', at);
    const std::string_view name =
        end == std::string_view::npos ? std::string_view() : text.substr(at + 1, end - at - 1);
    if (!is_placeholder_name(name)) return Flaw{"placeholders as {name}", {}};
    if (allowed != kAny && !is_listed(name, allowed))
      return Flaw{allowed.empty() ? "no placeholder"
                                  : std::string("only the placeholders ").append(allowed),
                  std::string("{").append(name).append("}")};
    at = end;
  }
  return std::nullopt;
}

void refuse(JsonValue value, const Flaw& flaw) {
  if (flaw.found.empty())
    value.fail(flaw.expected);
  else
    value.fail(flaw.expected, flaw.found);
}

// A text whose placeholders are among `allowed` (kAny: any).
std::string checked_text(JsonValue value, std::string_view allowed) {
  std::string text = value.filled_text();
  if (const std::optional<Flaw> flaw = flaw_of(text, allowed)) refuse(value, *flaw);
  return text;
}

std::string plain(JsonValue object, std::string_view key) {
  return checked_text(object.at(key), "");
}

// A section whose keys are exactly the ids of a table.
template <class Table>
void keys_are(JsonValue section, const Table& table, const char* expected) {
  for (const JsonValue& member : section.members())
    if (!find_id<AreaId>(table, member.key())) member.fail_key(expected);
}

AreaWords area_words(JsonValue value, bool paired) {
  AreaWords area;
  area.name = plain(value, "name");
  if (value.find("part").exists()) area.part = plain(value, "part");
  if (paired) {
    value.only({"name", "part", "left", "right", "short_left", "short_right", "structures",
                "complaint", "self_care", "caution"});
    area.left = plain(value, "left");
    area.right = plain(value, "right");
    area.short_left = plain(value, "short_left");
    area.short_right = plain(value, "short_right");
  } else {
    value.only(
        {"name", "part", "plain", "short", "structures", "complaint", "self_care", "caution"});
    area.left = area.right = plain(value, "plain");
    area.short_left = area.short_right = plain(value, "short");
  }
  area.structures = plain(value, "structures");
  area.complaint = plain(value, "complaint");
  area.self_care = plain(value, "self_care");
  area.caution = plain(value, "caution");
  return area;
}

BenefitWords benefit_words(JsonValue value, bool inferred) {
  value.only({"title", "explanation", "lead", "article", "research", "expect"});
  BenefitWords benefit{plain(value, "title"),    plain(value, "explanation"),
                       plain(value, "lead"),     {},
                       plain(value, "research"), plain(value, "expect")};
  if (!inferred)
    benefit.article = plain(value, "article");
  else
    value.find("article").fail("no words of an article for a benefit that is inferred");
  return benefit;
}

std::string optional(JsonValue object, std::string_view key, std::string_view allowed = "") {
  const JsonValue value = object.find(key);
  return value.exists() ? checked_text(value, allowed) : std::string();
}

// One text, or several in their order.
std::vector<std::string> plain_list(JsonValue value) {
  if (!value.is(JsonTree::Type::kArray)) return {checked_text(value, "")};
  std::vector<std::string> texts;
  for (const JsonValue& item : value.items()) texts.push_back(checked_text(item, ""));
  return texts;
}

// What the safety check says of it; nothing of a flag that is never asked.
void read_asked(JsonValue value, const Knowledge& knowledge, bool grave, FlagWords& flag) {
  flag.asked = {plain(value, "sign"), plain(value, "question")};
  flag.context = optional(value, "context");
  flag.cleared = optional(value, "cleared");
  if (!grave) flag.word = plain(value, "word");
  const JsonValue by_area = value.find("by_area");
  if (!by_area.exists()) return;
  for (const JsonValue& member : by_area.members()) {
    const std::optional<AreaId> area = find_id<AreaId>(knowledge.areas, member.key());
    if (!area)
      member.fail_key("the id of an area");
    else
      flag.by_area.push_back({*area, {plain(member, "sign"), plain(member, "question")}});
  }
}

// What its alarm says: a title always, and of what a clinician should see first, which one.
void read_alarm(JsonValue value, Level level, FlagWords& flag) {
  flag.title = checked_text(value.at("title"), "region");
  flag.call = optional(value, "call");
  flag.act_beside = optional(value, "act_beside");
  if (level == Level::kClinicianFirst)
    for (const JsonValue& item : value.at("who").items()) flag.who.push_back(item.filled_text());
}

// The text where `wanted`, and none where not.
std::string only_where(bool wanted, JsonValue value, std::string_view key,
                       std::string_view placeholders, std::string_view why_not) {
  if (wanted) return checked_text(value.at(key), placeholders);
  value.find(key).fail(std::string(why_not));
  return {};
}

FlagWords flag_words(JsonValue value, const Knowledge& knowledge, FlagId id) {
  const Flag& flag = knowledge.flags[id.value];
  value.only({"sign", "word", "question", "by_area", "context", "cleared", "cleared_text", "text",
              "text_derived", "act", "act_beside", "title", "call", "who", "note", "self_care"});
  const bool grave = flag.level >= Level::kClinicianFirst;
  FlagWords words;
  if (flag.asked)
    read_asked(value, knowledge, grave, words);
  else
    value.find("question").fail("no question for a flag that is never asked");
  words.text = plain(value, "text");
  words.text_derived =
      only_where(flag.asked && flag.derivation != Derivation::kNone, value, "text_derived", "",
                 "no text of its own for a flag that is not both asked and derived");
  words.acts = plain_list(value.at("act"));
  if (grave) read_alarm(value, flag.level, words);
  words.note = only_where(flag.clearable || !grave, value, "note", kNotePlaceholders,
                          "no note of a flag with which nobody can book");
  if (flag.clearable) words.cleared_text = optional(value, "cleared_text");
  const bool own_self_care =
      std::any_of(knowledge.flag_self_care.begin(), knowledge.flag_self_care.end(),
                  [&](const FlagSelfCare& care) { return care.flag == id; });
  words.self_care =
      only_where(own_self_care, value, "self_care", "", "no self-care of a flag that changes none");
  return words;
}

void read_tables(JsonValue root, const Knowledge& knowledge, Words& words) {
  const JsonValue areas = root.at("areas"), techniques = root.at("techniques");
  const JsonValue benefits = root.at("benefits"), flags = root.at("flags");
  keys_are(areas, knowledge.areas, "the id of an area");
  for (const Area& area : knowledge.areas)
    words.areas.push_back(area_words(areas.at(area.id), area.paired));
  keys_are(techniques, knowledge.techniques, "the id of a technique");
  for (const Technique& technique : knowledge.techniques) {
    const JsonValue value = techniques.at(technique.id);
    value.only({"name", "explanation"});
    words.techniques.push_back({plain(value, "name"), plain(value, "explanation")});
  }
  keys_are(benefits, knowledge.benefits, "the id of a benefit");
  for (const Benefit& benefit : knowledge.benefits)
    words.benefits.push_back(benefit_words(benefits.at(benefit.id), benefit.inferred));
  keys_are(flags, knowledge.flags, "the id of a flag");
  for (std::size_t i = 0; i < knowledge.flags.size(); ++i)
    words.flags.push_back(flag_words(flags.at(knowledge.flags[i].id), knowledge,
                                     FlagId{static_cast<std::uint8_t>(i)}));
}

void read_rules_and_levels(JsonValue root, Words& words) {
  const JsonValue rules = root.at("rules");
  for (const JsonValue& member : rules.members())
    if (!by_name<Rule>(member.key())) member.fail_key("the id of a rule");
  for (std::size_t i = 0; i < words.rules.size(); ++i) {
    const JsonValue value = rules.at(Names<Rule>::kAll[i]);
    value.only({"reason", "why", "trace"});
    words.rules[i] = {checked_text(value.at("reason"), kReasonPlaceholders), plain(value, "why"),
                      checked_text(value.at("trace"), kTracePlaceholders)};
  }
  const JsonValue levels = root.at("levels");
  for (const JsonValue& member : levels.members())
    if (!by_name<Level>(member.key())) member.fail_key("the id of a level");
  for (std::size_t i = 0; i < words.levels.size(); ++i) {
    const JsonValue value = levels.at(Names<Level>::kAll[i]);
    value.only({"state", "title", "message"});
    const bool grave = i >= static_cast<std::size_t>(Level::kClinicianFirst);
    words.levels[i] = {plain(value, "state"), plain(value, "title"),
                       grave ? std::string() : plain(value, "message")};
    if (grave) value.find("message").fail("no message of a level whose flags say it");
  }
}

void read_section(JsonValue root, std::string_view section, Words& words) {
  for (const JsonValue& member : root.at(section).members()) {
    Words::Entry entry;
    entry.key.append(section).append(1, '.').append(member.key());
    if (member.is(JsonTree::Type::kObject)) {
      member.only({"one", "other"});
      entry.text.one = checked_text(member.at("one"), kAny);
      entry.text.other = checked_text(member.at("other"), kAny);
    } else if (section == "grammar" &&
               member.text().find_first_not_of(" \u00a0\u202f") == std::string_view::npos) {
      // A separator may be a mere space, of any width.
      entry.text.other = member.text();
    } else {
      entry.text.other = checked_text(member, kAny);
    }
    words.entries.push_back(std::move(entry));
  }
}

// What the program names must be there, and use no placeholder that the program does not fill.
void check_phrases(JsonValue root, const Words& words) {
  for (const PhraseKey& phrase : phrase_keys()) {
    const Text* there = words.find(phrase.key);
    std::optional<Flaw> flaw;
    if (there) flaw = flaw_of(there->other, phrase.placeholders);
    if (there && !flaw) flaw = flaw_of(there->one, phrase.placeholders);
    if (there && !flaw) continue;
    const std::size_t dot = phrase.key.find('.');
    const JsonValue value = root.find(phrase.key.substr(0, dot)).at(phrase.key.substr(dot + 1));
    if (flaw) refuse(value, *flaw);
  }
}

Words read_words(JsonValue root, const Knowledge& knowledge) {
  root.only({"$schema", "version", "language", "areas", "techniques", "benefits", "flags", "rules",
             "levels", "terms", "grammar", "phrases", "ui"});
  root.at("version").integer(1, 1);
  Words words;
  words.language = root.at("language").one_of<Language>();
  read_tables(root, knowledge, words);
  read_rules_and_levels(root, words);
  for (std::string_view section : {"terms", "grammar", "phrases", "ui"})
    read_section(root, section, words);
  const auto before = [](const Words::Entry& a, const Words::Entry& b) { return a.key < b.key; };
  std::make_heap(words.entries.begin(), words.entries.end(), before);
  std::sort_heap(words.entries.begin(), words.entries.end(), before);
  check_phrases(root, words);
  return words;
}

}  // namespace

std::string text_in_place_of(JsonValue value, std::string_view default_text) {
  std::string placeholders;
  for (std::size_t open = default_text.find('{'); open != std::string_view::npos;
       open = default_text.find('{')) {
    const std::size_t end = default_text.find('}', open);
    placeholders.append(placeholders.empty() ? "" : " ")
        .append(default_text.substr(open + 1, end - open - 1));
    default_text.remove_prefix(end);
  }
  return checked_text(value, placeholders);
}

Result<Words> load_words(std::string_view json, const Knowledge& knowledge, std::string_view file) {
  Result<JsonTree> tree = JsonTree::parse(json, file);
  if (!tree) return tree.error();
  JsonReader reader(tree.value(), file);
  Words words = read_words(reader.root(), knowledge);
  if (reader.failed()) return reader.error();
  return words;
}

}  // namespace advisor
