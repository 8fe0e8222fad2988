// Date fields as people and systems use them: a picker that reports before a day was chosen, a day
// that is typed and cannot be.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { benchOfFile } from '../browser/harness.mjs';
import { report } from './deeds.mjs';
import { control, visit } from './visit.mjs';

const bench = benchOfFile();
const races = (page) =>
  page.evaluate(() =>
    (document.querySelector('recovery-advisor').intake.races ?? []).map(({ date }) => date),
  );

/** At "tell", drawn or as a page, with one calf marked. */
async function telling(asPage) {
  const { page, reader } = await visit(bench);
  if (asPage) for (const key of ['menu', 'list_view']) await reader.use(key);
  for (const key of ['region.calf_l', 'continue']) await reader.use(key);
  return { page, reader };
}

for (const asPage of [false, true]) {
  const where = asPage ? 'as a page' : 'over the canvas';

  test(`${where}, a field keeps its place and its race while it has the focus, and the last day wins`, async () => {
    const { page, reader } = await telling(asPage);
    const field = await control(page, 'race.other').locator('input').elementHandle();
    await field.focus();
    await field.evaluate(report, '2026-06-10'); // today, as WebKit's picker says when it opens
    await reader.rest();
    await field.evaluate(report, '2026-07-19');
    await reader.rest();
    assert.deepEqual(await races(page), ['2026-07-19']);
    assert.ok(
      await field.evaluate((node) => node.isConnected && node.getRootNode().activeElement === node),
    );
    assert.equal(await field.evaluate((node) => node.value), '2026-07-19');
    await control(page, 'race.0.distance.10000').waitFor({ state: 'attached' });
    await field.evaluate((node) => node.blur());
    await control(page, 'race.0.date').waitFor({ state: 'attached' });
    assert.equal(await control(page, 'race.0.date').locator('input').inputValue(), '2026-07-19');

    const next = await control(page, 'race.add').locator('input').elementHandle();
    await next.focus();
    for (const day of ['2026-06-10', '2026-08-02', '2026-08-09']) await next.evaluate(report, day);
    await reader.rest();
    assert.deepEqual(await races(page), ['2026-07-19', '2026-08-09']);
    await next.evaluate((node) => node.blur());
    await reader.use('back'); // where a step can be taken back
    await reader.use('undo');
    assert.deepEqual(await races(page), ['2026-07-19']);
    await reader.use('undo');
    assert.deepEqual(await races(page), []);
    await page.context().close();
  });

  test(`${where}, a field that is emptied on the way to another day keeps its race and its distance`, async () => {
    const { page, reader } = await telling(asPage);
    const input = control(page, 'race.other').locator('input');
    await input.evaluate(report, '2026-07-19');
    await reader.rest();
    await reader.use('race.0.distance.10000');
    const field = await control(page, 'race.0.date').locator('input').elementHandle();
    await field.focus();
    await field.evaluate(report, '');
    await field.evaluate(report, '2026-07-26');
    await field.evaluate((node) => node.blur());
    await reader.rest();
    assert.deepEqual((await reader.told()).races, [{ date: '2026-07-26', distance_km: 10 }]);
    await page.context().close();
  });

  test(`${where}, a day that cannot be is refused in words, and what is shown is what is used`, async () => {
    const { page, reader } = await telling(asPage);
    for (const [key, day, sentence] of [
      ['race.other', '2025-07-15', 'choisissez-en un du 11 mai 2026 au 9 juin 2028.'],
      ['last_hard.other', '2026-06-11', 'choisissez-en un du 10 juin 2025 au 10 juin 2026.'],
    ]) {
      const input = control(page, key).locator('input');
      const field = await input.elementHandle();
      await field.focus();
      await field.evaluate(report, day);
      await reader.rest();
      assert.equal(await field.getAttribute('aria-invalid'), 'true');
      const said = await field.getAttribute('aria-description');
      assert.equal(said.replaceAll('\u00a0', ' '), `Ce jour n’est pas retenu : ${sentence}`);
      if (asPage) assert.ok(await control(page, key).getByText('n’est pas retenu').isVisible());
      await field.evaluate((node) => node.blur());
      await reader.rest();
      assert.equal(await field.evaluate((node) => node.value), '');
      assert.equal(await field.getAttribute('aria-invalid'), null);
    }
    const { races: told, runs } = await reader.told();
    assert.deepEqual([told ?? [], runs?.last_hard_end], [[], undefined]);
    await page.context().close();
  });
}

test('half of a date, left by Tab, is said not to be one, and the field shows what is told', async () => {
  const { page, reader } = await telling(true);
  const input = control(page, 'race.other').locator('input');
  await input.focus();
  await page.keyboard.type('07');
  for (let tab = 0; tab < 4; ++tab) await page.keyboard.press('Tab');
  await reader.rest();
  assert.deepEqual(await races(page), []);
  assert.ok(await control(page, 'race.other').getByText('n’est pas retenu').isVisible());
  assert.deepEqual(await input.evaluate(({ value, validity }) => [value, validity.badInput]), [
    '',
    false,
  ]);
  await page.context().close();
});
