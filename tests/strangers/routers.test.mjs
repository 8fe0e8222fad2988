/* global asked, Turbo, htmx, Idiomorph */ // of the page
// Other people's routers: they answer the history's entries, and render the page anew around the
// tool and with it.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { benchOfFile, kPhone } from '../browser/harness.mjs';
import { makeAnewLater, putAnewBeside, withoutFullscreen } from './deeds.mjs';
import { adviseCalf, control, opened, visit } from './visit.mjs';

const bench = benchOfFile();
const source = (file) => readFileSync(createRequire(import.meta.url).resolve(file), 'utf8');
const kTurbo = source('@hotwired/turbo/dist/turbo.es2017-umd.js');
const kHtmx = source('htmx.org/dist/htmx.min.js');
const kIdiomorph = source('idiomorph/dist/idiomorph.min.js');

test('over the whole screen without the Fullscreen API, the history stays the page’s own', async () => {
  const { page, reader } = await visit(bench, { device: kPhone, before: [withoutFullscreen] });
  await page.evaluate(() => {
    globalThis.asked = [];
    for (const name of ['pushState', 'replaceState', 'back', 'go']) {
      const original = history[name];
      history[name] = (...args) => (asked.push(name), original.apply(history, args));
    }
    addEventListener('popstate', () => asked.push('popstate'));
  });
  for (const key of ['region.calf_l', 'menu', 'full_screen']) await reader.use(key);
  const close = page.locator('recovery-advisor button.close');
  await close.waitFor();
  await close.click();
  await close.waitFor({ state: 'detached' });
  assert.deepEqual(await page.evaluate(() => asked), []);
  assert.deepEqual((await reader.told()).marks.length, 1);
  await page.context().close();
});

/** Each renders the page anew, in its own way, and resolves when it has. */
const routers = {
  'Turbo 8, a visit': {
    script: kTurbo,
    render: () =>
      new Promise((done) => {
        document.addEventListener('turbo:load', done, { once: true });
        Turbo.visit(location.href, { action: 'replace' });
      }),
  },
  'htmx 4, a swap of the body': {
    script: kHtmx,
    render: () => htmx.ajax('GET', location.href, { target: 'body', swap: 'innerHTML' }),
  },
  'idiomorph, the page as the server sends it': {
    script: kIdiomorph,
    render: async () => {
      const html = await (await fetch(location.href)).text();
      const { body } = new DOMParser().parseFromString(html, 'text/html');
      Idiomorph.morph(document.body, body);
    },
  },
  'a view transition, with the new one put in before the old one goes': {
    render: `document.startViewTransition(${putAnewBeside}).updateCallbackDone`,
  },
  'a component that is taken out and made again later': { render: makeAnewLater },
  'a page that has taken the campaign out of its own address, in Chromium': {
    render: `history.replaceState(null, '', '?page=2'); (${makeAnewLater})()`,
  },
};

for (const [name, { script, render }] of Object.entries(routers))
  test(`${name}: the tool is open again, and what was told is told`, async () => {
    const { page, reader } = await visit(bench);
    await adviseCalf({ page, reader });
    if (script) await page.addScriptTag({ content: script });
    const before = await reader.told();
    await page.evaluate(render);
    const after = await opened(page);
    await page.waitForFunction(
      () => document.querySelector('recovery-advisor').intake?.marks.length === 1,
    );
    await after.rest();
    assert.deepEqual(await after.told(), before);
    await control(page, 'calendar').waitFor({ state: 'attached' });
    assert.equal(await page.locator('recovery-advisor').count(), 1);
    assert.deepEqual(page.errors, []);
    await page.context().close();
  });

test('on another page, and once it was erased, nothing of it comes back', async () => {
  const { page, reader } = await visit(bench);
  await reader.use('region.calf_l');
  const again = (path) =>
    page.evaluate(async (path) => {
      document.querySelector('recovery-advisor').remove();
      await new Promise((later) => setTimeout(later, 50));
      if (path) history.pushState(null, '', path);
      document.body.append(document.createElement('recovery-advisor'));
      await new Promise((later) => setTimeout(later, 50));
      const { intake, state } = document.querySelector('recovery-advisor');
      return { marks: intake?.marks.length ?? 0, state };
    }, path);
  assert.deepEqual(await again('/another.html'), { marks: 0, state: 'idle' });
  await page.evaluate(() => history.back());
  await page.waitForFunction(() => location.pathname.endsWith('/blog.html'));
  await again();
  await opened(page);
  assert.equal((await reader.told()).marks.length, 1);
  await page.evaluate(() => document.querySelector('recovery-advisor').reset());
  await again();
  await opened(page);
  assert.deepEqual((await reader.told()).marks, []);
  await page.context().close();
});
