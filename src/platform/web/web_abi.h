#pragma once

// The whole C ABI between the page and the module, one instance of the module per element on the
// page. web/widget/engine.js is the only caller. Strings are UTF-8; what a function returns stays
// valid until the next call. The page owns time and scheduling: the module never asks the browser
// for a frame or a timer by itself. What its numbers mean: src/vocabulary/vocabulary.json ("abi"),
// from which the page has the same names.

#include <emscripten/em_macros.h>

#include "vocabulary/abi.h"
#include "vocabulary/ui.h"

extern "C" {

// Room of `size` bytes for the next argument (text or file); a later call may move it.
EMSCRIPTEN_KEEPALIVE unsigned char* advisor_buffer(int size);

// The module takes the first `size` bytes of the buffer as that abi::File.
EMSCRIPTEN_KEEPALIVE void advisor_put(int file, int size);

// Makes the session of the first words, the atlas and the fonts: the figure's screen works from
// then on. It returns what advisor_open returns.
EMSCRIPTEN_KEEPALIVE const char* advisor_open_first(void);

// Loads knowledge, words and site, after advisor_open_first. It returns null, or
// {"file","pointer","expected","found"} of the first thing wrong. Called again after another
// language's words were put: what was told is kept and everything is renamed.
EMSCRIPTEN_KEEPALIVE const char* advisor_open(void);

// The intake in the buffer's first `size` bytes -> an advice as JSON, or
// {"error":{"pointer","message"}}. Touches nothing on screen.
EMSCRIPTEN_KEEPALIVE const char* advisor_advise(int size);

// The atlas of the figure that FrameBit::kFigure asked for, in the buffer's first `size` bytes; 0:
// it cannot be had.
EMSCRIPTEN_KEEPALIVE void advisor_figure(int size);

// The marked figure on paper, or null when it cannot be drawn: width, height, and the address of
// its RGBA, rows from the top. Valid until the next frame.
EMSCRIPTEN_KEEPALIVE const int* advisor_picture(void);

// The session's own intake and advice as JSON ("null" before there is one).
EMSCRIPTEN_KEEPALIVE const char* advisor_intake(void);
EMSCRIPTEN_KEEPALIVE const char* advisor_advice(void);
// Replaces what was told by the intake in the buffer. It returns null; or {"error":…}, and then
// nothing is changed.
EMSCRIPTEN_KEEPALIVE const char* advisor_set_intake(int size);
EMSCRIPTEN_KEEPALIVE void advisor_reset(void);

// The wall clock of the business and the minutes that it is ahead of UTC ("2026-06-10T10:00 -240"),
// in the buffer; the page gives it at start and when the day may have changed.
EMSCRIPTEN_KEEPALIVE void advisor_now(int size);

// Makes the window on Module.canvas. 0: there is no WebGL2 (the module goes on without drawing: the
// semantic tree still works).
EMSCRIPTEN_KEEPALIVE int advisor_start(int width_px, int height_px, float density);
EMSCRIPTEN_KEEPALIVE void advisor_resize(int width_px, int height_px, float density);
// bits: abi::SettingBit. text_scale: 1 to 2.
EMSCRIPTEN_KEEPALIVE void advisor_settings(int bits, float text_scale);
// The site's own colour for what can be used in the theme of the last advisor_settings, 0xrrggbb,
// or -1 for none. Returns it as it was made readable (src/ui/kit/theme.h), or -1.
EMSCRIPTEN_KEEPALIVE int advisor_accent(int colour);
// bits: abi::AbilityBit.
EMSCRIPTEN_KEEPALIVE void advisor_abilities(int bits);
// what: abi::Outcome. The tool says it.
EMSCRIPTEN_KEEPALIVE void advisor_done(int what);
EMSCRIPTEN_KEEPALIVE void advisor_context_lost(void);
EMSCRIPTEN_KEEPALIVE void advisor_context_restored(void);

// Pointer input in CSS px from the canvas's left top. kind: ui::PointerKind. type:
// abi::PointerType.
EMSCRIPTEN_KEEPALIVE void advisor_pointer(int kind, int type, int id, float x, float y);
// Whether a touch that starts here, and moves that way (0, 0: not yet), is the widget's: a muscle,
// a slider, a panel that can still scroll that way, a sheet that is pulled down. The page then
// keeps the browser from scrolling.
EMSCRIPTEN_KEEPALIVE int advisor_claims_touch(float x, float y, float dx, float dy);
// Returns 1 when the wheel was used (the page then keeps it from scrolling). modifiers:
// abi::ModifierBit.
EMSCRIPTEN_KEEPALIVE int advisor_wheel(float x, float y, float dx, float dy, int modifiers);

// A control of the semantic tree was used: "key\nverb\nvalue" in the buffer, with an abi::Verb by
// its id.
EMSCRIPTEN_KEEPALIVE void advisor_act(int size);

// One frame at `now_ms` (performance.now()). Draws only when something changed. Returns
// abi::FrameBit. Every call above except buffer/put/advise may have made a frame necessary: the
// page asks for one after each.
EMSCRIPTEN_KEEPALIVE int advisor_frame(double now_ms);
// Milliseconds until the next frame is wanted by a timer (a toast that leaves), or -1.
EMSCRIPTEN_KEEPALIVE double advisor_next_frame_ms(void);

// The semantic tree's changes since the last call, as JSON (docs/semantics.md).
EMSCRIPTEN_KEEPALIVE const char* advisor_semantics(void);
// Happenings for the page since the last call, as a JSON array: {"type":"change"} {"type":"advice"}
// {"type":"book","url","follow","service"} (follow: the address itself; url: without a note)
// {"type":"language","language":"en"} {"type":"copy","text"} {"type":"file","name","text"}
// {"type":"share","text"} {"type":"uncover"} {"type":"picture"} {"type":"print"}
// {"type":"list_view","text":"1"} {"type":"full_screen"} {"type":"remember","text":"1"}
// {"type":"look","text":"150 1"} {"type":"tick"} (a mark was set: a device may let it be felt).
EMSCRIPTEN_KEEPALIVE const char* advisor_events(void);
}
