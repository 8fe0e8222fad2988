// Beside every text, WebAssembly and font file of a folder its brotli and gzip form, where that is
// smaller: a server only has to pick one. Not beside settings.

import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const kCompressible = new Set([
  '.html',
  '.js',
  '.css',
  '.json',
  '.wasm',
  '.bin',
  '.ttf',
  '.txt',
  '.svg',
  '.ts',
]);

// What its owner edits where it lies: a server would go on sending what it was.
const kEdited = new Set(['site.json']);

export function compressFolder(folder) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) compressFolder(path);
    else if (kCompressible.has(extname(name)) && !kEdited.has(name)) compressFile(path);
  }
}

function compressFile(path) {
  const data = readFileSync(path);
  const brotli = brotliCompressSync(data, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: data.length,
      [constants.BROTLI_PARAM_LGWIN]: 22,
    },
  });
  const gzip = gzipSync(data, { level: 9 });
  if (brotli.length < data.length) writeFileSync(`${path}.br`, brotli);
  if (gzip.length < data.length) writeFileSync(`${path}.gz`, gzip);
}
