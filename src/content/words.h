#pragma once

#include <array>
#include <cstdint>
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
  std::string name;  // "Haut du mollet"
  std::string part;  // "Jambe": the part of the body that begins with this area, or empty
  std::string left,
      right;  // in a sentence: "mollet gauche"; a single area has its plain name in both
  std::string short_left, short_right;
  std::string structures, complaint, self_care, caution;
};
struct TechniqueWords {
  std::string name, explanation;
};
struct BenefitWords {
  std::string title, explanation, lead, article, research, expect;
};  // article: empty when inferred
// A sign of the safety check: what stands on the screen, at most six words, and the whole question
// that it stands for.
struct SignWords {
  std::string sign, question;
};
struct FlagWords {
  SignWords asked;  // empty when it is never asked
  struct Elsewhere {
    AreaId area;
    SignWords asked;
  };
  std::vector<Elsewhere> by_area;  // where another area is asked in other words
  std::string word;                // in the row of the common minor signs; empty of a grave one
  std::string context;             // one more sentence under the answer, or empty
  std::string
      cleared;  // who has to have agreed, where that is another one than ui.safety.cleared says
  std::string cleared_text;  // what is said of it besides, once somebody has agreed; or empty
  std::string text;          // why, in one sentence
  std::string text_derived;  // in place of text when only the advisor raised it; empty: text serves
  std::vector<std::string> acts;  // what to do, the first thing first; never empty
  std::string act_beside;         // one more thing where another flag leads the alarm, or empty
  std::string title;              // of its alarm; may name the {region}
  std::string call;               // when 911 is the number, under its button
  std::string note;  // for the therapist, in the runner's voice, no full stop; empty where nobody
                     // can book with it
  std::string self_care;  // in place of an area's own (knowledge, flag_self_care); else empty
  std::vector<std::string>
      who;  // whom to see first: the end of ui.alarm.who.*; nobody: it is waited for

  const SignWords& asked_of(AreaId area) const;
};
// Which screen stands in place of an advice.
enum class Alarm : std::uint8_t {
  kNone,
  kEmergency,  // 911
  kDoubt,      // perhaps an emergency: 911, and 811 beside it
  kToday,      // 811, and 911 beside it
  kSeeFirst,   // whom to see before a massage
  kWait,       // nobody has to be seen: not now
};
struct RuleWords {
  std::string reason, why, trace;
};
struct LevelWords {
  std::string state, title, message;
};  // message: empty from clinician_first on, where each flag says it

class Words {
 public:
  Language language = Language::kFrench;
  std::vector<AreaWords> areas;                    // by AreaId, like the knowledge's tables
  std::vector<TechniqueWords> techniques;          // by TechniqueId
  std::vector<BenefitWords> benefits;              // by BenefitId
  std::vector<FlagWords> flags;                    // by FlagId
  std::array<LevelWords, kCountOf<Level>> levels;  // by Level
  std::array<RuleWords, kCountOf<Rule>>
      rules;  // by Rule; a text is empty where the language gives none

  // A text of "terms", "grammar", "phrases" or "ui" by its whole key ("ui.where.title"). The loader
  // has checked that every key that the program names is there, so a missing one is a mistake of
  // the program: it gives the key itself, visibly. Cost: a binary search.
  const Text& text(std::string_view key) const;
  std::string_view ui(std::string_view key) const;
  // Null where there is none.
  const Text* find(std::string_view key) const;
  Text* find(std::string_view key) { return const_cast<Text*>(std::as_const(*this).find(key)); }

  struct Entry {
    std::string key;
    Text text;
  };
  std::vector<Entry> entries;  // sorted by key
};

}  // namespace advisor
