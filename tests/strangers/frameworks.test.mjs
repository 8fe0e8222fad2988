/* global Lenis, rendered */ // of the page
// Frameworks that own the page: they render it on a server and again in the browser, keep what they
// have rendered as it was, wrap what the browser calls, and scroll in its place.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { before, test } from 'node:test';
import { createElement, StrictMode } from 'react';
import { renderToString } from 'react-dom/server';
import { benchOfFile, kPhone } from '../browser/harness.mjs';
import { bundleReact, kVue, mountVue } from './frameworks.mjs';
import { adviseCalf, control, opened, visit } from './visit.mjs';

const bench = benchOfFile();
const { resolve } = createRequire(import.meta.url);
const source = (file) => readFileSync(resolve(file), 'utf8');
const marks = (page) =>
  page.evaluate(() => document.querySelector('recovery-advisor').intake?.marks.length ?? 0);

let react;
before(async () => (react = await bundleReact()));

/** A page of one's own in place of the article. */
const emptied = (html) => (page) =>
  page.evaluate((html) => {
    document.body.innerHTML = `<div id="root">${html}</div>`;
  }, html);

test('React 19 in StrictMode: rendered again, the tool stays; made anew, it goes on', async () => {
  const { page, reader } = await visit(bench, {
    prepare: async (page) => {
      await emptied('')(page);
      await page.addScriptTag({ content: react });
      await page.evaluate(() => globalThis.begin(document.querySelector('#root')));
      await page.waitForSelector('recovery-advisor');
    },
  });
  await adviseCalf({ page, reader });
  await page.evaluate(() => globalThis.renderAgain());
  await page.waitForFunction(() => rendered === 1);
  assert.equal(await page.locator('recovery-advisor').getAttribute('state'), 'ready');
  await page.evaluate(() => globalThis.makeAnew());
  await page.waitForFunction(() => rendered === 101);
  await opened(page);
  assert.equal(await marks(page), 1);
  await control(page, 'calendar').waitFor({ state: 'attached' });
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test('React 19 hydrates what a server has sent without a word about the tag, and the tool works', async () => {
  const html = renderToString(
    createElement(StrictMode, null, createElement('recovery-advisor', { lang: 'fr' })),
  );
  const { page, reader } = await visit(bench, {
    prepare: async (page) => {
      await emptied(html)(page);
      await page.waitForSelector('recovery-advisor[state=idle]', { state: 'attached' });
      await page.addScriptTag({ content: react });
      await page.evaluate(() => globalThis.hydrate(document.querySelector('#root')));
      await page.waitForFunction(() => globalThis.rendered === 0);
    },
  });
  await reader.use('region.calf_l');
  assert.equal(await marks(page), 1);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test('Vue 3: patched, the tool stays; kept away by v-if and shown again, it goes on', async () => {
  const { page, reader } = await visit(bench, {
    prepare: async (page) => {
      await emptied('')(page);
      await page.addScriptTag({ content: kVue });
      await page.evaluate(mountVue);
    },
  });
  await adviseCalf({ page, reader });
  await page.evaluate(() => ((globalThis.state.title = 'Fairmount'), globalThis.nextTick()));
  assert.equal(await page.locator('recovery-advisor').getAttribute('state'), 'ready');
  await page.evaluate(() => ((globalThis.state.shown = false), globalThis.nextTick()));
  await page.locator('recovery-advisor').waitFor({ state: 'detached' });
  await page.evaluate(() => ((globalThis.state.shown = true), globalThis.nextTick()));
  await opened(page);
  assert.equal(await marks(page), 1);
  assert.deepEqual(
    page.errors.filter((line) => !/development version of Vue/.test(line)),
    [],
  );
  await page.context().close();
});

test('zone.js around every callback of the browser: the whole way is there, and at rest it runs nothing', async () => {
  const { page, reader } = await visit(bench, {
    before: [{ content: source('zone.js') }],
  });
  await adviseCalf({ page, reader });
  assert.ok(await reader.has('book'));
  await page.evaluate(() => {
    globalThis.frames = 0;
    const { requestAnimationFrame } = globalThis;
    globalThis.requestAnimationFrame = (...args) => (
      ++globalThis.frames,
      requestAnimationFrame(...args)
    );
  });
  await page.waitForTimeout(500);
  assert.equal(await page.evaluate(() => globalThis.frames), 0);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test('Lenis, which scrolls in the browser’s place: a wheel over the figure scrolls the page and marks nothing, a touch marks', async () => {
  const { page, reader } = await visit(bench, {
    device: kPhone,
    prepare: async (page) => {
      await page.addScriptTag({ content: source('lenis/dist/lenis.min.js') });
      await page.evaluate(() => {
        globalThis.lenis = new Lenis({ autoRaf: true, syncTouch: true });
      });
    },
  });
  const figure = page.locator('recovery-advisor canvas');
  await figure.evaluate((canvas) => canvas.scrollIntoView({ block: 'center' }));
  await reader.rest();
  const { x, y, width } = await figure.boundingBox();
  const before = await page.evaluate(() => scrollY);
  await page.mouse.move(x + width / 2, y + 300);
  await page.mouse.wheel(0, 160);
  await page.waitForFunction((before) => scrollY > before + 20, before);
  assert.equal(await marks(page), 0);
  await page.evaluate(() => globalThis.lenis.stop());
  await reader.rest();
  const thigh = await control(page, 'region.quad_l').boundingBox();
  await page.touchscreen.tap(thigh.x + thigh.width / 2, thigh.y + thigh.height / 2);
  await page.waitForFunction(
    () => document.querySelector('recovery-advisor').intake.marks.length === 1,
  );
  assert.equal((await reader.told()).marks[0].region, 'quad_l');
  assert.deepEqual(page.errors, []);
  await page.context().close();
});
