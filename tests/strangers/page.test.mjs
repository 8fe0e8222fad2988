// What belongs to the page and not to the tool: it lies above the tool when it wants to, and is
// given back as it was.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { benchOfFile, kDesk, kPhone } from '../browser/harness.mjs';
import { bookByDialog, isTheirDialogSeen, thePage, withoutFullscreen } from './deeds.mjs';
import { adviseCalf, opened, visit } from './visit.mjs';

const bench = benchOfFile();

for (const [how, before] of [
  ['in full screen', []],
  ['over the page, as on an iPhone', [withoutFullscreen]],
])
  test(`${how}, a page that takes the booking over shows its own dialog above the tool`, async () => {
    const { page, reader } = await visit(bench, { device: kPhone, before });
    await adviseCalf({ page, reader });
    for (const key of ['menu', 'full_screen']) await reader.use(key);
    await page.waitForFunction(() =>
      document
        .querySelector('recovery-advisor')
        .shadowRoot.querySelector('section:is(:fullscreen, :popover-open)'),
    );
    await page.evaluate(bookByDialog);
    await reader.use('book');
    await page.waitForFunction(isTheirDialogSeen);
    await page.context().close();
  });

test('after a visit, over the whole page and back, all that is not the tool’s is as it was', async () => {
  const { page, reader } = await visit(bench, {
    device: kDesk,
    before: [withoutFullscreen],
    prepare: (page) =>
      page.evaluate(() => {
        const root = document.documentElement;
        root.setAttribute('style', 'overflow-x: clip; --theirs: 1');
        document.body.setAttribute('style', '');
        document.addEventListener = function theirs(...args) {
          return EventTarget.prototype.addEventListener.apply(this, args);
        };
        history.replaceState({ theirs: true }, '');
        document.adoptedStyleSheets.push(new CSSStyleSheet());
      }),
  });
  // The page of a tool that has not been used yet.
  const own = await page.evaluate(() => String(document.addEventListener));
  const before = await page.evaluate(thePage);
  await adviseCalf({ page, reader });
  for (const key of ['menu', 'full_screen']) await reader.use(key);
  await page.locator('recovery-advisor button.close').click();
  await page.locator('recovery-advisor button.close').waitFor({ state: 'detached' });
  await opened(page);
  assert.deepEqual(await page.evaluate(thePage), before);
  assert.equal(await page.evaluate(() => String(document.addEventListener)), own);
  assert.match(own, /theirs/);
  await page.context().close();
});

/** Runs in the page before anything else: old libraries write into what all share. */
function pollute() {
  Object.prototype.theirs = function theirs() {};
  Array.prototype.theirs = function theirs() {};
  Function.prototype.theirs = 1;
  String.prototype.theirs = 1;
  Array.prototype.remove = function remove(...from) {
    return this.splice(...from);
  };
  globalThis.$ = globalThis.name = globalThis.status = globalThis.Module = 'theirs';
  globalThis.define = () => {};
  globalThis.define.amd = {};
  globalThis.exports = globalThis.module = {};
}

test('on a page whose libraries have written into prototypes and globals, the whole way is there', async () => {
  const { page, reader } = await visit(bench, { before: [pollute] });
  await adviseCalf({ page, reader });
  assert.ok(await reader.has('book'));
  assert.deepEqual(
    await page.evaluate(() => document.querySelector('recovery-advisor').advice.areas[0].region),
    'calf_l',
  );
  // As Prototype.js has it. What is handed over has to be read all the same.
  const marks = await page.evaluate(async () => {
    const advisor = document.querySelector('recovery-advisor'),
      { intake } = advisor;
    Array.prototype.toJSON = function toJSON() {
      return String(this);
    };
    try {
      advisor.reset();
      advisor.intake = intake;
      const { areas } = await advisor.advise(intake);
      return [advisor.intake.marks[0].region, areas[0].region].join(' ');
    } finally {
      delete Array.prototype.toJSON;
    }
  });
  assert.equal(marks, 'calf_l calf_l');
  assert.deepEqual(page.errors, []);
  await page.context().close();
});
