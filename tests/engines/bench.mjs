// One engine for the tests of a file: a display, the site, a browser, and the words in which the
// tests speak of it.

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { kDist } from '../browser/harness.mjs';
import { unlessAll } from '../few.mjs';
import { Display } from './display.mjs';
import { Site } from './site.mjs';
import { Visit } from './visit.mjs';

export const kBooking = 'https://booking.example/maison-laurier?service=sport-60&date=2026-06-10';

/**
 * @param {{ name: string, touches: boolean, missing: () => string, open: (display: Display) =>
 *   Promise<object> }} engine
 */
export function startEngine(engine) {
  const missing = engine.missing();
  if (missing)
    console.log(`# ${engine.name} IS NOT TESTED: ${missing}. ./emsdk-setup.sh test installs it.`);
  /** @type {string | false} */
  let skipped = false;
  /** A test's options may stand between its name and its way, as node:test has them. */
  const it = (name, ...rest) => {
    const way = rest.pop();
    const skip = missing || skipped;
    const options = { timeout: 300_000, ...rest[0], ...(skip && { skip }) };
    test(`${engine.name}: ${name}`, options, way);
  };

  /** What the other engine runs as well: here by `npm run test:all`. @param {Function} tests */
  const inAll = (tests) => {
    skipped = unlessAll(false);
    tests(bench);
    skipped = false;
  };

  const visit = new Visit();
  let display, site, browser;
  before(async () => {
    if (missing) return;
    const dist = process.env.ADVISOR_DIST ?? kDist;
    assert.ok(existsSync(join(dist, 'recovery-advisor.js')), `${dist} is not built: npm run build`);
    display = await Display.open();
    site = await Site.serve(dist);
    browser = await engine.open(display);
    visit.begin(browser, site);
    console.log(`# ${engine.name} ${browser.version}`);
  });
  after(async () => {
    await browser?.close();
    await site?.close();
    display?.close();
  });
  const bench = { engine, it, visit, inAll };
  return bench;
}
