// What the module asks of the browser: clipboard, files, share sheet, print, the whole screen,
// memory; and the site's own colours.
/* global fakeModules */ // of the page

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fakeBenchOfFile, kDesk, kPhone, until } from './harness.mjs';

const bench = fakeBenchOfFile();

/** The tool, open, with a button "Ask" that asks the page for this event. */
async function openAsking(event, options = kDesk, setUp = () => {}, state = 'ready') {
  const page = await bench.open('blog.html', options, {
    before: `globalThis.asked = ${JSON.stringify(event)}; (${setUp})()`,
  });
  await open(page, state);
  return page;
}

async function open(page, state = 'ready') {
  await page.getByRole('button', { name: 'Commencer' }).click();
  await page.waitForSelector(`recovery-advisor[state=${state}]`);
}

// As assistive technology does: the fake's controls stand nowhere on its canvas.
const ask = (page) => page.getByRole('button', { name: 'Ask' }).press('Enter');
const element = (page, script) =>
  page.evaluate(`(${script})(document.querySelector('recovery-advisor'))`);

test('the summary is copied to the clipboard', async () => {
  const page = await openAsking(
    { type: 'copy', text: 'Mollet gauche : 6/10\nL’heure' },
    { ...kDesk, permissions: ['clipboard-read', 'clipboard-write'] },
  );
  await ask(page);
  await until(
    page,
    async () => (await navigator.clipboard.readText()) === 'Mollet gauche : 6/10\nL’heure',
  );
  await page.waitForFunction(() => fakeModules[0].log.includes('done 1'));
  await page.context().close();
});

test('where the clipboard is refused it is copied by selection, and the focus stays where it was', async () => {
  const page = await openAsking({ type: 'copy', text: 'Résumé' }, kDesk, () => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    document.addEventListener(
      'copy',
      () =>
        (globalThis.copied =
          document.querySelector('recovery-advisor').shadowRoot.activeElement.value),
    );
  });
  await ask(page);
  await page.waitForFunction(
    () => globalThis.copied === 'Résumé' && fakeModules[0].log.includes('done 1'),
  );
  assert.equal(
    await element(page, (advisor) => advisor.shadowRoot.activeElement.textContent),
    'Ask',
  );
  assert.equal(
    await element(page, (advisor) => advisor.shadowRoot.querySelectorAll('textarea').length),
    0,
  );
  await page.context().close();
});

test('what is not done yet is not said yet', async () => {
  const page = await openAsking({ type: 'copy', text: 'Résumé' }, kDesk, () => {
    navigator.clipboard.writeText = () => new Promise((resolve) => (globalThis.allow = resolve));
  });
  await ask(page);
  await page.waitForFunction(() => globalThis.allow);
  assert.deepEqual(
    await page.evaluate(() => fakeModules[0].log.filter((line) => line.startsWith('done'))),
    [],
  );
  await page.evaluate(() => globalThis.allow());
  await page.waitForFunction(() => fakeModules[0].log.includes('done 1'));
  await page.context().close();
});

test('what cannot be done is said', async () => {
  const page = await openAsking({ type: 'copy', text: 'Résumé' }, kDesk, () => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    document.execCommand = () => false;
  });
  await ask(page);
  await page.waitForFunction(() => fakeModules[0].log.includes('done 0'));
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test('the module is told what this browser can do, and nothing else is offered', async () => {
  const all = await openAsking({ type: 'print' }, kDesk, () => {
    navigator.share = async () => {};
  });
  assert.equal(
    await all.evaluate(() => fakeModules[0].abilities),
    1 + 2 + 4 + 8 + 16 + 32 + 128 + 256,
  );
  await all.context().close();
  const few = await openAsking(
    { type: 'print' },
    kDesk,
    () => {
      navigator.share = undefined;
      globalThis.fakeWithoutWebGL = true;
      Object.defineProperty(globalThis, 'localStorage', {
        get() {
          throw new DOMException('no', 'SecurityError');
        },
      });
      Object.defineProperty(document, 'fullscreenEnabled', { value: false });
      delete HTMLElement.prototype.popover;
    },
    'fallback',
  );
  assert.equal(await few.evaluate(() => fakeModules[0].abilities), 1 + 2 + 16);
  await few.context().close();
});

test('a calendar file is downloaded under its name, byte for byte', async () => {
  const text = 'BEGIN:VCALENDAR\r\nSUMMARY:Massage\r\nEND:VCALENDAR\r\n';
  const page = await openAsking({ type: 'file', name: 'massage.ics', text });
  const [download] = await Promise.all([page.waitForEvent('download'), ask(page)]);
  assert.equal(download.suggestedFilename(), 'massage.ics');
  await page.waitForFunction(() => fakeModules[0].log.includes('done 2'));
  assert.equal(readFileSync(await download.path(), 'utf8'), text);
  await page.context().close();
});

test('on an iPhone a calendar file is opened, so that it can be put into the calendar', async () => {
  const page = await openAsking(
    { type: 'file', name: 'massage.ics', text: 'BEGIN:VCALENDAR' },
    {
      ...kPhone,
      userAgent:
        'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1',
    },
    () => {
      const { click } = HTMLAnchorElement.prototype;
      HTMLAnchorElement.prototype.click = function () {
        this.href.startsWith('blob:')
          ? (globalThis.opened = [this.download, globalThis.made.type])
          : click.call(this);
      };
      const { createObjectURL } = URL;
      URL.createObjectURL = (blob) => createObjectURL.call(URL, (globalThis.made = blob));
    },
  );
  await ask(page);
  await page.waitForFunction(() => globalThis.opened);
  assert.deepEqual(await page.evaluate(() => globalThis.opened), [
    '',
    'text/calendar;charset=utf-8',
  ]);
  assert.deepEqual(
    await page.evaluate(() => fakeModules[0].log.filter((line) => line.startsWith('done'))),
    [],
  ); // only the person knows whether it was kept
  await page.context().close();
});

test('the share sheet gets the text, and where there is none it is copied', async () => {
  const page = await openAsking(
    { type: 'share', text: 'Mon plan' },
    { ...kPhone, permissions: ['clipboard-read', 'clipboard-write'] },
    () => {
      navigator.canShare = () => true;
      navigator.share = async (data) => (globalThis.shared = data);
    },
  );
  await ask(page);
  await page.waitForFunction(() => globalThis.shared?.text === 'Mon plan');
  // The page's own address, and nothing else of it.
  const { url } = await page.evaluate(() => globalThis.shared);
  assert.match(url, /^https?:[^?#]+$/);
  await page.evaluate(() => (navigator.canShare = undefined));
  await ask(page);
  await until(
    page,
    async () => (await navigator.clipboard.readText()) === `Mon plan\n${globalThis.shared.url}`,
  );
  await page.context().close();
});

test('a share sheet that is left again is no error', async () => {
  const page = await openAsking({ type: 'share', text: 'Mon plan' }, kPhone, () => {
    navigator.canShare = () => true;
    navigator.share = async () => {
      globalThis.left = true;
      throw new DOMException('left', 'AbortError');
    };
  });
  await ask(page);
  await page.waitForFunction(() => globalThis.left);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test('printing asks the browser, once', async () => {
  const page = await openAsking({ type: 'print' }, kDesk, () => {
    globalThis.prints = 0;
    globalThis.print = () => {
      globalThis.prints++;
      dispatchEvent(new Event('afterprint'));
    };
  });
  await ask(page);
  await page.waitForFunction(() => globalThis.prints === 1);
  await page.context().close();
});

test('an event that this page does not know is left alone', async () => {
  const page = await openAsking({ type: 'from_the_future', text: 'x' });
  await ask(page);
  await page.getByRole('button', { name: 'Haut du mollet, à gauche' }).press('Enter');
  await page.getByRole('slider').waitFor();
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test('full screen fills the screen, and asking again or Escape gives the page back as it was', async () => {
  const page = await openAsking({ type: 'full_screen' });
  const before = await element(page, (advisor) => [scrollY, advisor.offsetHeight]);
  await ask(page);
  await page.waitForFunction(() => document.fullscreenElement?.localName === 'recovery-advisor');
  await page.waitForFunction(
    () =>
      document.querySelector('recovery-advisor').shadowRoot.querySelector('.stage').clientHeight ===
      innerHeight,
  );
  await ask(page);
  await page.waitForFunction(() => !document.fullscreenElement);
  assert.deepEqual(await element(page, (advisor) => [scrollY, advisor.offsetHeight]), before);
  await page.context().close();
});

// An iPhone has no Fullscreen API but for films.
const withoutFullscreen = () => {
  delete Element.prototype.requestFullscreen;
};
const covers = () => {
  const stage = document
    .querySelector('recovery-advisor')
    .shadowRoot.querySelector('.stage')
    .getBoundingClientRect();
  return (
    stage.width === innerWidth && stage.bottom === innerHeight && stage.height > innerHeight - 60
  );
};

for (const [way, close] of [
  ['the button above it', (page) => page.getByRole('button', { name: 'Fermer' }).click()],
  ['Escape', (page) => page.keyboard.press('Escape')],
  ['asking again', (page) => ask(page)],
  ['Android’s way back', (page) => page.evaluate(() => globalThis.watcher.onclose())],
]) {
  test(`where there is no full screen it lies over the page, and ${way} closes it`, async () => {
    const page = await openAsking({ type: 'full_screen' }, kPhone, withoutFullscreen);
    await page.evaluate(() => {
      globalThis.CloseWatcher = class {
        constructor() {
          globalThis.watcher = this;
        }
        destroy() {}
      };
    });
    const state = () =>
      element(page, (advisor) => [
        location.href,
        scrollY,
        advisor.offsetHeight,
        document.documentElement.style.overflow,
        advisor.shadowRoot.querySelectorAll('.close').length,
        advisor.shadowRoot.childElementCount,
        history.length,
      ]);
    const before = await state();
    await ask(page);
    await page.waitForFunction(covers);
    await close(page);
    await page.waitForFunction(
      () => !document.querySelector('recovery-advisor').shadowRoot.querySelector('.close'),
    );
    assert.deepEqual(await state(), before);
    await page.context().close();
  });
}

test('the tool over the page traps nobody: Tab leaves it, and it closes', async () => {
  const page = await openAsking({ type: 'full_screen' }, kPhone, withoutFullscreen);
  await ask(page);
  await page.waitForFunction(covers);
  for (
    let presses = 0;
    presses < 30 &&
    (await page.evaluate(() => document.activeElement.localName)) === 'recovery-advisor';
    ++presses
  )
    await page.keyboard.press('Tab');
  assert.notEqual(await page.evaluate(() => document.activeElement.localName), 'recovery-advisor');
  await page.waitForFunction(
    () => !document.querySelector('recovery-advisor').shadowRoot.querySelector('.close'),
  );
  await page.context().close();
});

test('removed from the page while it covers it, it gives the page back', async () => {
  const page = await openAsking({ type: 'full_screen' }, kPhone, withoutFullscreen);
  await ask(page);
  await page.waitForFunction(covers);
  await element(page, (advisor) => advisor.remove());
  await page.waitForFunction(
    () => document.documentElement.style.overflow === '' && history.state === null,
  );
  await page.context().close();
});

const kept = (page) => page.evaluate(() => Object.entries(localStorage));
const mark = (page) =>
  page.getByRole('button', { name: 'Haut du mollet, à gauche' }).press('Enter');

test('nothing is kept on the device until that is asked for; then what was told, and what is told from then on', async () => {
  const page = await openAsking({ type: 'remember', text: '1' });
  await mark(page);
  await page.getByRole('slider').waitFor();
  assert.deepEqual(await kept(page), []);
  await ask(page);
  await page.waitForFunction(() => localStorage.length === 1);
  await page.getByRole('slider').fill('8');
  await page.waitForFunction(
    () => JSON.parse(Object.values(localStorage)[0]).intake.marks[0].intensity === 8,
  );
  const [[key, value]] = await kept(page);
  assert.equal(key, `recovery-advisor ${bench.address}/site.json`);
  const { version, saved, intake } = JSON.parse(value);
  assert.deepEqual(
    [version, saved, intake.marks],
    [1, Date.parse('2026-06-10T14:00:00Z'), [{ region: 'calf_l', intensity: 8 }]],
  );
  await page.context().close();
});

test('what was kept is there again at the next visit, and asking for it to be forgotten erases it at once', async () => {
  const page = await openAsking({ type: 'remember', text: '1' });
  await mark(page);
  await ask(page);
  await page.waitForFunction(() => localStorage.length === 1);
  await page.reload();
  await open(page);
  assert.deepEqual(await element(page, (advisor) => advisor.intake.marks), [
    { region: 'calf_l', intensity: 5 },
  ]);
  assert.equal(await page.evaluate(() => fakeModules[0].abilities & 64), 64);
  await page.evaluate(() => (globalThis.asked = { type: 'remember', text: '0' }));
  await ask(page);
  await page.waitForFunction(() => localStorage.length === 0);
  await mark(page);
  assert.deepEqual(await kept(page), []);
  await page.context().close();
});

const kNow = Date.parse('2026-06-10T14:00:00Z');
const kDay = 24 * 3600 * 1000;
for (const [what, text, marks, left] of [
  [
    '29 days old is there',
    JSON.stringify({
      version: 1,
      saved: kNow - 29 * kDay,
      intake: { version: 1, now: '2026-05-12T10:00', marks: [{ region: 'calf_l', intensity: 3 }] },
    }),
    [{ region: 'calf_l', intensity: 3 }],
    1,
  ],
  [
    '30 days old is erased',
    JSON.stringify({
      version: 1,
      saved: kNow - 30 * kDay,
      intake: { version: 1, now: '2026-05-11T10:00', marks: [{ region: 'calf_l', intensity: 3 }] },
    }),
    [],
    0,
  ],
  [
    'of another version is erased',
    JSON.stringify({ version: 9, saved: kNow, intake: { version: 1, marks: [] } }),
    [],
    0,
  ],
  [
    'that the module does not understand is erased',
    JSON.stringify({ version: 1, saved: kNow, intake: { marks: 'many' } }),
    [],
    0,
  ],
]) {
  test(`what was kept and is ${what}`, async () => {
    const page = await bench.open('blog.html');
    await page.evaluate(
      ([key, value]) => localStorage.setItem(key, value),
      [`recovery-advisor ${bench.address}/site.json`, text],
    );
    await open(page);
    assert.deepEqual(await element(page, (advisor) => advisor.intake.marks), marks);
    assert.equal((await kept(page)).length, left);
    await page.context().close();
  });
}

test('each business remembers for itself', async () => {
  const page = await bench.open('blog.html');
  await page.evaluate(() =>
    localStorage.setItem(
      'recovery-advisor https://other.example/site.json',
      JSON.stringify({
        version: 1,
        saved: Date.now(),
        intake: { version: 1, marks: [{ region: 'calf_l', intensity: 3 }] },
      }),
    ),
  );
  await open(page);
  assert.deepEqual(await element(page, (advisor) => advisor.intake.marks), []);
  assert.equal((await kept(page)).length, 1);
  await page.context().close();
});

test('a browser that lets nothing be kept works all the same', async () => {
  const page = await openAsking({ type: 'remember', text: '1' }, kDesk, () =>
    Object.defineProperty(globalThis, 'localStorage', {
      get() {
        throw new DOMException('no', 'SecurityError');
      },
    }),
  );
  await mark(page);
  await ask(page);
  await page.waitForFunction(() => fakeModules[0].log.includes('done 0'));
  await page.getByRole('slider').waitFor();
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test('the site’s colour reaches the canvas, in whatever way CSS writes it, one for each theme', async () => {
  const page = await bench.open('blog.html', { ...kDesk, colorScheme: 'light' });
  // As a site's own style would, through the CSS object model.
  await element(page, () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      'recovery-advisor { --brand: rebeccapurple; --advisor-action: var(--brand); --advisor-action-dark: rgb(200 180 255) }',
    );
    document.adoptedStyleSheets.push(sheet);
  });
  await open(page);
  assert.equal(await page.evaluate(() => fakeModules[0].accent), 0x663399);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.waitForFunction(() => fakeModules[0].accent === 0xc8b4ff);
  assert.equal(
    await element(page, (advisor) =>
      getComputedStyle(advisor.shadowRoot.querySelector('.stage')).getPropertyValue('--action'),
    ),
    '#c8b4ff',
  );
  await page.context().close();
});

test('the colours of site.json are taken where the page says none, and none is taken for what is no colour', async () => {
  const site = {
    ...(await (await fetch(`${bench.address}/site.json`)).json()),
    colours: { action: '#204080', action_dark: 'url(x)' },
  };
  const page = await bench.open('blog.html', { ...kDesk, colorScheme: 'light' });
  await page.route('**/site.json', (route) => route.fulfill({ json: site }));
  await open(page);
  assert.equal(await page.evaluate(() => fakeModules[0].accent), 0x204080);
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.waitForFunction(() => fakeModules[0].accent === -1);
  await page.context().close();
});

test('the page hears of the booking without the note that goes with it', async () => {
  const page = await bench.open('blog.html');
  await open(page);
  await mark(page);
  await page
    .context()
    .route('https://booking.example/**', (route) => route.fulfill({ body: 'booked' }));
  const heard = page.evaluate(
    () =>
      new Promise((resolve) =>
        addEventListener('advisor-book', ({ detail }) => resolve(detail), { once: true }),
      ),
  );
  await page.getByRole('link', { name: 'Réserver avec Maison Laurier' }).press('Enter');
  assert.deepEqual(await heard, {
    url: 'https://booking.example/one?date=2026-06-16',
    service: 'sport-60',
  });
  await page.context().close();
});
