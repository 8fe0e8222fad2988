// How many times Tab has to be pressed: at most twelve on any screen, as a column, side by side and
// as a page, with one mark and with four. What a toolbar holds is reached by its arrows, all of it.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { unlessAll } from '../few.mjs';
import { kDesk, kDist, startBench } from './harness.mjs';
import { kWay, Reader, toTheEnd } from './reader.mjs';

const kMost = 12;
const kForms = { phone: { viewport: { width: 390, height: 844 } }, wide: kDesk, page: kDesk };
const kWide = { fr: 'index.html', en: 'index.en.html' }; // where the tool has room for two panels
const kFew = ['fr, phone, 4', 'en, page, 1'];
const kMarks = { 1: ['calf_l'], 4: ['calf_l', 'calf_r', 'quad_l', 'low_back_l'] };
const kLevels = {
  emergency: { chest_pain: 'yes' },
  urgent: { one_leg_swelling: 'yes' },
  clinician: { fever_or_contagious: 'yes' },
};
const kNow = '2026-06-10T10:00';

let bench;
before(async () => (bench = await startBench(process.env.ADVISOR_DIST ?? kDist)));
after(() => bench?.close());

async function open(language, form) {
  const words = kWay[language];
  const page = await bench.open(form === 'wide' ? kWide[language] : words.path, {
    ...kForms[form],
    reducedMotion: 'reduce',
  });
  const reader = new Reader(page);
  await reader.open(words);
  if (form === 'page') for (const key of ['menu', 'list_view']) await reader.use(key);
  return reader;
}

for (const language of Object.keys(kWay)) {
  for (const form of Object.keys(kForms)) {
    for (const [count, marks] of Object.entries(kMarks)) {
      if (language === 'en' && count === '1') continue;
      const skip = unlessAll(kFew.includes(`${language}, ${form}, ${count}`));
      test(
        `${language}, ${form}, marks: ${count}: no screen and no sheet has more than ${kMost} tab stops`,
        { skip },
        async () => {
          const reader = await open(language, form);
          const { page } = reader;
          const within = async (screen, ...needed) => {
            const stops = await reader.stops();
            assert.ok(stops.length <= kMost, `${screen}: ${stops.length}: ${stops.join(' ')}`);
            for (const key of needed)
              assert.ok(stops.includes(key), `${screen}: ${key} is none of ${stops.join(' ')}`);
          };
          const sheet = async (name, opener) => {
            await reader.use(opener);
            await within(name, 'sheet.close');
            await reader.use('sheet.close');
          };
          await within('where, nothing marked', 'skip', 'continue');
          for (const region of marks) await reader.use(`region.${region}`);
          await within('where', 'skip', 'continue');
          await sheet('menu', 'menu');
          if (marks.length > 1 && form === 'phone') {
            await reader.use('tray.list');
            await within('where, the list of marks', `intensity.${marks.at(-1)}`, 'continue');
            await reader.use('tray.list');
          }
          await reader.use('continue');
          await within('tell', 'skip', 'tell.skip', 'continue');
          assert.equal(await reader.has('figure'), form === 'wide');
          await reader.use('tell.more');
          await within('tell, all of it', 'continue');
          await reader.use('race.weekend');
          await reader.use('race.0.distance.other');
          await within('tell, a race', 'continue');
          if (form === 'wide') {
            await reader.use(`remove.${marks.at(-1)}`);
            await within('tell, a mark removed', 'skip');
            await reader.use('toast.undo');
          }
          await reader.use('continue');
          await within('safety', 'flag.chest_pain', 'continue', 'call.911');
          const flags = await reader.keys('flag.');
          for (const flag of flags) await reader.use(flag);
          await within('safety, everything ticked', 'continue', 'call.911');
          for (const flag of flags) await reader.use(flag);
          await reader.use('minor');
          await within('safety, the minor signs', 'continue');
          await reader.use('flag.oil_allergy');
          await toTheEnd(page);
          await reader.use('continue');
          await within('advice', 'skip', 'book', 'answers');
          for (const opener of [
            'why',
            'why.flag.oil_allergy',
            'calendar.why',
            `why.${marks[0]}`,
            ...(await reader.keys('benefit.')).slice(0, 1),
          ])
            await sheet(`sheet of ${opener}`, opener);
          await reader.use('session');
          await within('book', 'skip', 'book');
          await reader.use('book.note');
          await within('book, with the note', 'book');
          await sheet('days', 'book.other_day');
          await sheet('start over', 'erase');
          for (const [level, answers] of Object.entries(kLevels)) {
            await page.evaluate(
              (intake) => (document.querySelector('recovery-advisor').intake = intake),
              {
                version: 1,
                now: kNow,
                marks: marks.map((region) => ({ region, intensity: 4 })),
                answers,
                screened: true,
              },
            );
            await page
              .locator('recovery-advisor [data-key="alarm.reason"]')
              .waitFor({ state: 'attached' });
            await reader.rest();
            await within(level, 'skip', 'alarm.correct');
          }
          assert.deepEqual(page.errors, []);
          await page.context().close();
        },
      );
    }
  }
}

/** Every control that the arrow reaches from here, in order; it stops at the last. */
async function walk(reader, key = 'ArrowDown') {
  const walked = [(await reader.focus()).key];
  for (;;) {
    await reader.press(key);
    const now = (await reader.focus()).key;
    if (now === walked.at(-1)) return walked;
    walked.push(now);
  }
}
const controls = (reader, toolbar) =>
  reader.page
    .locator(`recovery-advisor [data-key="${toolbar}"]`)
    .evaluate((node) =>
      [...node.querySelectorAll('button, a, input')].map(
        (control) => (control.closest('label') ?? control).dataset.key,
      ),
    );
const chosen = (reader) =>
  reader.page
    .locator('recovery-advisor .tree')
    .evaluate((tree) =>
      [...tree.querySelectorAll(':checked')].map((input) => input.closest('label').dataset.key),
    );
const focusOn = (reader, key) =>
  reader.page
    .locator(`recovery-advisor [data-key="${key}"]`)
    .evaluate((node) => (node.querySelector('input') ?? node).focus());
const toSafety = async (language, form) => {
  const reader = await open(language, form);
  for (const key of ['region.calf_l', 'region.quad_l', 'continue', 'continue'])
    await reader.use(key);
  await reader.isOn(kWay[language].titles[2]);
  return reader;
};

for (const form of ['phone', 'page']) {
  test(`${form}: the safety check’s toolbars say how many questions they hold, and arrows reach each of them and what it asks next`, async () => {
    const reader = await toSafety('fr', form);
    const { page } = reader;
    await reader.use('minor');
    for (const [part, title] of [
      ['now', 'En ce moment'],
      ['near', 'Mollet gauche ou cuisse gauche'],
      ['health', 'Votre santé'],
      ['minor', 'Petits signes courants'],
    ]) {
      const toolbar = page.locator(`recovery-advisor [data-key="safety.${part}"]`);
      const questions = await toolbar.locator('label').count();
      assert.ok(questions >= 3, `${part}: ${questions}`);
      assert.deepEqual(
        await toolbar.evaluate((node) => [
          node.role,
          node.ariaLabel.replaceAll('\u00a0', ' '),
          node.ariaOrientation,
        ]),
        ['toolbar', `${title}, ${questions} questions`, 'vertical'],
      );
      await focusOn(reader, (await controls(reader, `safety.${part}`))[0]);
      assert.deepEqual(await walk(reader), await controls(reader, `safety.${part}`));
      assert.deepEqual(
        await walk(reader, 'ArrowUp'),
        (await controls(reader, `safety.${part}`)).reverse(),
      );
    }
    assert.deepEqual(
      (await chosen(reader)).filter((key) => key.startsWith('flag.')),
      [],
    );
    await reader.use('flag.open_skin');
    const near = await controls(reader, 'safety.minor');
    assert.deepEqual(
      near.filter((key) => /^(answer|where)\./.test(key)),
      ['where.open_skin.calf_l', 'where.open_skin.quad_l'],
    );
    await focusOn(reader, near[0]);
    assert.deepEqual(await walk(reader), near);
    await page.context().close();
  });
}

test('radios in a toolbar are walked over without being chosen, Space chooses, and Tab comes back to the chosen one', async () => {
  const reader = await toSafety('fr', 'phone');
  await reader.use('flag.dark_urine');
  const answers = async () => (await chosen(reader)).filter((key) => key.startsWith('answer.'));
  assert.deepEqual(await answers(), ['answer.dark_urine.yes']);
  await focusOn(reader, 'flag.dark_urine');
  await reader.press('ArrowDown', 'ArrowRight');
  assert.equal((await reader.focus()).key, 'answer.dark_urine.unsure');
  assert.deepEqual(await answers(), ['answer.dark_urine.yes']);
  await reader.press('Space');
  assert.deepEqual(await answers(), ['answer.dark_urine.unsure']);
  assert.deepEqual((await reader.told()).answers, { dark_urine: 'unsure' });
  await reader.press('ArrowUp');
  assert.equal((await reader.focus()).key, 'answer.dark_urine.yes');
  await reader.press('Tab');
  assert.match((await reader.focus()).key, /^flag\./);
  await reader.press('Shift+Tab');
  assert.equal((await reader.focus()).key, 'answer.dark_urine.unsure');
  await reader.page.context().close();
});

test('a date in a toolbar keeps left and right for day, month and year; up and down walk on and change nothing', async () => {
  const reader = await open('fr', 'phone');
  for (const key of ['region.calf_l', 'continue']) await reader.use(key);
  await reader.isOn(kWay.fr.titles[1]);
  await focusOn(reader, 'last_hard.0');
  assert.deepEqual(await walk(reader), [
    'last_hard.0',
    'last_hard.1',
    'last_hard.2',
    'last_hard.3',
    'last_hard.other',
  ]);
  await reader.press('ArrowRight', 'ArrowLeft');
  assert.equal((await reader.focus()).key, 'last_hard.other');
  await reader.press('ArrowUp');
  assert.equal((await reader.focus()).key, 'last_hard.3');
  assert.equal((await reader.told()).last_hard_end, undefined);
  await reader.page.context().close();
});
