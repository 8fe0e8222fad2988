// A visit to the tool on a page that others have been at as well.

import { kDesk } from '../browser/harness.mjs';
import { Reader, toTheEnd } from '../browser/reader.mjs';

/**
 * A page with the tool open, and a reader of it. `prepare` runs on the page before the tool is
 * opened.
 * @param {{ device?: object, now?: string, before?: Function[], path?: string,
 *   prepare?: (page: object) => unknown }} options
 */
export async function visit(
  bench,
  { device = kDesk, now, before, prepare = () => {}, path = 'blog.html' } = {},
) {
  const options = { ...device, bypassCSP: true, reducedMotion: 'reduce' };
  const page = await bench.open(path, options, { ...(now && { now }), before });
  await prepare(page);
  await page.evaluate(() => document.querySelector('recovery-advisor').open());
  return { page, reader: await opened(page) };
}

/** Waits until the tool is open and at rest. */
export async function opened(page) {
  await page.waitForSelector('recovery-advisor:is([state=ready], [state=fallback])');
  const reader = new Reader(page);
  await reader.rest();
  return reader;
}

/** From the first screen to the advice for one calf, nothing of the safety check being so. */
export async function adviseCalf({ page, reader }) {
  for (const key of ['region.calf_l', 'continue', 'continue']) await reader.use(key);
  await toTheEnd(page);
  await reader.use('continue');
}

/** The control of a key, as a locator. */
export const control = (page, key) => page.locator(`recovery-advisor [data-key="${key}"]`);
