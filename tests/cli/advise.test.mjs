// What scripts may rely on of `advise`: one intake in, one advice out, and the exit codes.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv/dist/2020.js';
import { run, temporary, written } from '../fixtures/native.mjs';

const content = fileURLToPath(new URL('../../content', import.meta.url));
const { cases } = JSON.parse(
  fs.readFileSync(new URL('../fixtures/vignettes.json', import.meta.url), 'utf8'),
);
const good = cases[0].intake,
  bad = { ...good, marks: [{ region: 'tail', intensity: 3 }] };
const text = JSON.stringify(good);

test('An intake from standard input, from "-" and from a file gives one advice on one line, and exit code 0', () => {
  const file = written('good.json', text);
  const results = [
    run('advise', [], { input: text }),
    run('advise', ['-'], { input: text }),
    run('advise', [file]),
    run('advise', ['--', file]),
  ];
  for (const done of results) {
    assert.equal(done.code, 0, done.problem);
    assert.equal(done.problem, '');
    assert.equal(done.out, results[0].out);
  }
  assert.ok(results[0].out.endsWith('}\n'));
  assert.equal(results[0].out.trim().split('\n').length, 1);
  const advice = JSON.parse(results[0].out);
  assert.equal(advice.safety.level, 'clear');
  assert.equal(advice.booking.allowed, true);
  assert.deepEqual(
    advice.benefits.map((benefit) => benefit.id),
    ['soreness_relief', 'flexibility', 'relaxation'],
  );
});

test('With --words the advice is what a person reads, in the language asked for', () => {
  const done = run('advise', ['--words', '--lang', 'fr'], { input: text });
  assert.equal(done.code, 0, done.problem);
  assert.ok(done.out.startsWith('**Rien ne s’oppose à un massage'), done.out);
  assert.match(done.out, /^- Haut du mollet, à gauche, /m);
  assert.doesNotMatch(done.out, /[{}]/);
});

test('Bad input is refused with exit code 2, nothing on standard output and one line that names the place', () => {
  for (const [input, said] of [
    [JSON.stringify(bad), '/marks/0/region'],
    ['{"version": 1', 'line 1'],
    ['', 'line 1'],
    [JSON.stringify({ ...good, version: 2 }), '/version'],
    [JSON.stringify({ ...good, wishes: 1 }), 'wishes'],
  ]) {
    const done = run('advise', [], { input });
    assert.equal(done.code, 2);
    assert.equal(done.out, '');
    assert.match(done.problem, /^advise: /);
    assert.ok(done.problem.includes(said), done.problem);
    assert.equal(done.problem.trim().split('\n').length, 1, done.problem);
  }
});

test('Bad usage is refused with exit code 64 and the usage', () => {
  for (const options of [
    ['--nonsense'],
    ['--lang', 'de'],
    ['--lang'],
    ['--site'],
    ['--content'],
    ['a.json', 'b.json'],
    ['--pretty', '--ndjson'],
    ['--words', '--ndjson'],
    ['--words', '--pretty'],
    [''],
  ]) {
    const done = run('advise', options);
    assert.equal(done.code, 64, options.join(' '));
    assert.match(done.problem, /^usage: advise \[--content DIR\]/);
    assert.equal(done.out, '');
  }
});

test('A file, content or site that cannot be read is bad input, and named', () => {
  for (const options of [
    [temporary('missing.json')],
    ['--site', temporary('missing.json')],
    ['--content', temporary('missing')],
  ]) {
    const done = run('advise', options);
    assert.equal(done.code, 2);
    assert.ok(done.problem.includes(temporary('missing')), done.problem);
  }
});

test('With --ndjson each line is answered in its place, a bad one with its error, and the rest goes on', () => {
  const input = [text, JSON.stringify(bad), 'nonsense', text].join('\n');
  const done = run('advise', ['--ndjson'], { input });
  assert.equal(done.code, 0); // whoever reads the lines sees it
  const lines = done.out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.equal(lines.length, 4);
  assert.equal(lines[0].safety.level, 'clear');
  assert.deepEqual(Object.keys(lines[1]), ['error']);
  assert.equal(lines[1].error.pointer, '/marks/0/region');
  assert.equal(typeof lines[1].error.message, 'string');
  assert.equal(lines[2].error.pointer, '');
  assert.deepEqual(lines[3], lines[0]);
  assert.equal(done.problem, '');
});

test('With --ndjson good lines end with exit code 0, and no line is lost at an end without a newline', () => {
  const done = run('advise', ['--ndjson'], { input: `${text}\n${text}` });
  assert.equal(done.code, 0);
  assert.equal(done.out.trimEnd().split('\n').length, 2);
});

test('All twenty-three vignettes in one stream have the level and the booking that tests/fixtures/vignettes.json says', () => {
  assert.equal(cases.length, 23);
  const done = run('advise', ['--ndjson', '--lang', 'en'], {
    input: cases.map((one) => JSON.stringify(one.intake)).join('\n'),
  });
  assert.equal(done.code, 0, done.problem);
  done.out
    .trimEnd()
    .split('\n')
    .forEach((line, i) => {
      const advice = JSON.parse(line);
      assert.equal(advice.safety.level, cases[i].expect.level, cases[i].name);
      assert.equal(advice.booking.allowed, cases[i].expect.allowed, cases[i].name);
    });
});

test('The language is the one asked for, else that of the intake, else French', () => {
  const said = (options, intake) => {
    const advice = JSON.parse(run('advise', options, { input: JSON.stringify(intake) }).out);
    return advice.benefits[0].title ?? advice.safety.message;
  };
  const english = said(['--lang', 'en'], good),
    french = said(['--lang', 'fr'], good);
  assert.notEqual(english, french);
  assert.equal(said([], good), french);
  assert.equal(said([], { ...good, language: 'en' }), english);
  assert.equal(said(['--lang', 'fr'], { ...good, language: 'en' }), french);
});

test('With --pretty the same advice is indented', () => {
  const plain = run('advise', [], { input: text }).out,
    pretty = run('advise', ['--pretty'], { input: text }).out;
  assert.ok(pretty.split('\n').length > 50);
  assert.match(pretty, /^\{\n {2}"/);
  assert.deepEqual(JSON.parse(pretty), JSON.parse(plain));
});

test('The same intake gives the same bytes', () => {
  assert.equal(run('advise', [], { input: text }).out, run('advise', [], { input: text }).out);
});

test('Another content folder and another site are used; a bad one is told in one line', () => {
  const folder = path.join(temporary('content-copy'), 'content');
  fs.cpSync(content, folder, { recursive: true });
  const site = JSON.parse(fs.readFileSync(path.join(content, 'site.json'), 'utf8'));
  site.booking = { ...site.booking, system: 'tel', url: 'tel:+15145550142' };
  const other = written('other-site.json', site);
  assert.equal(
    JSON.parse(run('advise', ['--content', folder, '--site', other], { input: text }).out).booking
      .url,
    'tel:+15145550142',
  );

  const knowledge = fs.readFileSync(path.join(content, 'knowledge.json'), 'utf8');
  fs.writeFileSync(
    path.join(folder, 'knowledge.json'),
    knowledge.replace('"version": 1', '"version": 3'),
  );
  const refused = run('advise', ['--content', folder], { input: text });
  assert.equal(refused.code, 2);
  assert.equal(refused.problem.trim(), 'advise: knowledge.json: /version: expected 1, found 3');
});

test('Every answer to an intake that is valid against the schema is valid against its own', () => {
  const fixture = (name) =>
    JSON.parse(fs.readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8'));
  const ajv = new Ajv({ strict: false, validateFormats: false });
  const isIntake = ajv.compile(fixture('intake.schema.json')),
    isAdvice = ajv.compile(fixture('advice.schema.json'));
  for (const { intake } of cases) assert.ok(isIntake(intake), JSON.stringify(isIntake.errors));
  const { out } = run('advise', ['--ndjson'], {
    input: cases.map(({ intake }) => JSON.stringify(intake)).join('\n'),
  });
  const answers = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.equal(answers.length, 23);
  for (const answer of answers) assert.ok(isAdvice(answer), JSON.stringify(isAdvice.errors));
});
