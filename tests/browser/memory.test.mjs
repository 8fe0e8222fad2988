// Added, removed and moved a hundred times, the element leaves nothing behind: counted by the
// browser itself, after it has collected its garbage.
/* global fakeModules */ // of the page

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fakeBenchOfFile, kDesk, kDist, startBench } from './harness.mjs';

const bench = fakeBenchOfFile();

const kKinds = [
  'WebGL2RenderingContext',
  'WebAssembly.Memory',
  'HTMLCanvasElement',
  'ResizeObserver',
  'IntersectionObserver',
  'MutationObserver',
  'AbortController',
];

/**
 * @returns what is alive in the page: heap in bytes, listeners, nodes, and how many of each kind
 */
async function alive(page) {
  const client = await page.context().newCDPSession(page);
  await client.send('Performance.enable');
  for (let i = 0; i < 3; ++i) await client.send('HeapProfiler.collectGarbage');
  const { metrics } = await client.send('Performance.getMetrics');
  const metric = (name) => metrics.find((one) => one.name === name).value;
  const counts = {};
  for (const kind of kKinds) {
    const { result } = await client.send('Runtime.evaluate', { expression: `${kind}.prototype` });
    const { objects } = await client.send('Runtime.queryObjects', {
      prototypeObjectId: result.objectId,
    });
    const { result: count } = await client.send('Runtime.callFunctionOn', {
      objectId: objects.objectId,
      functionDeclaration: 'function () { return this.length }',
    });
    counts[kind] = count.value;
    await client.send('Runtime.releaseObject', { objectId: objects.objectId });
  }
  await client.detach();
  return {
    heap: metric('JSHeapUsedSize'),
    listeners: metric('JSEventListeners'),
    nodes: metric('Nodes'),
    counts,
  };
}

// Without motion, which would hold what has been removed until it ends.
const kCalm = { ...kDesk, reducedMotion: 'reduce' };

const cycles = (page, times) =>
  page.evaluate(async (count) => {
    for (let i = 0; i < count; ++i) {
      const advisor = document.createElement('recovery-advisor');
      advisor.setAttribute('load', 'eager');
      const ready = new Promise((resolve) =>
        advisor.addEventListener('advisor-ready', resolve, { once: true }),
      );
      document.body.append(advisor);
      await ready;
      advisor.intake = {
        version: 1,
        now: '2026-06-10T10:00',
        marks: [{ region: 'calf_l', intensity: 4 }],
      };
      await new Promise(requestAnimationFrame);
      advisor.remove();
      await new Promise((later) => setTimeout(later));
      if (globalThis.fakeModules) globalThis.fakeModules.length = 0;
    }
  }, times);

test('added and removed a hundred times, nothing of it is left', async () => {
  const page = await bench.open('blog.html', kCalm);
  await cycles(page, 5);
  const before = await alive(page);
  await cycles(page, 100);
  const after = await alive(page);
  assert.deepEqual(after.counts, before.counts);
  assert.equal(after.listeners, before.listeners);
  assert.ok(after.nodes - before.nodes < 20, `${after.nodes - before.nodes} nodes more`);
  assert.ok(after.heap - before.heap < 400_000, `${after.heap - before.heap} bytes more`);
  assert.equal(after.counts['WebAssembly.Memory'], 0);
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test('moved in the page a hundred times it is the same one, with its answers, and grows by nothing', async () => {
  const page = await bench.open('blog.html', kCalm);
  await page.getByRole('button', { name: 'Commencer' }).click();
  await page.waitForSelector('recovery-advisor[state=ready]');
  await page.locator('recovery-advisor .facade').waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Haut du mollet, à gauche' }).press('Enter');
  const move = (times) =>
    page.evaluate(async (count) => {
      const advisor = document.querySelector('recovery-advisor');
      const places = [document.body, advisor.parentNode];
      for (let i = 0; i < count; ++i) {
        places[i % 2].append(advisor);
        if (i % 10 === 9) await new Promise(requestAnimationFrame);
      }
      await new Promise((later) => setTimeout(later));
    }, times);
  await move(10);
  const before = await alive(page);
  await move(100);
  const after = await alive(page);
  assert.deepEqual(after.counts, before.counts);
  assert.equal(after.listeners, before.listeners);
  assert.ok(after.heap - before.heap < 400_000, `${after.heap - before.heap} bytes more`);
  assert.equal(await page.evaluate(() => fakeModules.length), 1);
  assert.equal(
    await page.evaluate(() => document.querySelector('recovery-advisor').intake.marks.length),
    1,
  );
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test('the real module, added and removed, gives back its memory and its context', async () => {
  const real = await startBench(kDist);
  try {
    const page = await real.open('blog.html', kDesk);
    await cycles(page, 1);
    const before = await alive(page);
    await cycles(page, 4);
    const after = await alive(page);
    assert.deepEqual(after.counts, before.counts);
    assert.equal(after.listeners, before.listeners);
    // One may still be held by the last event: none of the others is.
    assert.ok(
      after.counts['WebAssembly.Memory'] <= 1,
      `${after.counts['WebAssembly.Memory']} memories`,
    );
    assert.ok(after.counts.WebGL2RenderingContext <= 1);
    assert.deepEqual(page.errors, []);
  } finally {
    await real.close();
  }
});
