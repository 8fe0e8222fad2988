// SvelteKit owns the page: it renders it when the site is built, hydrates it, and lets Svelte 5
// change it.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { startBench } from '../../browser/harness.mjs';
import { adviseCalf, visit } from '../../strangers/visit.mjs';
import { Site } from '../site.mjs';
import { goAwayAndBack, hydrated, isSent, isThere } from '../way.mjs';

let bench;
before(async () => {
  const site = new Site('svelte', { 'build/package': 'node_modules/recovery-advisor' });
  site.run('node_modules/vite/bin/vite.js', 'build');
  bench = await startBench(join(site.folder, 'build'), { element: 'index.html' });
});
after(() => bench?.close());

const visitHome = () => visit(bench, { path: '', prepare: hydrated });
const heard = (page) => page.locator('output').textContent();

test('what the server sends has the tag with what stands in it', () => isSent(bench));

test('it is hydrated without a word; what is set is told, and what is told is heard', async () => {
  const { page, reader } = await visitHome();
  assert.deepEqual([page.errors, page.warnings, page.strays], [[], [], []]);
  assert.equal(await heard(page), 'ready');
  await page.getByRole('button', { name: 'Dire' }).click();
  await page.waitForFunction(
    () => document.querySelector('recovery-advisor').intake?.marks.length === 1,
  );
  await reader.rest();
  await reader.use('region.quad_r');
  await page.locator('output').filter({ hasText: '2' }).waitFor();
  assert.deepEqual(
    (await reader.told()).marks.map(({ region }) => region),
    ['calf_l', 'quad_r'],
  );
  assert.deepEqual([page.errors, page.strays], [[], []]);
  await page.context().close();
});

test('taken away by {#if} and brought back, it goes on with what was told', async () => {
  const { page, reader } = await visitHome();
  await adviseCalf({ page, reader });
  const told = await reader.told();
  const show = page.getByRole('button', { name: 'Montrer' });
  await show.click();
  await page.locator('recovery-advisor').waitFor({ state: 'detached' });
  await show.click();
  await isThere({ page, reader }, told);
  await page.context().close();
});

test('away and back, by a link and through the history: what was told is told', async () => {
  const { page, reader } = await visitHome();
  const before = await page.evaluate(() => history.length);
  await adviseCalf({ page, reader });
  assert.equal(await page.evaluate(() => history.length), before);
  await goAwayAndBack({ page, reader }, { home: 'Accueil', away: 'Article' });
  await page.context().close();
});
