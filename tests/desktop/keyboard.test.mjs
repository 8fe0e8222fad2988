// The whole way with the keyboard alone, as a person without a mouse goes it on the desktop.
import assert from 'node:assert/strict';
import test from 'node:test';
import { Desk } from '../fixtures/desk.mjs';

const kMostStops = 80;

// Tab, until the control with this key has the focus; what was passed on the way.
async function tabTo(desk, key, back = false) {
  const passed = [];
  for (let i = 0; i < kMostStops; ++i) {
    const { focus } = await desk.do(`key ${back ? 'Shift+' : ''}Tab`);
    passed.push(focus.key);
    if (focus.key === key) return passed;
  }
  throw new Error(`Tab never came to ${key}, but to ${passed.join(', ')}`);
}

test('On the figure, t turns it and stays on the same leg, there and back', async () => {
  const desk = new Desk(['--size', '390x844', '--lang', 'fr']);
  try {
    await tabTo(desk, 'region.shin_l');
    assert.equal((await desk.do('key t')).focus.key, 'region.calf_l');
    assert.equal((await desk.do('key t')).focus.key, 'region.shin_l');
  } finally {
    await desk.close();
  }
});

for (const [size, steps] of [
  ['390x844', ['tell', 'safety']],
  ['1280x800', ['tell', 'safety']],
])
  test(`From the figure to the booking by keyboard at ${size}`, async () => {
    const desk = new Desk(['--size', size, '--lang', 'fr']);
    try {
      await tabTo(desk, 'region.shin_l');
      const moved = await desk.do('key ArrowUp');
      assert.notEqual(moved.focus.key, 'region.shin_l');
      assert.match(moved.focus.key, /^region\./);
      const marked = await desk.do('key Space');
      const region = marked.focus.key.slice('region.'.length);
      assert.deepEqual(marked.intake.marks, [{ region, intensity: 5 }]);
      assert.equal((await desk.do('key +')).intake.marks[0].intensity, 6);

      await tabTo(desk, `intensity.${region}`);
      assert.equal((await desk.do('key ArrowRight')).intake.marks[0].intensity, 7);
      assert.equal((await desk.do('key PageUp')).intake.marks[0].intensity, 10);
      assert.equal((await desk.do('key Home')).intake.marks[0].intensity, 1);

      for (const step of steps) {
        await tabTo(desk, 'continue');
        assert.equal((await desk.do('key Enter')).screen, step);
      }
      await tabTo(desk, 'continue');
      const advised = await desk.do('key Enter');
      assert.equal(advised.screen, 'advice');
      assert.equal(advised.intake.screened, true);

      const days = await tabTo(desk, 'day.0').catch(() => null);
      assert.ok(days, 'the calendar is one stop, on its chosen day');
      assert.equal((await desk.do('key ArrowRight')).intake.day, '2026-06-11');
      assert.equal((await desk.do('key ArrowDown')).intake.day, '2026-06-18');

      await tabTo(desk, 'book');
      const booked = await desk.do('key Enter');
      assert.equal(booked.cover, 'code');
      assert.equal((await desk.do('key Tab')).focus.key, 'code.close');
      assert.equal((await desk.do('key Tab')).focus.key, 'code.close');
      assert.equal((await desk.do('key Enter')).cover, '');
    } finally {
      await desk.close();
    }
  });

test('Under an open sheet nothing has a stop, and Escape closes it', async () => {
  const desk = new Desk(['--size', '390x844', '--lang', 'en']);
  try {
    await tabTo(desk, 'menu');
    assert.notEqual((await desk.do('key Enter')).sheet, 0);
    const inside = new Set();
    for (let i = 0; i < 12; ++i) inside.add((await desk.do('key Tab')).focus.key);
    assert.ok(inside.has('sheet.close'), [...inside].join());
    for (const key of ['menu', 'language', 'continue'])
      assert.ok(!inside.has(key), `${key} lies under the sheet`);
    assert.equal((await desk.do('key Escape')).sheet, 0);
  } finally {
    await desk.close();
  }
});

test('Tab goes round and Shift+Tab back, and a change can be undone by Ctrl+Z', async () => {
  const desk = new Desk(['--size', '390x844', '--lang', 'en']);
  try {
    const round = await tabTo(desk, 'continue');
    const first = (await desk.do('key Tab')).focus.key;
    assert.equal(first, round[0]);
    assert.equal((await desk.do('key Shift+Tab')).focus.key, 'continue');
    await desk.do('press region.shin_l');
    assert.equal((await desk.do('look')).intake.marks.length, 1);
    assert.equal((await desk.do('key Control+z')).intake.marks.length, 0);
    assert.equal((await desk.do('key Control+Shift+z')).intake.marks.length, 1);
  } finally {
    await desk.close();
  }
});
