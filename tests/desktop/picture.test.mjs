// The marked figure on a sheet of paper, as `--picture` writes it.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import test from 'node:test';
import { run, temporary, written } from '../fixtures/native.mjs';
import { colours, decodePng } from './png.mjs';

const regions = [
  'quad_r',
  'low_back_l',
  'knee_front_l',
  'calf_r',
  'hip_flexor_l',
  'shoulder_r',
  'hamstring_l',
  'achilles_r',
  'itb_l',
  'glute_r',
  'neck',
  'foot_l',
  'chest',
  'groin_r',
  'shin_l',
  'shin_r',
  'thoracic_l',
  'soleus_l',
  'ankle_r',
  'knee_back_l',
];

function sheet(marks, options = []) {
  const file = temporary(`sheet-${marks}-${options.join('')}.png`);
  const intake = written(`sheet-${marks}.json`, {
    version: 1,
    now: '2026-06-10T10:00',
    marks: regions.slice(0, marks).map((region) => ({ region, intensity: 6 })),
  });
  const done = run(
    'recovery-advisor',
    ['--size', '390x844', '--intake', intake, '--picture', file, ...options],
    { display: true },
  );
  assert.equal(done.code, 0, done.problem);
  const image = decodePng(fs.readFileSync(file));
  return { image, counts: colours(image) };
}

test('Twelve marks fit on one sheet of Letter paper at twice its pixels; twenty make it longer', () => {
  for (const [marks, width, height] of [
    [0, 1632, 2112],
    [1, 1632, 2112],
    [12, 1632, 2112],
    [20, 1632, 2520],
  ]) {
    const { image } = sheet(marks);
    assert.deepEqual([image.width, image.height], [width, height], `${marks} marks`);
  }
});

test('It is for paper: white in the dark theme as well, with a meter of coral for each mark', () => {
  const none = sheet(0),
    one = sheet(1),
    four = sheet(4),
    dark = sheet(4, ['--theme', 'dark']);
  assert.equal(none.counts.get(0xd8472b) ?? 0, 0);
  const meter = one.counts.get(0xd8472b); // six steps of ten
  assert.ok(meter > 600, `${meter} pixels of coral`);
  assert.equal(four.counts.get(0xd8472b), 4 * meter);
  assert.ok(four.counts.get(0xffffff) > four.image.width * four.image.height * 0.6);
  assert.deepEqual(dark.image, four.image);
});

test('The two languages and the two figures are four pictures', () => {
  const bytes = new Set();
  for (const lang of ['fr', 'en'])
    for (const figure of ['male', 'female'])
      bytes.add(JSON.stringify([...sheet(1, ['--lang', lang, '--figure', figure]).counts]));
  assert.equal(bytes.size, 4);
});
