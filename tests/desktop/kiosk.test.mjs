// The kiosk on a display without a GPU, with a clock that a test moves
// (src/platform/desktop/script.h).
import assert from 'node:assert/strict';
import fs from 'node:fs';
import test from 'node:test';
import jsQR from 'jsqr';
import UPNG from 'upng-js';
import { Desk } from '../fixtures/desk.mjs';
import { temporary } from '../fixtures/native.mjs';

const told = {
  version: 1,
  now: '2026-06-10T10:00',
  marks: [{ region: 'quad_r', intensity: 6 }],
  screened: true,
};
const kLink = 'https://booking.example/maison-laurier?service=sport-60&date=2026-06-10';

// What a phone's camera would read, by a decoder that shares nothing with the encoder.
async function codeOn(desk) {
  const file = temporary('code.png');
  await desk.do(`picture ${file}`);
  const picture = UPNG.decode(fs.readFileSync(file));
  return jsQR(new Uint8ClampedArray(UPNG.toRGBA8(picture)[0]), picture.width, picture.height)?.data;
}

async function withDesk(options, work, more) {
  const desk = new Desk(options, more);
  try {
    await work(desk);
  } finally {
    await desk.close();
  }
}

// Stands for the system's way of opening an address, and writes down what it was given.
function browserBeside() {
  const folder = temporary(`bin-${Math.random().toString(36).slice(2)}`),
    log = `${folder}/opened`;
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(
    `${folder}/xdg-open`,
    `#!/bin/sh\nprintf '%s\\n' "$@" >>'${log}.new' && mv '${log}.new' '${log}'\n`,
    { mode: 0o755 },
  );
  return {
    env: { PATH: `${folder}:${process.env.PATH}` },
    opened: () => (fs.existsSync(log) ? fs.readFileSync(log, 'utf8').trim() : ''),
  };
}

async function until(condition) {
  const end = Date.now() + 20000;
  while (!condition()) {
    if (Date.now() > end) throw new Error(`never true: ${condition}`);
    await new Promise((later) => setTimeout(later, 20));
  }
}

test('A kiosk starts with its picture, wakes at a touch, asks after 40 s and is blank after 60', () =>
  withDesk(['--kiosk', '--size', '390x844'], async (desk) => {
    assert.equal((await desk.do('look')).cover, 'attract');
    assert.equal((await desk.do('press kiosk.start')).cover, '');
    await desk.do('press language');
    const { intake } = await desk.do('press region.shin_l');
    assert.deepEqual(intake.marks, [{ region: 'shin_l', intensity: 5 }]);
    assert.equal((await desk.do('rest 39')).seconds_left, 0);
    assert.equal((await desk.do('rest 1')).seconds_left, 20);
    assert.equal((await desk.do('rest 5')).seconds_left, 15);
    const stayed = await desk.do('press kiosk.stay');
    assert.equal(stayed.seconds_left, 0);
    assert.equal(stayed.language, 'en');
    assert.equal(stayed.intake.marks.length, 1);
    const left = await desk.do('rest 60');
    assert.equal(left.cover, 'attract');
    assert.equal(left.language, 'fr');
    assert.deepEqual(left.intake.marks, []);
  }));

test('A kiosk asks at the fortieth second of every visitor, and starts over at the sixtieth', () =>
  withDesk(['--kiosk', '--size', '390x844'], async (desk) => {
    for (let visitor = 1; visitor <= 8; visitor++) {
      await desk.do('press kiosk.start');
      await desk.do('press region.shin_l');
      const seen = [];
      for (const seconds of [39, 1, 19, 1]) {
        const { seconds_left: left, cover } = await desk.do(`rest ${seconds}`);
        seen.push([left, cover]);
      }
      assert.deepEqual(
        seen,
        [
          [0, ''],
          [20, ''],
          [1, ''],
          [0, 'attract'],
        ],
        `visitor ${visitor}`,
      );
    }
  }));

test('Any key wakes a kiosk, and does nothing else', () =>
  withDesk(['--kiosk', '--size', '390x844'], async (desk) => {
    const woken = await desk.do('key Space');
    assert.equal(woken.cover, '');
    assert.deepEqual(woken.intake.marks, []);
    assert.equal(woken.focus, undefined);
  }));

for (const [where, options] of [
  ['a phone’s size', ['--size', '390x844']],
  ['a wide screen', ['--size', '1280x800']],
  ['the dark theme', ['--size', '1280x800', '--theme', 'dark']],
])
  test(`Booking at a kiosk shows a code that another program reads as the link and nothing else, at ${where}`, () => {
    const browser = browserBeside();
    return withDesk(
      ['--kiosk', ...options],
      async (desk) => {
        await desk.do('key Enter');
        await desk.do(`intake ${JSON.stringify(told)}`);
        assert.equal((await desk.do('press book')).cover, 'code');
        assert.equal(await codeOn(desk), kLink);
        assert.equal((await desk.do('rest 45')).seconds_left, 15);
        assert.equal(await codeOn(desk), kLink);
        assert.equal((await desk.do('key Escape')).cover, '');
        assert.equal(browser.opened(), '');
      },
      browser,
    );
  });

test('On a desk the link is opened as well, and the code is there for a phone', () => {
  const browser = browserBeside();
  return withDesk(
    ['--size', '1280x800'],
    async (desk) => {
      await desk.do(`intake ${JSON.stringify(told)}`);
      assert.equal((await desk.do('press book')).cover, 'code');
      assert.equal(await codeOn(desk), kLink);
      await until(() => browser.opened() !== '');
      assert.equal(browser.opened(), kLink);
    },
    browser,
  );
});
