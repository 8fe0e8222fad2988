// Other people's code writes into what is ours: dark-mode and translation extensions, password
// managers, page builders.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { benchOfFile, kDesk, kPhone } from '../browser/harness.mjs';
import { kWay, Reader, toTheEnd } from '../browser/reader.mjs';
import { plant, plantAlways } from './deeds.mjs';

const bench = benchOfFile();
const darkreader = readFileSync(createRequire(import.meta.url).resolve('darkreader'), 'utf8');

/** From the façade to the booking link; what each screen's controls are, in their order. */
async function wholeWay(page, words) {
  const reader = new Reader(page);
  const screens = [];
  const look = async () => {
    await reader.rest();
    screens.push(
      await page.evaluate(() =>
        [
          ...document
            .querySelector('recovery-advisor')
            .shadowRoot.querySelectorAll('.tree [data-key]'),
        ].map(({ dataset }) => dataset.key),
      ),
    );
  };
  await page.getByRole('button', { name: words.start }).click();
  await page.waitForSelector('recovery-advisor[state=ready]');
  await page.locator('recovery-advisor .facade').waitFor({ state: 'hidden' });
  await look();
  for (const key of [
    'region.calf_l',
    'region.quad_r',
    'menu',
    'sheet.close',
    'undo',
    'continue',
    'continue',
  ]) {
    await reader.use(key);
    await look();
  }
  await toTheEnd(page);
  await reader.use('continue');
  await look();
  for (const key of ['session', 'back', 'language']) {
    await reader.use(key);
    await look();
  }
  await page.getByRole('link', { name: kWay.en.book }).waitFor({ state: 'attached' });
  assert.deepEqual(page.errors, []);
  return screens;
}

let plain;
// Extensions write past the page's own policy.
const open = (options = { ...kDesk, reducedMotion: 'reduce' }) =>
  bench.open('blog.html', { ...options, bypassCSP: true });

test('the whole way, with nobody else about', async () => {
  const page = await open();
  plain = await wholeWay(page, kWay.fr);
  assert.ok(
    plain.length === 12 && plain.every((keys) => keys.length > 10),
    JSON.stringify(plain.map(({ length }) => length)),
  );
  await page.context().close();
});

test('what was written first and last into each of our elements, before the start, changes nothing', async () => {
  const page = await open();
  await page.evaluate(plant, 'section, .facade, .say, picture');
  assert.deepEqual(await wholeWay(page, kWay.fr), plain);
  await page.context().close();
});

test('what is written into everything that we add, while we add it, changes nothing', async () => {
  const page = await open();
  await page.evaluate(plantAlways);
  assert.deepEqual(await wholeWay(page, kWay.fr), plain);
  assert.ok(
    (await page.evaluate(
      () =>
        document
          .querySelector('recovery-advisor')
          .shadowRoot.querySelectorAll('.tree stranger-mark').length,
    )) > 20,
  );
  await page.context().close();
});

test('what others have added is not taken away, and their style sheets stay beside ours', async () => {
  const page = await open(kPhone);
  const strangers = () =>
    page.evaluate(() => {
      const { shadowRoot } = document.querySelector('recovery-advisor');
      return [
        [...shadowRoot.children].filter(({ localName }) => localName === 'stranger-mark').length,
        shadowRoot.adoptedStyleSheets.includes(globalThis.theirs),
      ];
    });
  await page.evaluate(() => {
    const { shadowRoot } = document.querySelector('recovery-advisor');
    globalThis.theirs = new CSSStyleSheet();
    shadowRoot.prepend(document.createElement('stranger-mark'));
    shadowRoot.adoptedStyleSheets = [globalThis.theirs, ...shadowRoot.adoptedStyleSheets];
    document.documentElement.lang = 'en';
  });
  await page.getByRole('button', { name: kWay.en.start }).waitFor();
  assert.deepEqual(await strangers(), [1, true]);
  await page.evaluate(() => {
    const element = document.querySelector('recovery-advisor'),
      next = element.nextSibling,
      { parentNode } = element;
    element.remove();
    return new Promise((later) => setTimeout(later)).then(() =>
      parentNode.insertBefore(element, next),
    );
  });
  assert.deepEqual(await strangers(), [1, true]);
  await page.getByRole('button', { name: kWay.en.start }).click();
  await page.waitForSelector('recovery-advisor[state=ready]');
  assert.deepEqual(await strangers(), [1, true]);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test('under Dark Reader the whole way is there', async () => {
  const page = await open();
  await page.evaluate(darkreader);
  await page.evaluate(() => globalThis.DarkReader.enable({ brightness: 100, contrast: 90 }));
  await page.waitForFunction(() =>
    document.querySelector('recovery-advisor').shadowRoot.querySelector('.darkreader'),
  );
  assert.deepEqual(await wholeWay(page, kWay.fr), plain);
  await page.context().close();
});
