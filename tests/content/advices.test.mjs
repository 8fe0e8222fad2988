// The sixty advices that people read through are those that the program gives today.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import test from 'node:test';
import { advices, fileOf } from '../advices/renew.mjs';
import { runners } from '../advices/intakes.mjs';

test('There are sixty runners, each with a name of its own in both languages', () => {
  assert.equal(runners.length, 60);
  for (const language of ['fr', 'en'])
    assert.equal(new Set(runners.map((runner) => runner[language])).size, 60);
});

for (const language of ['fr', 'en'])
  test(`${language}: the file of sixty advices is up to date (node tests/advices/renew.mjs)`, () => {
    assert.equal(fs.readFileSync(fileOf(language), 'utf8'), advices(language));
  });
