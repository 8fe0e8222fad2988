// What a change of the controls over the canvas costs: from asking the module for the difference,
// as JSON, to the DOM being changed; and apart from it what the browser then needs for styles and
// layout. In the site as it is shipped, with two clocks put around one call.
/* global changes */ // of the page

import { kDist, startBench } from '../browser/harness.mjs';
import { kWay, Reader } from '../browser/reader.mjs';

const kChanges = 200;
const kCall = /(this\.#\w+)\.apply\((this\.#\w+\.engine\.semantics\(\)),(this\.#\w+)\)/;
const kClocked = `(()=>{const start=performance.now(),difference=$2,told=performance.now();$1.apply(difference,$3);const done=performance.now();
  globalThis.changes.push({difference:told-start,dom:done-told,layout:(globalThis.tree.offsetWidth,performance.now()-done)})})()`;

export async function measureMirror() {
  const bench = await startBench(kDist);
  const rows = {};
  try {
    for (const [change, measured] of Object.entries(await measure(bench)))
      for (const part of ['whole', 'difference', 'layout'])
        rows[`${change}${kParts[part]}`] =
          `${at(measured, part, 0.5)} / ${at(measured, part, 0.95)} ms`;
  } finally {
    await bench.close();
  }
  return rows;
}

const kParts = {
  whole: '',
  difference: ': of it the module’s JSON',
  layout: ': the browser’s styles and layout after it',
};
function at(measured, part, share) {
  const times = measured
    .map(({ difference, dom, layout }) =>
      part === 'layout' ? layout : part === 'difference' ? difference : difference + dom,
    )
    .sort((a, b) => a - b);
  return times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(2);
}

async function open(bench) {
  const page = await bench.open('', {
    viewport: { width: 390, height: 844 },
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  });
  await page.route(/\/(?!assets)[^/]*$/, async (route) => {
    const response = await route.fetch();
    // A clock of microseconds is for isolated pages alone.
    await route.fulfill({
      response,
      headers: {
        ...response.headers(),
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
      },
    });
  });
  await page.route(/\/assets\/widget-/, async (route) => {
    const response = await route.fetch(),
      text = await response.text();
    if (!kCall.test(text)) throw new Error('the call that is measured was not found in the bundle');
    await route.fulfill({ response, body: text.replace(kCall, kClocked) });
  });
  await page.addInitScript(() => (globalThis.changes = []));
  await page.addInitScript(() =>
    Object.defineProperty(globalThis, 'tree', {
      get: () => document.querySelector('recovery-advisor').shadowRoot.querySelector('.tree'),
    }),
  );
  await page.goto(`${bench.address}/blog.html`);
  const reader = new Reader(page);
  await reader.open(kWay.fr);
  return reader;
}

/** Does it so many times, and gives what the first change of each took. */
const repeat = (page, times, act, argument) =>
  page.evaluate(
    async ([times, act, argument]) => {
      const doIt = new Function('i', 'argument', act),
        first = [];
      const frame = () => new Promise(requestAnimationFrame);
      for (let i = 0; i < times; i++) {
        changes.length = 0;
        doIt(i, argument);
        for (let frames = 0; !changes.length; await frame())
          if (++frames > 600) throw new Error(`nothing changed: ${i}: ${act}`);
        first.push(changes[0]);
        for (let seen = -1; seen !== changes.length; await frame()) seen = changes.length;
      }
      return first;
    },
    [times, act, argument],
  );

async function measure(bench) {
  const reader = await open(bench);
  const { page } = reader;
  const measured = {};
  await reader.use('region.calf_l');
  measured['a mark set or taken away'] = await repeat(
    page,
    kChanges,
    'tree.querySelector(`[data-key="region.quad_l"]`).click()',
  );
  measured['an intensity moved'] = await repeat(
    page,
    kChanges,
    'const input = tree.querySelector(`[data-key="intensity.calf_l"] input`); input.value = 2 + i % 8; input.dispatchEvent(new Event("input", { bubbles: true, composed: true }))',
  );
  if (!(await reader.has('tell.skip'))) await reader.use('continue');
  await reader.use('continue');
  await reader.isOn(kWay.fr.titles[2]);
  const { width, height } = page.viewportSize();
  measured['a scroll'] = await repeat(
    page,
    kChanges,
    'tree.previousElementSibling.dispatchEvent(new WheelEvent("wheel", { deltaY: i % 20 < 10 ? 40 : -40, clientX: argument[0], clientY: argument[1], bubbles: true, composed: true, cancelable: true }))',
    [width * 0.75, height / 2],
  );
  measured['another language'] = await repeat(
    page,
    kChanges,
    'tree.querySelector("[data-key=language]").click()',
  );
  await page.context().close();
  return measured;
}
