// The page's side of the module, with a fake one: what the host promises of input, size, frames and
// disposal, and what the controls over the canvas are.
/* global callbacks, fakeModules, loss, setClock */ // of the page

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countCallbacks, fakeBenchOfFile, kDesk, kPhone } from './harness.mjs';

const bench = fakeBenchOfFile();

async function wake(path, options, how) {
  const page = await bench.open(path, options, how);
  const start = page.getByRole('button', { name: /Commencer|Start/ });
  await (options?.hasTouch ? start.tap() : start.click());
  await page.waitForSelector('recovery-advisor[state=ready]');
  return page;
}
const log = (page) => page.evaluate(() => fakeModules.at(-1).log.splice(0));
const centre = async (control) => {
  const { x, y, width, height } = await control.boundingBox();
  return [x + width / 2, y + height / 2];
};

test('a tap in the middle of a control reaches the module in the canvas’s own px, and the first one counts', async () => {
  const page = await wake('blog.html', kPhone);
  await page.touchscreen.tap(
    ...(await centre(page.getByRole('button', { name: 'Haut du mollet, à gauche' }))),
  );
  await page.getByRole('slider', { name: 'Haut du mollet, à gauche : intensité' }).waitFor();
  assert.deepEqual(
    (await log(page)).filter((line) => line.startsWith('pointer')),
    ['pointer 1 1 70 350', 'pointer 2 1 70 350', 'pointer 4 1 70 350'],
  );
  await page.context().close();
});

test('controls act as taps do: press, set, and the way a link goes', async () => {
  const page = await wake('blog.html', kDesk);
  await page
    .context()
    .route('https://booking.example/**', (route) => route.fulfill({ body: 'booked' }));
  await page.getByRole('button', { name: 'Haut du mollet, à gauche' }).press('Space');
  assert.equal(
    await page
      .getByRole('button', { name: 'Haut du mollet, à gauche' })
      .getAttribute('aria-pressed'),
    'true',
  );
  const slider = page.getByRole('slider');
  await slider.press('ArrowRight');
  assert.equal(await slider.inputValue(), '6');
  assert.deepEqual(
    await page.evaluate(() => document.querySelector('recovery-advisor').intake.marks),
    [{ region: 'calf_l', intensity: 6 }],
  );

  await page.evaluate(() =>
    addEventListener(
      'advisor-book',
      (event) => {
        globalThis.booked = event.detail;
        event.preventDefault();
      },
      { once: true },
    ),
  );
  const link = page.getByRole('link', { name: 'Réserver avec Maison Laurier' });
  await link.focus();
  await link.press('Enter');
  assert.deepEqual(await page.evaluate(() => globalThis.booked), {
    url: 'https://booking.example/one?date=2026-06-16',
    service: 'sport-60',
  });
  assert.equal(page.context().pages().length, 1);
  const [opened] = await Promise.all([page.context().waitForEvent('page'), link.press('Enter')]);
  assert.equal(opened.url(), 'https://booking.example/one?date=2026-06-16');
  await page.context().close();
});

test('the figure is one tab stop, its arrows belong to the module, and Tab goes on through and out', async () => {
  const page = await wake('blog.html', kDesk);
  const focusedName = () =>
    page.evaluate(() => {
      const host = document.activeElement;
      const inner = host?.shadowRoot?.activeElement ?? host;
      return inner?.textContent?.trim().slice(0, 60);
    });
  assert.equal(await focusedName(), 'Où avez-vous mal?');
  await page.keyboard.press('Tab');
  assert.equal(await focusedName(), 'English');
  await page.keyboard.press('Tab');
  assert.equal(await focusedName(), 'Haut du mollet, à gauche');
  await page.keyboard.press('ArrowRight');
  assert.equal(await focusedName(), 'Haut du mollet, à droite');
  const lines = await log(page);
  assert.ok(lines.includes('act region.calf_l key ArrowRight'));
  assert.ok(lines.includes('act region.calf_r focus '));
  await page.keyboard.press('Tab');
  assert.notEqual(await page.evaluate(() => document.activeElement?.localName), 'recovery-advisor');
  await page.keyboard.press('Shift+Tab');
  assert.equal(await focusedName(), 'Haut du mollet, à droite');
  await page.context().close();
});

test('nothing that is focused scrolls the page, and a region that the view does not show stays usable', async () => {
  const page = await wake('blog.html', kDesk);
  const before = await page.evaluate(() => scrollY);
  const chest = page.getByRole('button', { name: 'Poitrine' });
  await chest.evaluate((control) => control.click());
  assert.equal(await chest.getAttribute('aria-pressed'), 'true');
  assert.equal(await page.evaluate(() => scrollY), before);
  await page.context().close();
});

test('the wheel scrolls the page unless the module used it', async () => {
  const page = await wake('blog.html', kDesk);
  await page.mouse.move(
    ...(await centre(page.getByRole('button', { name: 'Haut du mollet, à gauche' }))),
  );
  const before = await page.evaluate(() => scrollY);
  await page.mouse.wheel(0, 200);
  await page.waitForFunction((before) => scrollY > before, before);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, 120);
  await page.keyboard.up('Control');
  await page.waitForFunction(() => fakeModules[0].log.includes('wheel 120 1'));
  assert.equal(await page.evaluate(() => visualViewport.scale), 1);
  await page.context().close();
});

test('a touch scrolls the page except where the module claims it', async () => {
  const page = await wake('blog.html', kPhone);
  const client = await page.context().newCDPSession(page);
  const swipe = async (x, from, to) => {
    await client.send('Input.dispatchTouchEvent', {
      type: 'touchStart',
      touchPoints: [{ x, y: from }],
    });
    for (let step = 1; step <= 8; step++)
      await client.send('Input.dispatchTouchEvent', {
        type: 'touchMove',
        touchPoints: [{ x, y: from + ((to - from) * step) / 8 }],
      });
    await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  };
  const [x, y] = await centre(page.getByRole('button', { name: 'Haut du mollet, à gauche' }));
  const before = await page.evaluate(() => scrollY);
  await swipe(x, y, y - 40);
  assert.ok((await log(page)).some((line) => line.startsWith('pointer 2 1')));
  assert.equal(await page.evaluate(() => scrollY), before);
  await swipe(x + 250, 500, 300);
  await page.waitForFunction((before) => scrollY > before, before);
  await page.context().close();
});

for (const density of [1, 2, 3]) {
  test(`the canvas has as many pixels as the screen at density ${density}, and follows its container`, async () => {
    const page = await wake('blog.html', {
      viewport: { width: 800, height: 900 },
      deviceScaleFactor: density,
    });
    const sizes = () =>
      page.locator('recovery-advisor').evaluate((element) => {
        const canvas = element.shadowRoot.querySelector('canvas');
        return [
          canvas.width,
          canvas.height,
          canvas.clientWidth * devicePixelRatio,
          canvas.clientHeight * devicePixelRatio,
        ];
      });
    const [width, height, wantedWidth, wantedHeight] = await sizes();
    assert.deepEqual([width, height], [wantedWidth, wantedHeight]);
    await page.setViewportSize({ width: 600, height: 700 });
    await page.waitForFunction(
      (width) =>
        document.querySelector('recovery-advisor').shadowRoot.querySelector('canvas').width < width,
      width,
    );
    const [narrow, low, wantedNarrow, wantedLow] = await sizes();
    assert.deepEqual([narrow, low], [wantedNarrow, wantedLow]);
    await page.context().close();
  });
}

test('at rest, out of sight and hidden, nothing is scheduled', async () => {
  const page = await wake('blog.html', kDesk, {
    now: null,
    before: [countCallbacks],
  });
  const counts = () => page.evaluate(() => [callbacks, fakeModules[0].frames]);
  // What comes after the tool is seen (its second half, the façade's leaving) is awaited first: a
  // second in which nothing happened.
  let before;
  do {
    before = await counts();
    await page.waitForTimeout(1000);
  } while (String(await counts()) !== String(before));
  await page.waitForTimeout(3000); // the one thing here that is about time itself
  assert.deepEqual(await counts(), before);

  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await page.waitForFunction(() => fakeModules[0].settings[0] & 16);
  await page.evaluate(
    () =>
      (document.querySelector('recovery-advisor').intake = {
        version: 1,
        now: '2026-06-10T10:00',
        marks: [],
      }),
  );
  before = await counts();
  await page.waitForTimeout(1000);
  assert.deepEqual(await counts(), before);
  await page.evaluate(() => scrollTo(0, 0));
  await page.waitForFunction((frames) => fakeModules[0].frames > frames, before[1]);
  await page.context().close();
});

test('a lost context is told, and so is its return', async () => {
  const page = await wake('blog.html', kDesk);
  await page.evaluate(() => {
    globalThis.loss = fakeModules[0].gl.getExtension('WEBGL_lose_context');
    loss.loseContext();
  });
  await page.waitForFunction(() => fakeModules[0].log.includes('lost'));
  await page.evaluate(() => loss.restoreContext());
  await page.waitForFunction(() => fakeModules[0].log.includes('restored'));
  await page.context().close();
});

test('without WebGL the same controls are a page of their own', async () => {
  const page = await bench.open('blog.html', kPhone, {
    before: () => (globalThis.fakeWithoutWebGL = true),
  });
  await page.getByRole('button', { name: 'Commencer' }).tap();
  await page.waitForSelector('recovery-advisor[state=fallback]');
  await page.locator('recovery-advisor .facade').waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Haut du mollet, à gauche' }).tap();
  await page.getByRole('slider').waitFor();
  await page.getByRole('slider').fill('9');
  assert.equal(
    await page.evaluate(() => document.querySelector('recovery-advisor').intake.marks[0].intensity),
    9,
  );
  assert.ok(await page.getByRole('link', { name: 'Réserver avec Maison Laurier' }).isVisible());
  await page.context().close();
});

test('properties set before the script ran, methods and events are as documented', async () => {
  const intake = {
    version: 1,
    now: '2026-06-10T10:00',
    marks: [{ region: 'calf_r', intensity: 7 }],
  };
  const page = await bench.open('blog.html', kDesk, {
    before: () =>
      document.addEventListener('DOMContentLoaded', () => {
        globalThis.seen = [];
        for (const name of ['ready', 'change', 'advice', 'error'])
          addEventListener(`advisor-${name}`, (event) =>
            seen.push([name, event.bubbles, event.composed, event.detail]),
          );
      }),
  });
  await page.evaluate((intake) => {
    document.querySelector('recovery-advisor').intake = intake;
  }, intake);
  const advice = await page.evaluate(
    (intake) => document.querySelector('recovery-advisor').advise(intake),
    intake,
  );
  assert.deepEqual(advice, { version: 1, language: 'fr' });
  assert.equal(await page.evaluate(() => document.querySelector('recovery-advisor').state), 'idle');
  const refused = await page.evaluate(() =>
    document
      .querySelector('recovery-advisor')
      .advise({ version: 2 })
      .catch((error) => [error.message, error.place]),
  );
  assert.deepEqual(refused, ['expected 1', '/version']);
  await page.evaluate(() => document.querySelector('recovery-advisor').open());
  assert.equal(
    await page.evaluate(() => document.querySelector('recovery-advisor').getAttribute('state')),
    'ready',
  );
  assert.equal(await page.evaluate(() => document.activeElement.localName), 'recovery-advisor');
  assert.equal(
    await page
      .getByRole('button', { name: 'Haut du mollet, à droite' })
      .getAttribute('aria-pressed'),
    'true',
  );
  assert.deepEqual(await page.evaluate(() => document.querySelector('recovery-advisor').advice), {
    version: 1,
  });
  const seen = await page.evaluate(() => seen);
  assert.deepEqual(seen.map(([name]) => name).sort(), ['advice', 'change', 'ready']);
  assert.ok(seen.every(([, bubbles, composed]) => bubbles && composed));
  await page.evaluate(
    () => (document.querySelector('recovery-advisor').intake = { version: 1, marks: 'none' }),
  );
  assert.deepEqual((await page.evaluate(() => seen)).at(-1), [
    'error',
    true,
    true,
    { message: 'expected an array' },
  ]);
  await page.evaluate(() => document.querySelector('recovery-advisor').reset());
  await page.waitForFunction(
    () => document.querySelector('recovery-advisor').intake.marks.length === 0,
  );
  await page.context().close();
});

test('a property set on an element before it was defined is taken over', async () => {
  const page = await bench.open('blog.html', kDesk, {
    before: () => {
      const element = () => document.querySelector('recovery-advisor');
      new MutationObserver((_, observer) => {
        if (!element() || customElements.get('recovery-advisor')) return;
        element().intake = {
          version: 1,
          now: '2026-06-10T10:00',
          marks: [{ region: 'calf_l', intensity: 3 }],
        };
        observer.disconnect();
      }).observe(document, { childList: true, subtree: true });
    },
  });
  await page.evaluate(() =>
    customElements
      .whenDefined('recovery-advisor')
      .then(() => document.querySelector('recovery-advisor').open()),
  );
  assert.equal(await page.getByRole('slider').inputValue(), '3');
  await page.context().close();
});

test('language and theme change while it runs, from outside and from within', async () => {
  const page = await wake('blog.html', kDesk);
  await page.evaluate(() => (document.querySelector('recovery-advisor').lang = 'en'));
  await page.getByRole('button', { name: 'Upper calf, left' }).waitFor();
  await page.getByRole('button', { name: 'Français' }).press('Enter');
  await page.getByRole('button', { name: 'Haut du mollet, à gauche' }).waitFor();
  assert.equal(await page.evaluate(() => fakeModules[0].settings[0] & 1), 0);
  await page.evaluate(() =>
    document.querySelector('recovery-advisor').setAttribute('theme', 'dark'),
  );
  assert.equal(await page.evaluate(() => fakeModules[0].settings[0] & 1), 1);
  await page.context().close();
});

test('the time is the business’s, whatever the visitor’s zone', async () => {
  const page = await wake(
    'blog.html',
    { ...kDesk, timezoneId: 'Pacific/Auckland' },
    { now: '2026-01-15T03:30:00Z' },
  );
  assert.equal(await page.evaluate(() => fakeModules[0].now), '2026-01-14T22:30 -300');
  await page.evaluate(() => setClock(Date.parse('2026-01-15T12:05:00Z')));
  await page.mouse.click(
    ...(await centre(page.getByRole('button', { name: 'Haut du mollet, à gauche' }))),
  );
  await page.waitForFunction(() => fakeModules[0].now === '2026-01-15T07:05 -300');
  await page.context().close();
});

test('two on a page share the fetched files and keep their own answers', async () => {
  const page = await wake('blog.html', kDesk);
  await page.evaluate(() => document.body.append(document.createElement('recovery-advisor')));
  await page.evaluate(() => document.querySelectorAll('recovery-advisor')[1].open());
  await page.evaluate(
    () =>
      (document.querySelectorAll('recovery-advisor')[1].intake = {
        version: 1,
        now: '2026-06-10T10:00',
        marks: [{ region: 'calf_l', intensity: 2 }],
      }),
  );
  const marks = await page.evaluate(() =>
    [...document.querySelectorAll('recovery-advisor')].map(
      (element) => element.intake.marks.length,
    ),
  );
  assert.deepEqual(marks, [0, 1]);
  assert.equal(page.requests.filter((url) => /advisor-[^/]*\.wasm$/.test(url)).length, 1);
  assert.equal(page.requests.filter((url) => url.endsWith('.bin')).length, 1);
  await page.context().close();
});

test('moved in the page it goes on; removed it leaves nothing behind', async () => {
  const page = await wake('blog.html', kDesk);
  await page.evaluate(() => {
    const element = document.querySelector('recovery-advisor');
    globalThis.first = fakeModules[0];
    document.querySelector('main').append(element);
  });
  assert.equal(
    await page.evaluate(() =>
      [fakeModules.length, document.querySelector('recovery-advisor').state].join(),
    ),
    '1,ready',
  );

  const client = await page.context().newCDPSession(page);
  const counters = async () => {
    // What was still moving when it was removed is held until it has ended; this one ends later.
    await page.evaluate(() =>
      document.body
        .animate([], 250)
        .finished.then(() => new Promise(requestAnimationFrame))
        .then(() => {}),
    );
    await client.send('HeapProfiler.collectGarbage');
    return client.send('Memory.getDOMCounters');
  };
  const addAndRemove = () =>
    page.evaluate(async () => {
      const element = document.createElement('recovery-advisor');
      document.body.append(element);
      await element.open();
      const module = fakeModules.at(-1);
      element.remove();
      await Promise.resolve();
      const lost = module.gl.isContextLost();
      fakeModules.length = 1;
      return lost;
    });
  for (let i = 0; i < 3; i++) assert.equal(await addAndRemove(), true);
  const before = await counters();
  for (let i = 0; i < 20; i++) await addAndRemove();
  const now = await counters();
  assert.ok(
    now.jsEventListeners <= before.jsEventListeners + 2,
    `${before.jsEventListeners} -> ${now.jsEventListeners} listeners`,
  );
  assert.ok(now.nodes <= before.nodes + 20, `${before.nodes} -> ${now.nodes} nodes`);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});
