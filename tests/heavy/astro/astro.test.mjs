// Astro owns the page: its ClientRouter puts the next page in place of this one, in a view
// transition, and carries over what is marked with transition:persist.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { kDesk, startBench } from '../../browser/harness.mjs';
import { adviseCalf, control, opened } from '../../strangers/visit.mjs';
import { Site } from '../site.mjs';

let bench;
before(async () => {
  const site = new Site('astro', { dist: 'public/advisor' });
  site.run('node_modules/astro/bin/astro.mjs', 'build');
  bench = await startBench(join(site.folder, 'dist'), { element: 'plain/index.html' });
});
after(() => bench?.close());

/** A page of the site with an advice on it, under the strict policy of web/build/serve.mjs. */
async function advised(name) {
  const page = await bench.open(`${name}/`, { ...kDesk, reducedMotion: 'reduce' });
  await page.evaluate(() => document.querySelector('recovery-advisor').open());
  const reader = await opened(page);
  await adviseCalf({ page, reader });
  return { page, reader, told: await reader.told() };
}

async function goTo(page, name) {
  await page.getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { name, exact: true, level: 1 }).waitFor();
}

/** The tool is open with the advice of before, and works. */
async function isThere({ page, reader, told }) {
  await opened(page);
  await control(page, 'calendar').waitFor({ state: 'attached' });
  assert.deepEqual(await reader.told(), told);
  assert.equal(await page.locator('recovery-advisor').count(), 1);
  await reader.use('menu');
  assert.ok(await reader.has('erase'));
  await page.keyboard.press('Escape');
  await control(page, 'erase').waitFor({ state: 'detached' });
  assert.deepEqual([page.errors, page.warnings, page.strays], [[], [], []]);
}

test('away and back, by a link and through the history: what was told is told', async () => {
  const visit = await advised('plain');
  const { page } = visit;
  const before = await page.evaluate(() => history.length);
  for (const back of [() => page.goBack(), () => goTo(page, 'plain')]) {
    await goTo(page, 'article');
    assert.equal(await page.locator('recovery-advisor').count(), 0);
    await back();
    await isThere(visit);
  }
  assert.equal(await page.evaluate(() => history.length), before + 2);
  await page.context().close();
});

test('with transition:persist it goes along to the other page and back as it is', async () => {
  const visit = await advised('kept');
  const { page } = visit;
  const element = await page.$('recovery-advisor');
  for (const go of [() => goTo(page, 'kept-too'), () => page.goBack()]) {
    await go();
    await isThere(visit);
    assert.ok(await element.evaluate((it) => it.isConnected));
  }
  await page.context().close();
});

test('with transition:persist, over a page that has no place for it: what was told is told', async () => {
  const visit = await advised('kept');
  await goTo(visit.page, 'article');
  await visit.page.goBack();
  await isThere(visit);
  await visit.page.context().close();
});
