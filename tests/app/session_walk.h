#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "app/session.h"
#include "fixtures/intake_generator.h"
#include "fixtures/library.h"

// What the tests of the session share: a session on the real content, and a visitor who uses what
// is on the screen.
namespace advisor::test {

// Wednesday 2026-06-10, 10:00, as test::given().
Moment wednesday_morning();
app::Session fresh_session(Language language = Language::kEnglish);

// The same, with areas marked and, where asked, every question answered by "none of these".
app::Session marked_session(std::initializer_list<std::string_view> regions,
                            Language language = Language::kEnglish);
app::Session advised_session(std::initializer_list<std::string_view> regions,
                             Language language = Language::kEnglish);

// A platform that can do everything.
app::Abilities everything_possible();

app::Action mark_action(std::string_view region_id);
app::Action go_to(app::Screen screen);
// Answers a question of the safety check.
app::Action answer_action(std::string_view flag_id, Answer answer);

// Uses a control of the tree by its key, and says whether there was one that could be used.
bool use(app::Session& session, std::string_view key);

// Whether a person can use a node of this role.
bool is_control(app::Role role);
// All that a visitor could do on this screen, one of each control, sliders at some place.
std::vector<app::Action> offered(app::Session& session, Random& random);
// Does one of them, as the platform would: a change of language brings the other library. Never
// starts over.
void wander(app::Session& session, Random& random);

// The first promise of the session that is broken, in words; empty when all are kept.
std::string broken_promise(app::Session& session);

// "calf_l 5, quad_r 7".
std::string marks_in_words(const app::Session& session);

}  // namespace advisor::test
