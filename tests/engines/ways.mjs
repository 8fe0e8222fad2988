// The whole way as a visitor goes it, in an engine that is not Chromium.
/* global booked */ // of the page

import assert from 'node:assert/strict';
import { kWay } from '../browser/reader.mjs';
import { kBooking } from './bench.mjs';

const words = kWay.fr;

/** @param {ReturnType<typeof import('./bench.mjs').startEngine>} bench */
export function testWays({ engine, it, visit }) {
  it('the page has its façade, a press on it opens the tool, which draws, without an error', async () => {
    await visit.open('blog.html');
    assert.equal(await visit.state(), 'idle');
    const at = await visit.evaluate(() => {
      const button = document
        .querySelector('recovery-advisor')
        .shadowRoot.querySelector('.facade button');
      button.scrollIntoView({ block: 'center', behavior: 'instant' });
      const { x, y, width, height } = button.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2, text: button.textContent };
    });
    assert.equal(at.text, words.start);
    await visit.tapAt(at.x, at.y);
    await visit.isReady();
    assert.equal(await visit.state(), 'ready');
    await visit.isOn(words.titles[0]);
    await visit.noErrors();
  });

  const byPointer = async (tap) => {
    await visit.openTool();
    await tap('view.back');
    await visit.isThere('region.calf_l');
    await tap('region.calf_l');
    await visit.isMarked('region.calf_l');
    assert.deepEqual(
      (await visit.told()).marks.map(({ region }) => region),
      ['calf_l'],
    );
    await tap('continue');
    await visit.isOn(words.titles[1]);
    await tap('continue');
    await visit.isOn(words.titles[2]);
    await visit.seeAll(tap);
    await tap('continue');
    assert.equal((await visit.bring('book')).href, kBooking);
    await visit.noErrors();
  };

  it('the whole way by pointer: a calf on the figure, none of the signs, the advice, and a link that books', () =>
    byPointer((key) => visit.tap(key)));

  if (engine.touches) it('the whole way by touch', () => byPointer((key) => visit.touch(key)));

  const marks = () => visit.told().then((told) => told.marks.map(({ region }) => region));
  const places = (keys) =>
    Promise.all(
      keys.map(async (key) =>
        (({ x, y, width, height }) => [x, y, width, height].map(Math.round))(await visit.node(key)),
      ),
    );

  // docs/touch.md, in this engine as well: by a finger where its driver has one, otherwise by a
  // mouse.
  it('a second touch beside the first is the same mark, and a mark moves no area', async () => {
    await visit.openTool();
    const keys = ['region.abdomen', 'region.chest', 'region.shin_l', 'figure', 'continue'];
    await visit.bring('region.abdomen');
    const before = await places(keys),
      { x, y } = await visit.node('region.abdomen');
    await visit.touchAt(x, y);
    await visit.isMarked('region.abdomen');
    await visit.stands();
    assert.deepEqual(await places(keys), before);
    await visit.touchAt(x + 4, y - 6);
    await visit.touchAt(x - 5, y + 3);
    await visit.stands();
    assert.deepEqual(await marks(), ['abdomen']);
    assert.deepEqual(await places(keys), before);
    await visit.noErrors();
  });

  it('the whole way by keyboard alone, to the link that books', async () => {
    await visit.open('blog.html');
    await visit.reader.open(words);
    await visit.press('Tab', 'Home');
    assert.equal(await visit.focused(), 'region.calf_l');
    await visit.press('Space', '+', '+', '-');
    assert.deepEqual(
      (await visit.told()).marks.map(({ region, intensity }) => [region, intensity]),
      [['calf_l', 6]],
    );
    // The back is made while the page lives on; until then an arrow has nowhere to go.
    for (
      const end = Date.now() + 60_000;
      (await visit.focused()) === 'region.calf_l';
      await visit.press('ArrowDown')
    )
      assert.ok(Date.now() < end, 'the arrows do not walk');
    await visit.reader.tabTo(words.intensity);
    await visit.press('ArrowLeft', 'ArrowLeft');
    assert.equal((await visit.told()).marks[0].intensity, 4);
    await visit.pressOn(words.next);
    await visit.reader.isOn(words.titles[1]);
    await visit.pressOn(words.next);
    await visit.reader.isOn(words.titles[2]);
    await visit.seeAll(() => visit.pressOn(/^Voir la suite/, 'Space'));
    await visit.pressOn(words.none, 'Space');
    await visit.reader.isOn();
    // The page takes the booking over, so that nothing is opened.
    await visit.evaluate(() =>
      addEventListener('advisor-book', (event) => {
        globalThis.booked = event.detail;
        event.preventDefault();
      }),
    );
    await visit.pressOn(words.book);
    await visit.waitForFunction(() => globalThis.booked);
    assert.deepEqual(await visit.evaluate(() => booked), { url: kBooking, service: 'sport-60' });
    await visit.noErrors();
  });

  it('a red flag, by pointer: an alarm with a call, and no link that books', async () => {
    await visit.openTool();
    await visit.tap('region.quad_l');
    await visit.isMarked('region.quad_l');
    for (const title of words.titles.slice(1)) {
      await visit.tap('continue');
      await visit.isOn(title);
    }
    await visit.tap('flag.chest_pain');
    await visit.until('flag.chest_pain', ({ isOn }) => isOn);
    await visit.tap('continue');
    await visit.isThere('alarm.911');
    assert.equal((await visit.node('alarm.911')).href, 'tel:911');
    assert.equal(await visit.node('book'), null);
    await visit.noErrors();
  });

  it('a red flag, by keyboard', async () => {
    await visit.openTool();
    for (const title of words.titles.slice(1)) {
      await visit.pressOn(title === words.titles[1] ? /^Rien ne fait mal/ : words.next);
      await visit.reader.isOn(title);
    }
    await visit.pressOn(words.chest, 'Space');
    await visit.pressOn(words.next);
    await visit.reader.isOn(words.alarm);
    await visit.reader.tabTo(words.call);
    assert.equal(await visit.node('book'), null);
    await visit.noErrors();
  });
}
