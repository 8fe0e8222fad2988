#pragma once

#include <string_view>

#include "advice/knowledge.h"
#include "content/words.h"

namespace advisor {

// What the figure's screen needs of a language and of the knowledge: the areas with their names,
// and its texts. web/build/first-words.mjs takes it from the files of content/ when the site is
// built, so it is not checked again; the whole files are, when they come. A line each: the
// language; "+area", "paired" or nothing, its view and its name; a text's key, the text, and its
// form for one. Fields are parted by tabs, the texts sorted by their keys.
void read_first_words(std::string_view lines, Knowledge& knowledge, Words& words);

}  // namespace advisor
