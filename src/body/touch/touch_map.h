#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "body/atlas/geometry.h"
#include "body/atlas/regions.h"
#include "body/fields/grid.h"
#include "body/touch/neighbours.h"

namespace advisor::body {

// Answers which region a touch means, in one view. The target of a small area reaches into larger
// ones that can spare it, less and less as both grow on screen; the half plane is judged by itself,
// so none reaches across the axis.
class TouchMap {
 public:
  TouchMap() = default;

  // `half_codes` has two units a cell and holds 0 outside the body; `half_inside` is not 0 inside
  // it. About ten milliseconds.
  TouchMap(View view, float top_u, const Grid<AreaCode>& half_codes,
           const Grid<std::uint8_t>& half_inside);

  // What a touch there means, and what it would mean if that were not there.
  struct Answer {
    int region = -1, neighbour = -1;
  };

  // The region at a place, or -1: nothing within 22 px, or a part that cannot be marked is nearer.
  // Its neighbour is the next that answers there, or -1. Under a microsecond.
  Answer at(Point p_u, float px_per_u) const;
  int region_at(Point p_u, float px_per_u) const { return at(p_u, px_per_u).region; }

  bool has(int region) const { return field_of(region) != nullptr; }
  Point anchor_u(
      int region) const;  // deep inside its largest piece; on the axis for neck, chest and abdomen

  float radius_u(int region) const;  // of the widest circle inside it; 0 where it is not shown

  // Where an arrow key leads; the region itself if there is nothing that way.
  int neighbour(int region, Direction direction) const;
  // The region whose place is nearest, or -1 where none is shown.
  int nearest(Point p_u) const;

 private:
  // The signed distance to one area (negative inside) over the cells around it, in half units.
  struct Field {
    AreaCode code = 0;
    bool at_home = false;  // content/knowledge.json places the area in this view
    Box box;
    std::size_t first = 0;
    float radius_u = 0;  // of the widest circle inside
    Point anchor_u;
  };

  const Field* field_of(int region) const;
  float distance_u(const Field& field, float x_cells, float y_cells) const;
  void add_field(AreaCode code, const Box& tight, const Grid<AreaCode>& codes,
                 const Grid<std::uint8_t>& inside);
  void put_distances(const Field& field, const Grid<float>& out);

  View view_ = View::kFront;
  float top_u_ = 0;
  std::vector<Field> fields_;
  std::vector<std::int8_t> distances_;
  Neighbours neighbours_{};
};

}  // namespace advisor::body
