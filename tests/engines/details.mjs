// What is around the way, in an engine that is not Chromium: how it looks, dialogs, languages, the
// list, sizes, the wheel, what a tap asks for.
/* global frameLateMs: writable, loss, made, saved */ // of the page

import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { kWay } from '../browser/reader.mjs';
import { compare, crop } from '../screens/compare.mjs';
import { kBooking } from './bench.mjs';

const words = kWay.fr;
const kAdvised = {
  version: 1,
  now: '2026-06-10T10:00',
  marks: [{ region: 'calf_l', intensity: 4 }],
  screened: true,
};
// Of the pixels of a phone's screen. Chromium is held to 0.001; an engine rounds its light and its
// edges in its own way.
const kShare = 0.02;
const here = fileURLToPath(new URL('.', import.meta.url));

/** @param {ReturnType<typeof import('./bench.mjs').startEngine>} bench */
export function testDetails({ engine, it, visit }) {
  it('the first screen looks as in Chromium', async (t) => {
    await visit.open('embed.html?lang=fr&theme=light&load=eager');
    await visit.isReady();
    await visit.evaluate(() => {
      const dress = (root, rules) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(rules);
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
      };
      dress(
        document,
        'main { padding: 0 !important; margin: 0 !important; inline-size: 390px !important } recovery-advisor { --advisor-height: 844px !important }',
      );
      dress(
        document.querySelector('recovery-advisor').shadowRoot,
        '.stage { border: 0 !important; border-radius: 0 !important } .stage::after { display: none !important }',
      );
    });
    await visit.stands();
    const taken = crop(await visit.stillPicture(), 390, 844);
    const { share, diff } = compare(
      readFileSync(join(here, '../screens/goldens/phone-fr-light/where-empty.png')),
      taken,
    );
    t.diagnostic(`${(100 * share).toFixed(4)} % of the pixels differ from Chromium’s`);
    if (share > kShare) {
      const base = join(here, '../../build/screens', `${engine.name}-where-empty`);
      mkdirSync(join(base, '..'), { recursive: true });
      writeFileSync(`${base}.png`, taken);
      if (diff) writeFileSync(`${base}.diff.png`, diff);
    }
    assert.ok(
      share <= kShare,
      `${(100 * share).toFixed(2)} % of the pixels differ, more than ${100 * kShare} %: see build/screens/`,
    );
  });

  it('a dialog has the focus, keeps Tab, Space presses what is in it, and Escape gives the focus back', async () => {
    await visit.openTool();
    await visit.press('Shift+Tab'); // from the title to the bar, one stop
    while ((await visit.focused()) !== 'menu') await visit.press('ArrowRight');
    await visit.press('Enter');
    await visit.waitForFunction(
      () => document.activeElement.shadowRoot?.activeElement?.dataset.key === 'sheet.title',
    );
    const inside = () =>
      visit.evaluate(() =>
        Boolean(document.activeElement.shadowRoot?.activeElement?.closest('[role=dialog]')),
      );
    for (const key of ['Tab', 'Shift+Tab'])
      for (let i = 0; i < 14; i++) {
        await visit.press(key);
        assert.equal(await inside(), true, `${key} ${i}`);
      }
    await visit.press('Escape');
    await visit.isGone('sheet.title');
    assert.equal(await visit.focused(), 'menu');
    await visit.press('Space');
    await visit.until('sheet.title', Boolean);
    await visit.pressOn(words.close, 'Space');
    await visit.isGone('sheet.title');
    assert.equal(await visit.focused(), 'menu');
    await visit.noErrors();
  });

  it('the language changes in place, and what was told stays', async () => {
    await visit.openTool();
    await visit.tap('region.quad_l');
    await visit.isMarked('region.quad_l');
    await visit.tap('language');
    await visit.isOn(kWay.en.titles[0]);
    assert.equal((await visit.node('region.quad_l')).text, 'Front of the thigh, left');
    assert.deepEqual(
      (await visit.told()).marks.map(({ region }) => region),
      ['quad_l'],
    );
    await visit.noErrors();
  });

  it('as a page by choice: its controls work by pointer, and the picture comes back', async () => {
    await visit.openTool();
    await visit.tap('menu');
    await visit.tap('list_view');
    await visit.isDressed('page');
    await visit.scrollTo('region.calf_l');
    await visit.tapNow('region.calf_l');
    await visit.isMarked('region.calf_l');
    await visit.evaluate(() =>
      document
        .querySelector('recovery-advisor')
        .shadowRoot.querySelector('[data-key=menu]')
        .click(),
    );
    await visit.until('list_view', Boolean);
    await visit.scrollTo('list_view');
    await visit.tapNow('list_view');
    await visit.isDressed('drawn');
    assert.deepEqual(
      (await visit.told()).marks.map(({ region }) => region),
      ['calf_l'],
    );
    await visit.noErrors();
  });

  it('a lost picture leaves the page; when it comes back, so does the canvas', async () => {
    await visit.openTool();
    await visit.tell({
      version: 1,
      now: '2026-06-10T10:00',
      marks: [{ region: 'quad_l', intensity: 7 }],
    });
    await visit.isMarked('region.quad_l');
    const before = await visit.stillPicture();
    await visit.evaluate(() => {
      globalThis.loss = document
        .querySelector('recovery-advisor')
        .shadowRoot.querySelector('canvas')
        .getContext('webgl2')
        .getExtension('WEBGL_lose_context');
      loss.loseContext();
    });
    await visit.isDressed('page');
    await visit.evaluate(() => loss.restoreContext());
    await visit.isDressed('drawn');
    await visit.evaluate(() =>
      document
        .querySelector('recovery-advisor')
        .scrollIntoView({ block: 'start', behavior: 'instant' }),
    );
    await visit.stands();
    const { share } = compare(before, await visit.stillPicture());
    assert.ok(share < 0.001, `${(100 * share).toFixed(2)} % of the pixels are others than before`);
    await visit.noErrors();
  });

  it('where nothing can be drawn it is a page, and leads to the link that books', async () => {
    await visit.open('blog.html', {
      before: () => {
        const { getContext } = HTMLCanvasElement.prototype;
        HTMLCanvasElement.prototype.getContext = function (kind, ...how) {
          return /webgl/.test(kind) ? null : getContext.call(this, kind, ...how);
        };
      },
    });
    await visit.reader.open(words);
    assert.equal(await visit.state(), 'fallback');
    for (const [key, title] of [
      ['region.calf_l'],
      ['continue', words.titles[1]],
      ['continue', words.titles[2]],
      ['continue'],
    ]) {
      await visit.scrollTo(key);
      await visit.tapNow(key);
      if (title) await visit.isOn(title);
    }
    await visit.until('book', Boolean);
    assert.equal((await visit.node('book')).href, kBooking);
    assert.ok((await visit.node('book')).height >= 44);
    await visit.noErrors();
  });

  it('it follows the size that the page gives it', async () => {
    await visit.openTool();
    const picture = () =>
      visit.evaluate(() => {
        const canvas = document
          .querySelector('recovery-advisor')
          .shadowRoot.querySelector('canvas');
        return [
          canvas.width,
          canvas.height,
          Math.round(canvas.clientWidth * devicePixelRatio),
          Math.round(canvas.clientHeight * devicePixelRatio),
        ];
      });
    const fits = async () => {
      const [width, height, wantedWidth, wantedHeight] = await picture();
      return Math.abs(width - wantedWidth) <= 1 && Math.abs(height - wantedHeight) <= 1;
    };
    assert.ok(await fits(), `${await picture()}`);
    await visit.resize(1100, 700);
    await visit.waitForFunction(() => innerWidth === 1100);
    await visit.evaluate(
      () =>
        (document.querySelector('recovery-advisor').style.cssText =
          'display: block; inline-size: 900px'),
    );
    for (const end = Date.now() + 30_000; !(await fits()) && Date.now() < end;);
    assert.ok(await fits(), `${await picture()}`);
    // Two columns: the figure has gone to the left.
    await visit.until('region.quad_l', ({ x }) => x < 450);
    await visit.tap('region.quad_l');
    await visit.isMarked('region.quad_l');
    await visit.noErrors();
  });

  it('the wheel scrolls the panel, at its end the page; with Ctrl it zooms the figure and not the page', async () => {
    await visit.openTool();
    const width = async () => (await visit.node('region.quad_l')).width;
    const before = await width(),
      ratio = await visit.evaluate(() => devicePixelRatio);
    await visit.zoomByWheel('region.quad_l', -120);
    await visit.waitForFunction(
      (before) =>
        document
          .querySelector('recovery-advisor')
          .shadowRoot.querySelector('[data-key="region.quad_l"]')
          .getBoundingClientRect().width >
        before * 1.2,
      before,
    );
    assert.equal(await visit.evaluate(() => devicePixelRatio), ratio);
    await visit.tell(kAdvised);
    await visit.until('book', Boolean);
    await visit.stands();
    const page = () => visit.evaluate(() => Math.round(scrollY));
    const start = await page();
    await visit.wheel(300, 500, 200);
    await visit.stands();
    assert.equal(await page(), start);
    assert.equal((await visit.node('screen.title')).isSeen, false);
    let turns = 0;
    for (; turns < 60 && (await page()) === start; turns++) {
      await visit.wheel(300, 500, 400);
      await visit.stands();
    }
    assert.ok(turns > 1 && turns < 60, `the page scrolled after ${turns} turns`);
    await visit.noErrors();
  });

  // Safari grants the clipboard within the event of a tap or shortly after. Here the browser's own
  // next frame is far too late.
  it('a tap that copies does so within itself, however late the next frame is', async () => {
    await visit.openTool('blog.html', {
      before: () => {
        const { requestAnimationFrame } = globalThis;
        globalThis.frameLateMs = 0;
        globalThis.requestAnimationFrame = (draw) =>
          frameLateMs
            ? setTimeout(() => requestAnimationFrame(draw), frameLateMs)
            : requestAnimationFrame(draw);
      },
    });
    await visit.tell(kAdvised);
    await visit.use('session');
    await visit.bring('tool.copy');
    await visit.stands();
    await visit.evaluate(() => {
      frameLateMs = 2500;
      document.addEventListener('copy', () => (globalThis.copied = true));
      const { writeText } = navigator.clipboard;
      navigator.clipboard.writeText = (text) =>
        writeText.call(navigator.clipboard, text).then(() => (globalThis.copied = true));
    });
    await visit.tap('tool.copy');
    await visit.waitForFunction(
      () =>
        globalThis.copied ||
        document
          .querySelector('recovery-advisor')
          .shadowRoot.querySelector('.tree')
          .textContent.includes('pas pu se faire'),
    );
    assert.equal(await visit.evaluate(() => globalThis.copied), true);
  });

  it('the marked figure is saved as a picture', async () => {
    await visit.openTool('blog.html', {
      before: () => {
        const { createObjectURL } = URL;
        URL.createObjectURL = (blob) => ((globalThis.made = blob), createObjectURL.call(URL, blob));
        const { click } = HTMLAnchorElement.prototype;
        HTMLAnchorElement.prototype.click = function () {
          this.download ? (globalThis.saved = this.download) : click.call(this);
        };
      },
    });
    await visit.tell(kAdvised);
    await visit.use('session');
    await visit.use('tool.picture');
    await visit.waitForFunction(() => globalThis.saved);
    assert.match(await visit.evaluate(() => saved), /\.png$/);
    assert.deepEqual(
      await visit.evaluate(async () => {
        const { width, height } = await createImageBitmap(made);
        return [made.type, width, height];
      }),
      ['image/png', 1632, 2112],
    );
    await visit.noErrors();
  });

  it('two fingers on a Mac’s trackpad zoom the figure, not the page', async () => {
    await visit.openTool();
    const { width } = await visit.node('region.quad_l');
    const left = await visit.evaluate(() => {
      const { shadowRoot } = document.querySelector('recovery-advisor');
      const box = shadowRoot.querySelector('[data-key="region.quad_l"]').getBoundingClientRect();
      const pinch = (type, scale) =>
        shadowRoot.querySelector('canvas').dispatchEvent(
          Object.assign(new Event(type, { bubbles: true, composed: true, cancelable: true }), {
            scale,
            clientX: box.x + box.width / 2,
            clientY: box.y + box.height / 2,
          }),
        );
      return [pinch('gesturestart', 1), pinch('gesturechange', 1.25), pinch('gesturechange', 1.5)];
    });
    assert.deepEqual(left, [false, false, false]);
    await visit.stands();
    const now = (await visit.node('region.quad_l')).width;
    assert.ok(Math.abs(now / width - 1.5) < 0.05, `${now / width} times`);
    await visit.noErrors();
  });

  it('nothing that iOS 16.4 does not have is needed: the way, an iframe’s page with its site, and no whole screen is offered', async () => {
    await visit.open('embed.html?lang=fr&theme=dark&load=eager&site=/site.json', {
      before: () => {
        delete URL.canParse;
        delete URL.parse;
        for (const name of ['withResolvers', 'try']) delete Promise[name];
        for (const name of ['groupBy']) {
          delete Object[name];
          delete Map[name];
        }
        for (const name of ['union', 'intersection', 'difference', 'isSubsetOf'])
          delete Set.prototype[name];
        for (const name of [
          'map',
          'filter',
          'take',
          'toArray',
          'forEach',
          'some',
          'every',
          'find',
          'flatMap',
          'reduce',
          'drop',
        ])
          delete globalThis.Iterator?.prototype[name];
        for (const name of ['any']) delete AbortSignal[name];
        for (const name of [
          'checkVisibility',
          'requestFullscreen',
          'webkitRequestFullscreen',
          'setHTMLUnsafe',
          'getHTML',
          'moveBefore',
        ])
          delete Element.prototype[name];
        for (const name of ['showPopover', 'hidePopover', 'togglePopover', 'popover'])
          delete HTMLElement.prototype[name];
        for (const name of ['fullscreenEnabled', 'webkitFullscreenEnabled', 'startViewTransition'])
          delete Document.prototype[name];
        for (const name of [
          'requestIdleCallback',
          'cancelIdleCallback',
          'scheduler',
          'Iterator',
          'CloseWatcher',
          'Sanitizer',
          'EditContext',
          'navigation',
        ])
          delete globalThis[name];
        for (const name of ['connection', 'userActivation', 'locks'])
          delete Navigator.prototype[name];
        delete String.prototype.isWellFormed;
        delete ArrayBuffer.prototype.transfer;
      },
    });
    await visit.isReady();
    assert.equal(await visit.state(), 'ready');
    assert.equal(
      await visit.evaluate(() => document.querySelector('recovery-advisor').getAttribute('site')),
      '/site.json',
    );
    await visit.tap('menu');
    await visit.isThere('list_view');
    assert.equal(await visit.node('full_screen'), null);
    await visit.press('Escape');
    await visit.isGone('list_view');
    await visit.tap('region.quad_l');
    await visit.isMarked('region.quad_l');
    for (const title of words.titles.slice(1)) {
      await visit.tap('continue');
      await visit.isOn(title);
    }
    await visit.seeAll();
    await visit.tap('continue');
    assert.equal((await visit.bring('book')).href, kBooking);
    await visit.noErrors();
  });

  it('where a page has no whole screen, as on an iPhone, it lies over the page, is used there, and gives the page back', async () => {
    await visit.openTool('blog.html', {
      before: () => {
        delete Element.prototype.requestFullscreen;
        delete Document.prototype.fullscreenEnabled;
      },
    });
    const before = await visit.evaluate(() => scrollY);
    const covers = (wanted) =>
      visit.waitForFunction((wanted) => {
        const section = document
          .querySelector('recovery-advisor')
          .shadowRoot.querySelector('section');
        return (
          section.matches(':popover-open') === wanted &&
          (!wanted || section.offsetHeight === innerHeight)
        );
      }, wanted);
    await visit.tap('menu');
    await visit.tap('full_screen');
    await covers(true);
    await visit.tap('region.quad_l');
    await visit.isMarked('region.quad_l');
    const close = await visit.evaluate(() => {
      const { x, y, width, height } = document
        .querySelector('recovery-advisor')
        .shadowRoot.querySelector('button.close')
        .getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    await visit.tapAt(close.x, close.y);
    await covers(false);
    await visit.waitForFunction((before) => Math.abs(scrollY - before) < 2, before);
    assert.deepEqual(
      (await visit.told()).marks.map(({ region }) => region),
      ['quad_l'],
    );
    await visit.noErrors();
  });

  it('without WebAssembly, as on an iPhone in Lockdown Mode, it says so and shows what stands inside the tag', async () => {
    await visit.open('blog.html', { before: () => delete globalThis.WebAssembly });
    await visit.evaluate(() => document.querySelector('recovery-advisor').open());
    await visit.isReady();
    assert.deepEqual(
      await visit.evaluate(() => {
        const { shadowRoot, state } = document.querySelector('recovery-advisor');
        return [
          state,
          shadowRoot.querySelector('[role=status]').textContent !== '',
          getComputedStyle(shadowRoot.querySelector('slot')).display,
        ];
      }),
      ['fallback', true, 'block'],
    );
  });
}
