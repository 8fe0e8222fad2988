#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "advice/knowledge.h"

// One language's half of content/: every word that people read, read by src/content/words_json.h.
namespace advisor {

// A text, or its plural forms. Placeholders stand as {name}.
struct Text {
  std::string other;
  std::string one;  // empty when the text has no plural forms
};

struct AreaWords {
  std::string name;                 // "Haut du mollet"
  std::string part;                 // "Jambe": the part of the body that begins with this area, or empty
  std::string left, right;          // in a sentence: "mollet gauche"; a single area has its plain name in both
  std::string short_left, short_right;
  std::string structures, complaint, self_care, caution;
};
struct TechniqueWords { std::string name, explanation; };
struct BenefitWords { std::string title, explanation, lead, article, research, expect; };  // article: empty when inferred
struct FlagWords {
  std::string question;      // empty when never asked
  std::string text;
  std::string text_derived;  // in place of text when only the advisor raised it; empty: text serves
  std::string act;
  std::string note;          // for the therapist, in the runner's voice, no full stop; empty where nobody can book with it
  std::string self_care;     // in place of an area's own (knowledge, flag_caps); else empty
};
struct RuleWords { std::string reason, why, trace; };
struct LevelWords { std::string state, title, message; };

class Words {
 public:
  Language language = Language::kFrench;
  std::vector<AreaWords> areas;            // by AreaId, like the knowledge's tables
  std::vector<TechniqueWords> techniques;  // by TechniqueId
  std::vector<BenefitWords> benefits;      // by BenefitId
  std::vector<FlagWords> flags;            // by FlagId
  std::array<LevelWords, kLevelCount> levels;  // by Level
  std::array<RuleWords, kRuleCount> rules;     // by Rule; a text is empty where the language gives none

  // A text of "terms", "grammar", "phrases" or "ui" by its whole key ("ui.where.title"). The loader has checked that every key
  // that the program names is there, so a missing one is a mistake of the program: it gives the key itself, visibly.
  // Cost: a binary search.
  const Text& text(std::string_view key) const;
  std::string_view ui(std::string_view key) const;
  // Null where there is none.
  const Text* find(std::string_view key) const;
  Text* find(std::string_view key) { return const_cast<Text*>(std::as_const(*this).find(key)); }

  struct Entry { std::string key; Text text; };
  std::vector<Entry> entries;              // sorted by key
};

}  // namespace advisor
