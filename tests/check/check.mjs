// `npm run check`: everything about the sources that can be seen without running the program. One
// line a check with its seconds, then each finding as file:line: message; whatever is found fails.
//
//   node tests/check/check.mjs [--deep] [NAME...]     --deep: clang-tidy and cppcheck as well

import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { functions } from './functions.mjs';
import { keys } from './keys.mjs';
import { projectAt } from './project.mjs';
import { columns, exported, links, sizes } from './texts.mjs';
import { cppcheck, tidy } from './tidy.mjs';
import { clangFormat, eslint, NotHere, prettier, shellcheck, spelling, types } from './tools.mjs';

const kChecks = [
  clangFormat,
  prettier,
  types,
  eslint,
  shellcheck,
  spelling,
  columns,
  functions,
  exported,
  keys,
  links,
  sizes,
  tidy,
  cppcheck,
];

const { values, positionals } = parseArgs({
  options: { deep: { type: 'boolean' }, root: { type: 'string' } },
  allowPositionals: true,
});
const project = projectAt(values.root ?? fileURLToPath(new URL('../..', import.meta.url)));
const isWanted = ({ name, isDeep }) =>
  positionals.length ? positionals.includes(name) : !isDeep || values.deep;

const found = [];
for (const check of kChecks.filter(isWanted)) {
  const start = performance.now();
  let outcome;
  try {
    const findings = await check.run(project);
    found.push(...findings);
    outcome = findings.length ? `${findings.length} found` : 'nothing found';
  } catch (error) {
    if (!(error instanceof NotHere)) throw error;
    outcome = `not made: ${error.message}`;
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${check.name.padEnd(18)}${seconds.padStart(6)} s  ${outcome}`);
}
for (const { file, line, message } of found)
  console.log(`${file}${line ? `:${line}` : ''}: ${message}`);
process.exitCode = found.length ? 1 : 0;
