// What the tag stands in, and what the page does with what it hears: a link, something that can be
// dragged, a page with keys of its own, a component that gives back what it was told, a translator,
// a script that tidies attributes away.
/* global begun, dragged: writable, heard: writable, pressed, stripped: writable */ // of the page

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { benchOfFile } from '../browser/harness.mjs';
import { kAdvised } from '../browser/reader.mjs';
import { control, opened, visit } from './visit.mjs';

const bench = benchOfFile();

/** Runs in the page: puts the tag into this element. */
const putInto = (html) => {
  const advisor = document.querySelector('recovery-advisor');
  const around = document.createRange().createContextualFragment(html).firstElementChild;
  advisor.replaceWith(around);
  around.append(advisor);
};
const tell = (page, intake) =>
  page.evaluate((told) => (document.querySelector('recovery-advisor').intake = told), intake);
const language = (page) =>
  page.evaluate(
    () => document.querySelector('recovery-advisor').shadowRoot.querySelector('[lang]').lang,
  );

test('a page that gives back what it hears is told of it once, and the way back is free', async () => {
  const { page, reader } = await visit(bench);
  await page.evaluate(() => {
    globalThis.heard = 0;
    const advisor = document.querySelector('recovery-advisor');
    advisor.addEventListener('advisor-change', ({ detail }) => {
      heard++;
      setTimeout(() => (advisor.intake = structuredClone(detail.intake)));
    });
  });
  await tell(page, kAdvised);
  await control(page, 'session').waitFor({ state: 'attached' });
  await reader.rest();
  await reader.use('back');
  assert.equal(await reader.has('session'), false);
  assert.equal(await page.evaluate(() => heard), 1);
  await page.context().close();
});

test('keys that are typed into the tool or press something in it are not the page’s', async () => {
  const { page, reader } = await visit(bench, {
    prepare: (page) =>
      page.evaluate(() => {
        globalThis.pressed = [];
        document.addEventListener('keydown', (event) => {
          if (event.target.closest('input, textarea, select, [contenteditable]')) return;
          pressed.push(event.key);
          if (/^[0-9 ]$|^Arrow|^Enter$/.test(event.key)) event.preventDefault();
        });
      }),
  });
  await reader.use('region.calf_l');
  await control(page, 'intensity.calf_l').locator('input').focus();
  for (const key of ['ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
  await reader.rest();
  assert.equal((await reader.told()).marks[0].intensity, 7);
  await control(page, 'continue').focus();
  await page.keyboard.press('Enter');
  const date = control(page, 'race.other').locator('input');
  await date.waitFor({ state: 'attached' });
  await date.focus();
  await page.keyboard.type('07052026');
  assert.equal(await date.inputValue(), '2026-07-05');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  assert.deepEqual(await page.evaluate(() => pressed), ['Escape', 'Control', 'k']);
  await page.context().close();
});

test('within a link neither Start nor a touch on the figure follows it', async () => {
  const page = await bench.open('blog.html', { bypassCSP: true, reducedMotion: 'reduce' });
  await page.evaluate(putInto, '<a href="/elsewhere.html"></a>');
  await page.getByRole('button', { name: 'Commencer' }).click();
  const reader = await opened(page);
  const calf = await control(page, 'region.quad_l').boundingBox();
  await page.mouse.click(calf.x + calf.width / 2, calf.y + calf.height / 2);
  await page.waitForFunction(
    () => document.querySelector('recovery-advisor').intake.marks.length === 1,
  );
  await reader.rest();
  assert.equal(new URL(page.url()).pathname, '/blog.html');
  await page.context().close();
});

test('within something that can be dragged the intensity still follows the mouse', async () => {
  const { page, reader } = await visit(bench, {
    prepare: async (page) => {
      await page.evaluate(putInto, '<div draggable="true"></div>');
      await page.evaluate(() => {
        globalThis.dragged = 0;
        addEventListener('dragstart', (event) => (dragged += !event.defaultPrevented));
      });
    },
  });
  await reader.use('region.calf_l');
  const slider = control(page, 'intensity.calf_l');
  await slider.scrollIntoViewIfNeeded();
  await reader.rest();
  const { x, y, width, height } = await slider.boundingBox();
  await page.mouse.move(x + width / 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width - 4, y + height / 2, { steps: 8 });
  await page.mouse.up();
  await reader.rest();
  assert.equal((await reader.told()).marks[0].intensity, 10);
  assert.equal(await page.evaluate(() => dragged), 0);
  await page.context().close();
});

test('a language that nobody here speaks changes nothing, and a sloppy one is understood', async () => {
  const page = await bench.open('blog.en.html', { bypassCSP: true, reducedMotion: 'reduce' });
  const set = (name) => page.evaluate((lang) => (document.documentElement.lang = lang), name);
  for (const name of ['fr', 'en_US', 'es', 'EN-ca', 'zh-Hans']) {
    await set(name);
    await page.waitForFunction(
      ([name, expected]) =>
        document.documentElement.lang === name &&
        document.querySelector('recovery-advisor').shadowRoot.querySelector('[lang]').lang ===
          expected,
      [name, name === 'fr' ? 'fr' : 'en'],
    );
  }
  await page.evaluate(() => document.querySelector('recovery-advisor').setAttribute('lang', ''));
  assert.equal(await language(page), 'en');
  await page.evaluate(() => document.querySelector('recovery-advisor').open());
  await opened(page);
  await set('es');
  assert.equal(await page.getByRole('heading', { name: 'Where does it hurt?' }).count(), 1);
  await page.context().close();
});

test('a script that takes attributes away that it does not know does not hang the page', async () => {
  const page = await bench.open('blog.html', { bypassCSP: true, reducedMotion: 'reduce' });
  await page.evaluate(() => {
    globalThis.stripped = 0;
    new MutationObserver((changes) => {
      for (const { target } of changes)
        if (target.hasAttribute('state') && ++stripped) target.removeAttribute('state');
    }).observe(document.body, { attributes: true, subtree: true });
    document.querySelector('recovery-advisor').setAttribute('title', 'x');
    document.querySelector('recovery-advisor').open();
  });
  await page.waitForFunction(
    () => stripped > 2 && document.querySelector('recovery-advisor').state === 'ready',
  );
  await page.context().close();
});

test('a pointer that a script has made up is no error', async () => {
  const { page, reader } = await visit(bench);
  await page.evaluate(() => {
    globalThis.begun = document
      .querySelector('recovery-advisor')
      .shadowRoot.querySelector('[data-key="region.calf_l"]');
    for (const type of ['pointerdown', 'pointerup'])
      begun.dispatchEvent(
        new PointerEvent(type, { pointerId: 77, bubbles: true, composed: true, cancelable: true }),
      );
    begun.click();
  });
  await reader.rest();
  assert.equal((await reader.told()).marks.length, 1);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});
