// Real fingers on the figure inside a page (docs/touch.md): what was touched is marked, and the
// page scrolls.
/* global felt */ // of the page
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Hand } from '../fixtures/hand.mjs';
import { benchOfFile, kPhone } from './harness.mjs';

const bench = benchOfFile();
const kSetOff = 30; // px, beyond what browsers take for a tremor
const kStill = { ...kPhone, deviceScaleFactor: 1, reducedMotion: 'reduce' };

async function open() {
  const page = await bench.open('index.html', kStill);
  await page.evaluate(() =>
    document.querySelector('recovery-advisor').setAttribute('load', 'eager'),
  );
  await page.waitForSelector('recovery-advisor[state=ready]');
  await page.locator('recovery-advisor .facade').waitFor({ state: 'hidden' });
  page.touches = await page.context().newCDPSession(page);
  await page.evaluate(() =>
    document
      .querySelector('recovery-advisor')
      .scrollIntoView({ block: 'start', behavior: 'instant' }),
  );
  return page;
}

const told = (page) =>
  page.evaluate(() =>
    document.querySelector('recovery-advisor').intake.marks.map(({ region }) => region),
  );
const send = (page, type, points) =>
  page.touches.send('Input.dispatchTouchEvent', {
    type,
    touchPoints: points.map(([x, y], id) => ({ x, y, id })),
  });
const frame = (page) =>
  page.evaluate(
    () => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next))),
  );
const node = (page, key) => page.locator(`recovery-advisor [data-key="${key}"]`);

const shows = (page, side) =>
  page.waitForFunction(
    (side) =>
      document
        .querySelector('recovery-advisor')
        .shadowRoot.querySelector(`[data-key="${side}"] input`).checked,
    side,
  );

// Every area's box, once two looks in a row see the same.
async function boxes(page) {
  const look = () =>
    page.evaluate(() =>
      Object.fromEntries(
        [
          ...document
            .querySelector('recovery-advisor')
            .shadowRoot.querySelectorAll('[data-key^="region."]:not(.unpainted)'),
        ].map((control) => [
          control.dataset.key,
          (({ x, y, width, height }) => [x, y, width, height].map(Math.round))(
            control.getBoundingClientRect(),
          ),
        ]),
      ),
    );
  for (let last = '', now; ; last = JSON.stringify(now)) {
    now = await look();
    if (JSON.stringify(now) === last && Object.keys(now).length > 5) return now;
    await frame(page);
  }
}

async function touch(page, x, y, ms = 90) {
  await send(page, 'touchStart', [[x, y]]);
  await page.evaluate((ms) => new Promise((next) => setTimeout(next, ms)), ms);
  await send(page, 'touchEnd', []);
  await frame(page);
}

// The finger sets off at once, however slow the machine is: a rest before it would be a long press.
async function drag(page, [x, y], [dx, dy], steps = 14) {
  const points = Array.from({ length: steps }, (_, i) => [
    x + (dx * (i + 1)) / steps,
    y + (dy * (i + 1)) / steps,
  ]);
  const start = points.findIndex(([toX, toY]) => Math.hypot(toX - x, toY - y) > kSetOff) + 1;
  await Promise.all([
    send(page, 'touchStart', [[x, y]]),
    ...points.slice(0, start).map((point) => send(page, 'touchMove', [point])),
  ]);
  for (const point of points.slice(start)) {
    await send(page, 'touchMove', [point]);
    await frame(page);
  }
  await send(page, 'touchEnd', []);
  await frame(page);
}

test('a second touch beside the first marks nothing else, and no mark moves any area, wherever it is', async () => {
  const page = await open();
  const hand = new Hand(7);
  for (const back of [false, true]) {
    await node(page, back ? 'view.back' : 'view.front').evaluate((radio) =>
      radio.querySelector('input').click(),
    );
    const before = await boxes(page);
    const wide = Object.entries(before).filter(
      ([key, [, , width, height]]) =>
        Math.min(width, height) >= 30 && !/shoulder|groin|quad/.test(key),
    );
    assert.ok(wide.length >= 5, `${wide.length} wide areas`);
    for (const [key, [x, y, width, height]] of wide) {
      const region = key.replace('region.', '');
      await touch(page, ...hand.on({ x, y, width, height }), hand.between(40, 200));
      await page.waitForFunction(
        () => document.querySelector('recovery-advisor').intake.marks.length === 1,
      );
      assert.deepEqual(await told(page), [region]);
      assert.deepEqual(await boxes(page), before, `${region} is marked`);
      await touch(page, ...hand.on({ x, y, width, height }), hand.between(40, 700));
      assert.deepEqual(await told(page), [region], 'touched again');
      await node(page, `remove.${region}`).evaluate((button) => button.click());
      await page.waitForFunction(
        () => document.querySelector('recovery-advisor').intake.marks.length === 0,
      );
    }
  }
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test('a finger that goes up or down anywhere on the figure scrolls the page and marks nothing', async () => {
  const page = await open();
  const at = await boxes(page);
  for (const [key, by, steps] of [
    ['region.quad_r', -220, 14],
    ['region.abdomen', -160, 5],
    ['region.shin_l', -240, 30],
    ['region.chest', 180, 14],
  ]) {
    await page.evaluate(() =>
      document
        .querySelector('recovery-advisor')
        .scrollIntoView({ block: 'start', behavior: 'instant' }),
    );
    await frame(page);
    const before = await page.evaluate(() => scrollY);
    const [x, y, width, height] = at[key];
    await drag(page, [x + width / 2, y + height / 2], [6, by], steps);
    await page
      .waitForFunction((before) => Math.abs(scrollY - before) > 60, before)
      .catch(() => assert.fail(`${key}: the page stands still`));
    assert.deepEqual(await told(page), [], key);
  }
  await page.context().close();
});

test('a swipe on the body turns it and marks nothing; a press of 0.7 s marks one leg', async () => {
  const page = await open();
  const at = await boxes(page);
  const [x, y, width, height] = at['region.quad_r'];
  const middle = [x + width / 2, y + height / 2];
  await drag(page, middle, [110, 5]);
  await shows(page, 'view.back');
  await drag(page, middle, [110, -5]);
  await shows(page, 'view.front');
  assert.deepEqual(await told(page), []);
  await touch(page, ...middle, 700);
  await page.waitForFunction(
    () => document.querySelector('recovery-advisor').intake.marks.length > 0,
  );
  assert.deepEqual(await told(page), ['quad_r']);
  await page.context().close();
});

test('two fingers bring the figure closer, and not the page', async () => {
  const page = await open();
  const before = await boxes(page);
  await send(page, 'touchStart', [[170, 300]]);
  await send(page, 'touchStart', [
    [170, 300],
    [220, 340],
  ]);
  for (let i = 1; i <= 8; i++) {
    await send(page, 'touchMove', [
      [170 - 8 * i, 300 - 8 * i],
      [220 + 8 * i, 340 + 8 * i],
    ]);
    await frame(page);
  }
  await send(page, 'touchEnd', []);
  const now = await boxes(page);
  assert.ok(
    now['region.abdomen'][2] > 1.5 * before['region.abdomen'][2],
    `${now['region.abdomen']} from ${before['region.abdomen']}`,
  );
  assert.equal(await page.evaluate(() => visualViewport.scale), 1);
  assert.deepEqual(await told(page), []);
  await page.context().close();
});

for (const reducedMotion of ['reduce', 'no-preference'])
  test(`a mark ${reducedMotion === 'reduce' ? 'is not felt where less motion is wanted' : 'is felt where the device can'}, and a look at it is not`, async () => {
    const page = await bench.open(
      'index.html',
      { ...kStill, reducedMotion },
      {
        before: () => {
          globalThis.felt = [];
          navigator.vibrate = (ms) => felt.push(ms);
        },
      },
    );
    await page.evaluate(() =>
      document.querySelector('recovery-advisor').setAttribute('load', 'eager'),
    );
    await page.waitForSelector('recovery-advisor[state=ready]');
    await node(page, 'region.quad_l').evaluate((button) => button.click());
    await node(page, 'view.back').evaluate((radio) => radio.querySelector('input').click());
    await node(page, 'region.calf_l').evaluate((button) => button.click());
    await page.waitForFunction(
      () => document.querySelector('recovery-advisor').intake.marks.length === 2,
    );
    assert.deepEqual(await page.evaluate(() => felt), reducedMotion === 'reduce' ? [] : [8, 8]);
    await page.context().close();
  });
