#include "ui/kit/icons.h"

#include <imgui.h>

#include <cmath>
#include <iterator>

namespace advisor::ui {
namespace {

// An icon is a list of strokes on a grid of 24 by 24. Its bytes are places and lengths in tenths of
// the grid: data is smaller on the wire than the calls that it stands for.
enum : std::uint8_t {
  kEnd,
  kLine,   // the number of points, their x and y; strokes them with what kPath and kArc left
  kPath,   // the same, but strokes nothing yet
  kArc,    // middle x, y, radius x, y, from and to in quarters of a turn, clockwise from the right
  kRing,   // middle x, y, radius
  kDot,    // the same, filled
  kBox,    // left, top, right, bottom, radius of its corners
  kPlate,  // the same, filled
  kPen,    // how wide the strokes are, in hundredths
};

constexpr std::uint8_t kBack[] = {kLine, 3, 145, 60, 85, 120, 145, 180, kEnd};
constexpr std::uint8_t kForward[] = {kLine, 3, 95, 60, 155, 120, 95, 180, kEnd};
constexpr std::uint8_t kDown[] = {kLine, 3, 60, 95, 120, 155, 180, 95, kEnd};
constexpr std::uint8_t kUp[] = {kLine, 3, 60, 145, 120, 85, 180, 145, kEnd};
constexpr std::uint8_t kMore[] = {kDot, 55, 120, 17, kDot, 120, 120, 17, kDot, 185, 120, 17, kEnd};
constexpr std::uint8_t kUndo[] = {kLine, 3,    85,  55,  45, 95, 85, 135, kPath, 2, 45,  95,  140,
                                  95,    kArc, 140, 145, 50, 50, 3,  5,   kLine, 1, 105, 195, kEnd};
constexpr std::uint8_t kRedo[] = {kLine, 3,   155, 55,    195, 95,   155, 135, kPath,
                                  2,     195, 95,  100,   95,  kArc, 100, 145, 50,
                                  50,    3,   1,   kLine, 1,   135,  195, kEnd};
constexpr std::uint8_t kClose[] = {kLine, 2, 70, 70, 170, 170, kLine, 2, 170, 70, 70, 170, kEnd};
constexpr std::uint8_t kCheck[] = {kPen, 240, kLine, 3, 60, 125, 100, 165, 180, 75, kEnd};
constexpr std::uint8_t kAllClear[] = {kRing, 120, 120, 85,  kLine, 3,   85,
                                      122,   110, 147, 155, 97,    kEnd};
constexpr std::uint8_t kAlarm[] = {kRing, 120, 120,  109, kLine, 2,  120, 65,
                                   120,   136, kDot, 120, 172,   10, kEnd};
constexpr std::uint8_t kPlus[] = {kLine, 2, 120, 60, 120, 180, kLine, 2, 60, 120, 180, 120, kEnd};
constexpr std::uint8_t kMinus[] = {kLine, 2, 60, 120, 180, 120, kEnd};
constexpr std::uint8_t kLegs[] = {kRing, 110, 110, 60,  kLine, 2, 155, 155, 195, 195, kLine, 2,
                                  110,   85,  110, 135, kLine, 2, 85,  110, 135, 110, kEnd};
constexpr std::uint8_t kCalendar[] = {kBox,  45,  55,  195,   195, 30, kLine, 2,  45,
                                      100,   195, 100, kLine, 2,   85, 35,    85, 75,
                                      kLine, 2,   155, 35,    155, 75, kEnd};
constexpr std::uint8_t kLeaves[] = {kLine, 2,  85,  155, 160, 80,  kLine, 3,
                                    95,    75, 165, 75,  165, 145, kEnd};
constexpr std::uint8_t kLock[] = {kBox, 55, 105, 185, 195, 30, kLine, 7,  85,  105, 85,  70,
                                  100,  46, 120, 40,  140, 46, 155,   70, 155, 105, kEnd};
constexpr std::uint8_t kMirror[] = {kLine, 2,   120,   50,  120, 85,  kLine, 2,   120,   100,
                                    120,   135, kLine, 2,   120, 150, 120,   185, kLine, 4,
                                    90,    75,  90,    165, 35,  165, 90,    75,  kLine, 4,
                                    150,   75,  150,   165, 205, 165, 150,   75,  kEnd};
constexpr std::uint8_t kCopy[] = {kBox, 85, 85, 195, 195, 25, kLine, 7,   155, 55,  150, 45,
                                  65,   45, 50, 50,  45,  65, 45,    150, 55,  155, kEnd};
constexpr std::uint8_t kPicture[] = {kBox, 45,  50, 195, 190, 30,  kDot, 90,  98,  14,  kLine, 5,
                                     50,   170, 95, 130, 120, 155, 155,  115, 192, 155, kEnd};
constexpr std::uint8_t kPrint[] = {kBox, 45, 90,  195, 165,    20, kLine, 4,   75,  90, 75,  45,
                                   165,  45, 165, 90,  kPlate, 75, 140,   165, 195, 10, kEnd};
constexpr std::uint8_t kShare[] = {kLine, 2,   120, 145, 120,   45,  kLine, 3,   85,  80,
                                   120,   45,  155, 80,  kLine, 6,   80,    115, 50,  115,
                                   50,    195, 190, 195, 190,   115, 160,   115, kEnd};
constexpr std::uint8_t kWholeBody[] = {kRing, 110,   110, 60, kLine, 2,   155, 155, 195,
                                       195,   kLine, 2,   85, 110,   135, 110, kEnd};
// A face under its hair, over two shoulders.
constexpr std::uint8_t kFemaleHead[] = {
    kPen, 140, kArc, 120,   94,  45,  54,  0,     4,  kLine, 0,   kLine, 4,   36,
    214,  46,  194,  64,    184, 90,  176, kLine, 4,  204,   214, 194,   194, 176,
    184,  150, 176,  kRing, 120, 22,  15,  kLine, 4,  77,    88,  98,    79,  116,
    60,   120, 44,   kLine, 4,   163, 88,  142,   79, 124,   60,  120,   44,  kEnd};
constexpr std::uint8_t kMaleHead[] = {kPen,  140, kArc, 120, 94,  45,  54,  0,   4,   kLine, 0,
                                      kLine, 4,   36,   214, 46,  194, 64,  184, 90,  176,   kLine,
                                      4,     204, 214,  194, 194, 176, 184, 150, 176, kLine, 5,
                                      76,    86,  90,   70,  120, 66,  146, 62,  164, 86,    kEnd};

// By Icon.
constexpr const std::uint8_t* kIcons[] = {
    kBack,     kForward, kDown,  kUp,    kMore,      kUndo,       kRedo,    kClose, kCheck,
    kAllClear, kAlarm,   kPlus,  kMinus, kLegs,      kCalendar,   kLeaves,  kLock,  kMirror,
    kCopy,     kPicture, kPrint, kShare, kWholeBody, kFemaleHead, kMaleHead};
static_assert(std::size(kIcons) == static_cast<std::size_t>(Icon::kMaleHead) + 1);

// Reads an icon's bytes and draws what they say.
class IconReader {
 public:
  IconReader(ImDrawList& draw, ImVec2 corner, float unit, Colour colour, const std::uint8_t* next)
      : draw_(draw), corner_(corner), unit_(unit), colour_(colour), next_(next) {}

  // Draws the next stroke, and returns false when there is none left.
  bool stroke() {
    switch (*next_++) {
      case kLine:
        path();
        draw_.PathStroke(colour_, 0, pen_ * unit_);
        return true;
      case kPath:
        path();
        return true;
      case kArc:
        arc();
        return true;
      case kRing: {
        const ImVec2 middle = point();
        draw_.AddCircle(middle, length(), colour_, 0, pen_ * unit_);
        return true;
      }
      case kDot: {
        const ImVec2 middle = point();
        draw_.AddCircleFilled(middle, length(), colour_);
        return true;
      }
      case kBox: {
        const ImVec2 low = point(), high = point();
        draw_.AddRect(low, high, colour_, length(), 0, pen_ * unit_);
        return true;
      }
      case kPlate: {
        const ImVec2 low = point(), high = point();
        draw_.AddRectFilled(low, high, colour_, length());
        return true;
      }
      case kPen:
        pen_ = static_cast<float>(*next_++) / 100;
        return true;
      default:
        return false;
    }
  }

 private:
  float length() { return static_cast<float>(*next_++) / 10 * unit_; }
  ImVec2 point() {
    const float x = length(), y = length();
    return {corner_.x + x, corner_.y + y};
  }
  void path() {
    for (int left = *next_++; left > 0; --left) draw_.PathLineTo(point());
  }
  void arc() {
    constexpr float kQuarter = 1.57079633f;
    constexpr int kSteps = 12;
    const ImVec2 middle = point();
    const float rx = length(), ry = length(), from = *next_++, to = *next_++;
    for (int i = 0; i <= kSteps; ++i) {
      const float a = kQuarter * (from + (to - from) * static_cast<float>(i) / kSteps);
      draw_.PathLineTo({middle.x + rx * std::cos(a), middle.y + ry * std::sin(a)});
    }
  }

  ImDrawList& draw_;
  ImVec2 corner_;
  float unit_;
  Colour colour_;
  const std::uint8_t* next_;
  float pen_ = 1.75f;
};

}  // namespace

void icon(const Ui& ui, Icon which, float cx, float cy, Colour colour, float size) {
  size = ui.sign(size);
  IconReader reader(*ui.draw, {cx - size / 2, cy - size / 2}, size / 24, colour,
                    kIcons[static_cast<int>(which)]);
  while (reader.stroke()) {
  }
}

}  // namespace advisor::ui
