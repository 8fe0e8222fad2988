#pragma once

#include <string_view>

#include "content/result.h"
#include "content/site.h"
#include "content/words.h"

namespace advisor {

// Reads a business's site.json (docs/site.md). With `words`, its own words take the place of
// theirs, and of the addresses that it gives for each language those of theirs count (otherwise the
// French ones). Refused whole, with the first place that is wrong: unknown and missing keys, an
// address that is not https (or mailto:, tel:, sms: for a booking that says so) or not at the
// booking system's host, a placeholder that is not known, a phone number that is not E.164, a date
// that does not exist, a business that is never open, a word that is none of `words`. The words are
// then half replaced.
Result<Site> load_site(std::string_view json, std::string_view file = "site.json",
                       Words* words = nullptr);

}  // namespace advisor
