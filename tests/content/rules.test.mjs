// docs/rules.md says the numbers of content/knowledge.json, all of them, and names the rules that
// the program has.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import test from 'node:test';

const root = new URL('../../', import.meta.url);
const knowledge = JSON.parse(fs.readFileSync(new URL('content/knowledge.json', root), 'utf8'));
const rules = fs.readFileSync(new URL('docs/rules.md', root), 'utf8');

// A row of a table: | `/rules/open_days` | `3` | …. In an array, a name in the pointer is an id,
// and * is every entry.
const rowsOf = (text) =>
  [...text.matchAll(/^\| `(\/[^`]+)` \| `([^`]+)` \|(?: (.*) \|)?$/gm)].map(
    ([, pointer, value, last]) => ({ pointer, value: JSON.parse(value), last }),
  );
const step = (value, name) =>
  Array.isArray(value) ? (value.find(({ id }) => id === name) ?? value[name]) : value?.[name];
const at = (whole, pointer) => pointer.slice(1).split('/').reduce(step, whole);

// What the document says otherwise than the knowledge, or does not say.
function disagreements(text, whole) {
  const wrong = [],
    said = new Set();
  const say = (key, what, there) => {
    said.add(key);
    try {
      assert.deepEqual(what, there);
    } catch {
      wrong.push(
        `${key}: ${JSON.stringify(what)} in docs/rules.md, ${JSON.stringify(there)} in knowledge.json`,
      );
    }
  };
  for (const { pointer, value, last } of rowsOf(text)) {
    const [, table, member] = pointer.match(/^\/(\w+)\/\*\/(\w+)$/) ?? [];
    if (!table) say(pointer, value, at(whole, pointer));
    else
      say(
        `${pointer} ${JSON.stringify(value)}`,
        [...last.matchAll(/`(\w+)`/g)].map(([, id]) => id).sort(),
        whole[table]
          .filter((entry) => entry[member] === value)
          .map(({ id }) => id)
          .sort(),
      );
  }
  const wanted = Object.entries(whole.rules).flatMap(([key, value]) =>
    ['cadence_days', 'weights', 'roles', 'block'].includes(key)
      ? Object.keys(value).map((inner) => `/rules/${key}/${inner}`)
      : `/rules/${key}`,
  );
  wanted.push(
    ...whole.flag_caps.map((_, i) => `/flag_caps/${i}`),
    ...whole.areas.filter(({ raises }) => raises).map(({ id }) => `/areas/${id}/raises`),
  );
  for (const [table, members] of Object.entries({
    flags: ['level', 'clearable', 'ask', 'derived'],
    areas: ['cap'],
    techniques: ['needs', 'not_on_sudden_before_hours'],
  }))
    for (const member of members)
      for (const entry of whole[table])
        if (member in entry) wanted.push(`/${table}/*/${member} ${JSON.stringify(entry[member])}`);
  return [
    ...wrong,
    ...new Set(wanted.filter((key) => !said.has(key)).map((key) => `${key}: not in docs/rules.md`)),
  ];
}

test('docs/rules.md says each number, cap and level as knowledge.json has it', () => {
  assert.deepEqual(disagreements(rules, knowledge), []);
  assert.ok(rowsOf(rules).length > 70);
});

test('A number that differs, a flag in another level and a number that is missing are found', () => {
  const text = rules
    .replace('| `/rules/open_days` | `3` |', '| `/rules/open_days` | `4` |')
    .replace('`oil_allergy`, ', '')
    .replace(/^.*\/rules\/horizon_days.*\n/m, '');
  assert.deepEqual(disagreements(text, knowledge), [
    '/flags/*/level "tell_therapist": ["diabetic_numb_feet","first_deep_massage","mild_osteoporosis","old_injury"] in docs/rules.md, ["diabetic_numb_feet","first_deep_massage","mild_osteoporosis","oil_allergy","old_injury"] in knowledge.json',
    '/rules/open_days: 4 in docs/rules.md, 3 in knowledge.json',
    '/rules/horizon_days: not in docs/rules.md',
  ]);
});

test('docs/rules.md names the rules that knowledge.json has an origin for, in the same order', () => {
  const [, table] = rules.split('## The rules by name');
  const named = [...table.split('## ')[0].matchAll(/^\| (\w+) \| /gm)]
    .map(([, id]) => id)
    .filter((id) => id !== 'rule');
  assert.deepEqual(
    named,
    knowledge.rule_origins.map(({ id }) => id),
  );
});
