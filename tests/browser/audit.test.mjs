// axe-core on the pages, the façade, the controls over the canvas, and the list.

import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { audit } from './axe.mjs';
import { buildFakeSite, kDesk, kPhone, startBench } from './harness.mjs';

let bench, folder;
before(async () => {
  folder = await buildFakeSite();
  bench = await startBench(folder);
});
after(async () => {
  await bench?.close();
  rmSync(folder, { recursive: true, force: true });
});

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
    const page = await bench.open('blog.html', { ...kPhone, colorScheme }, { before: () => (globalThis.fakeWithoutWebGL = true) });
    await page.getByRole('button', { name: 'Commencer' }).tap();
    await page.getByRole('button', { name: 'Haut du mollet, gauche' }).tap();
    await page.getByRole('slider').waitFor();
    assert.deepEqual(await audit(page), []);
    await page.context().close();
  });
}
