// `npm run check` finds what it is there to find: one fault of each kind, planted into a copy.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { functionsOf } from './functions.mjs';
import { projectAt } from './project.mjs';

const home = fileURLToPath(new URL('../..', import.meta.url));
const copies = [];
after(() => copies.forEach((copy) => rmSync(copy, { recursive: true, force: true })));

// A project of the given files, for git a new one.
function projectOf(files) {
  const copy = mkdtempSync(join(tmpdir(), 'advisor-check-'));
  copies.push(copy);
  execFileSync('git', ['init', '--quiet'], { cwd: copy });
  for (const [name, text] of Object.entries(files)) write(copy, name, text);
  return copy;
}

function write(copy, name, text) {
  mkdirSync(dirname(join(copy, name)), { recursive: true });
  writeFileSync(join(copy, name), text);
}

// The lines of the checks and of what they found, without what machines lack.
function check(copy, ...names) {
  const args = [join(copy, 'tests/check/check.mjs'), '--root', copy, ...names];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    cwd: copy,
  });
  assert.equal(stderr, '');
  return {
    status,
    lines: stdout.split('\n'),
    isMade: (name) => !new RegExp(`^${name} .*not made`, 'm').test(stdout),
  };
}

const lines = (count, text) => Array.from({ length: count }, () => text).join('');
// Put together, so that this file does not take what nothing is to take.
const kUntaken = ['planted', 'untaken'].join('_');
const planted = {
  'src/advice/planted_layout.cpp': 'int  two_blanks;\n',
  'src/advice/planted_length.cpp': `int f(int n) {\n${lines(60, '  ++n;\n')}  return n;\n}\n`,
  'src/ui/planted_key.cpp': 'void f(Ui& ui) { ui.node("nowhere.key"); }\n',
  'web/embed/planted-types.js':
    "export const days = /** @param {number} n */ (n) => n.toFixed(1);\ndays('3');\n",
  'web/widget/planted-names.js': 'wake();\n',
  'web/widget/planted-layout.js': 'export  const taken = 1;\n',
  'web/widget/planted-length.js': `export function taken(n) {\n${lines(60, '  ++n;\n')}  return n;\n}\n`,
  'web/widget/planted-width.js': `// ${'wide '.repeat(20)}\n`,
  'web/widget/planted-export.js': `export const ${kUntaken} = 1;\n`,
  'planted.sh': '#!/bin/bash\necho $1\n',
  'planted.cmake': `set(${'wide '.repeat(20)})\n`,
  'docs/planted.md': '[gone](gone.md) [anchor](content.md#no-such-heading)\nIt is teh end.\n',
  'docs/planted.bin': 'x'.repeat((1 << 20) + 1),
};
const wanted = {
  'clang-format': [/^src\/advice\/planted_layout\.cpp:1: is not as clang-format writes it/],
  prettier: [/^web\/widget\/planted-layout\.js: is not as prettier writes it/],
  types: [/^web\/embed\/planted-types\.js:2: TS2345/],
  eslint: [
    /^web\/widget\/planted-names\.js:1: 'wake' is not defined/,
    /^web\/widget\/planted-length\.js:1: .*too many lines \(63\)/,
    /^web\/widget\/planted-width\.js:1: .*max-len/,
  ],
  shellcheck: [/^planted\.sh:2: .*SC2086/],
  spelling: [/^docs\/planted\.md:2: teh ==> the$/],
  columns: [/^planted\.cmake:1: is 105 columns wide/],
  'functions of C\\+\\+': [/^src\/advice\/planted_length\.cpp:1: f has 63 lines/],
  exports: [new RegExp(`^web/widget/planted-export\\.js:1: exports ${kUntaken},`)],
  'keys of the tree': [
    /^src\/ui\/planted_key\.cpp:1: names the key "nowhere\.key"/,
    /^web\/widget\/stage\.css:\d+: names the key "planted\.key"/,
  ],
  links: [
    /^docs\/planted\.md:1: leads to docs\/gone\.md/,
    /^docs\/planted\.md:1: leads to #no-such-heading/,
  ],
  sizes: [/^docs\/planted\.bin: has 1048577 bytes/],
};

test('one fault of each kind, planted into a copy, is found and named with its place', () => {
  const copy = projectOf({});
  for (const file of projectAt(home).files()) cpSync(join(home, file), join(copy, file));
  symlinkSync(join(home, 'node_modules'), join(copy, 'node_modules'));
  for (const [name, text] of Object.entries(planted)) write(copy, name, text);
  appendFileSync(
    join(copy, 'web/widget/stage.css'),
    "[data-key='planted.key'] {\n  color: red;\n}\n",
  );
  appendFileSync(join(copy, 'web/embed/embed-parent.js'), "import './planted-types.js';\n");
  const { status, lines: found, isMade } = check(copy);
  assert.equal(status, 1);
  for (const [name, patterns] of Object.entries(wanted))
    for (const pattern of patterns)
      if (isMade(name))
        assert.ok(
          found.some((line) => pattern.test(line)),
          `${name}: ${pattern}\n${found.join('\n')}`,
        );
});

test('clang-tidy and cppcheck find theirs, and a source that has passed is not looked at again', () => {
  const source = 'src/planted.cpp';
  const copy = projectOf({
    '.clang-tidy': 'Checks: "-*,bugprone-*"\n',
    [source]:
      'int f() {\n  int rows[2] = {};\n  return rows[2];\n}\nint g(int x) {\n  if (x) return 1; else return 1;\n}\n',
  });
  for (const room of ['tests/check', 'src/vocabulary', 'web/build/anchor.mjs'])
    cpSync(join(home, room), join(copy, room), { recursive: true });
  const command = {
    directory: copy,
    file: join(copy, source),
    command: `g++ -c ${join(copy, source)}`,
  };
  write(copy, 'build/native/compile_commands.json', JSON.stringify([command]));
  const { status, lines: found, isMade } = check(copy, 'clang-tidy', 'cppcheck');
  if (isMade('clang-tidy'))
    assert.ok(
      found.some((line) => /^src\/planted\.cpp:6: .*bugprone-branch-clone/.test(line)),
      found.join('\n'),
    );
  if (isMade('cppcheck'))
    assert.ok(
      found.some((line) => /^src\/planted\.cpp:3: .*arrayIndexOutOfBounds/.test(line)),
      found.join('\n'),
    );
  assert.equal(status, isMade('clang-tidy') || isMade('cppcheck') ? 1 : 0);
});

test('a function is counted from its first line to its last brace, a lambda with it, a macro and a type not at all', () => {
  const text = `#define TWICE(x) \\
  { x; x; }
struct S {
  int size() const { return 1; }
  S() : n_(2) {
  }
  int n_;
};
template <class T>
void f(T a,
       T b) {
  const auto g = [&](int i) { return i; };  // }
  if (a) {
    g('{');
  }
}
`;
  const found = functionsOf(text).map(({ name, line, lines: count }) => [name, line, count]);
  assert.deepEqual(found, [
    ['size', 4, 1],
    ['S', 5, 2],
    ['f', 9, 8],
  ]);
});
