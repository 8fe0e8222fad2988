// The whole way by keyboard alone, and what the keyboard finds on the way: one stop a group, a
// figure that arrows walk over, dialogs that keep Tab inside, and a focus that is always seen and
// never lost.
/* global heardAloud */ // of the page

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { unlessAll } from '../few.mjs';
import { kDesk, kDist, startBench } from './harness.mjs';
import { kWay, Reader, toTheEnd } from './reader.mjs';

const kColumn = { viewport: { width: 600, height: 844 } };
let bench;
before(async () => (bench = await startBench(process.env.ADVISOR_DIST ?? kDist)));
after(() => bench?.close());

async function open(words, options = kColumn) {
  const page = await bench.open(words.path, options);
  await page
    .context()
    .route('https://booking.example/**', (route) => route.fulfill({ body: 'booked' }));
  const reader = new Reader(page);
  await reader.open(words);
  return reader;
}

for (const [language, words] of Object.entries(kWay)) {
  const skip = unlessAll(language === 'fr');
  test(
    `${language}: from the page’s first Tab to the booking, and no key but a keyboard’s`,
    { skip },
    async () => {
      const reader = await open(words);
      const { page } = reader;
      // From the title to the figure, and to the first area of the list.
      await reader.press('Tab', 'Home');
      assert.equal((await reader.focus()).name, words.calf);
      await reader.press('Space', '+', '+', '-');
      assert.deepEqual(
        (await reader.told()).marks.map(({ region, intensity }) => [region, intensity]),
        [['calf_l', 6]],
      );
      await reader.tabTo(words.intensity);
      await reader.press('ArrowLeft', 'ArrowLeft');
      assert.equal((await reader.told()).marks[0].intensity, 4);
      await reader.tabTo(words.next);
      await reader.press('Enter');
      await reader.isOn(words.titles[1]);
      await reader.tabTo(words.next);
      await reader.press('Enter');
      await reader.isOn(words.titles[2]);
      await toTheEnd(page);
      await reader.tabTo(words.none);
      await reader.press('Enter');
      await reader.isOn();
      await reader.tabTo(words.book);
      const [booked] = await Promise.all([
        page.context().waitForEvent('page'),
        reader.press('Enter'),
      ]);
      assert.match(booked.url(), /^https:\/\/booking\.example\//);
      assert.deepEqual(page.errors, []);
      await page.context().close();
    },
  );

  test(
    `${language}: a red flag, by keyboard: the alarm has the focus, an alert said it once, and no booking is left`,
    { skip },
    async () => {
      const reader = await open(words);
      const { page } = reader;
      await reader.listen();
      for (const title of words.titles.slice(1)) {
        await reader.tabTo(
          title === words.titles[1] ? /^(Rien ne fait mal|Nothing hurts)/ : words.next,
        );
        await reader.press('Enter');
        await reader.isOn(title);
      }
      await reader.tabTo(words.chest);
      await reader.press('Space');
      await page.waitForFunction(() => heardAloud.length > 0);
      await reader.tabTo(words.next);
      await reader.press('Enter');
      await reader.isOn(words.alarm);
      assert.equal(await page.getByRole('link', { name: words.book }).count(), 0);
      await reader.tabTo(words.call);
      assert.equal((await reader.focus()).kind, 'a');
      const heard = await reader.heard();
      assert.equal(heard.length, new Set(heard).size, heard.join('\n'));
      assert.equal(heard.filter((line) => line.startsWith('alert: ')).length, 1);
      await page.context().close();
    },
  );
}

// The view that is not seen is made later, in slices: it is there once its areas have their places.
const isPlaced = (reader, region) =>
  reader.page
    .locator(`recovery-advisor [data-key="region.${region}"]:not(.unpainted)`)
    .waitFor({ state: 'attached' });
async function isMade(reader) {
  await reader.use('view.back');
  await isPlaced(reader, 'calf_l');
  await reader.use('view.front');
  await isPlaced(reader, 'shin_l');
}

for (const [how, turn] of [
  ['t', async (reader) => reader.press('t')],
  ['a tap on the other side', async (reader) => reader.use('view.back')],
]) {
  test(`${how} turns the figure as soon as its other view is made, however early it comes; meanwhile the one before stays`, async () => {
    const page = await bench.open(kWay.fr.path, kColumn);
    const client = await page.context().newCDPSession(page);
    await client.send('Emulation.setCPUThrottlingRate', { rate: 6 });
    const reader = new Reader(page);
    await reader.open(kWay.fr);
    await reader.listen();
    await page.locator('recovery-advisor [data-key="region.knee_front_r"]').focus();
    await turn(reader);
    assert.equal(
      await page.locator('recovery-advisor [data-key="view.back"] input').isChecked(),
      true,
    );
    await isPlaced(reader, 'knee_back_r');
    if (how === 't') {
      await page.waitForFunction(
        () =>
          document.querySelector('recovery-advisor').shadowRoot.activeElement.dataset.key ===
          'region.knee_back_r',
      );
      assert.equal((await reader.heard())[0], 'status: Dos');
    }
    assert.equal(
      await page.locator('recovery-advisor [data-key="view.back"] input').isChecked(),
      true,
    );
    await page.locator('recovery-advisor [data-key="figure.state"]').waitFor({ state: 'detached' });
    await page.context().close();
  });
}

test('arrows walk over the figure to where they point, Home and End to the list’s ends, t turns it, and what changed is said', async () => {
  const reader = await open(kWay.fr);
  await isMade(reader);
  await reader.listen();
  await reader.page.locator('recovery-advisor [data-key="region.knee_front_l"]').focus();
  const goes = async (key) => {
    await reader.press(key);
    return (await reader.focus()).key;
  };
  assert.equal(await goes('ArrowDown'), 'region.shin_l');
  assert.equal(await goes('ArrowUp'), 'region.knee_front_l');
  assert.equal(await goes('ArrowLeft'), 'region.knee_front_r');
  assert.equal(await goes('t'), 'region.knee_back_r');
  assert.equal((await reader.heard()).at(-1), 'status: Dos');
  assert.equal(await goes('+'), 'region.knee_back_r');
  assert.equal((await reader.heard()).at(-1), 'status: 5 : moyenne');
  assert.equal(await goes('+'), 'region.knee_back_r');
  assert.equal((await reader.heard()).at(-1), 'status: 6 : moyenne');
  assert.equal(await goes('End'), 'region.abdomen');
  assert.equal(await goes('Home'), 'region.calf_l');
  await reader.press('Tab');
  assert.notEqual((await reader.focus()).key?.split('.')[0], 'region');
  await reader.page.context().close();
});

test('the calendar is one stop: arrows go by day and by week', async () => {
  const reader = await open(kWay.fr);
  await reader.page.evaluate(
    () =>
      (document.querySelector('recovery-advisor').intake = {
        version: 1,
        now: '2026-06-10T10:00',
        marks: [{ region: 'calf_l', intensity: 4 }],
        screened: true,
      }),
  );
  await reader.page.locator('recovery-advisor [data-key="day.0"]').waitFor({ state: 'attached' });
  const chosen = () =>
    reader.page
      .locator('recovery-advisor [data-key=calendar] input:checked')
      .evaluate((input) => input.closest('label').dataset.key);
  await reader.page.locator('recovery-advisor [data-key=calendar] input:checked').focus();
  const from = Number((await chosen()).slice(4));
  await reader.press('ArrowDown');
  assert.equal(await chosen(), `day.${from + 7}`);
  await reader.press('ArrowRight');
  assert.equal(await chosen(), `day.${from + 8}`);
  await reader.press('ArrowUp');
  assert.equal(await chosen(), `day.${from + 1}`);
  assert.equal((await reader.focus()).key, `day.${from + 1}`);
  await reader.page.context().close();
});

test('a sheet is a dialog: its title has the focus, Tab stays inside, Escape closes it and gives the focus back', async () => {
  const reader = await open(kWay.fr);
  const { page } = reader;
  const menu = page.locator('recovery-advisor [data-key=menu]');
  await menu.focus();
  await reader.press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.waitFor({ state: 'attached' });
  assert.equal((await reader.focus()).key, 'sheet.title');
  assert.equal(
    await dialog.evaluate(
      (node) => node.getRootNode().getElementById(node.getAttribute('aria-labelledby')).textContent,
    ),
    (await reader.focus()).name,
  );
  for (const key of ['Tab', 'Shift+Tab']) {
    for (let i = 0; i < 14; i++) {
      await reader.press(key);
      assert.equal(
        await dialog.evaluate((node) => node.contains(node.getRootNode().activeElement)),
        true,
        `${key} ${i}`,
      );
    }
  }
  await reader.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  assert.equal((await reader.focus()).key, 'menu');
  assert.equal(await page.locator('recovery-advisor .tree > [inert]').count(), 0);
  await page.context().close();
});

test('the way past the tool leads past it, and is seen while it has the focus', async () => {
  const reader = await open(kWay.fr);
  await reader.press('Shift+Tab', 'Shift+Tab'); // from the title back over the bar
  const skip = reader.page.locator('recovery-advisor [data-key=skip]');
  const box = await skip.boundingBox();
  assert.ok(box.width > 100 && box.height >= 40, JSON.stringify(box));
  await reader.press('Enter');
  assert.equal((await reader.focus()).key, 'end');
  await reader.press('Tab');
  assert.equal((await reader.focus()).inside, false);
  await reader.page.context().close();
});

test('focus is seen: no two stops of the first screen look the same, side by side too', async () => {
  for (const [options, path, stops] of [
    [kColumn, 'blog.html', 6],
    [kDesk, 'index.html', 6],
  ]) {
    const reader = await open({ ...kWay.fr, path }, options);
    await reader.page
      .locator('recovery-advisor [data-key="region.calf_l"]')
      .evaluate((node) => node.click());
    const stage = reader.page.locator('recovery-advisor .stage');
    const pictures = new Map();
    await reader.page.evaluate(() =>
      document
        .querySelector('recovery-advisor')
        .shadowRoot.querySelector('[data-key=skip]')
        .focus(),
    );
    for (let now = await reader.focus(); now.inside; now = await reader.focus()) {
      // The canvas follows by itself; still is when two pictures are the same.
      let picture, last;
      do {
        last = picture;
        picture = (await stage.screenshot()).toString('base64');
      } while (picture !== last);
      assert.ok(!pictures.has(picture), `${now.key} looks like ${pictures.get(picture)}`);
      pictures.set(picture, now.key);
      await reader.press('Tab');
    }
    assert.equal(pictures.size, stops);
    await reader.page.context().close();
  }
});

test('taking a mark away by keyboard leaves the focus where the marks are', async () => {
  const reader = await open(kWay.fr);
  for (const region of ['calf_l', 'chest'])
    await reader.page
      .locator(`recovery-advisor [data-key="region.${region}"]`)
      .evaluate((node) => node.click());
  await reader.page.locator('recovery-advisor [data-key="remove.chest"]').focus();
  await reader.press('Enter');
  await reader.page
    .locator('recovery-advisor [data-key="remove.chest"]')
    .waitFor({ state: 'detached' });
  const now = await reader.focus();
  assert.equal(now.inside, true);
  assert.equal(
    await reader.page.evaluate(
      () => document.activeElement.shadowRoot.activeElement.closest('[role=toolbar]')?.dataset.key,
    ),
    'tray',
  );
  await reader.page.context().close();
});

test('a view that is asked for before it is made is told to come, and no longer once it is there', async () => {
  const page = await bench.open('blog.html', { ...kDesk, reducedMotion: 'reduce' });
  await page.evaluate(() => document.querySelector('recovery-advisor').open());
  await page.waitForSelector('recovery-advisor[state=ready]');
  await page.evaluate(() =>
    document
      .querySelector('recovery-advisor')
      .shadowRoot.querySelector('[data-key="region.calf_l"]')
      .focus(),
  );
  await page.waitForFunction(() => {
    const { shadowRoot } = document.querySelector('recovery-advisor');
    const calf = shadowRoot.querySelector('[data-key="region.calf_l"]');
    return !calf.matches('.unpainted') && !shadowRoot.querySelector('[data-key="figure.state"]');
  });
  assert.deepEqual(page.errors, []);
  await page.context().close();
});
