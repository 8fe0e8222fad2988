// Real touches (as the browser's own input has them) on the tool in a page: a panel scrolls while
// it can, then the page does.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { benchOfFile, kPhone } from './harness.mjs';

const kAdvised = {
  version: 1,
  now: '2026-06-10T10:00',
  marks: [{ region: 'quad_l', intensity: 6 }],
  screened: true,
};
const kStepPx = 16;

const bench = benchOfFile();

async function openInPage(options = kPhone) {
  const page = await bench.open('index.html', options);
  await page.evaluate(() =>
    document.querySelector('recovery-advisor').setAttribute('load', 'eager'),
  );
  await page.waitForSelector('recovery-advisor[state=ready]');
  page.touches = await page.context().newCDPSession(page);
  // The tool's top at the window's.
  await page.evaluate(() =>
    document
      .querySelector('recovery-advisor')
      .scrollIntoView({ block: 'start', behavior: 'instant' }),
  );
  return page;
}

async function showAdvice(page) {
  await page.evaluate(
    (intake) => (document.querySelector('recovery-advisor').intake = intake),
    kAdvised,
  );
  await page.waitForFunction(() =>
    document.querySelector('recovery-advisor').shadowRoot.querySelector('.tree a[href^=http]'),
  );
  await stand(page);
}

const send = (page, type, points) =>
  page.touches.send('Input.dispatchTouchEvent', { type, touchPoints: points });

/** A finger from one place by so much, slowly, that rests before it leaves. */
async function drag(page, x, y, dx, dy) {
  await send(page, 'touchStart', [{ x, y }]);
  const steps = Math.ceil(Math.hypot(dx, dy) / kStepPx);
  for (let i = 1; i <= steps; i++) {
    await send(page, 'touchMove', [{ x: x + (dx * i) / steps, y: y + (dy * i) / steps }]);
    await page.evaluate(() => new Promise((next) => requestAnimationFrame(next)));
  }
  await page.evaluate(() => new Promise((next) => setTimeout(next, 120)));
  await send(page, 'touchEnd', []);
  await stand(page);
}

const places = (page) =>
  page.evaluate(() => {
    const title = document.querySelector('recovery-advisor').shadowRoot.querySelector('.tree h2');
    return {
      page: Math.round(scrollY),
      panel: title ? getComputedStyle(title).getPropertyValue('--at') : '',
    };
  });

// Until page and panel have been at one place for a while.
async function stand(page) {
  for (let last, same = 0; same < 3;) {
    const now = JSON.stringify(await places(page));
    same = now === last ? same + 1 : 0;
    last = now;
    await page.evaluate(() => new Promise((next) => setTimeout(next, 50)));
  }
}

test('a finger scrolls the panel and not the page, until the panel is at its end; then the page', async () => {
  const page = await openInPage();
  await showAdvice(page);
  const start = await places(page);
  await drag(page, 195, 420, 0, -160);
  const once = await places(page);
  assert.equal(once.page, start.page);
  assert.notEqual(once.panel, start.panel);
  let last = once,
    swipes = 0;
  for (; swipes < 40 && last.page === start.page; swipes++) {
    await drag(page, 195, 420, 0, -320);
    last = await places(page);
  }
  assert.ok(swipes > 1 && swipes < 40, `${swipes} swipes`);
  assert.ok(last.page > start.page + 60, `the page went ${last.page - start.page} px`);
  // Back: the panel can scroll that way again.
  await drag(page, 195, 300, 0, 160);
  assert.equal((await places(page)).page, last.page);
  await page.context().close();
});

test('at its top, a panel leaves a pull down to the page', async () => {
  const page = await openInPage();
  await showAdvice(page);
  const start = await places(page);
  assert.ok(start.page > 100);
  await drag(page, 195, 300, 0, 200);
  const now = await places(page);
  assert.equal(now.panel, start.panel);
  assert.ok(now.page < start.page - 60, `the page went ${start.page - now.page} px`);
  await page.context().close();
});

test('a long press on the figure opens no menu of the browser; the mouse’s other button does', async () => {
  const page = await openInPage();
  const prevented = await page.evaluate(() => {
    const canvas = document.querySelector('recovery-advisor').shadowRoot.querySelector('canvas');
    return ['touch', 'pen', 'mouse'].map((pointerType) => {
      const event = new PointerEvent('contextmenu', {
        pointerType,
        bubbles: true,
        cancelable: true,
      });
      canvas.dispatchEvent(event);
      return event.defaultPrevented;
    });
  });
  assert.deepEqual(prevented, [true, true, false]);
  await page.context().close();
});
