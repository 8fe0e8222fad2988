// node tests/coverage.mjs [--build DIR]: builds the advisor's tests with gcov's counters, runs
// them, and prints line and branch coverage of src/advice, src/content and src/booking, file by
// file, with the lines that no test reached. Branches and closing braces that only an exception
// reaches (out of memory, as a rule) are left out. Not part of npm test: it takes a build of its
// own.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const at = process.argv.indexOf('--build');
const build = at > 0 ? resolve(process.argv[at + 1]) : join(root, 'build/coverage');
const rooms = ['src/advice/', 'src/content/', 'src/booking/'];
const tests = ['advice_test', 'content_test', 'booking_test'];
const run = (command, args, options = {}) =>
  execFileSync(command, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], ...options });

const source = process.env.ADVISOR_COVERAGE_SOURCE ?? root;
run('cmake', [
  '-S',
  source,
  '-B',
  build,
  '-G',
  'Ninja',
  '-DCMAKE_BUILD_TYPE=Debug',
  '-DCMAKE_CXX_FLAGS=--coverage -fprofile-abs-path',
]);
run('ninja', ['-C', build, '-j2', ...tests]);

const walk = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? walk(join(folder, entry.name)) : [join(folder, entry.name)],
  );
const named = (ending) => walk(build).filter((file) => file.endsWith(ending));
for (const old of named('.gcda')) rmSync(old);
for (const test of tests) run(join(build, test), []);

// A header or a template is compiled into many objects: a line counts when any of them reached it.
const files = new Map();
const work = mkdtempSync(join(tmpdir(), 'coverage-'));
// The tests' own objects too: an inline function is counted where the linker took it from.
for (const counters of named('.gcda').filter((file) => !file.includes('dep_catch2'))) {
  run('gcov', ['--json-format', '--branch-probabilities', counters], { cwd: work });
}
for (const packed of readdirSync(work)) {
  for (const file of JSON.parse(gunzipSync(readFileSync(join(work, packed)))).files) {
    const name = relative(root, resolve(root, file.file));
    if (!rooms.some((room) => name.startsWith(room))) continue;
    const text = readFileSync(join(root, name), 'utf8').split('\n');
    const lines = files.get(name) ?? files.set(name, new Map()).get(name);
    for (const { line_number: number, count, branches } of file.lines) {
      if (/^\s*\}[;)]*$/.test(text[number - 1])) continue;
      const line = lines.get(number) ?? lines.set(number, { count: 0, branches: [] }).get(number);
      line.count += count;
      branches
        .filter((branch) => !branch.throw)
        .forEach((branch, i) => (line.branches[i] = (line.branches[i] ?? 0) + branch.count));
    }
  }
}
rmSync(work, { recursive: true });

const percent = (part, whole) =>
  (whole === 0 ? '100.0' : ((100 * part) / whole).toFixed(1)).padStart(6) + ' %';
const total = { lines: 0, reached: 0, branches: 0, taken: 0 };
for (const [name, lines] of [...files].sort()) {
  const all = [...lines.values()],
    branches = all.flatMap((line) => line.branches);
  const sums = {
    lines: all.length,
    reached: all.filter((line) => line.count > 0).length,
    branches: branches.length,
    taken: branches.filter((count) => count > 0).length,
  };
  for (const key of Object.keys(total)) total[key] += sums[key];
  const missed = [...lines]
    .filter(([, line]) => line.count === 0)
    .map(([number]) => number)
    .sort((a, b) => a - b);
  console.log(
    `${percent(sums.reached, sums.lines)} lines ${percent(sums.taken, sums.branches)} branches  ${name}` +
      (missed.length ? `  not reached: ${missed.join(' ')}` : ''),
  );
}
console.log(
  `${percent(total.reached, total.lines)} lines ${percent(total.taken, total.branches)} branches  in all ` +
    `(${total.reached} of ${total.lines}, ${total.taken} of ${total.branches})`,
);
