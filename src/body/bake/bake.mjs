// Bakes the atlas: node bake.mjs --atlas FILE --package DIR --out DIR
// Writes atlas-male.bin, atlas-female.bin and atlas-notice.txt into DIR.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkFigure } from './check.mjs';
import { packFigure, viewOutlines } from './pack.mjs';
import { readNotice, readPatches } from './source.mjs';

const text = { type: 'string' };
const { values } = parseArgs({ options: { atlas: text, package: text, out: text } });
if (!values.atlas || !values.package || !values.out) {
  console.error('usage: node bake.mjs --atlas FILE --package DIR --out DIR');
  process.exit(64);
}

const atlas = JSON.parse(fs.readFileSync(values.atlas, 'utf8'));
fs.mkdirSync(values.out, { recursive: true });
for (const [figure, views] of Object.entries(atlas.figures)) {
  const patches = {};
  for (const view of Object.keys(views)) patches[view] = readPatches(values.package, figure, view);
  const complaints = checkFigure(figure, views, patches);
  if (complaints.length > 0) {
    console.error(complaints.join('\n'));
    process.exit(1);
  }
  const draw = (v) => ({ bounds: views[v].bounds, outlines: viewOutlines(views[v], patches[v]) });
  const packed = packFigure(figure, [draw('front'), draw('back')]);
  fs.writeFileSync(path.join(values.out, `atlas-${figure}.bin`), packed);
}
fs.writeFileSync(path.join(values.out, 'atlas-notice.txt'), readNotice(values.package));
