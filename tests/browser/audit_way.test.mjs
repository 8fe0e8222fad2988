// axe-core on every screen of the way, in both languages, both themes, over the canvas and as a
// page.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unlessAll } from '../few.mjs';
import { audit } from './axe.mjs';
import { benchOfFile } from './harness.mjs';
import { toTheEnd } from './reader.mjs';

// Colours do not pass through each other.
const kColumn = { viewport: { width: 600, height: 844 }, reducedMotion: 'reduce' };
const bench = benchOfFile();

for (const path of ['blog.html', 'blog.en.html']) {
  for (const view of ['over the canvas', 'as a page']) {
    const skip = unlessAll((path === 'blog.html') === (view === 'over the canvas'));
    test(`${path}, ${view}: every screen is clean, light and dark`, { skip }, async () => {
      const page = await bench.open(path, kColumn);
      await page.evaluate(() => document.querySelector('recovery-advisor').open());
      await page.waitForSelector('recovery-advisor[state=ready]');
      const use = (key) =>
        page
          .locator(`recovery-advisor [data-key="${key}"]`)
          .first()
          .evaluate((node) => (node.querySelector('input') ?? node).click());
      const there = (key) =>
        page.locator(`recovery-advisor [data-key="${key}"]`).first().waitFor({ state: 'attached' });
      const wrong = [];
      let looked = 0;
      const look = async (screen) => {
        for (const theme of ['light', 'dark']) {
          await page.evaluate(
            (theme) => document.querySelector('recovery-advisor').setAttribute('theme', theme),
            theme,
          );
          wrong.push(
            ...(await audit(page, 'recovery-advisor')).map(
              (line) => `${screen}, ${theme}: ${line}`,
            ),
          );
          ++looked;
        }
      };
      if (view === 'as a page') {
        await use('menu');
        await use('list_view');
        await page.locator('recovery-advisor .stage.page').waitFor();
      }
      await look('where');
      await use('region.calf_l');
      await use('region.low_back_r');
      await there('intensity.low_back_r');
      await look('where, marked');
      await use('menu');
      await there('sheet');
      await look('menu');
      await use('sheet.close');
      await use('continue');
      await there('quality');
      await look('tell');
      await use('continue');
      await there('flag.chest_pain');
      await look('safety');
      await use('minor');
      await there('flag.bruise');
      await use('flag.bruise');
      await use('flag.blood_thinner');
      await there('answer.blood_thinner');
      await look('safety, followed up');
      await use('flag.bruise');
      await use('flag.blood_thinner');
      await toTheEnd(page);
      await use('continue');
      await there('calendar');
      await look('advice');
      await use('why');
      await there('sheet');
      await look('why');
      await use('sheet.close');
      await page
        .locator('recovery-advisor [data-key^="benefit."]')
        .first()
        .evaluate((button) => button.click());
      await there('sheet.title');
      await look('benefit');
      await use('sheet.close');
      await use('answers');
      await use('continue');
      await use('flag.chest_pain');
      await use('continue');
      await there('alarm.911');
      await look('alarm');
      assert.deepEqual(wrong, []);
      assert.equal(looked, 20);
      assert.deepEqual(page.errors, []);
      await page.context().close();
    });
  }
}
