// Splits the linked module in two: advisor.wasm runs until and on the figure's screen,
// advisor.later.wasm is for what comes after it. Which function goes where follows from the call
// graph and from later.txt.
//
//   node split.mjs WHOLE.wasm BINARYEN_BIN LATER.TXT OUTPUT_FOLDER

import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [module, binaryen, laterFile, out] = process.argv.slice(2);
const run = (name, ...options) =>
  execFileSync(join(binaryen, name), ['--all-features', module, ...options], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });

// Beside the calls, the graph marks what is called from outside: exports are gray, functions in the
// table rounded, imports turquoise.
const graph = run('wasm-opt', '--print-call-graph', '-o', '/dev/null').split(
  /label = "Direct Call".*\n/,
)[1];
const calls = new Map(),
  marked = { gray: new Set(), rounded: new Set(), turquoise: new Set() };
for (const [, from, to, style] of graph.matchAll(/^ {2}"(.*?)"(?: -> "(.*?)")? *(.*)$/gm)) {
  if (!calls.has(from)) calls.set(from, []);
  if (to) calls.get(from).push(to);
  else for (const mark in marked) if (style.includes(mark)) marked[mark].add(from);
}
const functions = [...calls.keys()].filter((name) => !marked.turquoise.has(name));

const readable = new Map(
  functions.map((name) => [
    name,
    name.replace(/\\([0-9a-f]{2})/g, (_, code) => String.fromCharCode(parseInt(code, 16))),
  ]),
);
const late = new Set();
for (const line of readFileSync(laterFile, 'utf8').split('\n')) {
  const entry = line.replace(/#.*/, '').trim();
  if (!entry) continue;
  const is = entry.endsWith('*')
    ? (name) => name.startsWith(entry.slice(0, -1))
    : (name) => name === entry || name.startsWith(`${entry}(`);
  const named = functions.filter((name) => is(readable.get(name)));
  if (!named.length)
    throw new Error(
      `${laterFile}: there is no function ${entry} in the module. Is it gone, or not [[gnu::noinline]]?`,
    );
  for (const name of named) late.add(name);
}

const early = new Set();
const reach = (name) => {
  if (late.has(name) || early.has(name)) return;
  early.add(name);
  calls.get(name)?.forEach(reach);
};
for (const name of [...marked.gray, ...marked.rounded]) reach(name);

const list = join(out, 'advisor.later.list');
writeFileSync(list, functions.filter((name) => !early.has(name)).join('\n'));
run(
  'wasm-split',
  '--split',
  `--split-funcs=@${list}`,
  '--import-namespace=first',
  '--placeholder-namespace=later',
  '--generate-stack-ir',
  '--optimize-stack-ir',
  '-o1',
  join(out, 'advisor.wasm'),
  '-o2',
  join(out, 'advisor.later.wasm'),
);
