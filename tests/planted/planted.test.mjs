// What CONTRIBUTING.md says of a new area, a new language and a new booking system is all that it
// takes: it is done here in a copy of content/ and of the vocabulary, built, and used.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test, { before } from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import { buildFakeSite, startBench } from '../browser/harness.mjs';
import { advised, build, built, content, passes, plant, read, tool } from './planted.mjs';

const systems = ['src/content/bake/booking_systems.mjs', '--systems'];

function plantSystem() {
  plant('booking_systems.json', (rows) => [
    ...rows,
    {
      id: 'agenda',
      pages: ['agenda.example/', '.agenda.example'],
      link: '/{service}?day={date}&length={minutes}',
      note_field: 'q1',
    },
  ]);
  plant('sites/agenda.json', () => ({
    ...read('sites/calendly.json'),
    booking: {
      system: 'agenda',
      url: 'https://agenda.example/laurier',
      label: { fr: 'Réserver', en: 'Book' },
      note_field: 'q2',
    },
  }));
  const table = path.join(content, 'booking_systems.json');
  tool('node', ...systems, table, '--schema', path.join(content, 'site.schema.json'));
}

// The forearms: behind the last of the paired areas, so that others get new numbers. The package
// has drawn them; until now nobody could mark them.
function plantArea() {
  plant('knowledge.json', ({ areas }) => {
    const shoulder = areas.findIndex(({ id }) => id === 'shoulder');
    areas.splice(shoulder + 1, 0, {
      ...areas[shoulder],
      id: 'forearm',
      view: 'front',
      cap: 'moderate',
    });
  });
  for (const [language, [name, ...sides]] of Object.entries({
    en: ['Forearm', 'left', 'right'],
    fr: ['Avant-bras', 'gauche', 'droit'],
  }))
    plant(`words.${language}.json`, ({ areas }) => {
      const [left, right] = sides.map((side) => `${name.toLowerCase()} ${side}`);
      areas.forearm = { ...areas.shoulder, name, left, right };
    });
  plant('atlas/atlas.json', ({ figures }) => {
    for (const views of Object.values(figures))
      for (const [name, { patches }] of Object.entries(views))
        for (const patch of patches.filter(({ slug }) => slug === 'forearm'))
          patch.region =
            (patch.side === 'right') === (name === 'front') ? 'forearm_l' : 'forearm_r';
  });
}

// Every text is the English one with a mark, so that one that comes from elsewhere is seen.
function plantLanguage() {
  plant('vocabulary.json', ({ advice }) => {
    advice.Language.ids.es = 'Spanish';
  });
  const marked = (text) => (typeof text === 'string' ? `¡${text}` : deep(text, marked));
  const deep = (object, change) =>
    Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
  plant('words.es.json', () => {
    const { ui, levels, rules, benefits, ...others } = read('words.en.json');
    const of = { language: 'es', ui: marked(ui), benefits: deep(benefits, marked) };
    return {
      ...others,
      ...of,
      levels: deep(levels, marked),
      rules: deep(rules, marked),
      grammar: { ...others.grammar, singular: '1 21', phone: '({area}) {exchange} {line}' },
    };
  });
  for (const name of fs.readdirSync(path.join(content, 'sites')).map((file) => `sites/${file}`))
    plant(name, inSpanish);
  plant('site.json', inSpanish);
  plant('knowledge.json', ({ sources }) => {
    sources[0].cite_es = `Resumen: ${sources[0].cite}`;
  });
  plant('site.schema.json', ({ $defs }) => {
    $defs.language.enum.push('es');
    $defs.in_every_language.required.push('es');
  });
}

// Wherever a text stands in English and in French, it stands in Spanish too.
function inSpanish(value) {
  if (typeof value !== 'object' || value === null) return value;
  for (const part of Object.values(value)) inSpanish(part);
  if (typeof value.en === 'string' && value.fr) value.es = value.en.replace(/^(?!https:)/, '¡');
  return value;
}

before(() => {
  plantSystem();
  plantArea();
  plantLanguage();
  built('advise', 'every_region_test', 'body_test', 'figure_picture_test');
});

test('A new area is in the knowledge, the words and the atlas, and then on the figure: where it glows a touch means it, left and right apart', () => {
  passes('body_test', 18, '[atlas],[touch]~Face*');
  passes('figure_picture_test', 1, 'What lights up*');
});

test('It is in the list by its own name, can be marked, and is advised', () => {
  passes('every_region_test', 2);
  const { areas, booking } = advised({ marks: [{ region: 'forearm_r', intensity: 6 }] });
  assert.deepEqual(
    areas.map(({ region, pressure, cap }) => [region, pressure, cap]),
    [['forearm_r', 'moderate', 'moderate']],
  );
  assert.match(booking.summary, /Avant-bras, à droite/i);
});

test('An eleventh booking system is a row and an example: its links are made, its addresses checked', () => {
  const site = path.join(content, 'sites/agenda.json');
  const link = () => advised({ day: '2026-06-16' }, '--site', site).booking.url;
  assert.equal(link(), 'https://agenda.example/laurier/sport-60?day=2026-06-16&length=60');

  const valid = new Ajv().compile(read('site.schema.json'));
  assert.ok(valid(read('sites/agenda.json')), JSON.stringify(valid.errors));
  for (const [change, told] of [
    [
      { url: 'https://agenda.example/' },
      'expected an address of agenda \\(agenda.example .agenda.example\\)',
    ],
    [{ note_field: 'a1' }, 'expected a field as q1, found "a1"'],
  ]) {
    plant('sites/agenda.json', (good) => ({ ...good, booking: { ...good.booking, ...change } }));
    assert.ok(!valid(read('sites/agenda.json')));
    assert.throws(link, new RegExp(told));
    plant('sites/agenda.json', (wrong) => ({
      ...wrong,
      booking: { ...wrong.booking, url: 'https://agenda.example/laurier', note_field: 'q2' },
    }));
  }
  plant('sites/agenda.json', (good) => {
    good.services[0].ids = { agenda: 'soixante' };
  });
  assert.equal(link(), 'https://agenda.example/laurier/soixante?day=2026-06-16&length=60');
});

test('A third language is a row, its words, and the texts of the business in it: the advice is in it', () => {
  const calf = { marks: [{ region: 'calf_r', intensity: 6 }] };
  const { language, benefits, booking } = advised({ ...calf, language: 'es' });
  assert.equal(language, 'es');
  assert.match(benefits[0].title, /^¡/);
  assert.match(booking.summary, /calf/i);
});

test('The façade speaks it where the page does, and so does the tool that it opens', async () => {
  const folder = await buildFakeSite({ content, vocabulary: read('vocabulary.json') });
  const bench = await startBench(folder);
  try {
    const page = await bench.open('blog.en.html');
    await page.evaluate(() => (document.querySelector('recovery-advisor').lang = 'es-MX'));
    await page.getByRole('heading', { name: '¡Where does it hurt?' }).waitFor();
    const words = page.waitForRequest(/\/first\.es-[^/]+\.txt$/);
    await page.getByRole('button', { name: '¡Start' }).click();
    await words;
  } finally {
    await bench.close();
    fs.rmSync(folder, { recursive: true });
  }
});

test('A row that is wrong is refused with its place, before anything is compiled', () => {
  const table = path.join(build, 'wrong.json');
  for (const [row, told] of [
    [{ id: 'x', pages: ['x.example'], link: '/{intensity}' }, /wrong\.json: \/0\/link: expected/],
    [{ id: 'x', pages: ['https://x.example'] }, /wrong\.json: \/0\/pages: expected/],
    [{ id: 'x' }, /wrong\.json: \/0: expected pages of a page/],
    [{ id: 'x', kind: 'fax' }, /wrong\.json: \/0\/kind: expected/],
    [{ id: 'x', pages: ['x.example'], hosts: 'x' }, /wrong\.json: \/0\/hosts: expected no key/],
  ]) {
    fs.writeFileSync(table, JSON.stringify([row]));
    assert.throws(() => tool('node', ...systems, table), told);
  }
});
