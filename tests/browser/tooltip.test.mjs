// What a mouse rests on says its name, and Escape takes that away without the mouse having to move
// (WCAG 1.4.13).

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodePng } from '../desktop/png.mjs';
import { benchOfFile, kDesk } from './harness.mjs';

const bench = benchOfFile();

// The screen once it stands still: the same twice.
async function seen(page) {
  for (let last; ;) {
    const picture = await page.screenshot();
    if (last?.equals(picture)) return decodePng(picture);
    last = picture;
    await page.waitForTimeout(100);
  }
}

/** How many pixels differ outside of a box. */
function changed(one, other, { x, y, width, height }) {
  let count = 0;
  for (let at = 0; at < one.pixels.length; at += one.channels) {
    const column = (at / one.channels) % one.width,
      row = Math.floor(at / one.channels / one.width);
    const inside = column >= x && column < x + width && row >= y && row < y + height;
    if (!inside && [0, 1, 2].some((i) => one.pixels[at + i] !== other.pixels[at + i])) ++count;
  }
  return count;
}

test('Escape takes away the name that a mouse has asked for', async () => {
  const page = await bench.open('index.html', { ...kDesk, reducedMotion: 'reduce' });
  await page.getByRole('button', { name: 'Commencer' }).click();
  await page.waitForSelector('recovery-advisor[state=ready]');
  const element = page.locator('recovery-advisor');
  await element.evaluate((node) => node.scrollIntoView({ block: 'start' }));
  await page.waitForFunction(() => document.querySelector('recovery-advisor').advice);
  const menu = await element.locator('[data-key="menu"]').boundingBox();
  await page.mouse.move(5, 5);
  const before = await seen(page);

  await page.mouse.move(menu.x + menu.width / 2, menu.y + menu.height / 2);
  await page.waitForTimeout(1500);
  const named = await seen(page);
  assert.ok(changed(before, named, menu) > 500, 'its name has come beside the button');

  await page.keyboard.press('Escape');
  await page.waitForTimeout(500);
  assert.equal(changed(before, await seen(page), menu), 0, 'its name has gone');
  assert.deepEqual(page.errors, []);
  await page.context().close();
});
