// advisor.zip, as who puts the tool on a site has it: unpacked, nothing to delete, nothing to ask.

import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { posix } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv/dist/2020.js';
import { unzipSync } from 'fflate';
import { buildZip } from '../../web/build/zip.mjs';

const home = new URL('../../', import.meta.url);
const files = unzipSync(readFileSync(fileURLToPath(new URL('build/advisor.zip', home))));
const names = Object.keys(files);
const text = (name) => Buffer.from(files[name]).toString();
const dist = (name) => readFileSync(new URL(`dist/${name}`, home));

test('the folder to upload is dist/ without the demonstration’s pages', () => {
  const folder = names.filter((name) => name.startsWith('advisor/'));
  assert.deepEqual(
    folder.filter((name) => /\/(index|blog|social)\./.test(name)),
    [],
  );
  for (const name of folder.filter((one) => one !== 'advisor/_headers'))
    assert.ok(dist(name.replace('advisor/', '')).equals(Buffer.from(files[name])), name);
  for (const name of ['recovery-advisor.js', 'embed.html', 'embed-parent.js', 'service-worker.js'])
    assert.ok(names.includes(`advisor/${name}`), name);
});

test('there is an example for each booking system, good to the schema that lies beside it', () => {
  const systems = JSON.parse(readFileSync(new URL('content/booking_systems.json', home), 'utf8'));
  const valid = new Ajv().compile(JSON.parse(text('examples/site.schema.json')));
  for (const { id } of systems) {
    const example = JSON.parse(text(`examples/${id}.json`));
    assert.ok(valid(example), id);
    assert.equal(example.$schema, 'site.schema.json');
  }
});

const pages = names.filter((name) => name.endsWith('.html') && !name.startsWith('advisor/'));

test('every link of the guide leads to a page, a heading or a file of it, and every page is led to', () => {
  const reached = new Set(['start.html']);
  for (const page of pages)
    for (const [, to] of text(page).matchAll(/(?:href|src)="([^"]+)"/g)) {
      if (/^(https?|tel|mailto):/.test(to)) continue;
      const [path, anchor] = to.split('#');
      const name = path ? posix.join(posix.dirname(page), path) : page;
      assert.ok(names.includes(name), `${page}: ${to}`);
      if (anchor) assert.ok(text(name).includes(` id="${anchor}"`), `${page}: ${to}`);
      reached.add(name);
    }
  assert.deepEqual(
    pages.filter((page) => !reached.has(page)),
    [],
  );
});

test('what the guide has one paste is what the documents have one paste', () => {
  const snippet = /```html\n(.*?)```/s;
  for (const name of ['wordpress', 'wordpress.fr', 'html', 'squarespace', 'webflow']) {
    const [, written] = snippet.exec(
      readFileSync(new URL(`docs/install/${name}.md`, home), 'utf8'),
    );
    const [, shown] = /<pre><code class="language-html">(.*?)<\/code>/s.exec(
      text(`guide/install/${name}.html`),
    );
    const entities = { lt: '<', gt: '>', quot: '"', amp: '&', '#39': "'" };
    assert.equal(
      shown.replace(/&(lt|gt|quot|amp|#39);/g, (_, one) => entities[one]),
      written,
      name,
    );
  }
});

test('the same build gives the same zip', () => {
  const path = (name) => fileURLToPath(new URL(name, home));
  const out = path(`build/advisor-${process.pid}.zip`);
  buildZip({ dist: path('dist'), content: path('content'), out });
  const again = readFileSync(out);
  rmSync(out);
  assert.ok(again.equals(readFileSync(path('build/advisor.zip'))));
});
