// node tests/web_coverage.mjs [FILE…]: runs browser tests on a dist/ of its own with source maps,
// and prints each function of what ships in web/ that none of them has entered: a listener that no
// test reaches is where the next fault lies. Without files: those of tests/browser and
// tests/strangers. Part of `npm run test:all`.

import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSite } from '../web/build/build.mjs';

const home = fileURLToPath(new URL('..', import.meta.url)),
  folder = join(home, 'build/coverage-web'),
  dist = join(folder, 'dist'),
  entered = join(folder, 'entered');
// What is tried elsewhere, or cannot be waited for: a piece of its line, and why.
const kElsewhere = [
  ['gesture', 'Safari’s own: tests/engines/details.mjs'],
  ['values) =>', 'never before the later half is there: tests/browser/first-frame.test.mjs'],
  ['#call(place', 'the same'],
  ['revokeObjectURL', 'a minute later'],
  ['again: false', 'a frame that comes after the end'],
  ['exitFullscreen', 'a browser that does not leave the full screen'],
];
// What weighs or compares the files as they ship.
const kOfTheFiles = /budgets|package|origins|offline|lighthouse|privacy|install|goldens|bench/;

rmSync(folder, { recursive: true, force: true });
mkdirSync(entered, { recursive: true });
process.env.ADVISOR_SOURCE_MAPS = '1';
await buildSite({
  module: join(home, 'build/web'),
  atlas: join(home, 'build/web/atlas/atlas-male.bin'),
  content: join(home, 'content'),
  fonts: join(home, 'build/fonts'),
  out: dist,
});

const asked = process.argv.slice(2);
const files = asked.length
  ? asked
  : ['browser', 'strangers'].flatMap((room) =>
      readdirSync(join(home, 'tests', room))
        .filter((name) => name.endsWith('.test.mjs') && !kOfTheFiles.test(name))
        .map((name) => join('tests', room, name)),
    );
const { status } = spawnSync(process.execPath, ['--test', '--test-reporter=dot', ...files], {
  cwd: home,
  stdio: 'inherit',
  // A few of each long row enter what all of it does.
  env: { ...process.env, ADVISOR_ALL: '', ADVISOR_DIST: dist, ADVISOR_COVERAGE: entered },
});

/** How often each was entered, by its place. @type {Map<string, number>} */
const counts = new Map();
for (const name of readdirSync(entered))
  for (const [place, count] of JSON.parse(readFileSync(join(entered, name), 'utf8')))
    counts.set(place, (counts.get(place) ?? 0) + count);
const lineOf = (place) => {
  const [file, line] = place.split(':');
  return readFileSync(join(home, file), 'utf8').split('\n')[line - 1].trim();
};
const missed = [...counts]
  .filter(([, count]) => !count)
  .map(([place]) => `${place}  ${lineOf(place)}`)
  .filter((line) => !kElsewhere.some(([piece]) => line.includes(piece)));
for (const line of missed.sort()) console.log(line);
console.log(`${missed.length} of ${counts.size} functions of web/ were entered by no test`);
process.exitCode = status ?? 1;
