// What people do wrong in a site.json, and the sentence that each mistake is told in, on the card
// and in the console (web/widget/mistakes.js), in both languages.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { run, written } from '../fixtures/native.mjs';

const home = new URL('../../', import.meta.url);
const read = (path) => readFileSync(new URL(path, home), 'utf8');
const script = readdirSync(new URL('dist/assets/', home)).find((name) =>
  /^mistakes-.*\.js$/.test(name),
);
const { sentence } = await import(new URL(`dist/assets/${script}`, home));
const example = read('content/sites/calendly.json');
const cases = JSON.parse(read('tests/content/mistakes.json'));
const intake = written('intake.json', { version: 1, now: '2026-06-10T10:00', marks: [] });

/** The mistake as the module tells it, of a file named business.json. */
function mistakeIn(site) {
  const { problem } = run('advise', ['--site', written('site.json', site), intake]);
  const line = /^advise: site\.json: (?:(\/.*?): )?expected (.*), found (.*)\n$/.exec(problem);
  assert.ok(line, problem || 'it was taken');
  const [, pointer = '', expected, found] = line;
  return { file: 'business.json', pointer, expected, found };
}

for (const { what, of, to, en, fr } of cases)
  test(`${what}: its maker is told in a sentence`, () => {
    const whole = of === '';
    assert.ok(whole || example.includes(of), of);
    const mistake = mistakeIn(whole ? to : example.replace(of, () => to));
    assert.equal(sentence(mistake, 'en'), en);
    assert.equal(sentence(mistake, 'fr'), fr);
  });

test('At least thirty mistakes are told, no two of them alike', () => {
  assert.ok(cases.length >= 30);
  for (const language of ['en', 'fr'])
    assert.equal(new Set(cases.map((one) => one[language])).size, cases.length);
});

// What follows a text that the source does not hold whole.
const kEnds = {
  'an integer from ': '1 to 2',
  'an address of ': 'x (x.example)',
  'a field as ': 'a1',
};

test('Whatever the program may expect of a site.json has a sentence in both languages', () => {
  const sources = ['site_json', 'site_addresses', 'json_reader']
    .map((name) => read(`src/content/${name}.cpp`))
    .join('');
  const found = sources.matchAll(
    /(?:fail(?:_key)?\(|node_of\(Type::\w+, )(?:std::string\()?"((?:[^"\\]|\\.)+)/g,
  );
  const expected = Array.from(found, ([, said]) => said.replaceAll('\\', '') + (kEnds[said] ?? ''));
  assert.ok(expected.length >= 30, expected.join('\n'));
  const mistakes = expected.map((said) => ({
    file: 'x',
    pointer: '/y',
    expected: said,
    found: '"z"',
  }));
  const untold = (language) => mistakes.filter((mistake) => !sentence(mistake, language));
  assert.deepEqual([untold('en'), untold('fr')], [[], []]);
});

test('What the page finds by itself has its sentence: a file that is not there, a time zone that nobody knows', () => {
  const told = (mistake) =>
    ['en', 'fr'].map((language) =>
      sentence({ file: 'business.json', pointer: '', ...mistake }, language),
    );
  assert.deepEqual(told({ expected: 'a file', found: 'the answer 404' }), [
    'business.json: There is no such file at this address (answer 404). Check how its name is written, and that it was uploaded.',
    'business.json\u00a0: Il n’y a pas de fichier à cette adresse (réponse\u00a0404). Vérifiez l’orthographe de son nom, et qu’il est bien en ligne.',
  ]);
  for (const found of [
    'the answer 500',
    'a web page',
    'no answer (Failed to fetch)',
    'another one (x)',
  ])
    for (const said of told({ expected: 'a file', found })) assert.ok(said, found);
  const [en] = told({
    pointer: '/time_zone',
    expected: 'a time zone as America/Toronto',
    found: '"America/Laval"',
  });
  assert.equal(
    en,
    'business.json, “time_zone”: A time zone is written with its continent. In Québec write America/Toronto. The file says: "America/Laval"',
  );
});

test('A language without these sentences, and a mistake without one, leave it at the line for engineers', () => {
  const mistake = { file: 'x', pointer: '', expected: 'a file', found: 'a web page' };
  assert.equal(sentence(mistake, 'es'), null);
  assert.equal(sentence({ ...mistake, expected: 'a unicorn' }, 'en'), null);
});
