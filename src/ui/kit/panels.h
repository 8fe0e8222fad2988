#pragma once

#include <array>
#include <string_view>

#include "ui/kit/paint.h"

// Here is what holds other things: a card, what opens below a row, a panel that scrolls.
namespace advisor::ui {

// A card whose height is known only once its content is written: write into `in`, then close.
class CardAround {
 public:
  CardAround(Ui& ui, const Column& outer, float padding, float top);
  void close(Column& column, float bottom);
  // A part of the card has a ground of its own, which follows the card's corners.
  void ground(Rect part, Colour colour);
  Column in;
  const Column& outer() const { return outer_; }

 private:
  Ui& ui_;
  Column outer_;
  struct Ground {
    Rect part;
    Colour colour;
  };
  std::array<Ground, 24> grounds_;
  std::size_t grounds_count_ = 0;
};

// What opens below its row: write into `in` while `open`, then close. It opens and closes by its
// height, and fades in. `key` is the row's key; `what` names the look of the row that moves with
// it.
class Opening {
 public:
  Opening(Ui& ui, const Column& outer, std::string_view key, char what, bool open);
  void close(Column& outer);
  Column in;

 private:
  Ui& ui_;
  Motion::Id full_;
  float top_, part_ = 1;
  bool open_;
  int vertex_ = 0, command_ = 0;
};

// A window without any look or padding of its own, between the two calls.
void begin_window(Ui& ui, const char* name, Rect area);
void end_window();

// A panel that scrolls, between the two calls. Content is written with the column that begin gives.
Column begin_scroll(Ui& ui, const char* id, Scroll& scroll, Rect view, float margin);
// Where there is more below, the content fades into `ground` (0: no fade).
void end_scroll(Ui& ui, const Column& column, float bottom_space, Colour ground = 0);

// A panel over everything that was painted before it, which does not scroll.
void begin_over(Ui& ui, const char* id, Rect box);
void end_over(Ui& ui);

}  // namespace advisor::ui
