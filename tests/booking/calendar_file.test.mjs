// The reminders that calendar_file_test.cpp compares byte for byte, read by a parser that is not
// ours.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import test from 'node:test';
import ICAL from 'ical.js';

function read(name) {
  const text = fs.readFileSync(new URL(`../fixtures/goldens/${name}`, import.meta.url), 'utf8');
  const calendar = new ICAL.Component(ICAL.parse(text));
  assert.deepEqual(
    [calendar.name, calendar.getFirstPropertyValue('version')],
    ['vcalendar', '2.0'],
  );
  const [event, ...others] = calendar.getAllSubcomponents();
  assert.deepEqual([event.name, others.length], ['vevent', 0]);
  return new ICAL.Event(event);
}

const notBooked = {
  fr: 'Ce rappel n’est pas une réservation.',
  en: 'This reminder is not a booking.',
};

for (const [name, language, summary, service] of [
  ['reminder.fr.ics', 'fr', 'Massage avec Maison Laurier', 'sport-60'],
  ['reminder.en.ics', 'en', 'Massage with Maison Laurier', 'sport-60'],
  [
    'reminder_awkward.fr.ics',
    'fr',
    'Massage avec O\'Brien & fils; <b>, "à côté" \\ 🏃🏽‍♀️ du marché Jean-Talon\nBEGIN:VALARM',
    "O'Brien & fils; <b> 🏃",
  ],
]) {
  test(`${name} is one private event of the whole day with one alarm at 18:00 the day before`, () => {
    const event = read(name),
      { component } = event;
    assert.equal(event.summary, summary);
    assert.equal(component.getFirstProperty('summary').getParameter('language'), language);
    assert.ok(event.startDate.isDate);
    assert.equal(event.startDate.toString(), '2026-06-16');
    assert.equal(event.endDate.toString(), '2026-06-17');
    assert.match(event.uid, /^[0-9a-f]{16}@recovery-advisor$/);
    assert.equal(component.getFirstPropertyValue('dtstamp').toString(), '2026-06-10T14:00:00Z');
    assert.equal(component.getFirstPropertyValue('class'), 'PRIVATE');
    assert.equal(component.getFirstPropertyValue('transp'), 'TRANSPARENT');

    const link = new URL(component.getFirstPropertyValue('url'));
    assert.equal(link.host, 'booking.example');
    assert.deepEqual(
      [...link.searchParams],
      [
        ['service', service],
        ['date', '2026-06-16'],
      ],
    );
    const [first, book, phone, ...rest] = event.description.split('\n');
    assert.equal(first, notBooked[language]);
    assert.ok(book.endsWith(` ${link}`), book);
    assert.match(phone, { fr: /514\u00a0555-0142$/, en: /514-555-0142$/ }[language]);
    assert.deepEqual(rest, []);

    const [alarm, ...others] = component.getAllSubcomponents();
    assert.deepEqual([alarm.name, others.length], ['valarm', 0]);
    assert.equal(alarm.getFirstPropertyValue('trigger').toSeconds(), -6 * 3600);
    assert.equal(alarm.getFirstPropertyValue('action'), 'DISPLAY');
    assert.equal(alarm.getFirstPropertyValue('description'), summary);
  });
}
