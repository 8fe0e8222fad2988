// The npm package in a fresh project: packed, installed from the tarball without a network, bundled
// by Vite, used.

import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { after, before, test } from 'node:test';
import Ajv from 'ajv';
import { build, createServer } from 'vite';
import { startBench } from './harness.mjs';

const home = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const packed = join(home, 'build/package');
// Below the project, so that Vite, React and TypeScript are found; the advisor itself only as
// installed.
const fresh = join(home, `build/fresh-project-${process.pid}`);

function run(command, args, cwd) {
  const done = spawnSync(command, args, { cwd, encoding: 'utf8' });
  assert.equal(done.status, 0, `${command} ${args.join(' ')}: ${done.stdout}${done.stderr}`);
  return done.stdout;
}

let contents;
before(() => {
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  const [tarball] = JSON.parse(
    run('npm', ['pack', '--json', '--pack-destination', fresh, packed], home),
  );
  contents = tarball.files.map(({ path }) => path);
  cpSync(join(home, 'web/site/examples/react'), join(fresh, 'react'), { recursive: true });
  writeFileSync(
    join(fresh, 'package.json'),
    '{ "name": "a-site", "private": true, "type": "module" }',
  );
  run(
    'npm',
    ['install', '--offline', '--no-audit', '--no-fund', join(fresh, tarball.filename)],
    fresh,
  );
  writeFileSync(
    join(fresh, 'index.html'),
    `<!doctype html><html lang="fr"><title>A site</title><link rel="icon" href="data:,"><script type="module" src="main.js"></script>
    <recovery-advisor><p>Texte</p></recovery-advisor></html>`,
  );
  writeFileSync(join(fresh, 'main.js'), "import 'recovery-advisor';\n");
});
after(() => rmSync(fresh, { recursive: true, force: true }));

const vite = (root, options = {}) => ({ root, configFile: false, logLevel: 'error', ...options });

async function walk(bench, path, start, region) {
  const page = await bench.open(path);
  await page.getByRole('button', { name: start }).click();
  await page.waitForSelector('recovery-advisor[state=ready]');
  await page.getByRole('button', { name: region }).press('Enter');
  await page.getByRole('slider').waitFor();
  assert.deepEqual([page.errors, page.strays], [[], []]);
  return page;
}

test('it holds the element, what it loads, its types and the licences of others, and nothing else', () => {
  const plain = contents.map((name) => name.replace(/-[0-9a-f]{10}\./, '.')).sort();
  assert.deepEqual(
    plain,
    [
      'LICENSE',
      'LICENSES.txt',
      'README.md',
      'assets/advisor.later.wasm',
      'assets/advisor.wasm',
      'assets/figure.bin',
      'assets/first.en.txt',
      'assets/first.fr.txt',
      'assets/knowledge.json',
      'assets/mistakes.js',
      'assets/pack.bin',
      'assets/widget.js',
      'assets/words.en.json',
      'assets/words.fr.json',
      'custom-elements.json',
      'package.json',
      'poster-dark.webp',
      'poster.webp',
      'react.d.ts',
      'recovery-advisor.d.ts',
      'recovery-advisor.js',
      'sbom.cdx.json',
      'server.js',
      'site.json',
      'site.schema.json',
    ].sort(),
  );
  const manifest = JSON.parse(
    readFileSync(join(fresh, 'node_modules/recovery-advisor/package.json'), 'utf8'),
  );
  assert.equal(
    manifest.version,
    JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).version,
  );
  for (const path of [
    manifest.types,
    manifest.customElements,
    ...Object.values(manifest.exports['.']),
  ])
    assert.ok(contents.includes(path.replace('./', '')), path);
});

test('a Vite project builds it, at whatever address, and the element works there under the strict policy', async () => {
  await build(vite(fresh, { base: '/', build: { outDir: 'out' } }));
  const bench = await startBench(join(fresh, 'out'), { element: 'index.html' });
  try {
    const page = await walk(bench, '', 'Commencer', 'Haut du mollet, à gauche');
    // Nothing was inlined, and every file has a name of Vite's.
    assert.deepEqual(
      page.requests.filter(
        (url) => !/\/assets\/[\w.-]+-[\w-]{8}\.\w+$/.test(url) && url !== `${bench.address}/`,
      ),
      [],
    );
  } finally {
    await bench.close();
  }
});

test('a Vite project below a folder, with relative addresses, works as well', async () => {
  await build(vite(fresh, { base: './', build: { outDir: 'deep/below/site' } }));
  const bench = await startBench(join(fresh, 'deep'), { element: 'below/site/index.html' });
  try {
    await walk(bench, 'below/site/', 'Commencer', 'Haut du mollet, à gauche');
  } finally {
    await bench.close();
  }
});

test('Vite’s development server serves it, left out of its optimiser', async () => {
  const server = await createServer(
    vite(fresh, {
      optimizeDeps: { exclude: ['recovery-advisor'], noDiscovery: true },
      server: { host: '127.0.0.1', port: 0, hmr: false, ws: false },
    }),
  );
  await server.listen();
  const bench = await startBench(packed);
  try {
    const page = await (await bench.browser.newContext({ locale: 'fr-CA' })).newPage();
    await page.goto(`http://127.0.0.1:${server.httpServer.address().port}/`);
    await page.getByRole('button', { name: 'Commencer' }).click();
    await page.waitForSelector('recovery-advisor[state=ready]');
  } finally {
    await bench.close();
    await server.close();
  }
});

test('every address that its scripts write out leads to a file of it', () => {
  const scripts = contents.filter((name) => name.endsWith('.js'));
  const found = scripts.flatMap((name) => {
    const text = readFileSync(join(packed, name), 'utf8');
    return [...text.matchAll(/new URL\("([^"?]*)[^"]*",\s*import\.meta\.url\)/g)].map(([, to]) =>
      join(dirname(name), to),
    );
  });
  assert.ok(found.length > 10, found.join(' '));
  assert.deepEqual(
    found.filter((name) => !contents.includes(name)),
    [],
  );
});

test('on a server, where there is no page, importing it does nothing', () => {
  run(
    'node',
    [
      '--input-type=module',
      '-e',
      "await import('recovery-advisor'); if (globalThis.customElements) process.exit(1)",
    ],
    fresh,
  );
});

test('the React example passes the type checker, and a wrong attribute does not', () => {
  const tsc = join(home, 'node_modules/.bin/tsc');
  run(tsc, ['-p', 'react'], fresh);
  writeFileSync(
    join(fresh, 'react/wrong.tsx'),
    'import { RecoveryAdvisor } from \'./recovery-advisor\';\nexport const wrong = <RecoveryAdvisor lang="de" />;\n',
  );
  const { status, stdout } = spawnSync(tsc, ['-p', 'react'], { cwd: fresh, encoding: 'utf8' });
  rmSync(join(fresh, 'react/wrong.tsx'));
  assert.notEqual(status, 0);
  assert.match(stdout, /wrong\.tsx.*Type '"de"' is not assignable/);
});

test('the tag in the JSX of React 19, and its events on the document, have their types', () => {
  const tsc = join(home, 'node_modules/.bin/tsc');
  const checked = (load) => {
    writeFileSync(
      join(fresh, 'react/tag.tsx'),
      `import 'recovery-advisor';
      import type {} from 'recovery-advisor/react';
      document.addEventListener('advisor-book', ({ detail }) => detail.service.length);
      export const tag = (
        <recovery-advisor lang="en" site="/business.json" load="${load}" intake={null}
          onadvisor-change={({ detail }) => detail.intake.marks.length}><p>Book</p></recovery-advisor>
      );\n`,
    );
    return spawnSync(tsc, ['-p', 'react'], { cwd: fresh, encoding: 'utf8' });
  };
  const [good, wrong] = [checked('eager'), checked('soon')];
  rmSync(join(fresh, 'react/tag.tsx'));
  assert.equal(good.status, 0, good.stdout);
  assert.match(wrong.stdout, /^react\/tag\.tsx.*Type '"soon"' is not assignable/);
});

test('the React example books through its callback, mounted twice as React’s strict mode does', async () => {
  await build(vite(join(fresh, 'react'), { build: { outDir: '../out-react' } }));
  const bench = await startBench(join(fresh, 'out-react'), { element: 'index.html' });
  try {
    const page = await walk(bench, '', 'Start', 'Upper calf, left');
    await page.evaluate(() =>
      document.querySelector('recovery-advisor').dispatchEvent(
        new CustomEvent('advisor-book', {
          bubbles: true,
          cancelable: true,
          detail: { url: 'https://x.example', service: 'sport-60' },
        }),
      ),
    );
    await page.getByText('sport-60').waitFor();
    assert.equal(await page.getByText('sport-60').count(), 1);
  } finally {
    await bench.close();
  }
});

test('with the line of docs/embed.md, Vue’s compiler takes the tag for an element, not for a component', () => {
  const guide = readFileSync(join(home, 'docs/embed.md'), 'utf8');
  const [, line] = /`compilerOptions: (\{[^`]+\})`/.exec(guide);
  const options = new Function(`return ${line}`)();
  const { compile } = createRequire(join(home, 'package.json'))('@vue/compiler-dom');
  const template = '<recovery-advisor lang="fr" />';
  assert.match(compile(template).code, /resolveComponent/);
  assert.doesNotMatch(compile(template, options).code, /resolveComponent/);
});

test('custom-elements.json keeps its schema, and says the same as the element and its types', async () => {
  const schema = JSON.parse(
    readFileSync(join(home, 'node_modules/custom-elements-manifest/schema.json'), 'utf8'),
  );
  const manifest = JSON.parse(readFileSync(join(packed, 'custom-elements.json'), 'utf8'));
  const valid = new Ajv({ strict: false, allErrors: true }).compile(schema);
  assert.ok(valid(manifest), JSON.stringify(valid.errors));
  const [{ attributes, members, events, cssProperties }] = manifest.modules[0].declarations;
  const types = readFileSync(join(packed, 'recovery-advisor.d.ts'), 'utf8');
  const style =
    readFileSync(join(home, 'web/element/facade.css'), 'utf8') +
    readFileSync(join(home, 'web/widget/stage.css'), 'utf8');
  const bench = await startBench(packed);
  try {
    const page = await bench.open('recovery-advisor.d.ts');
    const [observed, own] = await page.evaluate(async (address) => {
      const { RecoveryAdvisor } = {
        RecoveryAdvisor: (await import(address), customElements.get('recovery-advisor')),
      };
      return [
        RecoveryAdvisor.observedAttributes,
        Object.getOwnPropertyNames(RecoveryAdvisor.prototype).filter(
          (name) => !/^constructor$|Callback$/.test(name),
        ),
      ];
    }, `${bench.address}/recovery-advisor.js`);
    assert.deepEqual(attributes.map(({ name }) => name).sort(), observed.sort());
    assert.deepEqual(members.map(({ name }) => name).sort(), own.sort());
  } finally {
    await bench.close();
  }
  for (const { name } of members) assert.match(types, new RegExp(`\\b${name}[:(]`));
  assert.deepEqual(
    events.map(({ name }) => name),
    [...types.matchAll(/'(advisor-\w+)'/g)].map(([, name]) => name),
  );
  assert.deepEqual(
    cssProperties.map(({ name }) => name).sort(),
    [...new Set(style.match(/--advisor-[a-z-]+/g))].sort(),
  );
});

test('every file of the package is one of dist/, but for the entry and the package’s own', () => {
  const own = new Set([
    'recovery-advisor.js',
    'server.js',
    'package.json',
    'react.d.ts',
    'README.md',
    'site.schema.json',
  ]);
  for (const name of readdirSync(packed, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(packed.length + 1))) {
    if (!own.has(name))
      assert.ok(
        readFileSync(join(packed, name)).equals(readFileSync(join(home, 'dist', name))),
        name,
      );
  }
});
