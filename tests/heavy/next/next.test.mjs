// Next owns the page: it renders it on its server, hydrates it, and goes from page to page in the
// browser.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { kDesk, startBenchAt } from '../../browser/harness.mjs';
import { adviseCalf, control, opened, visit } from '../../strangers/visit.mjs';
import { Site } from '../site.mjs';

const kNext = 'node_modules/next/dist/bin/next';
const kHere = ['-H', '127.0.0.1', '-p', '0'];

let site, bench;
before(async () => {
  site = new Site('next', {
    'build/package': 'node_modules/recovery-advisor',
    'web/site/examples/react/recovery-advisor.tsx': 'app/recovery-advisor.tsx',
  });
  site.run(kNext, 'build');
  bench = await startBenchAt(await site.serve(kNext, 'start', ...kHere));
});
after(async () => {
  await bench?.close();
  site?.stop();
});

const hydrated = (page) =>
  page.waitForSelector('html[data-hydrated] recovery-advisor[state=idle]', { state: 'attached' });
const visitHome = () => visit(bench, { path: '', prepare: hydrated });

test('what the server sends has the tag with what stands in it', async () => {
  const page = await bench.open('', { ...kDesk, javaScriptEnabled: false });
  assert.equal(await page.locator('recovery-advisor[lang=fr] p a').textContent(), 'Réserver');
  await page.context().close();
});

test('it is hydrated without a word, and the tool works', async () => {
  const { page, reader } = await visitHome();
  assert.deepEqual([page.errors, page.warnings, page.strays], [[], [], []]);
  await reader.use('region.calf_l');
  assert.equal((await reader.told()).marks[0].region, 'calf_l');
  assert.deepEqual([page.errors, page.strays], [[], []]);
  await page.context().close();
});

test('a way to another page and back, by a link and through the history: what was told is told', async () => {
  const { page, reader } = await visitHome();
  const entries = () => page.evaluate(() => history.length);
  const before = await entries();
  await adviseCalf({ page, reader });
  assert.equal(await entries(), before);
  const told = await reader.told();
  const ways = [
    [() => page.goBack(), 1],
    [() => page.getByRole('link', { name: 'Accueil' }).click(), 2],
  ];
  for (const [back, more] of ways) {
    await page.getByRole('link', { name: 'Article' }).click();
    await page.getByRole('heading', { name: 'Article' }).waitFor();
    await page.locator('recovery-advisor').waitFor({ state: 'detached' });
    await back();
    await opened(page);
    await control(page, 'calendar').waitFor({ state: 'attached' });
    assert.deepEqual(await reader.told(), told);
    assert.equal(await entries(), before + more);
  }
  assert.deepEqual([page.errors, page.strays], [[], []]);
  await page.context().close();
});

test('the router’s refresh renders the page anew and leaves the tool as it is', async () => {
  const { page, reader } = await visitHome();
  await adviseCalf({ page, reader });
  const told = await reader.told();
  const element = await page.$('recovery-advisor');
  const rendered = page.locator('button[data-rendered]');
  const times = Number(await rendered.textContent());
  await rendered.click();
  await rendered.filter({ hasText: String(times + 1) }).waitFor();
  await reader.rest();
  assert.ok(await element.evaluate((it) => it.isConnected && it.state === 'ready'));
  assert.ok(await reader.has('calendar'));
  assert.deepEqual(await reader.told(), told);
  assert.deepEqual([page.errors, page.strays], [[], []]);
  await page.context().close();
});
