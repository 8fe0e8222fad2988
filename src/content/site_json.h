#pragma once

#include <string_view>

#include "content/result.h"
#include "content/site.h"

namespace advisor {

// Reads a business's site.json (docs/site.md); addresses that it gives for each language are those of `language`. Refused
// whole, with the first place that is wrong: unknown and missing keys, an address that is not https (or mailto:, tel:, sms:
// for a booking that says so) or not at the booking system's host, a placeholder that booking does not know, a phone
// number that is not E.164, a date that does not exist, a business that is never open. Whether the keys of its words
// exist is for replace_words.
Result<Site> load_site(std::string_view json, std::string_view file = "site.json", Language language = Language::kFrench);

}  // namespace advisor
