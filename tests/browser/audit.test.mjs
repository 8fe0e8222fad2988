// axe-core on the pages, the façade, the controls over the canvas, and the list.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { audit } from './axe.mjs';
import { fakeBenchOfFile, kDesk, kPhone } from './harness.mjs';

const bench = fakeBenchOfFile();

for (const colorScheme of ['light', 'dark']) {
  for (const path of ['blog.html', 'index.en.html', 'embed.html']) {
    test(`${path} is clean, ${colorScheme}, before and after the tool has opened`, async () => {
      const page = await bench.open(path, { ...kDesk, colorScheme });
      assert.deepEqual(await audit(page), []);
      await page.getByRole('button', { name: /Commencer|Start/ }).click();
      await page.waitForSelector('recovery-advisor[state=ready]');
      await page.getByRole('button', { name: /gauche|left/ }).press('Enter');
      await page.getByRole('slider').waitFor();
      assert.deepEqual(await audit(page), []);
      await page.context().close();
    });
  }
  test(`the list is clean, ${colorScheme}`, async () => {
    const page = await bench.open(
      'blog.html',
      { ...kPhone, colorScheme },
      { before: () => (globalThis.fakeWithoutWebGL = true) },
    );
    await page.getByRole('button', { name: 'Commencer' }).tap();
    await page.getByRole('button', { name: 'Haut du mollet, à gauche' }).tap();
    await page.getByRole('slider').waitFor();
    assert.deepEqual(await audit(page), []);
    await page.context().close();
  });
}
