#pragma once

#include <string>

#include "platform/desktop/desk.h"

namespace advisor::platform {

// A test's hands and eyes, in place of a person: one command a line, and for each a line of JSON
// that says where things stand.
//   press KEY          uses a control of the semantic tree by its key
//   key [Shift+]NAME   presses a key of the keyboard by its DOM name
//   wheel X Y DY       turns the wheel over a place
//   intake JSON        replaces what was told
//   theme light|dark
//   page               offers what a browser without a share sheet can do, so that both show the
//   same rest SECONDS       nobody does anything picture FILE       writes what is seen
// The clock stands still between commands. Gives the program's exit code.
int follow_script(Desk& desk, const std::string& file);

}  // namespace advisor::platform
