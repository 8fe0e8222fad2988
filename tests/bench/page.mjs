// Time to the first frame that can be touched, and what happens at rest, in a real browser. The
// network is Chromium's own emulation of a slow 4G line (1.6 Mbit/s down, 150 ms), the processor
// four times slower.

import { kDist, kPhone, startBench } from '../browser/harness.mjs';

export const kSlow4g = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
};
const kRestMs = 10_000;

export async function measurePage() {
  const bench = await startBench(kDist);
  try {
    return {
      ...(await firstFrame(bench, 'here, nothing slowed', null)),
      ...(await firstFrame(bench, 'slow 4G, 4x slower CPU', kSlow4g)),
      ...(await rest(bench)),
    };
  } finally {
    await bench.close();
  }
}

async function firstFrame(bench, label, network) {
  // Without motion: what a mark costs, not how long its tray rises.
  const page = await bench.open('blog.html', { ...kPhone, reducedMotion: 'reduce' }, { now: null });
  const client = await page.context().newCDPSession(page);
  if (network) {
    await client.send('Network.enable');
    await client.send('Network.emulateNetworkConditions', network);
    await client.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  }
  const [ms, drawn] = await page.evaluate(async () => {
    const instantiate = WebAssembly.instantiate;
    let started;
    WebAssembly.instantiate = (...of) => ((started = performance.now()), instantiate(...of));
    await customElements.whenDefined('recovery-advisor');
    const element = document.querySelector('recovery-advisor');
    const start = performance.now();
    const ready = new Promise((resolve) =>
      element.addEventListener('advisor-ready', resolve, { once: true }),
    );
    element.open();
    await ready;
    const now = performance.now();
    return [now - start, now - started];
  });
  await page.context().close();
  return {
    [`from the tap to a figure that can be touched, ms (${label})`]: Math.round(ms),
    [`from the module’s start to the figure’s first pixels, ms (${label})`]: Math.round(drawn),
  };
}

async function rest(bench) {
  const page = await bench.open('blog.html', kPhone, { now: null });
  await page.evaluate(() =>
    customElements
      .whenDefined('recovery-advisor')
      .then(() => document.querySelector('recovery-advisor').open()),
  );
  await page.waitForFunction(() => document.querySelector('recovery-advisor').state === 'ready');
  const [callbacks, after] = await page.evaluate(async (restMs) => {
    const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
    await wait(3000);
    let count = 0;
    const native = window.requestAnimationFrame;
    window.requestAnimationFrame = (call) =>
      native((now) => {
        ++count;
        call(now);
      });
    await wait(restMs);
    const atRest = count;
    count = 0;
    const root = document.querySelector('recovery-advisor').shadowRoot;
    root.querySelector('[aria-pressed]').click();
    await wait(1500);
    return [atRest, count];
  }, kRestMs);
  await page.context().close();
  return {
    'animation callbacks in 10 s of rest': callbacks,
    'animation callbacks after one mark': after,
  };
}
