// Polygons made small: cut to the half plane x >= 0, simplified, rounded to the grid of the packed
// atlas.

export const kGridPerUnit = 2; // the packed atlas counts in half units
export const kToleranceUnits = 0.35; // a dropped point lay this close to what is kept

// The part of a closed polygon with x >= 0 (Sutherland-Hodgman against one line).
export function clipToRightHalf(polygon) {
  const out = [];
  polygon.forEach((p, i) => {
    const q = polygon[(i + 1) % polygon.length];
    if (p[0] >= 0) out.push(p);
    if (p[0] < 0 !== q[0] < 0) out.push([0, p[1] + ((q[1] - p[1]) * -p[0]) / (q[0] - p[0])]);
  });
  return out;
}

function distanceToChord([px, py], [ax, ay], [bx, by]) {
  const dx = bx - ax,
    dy = by - ay,
    length = Math.hypot(dx, dy);
  if (length === 0) return Math.hypot(px - ax, py - ay);
  const t = Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / (length * length)));
  return Math.hypot(px - ax - t * dx, py - ay - t * dy);
}

function simplifyOpen(points, tolerance) {
  let worst = 0,
    at = 0;
  for (let i = 1; i + 1 < points.length; i++) {
    const d = distanceToChord(points[i], points[0], points.at(-1));
    if (d > worst) [worst, at] = [d, i];
  }
  if (worst <= tolerance) return [points[0], points.at(-1)];
  const before = simplifyOpen(points.slice(0, at + 1), tolerance),
    after = simplifyOpen(points.slice(at), tolerance);
  return [...before.slice(0, -1), ...after];
}

// Ramer-Douglas-Peucker on a closed polygon: cut at the point farthest from the first, both halves
// simplified.
export function simplify(polygon, tolerance) {
  let far = 0,
    worst = -1;
  polygon.forEach((p, i) => {
    const d = Math.hypot(p[0] - polygon[0][0], p[1] - polygon[0][1]);
    if (d > worst) [worst, far] = [d, i];
  });
  const a = simplifyOpen(polygon.slice(0, far + 1), tolerance);
  const b = simplifyOpen([...polygon.slice(far), polygon[0]], tolerance);
  return [...a.slice(0, -1), ...b.slice(0, -1)];
}

// Whole half units, without repeated neighbours; null if nothing with area is left.
export function toGrid(polygon) {
  const points = polygon.map(([x, y]) => [
    Math.round(x * kGridPerUnit),
    Math.round(y * kGridPerUnit),
  ]);
  const kept = points.filter((p, i) => {
    const q = points[(i + points.length - 1) % points.length];
    return p[0] !== q[0] || p[1] !== q[1];
  });
  return kept.length > 2 && area(kept) !== 0 ? kept : null;
}

export function area(polygon) {
  let sum = 0;
  polygon.forEach(([x, y], i) => {
    const [u, v] = polygon[(i + 1) % polygon.length];
    sum += x * v - u * y;
  });
  return sum / 2;
}

export function centre(polygon) {
  let a = 0,
    cx = 0,
    cy = 0;
  polygon.forEach(([x, y], i) => {
    const [u, v] = polygon[(i + 1) % polygon.length];
    const c = x * v - u * y;
    a += c;
    cx += (x + u) * c;
    cy += (y + v) * c;
  });
  return [cx / (3 * a), cy / (3 * a)];
}
