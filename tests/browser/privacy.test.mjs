// Nothing leaves the page and nothing is kept: every control of every screen is used, with the real
// module under a strict policy, and then the browser is asked what has been requested and stored.
// And the page around it keeps its own ways: back, find, Tab.
/* global shifted, violations */ // of the page

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { benchOfFile, kDesk, kDist, kPhone, until } from './harness.mjs';

const bench = benchOfFile();

const { ui } = JSON.parse(readFileSync(join(kDist, '../content/words.fr.json'), 'utf8'));
// What is known to fetch: another language, the other figure. What is asked for as such: to be
// remembered, to start over, to leave the page.
const kLeftOut = [
  'common.other_language',
  'menu.figure_female',
  'book.remember',
  'common.start_over',
  'common.erase',
  'book.erase',
  'menu.full_screen',
  'book.print',
]
  .map((key) => ui[key])
  .filter(Boolean);

/**
 * Uses what has not been used yet, nearest first, until there is nothing new.
 * @returns {Promise<string[]>} the names of what was used
 */
async function useEverything(page, most = 200) {
  return page.evaluate(
    async ([leftOut, most]) => {
      const tree = document.querySelector('recovery-advisor').shadowRoot.querySelector('.tree');
      const nameOf = (control) =>
        control.getAttribute('aria-label') ||
        control.textContent ||
        control.labels?.[0]?.textContent ||
        '';
      const screen = () => tree.querySelector('h2')?.textContent ?? '';
      const done = new Set();
      const names = [];
      for (let step = 0; step < most; ++step) {
        const next = [...tree.querySelectorAll('button, input')].find(
          (control) =>
            !control.disabled &&
            !control.closest('[hidden]') &&
            !leftOut.includes(nameOf(control)) &&
            !done.has(`${screen()} ${nameOf(control)}`),
        );
        if (!next) break;
        done.add(`${screen()} ${nameOf(next)}`);
        names.push(nameOf(next));
        if (next.type === 'range') {
          next.value = '7';
          next.dispatchEvent(new Event('input', { bubbles: true }));
        } else if (next.type === 'date') {
          next.value = '2026-06-20';
          next.dispatchEvent(new Event('change', { bubbles: true }));
        } else next.click();
        await new Promise((later) => setTimeout(later));
      }
      return names;
    },
    [kLeftOut, most],
  );
}

async function open(page) {
  await page.getByRole('button', { name: 'Commencer' }).click();
  await page.waitForSelector('recovery-advisor:is([state=ready], [state=fallback])');
}

// What the policy refuses, and what could leave without being a request that a test sees.
function watch() {
  globalThis.print = () => {};
  globalThis.violations = [];
  addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    violations.push(`${violatedDirective} ${blockedURI}`),
  );
  navigator.sendBeacon = () => {
    throw new Error('sendBeacon');
  };
  for (const way of [
    'WebSocket',
    'EventSource',
    'RTCPeerConnection',
    'BroadcastChannel',
    'SharedWorker',
    'Worker',
  ])
    globalThis[way] = class {
      constructor() {
        throw new Error(way);
      }
    };
}

const stored = (page) =>
  page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    cookie: document.cookie,
    databases: (await indexedDB.databases()).length,
    caches: (await caches.keys()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
    files: (await navigator.storage.estimate()).usage,
    name: window.name,
  }));
const kNothing = {
  local: 0,
  session: 0,
  cookie: '',
  databases: 0,
  caches: 0,
  workers: 0,
  files: 0,
  name: '',
};

const withoutDrawing = () => {
  HTMLCanvasElement.prototype.getContext = () => null;
};
for (const [name, least, setUp] of [
  ['as a page, all of it', 60, withoutDrawing],
  ['drawn, the first screens', 20, () => {}],
]) {
  test(`${name}: after loading nothing is requested, and nothing is stored, whatever is used`, async () => {
    const page = await bench.open(
      'blog.html',
      { viewport: { width: 390, height: 844 } },
      { before: `(${setUp})(); (${watch})()` },
    );
    await page
      .context()
      .route('https://booking.example/**', (route) => route.fulfill({ body: 'booked' }));
    await open(page);
    const length = await page.evaluate(() => history.length);
    page.requests.length = 0;
    const used = await useEverything(page, setUp === withoutDrawing ? 200 : least + 5);
    assert.ok(used.length > least, `only ${used.length} controls were used: ${used.join(', ')}`);
    assert.ok(used.includes('Haut du mollet, à gauche'));
    assert.deepEqual(page.requests, []);
    assert.deepEqual(page.strays, []);
    assert.deepEqual(await stored(page), kNothing);
    assert.deepEqual(await page.context().cookies(), []);
    assert.deepEqual(await page.evaluate(() => violations), []);
    assert.deepEqual(page.errors, []);
    // The way back is still the page's own.
    assert.equal(await page.evaluate(() => history.length), length);
    await page.context().close();
  });
}

test('a policy that is stricter still, with trusted types and no leave for anything else, is enough', async () => {
  const context = await bench.browser.newContext({ locale: 'fr-CA' });
  const page = await context.newPage();
  const errors = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(String(error)));
  await page.route('**/blog.html', async (route) => {
    const response = await route.fetch();
    const policy = `${response.headers()['content-security-policy'].replace("img-src 'self' data:", "img-src 'self' data:")}; require-trusted-types-for 'script'; trusted-types 'none'; object-src 'none'; frame-ancestors 'none'`;
    await route.fulfill({
      response,
      headers: { ...response.headers(), 'content-security-policy': policy },
    });
  });
  await page.goto(`${bench.address}/blog.html`);
  await open(page);
  await page.getByRole('button', { name: 'Haut du mollet, à gauche' }).press('Enter');
  await page.getByRole('slider').waitFor();
  assert.deepEqual(errors, []);
  await context.close();
});

test('the browser’s own find finds what the canvas says, and no key of the browser’s is taken', async () => {
  const page = await bench.open('blog.html', kDesk);
  await open(page);
  await page.getByRole('button', { name: 'Haut du mollet, à gauche' }).focus();
  assert.equal(
    await page.evaluate(() => {
      const taken = [];
      const advisor = document.querySelector('recovery-advisor');
      for (const [key, modifiers] of [
        ['f', { ctrlKey: true }],
        ['f', { metaKey: true }],
        ['l', { ctrlKey: true }],
        ['ArrowLeft', { altKey: true }],
        ['Backspace', {}],
        ['Tab', {}],
        ['F5', {}],
        ['p', { ctrlKey: true }],
        ['+', { ctrlKey: true }],
        [' ', {}],
        ['PageDown', {}],
      ]) {
        const event = new KeyboardEvent('keydown', {
          key,
          bubbles: true,
          cancelable: true,
          composed: true,
          ...modifiers,
        });
        advisor.shadowRoot.activeElement.dispatchEvent(event);
        if (event.defaultPrevented) taken.push(key);
      }
      return taken.join();
    }),
    '',
  );
  assert.ok(await page.evaluate(() => window.find('Haut du mollet, à droite')));
  await page.context().close();
});

test('the way back leaves the page at the first go, from whatever screen', async () => {
  const page = await bench.open('index.html', kDesk, { before: withoutDrawing });
  await page.goto(`${bench.address}/blog.html`);
  await open(page);
  await useEverything(page, 30);
  await page.goBack();
  assert.match(page.url(), /index\.html$/);
  await page.context().close();
});

test('nothing on the page moves when it loads by itself as it comes near', async () => {
  const context = await bench.browser.newContext({ viewport: kPhone.viewport, locale: 'fr-CA' });
  const page = await context.newPage();
  await page.addInitScript(() => {
    globalThis.shifted = [];
    new PerformanceObserver((list) =>
      // What is drawn inside the tool has no node here.
      list
        .getEntries()
        .forEach(
          ({ value, startTime, sources }) =>
            sources.some(({ node }) => node) &&
            shifted.push(`${value} at ${Math.round(startTime)}`),
        ),
    ).observe({ type: 'layout-shift', buffered: true });
  });
  await page.route('**/blog.html', async (route) => {
    const response = await route.fetch();
    await route.fulfill({
      response,
      body: (await response.text()).replace(
        '<recovery-advisor',
        '<recovery-advisor load="visible"',
      ),
    });
  });
  await page.goto(`${bench.address}/blog.html`);
  await page.evaluate(async () => {
    await customElements.whenDefined('recovery-advisor');
    for (let y = 0; y < document.body.scrollHeight; y += 40) {
      scrollTo({ top: y, behavior: 'instant' });
      await new Promise(requestAnimationFrame);
    }
    document.querySelector('recovery-advisor').scrollIntoView({ behavior: 'instant' });
  });
  await page.waitForSelector('recovery-advisor[state=ready]');
  await until(
    page,
    async () =>
      new Promise((rest) => requestAnimationFrame(() => requestAnimationFrame(() => rest(true)))),
  );
  assert.deepEqual(await page.evaluate(() => globalThis.shifted), []);
  await context.close();
});

test('what stands inside the tag is the same before and after, and is shown where the tool cannot run', async () => {
  const page = await bench.open('blog.html', kDesk, {
    before: () => (globalThis.WebAssembly = undefined),
  });
  const light = () => page.evaluate(() => document.querySelector('recovery-advisor').innerHTML);
  const before = await light();
  assert.match(before, /Prenez rendez-vous/);
  await page.getByRole('button', { name: 'Commencer' }).click();
  await page.waitForSelector('recovery-advisor[state=fallback]');
  assert.equal(await light(), before);
  assert.ok(
    await page
      .locator('recovery-advisor')
      .getByRole('link', { name: 'Prenez rendez-vous' })
      .isVisible(),
  );
  await page.context().close();
});
