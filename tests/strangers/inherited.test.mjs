// What CSS hands down from the page into the shadow root: each property that this browser inherits,
// every custom property of ours by its name, and what runs through the text of an ancestor.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import { benchOfFile } from '../browser/harness.mjs';
import { findInherited, kPages, kUgly, readStyles } from './inherited.mjs';

const bench = benchOfFile();
const kOptions = {
  viewport: { width: 600, height: 900 },
  bypassCSP: true,
  reducedMotion: 'reduce',
  colorScheme: 'light',
};
const kTold = {
  version: 1,
  now: '2026-06-10T10:00',
  marks: [{ region: 'calf_l', intensity: 4 }],
  screened: true,
};
const kTag = '<recovery-advisor><p>Call us.</p></recovery-advisor>';

/** A page with the tool at a place of its own, and a style of its own. */
async function open(style = '', { before } = {}) {
  const page = await bench.open('robots.txt', kOptions, { before });
  await page.route('**/page.html', (route) =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: `<!doctype html><html lang="en"><title>A page</title><link rel="icon" href="data:,">
        <style>
          main recovery-advisor { position: absolute; top: 0; left: 20px; width: 560px }
          ${style}
        </style>
        <main><div class="inner">${kTag}</div></main>
        <script type="module" src="recovery-advisor.js"></script>`,
    }),
  );
  await page.goto(`${bench.address}/page.html`);
  await page.getByRole('button', { name: 'Start' }).waitFor();
  page.errors.length = 0;
  return page;
}

const advisor = (page) => page.locator('recovery-advisor');
const node = (page, key) => page.locator(`recovery-advisor [data-key="${key}"]`);
const use = async (page, key) => {
  await node(page, key).waitFor({ state: 'attached' });
  await node(page, key).evaluate((found) => (found.querySelector('input') ?? found).click());
};
const focus = (page, key) =>
  node(page, key).evaluate((found) =>
    (found.querySelector('input') ?? found).focus({ focusVisible: true }),
  );

/** Every kind of thing that the tool has, and how one comes to it from the one before. */
const kLooks = {
  'the façade': () => {},
  'the façade that has failed': async (page) => {
    await page.route(/\.wasm$/, (route) => route.abort());
    await page.getByRole('button', { name: 'Start' }).click();
    await page.waitForSelector('recovery-advisor[state=fallback]');
    await page.addStyleTag({ content: 'recovery-advisor > p { display: none }' });
  },
  'the stage, an area with the focus': async (page) => {
    await page.unroute(/\.wasm$/);
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.waitForSelector('recovery-advisor[state=ready]');
    await advisor(page).locator('.facade').waitFor({ state: 'hidden' });
    await focus(page, 'region.calf_l');
  },
  'the stage, the way past it': (page) => focus(page, 'skip'),
  'the stage, a sheet': (page) => use(page, 'menu'),
  'the whole screen': async (page) => {
    await use(page, 'full_screen');
    await advisor(page).locator('.close').waitFor();
  },
  'the page, a sheet': async (page) => {
    await advisor(page).locator('.close').click();
    await advisor(page).locator('.close').waitFor({ state: 'detached' });
    await use(page, 'menu');
    await use(page, 'list_view');
    await advisor(page).locator('.stage.page').waitFor();
    await use(page, 'menu');
    await node(page, 'sheet.close').waitFor();
  },
  'the page, questions': async (page) => {
    await use(page, 'sheet.close');
    await use(page, 'region.calf_l');
    await use(page, 'continue');
    await node(page, 'race.other').waitFor();
  },
  'the page, an advice': async (page) => {
    await advisor(page).evaluate((element, told) => (element.intake = told), kTold);
    await node(page, 'calendar').waitFor();
  },
};

/** Goes the same way on both pages; the tool has the same styles and the same picture on each. */
async function assertSame(plain, other, names) {
  const pages = [plain, other];
  const both = (look) => Promise.all(pages.map(look));
  for (const [name, comeTo] of Object.entries(kLooks)) {
    await both(async (page) => {
      await comeTo(page);
      await page.mouse.move(595, 895);
      await page.evaluate(() => scrollTo(0, 0));
    });
    let styles, pictures;
    // Until what is under way has come to rest on both.
    for (const end = performance.now() + 60_000; performance.now() < end;) {
      styles = await both((page) => page.evaluate(readStyles, names));
      pictures = await both((page) => page.screenshot());
      if (isDeepStrictEqual(...styles) && pictures[0].equals(pictures[1])) break;
    }
    assert.deepEqual(styles[1], styles[0], name);
    assert.ok(pictures[0].equals(pictures[1]), `${name} looks otherwise`);
  }
  assert.deepEqual(other.errors, plain.errors);
  for (const page of pages) await page.context().close();
}

const withoutFullScreen = () => delete Element.prototype.requestFullscreen;

test('every property that the page can hand down, at its ugliest, changes nothing', async () => {
  const plain = await open('', { before: withoutFullScreen });
  const found = await plain.evaluate(findInherited, kUgly);
  const names = Object.keys(found);
  for (const known of [
    ...['text-shadow', '-webkit-text-fill-color', '-webkit-text-stroke-width', 'letter-spacing'],
    ...['text-transform', 'direction', 'user-select', 'cursor', 'color-scheme', 'line-height'],
    ...['quotes', 'hyphens', 'font-variant-caps', 'word-spacing', 'text-indent', 'writing-mode'],
    ...['tab-size', 'white-space-collapse', 'list-style-type', 'text-align', 'caret-color'],
    ...['accent-color', 'forced-color-adjust', 'font-size', 'font-style', 'font-weight', 'color'],
    ...['-webkit-text-security', '-webkit-user-modify', 'scrollbar-color', 'text-wrap-style'],
    ...['image-rendering', 'paint-order', 'visibility', 'pointer-events'],
  ])
    assert.ok(names.includes(known), `${known} is not known to be inherited`);
  for (const name of kPages) delete found[name];
  const rules = Object.entries(found).map(([name, value]) => `${name}: ${value};`);
  const ugly = await open(`main, main * { ${rules.join('\n')} }`, { before: withoutFullScreen });
  await assertSame(plain, ugly, Object.keys(found));
});

test('names of custom properties that the page uses as well change nothing', async () => {
  const plain = await open('', { before: withoutFullScreen });
  await plain.evaluate(() => document.querySelector('recovery-advisor').open());
  await plain.waitForSelector('recovery-advisor[state=ready]');
  const names = await plain.evaluate(() => [
    ...new Set(
      document
        .querySelector('recovery-advisor')
        .shadowRoot.adoptedStyleSheets.flatMap((sheet) =>
          [...sheet.cssRules].flatMap(
            ({ cssText }) => cssText.match(/--(?!advisor-)[\w-]+/g) ?? [],
          ),
        ),
    ),
  ]);
  for (const known of ['--ink', '--text', '--w', '--height', '--when-dark', '--cell'])
    assert.ok(names.includes(known), known);
  await plain.reload();
  await plain.getByRole('button', { name: 'Start' }).waitFor();
  const rules = names.map((name) => `${name}: 90px;`).join('\n');
  const ugly = await open(`html, body, main, main * { ${rules} }`, { before: withoutFullScreen });
  await assertSame(plain, ugly, ['color', 'font-size', 'color-scheme']);
});

test('an ancestor’s underlining, first line and first letter change nothing', async () => {
  const inFlow = 'main recovery-advisor { position: static }';
  const plain = await open(inFlow, { before: withoutFullScreen });
  const other = await open(
    `${inFlow}
     .inner { text-decoration: underline 4px red }
     .inner::first-line { text-transform: uppercase; color: red }
     .inner::first-letter { font-size: 90px; color: red }`,
    { before: withoutFullScreen },
  );
  await assertSame(plain, other, ['color']);
});

test('under CSS zoom the canvas is as sharp as the screen, and goes on when the zoom changes', async () => {
  const page = await open('main { zoom: 1.5 } main recovery-advisor { width: 380px }');
  await page.getByRole('button', { name: 'Start' }).click();
  await page.waitForSelector('recovery-advisor[state=ready]');
  const becomes = (width) =>
    page.waitForFunction(
      (width) =>
        document.querySelector('recovery-advisor').shadowRoot.querySelector('canvas').width ===
        width,
      width,
    );
  await becomes(570);
  await page.locator('main').evaluate((main) => (main.style.zoom = '2'));
  await becomes(760);
  await page.locator('main').evaluate((main) => (main.style.zoom = '1'));
  await becomes(380);
  // A tap is where it is seen.
  await page.locator('main').evaluate((main) => (main.style.zoom = '1.25'));
  await becomes(475);
  const menu = await node(page, 'menu').boundingBox();
  await page.mouse.click(menu.x + menu.width / 2, menu.y + menu.height / 2);
  await page.getByRole('dialog').waitFor({ state: 'attached' });
  await page.context().close();
});

test('the page’s font is the façade’s, and what the page hides or makes untouchable stays so', async () => {
  const page = await open('main { font-family: monospace }');
  const button = advisor(page).locator('button');
  assert.equal(await button.evaluate((it) => getComputedStyle(it).fontFamily), 'monospace');
  const style = (name, value) =>
    page
      .locator('main')
      .evaluate((main, [name, value]) => main.style.setProperty(name, value), [name, value]);
  await style('visibility', 'hidden');
  assert.equal(await button.isVisible(), false);
  await style('visibility', '');
  await style('pointer-events', 'none');
  assert.equal(
    await button.evaluate((it) => {
      const { x, y } = it.getBoundingClientRect();
      return document.elementFromPoint(x + 9, y + 9).localName;
    }),
    'html',
  );
  await advisor(page).evaluate((element) => (element.hidden = true));
  assert.deepEqual(await advisor(page).boundingBox(), null);
  await page.context().close();
});

test('what stands in the tag looks as the page has it, also beside a dark façade', async () => {
  const page = await open('main { color: #123456; font: italic 20px/2 serif }');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.route(/\.wasm$/, (route) => route.abort());
  await page.getByRole('button', { name: 'Start' }).click();
  await page.getByText('Call us.').waitFor();
  assert.deepEqual(
    await page.getByText('Call us.').evaluate((text) => {
      const { color, fontStyle, fontSize, lineHeight } = getComputedStyle(text);
      return { color, fontStyle, fontSize, lineHeight };
    }),
    { color: 'rgb(18, 52, 86)', fontStyle: 'italic', fontSize: '20px', lineHeight: '40px' },
  );
  await page.context().close();
});
