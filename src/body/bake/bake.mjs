// Bakes the atlas: node bake.mjs --atlas FILE --package DIR --out DIR
// Writes atlas-male.bin, atlas-female.bin and atlas-notice.txt into DIR.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkFigure } from './check.mjs';
import { packFigure, viewOutlines } from './pack.mjs';
import { readNotice, readPatches } from './source.mjs';

const { values } = parseArgs({ options: { atlas: { type: 'string' }, package: { type: 'string' }, out: { type: 'string' } } });
if (!values.atlas || !values.package || !values.out) {
  console.error('usage: node bake.mjs --atlas FILE --package DIR --out DIR');
  process.exit(64);
}

const atlas = JSON.parse(fs.readFileSync(values.atlas, 'utf8'));
fs.mkdirSync(values.out, { recursive: true });
for (const [figure, views] of Object.entries(atlas.figures)) {
  const patches = Object.fromEntries(Object.keys(views).map((view) => [view, readPatches(values.package, figure, view)]));
  const complaints = checkFigure(figure, views, patches);
  if (complaints.length > 0) {
    console.error(complaints.join('\n'));
    process.exit(1);
  }
  const packed = packFigure(figure, ['front', 'back'].map((v) => ({ bounds: views[v].bounds, outlines: viewOutlines(views[v], patches[v]) })));
  fs.writeFileSync(path.join(values.out, `atlas-${figure}.bin`), packed);
}
fs.writeFileSync(path.join(values.out, 'atlas-notice.txt'), readNotice(values.package));
