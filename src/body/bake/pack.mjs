// The packed atlas: one build of the figure, both views, the half plane x >= 0.
// src/body/atlas/atlas.cpp reads it.
//
//   bytes    "RAFA", version, build (0 male, 1 female), number of area names, then each name:
//            length, ASCII
//   views    front, then back: half width, top (signed) and height in units, number of outlines
//   outlines for each: kind, its parameters (kParameters below), number of contours, number of
//            points of each
//   points   after the outlines of both views: every x, then every y, in half units, each as the
//            difference from the last; the first point of a contour counts from the first point of
//            the contour before it
// Numbers are unsigned LEB128; signed ones are zigzag-coded first.
import { areaCode } from './areas.mjs';
import { clipToRightHalf, kToleranceUnits, simplify, toGrid } from './polygon.mjs';
import { flatten } from './svg-path.mjs';

export const kVersion = 1;
export const kKinds = { silhouette: 0, inset: 1, relief: 2, form: 3, area: 4 };

class Writer {
  bytes = [];
  unsigned(value) {
    if (!Number.isInteger(value) || value < 0)
      throw new Error(`pack: ${value} is not a whole number from 0`);
    for (; value > 127; value = Math.floor(value / 128)) this.bytes.push((value % 128) | 128);
    this.bytes.push(value);
  }
  signed(value) {
    this.unsigned(value < 0 ? -2 * value - 1 : 2 * value);
  }
  text(value) {
    this.unsigned(value.length);
    this.bytes.push(...Buffer.from(value, 'ascii'));
  }
}

const tenths = (value) => Math.round(value * 10);
const hundredths = (value) => Math.round(value * 100);

// What stands before an outline's contours, by kind; `code` gives that of an area.
const kParameters = {
  silhouette: () => {},
  inset: (w, o, code) => w.unsigned(code(o.region)),
  area: (w, o, code) => w.unsigned(code(o.region)),
  form: (w, o) => {
    w.signed(tenths(o.h));
    w.unsigned(tenths(o.blur));
  },
  relief: (w, o, code) => {
    w.unsigned(o.own ? 1 : 0); // own outlines have a plateau, a lift and a material of their own
    w.unsigned(code(o.region));
    w.unsigned(hundredths(o.k));
    if (o.own) {
      w.unsigned(Math.round(o.lam));
      w.unsigned(tenths(o.lift ?? 0));
      w.unsigned(o.mat === 'hair' ? 1 : 0);
    } else {
      // Below this y (downwards) the area is another.
      w.unsigned(o.split ? Math.round(o.split.at) : 0);
      if (o.split) {
        w.unsigned(code(o.split.above));
        w.unsigned(code(o.split.below));
      }
    }
  },
};

// The outlines of one view, in the order in which the figure is built.
// Throws if the atlas names a patch that the package does not have, or leaves one out.
export function viewOutlines(view, patches) {
  const outlines = [];
  const named = new Set();
  const own = (layer) => view.own.filter((o) => o.layer === layer);
  const add = (layer, d, offset, rest) => {
    const contours = flatten(d)
      .map((p) =>
        toGrid(simplify(clipToRightHalf(p.map(([x, y]) => [x - offset, y])), kToleranceUnits)),
      )
      .filter(Boolean);
    if (contours.length > 0) outlines.push({ layer, contours, ...rest });
  };
  for (const layer of ['silhouette', 'inset']) for (const o of own(layer)) add(layer, o.d, 0, o);
  for (const p of view.patches) {
    const key = `${p.slug}/${p.side}/${p.i}`;
    if (!patches.has(key)) throw new Error(`atlas: the package has no patch ${key}`);
    named.add(key);
    // Both halves are exact mirror images: the viewer's right one serves for both.
    if (p.side === 'left' || p.slug === 'head' || p.slug === 'hair') continue;
    const split = p.split && { at: p.split[0][1], above: p.split[0][2], below: p.split[0][3] };
    add('relief', patches.get(key), view.axis_x, { region: p.region, k: p.relief ?? 1, split });
  }
  for (const key of patches.keys())
    if (!named.has(key)) throw new Error(`atlas: patch ${key} of the package has no entry`);
  for (const o of own('relief')) add('relief', o.d, 0, { ...o, own: true });
  for (const layer of ['form', 'area']) for (const o of own(layer)) add(layer, o.d, 0, o);
  return outlines;
}

// Gives the bytes of one build. `views` is [front, back], each {bounds, outlines}.
export function packFigure(build, views, areas) {
  const code = (region) => areaCode(areas, region);
  const w = new Writer();
  w.bytes.push(...Buffer.from('RAFA', 'ascii'), kVersion, build === 'female' ? 1 : 0);
  w.unsigned(areas.length);
  for (const { id } of areas) w.text(id);
  const xs = new Writer(),
    ys = new Writer();
  let first = [0, 0];
  for (const { bounds, outlines } of views) {
    w.unsigned(bounds[2]);
    w.signed(bounds[1]);
    w.unsigned(bounds[3] - bounds[1]);
    w.unsigned(outlines.length);
    for (const o of outlines) {
      w.unsigned(kKinds[o.layer]);
      kParameters[o.layer](w, o, code);
      w.unsigned(o.contours.length);
      for (const contour of o.contours) {
        w.unsigned(contour.length);
        let last = first;
        for (const [x, y] of contour) {
          xs.signed(x - last[0]);
          ys.signed(y - last[1]);
          last = [x, y];
        }
        first = contour[0];
      }
    }
  }
  return Uint8Array.from([...w.bytes, ...xs.bytes, ...ys.bytes]);
}
