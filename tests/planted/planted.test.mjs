// What CONTRIBUTING.md says of a new booking system is all that it takes: it is done here in a copy
// of content/, built, and used.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test, { before } from 'node:test';
import Ajv from 'ajv/dist/2020.js';
import { advised, build, built, content, plant, read, tool } from './planted.mjs';

const systems = ['src/content/bake/booking_systems.mjs', '--systems'];

before(() => {
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
  built('advise');
});

test('An eleventh booking system is a row and an example: its links are made, its addresses checked', () => {
  const site = path.join(content, 'sites/agenda.json');
  const link = () => advised({ day: '2026-06-16' }, '--site', site).booking.url;
  assert.equal(link(), 'https://agenda.example/laurier/sport-60?day=2026-06-16&length=60');

  const valid = new Ajv().compile(read('site.schema.json'));
  assert.ok(valid(read('sites/agenda.json')), JSON.stringify(valid.errors));
  for (const [change, told] of [
    [{ url: 'https://agenda.example/' }, 'expected an address of agenda \\(agenda.example/ '],
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
