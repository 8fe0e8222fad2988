#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "body/atlas/atlas.h"
#include "body/fields/fields.h"
#include "body/touch/framing.h"
#include "body/touch/touch_map.h"

namespace advisor::body {

// One build of the body, both views. Made from the packed atlas at once, its fields in slices of a
// few milliseconds, front view first. Movable; nothing else may be done with one that was moved
// from.
class Figure {
 public:
  // Gives the figure without its fields, or nothing and a sentence in *error for bytes that are not
  // an atlas.
  static std::optional<Figure> parse(std::span<const std::byte> packed, std::string* error);

  Figure(Figure&&) noexcept;
  Figure& operator=(Figure&&) noexcept;
  ~Figure();

  // Works a few milliseconds towards the fields of `first`, then of the other view. True once both
  // are ready, and then it costs nothing.
  bool build_step(View first = View::kFront);

  // Says whether a view can be drawn and touched.
  bool ready(View view) const;

  // Says whether it can be drawn already, which is one step, some five milliseconds, before it can
  // be touched.
  bool drawable(View view) const;

  Build build() const;

  // The extent is what both views fill together, so that one framing fits both and turning does not
  // jump; x counts from the axis.
  Rect extent_u() const;

  // The drawing of one view; empty until it is ready.
  const ViewFields& fields(View view) const;
  const TouchMap& touch(View view) const;
  Rect bounds_u(View view, int region)
      const;  // of all that is drawn of it; w == 0 if the view does not show it

 private:
  struct State;
  explicit Figure(Atlas&& atlas);
  std::unique_ptr<State> state_;
};

// The framings of framing.h for this figure; both views share them.
Framing fit_body(const Figure& figure, View view, Rect stage_px);
Framing fit_legs(const Figure& figure, View view, Rect stage_px);

// Gives the region that a touch means, or -1, also while the view is not ready. Cost: under a
// microsecond.
int hit(const Figure& figure, View view, const Framing& framing, Point touch_px);
// Gives the same region and the next one that answers there.
TouchMap::Answer touched(const Figure& figure, View view, const Framing& framing, Point touch_px);

// The box of a region on screen as it is drawn, all its pieces, soles included; w == 0 if that view
// does not show it or is not ready.
Rect region_bounds_px(const Figure& figure, View view, const Framing& framing, int region);

// A place deep inside the region, for leader lines and focus; only where region_bounds_px has a
// width.
Point region_anchor_px(const Figure& figure, View view, const Framing& framing, int region);

// Where an arrow key leads from a region; the region itself if there is nothing that way.
int neighbour(const Figure& figure, View view, int region, Direction direction);

// Where a region goes when the figure turns to `view`: itself if that shows it, otherwise what lies
// behind it.
int turned_region(const Figure& figure, View view, int region);

}  // namespace advisor::body
