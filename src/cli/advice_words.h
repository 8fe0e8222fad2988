#pragma once

#include <string>

#include "booking/answer.h"

namespace advisor {

// An advice as a person reads it, in Markdown: what the screens say, without their controls. For
// whoever goes through many.
std::string advice_in_words(const Library& library, const Intake& intake);

}  // namespace advisor
