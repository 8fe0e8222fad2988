#pragma once

#include <cstdint>
#include <string>

#include "app/action.h"
#include "vocabulary/app.h"

// What stands on the screen beside what was told, and what the world outside must hear of.
namespace advisor::app {

// Which date a sheet asks for: the kind and the subject of the action that tells it, in one number.
constexpr int date_subject(const Action& tells) {
  return static_cast<int>(tells.kind) | (tells.subject + 1) << 8;
}
constexpr Action date_action(int subject) {
  return {static_cast<Action::Kind>(subject & 0xff), (subject >> 8) - 1, Action::kNoDay};
}

// Something that the world outside may want to know or must do.
struct Event {
  using Kind = EventType;
  Kind kind;
  std::string text;  // kBook: the address; kLanguage: its id; kCopy, kShare: what; kFile: its
                     // content; kListView, kRemember: "1" or "0"; kLook: percent of the text, 0 as
                     // the page has it, a space, 1 for high contrast. kTick: a mark was set, which
                     // a device may let be felt
  std::string service;    // kBook: its id; kFile: its name
  std::string told = {};  // kBook: the address without a note: what anybody else may hear of it
};

// The other figure is brought only when it is chosen; the one before stays until it is there.
enum class FigureState : std::uint8_t { kThere, kComing, kFailed };

// What the platform can do with the result; what it cannot do is not offered.
struct Abilities {
  bool files = false, clipboard = false, share = false, picture = false, print = false,
       remember = false, full_screen = false, list = false;
};

// What is on the screen, beside what was told.
struct Shown {
  Screen screen = Screen::kWhere;
  Sheet sheet = Sheet::kNone;
  int sheet_subject = -1;
  bool back_view = false, legs = false;
  // Framings and steps of zoom that were asked for, counted: src/ui, which knows the framing, does
  // each once and says back whether less than the whole body is in sight.
  int framings = 0, zoom_steps = 0;
  bool zoomed = false;
  int open_mark =
      -1;  // region that the foot of the first screen holds; -1 only while nothing is marked
  int openings = 0;  // marks that were opened, counted: src/ui shows the side of the figure on
                     // which the last one lies
  bool mark_list = false;  // the list of marks lies over the figure
  int tell_about = -1;     // region that "tell" speaks of
  bool tell_more = false;  // the inputs of "tell" that few need
  bool minor_signs =
      false;  // the row of the safety check that names the common minor signs is open
  // src/ui tells whether signs of the check lie below what is in sight. The count says how often
  // they were asked for; src/ui shows more each time.
  bool signs_below = false;
  int rests = 0;
  int about_flag = -1;   // the flag that the check was opened to correct, or -1
  int opened_flag = -1;  // the flag whose whole question the last answer on this screen opened
  int month = 0;         // of the date sheet: months since 1970-01
  bool note = false,
       send_note =
           false;   // the note for the therapist stands on the screen; and goes into the link
  int minutes = 0;  // the length chosen for the booking; 0: as advised
  bool remember = false;
  // src/ui tells whether figure and words stand side by side, whether the foot is a low one, and
  // whether there is a pointer that hovers.
  bool two_panels = false, low_foot = false, can_hover = false;
  // This is how the person likes it; it stays when everything told is erased.
  bool female = false;
  FigureState figure_state = FigureState::kThere;
  std::uint8_t tone = 0;  // of the figure's skin: 0 clay, 1 sand, 2 honey, 3 walnut, 4 ebony
  std::uint8_t text_percent = 0;  // chosen in the menu, 100 to 200; 0: as the platform says
  bool high_contrast = false;
  bool list_view = false;
  // src/ui tells what the system has.
  std::uint8_t system_text_percent = 100;
  bool system_high_contrast = false;
};

// One line that leaves by itself after a few seconds.
struct Toast {
  std::string words;           // its key ("ui.book.copied"), or empty: there is none
  bool undo = false;           // whether it can take back what it tells of
  int region = -1, value = 0;  // that the words speak of: {region} and {n}
  std::uint32_t number = 0;    // another one for each
};

// Text size and contrast, for a page that shows the controls itself.
Event look_of(const Shown& shown);

}  // namespace advisor::app
