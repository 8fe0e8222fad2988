#include "content/knowledge_json.h"

#include <algorithm>

#include "content/json_reader.h"
#include "content/rules_json.h"

namespace advisor {
namespace {

// Reads one table after the other; those that refer to others come later.
class KnowledgeReader {
 public:
  explicit KnowledgeReader(JsonValue root) : root_(root) {}

  Knowledge read() {
    root_.only({"$schema", "version", "sources", "techniques", "benefits", "flags", "areas",
                "flag_caps", "flag_self_care", "rules", "rule_origins"});
    root_.at("version").integer(1, 1);
    read_sources();
    read_techniques();
    read_benefits();
    read_flags();
    read_areas();
    read_flag_caps();
    read_flag_self_care();
    read_rules(root_.at("rules"), knowledge_.benefits, knowledge_.rules);
    read_rule_origins();
    return std::move(knowledge_);
  }

 private:
  // Reads a new entry's id, which is lower_snake and stands once in its table; the table is short
  // enough for its index type.
  template <class Table>
  std::string new_id(JsonValue entry, const Table& table) {
    const JsonValue value = entry.at("id");
    const std::string_view id = value.text();
    const bool lower_snake =
        !id.empty() && id[0] >= 'a' && id[0] <= 'z' &&
        id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") == std::string_view::npos;
    if (!lower_snake) value.fail("an id of a to z, 0 to 9 and _");
    if (std::any_of(table.begin(), table.end(), [&](const auto& other) { return other.id == id; }))
      value.fail("an id that no other entry has");
    if (table.size() >= kMostEntries) entry.fail("at most 120 entries", "one more");
    return std::string(id);
  }

  std::vector<int> sources_of(JsonValue entry) {
    std::vector<int> sources;
    const JsonValue list = entry.find("sources");
    if (!list.exists()) return sources;
    for (const JsonValue& item : list.items()) {
      const auto& all = knowledge_.sources;
      const auto source = std::find_if(all.begin(), all.end(), [&](const Source& candidate) {
        return candidate.id == item.text();
      });
      if (source == all.end()) item.fail("the id of a source");
      sources.push_back(static_cast<int>(source - all.begin()));
    }
    return sources;
  }

  // Reads ids of another table, each of which stands once.
  template <class Id, class Table>
  std::vector<Id> ids_of(JsonValue list, const Table& table, const char* expected) {
    std::vector<Id> ids;
    if (!list.exists()) return ids;
    for (const JsonValue& item : list.items()) {
      const std::optional<Id> id = find_id<Id>(table, item.text());
      if (!id)
        item.fail(expected);
      else if (std::find(ids.begin(), ids.end(), *id) != ids.end())
        item.fail("an id once");
      else
        ids.push_back(*id);
    }
    return ids;
  }

  void read_sources() {
    std::array<std::string, kCountOf<Language>> of_language;
    std::vector<std::string_view> keys{"id", "cite", "url", "checked"};
    for (std::size_t i = 0; i < of_language.size(); ++i)
      keys.push_back(of_language[i].append("cite_").append(Names<Language>::kAll[i]));
    for (const JsonValue& entry : root_.at("sources").items()) {
      entry.only(keys);
      Source source{new_id(entry, knowledge_.sources),
                    entry.at("cite").filled_text(),
                    {},
                    {},
                    entry.at("checked").one_of<Checked>()};
      for (std::size_t i = 0; i < source.cite_in.size(); ++i)
        if (const JsonValue own = entry.find(of_language[i]); own.exists())
          source.cite_in[i] = own.filled_text();
      if (const JsonValue url = entry.find("url"); url.exists()) {
        source.url = url.text();
        if (!source.url.empty() && !source.url.starts_with("https://"))
          url.fail("an https address");
      }
      knowledge_.sources.push_back(std::move(source));
    }
  }

  void read_techniques() {
    for (const JsonValue& entry : root_.at("techniques").items()) {
      entry.only({"id", "needs", "not_on_sudden_before_hours", "stretch"});
      Technique technique{new_id(entry, knowledge_.techniques),
                          entry.at("needs").one_of<Pressure>(), 0};
      if (technique.needs == Pressure::kNone)
        entry.at("needs").fail("one of light, moderate, deep");
      if (const JsonValue wait = entry.find("not_on_sudden_before_hours"); wait.exists())
        technique.not_on_sudden_before_hours = wait.integer(0, kMostHours);
      if (const JsonValue stretch = entry.find("stretch"); stretch.exists())
        technique.stretches = stretch.boolean();
      knowledge_.techniques.push_back(std::move(technique));
    }
  }

  void read_benefits() {
    const JsonValue list = root_.at("benefits");
    for (const JsonValue& entry : list.items()) {
      entry.only({"id", "provenance", "grade", "sources"});
      Benefit benefit{new_id(entry, knowledge_.benefits), false, entry.at("grade").one_of<Grade>(),
                      sources_of(entry)};
      const JsonValue provenance = entry.at("provenance");
      benefit.inferred = provenance.text() == "inferred";
      if (!benefit.inferred && provenance.text() != "article")
        provenance.fail("one of article, inferred");
      knowledge_.benefits.push_back(std::move(benefit));
    }
    if (knowledge_.benefits.empty()) list.fail("at least one benefit");
  }

  void read_flags() {
    for (const JsonValue& entry : root_.at("flags").items()) {
      entry.only({"id", "level", "clearable", "ask", "where", "helper", "derived", "sources"});
      Flag flag{};
      flag.id = new_id(entry, knowledge_.flags);
      flag.level = entry.at("level").one_of<Level>();
      if (flag.level == Level::kClear) entry.at("level").fail("a level above clear");
      if (const JsonValue clearable = entry.find("clearable"); clearable.exists())
        flag.clearable = clearable.boolean();
      if (flag.clearable && flag.level != Level::kClinicianFirst)
        entry.at("clearable").fail("true only at the level clinician_first");
      const JsonValue ask = entry.at("ask");
      flag.always = ask.text() == "always";
      flag.asked = flag.always || ask.text() == "by_area";
      if (!flag.asked && ask.text() != "never") ask.fail("one of always, by_area, never");
      if (const JsonValue where = entry.find("where"); where.exists())
        flag.asks_where = where.boolean();
      if (const JsonValue helper = entry.find("helper"); helper.exists())
        flag.told_by_helper = helper.boolean();
      if (const JsonValue derived = entry.find("derived"); derived.exists())
        flag.derivation = derived.one_of<Derivation>();
      if (!flag.asked && flag.derivation == Derivation::kNone)
        ask.fail("a question, or how it is derived");
      flag.sources = sources_of(entry);
      knowledge_.flags.push_back(std::move(flag));
    }
  }

  MarkRaises mark_raises_of(JsonValue entry) {
    entry.only({"flag", "from", "or_onset", "unless"});
    MarkRaises raises{};
    const JsonValue flag = entry.at("flag");
    const std::optional<FlagId> id = find_id<FlagId>(knowledge_.flags, flag.text());
    if (id && knowledge_.flags[id->value].derivation == Derivation::kByArea)
      raises.flag = *id;
    else
      flag.fail("the id of a flag that is derived by area");
    if (const JsonValue from = entry.find("from"); from.exists())
      raises.from_intensity = from.integer(1, 10);
    if (const JsonValue onset = entry.find("or_onset"); onset.exists())
      raises.or_onset = onset.one_of<Onset>();
    if (const JsonValue unless = entry.find("unless"); unless.exists()) {
      unless.only({"onset", "quality"});
      raises.unless_onset = unless.at("onset").one_of<Onset>();
      raises.unless_quality = unless.at("quality").one_of<Quality>();
    }
    return raises;
  }

  void read_areas() {
    const JsonValue list = root_.at("areas");
    for (const JsonValue& entry : list.items()) {
      entry.only({"id", "paired", "view", "cap", "benefits", "techniques", "questions", "raises",
                  "sources", "checked"});
      Area area{};
      area.id = new_id(entry, knowledge_.areas);
      area.paired = entry.at("paired").boolean();
      const JsonValue view = entry.at("view");
      area.home_is_back = view.text() == "back";
      if (!area.home_is_back && view.text() != "front") view.fail("one of front, back");
      area.cap = entry.at("cap").one_of<Pressure>();
      area.benefits =
          ids_of<BenefitId>(entry.at("benefits"), knowledge_.benefits, "the id of a benefit");
      area.techniques = ids_of<TechniqueId>(entry.at("techniques"), knowledge_.techniques,
                                            "the id of a technique");
      area.questions =
          ids_of<FlagId>(entry.find("questions"), knowledge_.flags, "the id of a flag");
      for (std::size_t i = 0; i < area.questions.size(); ++i)
        if (!knowledge_.flags[area.questions[i].value].asked)
          entry.at("questions").items()[i].fail("the id of a flag that is asked");
      if (const JsonValue raises = entry.find("raises"); raises.exists())
        area.raises = mark_raises_of(raises);
      area.sources = sources_of(entry);
      if (const JsonValue checked = entry.find("checked"); checked.exists())
        area.checked = checked.one_of<Checked>();
      if (area.cap == Pressure::kNone && !area.techniques.empty())
        entry.at("techniques").fail("no technique where the cap is none", "some");
      add_regions(entry, area);
      knowledge_.areas.push_back(std::move(area));
    }
    if (knowledge_.areas.empty()) list.fail("at least one area");
  }

  void read_flag_caps() {
    const JsonValue list = root_.find("flag_caps");
    if (!list.exists()) return;
    for (const JsonValue& entry : list.items()) {
      entry.only({"flag", "areas", "cap"});
      FlagCap cap{};
      cap.flag = flag_of(entry);
      cap.cap = entry.at("cap").one_of<Pressure>();
      if (cap.cap == Pressure::kNone) entry.at("cap").fail("one of light, moderate, deep");
      cap.areas = ids_of<AreaId>(entry.find("areas"), knowledge_.areas, "the id of an area");
      knowledge_.flag_caps.push_back(std::move(cap));
    }
  }

  void read_flag_self_care() {
    const JsonValue list = root_.find("flag_self_care");
    if (!list.exists()) return;
    for (const JsonValue& entry : list.items()) {
      entry.only({"flag", "areas"});
      knowledge_.flag_self_care.push_back(
          {flag_of(entry),
           ids_of<AreaId>(entry.find("areas"), knowledge_.areas, "the id of an area")});
    }
  }

  FlagId flag_of(JsonValue entry) {
    const auto id = find_id<FlagId>(knowledge_.flags, entry.at("flag").text());
    if (!id) entry.at("flag").fail("the id of a flag");
    return id.value_or(FlagId{});
  }

  void add_regions(JsonValue entry, const Area& area) {
    const AreaId id{static_cast<std::uint8_t>(knowledge_.areas.size())};
    const auto add = [&](const char* suffix, Side side) {
      const std::string region = area.id + suffix;
      if (find_id<RegionId>(knowledge_.regions, region))
        entry.at("id").fail("an id whose regions no other area has",
                            std::string(region).append(" twice"));
      knowledge_.regions.push_back({region, id, side});
    };
    if (area.paired) {
      add("_l", Side::kLeft);
      add("_r", Side::kRight);
    } else {
      add("", Side::kNone);
    }
  }

  void read_rule_origins() {
    std::vector<Rule> seen;
    for (const JsonValue& entry : root_.at("rule_origins").items()) {
      entry.only({"id", "origin", "sources"});
      const Rule rule = entry.at("id").one_of<Rule>();
      if (std::find(seen.begin(), seen.end(), rule) != seen.end())
        entry.at("id").fail("a rule once");
      seen.push_back(rule);
      knowledge_.rule_origins[static_cast<std::size_t>(rule)] = {
          entry.at("origin").one_of<Origin>(), sources_of(entry)};
    }
  }

  // Two regions an area still fit an index of 8 bits.
  static constexpr std::size_t kMostEntries = 120;
  static constexpr int kMostHours = 24 * 366;

  JsonValue root_;
  Knowledge knowledge_;
};

}  // namespace

Result<Knowledge> load_knowledge(std::string_view json, std::string_view file) {
  Result<JsonTree> tree = JsonTree::parse(json, file);
  if (!tree) return tree.error();
  JsonReader reader(tree.value(), file);
  Knowledge knowledge = KnowledgeReader(reader.root()).read();
  if (reader.failed()) return reader.error();
  return knowledge;
}

}  // namespace advisor
