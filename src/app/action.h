#pragma once

#include <cstdint>

namespace advisor::app {

// One thing that a person can do, by a tap, a key or a control of the semantic tree: the same
// action whichever way.
struct Action {
  enum class Kind : std::uint8_t {
    kNone,
    kToggleMark,    // subject: region; marks it, or takes the mark away
    kOpenMark,      // subject: region; the foot of the first screen holds it
    kRemoveMark,    // subject: region
    kMirrorMark,    // subject: region; marks the other side like it
    kSetIntensity,  // subject: region, value: 1 to 10
    kTurn,          // value: 0 front, 1 back
    kFrame,         // value: 0 whole body, 1 hips and legs
    kZoom,          // value: 1 closer, -1 away, by a step
    kGoTo,  // value: Screen. subject: the region that it shows there, a flag of the safety check,
            // or -1
    kTellAbout,     // subject: region that "tell" speaks of
    kQuality,       // subject: region, value: Quality
    kOnset,         // subject: region, value: Onset
    kLastHard,      // value: days since 1970-01-01, or kNoDay
    kRaceDate,      // subject: which race, -1 the last; a new one after the last. value: days since
                    // 1970-01-01, or kNoDay
    kRaceDistance,  // subject: which race, -1 the last. value: metres, 0 unknown
    kNextHard,      // value: days since 1970-01-01, or kNoDay
    kExperience,    // value: Experience
    kPhase,         // value: Phase
    kAnswer,        // subject: flag, value: Answer
    kAnswerWhere,   // subject: flag, value: region, toggled
    kCleared,       // subject: flag, value: 0 or 1
    kScreened,      // every question was seen; the rest is "no"
    kSeeRest,       // shows the signs of the safety check that lie below
    kMinorSigns,    // value: 0 or 1: the row of the common minor signs is open
    kChooseDay,     // value: days since 1970-01-01
    kOpenSheet,     // value: Sheet, subject: what it is about
    kCloseSheet,
    kUndo,
    kRedo,
    kReset,
    kLanguage,  // value: Language
    kBook,
    kFigure,        // value: 0 male, 1 female
    kTone,          // value: 0 clay, 1 sand, 2 honey, 3 walnut, 4 ebony
    kTextSize,      // value: percent, 100 to 200
    kContrast,      // value: 0 as the system says, 1 high
    kListView,      // value: 0 the picture, 1 every control as a page (the page does it)
    kFullScreen,    // the page does it
    kSaveCalendar,  // the reminder of the chosen day as a calendar file
    kCopySummary,
    kSharePage,    // the system's share sheet
    kSavePicture,  // the marked figure, both views
    kPrint,
    kUncover,     // what the platform put over the screens goes away
    kRemember,    // value: 0 or 1: keep what was told on this device
    kCloseToast,  // its time is over
    kLastDeep,    // value: days since 1970-01-01, or kNoDay
    kGoal,        // subject: benefit, toggled
    kRaceKm,      // subject: which race, value: 1 to 160; a distance of one's own
    kMoreToTell,  // value: 0 or 1: the inputs of "tell" that few need
    kMonth,       // value: months since 1970-01 that the date sheet shows
    kLength,      // value: minutes of one of the site's services
    kNote,        // value: 0 or 1: the note for the therapist stands on the screen
    kSendNote,    // value: 0 or 1: and goes with the booking, where the link can take it
    kMarkList,    // value: 0 or 1: the list of marks lies over the figure
  };
  static constexpr int kNoDay = -1;

  Kind kind = Kind::kNone;
  int subject = -1;
  int value = 0;
};

}  // namespace advisor::app
