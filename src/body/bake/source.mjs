// The muscles' outlines as the npm package react-native-body-highlighter carries them.
// Read at build time, never copied.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';

const kFiles = {
  male: { front: 'bodyFront', back: 'bodyBack' },
  female: { front: 'bodyFemaleFront', back: 'bodyFemaleBack' },
};

// Gives a map "slug/side/index" -> path data for one figure and view; sides are the viewer's, as in
// the package.
export function readPatches(packageDir, figure, view) {
  const require = createRequire(import.meta.url);
  const file = kFiles[figure][view];
  const parts = Object.values(require(path.resolve(packageDir, 'dist/assets', `${file}.js`)))[0];
  const patches = new Map();
  for (const part of parts)
    for (const side of ['common', 'left', 'right'])
      (part.path[side] ?? []).forEach((d, i) => patches.set(`${part.slug}/${side}/${i}`, d));
  return patches;
}

// The package's licence text with a line that says what was taken; goes into dist/.
export function readNotice(packageDir) {
  const { name, version } = JSON.parse(
    fs.readFileSync(path.join(packageDir, 'package.json'), 'utf8'),
  );
  const licence = fs.readFileSync(path.join(packageDir, 'LICENSE'), 'utf8').trim();
  return `The muscles' outlines of the figure come from ${name} ${version}, changed.\n\n${licence}\n`;
}
