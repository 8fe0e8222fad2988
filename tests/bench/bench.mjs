// Everything that is measured, in one run and one table: npm run bench. Also writes
// build/bench/*.json. Times depend on the machine; quote them with the machine. What must not grow
// is checked elsewhere (tests/budgets.test.mjs: bytes, which are the same everywhere).

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { performance } from 'node:perf_hooks';
import { measureMirror } from './mirror.mjs';
import { measurePage } from './page.mjs';
import { measurePeers } from './peers.mjs';
import { wireBytes } from './wire.mjs';

const kNative = 'build/native',
  kWeb = 'build/web',
  kOut = 'build/bench';
const kIntakes = 20000;
mkdirSync(kOut, { recursive: true });

function run(command, args, options = {}) {
  const done = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 1 << 30, ...options });
  if (done.status !== 0)
    throw new Error(
      `${command} ${args.join(' ')} ended with ${done.status ?? done.signal}\n${done.stderr}`,
    );
  return done.stdout;
}

/** Catch2's benchmarks: name to mean nanoseconds. */
function catchBenchmarks(command, args) {
  const xml = run(command, [...args, '--reporter', 'xml', '--benchmark-samples', '30']);
  const rows = {};
  for (const [, name, body] of xml.matchAll(
    /<BenchmarkResults name="([^"]*)"[^>]*>([\s\S]*?)<\/BenchmarkResults>/g,
  )) {
    const mean = /<mean value="([\d.e+]+)"/.exec(body);
    rows[name.replaceAll('&amp;', '&').replaceAll('&lt;', '<')] = Number(mean[1]);
  }
  return rows;
}

function ndjsonThroughput() {
  const intakes = run(`${kNative}/make_intakes`, [String(kIntakes)]);
  const best = Math.min(
    ...[0, 1, 2].map(() => {
      const start = performance.now();
      run(`${kNative}/advise`, ['--ndjson', '--lang', 'fr', '-'], { input: intakes });
      return performance.now() - start;
    }),
  );
  return {
    intakes: kIntakes,
    seconds: best / 1000,
    intakesPerSecond: Math.round(kIntakes / (best / 1000)),
  };
}

const results = {
  machine: `${os.cpus()[0].model}, ${os.cpus().length} cores, ${os.type()} ${os.release()}, Node.js ${process.version}`,
};
console.log(`Measuring on ${results.machine}\n`);
results.native = {
  ...catchBenchmarks(`${kNative}/advise_bench`, ['time of an advice']),
  ...catchBenchmarks(`${kNative}/figure_bench`, []),
};
results.webAssembly = existsSync(`${kWeb}/advise_bench.js`)
  ? catchBenchmarks('node', [`${kWeb}/advise_bench.js`, 'time of an advice'])
  : {};
results.ndjson = ndjsonThroughput();
results.bytes = wireBytes('dist');
results.page = await measurePage('dist');
results.mirror = await measureMirror();
results.peers = await measurePeers();

const time = (ns) =>
  ns < 1e3
    ? `${ns.toFixed(0)} ns`
    : ns < 1e6
      ? `${(ns / 1e3).toFixed(1)} us`
      : `${(ns / 1e6).toFixed(2)} ms`;
const row = (name, value) => console.log(`  ${name.padEnd(58)} ${String(value).padStart(14)}`);
console.log('native, mean');
for (const [name, ns] of Object.entries(results.native)) row(name, time(ns));
console.log('WebAssembly under Node, mean');
for (const [name, ns] of Object.entries(results.webAssembly)) row(name, time(ns));
console.log('advise --ndjson');
row(`${kIntakes} intakes, full advice out, best of three`, `${results.ndjson.intakesPerSecond} /s`);
console.log('bytes on the wire, brotli 11');
for (const [name, bytes] of Object.entries(results.bytes)) row(name, bytes);
console.log('the page in Chromium, software GL');
for (const [name, value] of Object.entries(results.page)) row(name, value);
console.log('a change of the controls over the canvas, in Chromium, 200 of each, median / p95');
for (const [name, value] of Object.entries(results.mirror)) row(name, value);
console.log('a peer in the same run: slow 4G, 4x slower CPU, software GL, median of three');
for (const [name, value] of Object.entries(results.peers)) row(name, value);
for (const [name, value] of Object.entries(results))
  writeFileSync(`${kOut}/${name}.json`, `${JSON.stringify(value, null, 2)}\n`);
console.log(`\nWritten to ${kOut}/.`);
