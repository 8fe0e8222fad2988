// Astro owns the page: its ClientRouter puts the next page in place of this one, in a view
// transition, and carries over what is marked with transition:persist.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { kDesk, startBench } from '../../browser/harness.mjs';
import { adviseCalf, opened } from '../../strangers/visit.mjs';
import { Site } from '../site.mjs';
import { follow, goAwayAndBack, isThere } from '../way.mjs';

let bench;
before(async () => {
  const site = new Site('astro', {
    dist: 'public/advisor',
    'build/package': 'node_modules/recovery-advisor',
  });
  site.run('node_modules/astro/bin/astro.mjs', 'build');
  bench = await startBench(join(site.folder, 'dist'), { element: 'plain/index.html' });
});
after(() => bench?.close());

/** A page of the site with an advice on it, under the strict policy of web/build/serve.mjs. */
async function advised(name) {
  const page = await bench.open(`${name}/`, kDesk);
  await page.evaluate(() => document.querySelector('recovery-advisor').open());
  const reader = await opened(page);
  await adviseCalf({ page, reader });
  return { page, reader, told: await reader.told() };
}

test('away and back, by a link and through the history: what was told is told', async () => {
  const { page, reader } = await advised('plain');
  await goAwayAndBack({ page, reader }, { home: 'plain', away: 'article' });
  await page.context().close();
});

test('with transition:persist it goes along to the other page and back as it is', async () => {
  const { page, reader, told } = await advised('kept');
  const element = await page.$('recovery-advisor');
  for (const go of [() => follow(page, 'kept-too'), () => page.goBack()]) {
    await go();
    assert.ok(await element.evaluate((it) => it.isConnected && it.state === 'ready'));
    await isThere({ page, reader }, told);
  }
  await page.context().close();
});

test('with transition:persist, over a page that has no place for it: what was told is told', async () => {
  const { page, reader } = await advised('kept');
  await goAwayAndBack({ page, reader }, { home: 'kept', away: 'article' });
  await page.context().close();
});

test('imported from the npm package, it is bundled and works', async () => {
  const { page } = await advised('packed');
  assert.deepEqual([page.errors, page.strays], [[], []]);
  await page.context().close();
});
