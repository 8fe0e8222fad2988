#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/session_walk.h"
#include "ui/interface.h"

// A window without a GPU: Dear ImGui, the two fonts, the figure, and a finger. One at a time.
namespace advisor::test {

// The real figure, its fields made once.
const body::Figure& figure();

// One glyph as it was drawn, cut to what its panel shows.
struct Glyph {
  app::Rect box;   // whole
  app::Rect seen;  // inside the clip rectangle; w or h is 0 when it is not seen
  std::uint32_t colour;
  int list;  // of the draw lists: 0 is the window, the others are panels
};

struct Size {
  float w, h;
};

// How many glyphs a text has when it is drawn: all but its spaces.
std::size_t glyphs_of(std::string_view text);

class Stage {
 public:
  Stage(app::Session session, Size size, ui::Settings settings = {});
  ~Stage();
  Stage(const Stage&) = delete;
  Stage& operator=(const Stage&) = delete;

  // One frame as the platform draws one; whether another is wanted at once.
  bool frame();
  // Frames until none is wanted; how many they were, or -1 when a thousand were not enough.
  int settle();

  // The frame that comes after so long a rest; whether another is wanted at once.
  bool frame_after(float seconds);

  // Input as the page sends it.
  void finger_down(float x, float y);
  void finger_to(float x, float y);
  void finger_up(float x, float y);
  void finger_cancel();
  // Down and up at once, and the frames that follow.
  void tap(float x, float y);
  void mouse_to(float x, float y);
  // A mouse that goes there and clicks, and the frames that follow.
  void click(float x, float y);

  // The control under the mouse, as Dear ImGui sees it; and how many items of one panel claim its
  // identifier.
  bool hovers(std::string_view key) const;
  int hovered_items() const;

  app::Rect box(std::string_view key);
  // The draw lists of the last frame; whether the last of them lies over every window.
  int lists() const;
  bool has_foreground() const;
  // The glyphs of the last frame.
  std::vector<Glyph> glyphs() const;

  app::Session session;
  ui::Interface interface;
  const Size size;

 private:
  void send_source();
  ui::Type type_;
};

}  // namespace advisor::test
