#pragma once

#include <array>
#include <cstdint>

#include "body/atlas/geometry.h"
#include "body/atlas/regions.h"

namespace advisor::body {

enum class Direction : std::uint8_t { kLeft, kRight, kUp, kDown };

constexpr Direction opposite(Direction d) {
  return static_cast<Direction>(static_cast<int>(d) ^ 1);
}

// Where an arrow key leads from each region, by Direction; the region itself if there is nothing
// that way.
using Neighbours = std::array<std::array<std::int8_t, 4>, kRegionCount>;

// The map of one view, from a place inside each region that it shows. The way back is the other
// arrow, wherever two regions can be that to each other. Cost: some hundred thousand steps, no
// allocation.
Neighbours find_neighbours(const std::array<Point, kRegionCount>& anchors_u,
                           const std::array<bool, kRegionCount>& shown);

}  // namespace advisor::body
