// The type family cut down to what the advisor writes: build/fonts/hanken-{400,600}.ttf for the
// canvas and the desktop program, .woff2 of the same letters for the demo pages. Same input, same
// bytes; does nothing when they are newer than this file.
//
//   node web/build/fonts.mjs [output folder]

import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const kWeights = [400, 600];

// Latin-1, œ Œ, the punctuation of both languages, euro, minus. The family has no U+2011: the
// canvas draws a plain hyphen for it.
const kRanges = [
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x152, 0x153],
  [0x2013, 0x2014],
  [0x2018, 0x2019],
  [0x201c, 0x201d],
  [0x2026, 0x2026],
  [0x20ac, 0x20ac],
  [0x2212, 0x2212],
];

// ImGui reads outlines, widths and the character map; it applies no OpenType feature and no
// hinting.
const kUnreadByTheCanvas = ['GSUB', 'GPOS', 'GDEF', 'kern', 'DSIG', 'STAT', 'gasp', 'meta'];

export async function buildFonts(folder) {
  if (upToDate(folder)) return false;
  const require = createRequire(import.meta.url);
  const subsetFont = require('subset-font');
  const letters = kRanges.map(([from, to]) => codePoints(from, to)).join('');
  mkdirSync(folder, { recursive: true });
  for (const weight of kWeights) {
    const source = readFileSync(
      require.resolve(
        `@fontsource/hanken-grotesk/files/hanken-grotesk-latin-${weight}-normal.woff2`,
      ),
    );
    const ttf = await subsetFont(source, letters, {
      targetFormat: 'truetype',
      noHinting: true,
      noLayoutClosure: true,
      keepFeatures: [],
      dropTables: kUnreadByTheCanvas,
    });
    const woff2 = await subsetFont(source, letters, {
      targetFormat: 'woff2',
      noHinting: true,
      keepFeatures: ['kern', 'mark', 'ccmp'],
    });
    writeFileSync(join(folder, `hanken-${weight}.ttf`), ttf);
    writeFileSync(join(folder, `hanken-${weight}.woff2`), woff2);
  }
  return true;
}

function codePoints(from, to) {
  return Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('');
}

function upToDate(folder) {
  try {
    const made = kWeights.flatMap((weight) =>
      ['ttf', 'woff2'].map((kind) => statSync(join(folder, `hanken-${weight}.${kind}`)).mtimeMs),
    );
    return Math.min(...made) > statSync(fileURLToPath(import.meta.url)).mtimeMs;
  } catch {
    return false;
  }
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const folder = resolve(process.argv[2] ?? join(here, '../../build/fonts'));
  if (await buildFonts(folder)) console.log(`fonts: ${folder}`);
}
