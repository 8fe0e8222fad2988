// Next owns the page: it renders it on its server, hydrates it, and goes from page to page in the
// browser.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startBenchAt } from '../../browser/harness.mjs';
import { adviseCalf, visit } from '../../strangers/visit.mjs';
import { Site } from '../site.mjs';
import { goAwayAndBack, hydrated, isSent, isThere } from '../way.mjs';

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

const visitHome = () => visit(bench, { path: '', prepare: hydrated });

test('what the server sends has the tag with what stands in it', () => isSent(bench));

test('it is hydrated without a word, and the tool works', async () => {
  const { page, reader } = await visitHome();
  assert.deepEqual([page.errors, page.warnings, page.strays], [[], [], []]);
  await reader.use('region.calf_l');
  assert.equal((await reader.told()).marks[0].region, 'calf_l');
  assert.deepEqual([page.errors, page.strays], [[], []]);
  await page.context().close();
});

test('its development server, where React tells what it finds otherwise, has no word to say', async () => {
  const address = await site.serve(kNext, 'dev', ...kHere);
  // The page is made when it is asked for first, and that takes its time.
  await (await fetch(address)).text();
  const developed = await startBenchAt(address);
  try {
    const { page } = await visit(developed, { path: '', prepare: hydrated });
    assert.deepEqual([page.errors, page.strays], [[], []]);
  } finally {
    await developed.close();
  }
});

test('away and back, by a link and through the history: what was told is told', async () => {
  const { page, reader } = await visitHome();
  const before = await page.evaluate(() => history.length);
  await adviseCalf({ page, reader });
  assert.equal(await page.evaluate(() => history.length), before);
  await goAwayAndBack({ page, reader }, { home: 'Accueil', away: 'Article' });
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
  assert.ok(await element.evaluate((it) => it.isConnected && it.state === 'ready'));
  await isThere({ page, reader }, told);
  await page.context().close();
});
