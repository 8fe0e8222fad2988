#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "content/result.h"
#include "content/site.h"
#include "content/words.h"

namespace advisor {

// Reads content/words.<language>.json (docs/content.md). Refused whole, with the first place that is wrong: unknown and
// missing keys, an area, technique, benefit, flag, level or rule without its words, words for what `knowledge` does not
// know, a text of phrase_keys.h that is missing or uses a placeholder that it is not given, an empty text, HTML, a broken
// placeholder.
Result<Words> load_words(std::string_view json, const Knowledge& knowledge, std::string_view file = "words.json");

// Puts a business's own words in the place of the default ones, those of its language. Refused, with nothing changed: in
// either language a key that is not a text of "ui", one of the page's own ("facade.", shown before site.json is read), an
// empty text, HTML, a placeholder that the default text does not have. `site_file` is the file in the error.
std::optional<ContentError> replace_words(Words& words, const std::vector<Site::Word>& own, std::string_view site_file);

}  // namespace advisor
