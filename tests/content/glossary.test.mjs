// One word for one thing: the table of docs/content.md, and the forbidden twins that it names,
// found in the words.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import test from 'node:test';

const read = (name) => fs.readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
const words = {
  fr: JSON.parse(read('content/words.fr.json')),
  en: JSON.parse(read('content/words.en.json')),
};

// The rows of the table: [thing, French, its twins, English, its twins].
const rows = read('docs/content.md')
  .split('### One word for one thing')[1]
  .split('\n## ')[0]
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .slice(1)
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
const twins = (column) => rows.flatMap((row) => row[column].split(', '));

function* texts(value, place = '') {
  if (typeof value === 'string') yield [place, value];
  else for (const [key, inner] of Object.entries(value)) yield* texts(inner, `${place}/${key}`);
}

// A whole word, also in the plural; « thérapeute » is none in « massothérapeute », “therapist” is
// none in “massage therapist”.
function finds(twin, text) {
  const guard = twin === 'therapist' ? '(?<!massage )' : '';
  const word = new RegExp(
    `(?<![\\p{L}\\d-])${guard}${twin}s?(?![\\p{L}-])`,
    twin === twin.toUpperCase() ? 'u' : 'iu',
  );
  return word.test(text.replace(/\{\w+\}/g, ''));
}

// Where a twin stands rightly, and why.
const allowed = {
  fr: { traitement: /^\/flags\/cancer\// }, // the person's own medical care
  en: { treatment: /^\/flags\/cancer\// },
};

test('The table names both languages, and no word is its own twin', () => {
  assert.ok(rows.length >= 15, `${rows.length} rows`);
  for (const row of rows) {
    assert.equal(row.length, 5, row[0]);
    for (const [right, wrong] of [
      [1, 2],
      [3, 4],
    ])
      for (const twin of row[wrong].split(', '))
        assert.ok(!row[right].split(/, |: | : /).includes(twin), `${row[0]}: ${twin}`);
  }
});

for (const [language, column] of [
  ['fr', 2],
  ['en', 4],
])
  test(`${language}: no text has the forbidden twin of a word`, () => {
    const found = [];
    for (const [place, text] of texts(words[language]))
      for (const twin of twins(column))
        if (finds(twin, text) && !allowed[language][twin]?.test(place))
          found.push(`${place}: ${twin}: ${text}`);
    assert.deepEqual(found, []);
  });

test('A twin is found as a whole word, and not inside another', () => {
  assert.ok(finds('thérapeute', 'Dites-le au thérapeute.'));
  assert.ok(!finds('thérapeute', 'Dites-le au massothérapeute.'));
  assert.ok(finds('therapist', 'Tell your therapist.'));
  assert.ok(!finds('therapist', 'Tell your massage therapist, not a physiotherapist.'));
});
