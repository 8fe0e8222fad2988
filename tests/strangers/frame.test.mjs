// What a frame of another origin may not do: pickers, and what a sandbox takes away.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { benchOfFile, kDesk } from '../browser/harness.mjs';

const bench = benchOfFile();
const kSandbox = /`(allow-scripts[^`]*)`/.exec(
  readFileSync(new URL('../../docs/embed.md', import.meta.url), 'utf8'),
)[1];

/** The tool in an iframe of another origin, opened, with one mark and a checked intake. */
async function open(attributes = {}) {
  const page = await bench.open('blog.html', {
    ...kDesk,
    bypassCSP: true,
    reducedMotion: 'reduce',
  });
  const address = bench.address.replace('127.0.0.1', 'localhost');
  await page.evaluate(
    ([src, attributes]) => {
      const frame = Object.assign(document.createElement('iframe'), {
        src,
        width: 390,
        height: 844,
      });
      for (const [name, value] of Object.entries(attributes)) frame.setAttribute(name, value);
      document.body.replaceChildren(frame);
    },
    [`${address}/embed.html?load=eager`, attributes],
  );
  const frame = await (await page.waitForSelector('iframe')).contentFrame();
  await frame.waitForSelector('recovery-advisor[state=ready]');
  return { page, frame };
}

const key = (frame, name) => frame.locator(`recovery-advisor [data-key="${name}"]`);
const use = async (frame, name) => {
  await key(frame, name).waitFor({ state: 'attached' });
  await key(frame, name).evaluate((node) => (node.querySelector('input') ?? node).click());
};

test('where the browser’s date picker is refused, the tool asks for the day in its own month', async () => {
  const { page, frame } = await open();
  for (const name of ['region.calf_l', 'continue']) await use(frame, name);
  await use(frame, 'race.other');
  await frame.getByRole('dialog').waitFor({ state: 'attached' });
  await frame.getByRole('radio', { name: /20 juin/ }).evaluate((day) => day.click());
  await frame.waitForFunction(
    () => document.querySelector('recovery-advisor').intake.races?.[0]?.date === '2026-06-20',
  );
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test('in a sandbox with what docs/embed.md lists, the booking page that opens can send its form', async () => {
  const { page, frame } = await open({ sandbox: kSandbox });
  await page.context().route('https://booking.example/**', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body:
        route.request().method() === 'POST'
          ? 'booked'
          : '<form method="post"><button>Book</button></form>',
    }),
  );
  await frame.evaluate(
    () =>
      (document.querySelector('recovery-advisor').intake = {
        version: 1,
        now: '2026-06-10T10:00',
        marks: [{ region: 'calf_l', intensity: 4 }],
        screened: true,
      }),
  );
  await key(frame, 'book').waitFor({ state: 'attached' });
  const [opened] = await Promise.all([
    page.context().waitForEvent('page'),
    key(frame, 'book').evaluate((link) => link.click()),
  ]);
  await opened.getByRole('button', { name: 'Book' }).click();
  await opened.getByText('booked').waitFor();
  await page.context().close();
});
