// What a visitor downloads, in bytes as they travel (brotli 11), by name without its hash.

import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const plain = (name) => name.replace(/-[0-9a-f]{10}\./, '.').replace(/\.br$/, '');

/** @param {string} dist @returns {Record<string, number>} with `before any intent` and `until the first frame (fr)` */
export function wireBytes(dist) {
  const bytes = {};
  for (const folder of [dist, join(dist, 'assets')])
    for (const name of readdirSync(folder))
      if (name.endsWith('.br')) bytes[plain(name)] = statSync(join(folder, name)).size;
  const sum = (...names) => names.reduce((total, name) => {
    if (!(name in bytes)) throw new Error(`${name} is not in ${dist}`);
    return total + bytes[name];
  }, 0);
  const element = sum('recovery-advisor.js');
  return {
    'before any intent': element,
    'until the first frame (fr)': element + sum('host.js', 'advisor.wasm', 'pack.bin', 'words.fr.json', 'site.json'),
    'advisor.wasm': bytes['advisor.wasm'], 'figure.bin, when the other figure is chosen': bytes['figure.bin'], 'host.js': bytes['host.js'], 'pack.bin': bytes['pack.bin'],
    'words.fr.json': bytes['words.fr.json'], 'words.en.json': bytes['words.en.json'],
  };
}
