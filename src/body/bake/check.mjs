// What must hold for the atlas before it is packed.
import { centre } from './polygon.mjs';
import { flatten } from './svg-path.mjs';
import { areaCode, kAreas, kSingleAreas } from './pack.mjs';

export const kRegions = kAreas.flatMap((a) =>
  kSingleAreas.includes(a) ? [a] : [`${a}_l`, `${a}_r`],
);

const regionsOfPatch = (p) =>
  [p.region, ...(p.split ?? []).flatMap((s) => s.slice(2))].filter(Boolean);

// Every region id that one view of a figure gives a place to.
export function regionsOf(view) {
  const ids = new Set();
  for (const p of view.patches) for (const id of regionsOfPatch(p)) ids.add(id);
  for (const o of view.own) {
    if (!o.region) continue;
    for (const id of kSingleAreas.includes(o.region)
      ? [o.region]
      : [`${o.region}_l`, `${o.region}_r`])
      ids.add(id);
  }
  return ids;
}

// Gives a list of complaints, empty if all is well: unknown ids, a side that contradicts where the
// patch lies, a region without a place in either view.
export function checkFigure(figure, views, patchesByView) {
  const complaints = [];
  const seen = new Set();
  for (const [name, view] of Object.entries(views)) {
    for (const id of regionsOf(view)) {
      seen.add(id);
      if (!kRegions.includes(id)) complaints.push(`${figure} ${name}: unknown region ${id}`);
    }
    for (const p of view.patches) {
      const d = patchesByView[name].get(`${p.slug}/${p.side}/${p.i}`);
      if (!d) continue;
      const largest = flatten(d).sort((a, b) => b.length - a.length)[0];
      const onScreenRight = centre(largest)[0] > view.axis_x;
      // Seen from the front, the runner's left is on the right of the screen.
      const side = (name === 'front') === onScreenRight ? '_l' : '_r';
      for (const id of regionsOfPatch(p))
        if (areaCode(id) && /_[lr]$/.test(id) && !id.endsWith(side))
          complaints.push(
            `${figure} ${name} ${p.slug}/${p.side}/${p.i}: ${id} lies on the other side`,
          );
    }
  }
  for (const id of kRegions)
    if (!seen.has(id)) complaints.push(`${figure}: ${id} has no place in any view`);
  return complaints;
}
