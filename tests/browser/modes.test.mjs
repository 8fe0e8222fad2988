// What a reader has set in the system: forced colours, more contrast, dark, less motion, 400 %. In
// both forms of the tool, and followed at once when it changes.
/* global asked: writable, rested */ // of the page

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unlessAll } from '../few.mjs';
import { audit } from './axe.mjs';
import { benchOfFile, kDesk } from './harness.mjs';
import { toTheEnd } from './reader.mjs';

const bench = benchOfFile();
const kColumn = { viewport: { width: 600, height: 844 }, reducedMotion: 'reduce' };
const kForms = ['over the canvas', 'as a page'];

async function open(form, options = kColumn, before) {
  const page = await bench.open('blog.html', options, { before });
  await page.evaluate(() => document.querySelector('recovery-advisor').open());
  await page.waitForSelector('recovery-advisor[state=ready]');
  if (form === 'as a page') {
    await use(page, 'menu');
    await use(page, 'list_view');
    await page.locator('recovery-advisor .stage.page').waitFor();
  }
  return page;
}
const node = (page, key) => page.locator(`recovery-advisor [data-key="${key}"]`);
const use = async (page, key) => {
  await node(page, key).waitFor({ state: 'attached' });
  await node(page, key).evaluate((found) => (found.querySelector('input') ?? found).click());
};
const stage = (page) => page.locator('recovery-advisor .stage');
const token = (page, name) =>
  stage(page).evaluate((found, name) => {
    const probe = found.appendChild(
      Object.assign(document.createElement('i'), {
        style: `forced-color-adjust: none; color: ${name.startsWith('--') ? `var(${name})` : name}`,
      }),
    );
    const colour = getComputedStyle(probe).color;
    probe.remove();
    return colour;
  }, name);
const picture = async (page) => (await stage(page).screenshot()).toString('base64');
// Until it looks otherwise than before, or the test's patience ends.
async function changed(page, before) {
  for (
    const end = performance.now() + 10_000;
    performance.now() < end;
    await page.waitForTimeout(50)
  ) {
    const now = await picture(page);
    if (now !== before) return now;
  }
  throw new Error('nothing changed on the screen');
}
// Until two pictures in a row are the same.
async function settled(page) {
  for (let last, now = await picture(page); ; last = now, now = await picture(page))
    if (last === now) return now;
}
const focusedColours = (page) =>
  page.evaluate(() => {
    const { activeElement } = document.querySelector('recovery-advisor').shadowRoot;
    const ring = getComputedStyle(
      activeElement.type === 'radio' && activeElement.closest('.page')
        ? activeElement.parentNode
        : activeElement,
    );
    return {
      colour: ring.outlineColor,
      style: ring.outlineStyle,
      width: parseFloat(ring.outlineWidth),
    };
  });

// Every screen, from the figure to the alarm, in turn.
async function walk(page, look) {
  await look('where');
  await use(page, 'region.calf_l');
  await node(page, 'intensity.calf_l').waitFor({ state: 'attached' });
  await look('where, marked');
  await use(page, 'menu');
  await node(page, 'sheet').waitFor({ state: 'attached' });
  await look('menu');
  await use(page, 'sheet.close');
  await use(page, 'continue');
  await use(page, 'quality.sore');
  await use(page, 'tell.more');
  await node(page, 'goals').waitFor({ state: 'attached' });
  await look('tell');
  await use(page, 'continue');
  await use(page, 'minor');
  await node(page, 'flag.bruise').waitFor({ state: 'attached' });
  await use(page, 'flag.bruise');
  await look('safety');
  await use(page, 'flag.bruise');
  await toTheEnd(page);
  await use(page, 'continue');
  await node(page, 'calendar').waitFor({ state: 'attached' });
  await look('advice');
  await page
    .locator('recovery-advisor [data-key^="benefit."]')
    .first()
    .evaluate((button) => button.click());
  await node(page, 'sheet.title').waitFor({ state: 'attached' });
  await look('benefit');
  await use(page, 'sheet.close');
  await use(page, 'session');
  await node(page, 'book').waitFor({ state: 'attached' });
  await look('book');
  await use(page, 'back');
  await use(page, 'answers');
  await use(page, 'continue');
  await use(page, 'flag.chest_pain');
  await use(page, 'continue');
  await node(page, 'alarm.911').waitFor({ state: 'attached' });
  await look('alarm');
}

for (const colorScheme of ['light', 'dark']) {
  for (const form of kForms) {
    const skip = unlessAll((colorScheme === 'dark') === (form === kForms[0]));
    test(
      `forced colours, ${colorScheme}, ${form}: the focus is seen on areas and controls, in a colour of the system`,
      { skip },
      async () => {
        const page = await open(form, { ...kColumn, colorScheme, forcedColors: 'active' });
        await use(page, 'region.calf_l');
        await node(page, 'intensity.calf_l').waitFor({ state: 'attached' });
        const highlight = await token(page, 'Highlight');
        await node(page, 'region.shin_l').focus();
        let last = await settled(page);
        for (const key of ['region.shin_r', 'continue', 'remove.calf_l']) {
          await page.keyboard.press('Shift'); // the focus came by keyboard
          await node(page, key).focus();
          last = await changed(page, last);
          last = await settled(page);
          assert.deepEqual(
            await focusedColours(page),
            { colour: highlight, style: 'solid', width: 3 },
            key,
          );
        }
        assert.deepEqual(page.errors, []);
        await page.context().close();
      },
    );
  }

  test(
    `forced colours, ${colorScheme}, as a page: every control has a border, what is chosen, moved or out of use looks so, and axe is content on every screen`,
    { skip: unlessAll(colorScheme === 'light') },
    async () => {
      const page = await open('as a page', { ...kColumn, colorScheme, forcedColors: 'active' });
      const [canvas, grey] = [await token(page, 'Canvas'), await token(page, 'GrayText')];
      const wrong = [];
      await walk(page, async (screen) => {
        wrong.push(...(await audit(page, 'recovery-advisor')).map((line) => `${screen}: ${line}`));
        wrong.push(
          ...(await stage(page).evaluate(
            (found, [screen, canvas, grey]) => {
              const out = [];
              for (const one of found.querySelectorAll(
                '.tree :is(button, a, .radio, .date input)',
              )) {
                if (!one.checkVisibility() || one.getBoundingClientRect().width < 3) continue;
                const style = getComputedStyle(one);
                const filled =
                  style.backgroundColor !== canvas && style.backgroundColor !== 'rgba(0, 0, 0, 0)';
                if (
                  parseFloat(style.borderTopWidth) < 1 ||
                  style.borderTopStyle === 'none' ||
                  (style.borderTopColor === canvas && !filled)
                )
                  out.push(`${screen}: ${one.dataset.key} has no border`);
                if (
                  (one.ariaDisabled === 'true' || one.querySelector('input:disabled')) &&
                  style.color !== grey
                )
                  out.push(`${screen}: ${one.dataset.key} does not look out of use`);
              }
              if (getComputedStyle(found).backgroundColor !== canvas)
                out.push(`${screen}: not on the system's ground`);
              return out;
            },
            [screen, canvas, grey],
          )),
        );
      });
      assert.deepEqual(wrong, []);
      await page.context().close();

      const again = await open('as a page', { ...kColumn, colorScheme, forcedColors: 'active' });
      const look = async (key) => (await node(again, key).screenshot()).toString('base64');
      const [unmarked, other] = [await look('region.calf_l'), await look('region.calf_r')];
      await use(again, 'region.calf_l');
      await again.mouse.move(0, 0);
      assert.notEqual(await look('region.calf_l'), unmarked);
      assert.equal(await look('region.calf_r'), other);
      const five = await look('intensity.calf_l');
      await node(again, 'intensity.calf_l').locator('input').fill('9');
      assert.notEqual(await look('intensity.calf_l'), five);
      await use(again, 'continue');
      const unsaid = await node(again, 'quality.sore').screenshot();
      await use(again, 'quality.sore');
      assert.notDeepEqual(await node(again, 'quality.sore').screenshot(), unsaid);
      await use(again, 'continue');
      await use(again, 'minor');
      const unchecked = await node(again, 'flag.bruise').screenshot();
      await use(again, 'flag.bruise');
      assert.notDeepEqual(await node(again, 'flag.bruise').screenshot(), unchecked);
      await again.context().close();
    },
  );

  for (const form of kForms) {
    const skip = unlessAll((colorScheme === 'light') === (form === kForms[0]));
    test(
      `more contrast, ${colorScheme}, ${form}: asked for while it is open, it comes at once, and goes again`,
      { skip },
      async () => {
        const page = await open(form, { ...kColumn, colorScheme });
        await use(page, 'region.calf_l');
        await node(page, 'intensity.calf_l').waitFor({ state: 'attached' });
        const plain = await settled(page);
        await page.emulateMedia({ contrast: 'more' });
        await changed(page, plain);
        const [paper, ink, edge] =
          colorScheme === 'light'
            ? ['rgb(255, 255, 255)', 'rgb(0, 0, 0)', 'rgb(43, 51, 47)']
            : ['rgb(0, 0, 0)', 'rgb(255, 255, 255)', 'rgb(217, 223, 219)'];
        assert.deepEqual(
          [await token(page, '--paper'), await token(page, '--ink'), await token(page, '--edge')],
          [paper, ink, edge],
        );
        await settled(page);
        const corner = await page.evaluate(
          async (png) => {
            const drawn = await createImageBitmap(
              new Blob([Uint8Array.from(atob(png), (sign) => sign.charCodeAt(0))]),
            );
            const flat = new OffscreenCanvas(drawn.width, drawn.height).getContext('2d');
            flat.drawImage(drawn, 0, 0);
            return [...flat.getImageData(8, drawn.height >> 1, 1, 1).data].slice(0, 3).join(', ');
          },
          await picture(page),
        );
        assert.equal(`rgb(${corner})`, paper);
        assert.deepEqual(await audit(page, 'recovery-advisor'), []);
        await page.emulateMedia({ contrast: 'no-preference' });
        for (let now = await settled(page); now !== plain; now = await changed(page, now)) continue;
        await page.context().close();
      },
    );
  }
}

for (const form of kForms) {
  test(`dark and light, ${form}: followed at once`, async () => {
    const page = await open(form, { ...kColumn, colorScheme: 'light' });
    const light = await settled(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await changed(page, light);
    assert.equal(await token(page, '--paper'), 'rgb(18, 24, 21)');
    await page.emulateMedia({ colorScheme: 'light' });
    for (let now = await settled(page); now !== light; now = await changed(page, now)) continue;
    await page.context().close();
  });

  test(
    `less motion, ${form}: nothing glides; a press asks for a frame or a few, not for twenty`,
    { skip: unlessAll(form === kForms[0]) },
    async () => {
      const count = () => {
        globalThis.asked = 0;
        const original = globalThis.requestAnimationFrame;
        globalThis.requestAnimationFrame = (call) => (globalThis.asked++, original(call));
        // Until nothing was asked for during thirty frames of the browser's own.
        globalThis.rested = async () => {
          for (let still = 0, last = -1; still < 30; still = asked === last ? still + 1 : 0) {
            last = asked;
            await new Promise((next) => original(next));
          }
        };
      };
      const framesOf = async (reducedMotion) => {
        const page = await open(form, { ...kDesk, reducedMotion }, count);
        // With everything there: what comes meanwhile asks for frames too. A screenshot would ask
        // for more.
        await page.evaluate(() =>
          document
            .querySelector('recovery-advisor')
            .advise({ version: 1, now: '2026-06-10T10:00', marks: [] }),
        );
        await page.evaluate(() => rested().then(() => (asked = 0)));
        await use(page, 'menu');
        await node(page, 'sheet').waitFor({ state: 'attached' });
        await page.evaluate(() => rested());
        const frames = await page.evaluate(() => asked);
        const gliding = await page.evaluate(
          () => document.querySelector('recovery-advisor').shadowRoot.getAnimations().length,
        );
        const transitions = await stage(page).evaluate(
          (found) =>
            [...found.querySelectorAll('*')].filter(
              (one) =>
                parseFloat(getComputedStyle(one).transitionDuration) > 0 &&
                getComputedStyle(one).transitionProperty !== 'none',
            ).length,
        );
        await page.context().close();
        return { frames, gliding, transitions };
      };
      const calm = await framesOf('reduce');
      assert.deepEqual([calm.gliding, calm.transitions], [0, 0]);
      assert.ok(calm.frames <= 2, `${calm.frames} frames were asked for`);
      const lively = await framesOf('no-preference');
      if (form === 'over the canvas')
        assert.ok(lively.frames > calm.frames + 1, `only ${lively.frames} frames with motion`);
    },
  );

  test(
    `400 %, ${form}: 320 by 256 pixels of 1280 by 1024, without scrolling sideways, each control in sight when it has the focus`,
    { skip: unlessAll(form !== kForms[0]) },
    async () => {
      const page = await open(form, {
        viewport: { width: 320, height: 256 },
        deviceScaleFactor: 4,
        reducedMotion: 'reduce',
      });
      const wrong = [];
      await walk(page, async (screen) => {
        if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth))
          wrong.push(`${screen} scrolls sideways`);
        const keys = await stage(page).evaluate((found) =>
          [...found.querySelectorAll('.tree :is(button, a, input)')]
            .filter(
              (one) =>
                one.tabIndex >= 0 &&
                !one.disabled &&
                !one.closest('[inert]') &&
                one.checkVisibility(),
            )
            .map((one) => one.closest('[data-key]').dataset.key),
        );
        if (!keys.length) wrong.push(`${screen} has no controls`);
        for (const key of keys) {
          await node(page, key).evaluate((found) =>
            (found.querySelector('input') ?? found).focus(),
          );
          const inSight = () =>
            page.waitForFunction(() => {
              const { activeElement } = document.querySelector('recovery-advisor').shadowRoot;
              if (!activeElement) return false;
              const box = (
                activeElement.closest('.page label') ?? activeElement
              ).getBoundingClientRect();
              const [left, right, top, bottom] = [
                Math.max(box.left, 0),
                Math.min(box.right, innerWidth),
                Math.max(box.top, 0),
                Math.min(box.bottom, innerHeight),
              ];
              return (
                right - left >= Math.min(box.width, 20) &&
                bottom - top >= Math.min(box.height, 20) &&
                box.width > 2
              );
            });
          await inSight().catch(() =>
            wrong.push(`${screen}: ${key} cannot be seen with the focus`),
          );
        }
      });
      assert.deepEqual(wrong, []);
      assert.deepEqual(page.errors, []);
      await page.context().close();
    },
  );
}
