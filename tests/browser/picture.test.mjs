// The marked figure as a picture to keep: a download, and on a phone the share sheet, from where it
// goes among the photos.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { decodePng } from '../desktop/png.mjs';
import { benchOfFile, kDesk, kPhone } from './harness.mjs';
import { kAdvised, kWay, Reader } from './reader.mjs';

const bench = benchOfFile();

async function openBooking(options, before) {
  const page = await bench.open(kWay.fr.path, { ...options, reducedMotion: 'reduce' }, { before });
  const reader = new Reader(page);
  await reader.open(kWay.fr);
  await page.evaluate(
    (told) => (document.querySelector('recovery-advisor').intake = told),
    kAdvised,
  );
  await page.locator('recovery-advisor [data-key="session"]').waitFor({ state: 'attached' });
  for (const key of ['session', 'book.note']) await reader.use(key);
  return { page, reader };
}

test('by a mouse it is downloaded, as a PNG in which something is drawn', async () => {
  const { page, reader } = await openBooking(kDesk);
  const [download] = await Promise.all([page.waitForEvent('download'), reader.use('tool.picture')]);
  assert.match(download.suggestedFilename(), /\.png$/);
  const { width, height, pixels } = decodePng(readFileSync(await download.path()));
  assert.ok(width > 300 && height > 300, `${width} by ${height}`);
  assert.ok(new Set(pixels).size > 50, 'it is empty');
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test('by a finger it goes to the share sheet', async () => {
  const { page, reader } = await openBooking(kPhone, () => {
    navigator.canShare = () => true;
    navigator.share = async ({ files }) => (globalThis.shared = files.map(({ type }) => type));
  });
  await reader.use('tool.picture');
  await page.waitForFunction(() => globalThis.shared);
  assert.deepEqual(await page.evaluate(() => globalThis.shared), ['image/png']);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});
