// From the tap to the tool: nothing black, nothing that jumps.
/* global seen */ // of the page

import assert from 'node:assert/strict';
import { test } from 'node:test';
import UPNG from 'upng-js';
import { benchOfFile, kDesk, kPhone } from './harness.mjs';

const bench = benchOfFile();

const kLight = { ...kPhone, deviceScaleFactor: 1, colorScheme: 'light' };
const kSlowness = 6;
const kMostBlack = 0.05;
const kSteadyPx = 1;

const isReady = (page) =>
  page.waitForSelector('recovery-advisor[state=ready]', { state: 'attached' });
const isThere = (page) => page.locator('recovery-advisor .facade').waitFor({ state: 'hidden' });
const press = (page) => page.getByRole('button', { name: 'Commencer' }).click();
const distance = (a, b) => Math.max(...a.map((value, i) => Math.abs(value - b[i])));

/**
 * Notes, frame by frame from the tap on, where the poster stands in its element, until the façade
 * is gone: what the page around does is its own.
 */
const watch = (page) =>
  page.evaluate(async () => {
    const { shadowRoot } = document.querySelector('recovery-advisor');
    const [facade, poster] = shadowRoot.querySelectorAll('.facade, img');
    await poster.decode();
    globalThis.seen = { boxes: [], motions: [] };
    addEventListener(
      'advisor-ready',
      () =>
        (seen.atReady =
          facade.isConnected &&
          facade.checkVisibility({ visibilityProperty: true, opacityProperty: true })),
    );
    shadowRoot.addEventListener(
      'click',
      () => {
        const note = () => {
          if (!facade.checkVisibility()) return;
          const { x, y, height } = poster.getBoundingClientRect();
          const element = shadowRoot.host.getBoundingClientRect();
          seen.boxes.push([x - element.x, y - element.y, height]);
          seen.motions = shadowRoot
            .getAnimations()
            .filter((motion) => motion instanceof CSSTransition === false)
            .map((motion) => motion.effect.getTiming().duration)
            .concat(seen.motions);
          seen.bar ||= Boolean(shadowRoot.querySelector('progress'));
          requestAnimationFrame(note);
        };
        requestAnimationFrame(note);
      },
      { once: true },
    );
  });

/** What the screen shows, picture by picture, until `stop` is called. */
async function film(page) {
  const client = await page.context().newCDPSession(page);
  const pictures = [];
  client.on('Page.screencastFrame', ({ data, sessionId }) => {
    pictures.push(data);
    client.send('Page.screencastFrameAck', { sessionId }).catch(() => {});
  });
  await client.send('Emulation.setCPUThrottlingRate', { rate: kSlowness });
  await client.send('Page.startScreencast', { format: 'png' });
  return { pictures, stop: () => client.send('Page.stopScreencast') };
}

function blackShare(picture) {
  const png = UPNG.decode(Buffer.from(picture, 'base64'));
  const pixels = new Uint8Array(UPNG.toRGBA8(png)[0]);
  let black = 0;
  for (let at = 0; at < pixels.length; at += 4)
    black += pixels[at] < 0x10 && pixels[at + 1] < 0x10 && pixels[at + 2] < 0x10;
  return black / (pixels.length / 4);
}

test('on a slow phone no picture from the tap on is black, and the poster goes straight to its place and stays there until the tool is', async () => {
  const page = await bench.open('blog.html', kLight);
  // The bar has to come before the rest may.
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await page.route(/\.wasm$/, async (route) => route.continue(await released));
  await page.getByRole('button', { name: 'Commencer' }).scrollIntoViewIfNeeded();
  await watch(page);
  const { pictures, stop } = await film(page);
  await press(page);
  await page.waitForFunction(() => seen.bar);
  release();
  await isReady(page);
  await isThere(page);
  await page.waitForTimeout(500); // what may still go wrong shortly after
  await stop();
  assert.ok(pictures.length > 5, `${pictures.length} pictures`);
  assert.deepEqual(
    pictures.map(blackShare).filter((share) => share > kMostBlack),
    [],
  );

  const { boxes, motions, bar, atReady } = await page.evaluate(() => seen);
  assert.ok(bar);
  assert.ok(atReady, 'the façade is there when the tool has drawn');
  assert.ok(motions.length > 0 && Math.max(...motions) <= 240, `motions of ${motions} ms`);
  const ways = boxes.map((box) => distance(box, boxes.at(-1)));
  assert.ok(ways[0] > 50, 'it has a way to go');
  assert.deepEqual(
    ways.filter((way, i) => way > ways[i - 1] + 0.5),
    [],
    `it never turns back: ${JSON.stringify(boxes)}`,
  );
  const arrived = ways.findIndex((way) => way <= kSteadyPx);
  assert.ok(boxes.length - arrived > 10, 'it waits in its place');
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test('out of sight the façade stays until the tool has drawn there', async () => {
  const page = await bench.open('blog.html', kLight);
  const facade = page.locator('recovery-advisor .facade');
  await page.evaluate(() => {
    document.body.style.paddingBlockStart = '4000px';
    document.querySelector('recovery-advisor').open();
  });
  await isReady(page);
  assert.deepEqual(await facade.evaluate(({ hidden, inert }) => [hidden, inert]), [false, true]);
  await page.locator('recovery-advisor').scrollIntoViewIfNeeded();
  await isThere(page);
  await page.context().close();
});

test('with less motion nothing moves or fades', async () => {
  const page = await bench.open('blog.html', { ...kLight, reducedMotion: 'reduce' });
  await watch(page);
  await press(page);
  await isThere(page);
  const { boxes, motions } = await page.evaluate(() => seen);
  assert.deepEqual(
    boxes.filter((box) => distance(box, boxes.at(-1)) > kSteadyPx),
    [],
  );
  assert.deepEqual(motions.filter(Boolean), []);
  await page.context().close();
});

for (const load of ['eager', 'visible']) {
  test(`load="${load}" shows the façade until the tool has drawn, in the tool's height`, async () => {
    const page = await bench.open(
      `embed.html?load=${load}`,
      { ...kDesk, colorScheme: 'light' },
      {
        before: () =>
          addEventListener('advisor-ready', ({ target }) => {
            const { shadowRoot } = target;
            globalThis.seen = ['.facade', '.stage']
              .map((name) => shadowRoot.querySelector(name))
              .map((node) => [
                node.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
                node.offsetHeight,
              ]);
          }),
      },
    );
    await isReady(page);
    assert.deepEqual(await page.evaluate(() => seen), [
      [true, 800],
      [true, 800],
    ]);
    await isThere(page);
    await page.context().close();
  });
}

// Where the tool draws the body, in CSS px: its top, its bottom, and its axis.
const kPlaces = [
  [390, 844, 104, 580, 195],
  [320, 568, 78, 384, 160],
  [1280, 800, 40, 760, 280],
  [900, 700, 40, 660, 196.875],
  [844, 390, 16, 378, 206],
  [820, 1180, 206, 974, 190], // as wide as its panel is
];

for (const [width, height, top, bottom, axis] of kPlaces) {
  test(`at ${width}x${height} the poster's body stands where the tool draws it, within 2 %`, async () => {
    const page = await bench.open('embed.html', {
      viewport: { width, height },
      reducedMotion: 'reduce',
      colorScheme: 'light',
    });
    await page.route(/\.wasm$/, () => {});
    await page.evaluate(
      (height) => document.body.style.setProperty('--advisor-height', `${height}px`),
      height,
    );
    await press(page);
    await page.waitForSelector('recovery-advisor[state=loading]');
    const body = await page.evaluate(bodyBox);
    const most = (bottom - top) * 0.02;
    assert.ok(
      distance(body, [top, bottom, axis]) <= most,
      `${body.map((px) => px.toFixed(1))} instead of ${[top, bottom, axis]}`,
    );
    await page.context().close();
  });
}

// The rows and columns of the poster that are not its ground, where they stand on the page.
async function bodyBox() {
  const poster = document.querySelector('recovery-advisor').shadowRoot.querySelector('img');
  await poster.decode();
  const { naturalWidth: width, naturalHeight: height } = poster;
  const context = Object.assign(document.createElement('canvas'), { width, height }).getContext(
    '2d',
  );
  context.drawImage(poster, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  const xs = [],
    ys = [];
  for (let y = 0; y < height; ++y)
    for (let x = 0; x < width; ++x) {
      const at = (y * width + x) * 4;
      if ([0, 1, 2].some((i) => Math.abs(data[at + i] - data[i]) > 45)) (xs.push(x), ys.push(y));
    }
  const extent = (values) =>
    values.reduce(
      ([least, most], value) => [Math.min(least, value), Math.max(most, value + 1)],
      [Infinity, 0],
    );
  const [[left, right], [top, bottom]] = [extent(xs), extent(ys)];
  const box = poster.getBoundingClientRect();
  const scale = box.height / height;
  return [box.y + top * scale, box.y + bottom * scale, box.x + ((left + right) / 2) * scale];
}
