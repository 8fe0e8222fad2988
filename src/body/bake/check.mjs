// What must hold for the atlas before it is packed.
import { centre } from './polygon.mjs';
import { flatten } from './svg-path.mjs';
import { areaCode, regionsOfArea } from './areas.mjs';

const regionsOfPatch = (p) =>
  [p.region, ...(p.split ?? []).flatMap((s) => s.slice(2))].filter(Boolean);

// Every region id that one view of a figure gives a place to.
export function regionsOf(view, areas) {
  const ids = new Set();
  for (const p of view.patches) for (const id of regionsOfPatch(p)) ids.add(id);
  for (const o of view.own) {
    const area = areas.find(({ id }) => id === o.region);
    if (o.region) for (const id of area ? regionsOfArea(area) : [o.region]) ids.add(id);
  }
  return ids;
}

// Gives a list of complaints, empty if all is well: unknown ids, a side that contradicts where the
// patch lies, a region without a place in either view.
export function checkFigure(figure, views, patchesByView, areas) {
  const regions = areas.flatMap(regionsOfArea);
  const complaints = [];
  const seen = new Set();
  for (const [name, view] of Object.entries(views)) {
    for (const id of regionsOf(view, areas)) {
      seen.add(id);
      if (!regions.includes(id)) complaints.push(`${figure} ${name}: unknown region ${id}`);
    }
    for (const p of view.patches) {
      const d = patchesByView[name].get(`${p.slug}/${p.side}/${p.i}`);
      if (!d) continue;
      const largest = flatten(d).sort((a, b) => b.length - a.length)[0];
      const onScreenRight = centre(largest)[0] > view.axis_x;
      // Seen from the front, the runner's left is on the right of the screen.
      const side = (name === 'front') === onScreenRight ? '_l' : '_r';
      for (const id of regionsOfPatch(p))
        if (areaCode(areas, id) && /_[lr]$/.test(id) && !id.endsWith(side))
          complaints.push(
            `${figure} ${name} ${p.slug}/${p.side}/${p.i}: ${id} lies on the other side`,
          );
    }
  }
  for (const id of regions)
    if (!seen.has(id)) complaints.push(`${figure}: ${id} has no place in any view`);
  return complaints;
}
