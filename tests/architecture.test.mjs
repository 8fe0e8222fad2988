// The arrows of ARCHITECTURE.md and what each room may not know. Every rule is also shown to find a
// planted violation.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

// Which rooms a room may include, besides itself.
const rules = ['booking', 'content', 'advice'];
const figure = ['body', 'body/atlas']; // what draws, and what is drawn on
const programs = ['ui', 'ui/figure', 'app', ...rules, 'body', 'body/gl'];
const arrows = {
  vocabulary: [], // the closed sets; the build writes a header of them for each room
  advice: [],
  content: ['advice'],
  booking: ['content', 'advice'],
  app: rules,
  'body/atlas': [],
  'body/fields': ['body/atlas'],
  'body/touch': ['body/fields', 'body/atlas'],
  body: ['body/touch', 'body/fields', 'body/atlas'],
  'body/gl': ['body', 'body/fields'],
  'body/bake': ['body', 'body/gl'], // a tool of the build; nothing includes it
  'ui/kit': ['app', ...rules],
  'ui/figure': ['ui/kit', 'app', ...rules, ...figure],
  'ui/screens': ['ui/figure', 'ui/kit', 'app', ...rules],
  ui: ['ui/screens', 'ui/figure', 'ui/kit', 'app', ...rules, ...figure],
  cli: rules,
  platform: programs,
  'platform/desktop': ['platform', ...programs],
  'platform/web': ['platform', ...programs],
};

// Headers from outside, and the only rooms that may include them (a room stands for its inner rooms
// as well).
const outside = [
  [/^imgui(_internal)?\.h$/, ['ui', 'platform']],
  [/^imgui_impl_/, ['platform']],
  [/^(epoxy|GL|GLES\d|EGL|KHR|glad)\//, ['body/gl', 'platform']],
  [/^GLFW\//, ['platform']],
  [/^emscripten/, ['platform/web']],
  [/^nlohmann\//, ['content']],
  [/^stb/, ['body/gl']],
  [/^qrcodegen/, ['platform/desktop']],
  [/^(filesystem|unistd\.h|spawn\.h|sys\/.*)$/, ['platform/desktop', 'cli']],
  [/^(ctime|time\.h)$/, ['platform']],
  [/^(iostream|istream|ostream|fstream|sstream|iomanip|locale|clocale|codecvt|regex|random)$/, []],
  [
    /^(cstdio|thread|mutex|atomic|future)$/,
    ['content', 'booking', 'app', 'body', 'ui', 'platform', 'cli'],
  ],
];

const clockless = ['advice', 'content', 'booking', 'app', 'body', 'ui'];
const clock =
  /\b(system_clock|steady_clock|high_resolution_clock)\b|(?<![\w.>:])(std::)?(time|clock|gettimeofday|clock_gettime)\s*\(/;

// `skip`: names that stand in the folder itself.
function filesUnder(folder, skip = new Set()) {
  const found = [];
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const where = path.join(folder, entry.name);
    if (skip.has(entry.name)) continue;
    if (entry.isDirectory()) found.push(...filesUnder(where));
    else if (entry.isFile()) found.push(where);
  }
  return found;
}

const roomOf = (file) => {
  const parts = path.dirname(file).split(path.sep);
  const two = parts.slice(0, 2).join('/');
  return two in arrows ? two : parts[0];
};
const roomIn = (room, rooms) =>
  rooms.some((allowed) => room === allowed || room.startsWith(`${allowed}/`));

const readSources = (src) =>
  filesUnder(src)
    .filter((file) => /\.(cpp|h)$/.test(file))
    .map((file) => ({ name: path.relative(src, file), text: fs.readFileSync(file, 'utf8') }));
const withoutComments = (text) => text.replace(/\/\/[^\n]*|\/\*[\s\S]*?\*\//g, '');

// Of the vocabulary every room knows how names are looked up, and the sets of its own room and of
// those that it may include.
const kVocabularyOf = { advice: 'advice', app: 'app', ui: 'ui', abi: 'platform/web' };
function mayKnow(room, of) {
  const owner = kVocabularyOf[of];
  return of === 'names' || roomIn(room, [owner]) || Boolean(arrows[room]?.includes(owner));
}

// What points against the arrows, or takes a header that its room may not know.
function wrongIncludes(src) {
  const wrong = [];
  for (const { name, text } of readSources(src)) {
    const room = roomOf(name);
    if (!(room in arrows)) wrong.push(`${name}: no room of that name`);
    for (const [, open, header] of text.matchAll(
      /^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"]/gm,
    )) {
      const target = roomOf(header);
      if (target === 'vocabulary') {
        const of = path.basename(header, '.h');
        if (!mayKnow(room, of)) wrong.push(`${name}: ${header} points against the arrows`);
      } else if (target in arrows) {
        if (target !== room && !arrows[room]?.includes(target))
          wrong.push(`${name}: ${header} points against the arrows`);
      } else if (open === '"') {
        wrong.push(`${name}: ${header} is of no room`);
      }
      for (const [pattern, rooms] of outside)
        if (pattern.test(header) && !roomIn(room, rooms))
          wrong.push(`${name}: ${header} is not for ${room}`);
    }
    if (roomIn(room, clockless)) {
      const found = withoutComments(text).match(clock);
      if (found) wrong.push(`${name}: ${found[0]} reads a clock`);
    }
  }
  return wrong.sort();
}

// The rooms of web/: what each may import, `types` in its comments and declarations alone, `later`
// by import() alone. The modules "built:…" are of those that ship; whatever else has no path is of
// the tools, which build and nothing imports.
const webArrows = {
  element: { later: ['widget'] },
  widget: { code: ['mirror'], types: ['mirror', 'element'] },
  mirror: {},
  embed: { types: ['element'] },
  site: {},
  build: { code: ['embed'] },
};
// The one thing of src/ that the page is built with.
const kVocabularyWriter = '../../src/vocabulary/write.mjs';
const imports = new RegExp(
  ['(?:import|export)\\b[^;\'"()]*?\\bfrom\\s*', 'import\\s*', '(import)\\s*\\(\\s*']
    .map((head) => `\\b${head}['"\`]([^'"\`]+)['"\`]`)
    .join('|'),
  'g',
);

// What points against the arrows of web/. What stands in site/examples is a reader's, who has the
// package and its tools.
function wrongImports(web) {
  const wrong = [];
  for (const file of filesUnder(web)) {
    const name = path.relative(web, file),
      [room, inner] = name.split(path.sep);
    if (!/\.(m?js|tsx?)$/.test(name) || inner === 'examples') continue;
    if (!(room in webArrows)) wrong.push(`${name}: no room of that name`);
    const { code = [], types = [], later = [] } = webArrows[room] ?? {};
    const look = (text, allowed) => {
      for (const [, from, bare, lazily, lazy] of text.matchAll(imports)) {
        const target = from ?? bare ?? lazy;
        if (room === 'build' && target === kVocabularyWriter) continue;
        const [to] = path.relative(web, path.resolve(path.dirname(file), target)).split(path.sep);
        const rooms = [room, ...allowed, ...(lazily ? later : [])];
        if (target.startsWith('.') ? !rooms.includes(to) : !isOutsideOf(room, target))
          wrong.push(`${name}: ${target} points against the arrows`);
      }
    };
    const text = fs.readFileSync(file, 'utf8');
    if (name.endsWith('.d.ts')) look(text, types);
    else {
      look(withoutComments(text), code);
      look((text.match(commentsOf['//']) ?? []).join('\n'), types);
    }
  }
  return wrong.sort();
}
const isOutsideOf = (room, target) => (room === 'build') !== target.startsWith('built:');

// Files of a room of web/ that need themselves by way of others, in their code or their types.
function circular(room) {
  const needs = new Map(
    filesUnder(room).map((file) => [
      path.relative(room, file),
      [...fs.readFileSync(file, 'utf8').matchAll(imports)]
        .map(([, from, bare, , lazy]) => from ?? bare ?? lazy)
        .filter((target) => target.startsWith('./'))
        .map((target) => path.normalize(target)),
    ]),
  );
  const leads = (from, to, seen) =>
    needs
      .get(from)
      ?.some((next) => next === to || (!seen.has(next) && leads(next, to, seen.add(next))));
  return [...needs.keys()].filter((file) => leads(file, file, new Set())).sort();
}

// Every key of a language's words, as the program names it: "ui.where.title".
function keysOf(words) {
  const keys = new Set();
  const walk = (value, place) => {
    for (const [name, inner] of Object.entries(value)) {
      const key = `${place}.${name}`;
      if (typeof inner === 'string' || 'other' in inner) keys.add(key);
      else walk(inner, key);
    }
  };
  for (const part of ['ui', 'terms', 'phrases', 'grammar']) walk(words[part], part);
  return keys;
}

// Key literals of the sources that a language does not have. One that ends in a dot is the start of
// keys put together.
function missingKeys(src, words) {
  const keys = [...keysOf(words)],
    known = new Set(keys),
    missing = new Set();
  let seen = 0;
  for (const { name, text } of readSources(src)) {
    for (const [, key] of withoutComments(text).matchAll(
      /"((?:ui|terms|phrases|grammar)\.[^"]*)"/g,
    )) {
      ++seen;
      const there = key.endsWith('.') ? keys.some((one) => one.startsWith(key)) : known.has(key);
      if (!there) missing.add(`${name}: ${key}`);
    }
  }
  return { missing: [...missing].sort(), seen };
}

// Keys that a language has and that nothing reads: no source of `folders` names the key, whole or
// by its start ("terms.pressure."). Two lists of keys are no readers: what must be there
// (phrase_keys.cpp) and what comes first (first-words.mjs). The façade's keys are named in
// web/build/build.mjs without their "ui.".
function unreadKeys(folders, words) {
  const named = new Set();
  for (const file of folders.flatMap((folder) => filesUnder(folder))) {
    if (!/\.(cpp|h|js|mjs)$/.test(file) || /(phrase_keys\.cpp|first-words\.mjs)$/.test(file))
      continue;
    const text = withoutComments(fs.readFileSync(file, 'utf8'));
    for (const [, key] of text.matchAll(/["'`]((?:ui|terms|phrases|grammar)\.[\w.]+)["'`]/g))
      named.add(key);
    for (const [, list] of text.matchAll(/kFacadeWords = \[([^\]]*)\]/g))
      for (const [, word] of list.matchAll(/'(\w+)'/g)) named.add(`ui.facade.${word}`);
  }
  const starts = [...named].filter((key) => /[._]$/.test(key));
  return [...keysOf(words)]
    .filter((key) => !named.has(key) && !starts.some((start) => key.startsWith(start)))
    .sort();
}

// Where a machine keeps this project, and who serves packages, is no business of the repository.
// Put together, so that this file does not hold what it looks for.
const machine = new RegExp(
  `(?<![\\w$}.)\\]-])/(?:${['root', 'work', 'home/\\w+', 'Users/\\w+'].join('|')})/`,
);
const mirrors = new RegExp(
  [
    ['deb', 'debian.org'],
    ['security', 'debian.org'],
    ['snapshot', 'debian.org'],
    ['ftp', 'debian.org'],
    ['archive', 'ubuntu.com'],
    ['registry', 'npmjs.org'],
    ['registry', 'yarnpkg.com'],
    ['pypi', 'org'],
    ['files', 'pythonhosted.org'],
    ['proxy', 'golang.org'],
  ]
    .map((parts) => parts.join('.').replaceAll('.', '\\.'))
    .join('|'),
);
const notOurs = new Set(['.git', '.deps', 'node_modules', 'build', 'dist']);
const binary = /\.(png|webp|avif|ico|woff2?|ttf|bin|wasm|br|gz)$/;

function machinesIn(folder) {
  const wrong = [];
  for (const file of filesUnder(folder, notOurs)) {
    if (binary.test(file)) continue;
    fs.readFileSync(file, 'utf8')
      .split('\n')
      .forEach((line, i) => {
        for (const pattern of [machine, mirrors]) {
          const found = line.match(pattern);
          if (found) wrong.push(`${path.relative(folder, file)}:${i + 1}: ${found[0]}`);
        }
      });
  }
  return wrong.sort();
}

// Files that are named though they are in no repository: a build or a tool makes them, upstream has
// them, or they are a reader's.
const elsewhere = new Set([
  'LICENSES.txt',
  'sbom.cdx.json',
  'first.fr.txt',
  'atlas-notice.txt',
  'said.txt',
  'said.VERSION.txt',
  'imgui.cpp',
  'imgui_tables.cpp',
  'imgui_widgets.cpp',
  'Emscripten.cmake',
  'business.json',
  'intake.json',
  'env.sh',
  'bom-1.5.schema.json',
]);
const prose = {
  cpp: '//',
  h: '//',
  js: '//',
  mjs: '//',
  ts: '//',
  frag: '//',
  vert: '//',
  css: '/*',
  txt: '#',
  cmake: '#',
  sh: '#',
  md: '',
};
const commentsOf = {
  '//': /(?<![:'"`\w\\])\/\/[^\n]*|\/\*[\s\S]*?\*\//g,
  '/*': /\/\*[\s\S]*?\*\//g,
  '#': /#[^\n]*/g,
};

// Files that a comment or a document names and that are not there: by their path from the project,
// from src or from the file itself, and those that are no documents by their name alone too.
function citedInVain(folder) {
  const files = filesUnder(folder, notOurs).map((file) => path.relative(folder, file)),
    there = new Set(files),
    names = new Set(files.map((file) => path.basename(file)));
  const wrong = new Set();
  for (const file of files) {
    const mark = prose[path.extname(file).slice(1)];
    if (mark === undefined || /goldens\/|advices\//.test(file)) continue;
    const text = fs.readFileSync(path.join(folder, file), 'utf8');
    const said = mark
      ? (text.match(commentsOf[mark]) ?? []).join('\n')
      : text.replace(/```.*?```/gs, '').replace(/\[[^\]]*\]\(([^)\s]*)\)/g, ' $1 ');
    for (const [, cited, ending] of said
      .replace(/https?:\/\/\S+/g, '')
      .matchAll(
        /(?<![\w.*/{}>-])((?:[\w.-]+\/)*[\w-][\w.-]*\.(md|json|cpp|h|mjs|sh|cmake|txt|py|ts))(?![\w-])/g,
      )) {
      const places = [cited, path.join('src', cited), path.join(path.dirname(file), cited)];
      if (
        places.some((place) => there.has(path.normalize(place))) ||
        elsewhere.has(path.basename(cited))
      )
        continue;
      if (ending !== 'md' && !cited.includes('/') && names.has(cited)) continue;
      wrong.add(`${file}: ${cited}`);
    }
  }
  return [...wrong].sort();
}

// The element and what builds it. Not the demo business's pages, which are prose about running.
const demoPages = /(^|\/)site\/(pages\/|site\.css$)/;
function domainWords(web, languages) {
  const names = new Set();
  for (const words of languages)
    for (const area of Object.values(words.areas))
      for (const member of ['name', 'left', 'right', 'short_left', 'short_right'])
        if (area[member]) names.add(area[member]);
  const any = new RegExp(
    `(?<![\\w-])(${[...names].map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})(?![\\w-])`,
    'iu',
  );
  const wrong = [];
  for (const file of filesUnder(web)) {
    if (binary.test(file) || demoPages.test(file)) continue;
    const found = fs.readFileSync(file, 'utf8').match(any);
    if (found) wrong.push(`${path.relative(web, file)}: ${found[0]}`);
  }
  return wrong.sort();
}

const wordsOf = (language) =>
  JSON.parse(fs.readFileSync(path.join(root, `content/words.${language}.json`), 'utf8'));
const src = path.join(root, 'src');

// A copy of a folder, with files planted into it; removed afterwards.
function withPlanted(folder, planted, look) {
  const copy = fs.mkdtempSync(path.join(os.tmpdir(), 'advisor-planted-'));
  try {
    fs.cpSync(folder, copy, { recursive: true });
    for (const [name, text] of Object.entries(planted)) {
      fs.mkdirSync(path.dirname(path.join(copy, name)), { recursive: true });
      fs.writeFileSync(path.join(copy, name), text);
    }
    return look(copy);
  } finally {
    fs.rmSync(copy, { recursive: true, force: true });
  }
}

test('Every include points along the arrows, and each room knows only the outside that it may', () => {
  assert.ok(readSources(src).length > 90);
  assert.deepEqual(wrongIncludes(src), []);
});

test('An include against the arrows, a forbidden header and a clock are found in every room', () => {
  const found = withPlanted(
    src,
    {
      'advice/planted.cpp':
        '#include "content/words.h"\n#include "vocabulary/app.h"\n#include <cstdio>\nint f() { return (int)std::time(nullptr); }\n',
      'content/planted.cpp':
        '#include "booking/answer.h"\n  #  include <imgui.h>\n#include <iostream>\n',
      'booking/planted.h': '#include "app/session.h"\n#include <nlohmann/json.hpp>\n',
      'app/planted.cpp':
        '#include "ui/kit/theme.h"\n#include <emscripten.h>\nauto t = std::chrono::steady_clock::now();\n',
      'body/planted.cpp':
        '#include "body/gl/renderer.h"\n#include "advice/ids.h"\n#include <epoxy/gl.h>\n',
      'body/gl/planted.cpp': '#include "ui/kit/theme.h"\n#include <GLFW/glfw3.h>\n',
      'body/atlas/planted.cpp': '#include "body/fields/grid.h"\n',
      'body/fields/planted.cpp':
        '#include "body/touch/touch_map.h"\nauto t = std::chrono::steady_clock::now();\n',
      'body/touch/planted.cpp': '#include "body/figure.h"\n#include <stb_image.h>\n',
      'ui/kit/planted.cpp': '#include "ui/figure/figure_view.h"\n#include "ui/screens/screens.h"\n',
      'ui/figure/planted.cpp': '#include "ui/screens/screens.h"\n#include "body/gl/renderer.h"\n',
      'ui/screens/planted.cpp': '#include "ui/interface.h"\n#include "body/figure.h"\n',
      'ui/planted.cpp':
        '#include "body/gl/renderer.h"\n#include "platform/program.h"\n#include <GLES3/gl3.h>\n#include <regex>\n',
      'cli/planted.cpp': '#include "app/session.h"\n#include <locale>\n',
      'platform/planted.cpp': '#include "platform/web/web_abi.h"\n#include <emscripten/em_js.h>\n',
      'platform/desktop/planted.cpp': '#include "cli/files.h"\n#include "nowhere/none.h"\n',
      'cellar/planted.cpp': '\n',
    },
    wrongIncludes,
  ).filter((line) => line.includes('planted'));
  assert.deepEqual(
    found,
    [
      'advice/planted.cpp: content/words.h points against the arrows',
      'advice/planted.cpp: cstdio is not for advice',
      'advice/planted.cpp: std::time( reads a clock',
      'advice/planted.cpp: vocabulary/app.h points against the arrows',
      'app/planted.cpp: emscripten.h is not for app',
      'app/planted.cpp: steady_clock reads a clock',
      'app/planted.cpp: ui/kit/theme.h points against the arrows',
      'body/gl/planted.cpp: GLFW/glfw3.h is not for body/gl',
      'body/gl/planted.cpp: ui/kit/theme.h points against the arrows',
      'body/planted.cpp: advice/ids.h points against the arrows',
      'body/planted.cpp: body/gl/renderer.h points against the arrows',
      'body/planted.cpp: epoxy/gl.h is not for body',
      'booking/planted.h: app/session.h points against the arrows',
      'booking/planted.h: nlohmann/json.hpp is not for booking',
      'cellar/planted.cpp: no room of that name',
      'cli/planted.cpp: app/session.h points against the arrows',
      'cli/planted.cpp: locale is not for cli',
      'content/planted.cpp: booking/answer.h points against the arrows',
      'content/planted.cpp: imgui.h is not for content',
      'content/planted.cpp: iostream is not for content',
      'platform/desktop/planted.cpp: cli/files.h points against the arrows',
      'platform/desktop/planted.cpp: nowhere/none.h is of no room',
      'platform/planted.cpp: emscripten/em_js.h is not for platform',
      'platform/planted.cpp: platform/web/web_abi.h points against the arrows',
      'body/atlas/planted.cpp: body/fields/grid.h points against the arrows',
      'body/fields/planted.cpp: body/touch/touch_map.h points against the arrows',
      'body/fields/planted.cpp: steady_clock reads a clock',
      'body/touch/planted.cpp: body/figure.h points against the arrows',
      'body/touch/planted.cpp: stb_image.h is not for body/touch',
      'ui/figure/planted.cpp: body/gl/renderer.h points against the arrows',
      'ui/figure/planted.cpp: ui/screens/screens.h points against the arrows',
      'ui/kit/planted.cpp: ui/figure/figure_view.h points against the arrows',
      'ui/kit/planted.cpp: ui/screens/screens.h points against the arrows',
      'ui/screens/planted.cpp: body/figure.h points against the arrows',
      'ui/screens/planted.cpp: ui/interface.h points against the arrows',
      'ui/planted.cpp: GLES3/gl3.h is not for ui',
      'ui/planted.cpp: body/gl/renderer.h points against the arrows',
      'ui/planted.cpp: platform/program.h points against the arrows',
      'ui/planted.cpp: regex is not for ui',
    ].sort(),
  );
});

const web = path.join(root, 'web');

test('Every import of web/ points along its arrows, and no tool is in what ships', () => {
  assert.ok(filesUnder(web).length > 60);
  assert.deepEqual(wrongImports(web), []);
});

test('An import of web/ against its arrows is found in every room, in its code, its types and by import()', () => {
  const found = withPlanted(
    web,
    {
      'element/planted.js':
        "import { Widget } from '../widget/widget.js';\nimport('../widget/widget.js');\n",
      'element/planted-types.js':
        "/** @import { Widget } from '../widget/widget.js' */\n/** @type {import('../widget/widget.js').Widget} */\n",
      'widget/planted.js':
        "import {\n  a,\n} from '../element/recovery-advisor.js';\n/** @import { Intake } from '../element/recovery-advisor.js' */\nimport '../mirror/mirror.js';\nimport '../build/works.mjs';\n",
      'mirror/planted.js':
        "export { Engine } from '../widget/engine.js';\nimport fs from 'node:fs';\n",
      'mirror/planted.d.ts': "import type { ModuleEvent } from '../widget/wire.d.ts';\n",
      'embed/planted.js':
        "import '../element/recovery-advisor.js';\nimport('../widget/widget.js');\n",
      'site/planted.js':
        "import { files } from 'built:offline';\nimport { transform } from 'esbuild';\nimport './site.js';\n",
      'build/planted.mjs':
        "import { transform } from 'esbuild';\nimport '../element/recovery-advisor.js';\nimport { files } from 'built:files';\n",
      'cellar/planted.js': '\n',
    },
    wrongImports,
  );
  assert.deepEqual(found, [
    'build/planted.mjs: ../element/recovery-advisor.js points against the arrows',
    'build/planted.mjs: built:files points against the arrows',
    'cellar/planted.js: no room of that name',
    'element/planted-types.js: ../widget/widget.js points against the arrows',
    'element/planted.js: ../widget/widget.js points against the arrows',
    'embed/planted.js: ../element/recovery-advisor.js points against the arrows',
    'embed/planted.js: ../widget/widget.js points against the arrows',
    'mirror/planted.d.ts: ../widget/wire.d.ts points against the arrows',
    'mirror/planted.js: ../widget/engine.js points against the arrows',
    'mirror/planted.js: node:fs points against the arrows',
    'site/planted.js: esbuild points against the arrows',
    'widget/planted.js: ../build/works.mjs points against the arrows',
    'widget/planted.js: ../element/recovery-advisor.js points against the arrows',
  ]);
});

test('No part of the widget needs itself by way of others, in its code or its types', () => {
  const widget = path.join(web, 'widget');
  assert.deepEqual(circular(widget), []);
  const planted = {
    'clock.js': "/** @import { Widget } from './widget.js' */\nexport class WallClock {}\n",
  };
  assert.deepEqual(withPlanted(widget, planted, circular), [
    'business.js',
    'clock.js',
    'delivery.js',
    'intake-store.js',
    'widget.js',
  ]);
});

for (const language of ['en', 'fr'])
  test(`Every text that the program names is in the words of "${language}"`, () => {
    const { missing, seen } = missingKeys(src, wordsOf(language));
    assert.deepEqual(missing, []);
    assert.ok(seen > 150);
  });

test('A text that no language has is found, whole or as the start of one', () => {
  const { missing } = withPlanted(
    src,
    { 'app/planted.cpp': 'f("ui.where.nowhere"); f("terms.colour.", x); // "ui.in.a.comment"\n' },
    (copy) => missingKeys(copy, wordsOf('fr')),
  );
  assert.deepEqual(missing, [
    'app/planted.cpp: terms.colour.',
    'app/planted.cpp: ui.where.nowhere',
  ]);
});

test('Every text of the words is read by something', () => {
  for (const language of ['en', 'fr'])
    assert.deepEqual(unreadKeys([src, web], wordsOf(language)), [], language);
});

test('A text that nothing reads is found, and the start of a key or a list of keys reads only what it names', () => {
  const words = {
    ui: { 'a.read': 'x', 'b.unread': 'x', 'facade.button': 'x' },
    terms: { 'pressure.light': 'x', 'pressures.none': 'x' },
    phrases: { 'n.days': { one: 'x', other: 'x' } },
    grammar: {},
  };
  const found = withPlanted(
    path.join(src, 'cli'),
    {
      'planted.cpp': 'f("ui.a.read"); g("terms.pressure.", x); // f("ui.b.unread")\n',
      'phrase_keys.cpp': '{"phrases.n.days", "n"}',
      'planted.mjs': "const kFacadeWords = ['button'];",
    },
    (copy) => unreadKeys([copy], words),
  );
  assert.deepEqual(found, ['phrases.n.days', 'terms.pressures.none', 'ui.b.unread']);
});

test('No file names a place on a machine or a server of packages', () => {
  assert.deepEqual(machinesIn(root), []);
  const found = withPlanted(
    path.join(src, 'advice'),
    {
      'a.txt': `cd /${'work'}/main\nsee "/${'root'}/x"\n$root/work/ok\n`,
      'b.txt': `https://registry.${'npmjs'}.org/x\n`,
      'build/c.txt': `/${'work'}/x`,
    },
    machinesIn,
  );
  assert.deepEqual(found, [
    `a.txt:1: /${'work'}/`,
    `a.txt:2: /${'root'}/`,
    `b.txt:1: registry.${'npmjs'}.org`,
  ]);
});

test('Each file that a comment or a document names is in the repository', () => {
  assert.deepEqual(citedInVain(root), []);
  const found = withPlanted(
    path.join(root, '.ci'),
    {
      'a.cpp': '// As notes.md says, a.cpp and sub/d.md.\nopen("none.json");\n',
      'b.mjs': "// See other/days.cpp.\nimport x from './none.mjs';\n",
      'c.md':
        'See `none.json`, [it](sub/d.md) and https://example.org/none.md.\n```\nnone.h\n```\n',
      'sub/d.md': 'd.md, ../c.md, e.md\n',
      'd.sh': '# none.txt\ncat none.h\n',
    },
    citedInVain,
  );
  assert.deepEqual(found, [
    'a.cpp: notes.md',
    'b.mjs: other/days.cpp',
    'c.md: none.json',
    'd.sh: none.txt',
    'sub/d.md: e.md',
  ]);
});

test('The element holds no word of the domain: they come from content/', () => {
  const languages = [wordsOf('en'), wordsOf('fr')];
  assert.deepEqual(domainWords(web, languages), []);
  const found = withPlanted(
    web,
    {
      'widget/planted.js': "const title = 'Haut du mollet';\n",
      'widget/planted.css': '.upper-calf {}\n',
    },
    (copy) => domainWords(copy, languages),
  );
  assert.deepEqual(found, ['widget/planted.js: Haut du mollet']);
});
