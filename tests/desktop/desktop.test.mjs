// The desktop program on a display without a GPU: its pictures, and what it says when something is
// missing.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import test from 'node:test';
import { Desk } from '../fixtures/desk.mjs';
import { run, temporary, written } from '../fixtures/native.mjs';
import { colours, decodePng } from './png.mjs';

const marks = [
  { region: 'quad_l', intensity: 6 },
  { region: 'shin_r', intensity: 5 },
];
const intakes = {
  nothing: null,
  marked: { version: 1, now: '2026-06-10T10:00', marks },
  advised: { version: 1, now: '2026-06-10T10:00', marks, screened: true },
  red: {
    version: 1,
    now: '2026-06-10T10:00',
    marks,
    screened: true,
    answers: { chest_pain: 'yes' },
  },
};

let pictures = 0;
function picture({ size = '390x844', lang = 'fr', theme = 'light', intake = 'nothing' }) {
  const file = temporary(`${++pictures}.png`);
  const options = ['--lang', lang, '--theme', theme, '--size', size, '--screenshot', file];
  if (intakes[intake]) options.push('--intake', written(`${intake}.json`, intakes[intake]));
  const done = run('recovery-advisor', options, { display: true });
  assert.equal(done.code, 0, done.problem);
  const bytes = fs.readFileSync(file),
    image = decodePng(bytes);
  return { bytes, image, counts: colours(image), area: image.width * image.height };
}

// Pixels of the figure's clay: warm, from shadow to light, and neither coral nor any token of the
// interface.
function clay({ counts }) {
  let pixels = 0;
  for (const [colour, count] of counts) {
    const r = colour >> 16,
      g = (colour >> 8) & 255,
      b = colour & 255;
    if (r > g + 8 && g > b + 4 && r - b > 16 && r - b < 90 && r - g < 45) pixels += count;
  }
  return pixels;
}

const papers = { light: 0xf3f4f0, dark: 0x121815 },
  corals = { light: 0xd8472b, dark: 0xff7f60 };

for (const [size, width, height] of [
  ['390x844', 390, 844],
  ['1280x800', 1280, 800],
])
  for (const theme of ['light', 'dark'])
    for (const lang of ['fr', 'en'])
      test(`The first screen at ${size} in ${theme} and "${lang}" shows the figure on its paper, and no soreness`, () => {
        const { image, counts, area, ...rest } = picture({ size, theme, lang });
        assert.equal(image.width, width);
        assert.equal(image.height, height);
        assert.ok(counts.size > 500, `${counts.size} colours`);
        assert.ok(counts.get(papers[theme]) > area * 0.15, 'the paper');
        assert.ok(clay({ counts, ...rest }) > area * 0.03, `${clay({ counts })} pixels of clay`);
        assert.equal(counts.get(corals[theme]) ?? 0, 0);
      });

for (const theme of ['light', 'dark'])
  test(`Marks of an intake are coral in ${theme}, and the picture is another one than without`, () => {
    const marked = picture({ theme, intake: 'marked' });
    assert.ok(marked.counts.get(corals[theme]) > 100, `${marked.counts.get(corals[theme])} pixels`);
    assert.ok(clay(marked) > marked.area * 0.02);
    assert.notDeepEqual(marked.bytes, picture({ theme }).bytes);
  });

test('The two languages give two pictures, and one language the same picture twice', () => {
  const one = picture({ lang: 'fr', intake: 'advised' });
  assert.deepEqual(picture({ lang: 'fr', intake: 'advised' }).bytes, one.bytes);
  assert.notDeepEqual(picture({ lang: 'en', intake: 'advised' }).bytes, one.bytes);
});

test('The advice shows days in the tints of pressure and ideal days in the colour of action', () => {
  const { counts } = picture({ intake: 'advised' });
  assert.ok(counts.get(0xb5cfc0) > 2000, 'days of deep pressure');
  assert.ok(counts.get(0x1d4a3b) > 2000, 'ideal days and the button');
});

for (const size of ['390x844', '1280x800'])
  for (const theme of ['light', 'dark'])
    test(`A red flag inverts the whole screen at ${size} in ${theme}, without figure and without coral`, () => {
      const { counts, area } = picture({ size, theme, intake: 'red' });
      // On dark paper, a dark ground would be no inversion.
      const [ground, words] = theme === 'light' ? [0x17211d, 0xf3f4f0] : [0xf3f4f0, 0x17211d];
      assert.ok(counts.get(ground) > area * 0.6, `${counts.get(ground)} of ${area}`);
      assert.ok(counts.get(words) > 1000, 'its words and its button');
      assert.equal(counts.get(corals[theme]) ?? 0, 0);
      assert.equal(counts.get(papers.dark) ?? 0, 0);
    });

const usage = /usage: recovery-advisor \[--lang en\|fr\]/;
for (const options of [
  ['--nonsense'],
  ['--lang', 'de'],
  ['--theme', 'blue'],
  ['--size', '10x10'],
  ['--size', 'large'],
  ['--screenshot'],
  ['--lang'],
  ['intake.json'],
])
  test(`"${options.join(' ')}" is refused with the usage`, () => {
    const done = run('recovery-advisor', options);
    assert.equal(done.code, 64);
    assert.match(done.problem, usage);
    assert.equal(done.out, '');
  });

for (const [what, text, said] of [
  [
    'an unknown region',
    { version: 1, now: '2026-06-10T10:00', marks: [{ region: 'tail', intensity: 3 }] },
    /\/marks\/0\/region/,
  ],
  [
    'an intensity of 11',
    { version: 1, now: '2026-06-10T10:00', marks: [{ region: 'calf_l', intensity: 11 }] },
    /\/marks\/0\/intensity/,
  ],
  ['no JSON', '{', /line 1/],
])
  test(`An intake with ${what} is refused with one line that names the place`, () => {
    const file = written('bad.json', text);
    const done = run(
      'recovery-advisor',
      ['--intake', file, '--screenshot', temporary('none.png')],
      { display: true },
    );
    assert.equal(done.code, 2);
    assert.match(done.problem, said);
    assert.ok(done.problem.includes(file));
    assert.equal(done.problem.trim().split('\n').length, 1, done.problem);
    assert.ok(!fs.existsSync(temporary('none.png')));
  });

test('An intake or a site that cannot be read is named', () => {
  for (const option of ['--intake', '--site']) {
    const done = run(
      'recovery-advisor',
      [option, temporary('missing.json'), '--screenshot', temporary('none.png')],
      { display: true },
    );
    assert.equal(done.code, 2);
    assert.ok(done.problem.includes(temporary('missing.json')), done.problem);
  }
});

test('Without a display it says so in a sentence, and how to go on', () => {
  const done = run('recovery-advisor', ['--screenshot', temporary('none.png')]);
  assert.equal(done.code, 2);
  assert.match(
    done.problem,
    /^recovery-advisor: There is no display to open a window on .*xvfb-run/,
  );
  assert.equal(done.problem.trim().split('\n').length, 1, done.problem);
});

test('Without OpenGL 3.3 it says so in a sentence, and how to go on', () => {
  const done = run('recovery-advisor', ['--screenshot', temporary('none.png')], {
    display: true,
    env: { MESA_GL_VERSION_OVERRIDE: '2.1' },
  });
  assert.equal(done.code, 2);
  assert.match(
    done.problem,
    /^recovery-advisor: OpenGL 3\.3 is needed and this display gives none .*LIBGL_ALWAYS_SOFTWARE=1/,
  );
  assert.equal(done.problem.trim().split('\n').length, 1, done.problem);
});

test('Without content it names the file that it wants', () => {
  const done = run('recovery-advisor', ['--screenshot', temporary('none.png')], {
    display: true,
    env: { ADVISOR_CONTENT: temporary('nowhere') },
  });
  assert.equal(done.code, 2);
  assert.ok(
    done.problem.startsWith(`recovery-advisor: ${temporary('nowhere')}/knowledge.json: `),
    done.problem,
  );
  assert.equal(done.problem.trim().split('\n').length, 1, done.problem);
});

test('A time that is none is refused, and one that is a time stands in for the clock', async () => {
  assert.equal(run('recovery-advisor', ['--now', '2026-06-31T10:00']).code, 64);
  const desk = new Desk(['--now', '2027-01-02T03:04']);
  assert.equal((await desk.do('look')).intake.now, '2027-01-02T03:04');
  await desk.close();
});

test('It remembers nothing: the home folder of whoever used it is as it was', async () => {
  const home = temporary('home');
  fs.mkdirSync(home);
  const env = {
    HOME: home,
    XDG_CONFIG_HOME: '',
    XDG_CACHE_HOME: '',
    XDG_DATA_HOME: '',
    XDG_STATE_HOME: '',
    MESA_SHADER_CACHE_DISABLE: 'true',
  };
  const desk = new Desk(['--size', '390x844'], { env });
  await desk.do('press region.shin_l');
  await desk.do('press language');
  await desk.do(`picture ${temporary('seen.png')}`);
  assert.equal((await desk.close()).code, 0);
  assert.deepEqual(fs.readdirSync(home), []);
});
