// Dear ImGui traps on its first frame without a font. Here the fonts arrive broken: the reader gets
// the list, and no error.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { benchOfFile, kDesk, kRegions } from './harness.mjs';

const bench = benchOfFile();

function breakFonts() {
  const fetched = globalThis.fetch;
  globalThis.fetch = async (...request) => {
    const response = await fetched(...request);
    if (!/\/pack-/.test(response.url)) return response;
    const bytes = new Uint8Array(await response.arrayBuffer());
    bytes.fill(0, bytes.length - 2 * 16000); // the two fonts are its end
    return new Response(bytes, { headers: { 'content-type': 'application/octet-stream' } });
  };
}

test('fonts that are none give the list with all its controls, and no trap', async () => {
  const page = await bench.open('blog.html', kDesk, { before: breakFonts });
  await page.getByRole('button', { name: 'Commencer' }).click();
  await page.waitForSelector('recovery-advisor[state=fallback]');
  const regions = page.locator('recovery-advisor').locator('button[aria-pressed]');
  assert.equal(await regions.count(), kRegions.length);
  await regions.first().click();
  await page.waitForFunction(
    () => document.querySelector('recovery-advisor').intake.marks.length === 1,
  );
  assert.deepEqual(page.errors, []);
  await page.context().close();
});
