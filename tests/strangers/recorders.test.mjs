/* global recorded */ // of the page
// Those who record what visitors do on the page: what is told to the tool is not for them.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { benchOfFile } from '../browser/harness.mjs';
import { kRrweb, record } from './deeds.mjs';
import { opened, visit } from './visit.mjs';

const bench = benchOfFile();

for (const [when, first] of [
  ['from before the tool was opened', true],
  ['once it is open', false],
])
  test(`rrweb, recording ${when}, has nothing of what was told`, async () => {
    const start = async (page) => {
      await page.addScriptTag({ content: kRrweb });
      await page.evaluate(record);
    };
    const { page, reader } = await visit(bench, { prepare: (page) => first && start(page) });
    if (!first) await start(page);
    for (const key of ['region.calf_l', 'continue', 'quality.sharp', 'continue'])
      await reader.use(key);
    const flags = await reader.keys('flag.');
    const pregnancy = flags.find((key) => /pregnan/.test(key));
    assert.ok(pregnancy, flags.join());
    await reader.use(pregnancy);
    await page.evaluate(() => document.body.append('a word of the page itself'));
    await page.waitForFunction(() =>
      JSON.stringify(recorded).includes('a word of the page itself'),
    );
    const all = await page.evaluate(() => JSON.stringify(recorded));
    for (const told of ['calf_l', 'Haut du mollet', 'sharp', 'pregnan', 'nceinte', '"data-key"'])
      assert.ok(!all.includes(told), told);
    await page.context().close();
  });

/** What each vendor documents (docs/strangers.md), as what it looks for. */
const kMarks = [
  '.rr-block',
  '.sentry-block',
  '.ph-no-capture',
  '.fs-exclude',
  '.amp-block',
  '.mp-block',
  '.nr-block',
  '.highlight-block',
  '.ym-hide-content.ym-disable-keys',
  '[data-dd-privacy=hidden]',
  '[data-clarity-mask=true]',
  '[data-hj-suppress]',
  '[data-private]',
  '[data-matomo-mask]',
  '[data-openreplay-hidden]',
  '[data-cs-mask]',
  '[heap-ignore=true]',
];

test('the marks of all recorders stand inside and outside while it is open, and go with it', async () => {
  const { page } = await visit(bench, {
    prepare: (page) =>
      page.evaluate(() => {
        const element = document.querySelector('recovery-advisor');
        element.className = 'theirs mp-block';
        element.setAttribute('data-hj-suppress', 'theirs');
      }),
  });
  const unmarked = (marks) => {
    const host = document.querySelector('recovery-advisor');
    const section = host.shadowRoot.querySelector('.stage').parentElement;
    return marks.filter((mark) => !host.matches(mark) || !section.matches(mark));
  };
  assert.deepEqual(await page.evaluate(unmarked, kMarks), []);
  const after = await page.evaluate(async () => {
    const element = document.querySelector('recovery-advisor');
    element.remove();
    await new Promise((later) => setTimeout(later));
    return Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value]));
  });
  assert.equal(after.class, 'theirs mp-block');
  assert.equal(after['data-hj-suppress'], 'theirs');
  const ours = Object.keys(after).filter((name) => /^(data-(?!hj)|heap)/.test(name));
  assert.deepEqual(ours, []);
  await page.context().close();
});

test('a copy of an open tag keeps no mark once it has been closed', async () => {
  const { page } = await visit(bench);
  await page.evaluate(() => {
    const element = document.querySelector('recovery-advisor');
    element.replaceWith((globalThis.copy = element.cloneNode()));
    globalThis.copy.open();
  });
  await opened(page);
  const names = await page.evaluate(async () => {
    const { copy } = globalThis;
    copy.remove();
    await new Promise((later) => setTimeout(later));
    return copy.getAttributeNames().filter((name) => /^(data|heap|class)/.test(name));
  });
  assert.deepEqual(names, []);
  await page.context().close();
});
