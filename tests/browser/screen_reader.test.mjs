// What assistive technology is given: Chromium's own accessibility tree, names and roles alone, boxes where the figure shows them, live
// regions that say everything once.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { decodePng } from '../desktop/png.mjs';
import { kDesk, kDist, kPhone, startBench } from './harness.mjs';
import { kWay, Reader } from './reader.mjs';

const kContent = new URL('../../content/', import.meta.url);
const read = (name) => JSON.parse(readFileSync(new URL(name, kContent), 'utf8'));
const areas = read('knowledge.json').areas;
const names = (language) => {
  const words = read(`words.${language}.json`);
  const sides = language === 'fr' ? ['gauche', 'droite'] : ['left', 'right'];
  return areas.flatMap(({ id, paired }) => (paired ? sides.map((side) => `${words.areas[id].name}, ${side}`) : [words.areas[id].name]));
};

let bench;
before(async () => (bench = await startBench(process.env.ADVISOR_DIST ?? kDist)));
after(() => bench?.close());

async function open(words, options = kDesk) {
  const page = await bench.open(words.path, options);
  await page.context().route('https://booking.example/**', (route) => route.fulfill({ body: 'booked' }));
  await page.evaluate(() => document.querySelector('recovery-advisor').open());
  await page.waitForSelector('recovery-advisor[state=ready]');
  return new Reader(page);
}

/** The accessibility tree below the tool, in order: { role, name, backend, ... }. */
async function accessibilityTree(page) {
  const client = await page.context().newCDPSession(page);
  const { nodes } = await client.send('Accessibility.getFullAXTree');
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const tool = nodes.find(({ role, name }) => role?.value === 'region' && /^(Conseiller de récupération|Recovery advisor)$/.test(name?.value));
  const out = [];
  const walk = (node) => {
    if (!node.ignored) out.push({ role: node.role.value, name: (node.name?.value ?? '').replaceAll('\u00a0', ' '), pressed: node.properties?.some(({ name }) => name === 'pressed'), modal: node.properties?.find(({ name }) => name === 'modal')?.value.value });
    for (const id of node.childIds ?? []) if (byId.has(id)) walk(byId.get(id));
  };
  walk(tool);
  await client.detach();
  return out;
}

for (const [language, words] of Object.entries(kWay)) {
  test(`${language}: the 37 areas are in the browser’s accessibility tree, in the list’s order, in either view, and nothing there is nameless`, async () => {
    const { page } = await open(words);
    for (const view of ['front', 'back']) {
      await page.locator(`recovery-advisor [data-key="view.${view}"] input`).evaluate((input) => input.click());
      const tree = await accessibilityTree(page);
      assert.deepEqual(tree.filter(({ pressed }) => pressed).map(({ name }) => name), names(language));
      const nameless = tree.filter(({ role, name }) => !name && ['button', 'checkbox', 'radio', 'slider', 'link', 'heading', 'dialog', 'toolbar', 'group'].includes(role));
      assert.deepEqual(nameless, []);
      assert.equal(tree.some(({ role }) => role === 'Canvas' || role === 'canvas'), false);
    }
    await page.context().close();
  });

  test(`${language}: by role and name alone, to the booking, and to an alarm`, async () => {
    const { page } = await open(words);
    const advisor = page.locator('recovery-advisor');
    const use = (role, name) => advisor.getByRole(role, { name, exact: typeof name === 'string' }).evaluate((control) => control.click());
    await use('button', words.calf);
    const slider = advisor.getByRole('slider', { name: words.intensity });
    await slider.fill('3');
    assert.equal(await slider.getAttribute('aria-valuetext').then((text) => text.replaceAll('\u00a0', ' ')), language === 'fr' ? '3 : légère' : '3: mild');
    await use('button', words.next);
    await advisor.getByRole('heading', { name: words.titles[1] }).waitFor({ state: 'attached' });
    await use('button', words.next);
    await advisor.getByRole('heading', { name: words.titles[2] }).waitFor({ state: 'attached' });
    await use('button', words.none);
    const link = advisor.getByRole('link', { name: words.book });
    await link.waitFor({ state: 'attached' });
    assert.match(await link.getAttribute('href'), /^https:\/\/booking\.example\//);
    await use('button', words.why);
    await advisor.getByRole('dialog').getByRole('button', { name: words.close }).evaluate((control) => control.click());
    await use('button', /^(Mes réponses|My answers)$/);
    await advisor.getByRole('heading', { name: words.titles[1] }).waitFor({ state: 'attached' });
    await use('button', words.next);
    await use('checkbox', words.chest);
    await use('button', words.next);
    await advisor.getByRole('heading', { name: words.alarm }).waitFor({ state: 'attached' });
    assert.equal(await advisor.getByRole('link', { name: words.book }).count(), 0);
    assert.equal(await advisor.getByRole('link', { name: words.call }).first().getAttribute('href'), 'tel:911');
    assert.deepEqual(page.errors, []);
    await page.context().close();
  });
}

// The box of everything that two pictures do not have in common, in CSS px.
function differing(before, after, density) {
  const a = decodePng(before), b = decodePng(after);
  let [left, top, right, bottom] = [Infinity, Infinity, -1, -1];
  for (let y = 0; y < a.height; y++) {
    for (let x = 0; x < a.width; x++) {
      const i = (y * a.width + x) * a.channels;
      if (Math.abs(a.pixels[i] - b.pixels[i]) + Math.abs(a.pixels[i + 1] - b.pixels[i + 1]) + Math.abs(a.pixels[i + 2] - b.pixels[i + 2]) < 24) continue;
      left = Math.min(left, x), right = Math.max(right, x + 1), top = Math.min(top, y), bottom = Math.max(bottom, y + 1);
    }
  }
  return { left: left / density, top: top / density, right: right / density, bottom: bottom / density };
}

// The figure draws its own line along the border of the area that has the focus; the control's ring is taken away here. What the line
// encloses has to be the control's box.
test('each area’s box is where the figure shows it, at two sizes, and after zoom and turn', async () => {
  const wrong = [];
  const kLine = 3;  // px: half of the figure’s own line, which is faint where an area tapers
  for (const [options, prepare] of [[kDesk, ''], [{ viewport: { width: 390, height: 844 } }, ''], [kDesk, 'view.back'], [kDesk, 'frame']]) {
    const { page } = await open(kWay.fr, options);
    const stage = page.locator('recovery-advisor .stage');
    await stage.evaluate((node) => node.getRootNode().adoptedStyleSheets.push(Object.assign(new CSSStyleSheet(), {})) && node.getRootNode().adoptedStyleSheets.at(-1).replaceSync('.stage.drawn.drawn.drawn > .tree * { outline: none !important; }'));
    const still = async () => {
      let picture, last;
      do { last = picture; picture = await stage.screenshot(); } while (!last || !picture.equals(last));
      return picture;
    };
    await still();
    if (prepare) await page.locator(`recovery-advisor [data-key="${prepare}"]`).evaluate((node) => (node.querySelector('input') ?? node).click());
    await page.evaluate(() => document.querySelector('recovery-advisor').shadowRoot.activeElement?.blur());
    const plain = await still();
    const { x: stageX, y: stageY } = await stage.boundingBox();
    const shown = await page.locator('recovery-advisor [data-key^="region."]:not(.unpainted):not(.away)').evaluateAll((nodes) => nodes.map((node) => node.dataset.key));
    assert.ok(shown.length >= (prepare === 'frame' ? 8 : 18), `${shown.length} areas`);
    const where = prepare || options.viewport.width < 700 ? shown.filter((_, i) => i % 3 === 0) : shown;
    for (const key of where) {
      const control = page.locator(`recovery-advisor [data-key="${key}"]`);
      await control.focus();
      const line = differing(plain, await still(), 1);
      const { x, y, width, height } = await control.boundingBox();
      const box = { left: x - stageX, top: y - stageY, right: x - stageX + width, bottom: y - stageY + height };
      for (const side of ['left', 'top', 'right', 'bottom']) {
        if (prepare === 'frame' && box.top < 130) continue;  // the figure’s stage cuts it off
        if (Math.abs(line[side] - box[side]) > 2 + kLine) wrong.push(`${key} ${side} at ${options.viewport.width} ${prepare}: drawn at ${line[side]}, box at ${box[side]}`);
      }
    }
    await page.context().close();
  }
  assert.deepEqual(wrong, []);
});

test('no id stands twice, no name holds a state, and what is in another language says so', async () => {
  const { page } = await open(kWay.fr, kPhone);
  const look = () => page.locator('recovery-advisor').evaluate((element) => {
    const root = element.shadowRoot;
    const ids = [...root.querySelectorAll('[id]')].map(({ id }) => id);
    return { twice: ids.filter((id, i) => ids.indexOf(id) !== i), lang: root.querySelector('[data-key=language]')?.lang, tree: root.querySelector('.tree').lang, pressed: root.querySelector('[data-key="region.calf_l"]')?.textContent };
  });
  assert.deepEqual(await look(), { twice: [], lang: 'en', tree: 'fr', pressed: 'Haut du mollet, gauche' });
  await page.locator('recovery-advisor [data-key="region.calf_l"]').evaluate((node) => node.click());
  assert.equal((await look()).pressed, 'Haut du mollet, gauche');
  await page.locator('recovery-advisor [data-key=language]').evaluate((node) => node.click());
  await page.getByRole('button', { name: 'Upper calf, left', exact: true }).waitFor({ state: 'attached' });
  assert.deepEqual(await look(), { twice: [], lang: 'fr', tree: 'en', pressed: 'Upper calf, left' });
  const text = await page.locator('recovery-advisor .tree').evaluate((tree) => tree.textContent);
  assert.doesNotMatch(text.replace('Français', ''), /[éèàç]/);
  await page.context().close();
});

test('what the canvas says is text of the page: the browser’s search finds an advice, its evidence and the disclaimer', async () => {
  const { page } = await open(kWay.fr);
  await page.evaluate(() => (document.querySelector('recovery-advisor').intake = { version: 1, now: '2026-06-10T10:00', marks: [{ region: 'calf_l', intensity: 4 }], screened: true }));
  await page.locator('recovery-advisor [data-key=disclaimer]').waitFor({ state: 'attached' });
  const finds = (text) => page.evaluate((text) => { getSelection().removeAllRanges(); return find(text, false, false, true); }, text);
  const advice = await page.evaluate(() => document.querySelector('recovery-advisor').advice);
  assert.equal(await finds(advice.disclaimer.slice(0, 60)), true);
  for (const { title } of advice.benefits.slice(0, 3)) assert.equal(await finds(title), true, title);
  assert.equal(await finds('rien de tel n’est écrit ici'), false);
  await page.locator('recovery-advisor [data-key^="benefit."]').first().evaluate((node) => node.click());
  await page.getByRole('dialog').waitFor({ state: 'attached' });
  const source = await page.locator('recovery-advisor [data-key="sheet.source.0"]').evaluate((node) => [node.textContent.slice(0, 40), node.lang]);
  assert.equal(await finds(source[0]), true, source[0]);
  assert.equal(source[1], 'en');
  await page.context().close();
});

test('an advice is said politely and once; a red flag once, as an alert; a change back is not said again as long as it is the same', async () => {
  const { page, ...rest } = await open(kWay.en);
  const reader = new Reader(page, rest);
  await reader.listen();
  const use = (key) => page.locator(`recovery-advisor [data-key="${key}"]`).evaluate((node) => (node.querySelector('input') ?? node).click());
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
  await page.waitForFunction(() => heardAloud.length > 1);
  await use('continue');
  await page.getByRole('heading', { name: kWay.en.alarm }).waitFor({ state: 'attached' });
  await page.waitForTimeout(600);  // longer than what is polite waits
  const heard = await reader.heard();
  assert.equal(heard.length, 2, heard.join('\n'));
  assert.match(heard[0], /^status: /);
  assert.match(heard[1], /^alert: .*911/);
  await page.context().close();
});
