// What the mirror may cost, without a clock (npm run bench has the times), and what it may never
// lose: the focus, on any change of screen.
/* global calls, heardAloud, mutations, stayed */ // of the page

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { unlessAll } from '../few.mjs';
import { kDesk, kDist, startBench } from './harness.mjs';
import { kWay, Reader, toTheEnd } from './reader.mjs';

const kForms = {
  phone: ['blog.html', { viewport: { width: 390, height: 844 } }],
  wide: ['index.html', kDesk],
};
let bench;
before(async () => (bench = await startBench(process.env.ADVISOR_DIST ?? kDist)));
after(() => bench?.close());

async function open(form, options) {
  const [path, size] = kForms[form];
  const page = await bench.open(path, { ...size, ...options }, { before: countCalls });
  const reader = new Reader(page);
  await reader.open(kWay.fr);
  return reader;
}

// Differences come as JSON and nothing else of a frame does.
function countCalls() {
  globalThis.calls = { frames: 0, differences: 0 };
  const { requestAnimationFrame: request } = globalThis,
    { parse } = JSON;
  globalThis.requestAnimationFrame = (then) =>
    request((now) => {
      calls.frames++;
      then(now);
    });
  JSON.parse = (...text) => {
    const read = parse(...text);
    calls.differences += 'bounds' in Object(read);
    return read;
  };
}

/** Runs in the page: logs every change below the tree. */
const watch = (reader) =>
  reader.page.evaluate(() => {
    const tree = document.querySelector('recovery-advisor').shadowRoot.querySelector('.tree');
    globalThis.mutations = [];
    Object.assign(calls, { frames: 0, differences: 0 });
    new MutationObserver((changes) => {
      for (const { type, attributeName, target, oldValue } of changes)
        mutations.push({
          type,
          attributeName,
          key: target.dataset?.key,
          before: oldValue,
          now: target.getAttribute?.(attributeName),
        });
    }).observe(tree, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
      attributeOldValue: true,
    });
  });
// No frame has been asked for in the last ones.
const rests = (reader) =>
  reader.page.waitForFunction(
    () => {
      const still = globalThis.framesBefore === calls.frames;
      globalThis.framesBefore = calls.frames;
      return still;
    },
    null,
    { polling: 200 },
  );

test('frames that change nothing cost nothing: no difference is asked for and the DOM stays as it is', async () => {
  const reader = await open('phone');
  const { page } = reader;
  await page.locator('recovery-advisor .stage').scrollIntoViewIfNeeded();
  const { x, y, width, height } = await page
    .locator('recovery-advisor [data-key=continue]')
    .boundingBox();
  await reader.rest();
  await rests(reader);
  await watch(reader);
  await page.mouse.move(x + width / 2, y + height / 2); // its ground darkens over some frames
  await page.waitForFunction(() => calls.frames >= 3);
  await rests(reader);
  assert.deepEqual(await page.evaluate(() => [calls.differences, mutations]), [0, []]);
  await page.context().close();
});

test('a scroll moves what it scrolls by its transform, and changes nothing else', async () => {
  const reader = await open('phone');
  const { page } = reader;
  for (const key of [
    'region.calf_l',
    'region.quad_l',
    'region.low_back_l',
    'region.foot_r',
    'continue',
    'continue',
  ])
    await reader.use(key);
  await reader.isOn(kWay.fr.titles[2]);
  await page.mouse.move(200, 500);
  await page.mouse.wheel(0, 60);
  await rests(reader);
  await watch(reader);
  await page.mouse.wheel(0, 40);
  await page.waitForFunction(() => mutations.length > 0);
  await rests(reader);
  const changes = await page.evaluate(() => mutations);
  assert.deepEqual(
    [...new Set(changes.map(({ type, attributeName }) => `${type} ${attributeName}`))].filter(
      (change) => change !== 'attributes class',
    ),
    ['attributes style'],
  );
  // What comes into sight or goes out of it, at the two ends of the panel, changes its size as
  // well.
  const besides = ({ before, now }) =>
    before.replace(/--at:[^;]*;/, '') !== now.replace(/--at:[^;]*;/, '');
  const moved = new Set(changes.map(({ key }) => key)),
    resized = new Set(
      changes
        .filter((change) => change.attributeName === 'class' || besides(change))
        .map(({ key }) => key),
    );
  assert.ok(moved.size >= 10, `${moved.size} moved`);
  assert.ok(resized.size <= 8, [...resized].join(' '));
  await page.context().close();
});

for (const form of Object.keys(kForms)) {
  test(
    `${form}: no change of screen, sheet or mark loses the focus, forth and back, and nothing is said twice`,
    { skip: unlessAll(form !== 'wide') },
    async () => {
      const reader = await open(form, { reducedMotion: 'reduce' });
      const { page } = reader;
      await reader.listen();
      const focusOn = (key) =>
        page
          .locator(`recovery-advisor [data-key="${key}"]`)
          .evaluate((node) => (node.querySelector('input') ?? node).focus());
      const goes = async (key, to) => {
        await focusOn(key);
        await reader.press('Enter');
        await reader.rest();
        assert.equal((await reader.focus()).key, to, `after ${key}`);
      };
      const sheet = async (opener) => {
        await goes(opener, 'sheet.title');
        await reader.press('Escape');
        await reader.rest();
        assert.equal((await reader.focus()).key, opener, 'after Escape');
        await goes(opener, 'sheet.title');
        await goes('sheet.close', opener);
      };
      const toolbarOf = () =>
        page.evaluate(
          () =>
            document.activeElement?.shadowRoot?.activeElement?.closest('[role=toolbar]')?.dataset
              .key,
        );
      for (const region of ['calf_l', 'quad_l']) await reader.use(`region.${region}`);
      // The mark that has the focus goes: by its own button, and by undo while the focus is on it.
      await focusOn('remove.quad_l');
      await reader.press('Enter');
      await reader.rest();
      assert.equal(await toolbarOf(), 'tray');
      await page.waitForFunction(() => heardAloud.includes('status: Zone retirée.'));
      const hears = (line) => page.waitForFunction((line) => heardAloud.includes(line), line);
      await reader.use('undo');
      await hears('status: Avant de la cuisse, à gauche : zone remise.');
      await focusOn('remove.quad_l');
      await reader.use('undo');
      await hears('status: Avant de la cuisse, à gauche : zone retirée.');
      assert.equal(await reader.has('remove.quad_l'), false);
      assert.equal(await toolbarOf(), 'tray');
      await sheet('menu');
      for (const key of ['continue', 'back', 'continue', 'continue', 'back', 'continue'])
        await goes(key, 'screen.title');
      await toTheEnd(page);
      await goes('continue', 'screen.title');
      for (const opener of [
        'why',
        'calendar.why',
        'why.calf_l',
        (await reader.keys('benefit.'))[0],
      ])
        await sheet(opener);
      await goes('session', 'screen.title');
      await sheet('book.other_day');
      await sheet('erase');
      await goes('back', 'screen.title');
      await goes('answers', 'screen.title');
      await goes('continue', 'screen.title');
      await focusOn('flag.chest_pain');
      await reader.press('Space');
      await goes('continue', 'screen.title');
      assert.equal(await reader.has('alarm.reason'), true);
      await goes('alarm.correct', 'flag.chest_pain');
      await focusOn('flag.chest_pain');
      await reader.press('Space');
      await goes('continue', 'screen.title');
      // The advice is told again only because an alarm came in between.
      await page.waitForFunction(() => heardAloud.at(-1).startsWith('status: Aucun signe'));
      const clear =
        'status: Aucun signe d’alerte dans vos réponses. Si quelque chose change, répondez de nouveau aux questions.';
      // What has opened below the sign waits its turn: whoever goes on at once does not hear it.
      const opened =
        'status: Douleur à la poitrine, souffle court : la question complète est ouverte en dessous.';
      const heard = await reader.heard();
      assert.ok(heard.filter((line) => line === opened).length <= 1, heard.join('\n'));
      const [removed, back, undone, first, alarm, again, ...more] = heard.filter(
        (line) => line !== opened,
      );
      assert.deepEqual(
        [removed, back, undone, first, again, more],
        [
          'status: Zone retirée.',
          'status: Avant de la cuisse, à gauche : zone remise.',
          'status: Avant de la cuisse, à gauche : zone retirée.',
          clear,
          clear,
          [],
        ],
      );
      assert.match(alarm, /^alert: .*911/);
      await focusOn('language');
      await reader.press('Enter');
      await page
        .getByRole('button', { name: 'Français', exact: true })
        .waitFor({ state: 'attached' });
      assert.equal((await reader.focus()).key, 'language');
      assert.deepEqual(page.errors, []);
      await page.context().close();
    },
  );
}

test('a control that goes while it has the focus stays a while, out of reach, so that what follows is heard', async () => {
  const reader = await open('wide', { reducedMotion: 'reduce' });
  const { page } = reader;
  await reader.use('region.calf_l');
  await page.evaluate(() => {
    const root = document.querySelector('recovery-advisor').shadowRoot,
      tree = root.querySelector('.tree');
    root.querySelector('[data-key="remove.calf_l"]').focus();
    globalThis.stayed = [];
    const isIt = (node) => node.tagName === 'BUTTON' && !node.dataset.key;
    new MutationObserver((changes) => {
      for (const { addedNodes, removedNodes } of changes) {
        for (const it of [...addedNodes].filter(isIt))
          if (it.isConnected) stayed.push([it.className, it.tabIndex, it.matches(':focus')]);
        if ([...removedNodes].some(isIt) && !tree.querySelector('.voice:not(p)'))
          stayed.push('gone');
      }
    }).observe(tree, { subtree: true, childList: true });
  });
  await reader.press('Enter');
  await page.waitForFunction(() => stayed.at(-1) === 'gone');
  assert.deepEqual(await page.evaluate(() => stayed.slice(-2)), [
    ['voice away', -1, false],
    'gone',
  ]);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});
