// What a visitor downloads, in bytes as they travel, by name without its hash: brotli 11, and the
// settings as they are, which their owner may edit at any time.

import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';

/**
 * Until the figure can be touched, marked and turned, and what comes right after it;
 * tests/browser/first-frame.test.mjs sees that it is so.
 */
export const kFirst = [
  'recovery-advisor.js',
  'widget.js',
  'advisor.wasm',
  'pack.bin',
  'first.fr.txt',
  'site.json',
];
export const kLater = ['advisor.later.wasm', 'knowledge.json', 'words.fr.json'];

/** @param {string} path of a file in dist/ */
export const plainName = (path) =>
  basename(path)
    .replace(/-[0-9a-f]{10}\./, '.')
    .replace(/\.br$/, '');

/**
 * @param {string} dist
 * @returns {Record<string, number>} sums, and the files of which they are made
 */
export function wireBytes(dist) {
  const bytes = { 'site.json': statSync(join(dist, 'site.json')).size };
  for (const folder of [dist, join(dist, 'assets')])
    for (const name of readdirSync(folder))
      if (name.endsWith('.br')) bytes[plainName(name)] = statSync(join(folder, name)).size;
  const sum = (names) =>
    names.reduce((total, name) => {
      if (!(name in bytes)) throw new Error(`${name} is not in ${dist}`);
      return total + bytes[name];
    }, 0);
  return {
    'before any intent': bytes['recovery-advisor.js'],
    'until the first frame (fr)': sum(kFirst),
    'right after it (fr)': sum(kLater),
    ...Object.fromEntries(
      [...kFirst.slice(1), ...kLater, 'words.en.json'].map((name) => [name, bytes[name]]),
    ),
    'figure.bin, when the other figure is chosen': bytes['figure.bin'],
  };
}
