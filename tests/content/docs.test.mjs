// What docs/ tells people to type is what the program takes, and what it points at is there.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import { run, written } from '../fixtures/native.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const docs = [
  'site.md',
  'site.fr.md',
  'privacy.md',
  'content.md',
  'review.md',
  ...fs.readdirSync(path.join(root, 'docs/install')).map((name) => `install/${name}`),
].map((name) => path.join(root, 'docs', name));
const read = (file) => fs.readFileSync(file, 'utf8');
const blocks = (text, kind) =>
  [...text.matchAll(new RegExp(`\`\`\`${kind}\\n(.*?)\`\`\``, 'gs'))].map(([, code]) => code);
const schema = JSON.parse(read(path.join(root, 'content/site.schema.json')));
const example = JSON.parse(read(path.join(root, 'content/sites/calendly.json')));
const intake = written('intake.json', {
  version: 1,
  now: '2026-06-10T10:00',
  marks: [],
  screened: true,
  answers: {},
  day: '2026-06-16',
});
const advised = (site) => run('advise', ['--site', written('site.json', site), intake]);

test('Each of the 217 points of the review has its line, in order, done or answered', () => {
  const counts = { S: 42, R: 19, C: 22, L: 13, F: 54, E: 30, U: 17, M: 20 };
  const wanted = Object.entries(counts).flatMap(([kind, count]) =>
    Array.from({ length: count }, (_, i) => `${kind}${String(i + 1).padStart(2, '0')}`),
  );
  const lines = [
    ...read(path.join(root, 'docs/review.md')).matchAll(
      /^\| ([SRCLFEUM]\d\d) \| (.+?) \| (.+) \|$/gm,
    ),
  ];
  assert.deepEqual(
    lines.map(([, id]) => id),
    wanted,
  );
  assert.equal(wanted.length, 217);
  for (const [, id, state, what] of lines) {
    assert.ok(['done', 'answered', '(rules)', '(safety)'].includes(state), `${id}: ${state}`);
    assert.ok(what.length > 4, id);
  }
});

test('Every field of site.json is explained in both languages, and nothing that is none', () => {
  for (const name of ['site.md', 'site.fr.md']) {
    const text = read(path.join(root, 'docs', name));
    const fields = Object.keys(schema.properties).filter((key) => key !== '$schema');
    const explained = [...text.matchAll(/^\| ((?:`\w+`(?:, )?)+) \|/gm)].flatMap(([, cell]) =>
      cell.match(/\w+/g),
    );
    assert.deepEqual(
      fields.filter((key) => !explained.includes(key)),
      [],
      name,
    );
    const systems = schema.$defs.booking_system.enum;
    assert.deepEqual(
      systems.filter((system) => !explained.includes(system)),
      [],
      name,
    );
    assert.deepEqual(
      explained.filter((word) => !fields.includes(word) && !systems.includes(word)),
      [],
      name,
    );
    for (const key of Object.keys(schema.properties.services.items.properties).filter(
      (key) => key !== 'name',
    ))
      assert.ok(text.includes(`- \`${key}\``), `${name}: ${key}`);
    for (const system of systems)
      assert.ok(text.includes(`(../content/sites/${system}.json)`), `${name}: ${system}`);
  }
});

test('Every piece of site.json in the documents is taken by the program', () => {
  let whole = 0;
  for (const file of docs)
    for (const code of blocks(read(file), 'json')) {
      const name = path.relative(root, file);
      let site = structuredClone(example);
      if (code.startsWith('"words"')) site = { ...site, ...JSON.parse(`{${code}}`) };
      else if (code.includes('"version"')) site = (++whole, JSON.parse(code));
      else site.services = [JSON.parse(code)];
      const done = advised(site);
      assert.equal(done.code, 0, `${name}: ${done.problem}`);
      if (code.includes('"version"'))
        assert.equal(
          JSON.parse(done.out).booking.url,
          'https://calendly.com/massage-exemple/massage-sportif-60?month=2026-06&date=2026-06-16',
          name,
        );
    }
  assert.equal(whole, 3);
  assert.ok(
    read(path.join(root, 'docs/site.md')).includes(
      '`https://calendly.com/massage-exemple/massage-sportif-60?month=2026-06&date=2026-06-16`',
    ),
  );
});

test('The mistake that the documents show is told in that sentence', () => {
  const { en, fr } = JSON.parse(read(path.join(root, 'tests/content/mistakes.json'))).find(
    ({ to }) => to === '514 555-0142',
  );
  for (const [name, sentence] of [
    ['site.md', en],
    ['site.fr.md', fr],
  ]) {
    const text = read(path.join(root, 'docs', name)).replace(/\n {3}> /g, ' ');
    assert.ok(text.includes(sentence), `${name}: ${sentence}`);
  }
});
