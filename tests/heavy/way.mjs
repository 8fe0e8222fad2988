// What a visitor does on every framework's site.

import assert from 'node:assert/strict';
import { kDesk } from '../browser/harness.mjs';
import { control, opened } from '../strangers/visit.mjs';

/** The framework has taken over what its server has sent. */
export const hydrated = (page) =>
  page.waitForSelector('html[data-hydrated] recovery-advisor[state=idle]', { state: 'attached' });

/** Without scripts: the tag, and what stands in it. */
export async function isSent(bench) {
  const page = await bench.open('', { ...kDesk, javaScriptEnabled: false });
  assert.equal(await page.locator('recovery-advisor[lang=fr] p a').textContent(), 'Réserver');
  await page.context().close();
}

/** The tool is open, once, with what was told before on its advice, and works. */
export async function isThere({ page, reader }, told) {
  await opened(page);
  await control(page, 'calendar').waitFor({ state: 'attached' });
  assert.deepEqual(await reader.told(), told);
  assert.equal(await page.locator('recovery-advisor').count(), 1);
  await reader.use('menu');
  await reader.use('sheet.close');
  assert.ok(!(await reader.has('sheet.close')));
  assert.deepEqual([page.errors, page.strays], [[], []]);
}

/** By a link of the page, until its heading is there. */
export async function follow(page, name) {
  await page.getByRole('link', { name, exact: true }).click();
  await page.getByRole('heading', { name, exact: true, level: 1 }).waitFor();
}

/**
 * Twice from the advice to a page without the tool, and back: through the history, and by a link.
 * The history has the page's own entries and no other.
 * @param {{ home: string, away: string }} names of the two pages
 */
export async function goAwayAndBack({ page, reader }, { home, away }) {
  const entries = () => page.evaluate(() => history.length);
  const [told, before] = [await reader.told(), await entries()];
  const ways = [
    [() => page.goBack(), 1],
    [() => follow(page, home), 2],
  ];
  for (const [back, more] of ways) {
    await follow(page, away);
    await page.locator('recovery-advisor').waitFor({ state: 'detached' });
    await back();
    await isThere({ page, reader }, told);
    assert.equal(await entries(), before + more);
  }
}
