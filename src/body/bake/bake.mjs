// Bakes the atlas:
//   node bake.mjs --knowledge FILE --atlas FILE --package DIR --out DIR --header FILE
// Writes atlas-male.bin, atlas-female.bin and atlas-notice.txt into the folder, and the areas into
// the header, for src/body/atlas/regions.h.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { areasOf, writeHeader } from './areas.mjs';
import { checkFigure } from './check.mjs';
import { packFigure, viewOutlines } from './pack.mjs';
import { readNotice, readPatches } from './source.mjs';

const text = { type: 'string' };
const { values } = parseArgs({
  options: { knowledge: text, atlas: text, package: text, out: text, header: text },
});
const readJson = (file) => JSON.parse(fs.readFileSync(file, 'utf8'));
const areas = areasOf(readJson(values.knowledge));
const atlas = readJson(values.atlas);
fs.mkdirSync(values.out, { recursive: true });
for (const [figure, views] of Object.entries(atlas.figures)) {
  const patches = {};
  for (const view of Object.keys(views)) patches[view] = readPatches(values.package, figure, view);
  const complaints = checkFigure(figure, views, patches, areas);
  if (complaints.length > 0) {
    console.error(complaints.join('\n'));
    process.exit(1);
  }
  const draw = (v) => ({ bounds: views[v].bounds, outlines: viewOutlines(views[v], patches[v]) });
  const packed = packFigure(figure, [draw('front'), draw('back')], areas);
  fs.writeFileSync(path.join(values.out, `atlas-${figure}.bin`), packed);
}
writeHeader(values.header, areas, atlas.rounding);
fs.writeFileSync(path.join(values.out, 'atlas-notice.txt'), readNotice(values.package));
