#pragma once

#include <string>
#include <string_view>

#include "content/json_reader.h"
#include "content/result.h"
#include "content/words.h"

namespace advisor {

// Reads content/words.<language>.json (docs/content.md). Refused whole, with the first place that
// is wrong: unknown and missing keys, an area, technique, benefit, flag, level or rule without its
// words, words for what `knowledge` does not know, a text of phrase_keys.h that is missing or uses
// a placeholder that it is not given, an empty text, HTML, a broken placeholder.
Result<Words> load_words(std::string_view json, const Knowledge& knowledge,
                         std::string_view file = "words.json");

// The text there, refused where it is empty, holds HTML, or uses another placeholder than those of
// `default_text`.
std::string text_in_place_of(JsonValue value, std::string_view default_text);

}  // namespace advisor
