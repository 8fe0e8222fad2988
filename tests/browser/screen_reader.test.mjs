// What assistive technology is given: Chromium's own accessibility tree, names and roles alone,
// boxes where the figure shows them, live regions that say everything once.
/* global heardAloud */ // of the page

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { decodePng } from '../desktop/png.mjs';
import { unlessAll } from '../few.mjs';
import { kDesk, kDist, kPhone, startBench } from './harness.mjs';
import { kWay, Reader, toTheEnd } from './reader.mjs';

const kContent = new URL('../../content/', import.meta.url);
const read = (name) => JSON.parse(readFileSync(new URL(name, kContent), 'utf8'));
const areas = read('knowledge.json').areas;
const names = (language) => {
  const words = read(`words.${language}.json`);
  const sides = language === 'fr' ? ['à gauche', 'à droite'] : ['left', 'right'];
  return areas.flatMap(({ id, paired }) =>
    paired ? sides.map((side) => `${words.areas[id].name}, ${side}`) : [words.areas[id].name],
  );
};

let bench;
before(async () => (bench = await startBench(process.env.ADVISOR_DIST ?? kDist)));
after(() => bench?.close());

async function open(words, options = kDesk) {
  const page = await bench.open(words.path, options);
  await page
    .context()
    .route('https://booking.example/**', (route) => route.fulfill({ body: 'booked' }));
  await page.evaluate(() => document.querySelector('recovery-advisor').open());
  await page.waitForSelector('recovery-advisor[state=ready]');
  return new Reader(page);
}

/** The accessibility tree below the tool, in order: { role, name, backend, ... }. */
async function accessibilityTree(page) {
  const client = await page.context().newCDPSession(page);
  const { nodes } = await client.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const tool = nodes.find(
    ({ role, name }) =>
      role?.value === 'region' &&
      /^(Conseiller de récupération|Recovery advisor)$/.test(name?.value),
  );
  const out = [];
  const walk = (node) => {
    if (!node.ignored)
      out.push({
        role: node.role.value,
        name: (node.name?.value ?? '').replaceAll('\u00a0', ' '),
        pressed: node.properties?.some(({ name }) => name === 'pressed'),
        modal: node.properties?.find(({ name }) => name === 'modal')?.value.value,
      });
    for (const id of node.childIds ?? []) if (byId.has(id)) walk(byId.get(id));
  };
  walk(tool);
  await client.detach();
  return out;
}

for (const [language, words] of Object.entries(kWay)) {
  test(`${language}: the areas are in the browser’s accessibility tree, in the list’s order, in either view, and nothing there is nameless`, async () => {
    const { page } = await open(words);
    for (const view of ['front', 'back']) {
      await page
        .locator(`recovery-advisor [data-key="view.${view}"] input`)
        .evaluate((input) => input.click());
      const tree = await accessibilityTree(page);
      assert.deepEqual(
        tree.filter(({ pressed }) => pressed).map(({ name }) => name),
        names(language),
      );
      const nameless = tree.filter(
        ({ role, name }) =>
          !name &&
          [
            'button',
            'checkbox',
            'radio',
            'slider',
            'link',
            'heading',
            'dialog',
            'toolbar',
            'group',
          ].includes(role),
      );
      assert.deepEqual(nameless, []);
      assert.equal(
        tree.some(({ role }) => role === 'Canvas' || role === 'canvas'),
        false,
      );
    }
    await page.context().close();
  });

  const skip = unlessAll(language === 'fr');
  test(
    `${language}: by role and name alone, to the booking, and to an alarm`,
    { skip },
    async () => {
      const { page } = await open(words);
      const advisor = page.locator('recovery-advisor');
      const use = (role, name) =>
        advisor
          .getByRole(role, { name, exact: typeof name === 'string' })
          .evaluate((control) => control.click());
      await use('button', words.calf);
      const slider = advisor.getByRole('slider', { name: words.intensity });
      await slider.fill('3');
      assert.equal(
        await slider.getAttribute('aria-valuetext').then((text) => text.replaceAll('\u00a0', ' ')),
        language === 'fr' ? '3 : faible' : '3: mild',
      );
      await use('button', words.next);
      await advisor.getByRole('heading', { name: words.titles[1] }).waitFor({ state: 'attached' });
      await use('button', words.next);
      await advisor.getByRole('heading', { name: words.titles[2] }).waitFor({ state: 'attached' });
      await toTheEnd(page);
      await use('button', words.none);
      const link = advisor.getByRole('link', { name: words.book });
      await link.waitFor({ state: 'attached' });
      assert.match(await link.getAttribute('href'), /^https:\/\/booking\.example\//);
      await use('button', words.why);
      await advisor
        .getByRole('dialog')
        .getByRole('button', { name: words.close })
        .evaluate((control) => control.click());
      await use('button', /^(Mes réponses|My answers)$/);
      await advisor.getByRole('heading', { name: words.titles[1] }).waitFor({ state: 'attached' });
      await use('button', words.next);
      await use('checkbox', words.chest);
      await use('button', words.next);
      await advisor.getByRole('heading', { name: words.alarm }).waitFor({ state: 'attached' });
      assert.equal(await advisor.getByRole('link', { name: words.book }).count(), 0);
      assert.equal(
        await advisor.getByRole('link', { name: words.call }).first().getAttribute('href'),
        'tel:911',
      );
      assert.deepEqual(page.errors, []);
      await page.context().close();
    },
  );
}

// The box of everything that two pictures do not have in common, in CSS px.
function differing(before, after) {
  const a = decodePng(before),
    b = decodePng(after);
  let [left, top, right, bottom] = [Infinity, Infinity, -1, -1];
  for (let y = 0; y < a.height; y++) {
    for (let x = 0; x < a.width; x++) {
      const i = (y * a.width + x) * a.channels;
      if (
        Math.abs(a.pixels[i] - b.pixels[i]) +
          Math.abs(a.pixels[i + 1] - b.pixels[i + 1]) +
          Math.abs(a.pixels[i + 2] - b.pixels[i + 2]) <
        3
      )
        continue;
      ((left = Math.min(left, x)),
        (right = Math.max(right, x + 1)),
        (top = Math.min(top, y)),
        (bottom = Math.max(bottom, y + 1)));
    }
  }
  return { left, top, right, bottom };
}

// What is compared is the picture: what the area that has the focus changes in it (the figure
// lightens it and draws a line just inside its border); the control's own ring is taken away here.
// What the stage cuts off, or a control lies on, is in the box but not wholly seen. Where the
// middle of an area is another's, its box is a part of it, around its own middle.
const kAroundTheirMiddle = /shoulder|foot|ankle/;
const kNear = 2,
  kPhoneColumn = { viewport: { width: 390, height: 844 } };
for (const [name, path, options, ...keys] of [
  ['on a phone', 'blog.html', kPhoneColumn],
  ['on a phone, turned', 'blog.html', kPhoneColumn, 'view.back'],
  ['on a phone, closer', 'blog.html', kPhoneColumn, 'zoom.in'],
  ['side by side', 'index.html', kDesk],
  ['side by side, turned', 'index.html', kDesk, 'view.back'],
  ['side by side, the legs', 'index.html', kDesk, 'frame'],
  ['side by side, closer from behind', 'index.html', kDesk, 'view.back', 'zoom.in'],
]) {
  const skip = unlessAll(name === 'on a phone');
  test(
    `${name}: each area’s box is where the figure shows it, to ${kNear} px`,
    { skip },
    async () => {
      const { page, ...rest } = await open({ path }, { ...options, reducedMotion: 'reduce' });
      const reader = new Reader(page, rest);
      const stage = page.locator('recovery-advisor .stage');
      await stage.evaluate((node) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('.stage.drawn.drawn.drawn > .tree * { outline: none !important; }');
        node.getRootNode().adoptedStyleSheets.push(sheet);
      });
      const still = async () => {
        let picture, last;
        do {
          last = picture;
          picture = await stage.screenshot();
        } while (!last || !picture.equals(last));
        return picture;
      };
      for (const key of keys) await reader.use(key);
      if (keys.includes('view.back'))
        await page
          .locator('recovery-advisor [data-key="region.calf_l"]:not(.unpainted)')
          .waitFor({ state: 'attached' });
      await page.evaluate(() =>
        document.querySelector('recovery-advisor').shadowRoot.activeElement?.blur(),
      );
      const plain = await still();
      const boxesOf = (which) =>
        stage.evaluate((stage, which) => {
          const { x, y } = stage.getBoundingClientRect();
          return [...stage.querySelectorAll(which)].map((node) => {
            const { left, top, right, bottom } = node.getBoundingClientRect();
            return [
              node.dataset.key,
              { left: left - x, top: top - y, right: right - x, bottom: bottom - y },
            ];
          });
        }, which);
      const boxes = await boxesOf('[data-key^="region."]:not(.unpainted, .away)'),
        over = await boxesOf('[data-key="view.tools"] :is(button, label)');
      const tops = boxes.map(([, { top }]) => top),
        bottoms = boxes.map(([, { bottom }]) => bottom);
      const isCloser = keys.includes('frame') || keys.includes('zoom.in');
      const cut = (box) =>
        (isCloser && (box.top === Math.min(...tops) || box.bottom === Math.max(...bottoms))) ||
        over.some(
          ([, other]) =>
            box.left < other.right &&
            box.right > other.left &&
            box.top < other.bottom &&
            box.bottom > other.top,
        );
      const wrong = [];
      let whole = 0;
      for (const [key, box] of boxes) {
        await page.locator(`recovery-advisor [data-key="${key}"]`).focus();
        const seen = differing(plain, await still());
        if (!cut(box)) whole++;
        for (const side of ['left', 'top', 'right', 'bottom']) {
          const beyond = (side === 'left' || side === 'top' ? 1 : -1) * (box[side] - seen[side]);
          const isWhole = !kAroundTheirMiddle.test(key);
          const isCut = cut(box) || (isCloser && !isWhole); // what of it is in sight is left open
          if ((isWhole && beyond > kNear) || (!isCut && beyond < -kNear))
            wrong.push(`${key} ${side}: seen at ${seen[side]}, box at ${box[side]}`);
        }
      }
      assert.deepEqual(wrong, []);
      assert.ok(whole >= 8, `${whole} areas`);
      await page.context().close();
    },
  );
}

test('no id stands twice, no name holds a state, and what is in another language says so', async () => {
  const { page } = await open(kWay.fr, kPhone);
  const look = () =>
    page.locator('recovery-advisor').evaluate((element) => {
      const root = element.shadowRoot;
      const ids = [...root.querySelectorAll('[id]')].map(({ id }) => id);
      return {
        twice: ids.filter((id, i) => ids.indexOf(id) !== i),
        lang: root.querySelector('[data-key=language]')?.lang,
        tree: root.querySelector('.tree').lang,
        pressed: root.querySelector('[data-key="region.calf_l"]')?.textContent,
      };
    });
  assert.deepEqual(await look(), {
    twice: [],
    lang: 'en',
    tree: 'fr',
    pressed: 'Haut du mollet, à gauche',
  });
  await page
    .locator('recovery-advisor [data-key="region.calf_l"]')
    .evaluate((node) => node.click());
  assert.equal((await look()).pressed, 'Haut du mollet, à gauche');
  await page.locator('recovery-advisor [data-key=language]').evaluate((node) => node.click());
  await page
    .getByRole('button', { name: 'Upper calf, left', exact: true })
    .waitFor({ state: 'attached' });
  assert.deepEqual(await look(), {
    twice: [],
    lang: 'fr',
    tree: 'en',
    pressed: 'Upper calf, left',
  });
  const text = await page.locator('recovery-advisor .tree').evaluate((tree) => tree.textContent);
  assert.doesNotMatch(text.replace('Français', ''), /[éèàç]/);
  await page.context().close();
});

test('what the canvas says is text of the page: the browser’s search finds an advice, its evidence and the disclaimer', async () => {
  const { page } = await open(kWay.fr);
  await page.evaluate(
    () =>
      (document.querySelector('recovery-advisor').intake = {
        version: 1,
        now: '2026-06-10T10:00',
        marks: [{ region: 'calf_l', intensity: 4 }],
        screened: true,
      }),
  );
  await page.locator('recovery-advisor [data-key=disclaimer]').waitFor({ state: 'attached' });
  const finds = (text) =>
    page.evaluate((text) => {
      getSelection().removeAllRanges();
      return find(text, false, false, true);
    }, text);
  const advice = await page.evaluate(() => document.querySelector('recovery-advisor').advice);
  assert.equal(await finds(advice.disclaimer.slice(0, 60)), true);
  for (const { title } of advice.benefits.slice(0, 3))
    assert.equal(await finds(title), true, title);
  assert.equal(await finds('rien de tel n’est écrit ici'), false);
  await page
    .locator('recovery-advisor [data-key^="benefit."]')
    .first()
    .evaluate((node) => node.click());
  await page.getByRole('dialog').waitFor({ state: 'attached' });
  const source = await page
    .locator('recovery-advisor [data-key="sheet.source.0"]')
    .evaluate((node) => [node.textContent.slice(0, 40), node.lang]);
  assert.equal(await finds(source[0]), true, source[0]);
  assert.equal(source[1], 'en');
  await page.context().close();
});

test('an advice is said politely and once; a red flag once, as an alert; a change back is not said again as long as it is the same', async () => {
  const { page, ...rest } = await open(kWay.en);
  const reader = new Reader(page, rest);
  await reader.listen();
  const use = (key) =>
    page
      .locator(`recovery-advisor [data-key="${key}"]`)
      .evaluate((node) => (node.querySelector('input') ?? node).click());
  await use('region.calf_l');
  for (const title of kWay.en.titles.slice(1)) {
    await use('continue');
    await page.getByRole('heading', { name: title }).waitFor({ state: 'attached' });
  }
  assert.deepEqual(await reader.heard(), []);
  await use('continue');
  await page.waitForFunction(() => heardAloud.length > 0);
  await use('answers');
  await use('continue');
  await use('flag.chest_pain');
  await page.waitForFunction(() => heardAloud.length > 2);
  await use('continue');
  await page.getByRole('heading', { name: kWay.en.alarm }).waitFor({ state: 'attached' });
  await page.waitForTimeout(600); // longer than what is polite waits
  const heard = await reader.heard();
  assert.equal(heard.length, 3, heard.join('\n'));
  assert.match(heard[0], /^status: /);
  assert.match(heard[1], /^alert: .*911/);
  assert.match(heard[2], /^status: Chest pain/); // what has opened below the sign
  await page.context().close();
});
