// The figure's screen is honestly there before the rest is: it comes of the files that
// tests/bench/wire.mjs counts, and works while all others are held back.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kFirst, kLater, plainName } from '../bench/wire.mjs';
import { benchOfFile, kDesk, kPhone, kRegions } from './harness.mjs';

const bench = benchOfFile();

const isLaterResponse = (response) => isLater(response.url());
const isLater = (url) => kLater.includes(plainName(new URL(url).pathname));

/** A page whose later files wait until `release` is called. */
async function heldBack(options, answer = (route) => route.continue()) {
  // A call from the first half into the other one would stop the page until that is there: here it
  // fails instead.
  const page = await bench.open('embed.html', options, {
    before: () => {
      XMLHttpRequest.prototype.send = () => {
        throw new Error('the first half has called into the later one');
      };
    },
  });
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await page.route(isLater, async (route) => answer(await released.then(() => route)));
  await page.evaluate(() =>
    customElements
      .whenDefined('recovery-advisor')
      .then(() => document.querySelector('recovery-advisor').open()),
  );
  await page.waitForFunction(() => document.querySelector('recovery-advisor').state === 'ready');
  return {
    page,
    release,
    close: () => page.context().close(),
    root: page.locator('recovery-advisor .tree'),
    marks: () =>
      page.evaluate(() =>
        document
          .querySelector('recovery-advisor')
          .intake.marks.map(({ region, intensity }) => `${region} ${intensity}`)
          .join(),
      ),
  };
}

const press = (control) => control.evaluate((node) => node.click());

for (const [device, options] of [
  ['a phone', kPhone],
  ['a desk', kDesk],
]) {
  test(`on ${device} the figure is marked, set, undone and turned with nothing but the first files`, async () => {
    const { page, close, root, marks } = await heldBack(options);
    const region = root.locator('button[aria-pressed]').filter({ hasText: 'Poitrine' });
    const box = await region.boundingBox();
    await (options.hasTouch
      ? page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2)
      : page.mouse.click(box.x + box.width / 2, box.y + box.height / 2));
    await region.and(root.locator('[aria-pressed=true]')).waitFor({ state: 'attached' });
    const slider = root.getByRole('slider', { name: /^Poitrine/ });
    await slider.evaluate((node) => {
      node.value = 8;
      node.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await page.waitForFunction(
      () => document.querySelector('recovery-advisor').intake.marks[0]?.intensity === 8,
    );
    await press(root.getByRole('button', { name: 'Annuler' }).first());
    assert.equal(await marks(), 'chest 5');
    await press(root.getByRole('radio', { name: 'Dos' }));
    await root.getByText('votre gauche').first().waitFor({ state: 'attached' });
    assert.equal(
      await page.evaluate(() => document.querySelector('recovery-advisor').advice),
      null,
    );

    const asked = [...new Set(page.requests.map((url) => plainName(new URL(url).pathname)))].filter(
      (name) => !/\.(html|css|webp|woff2)$|^embed\.js$/.test(name),
    );
    assert.deepEqual(
      asked.filter((name) => !isLater(`${bench.address}/${name}`)).sort(),
      [...kFirst].sort(),
    );
    const keys = (await root.allInnerTexts())
      .join('\n')
      .match(/\b(ui|phrases|terms|grammar)\.\w+/g);
    assert.equal(keys, null, 'a text is missing in web/build/first-words.mjs');
    assert.deepEqual(page.errors, []);
    await close();
  });
}

test('what leads further waits, and happens once the rest is there', async () => {
  const { page, close, root, release } = await heldBack(kPhone);
  await press(root.locator('button[aria-pressed]').filter({ hasText: 'Poitrine' }));
  await press(root.getByRole('button', { name: 'Continuer' }));
  assert.equal(await root.locator('button[aria-pressed]').count(), kRegions.length);
  const advised = page.evaluate(
    () =>
      new Promise((resolve) =>
        document
          .querySelector('recovery-advisor')
          .addEventListener('advisor-advice', (event) => resolve(event.detail.advice.version), {
            once: true,
          }),
      ),
  );
  release();
  assert.equal(await advised, 1);
  await page.waitForFunction(
    () =>
      !document
        .querySelector('recovery-advisor')
        .shadowRoot.querySelector('.tree')
        .textContent.includes('Où avez-vous mal'),
  );
  assert.deepEqual(page.errors, []);
  await close();
});

test('where the rest cannot come, it says so and keeps what was told for another try', async () => {
  let answers = 0;
  const { page, close, root, release, marks } = await heldBack(kPhone, (route) =>
    ++answers > kLater.length ? route.continue() : route.abort(),
  );
  await press(root.locator('button[aria-pressed]').filter({ hasText: 'Poitrine' }));
  release();
  await page.waitForFunction(() => document.querySelector('recovery-advisor').state === 'fallback');
  await page.unroute(isLater);
  await press(page.getByRole('button', { name: 'Réessayer' }));
  await page.waitForFunction(() => document.querySelector('recovery-advisor').state === 'ready');
  assert.equal(await marks(), 'chest 5');
  await close();
});

test('an advice that is asked for before the rest has come is there at once', async () => {
  const page = await bench.open('embed.html', kPhone);
  const [told, level, again] = await page.evaluate(async () => {
    await customElements.whenDefined('recovery-advisor');
    const element = document.querySelector('recovery-advisor');
    await element.open();
    element.intake = {
      version: 1,
      now: '2026-06-10T10:00',
      marks: [{ region: 'neck', intensity: 4 }],
      screened: true,
      answers: { chest_pain: 'yes' },
    };
    const {
      safety: { level },
    } = element.advice;
    const { marks } = element.intake;
    await element.advise(element.intake);
    return [marks.length, level, element.advice.safety.level];
  });
  assert.deepEqual([told, level, again], [1, 'emergency', 'emergency']);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test('removed before the rest has come, it is gone, and the page lives on', async () => {
  const { page, release, close } = await heldBack(kPhone);
  await page.evaluate(() => {
    const element = document.querySelector('recovery-advisor');
    element.intake = {
      version: 1,
      now: '2026-06-10T10:00',
      marks: [{ region: 'neck', intensity: 4 }],
    };
    element.remove();
  });
  const answered = page.waitForResponse(isLaterResponse);
  release();
  await answered;
  assert.equal(
    await page.evaluate(() => new Promise((resolve) => setTimeout(() => resolve('alive'), 0))),
    'alive',
  );
  assert.deepEqual(page.errors, []);
  await close();
});
