// One visitor through all of it, with the real module: a mark on the canvas, the safety check, an
// advice, the booking link.
/* global callbacks, context, draws, instances, told: writable */ // of the page

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unlessAll } from '../few.mjs';
import { Hand } from '../fixtures/hand.mjs';
import { benchOfFile, countCallbacks, kDesk, kPhone, kRegions } from './harness.mjs';
import { toTheEnd } from './reader.mjs';

const bench = benchOfFile();

const kWords = {
  'blog.html': {
    start: 'Commencer',
    back: 'Dos',
    calf: 'Haut du mollet, à gauche',
    intensity: 'Haut du mollet, à gauche : intensité',
    next: 'Continuer',
    none: 'Rien de tout cela',
    book: 'Réserver avec Maison Laurier',
    chest: /^Douleur à la poitrine/,
  },
  'blog.en.html': {
    start: 'Start',
    back: 'Back',
    calf: 'Upper calf, left',
    intensity: 'Upper calf, left: intensity',
    next: 'Continue',
    none: 'None of these',
    book: 'Book with Maison Laurier',
    chest: /^Chest pain/,
  },
};

class Visitor {
  constructor(page, options) {
    this.page = page;
    this.touches = Boolean(options.hasTouch);
    this.advisor = page.locator('recovery-advisor');
    this.root = this.advisor.locator('.tree');
  }

  async wake(words) {
    const start = this.page.getByRole('button', { name: words.start });
    await (this.touches ? start.tap() : start.click());
    await this.page.waitForSelector('recovery-advisor[state=ready]');
  }

  #hand = new Hand();

  // A real tap or click on the canvas, as a hand lands on the control, once it stands still on
  // screen.
  async tap(control) {
    const at = this.#hand.on(await this.settledBox(control));
    await (this.touches ? this.page.touchscreen.tap(...at) : this.page.mouse.click(...at));
  }

  async settledBox(control) {
    await control.waitFor({ state: 'attached' });
    await control.evaluate(
      (node) =>
        new Promise((resolve, reject) => {
          const end = performance.now() + 20000;
          let last = '';
          let same = 0;
          const look = () => {
            const { x, y, width, height } = node.getBoundingClientRect();
            const now = [x, y, width, height].join();
            same = now === last && width > 2 ? same + 1 : 0;
            last = now;
            if (same > 5) resolve();
            else if (performance.now() > end)
              reject(
                new Error(
                  `${node.textContent || node.type} never stood still on the canvas: ${now}`,
                ),
              );
            else requestAnimationFrame(look);
          };
          look();
        }),
    );
    return control.boundingBox();
  }

  region(name) {
    return this.root.locator('button[aria-pressed]').filter({ hasText: name });
  }

  // To a control further down the list: focus makes the tool scroll to it.
  async reach(control) {
    await control.focus();
    await this.tap(control);
  }
}

for (const path of Object.keys(kWords)) {
  for (const [name, options] of [
    ['a phone', kPhone],
    ['a desk', kDesk],
  ]) {
    const skip = unlessAll((path === 'blog.html') === (name === 'a phone'));
    test(`${path} on ${name}: from a calf to the booking link`, { skip }, async () => {
      const words = kWords[path];
      const page = await bench.open(path, options);
      await page
        .context()
        .route('https://booking.example/**', (route) => route.fulfill({ body: 'booked' }));
      const visitor = new Visitor(page, options);
      await visitor.wake(words);

      await visitor.tap(page.getByRole('radio', { name: words.back, exact: true }));
      await visitor.tap(visitor.region(words.calf));
      const slider = page.getByRole('slider', { name: words.intensity });
      await slider.waitFor();
      assert.equal(await visitor.region(words.calf).getAttribute('aria-pressed'), 'true');

      const before = Number(await slider.inputValue());
      const track = await visitor.settledBox(slider);
      const across = track.x + track.width * 0.55;
      await (visitor.touches
        ? page.touchscreen.tap(across, track.y + track.height / 2)
        : page.mouse.click(across, track.y + track.height / 2));
      await page.waitForFunction(
        (before) => document.querySelector('recovery-advisor').intake.marks[0].intensity > before,
        before,
      );
      await slider.press('ArrowRight');
      const told = await page.evaluate(() => document.querySelector('recovery-advisor').intake);
      assert.equal(told.marks[0].region, 'calf_l');
      assert.equal(String(told.marks[0].intensity), await slider.inputValue());
      assert.equal(told.now, '2026-06-10T10:00');

      await visitor.tap(page.getByRole('button', { name: words.next, exact: true }));
      await page.getByRole('heading', { level: 3 }).first().waitFor();
      await visitor.tap(page.getByRole('button', { name: words.next, exact: true }));
      await toTheEnd(page);
      await visitor.reach(page.getByRole('button', { name: words.none }));

      const link = page.getByRole('link', { name: words.book });
      await link.waitFor({ state: 'attached' });
      const advice = await page.evaluate(() => document.querySelector('recovery-advisor').advice);
      assert.equal(advice.language, path === 'blog.html' ? 'fr' : 'en');
      assert.equal(advice.booking.allowed, true);
      assert.equal(advice.timing.days.length, 28);
      assert.equal(await link.getAttribute('href'), advice.booking.url);
      // What the canvas says stands there as text.
      const text = await visitor.root.textContent();
      for (const { title } of advice.benefits) assert.ok(text.includes(title), title);
      assert.ok(text.includes(advice.disclaimer));

      await page.evaluate(() =>
        addEventListener('advisor-book', (event) => (globalThis.booked = event.detail)),
      );
      await link.focus();
      const { x, y, width, height } = await visitor.settledBox(link);
      const follow = () =>
        visitor.touches
          ? page.touchscreen.tap(x + width / 2, y + height / 2)
          : page.mouse.click(x + width / 2, y + height / 2);
      const [opened] = await Promise.all([page.context().waitForEvent('page'), follow()]);
      assert.equal(opened.url(), advice.booking.url);
      assert.deepEqual((await page.evaluate(() => globalThis.booked)).url, advice.booking.url);
      assert.ok(!/calf|mollet/.test(opened.url()));
      assert.deepEqual([page.errors, page.strays], [[], []]);
      await page.context().close();
    });
  }
}

test('a red flag takes the booking away and is announced', async () => {
  const words = kWords['blog.html'];
  const page = await bench.open('blog.html', kDesk);
  const visitor = new Visitor(page, kDesk);
  await visitor.wake(words);
  await visitor.region(words.calf).press('Enter');
  await page.getByRole('button', { name: words.next, exact: true }).press('Enter');
  await page.getByRole('heading', { level: 3 }).first().waitFor();
  await page.getByRole('button', { name: words.next, exact: true }).press('Enter');
  await page.getByRole('checkbox', { name: words.chest }).press('Space');
  await page.waitForFunction(
    () => document.querySelector('recovery-advisor').advice?.safety.level === 'emergency',
  );
  await page.getByRole('alert').filter({ hasText: '911' }).waitFor({ state: 'attached' });
  assert.equal(await page.getByRole('link', { name: words.book }).count(), 0);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test('there is one control for every region in either view, and each that is shown has its box on the figure', async () => {
  const page = await bench.open('blog.html', kDesk);
  const visitor = new Visitor(page, kDesk);
  await visitor.wake(kWords['blog.html']);
  const regions = visitor.root.getByRole('toolbar').locator('button[aria-pressed]');
  assert.equal(await regions.count(), kRegions.length);
  await visitor.settledBox(visitor.region('Avant de la cuisse, à gauche'));
  const shown = await regions.evaluateAll(
    (nodes) => nodes.filter((node) => node.getBoundingClientRect().width > 2).length,
  );
  assert.ok(shown >= 18, `${shown} on the front view`);
  assert.equal(
    await regions.evaluateAll((nodes) => nodes.filter((node) => node.tabIndex === 0).length),
    1,
  );
  await page.context().close();
});

test('once settled, nothing is drawn and nothing is scheduled', async () => {
  const page = await bench.open('blog.html', kDesk, {
    now: null,
    before: [
      countCallbacks,
      () => {
        globalThis.draws = 0;
        for (const name of ['drawElements', 'drawArrays', 'clear']) {
          const original = WebGL2RenderingContext.prototype[name];
          WebGL2RenderingContext.prototype[name] = function (...args) {
            globalThis.draws++;
            return original.apply(this, args);
          };
        }
      },
    ],
  });
  const visitor = new Visitor(page, kDesk);
  await visitor.wake(kWords['blog.html']);
  let last;
  for (let same = 0; same < 3;) {
    await page.waitForTimeout(300);
    const now = await page.evaluate(() => `${callbacks} ${draws}`);
    same = now === last ? same + 1 : 0;
    last = now;
  }
  await page.waitForTimeout(3000); // what is being tested is time itself
  assert.equal(await page.evaluate(() => `${callbacks} ${draws}`), last);
  assert.ok(Number(last.split(' ')[1]) > 0);
  await page.context().close();
});

for (const density of [1, 2, 3]) {
  test(`the canvas has the screen’s own pixels at density ${density}`, async () => {
    const page = await bench.open('blog.html', {
      viewport: { width: 390, height: 700 },
      deviceScaleFactor: density,
    });
    await new Visitor(page, {}).wake(kWords['blog.html']);
    const sizes = () =>
      page.locator('recovery-advisor').evaluate((element) => {
        const canvas = element.shadowRoot.querySelector('canvas');
        return [
          canvas.width - canvas.clientWidth * devicePixelRatio,
          canvas.height - canvas.clientHeight * devicePixelRatio,
          canvas.clientWidth,
        ];
      });
    const [wide, high, width] = await sizes();
    assert.deepEqual([wide, high], [0, 0]);
    await page.setViewportSize({ width: 340, height: 700 });
    await page.waitForFunction(
      (width) =>
        document.querySelector('recovery-advisor').shadowRoot.querySelector('canvas').width <
        width * devicePixelRatio,
      width,
    );
    assert.deepEqual((await sizes()).slice(0, 2), [0, 0]);
    await page.context().close();
  });
}

test('Tab goes in and out, and the wheel over the figure scrolls the page', async () => {
  const page = await bench.open('blog.html', kDesk);
  const visitor = new Visitor(page, kDesk);
  await visitor.wake(kWords['blog.html']);
  const inside = () =>
    page.evaluate(() => document.activeElement?.localName === 'recovery-advisor');
  assert.equal(await inside(), true);
  let stops = 0;
  while ((await inside()) && stops < 20) {
    await page.keyboard.press('Tab');
    stops++;
  }
  assert.ok(stops > 3 && stops <= 13, `${stops} stops`);
  await visitor.advisor.evaluate((element) => element.scrollIntoView({ behavior: 'instant' }));
  const box = await visitor.settledBox(visitor.region('Avant de la cuisse, à gauche'));
  const before = await page.evaluate(() => scrollY);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.wheel(0, 200);
  await page.waitForFunction((before) => scrollY > before, before);
  await page.context().close();
});

test('two on a page, one removed: the other goes on, and nothing is left of the first', async () => {
  const page = await bench.open('blog.html', kDesk, {
    before: () => {
      globalThis.instances = [];
      const original = WebAssembly.instantiate;
      WebAssembly.instantiate = (...args) =>
        original(...args).then((instance) => (instances.push(new WeakRef(instance)), instance));
    },
  });
  const visitor = new Visitor(page, kDesk);
  await visitor.wake(kWords['blog.html']);
  await page.evaluate(async () => {
    const second = document.createElement('recovery-advisor');
    document.body.append(second);
    await second.open();
    globalThis.context = second.shadowRoot.querySelector('canvas').getContext('webgl2');
    second.intake = {
      version: 1,
      now: '2026-06-10T10:00',
      marks: [{ region: 'neck', intensity: 4 }],
    };
    globalThis.told = second.intake.marks.length;
    second.remove();
  });
  assert.equal(await page.evaluate(() => context.isContextLost()), true);
  assert.deepEqual(
    await page.evaluate(() => [
      told,
      document.querySelector('recovery-advisor').intake.marks.length,
    ]),
    [1, 0],
  );
  await visitor.region('Poitrine').press('Enter');
  await page.waitForFunction(
    () => document.querySelector('recovery-advisor').intake.marks.length === 1,
  );

  const client = await page.context().newCDPSession(page);
  const listeners = async () => {
    await client.send('HeapProfiler.collectGarbage');
    return (await client.send('Memory.getDOMCounters')).jsEventListeners;
  };
  const addAndRemove = () =>
    page.evaluate(async () => {
      const element = document.createElement('recovery-advisor');
      document.body.append(element);
      await element.open();
      element.remove();
    });
  await addAndRemove();
  const before = await listeners();
  for (let i = 0; i < 4; i++) await addAndRemove();
  const now = await listeners();
  assert.ok(now <= before + 2, `${before} -> ${now} listeners`);
  // Two halves each: of the one that stays, and at most of one more, which the collector has not
  // come to.
  const alive = () => page.evaluate(() => instances.filter((instance) => instance.deref()).length);
  for (let turns = 0; turns < 20 && (await alive()) > 4; turns++) await listeners();
  assert.ok((await alive()) <= 4, `${await alive()} instances`);
  await page.context().close();
});

test('without WebGL the whole way is there as a list', async () => {
  const words = kWords['blog.html'];
  const page = await bench.open('blog.html', kPhone, {
    before: () => {
      const original = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
        return /webgl/.test(kind) ? null : original.call(this, kind, ...rest);
      };
    },
  });
  await page.getByRole('button', { name: words.start }).tap();
  await page.waitForSelector('recovery-advisor[state=fallback]');
  const root = page.locator('recovery-advisor .tree');
  await root.locator('button[aria-pressed]').filter({ hasText: words.calf }).tap();
  await page.getByRole('slider', { name: words.intensity }).waitFor();
  await page.getByRole('button', { name: words.next, exact: true }).tap();
  await page.getByRole('radio').first().waitFor();
  await page.getByRole('button', { name: words.next, exact: true }).tap();
  await page.getByRole('button', { name: words.none }).tap();
  await page.getByRole('link', { name: words.book }).waitFor();
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

// A visitor who is counted: every finger on the glass, nothing else.
function counted(page, visitor) {
  let taps = 0;
  const on = async (control) => {
    if (!(await control.evaluate((node) => node.getBoundingClientRect().width > 2)))
      await control.focus(); // a scroll is no tap
    await visitor.tap(control);
    taps++;
  };
  return {
    on,
    button: (name) => on(page.getByRole('button', { name, exact: true })),
    radio: (name) => on(page.getByRole('radio', { name, exact: true })),
    get taps() {
      return taps;
    },
  };
}

// One area marked, in two taps, and the next screen there.
async function markedOnPhone() {
  const page = await bench.open('blog.html', kPhone);
  const visitor = new Visitor(page, kPhone);
  await visitor.wake(kWords['blog.html']);
  const finger = counted(page, visitor);
  await finger.on(visitor.region('Avant de la cuisse, à droite'));
  await finger.button('Continuer');
  await page.getByRole('heading', { name: 'Dites-en un peu plus' }).waitFor({ state: 'attached' });
  return { page, visitor, finger };
}

test('on a phone, in French, a visitor comes from the figure to a booking in at most fifteen taps, and sees first what is sent', async () => {
  const { page, visitor, finger } = await markedOnPhone();
  await page
    .context()
    .route('https://booking.example/**', (route) => route.fulfill({ body: 'booked' }));
  await finger.radio('Courbature');
  await finger.radio('Courbature après un effort');
  await finger.radio('Hier');
  await finger.button('Dans deux semaines');
  await finger.button('Continuer');
  await finger.button('Rien de tout cela');
  const session = page.getByRole('button', { name: /^Préparer la séance du / });
  await session.waitFor({ state: 'attached' });
  await finger.on(session);
  await page.getByRole('heading', { name: 'Votre séance' }).waitFor({ state: 'attached' });
  await finger.radio('75 min');
  const link = page.getByRole('link', { name: 'Réserver avec Maison Laurier' });
  await page.waitForFunction(() =>
    /sport-75/.test(
      document
        .querySelector('recovery-advisor')
        .shadowRoot.querySelector('a[href*="booking.example"]').href,
    ),
  );
  const said = await visitor.root.textContent();
  assert.match(
    said,
    /Aucune de vos réponses n’est transmise\.\s*Le lien contient seulement\s: Massage sportif, 75\smin, le /,
  );
  const [opened] = await Promise.all([page.context().waitForEvent('page'), finger.on(link)]);
  assert.match(
    opened.url(),
    /^https:\/\/booking\.example\/maison-laurier\?service=sport-75&date=2026-06-\d\d$/,
  );
  assert.ok(finger.taps <= 15, `${finger.taps} taps`);
  assert.deepEqual([page.errors, page.strays], [[], []]);
  await page.context().close();
});

test('on a phone, in French, a red flag leaves nothing but where to turn, and the way back to the answer', async () => {
  const { page, finger } = await markedOnPhone();
  await finger.button('Passer');
  await finger.on(
    page
      .getByRole('checkbox', {
        name: /^Une seule jambe enflée|^Urine foncée|^Urine brune|^Douleur ou serrement/,
      })
      .first(),
  );
  await finger.button('Continuer');
  await page
    .getByRole('alert')
    .filter({ hasText: /911|811/ })
    .waitFor({ state: 'attached' });
  assert.equal(await page.getByRole('link', { name: /Réserver/ }).count(), 0);
  assert.equal(await page.getByRole('button', { name: /Réserver/ }).count(), 0);
  assert.ok((await page.getByRole('link', { name: /911|811/ }).count()) >= 1);
  await finger.button('Corriger une réponse');
  await page
    .getByRole('heading', { name: 'Un de ces signes? Touchez-le.' })
    .waitFor({ state: 'attached' });
  assert.ok(finger.taps <= 15, `${finger.taps} taps`);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});
