#include "body/touch/neighbours.h"

#include <cmath>

namespace advisor::body {
namespace {

constexpr float kNoWay = 1e9f;
constexpr float kDetour =
    1.6f;  // how much longer than its nearest a way may be for the sake of leading back

// Says how far `to` is in a direction: the distance aside counts double, and nothing outside of the
// key's own wedge counts.
float way(Point from, Point to, int direction) {
  const float dx = to.x - from.x, dy = to.y - from.y;
  const float along = direction == 0 ? -dx : direction == 1 ? dx : direction == 2 ? -dy : dy;
  const float aside = std::abs(direction < 2 ? dy : dx);
  return along <= 1 || aside > 3 * along ? kNoWay : along + 2 * aside;
}

}  // namespace

Neighbours find_neighbours(const std::array<Point, kRegionCount>& anchors,
                           const std::array<bool, kRegionCount>& shown) {
  Neighbours nearest, map;
  std::array<std::array<bool, 4>, kRegionCount> taken{};
  const auto at = [](int i) { return static_cast<std::size_t>(i); };
  for (int from = 0; from < kRegionCount; ++from) {
    for (int d = 0; d < 4; ++d) {
      nearest[at(from)][at(d)] = static_cast<std::int8_t>(from);
      float least = kNoWay;
      for (int to = 0; to < kRegionCount && shown[at(from)]; ++to) {
        const float far = shown[at(to)] ? way(anchors[at(from)], anchors[at(to)], d) : kNoWay;
        if (far >= least) continue;
        least = far;
        nearest[at(from)][at(d)] = static_cast<std::int8_t>(to);
      }
    }
  }
  map = nearest;
  // The shortest ways become pairs first, there and back; a region that is left over keeps its
  // nearest.
  for (;;) {
    float least = kNoWay;
    int from = -1, to = -1, there = 0;
    for (int a = 0; a < kRegionCount; ++a) {
      for (int d = 0; d < 4; ++d) {
        const int b = nearest[at(a)][at(d)];
        if (b == a || taken[at(a)][at(d)] || taken[at(b)][at(d ^ 1)]) continue;
        const float far = way(anchors[at(a)], anchors[at(b)], d);
        const int back = nearest[at(b)][at(d ^ 1)];
        if (far > kDetour * way(anchors[at(b)], anchors[at(back)], d ^ 1)) continue;
        if (far < least) least = far, from = a, to = b, there = d;
      }
    }
    if (from < 0) return map;
    map[at(from)][at(there)] = static_cast<std::int8_t>(to);
    map[at(to)][at(there ^ 1)] = static_cast<std::int8_t>(from);
    taken[at(from)][at(there)] = taken[at(to)][at(there ^ 1)] = true;
  }
}

}  // namespace advisor::body
