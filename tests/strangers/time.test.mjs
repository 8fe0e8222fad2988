/* global setClock, clicks */ // of the page
// Time passes while the tool lies open: a phone's tab for days, a night, a device that sleeps.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { benchOfFile, kPhone } from '../browser/harness.mjs';
import { comeBack } from './deeds.mjs';
import { adviseCalf, control, opened, visit } from './visit.mjs';

const bench = benchOfFile();

const toast = (page) => control(page, 'toast').textContent();
const plain = (text) => text.replaceAll('\u00a0', ' ');

test('a day that was shown and has passed is said, and another one stands in its place', async () => {
  const { page, reader } = await visit(bench, { device: kPhone, now: '2026-06-11T01:00:00Z' });
  await adviseCalf({ page, reader });
  const link = control(page, 'book');
  const before = await link.textContent();
  assert.match(plain(before), /10 juin/);
  await page.evaluate(comeBack, '2026-06-11T05:00:00Z'); // an hour past midnight
  await page.waitForFunction(
    (before) =>
      document.querySelector('recovery-advisor').shadowRoot.querySelector('[data-key="book"]')
        .textContent !== before,
    before,
  );
  await reader.rest();
  assert.match(plain(await link.textContent()), /11 juin/);
  await page.waitForFunction(
    () =>
      document.querySelector('recovery-advisor').shadowRoot.querySelector('[data-key="toast"]')
        .textContent,
  );
  assert.equal(plain(await toast(page)), 'Le jour montré est passé : en voici un autre.');
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test('a safety check of ten days ago is asked again, and until then nothing is booked', async () => {
  const { page, reader } = await visit(bench);
  await adviseCalf({ page, reader });
  assert.equal((await reader.told()).screened, true);
  await page.evaluate(comeBack, '2026-06-20T14:00:00Z');
  await control(page, 'book').waitFor({ state: 'detached' });
  assert.ok(!(await reader.told()).screened);
  assert.ok(await reader.has('book.check'));
  await page.waitForFunction(() =>
    /refaites-la/.test(
      document.querySelector('recovery-advisor').shadowRoot.querySelector('[data-key="toast"]')
        .textContent,
    ),
  );
  await page.context().close();
});

test('a link that the time has changed is shown first, and followed when it is used again', async () => {
  const { page, reader } = await visit(bench, { now: '2026-06-11T01:00:00Z' });
  await adviseCalf({ page, reader });
  await reader.use('session');
  const link = control(page, 'book');
  assert.match(await link.getAttribute('href'), /date=2026-06-10/);
  await page.evaluate(() => {
    globalThis.clicks = [];
    document.addEventListener('click', (event) => {
      clicks.push(event.defaultPrevented);
      event.preventDefault();
    });
    setClock(Date.parse('2026-06-11T05:00:00Z')); // and nothing says that anybody came back
  });
  await link.evaluate((node) => node.click());
  await reader.rest();
  assert.match(await link.getAttribute('href'), /date=2026-06-11/);
  await link.evaluate((node) => node.click());
  assert.deepEqual(await page.evaluate(() => clicks), [true, false]);
  await page.context().close();
});

test('what a device remembers is as old as it is: its safety check holds for twelve hours in all', async () => {
  const { page, reader } = await visit(bench);
  await adviseCalf({ page, reader });
  for (const key of ['session', 'remember']) await reader.use(key);
  const comeAgain = async (time) => {
    await page.addInitScript((ms) => setClock(ms), Date.parse(time));
    await page.reload();
    await page.evaluate(() => document.querySelector('recovery-advisor').open());
    return opened(page);
  };
  const later = await comeAgain('2026-06-11T01:00:00Z'); // eleven hours after the check
  assert.equal((await later.told()).screened, true);
  await page.evaluate(comeBack, '2026-06-11T02:00:00Z');
  await page.waitForFunction(() => !document.querySelector('recovery-advisor').intake.screened);
  const nextDay = await comeAgain('2026-06-11T14:00:00Z');
  assert.ok(!(await nextDay.told()).screened);
  assert.equal((await nextDay.told()).marks.length, 1);
  await page.context().close();
});
