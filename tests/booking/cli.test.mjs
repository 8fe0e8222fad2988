// advise, the program: options, exit codes, lines (contract, interfaces.md).
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync, cpSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const program = process.env.ADVISE;
const content = join(root, 'content');
const good = '{"version":1,"now":"2026-06-10T10:00","marks":[{"region":"calf_l","intensity":4}],"screened":true}';
const run = (args, input = good, env = { ADVISOR_CONTENT: content }) => {
  const { status, stdout, stderr } = spawnSync(program, args, { input, env: { ...process.env, ...env }, encoding: 'utf8' });
  return { status, stdout, stderr };
};

test('an intake on standard input gives an advice in French on one line', () => {
  for (const args of [[], ['-']]) {
    const { status, stdout, stderr } = run(args);
    assert.equal(status, 0);
    assert.equal(stderr, '');
    assert.equal(stdout.split('\n').length, 2);
    assert.equal(JSON.parse(stdout).language, 'fr');
  }
});

test("the language is --lang's, else the intake's", () => {
  const english = good.replace('"screened"', '"language":"en","screened"');
  assert.equal(JSON.parse(run([], english).stdout).language, 'en');
  assert.equal(JSON.parse(run(['--lang', 'fr'], english).stdout).language, 'fr');
});

test('--pretty says the same with line breaks', () => {
  const pretty = run(['--pretty']).stdout;
  assert.match(pretty, /^\{\n {2}"version": 1,\n/);
  assert.deepEqual(JSON.parse(pretty), JSON.parse(run([]).stdout));
});

test('an intake may be a file', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'advise-')), 'intake.json');
  writeFileSync(file, good);
  assert.equal(run([file], '').stdout, run([]).stdout);
});

test('--ndjson answers line by line and goes on after a bad one', () => {
  const { status, stdout, stderr } = run(['--ndjson', '--lang', 'en'], `${good}\n{"version":2}\n\n${good}`);
  const lines = stdout.trimEnd().split('\n').map((line) => JSON.parse(line));
  assert.equal(lines.length, 4);
  assert.equal(lines[0].version, 1);
  assert.deepEqual(lines[1], { error: { pointer: '/version', message: 'expected 1, found 2' } });
  assert.equal(lines[2].error.pointer, '');
  assert.deepEqual(lines[3], lines[0]);
  assert.equal(status, 0);
  assert.equal(stderr, '');
  assert.equal(run(['--ndjson'], '').stdout, '');
});

test('bad input is 2 with one line on standard error and nothing else', () => {
  const { status, stdout, stderr } = run([], '{"version":1,"now":"2026-06-10T10:00","marks":[{"region":"knee","intensity":4}]}');
  assert.equal(status, 2);
  assert.equal(stdout, '');
  assert.equal(stderr, 'advise: /marks/0/region: expected the id of a region, found "knee"\n');
  assert.equal(run(['/nowhere/intake.json']).status, 2);
});

test('bad usage is 64 with the usage line', () => {
  for (const args of [['--lang', 'de'], ['--lang'], ['--content'], ['--verbose'], ['a', 'b'], ['--pretty', '--ndjson']]) {
    const { status, stdout, stderr } = run(args);
    assert.equal(status, 64, args.join(' '));
    assert.equal(stdout, '');
    assert.equal(stderr, 'usage: advise [--content DIR] [--site FILE] [--lang en|fr] [--pretty] [--ndjson] [FILE|-]\n');
  }
});

test('another content folder and another site are used; a bad one is told in one line', () => {
  const folder = join(mkdtempSync(join(tmpdir(), 'advise-')), 'content');
  cpSync(content, folder, { recursive: true });
  const site = JSON.parse(readFileSync(join(content, 'site.json'), 'utf8'));
  site.booking = { ...site.booking, system: 'tel', url: 'tel:+15145550142' };
  const siteFile = join(folder, 'other-site.json');
  writeFileSync(siteFile, JSON.stringify(site));
  assert.equal(JSON.parse(run(['--content', folder, '--site', siteFile]).stdout).booking.url, 'tel:+15145550142');

  const knowledge = readFileSync(join(content, 'knowledge.json'), 'utf8');
  writeFileSync(join(folder, 'knowledge.json'), knowledge.replace('"version": 1', '"version": 3'));
  const { status, stderr } = run(['--content', folder]);
  assert.equal(status, 2);
  assert.equal(stderr, 'advise: knowledge.json: /version: expected 1, found 3\n');
  assert.equal(run(['--content', '/nowhere']).status, 2);
});

test('every answer to an intake that is valid against the schema is valid against its own', async (t) => {
  const Ajv = await import('ajv/dist/2020.js').then((module) => module.default, () => null);
  if (!Ajv) return t.skip('ajv is not installed');
  const ajv = new Ajv({ strict: false, validateFormats: false });
  const fixture = (name) => JSON.parse(readFileSync(join(root, 'tests/fixtures', name), 'utf8'));
  const isIntake = ajv.compile(fixture('intake.schema.json')), isAdvice = ajv.compile(fixture('advice.schema.json'));
  const intakes = fixture('vignettes.json').cases.map((vignette) => vignette.intake);
  for (const intake of intakes) assert.ok(isIntake(intake), JSON.stringify(isIntake.errors));
  const { stdout } = run(['--ndjson'], intakes.map((intake) => JSON.stringify(intake)).join('\n'));
  const answers = stdout.trimEnd().split('\n').map((line) => JSON.parse(line));
  assert.equal(answers.length, 15);
  for (const answer of answers) assert.ok(isAdvice(answer), JSON.stringify(isAdvice.errors));
});
