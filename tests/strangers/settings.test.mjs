// What people set in their own browser: the default and the least size of text. And what a page
// does with its root's size, which is no wish of theirs.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { kDist, startBench } from '../browser/harness.mjs';
import { Reader } from '../browser/reader.mjs';
import { unlessAll } from '../few.mjs';
import { faultsIn } from './deeds.mjs';

const kTold = {
  version: 1,
  now: '2026-06-10T10:00',
  marks: [{ region: 'calf_l', intensity: 4 }],
  races: [{ date: '2026-06-28', distance_km: 21.1 }],
  screened: true,
};
const kPages = { fr: 'blog.html', en: 'blog.en.html' };
const kWidths = [360, 1000];

/** By what the browser's settings are: a browser each. */
const benches = new Map();
after(() => Promise.all([...benches.values()].map(async (bench) => (await bench).close())));
function benchWith(settings) {
  const flags = settings ? [`--blink-settings=${settings}`] : [];
  if (!benches.has(settings)) benches.set(settings, startBench(kDist, { flags }));
  return benches.get(settings);
}

async function open({ settings = '', root, lang = 'fr', width = 360 }) {
  const bench = await benchWith(settings);
  const page = await bench.open(kPages[lang], {
    viewport: { width, height: 900 },
    bypassCSP: true,
    reducedMotion: 'reduce',
  });
  if (root) await page.addStyleTag({ content: `html { font-size: ${root} !important }` });
  await page.evaluate(() => document.fonts.ready);
  return page;
}

const use = async (page, key) => {
  await page.locator(`recovery-advisor [data-key="${key}"]`).waitFor({ state: 'attached' });
  await new Reader(page).use(key);
};
const openTool = async (page) => {
  await page.evaluate(() => document.querySelector('recovery-advisor').open());
  await page.waitForSelector('recovery-advisor[state=ready]');
};
const textSize = (page, selector) =>
  page.evaluate(
    (selector) =>
      parseFloat(
        getComputedStyle(
          document.querySelector('recovery-advisor').shadowRoot.querySelector(selector),
        ).fontSize,
      ),
    selector,
  );

const kSettings = [
  { name: 'as browsers come', expected: 16 },
  { name: 'a default size of 24', settings: 'defaultFontSize=24', expected: 24 },
  { name: 'a default size of 32', settings: 'defaultFontSize=32', expected: 32 },
  {
    name: 'a default and a least size of 24',
    settings: 'minimumFontSize=24,defaultFontSize=24',
    expected: 24,
    atLeast: 24,
  },
  { name: 'a least size of 24 alone', settings: 'minimumFontSize=24', expected: 16, atLeast: 24 },
  { name: 'a root of 24 px', root: '24px', expected: 24 },
  { name: 'a root of 32 px', root: '32px', expected: 32 },
  { name: 'a root of 62.5 %, as pages have that count in tens', root: '62.5%', expected: 16 },
  { name: 'a root of 100 px, as pages have that count in hundreds', root: '100px', expected: 32 },
];

const kFew = [0, 3, 6, 7];
for (const [i, { name, expected, atLeast = 0, ...setting }] of kSettings.entries()) {
  const skip = unlessAll(kFew.includes(i));
  test(
    `${name}: the façade’s text has that size, nothing lies over anything and nothing is cut off`,
    { skip },
    async () => {
      for (const lang of ['fr', 'en'])
        for (const width of kWidths) {
          const page = await open({ ...setting, lang, width });
          const isRow = await page.evaluate(() => {
            const { shadowRoot } = document.querySelector('recovery-advisor');
            return getComputedStyle(shadowRoot.querySelector('.facade')).flexDirection === 'row';
          });
          const text = Math.max(atLeast, (expected * (isRow ? 17 : 15)) / 16);
          const where = `${lang}, ${width} px`;
          assert.ok(Math.abs((await textSize(page, '.say > p + h2 + p')) - text) < 0.02, where);
          assert.deepEqual(await page.evaluate(faultsIn, '.facade'), [], where);
          await page.context().close();
        }
    },
  );
}

for (const [i, { name, ...setting }] of kSettings.slice(0, 5).entries()) {
  const skip = unlessAll(kFew.includes(i));
  test(
    `${name}: as a page, nothing lies over anything and nothing is cut off, the month’s signs neither`,
    { skip },
    async () => {
      for (const width of kWidths) {
        const page = await open({ ...setting, width });
        await openTool(page);
        await use(page, 'menu');
        await use(page, 'list_view');
        const look = async (screen) =>
          assert.deepEqual(
            await page.evaluate(faultsIn, '.stage'),
            [],
            `${screen}, ${width} px: ${JSON.stringify(setting)}`,
          );
        await look('where');
        await use(page, 'menu');
        await look('the menu');
        await use(page, 'sheet.close');
        await use(page, 'region.calf_l');
        await use(page, 'continue');
        await look('tell');
        await use(page, 'continue');
        await look('safety');
        await page.evaluate(
          (told) => (document.querySelector('recovery-advisor').intake = told),
          kTold,
        );
        await page.locator('recovery-advisor [data-key="calendar"]').waitFor();
        await look('advice');
        assert.deepEqual(await page.evaluate(signsOverWords), [], `${width} px`);
        await page.context().close();
      }
    },
  );
}

/** Runs in the page: days whose diamond or pennant lies over their number or their month. */
function signsOverWords() {
  const { shadowRoot } = document.querySelector('recovery-advisor');
  const found = [];
  for (const day of shadowRoot.querySelectorAll('[data-key="calendar"] > .radio')) {
    const cell = day.getBoundingClientRect();
    const number = day.querySelector('.number');
    const range = document.createRange();
    range.selectNodeContents(number);
    const words = [range.getBoundingClientRect()];
    const month = getComputedStyle(number, '::before');
    if (number.dataset.month) {
      const top = number.getBoundingClientRect().top;
      const middle = cell.left + cell.width / 2;
      const half = parseFloat(month.width) / 2;
      words.push({
        left: middle - half,
        right: middle + half,
        top,
        bottom: top + parseFloat(month.height),
      });
    }
    for (const pseudo of ['::before', '::after']) {
      const style = getComputedStyle(day, pseudo);
      if (style.content === 'none') continue;
      const px = (name) => parseFloat(style[name]) || 0;
      const width = px('width') + px('borderLeftWidth') + px('borderRightWidth');
      const height = px('height') + px('borderTopWidth') + px('borderBottomWidth');
      const left =
        style.left === 'auto' ? cell.right - px('right') - width : cell.left + px('left');
      const top = cell.top + px('top');
      if (
        words.some(
          (word) =>
            left < word.right - 1 &&
            left + width > word.left + 1 &&
            top < word.bottom - 1 &&
            top + height > word.top + 1,
        )
      )
        found.push(`${pseudo} of ${number.dataset.month ?? ''} ${number.textContent}`);
    }
  }
  return found;
}

test('in forced colours the façade’s words and its button are the reader’s, its picture has one ground', async () => {
  const page = await open({});
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  const styles = await page.evaluate(() => {
    const { shadowRoot } = document.querySelector('recovery-advisor');
    const of = (selector) => getComputedStyle(shadowRoot.querySelector(selector));
    return [
      of('.facade').backgroundColor,
      of('h2').color,
      of('.note').color,
      of('button').borderTopWidth,
      of('picture').backgroundColor,
    ];
  });
  assert.deepEqual(styles, [
    'rgb(0, 0, 0)',
    'rgb(255, 255, 255)',
    'rgb(255, 255, 255)',
    '2px',
    'rgb(18, 24, 21)',
  ]);
  await page.context().close();
});

test('on the canvas text has the size that the reader has set, at once when it changes', async () => {
  const page = await open({ width: 1000 });
  await openTool(page);
  const height = () =>
    page
      .locator('recovery-advisor [data-key="screen.title"]')
      .evaluate((title) => parseFloat(title.style.getPropertyValue('--h')));
  const before = await height();
  await page.addStyleTag({ content: 'html { font-size: 24px !important }' });
  await page.waitForFunction((before) => {
    const { shadowRoot } = document.querySelector('recovery-advisor');
    const title = shadowRoot.querySelector('[data-key="screen.title"]');
    return Math.abs(parseFloat(title.style.getPropertyValue('--h')) / before - 1.5) < 0.1;
  }, before);
  await page.context().close();
});

test('a least size of 24 is the canvas’s as well', async () => {
  const heights = [];
  for (const settings of ['', 'minimumFontSize=24']) {
    const page = await open({ settings, width: 1000 });
    await openTool(page);
    await new Reader(page).rest();
    heights.push(
      await page
        .locator('recovery-advisor [data-key="screen.title"]')
        .evaluate((title) => parseFloat(title.style.getPropertyValue('--h'))),
    );
    await page.context().close();
  }
  assert.ok(Math.abs(heights[1] / heights[0] - 1.5) < 0.1, heights.join(', '));
});
