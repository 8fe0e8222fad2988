// embed.html within a page of another origin.

import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { buildFakeSite, kDesk, startBench } from './harness.mjs';

let bench, folder;
before(async () => {
  folder = await buildFakeSite();
  bench = await startBench(folder);
});
after(async () => {
  await bench?.close();
  rmSync(folder, { recursive: true, force: true });
});

// A page of another origin with the iframe in it, keeping what it is told. `query` is given that origin.
async function openWithin(query) {
  const server = createServer((request, response) => response.setHeader('content-type', 'text/html').end(
    `<!doctype html><title>A site</title><script>told = []; onmessage = ({ data, origin }) => told.push([origin, data])</script>
    <iframe width="600" height="700" src="${bench.address}/embed.html?${query(`http://127.0.0.1:${server.address().port}`)}"></iframe>`));
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const page = await (await bench.browser.newContext(kDesk)).newPage();
  page.on('close', () => server.close());
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  await page.frameLocator('iframe').getByRole('button', { name: /Commencer|Start/ }).waitFor();
  return page;
}

test('its settings come as query parameters, and the page that it names hears of it, but not what was told', async () => {
  const page = await openWithin((origin) => `lang=en&theme=dark&origin=${origin}`);
  const frame = page.frameLocator('iframe');
  await frame.getByRole('button', { name: 'Start' }).click();
  await frame.getByRole('button', { name: 'Upper calf, left' }).press('Enter');
  await page.waitForFunction(() => told.some(([, { type }]) => type === 'change'));
  const told = await page.evaluate(() => told);
  assert.ok(told.every(([origin, { advisor }]) => origin === bench.address && advisor === 1));
  assert.ok(told.some(([, { type, height }]) => type === 'height' && height > 500));
  assert.ok(told.some(([, { type }]) => type === 'ready'));
  assert.ok(!JSON.stringify(told).includes('calf'));
  assert.equal(await frame.locator('recovery-advisor').getAttribute('theme'), 'dark');
  await page.evaluate((address) => frames[0].postMessage({ advisor: 1, type: 'reset' }, address), bench.address);
  await frame.locator('button[aria-pressed=true]').waitFor({ state: 'detached' });
  await page.context().close();
});

test('a page that it does not name is told nothing and not obeyed', async () => {
  const page = await openWithin((origin) => `origin=http://site.example&site=${origin}/site.json`);
  const frame = page.frameLocator('iframe');
  await page.evaluate((address) => frames[0].postMessage({ advisor: 1, type: 'open' }, address), bench.address);
  await frame.getByRole('button', { name: 'Commencer' }).click();
  await frame.getByRole('button', { name: 'Haut du mollet, gauche' }).press('Enter');
  assert.deepEqual(await page.evaluate(() => told), []);
  assert.equal(await frame.locator('recovery-advisor').getAttribute('site'), null);
  await page.context().close();
});
