// Every kind of booking link, made by `advise` for awkward names and read back with the browsers'
// own URL parser (WHATWG).
import assert from 'node:assert/strict';
import fs from 'node:fs';
import test from 'node:test';
import { run, written } from '../fixtures/native.mjs';

const examples = new URL('../../content/sites/', import.meta.url);
const awkward = [
  "O'Brien & fils; <b>",
  'Été 100 % 🏃🏽‍♀️ #1?x=y/z\\"',
  '../../%2e%2e/?a=b&date=2000-01-01',
];
const intake = {
  version: 1,
  now: '2026-06-10T10:00',
  marks: [],
  screened: true,
  answers: {},
  day: '2026-06-16',
};

const label = { fr: 'Réserver', en: 'Book' };
const site = (booking, id) => ({
  version: 1,
  name: id,
  booking: { label, ...booking },
  services: [{ id, name: { fr: `${id} fr`, en: `${id} en` }, minutes: 60 }],
});

function link(business, language = 'fr') {
  const done = run('advise', ['--lang', language, '--site', written('site.json', business)], {
    input: JSON.stringify(intake),
  });
  assert.equal(done.code, 0, done.problem);
  return JSON.parse(done.out).booking.url;
}

// What the parser finds, if it also finds that nothing was there to be repaired.
function parsed(text) {
  const url = new URL(text);
  assert.equal(url.href, text);
  assert.match(text, /^[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]+$/, 'only what RFC 3986 allows');
  return url;
}
const segments = ({ pathname }) => pathname.split('/').slice(1).map(decodeURIComponent);

for (const id of awkward) {
  test(`url: ${id}`, () => {
    const url = parsed(
      link(
        site(
          {
            system: 'url',
            url: 'https://book.example/{language}/{service}?s={service}&d={date}&m={minutes}&n={note}#top',
          },
          id,
        ),
      ),
    );
    assert.equal(url.host, 'book.example');
    assert.deepEqual(segments(url), ['fr', id]);
    assert.deepEqual(
      [...url.searchParams],
      [
        ['s', id],
        ['d', '2026-06-16'],
        ['m', '60'],
        ['n', ''],
      ],
    );
    assert.equal(url.hash, '#top');
  });

  test(`Cal.com: ${id}`, () => {
    const url = parsed(
      link(site({ system: 'calcom', url: 'https://cal.com/laurier', note_field: 'notes' }, id)),
    );
    assert.equal(url.host, 'cal.com');
    assert.deepEqual(segments(url), ['laurier', id]);
    assert.deepEqual(
      [...url.searchParams],
      [
        ['duration', '60'],
        ['date', '2026-06-16'],
      ],
    );
  });

  test(`Calendly: ${id}`, () => {
    const url = parsed(
      link(site({ system: 'calendly', url: 'https://calendly.com/laurier', note_field: 'a1' }, id)),
    );
    assert.equal(url.host, 'calendly.com');
    assert.deepEqual(segments(url), ['laurier', id]);
    assert.deepEqual(
      [...url.searchParams],
      [
        ['month', '2026-06'],
        ['date', '2026-06-16'],
      ],
    );
  });

  test(`Acuity: ${id}`, () => {
    const url = parsed(
      link(
        site(
          {
            system: 'acuity',
            url: 'https://app.acuityscheduling.com/schedule.php?owner=18',
            note_field: 'field:7',
          },
          id,
        ),
      ),
    );
    assert.equal(url.host, 'app.acuityscheduling.com');
    assert.equal(url.pathname, '/schedule.php');
    assert.deepEqual(
      [...url.searchParams],
      [
        ['owner', '18'],
        ['appointmentType', id],
      ],
    );
  });

  test(`Square, Jane, GOrendezvous: ${id}`, () => {
    for (const [system, address] of [
      ['square', 'https://book.squareup.com/appointments/a/location/b/services'],
      ['jane', 'https://laurier.janeapp.com/'],
      ['gorendezvous', 'https://www.gorendezvous.com/laurier'],
    ])
      assert.equal(parsed(link(site({ system, url: address }, id))).href, address);
  });

  for (const [language, subject, sentence] of [
    [
      'fr',
      `Demande de réservation\u00a0: ${id} fr`,
      `Bonjour, j’aimerais réserver\u00a0: ${id} fr, le mardi 16\u00a0juin.`,
    ],
    [
      'en',
      `Booking request: ${id} en`,
      `Hello, I would like to book: ${id} en, on Tuesday, June\u00a016.`,
    ],
  ])
    test(`mailto, sms, tel, ${language}: ${id}`, () => {
      const letter = parsed(
        link(site({ system: 'mailto', url: 'mailto:a+b@laurier.example' }, id), language),
      );
      assert.equal(letter.pathname, 'a+b@laurier.example');
      assert.deepEqual(
        [...letter.searchParams],
        [
          ['subject', subject],
          ['body', sentence],
        ],
      );
      const text = parsed(link(site({ system: 'sms', url: 'sms:+15145550142' }, id), language));
      assert.equal(text.pathname, '+15145550142');
      assert.deepEqual([...text.searchParams], [['body', sentence]]);
      assert.equal(
        link(site({ system: 'tel', url: 'tel:+15145550142' }, id), language),
        'tel:+15145550142',
      );
    });
}

test('Each example in content/sites gives the link that docs/site.md shows', () => {
  const links = Object.fromEntries(
    fs
      .readdirSync(examples)
      .map((name) => [
        name.replace('.json', ''),
        link(JSON.parse(fs.readFileSync(new URL(name, examples), 'utf8')), 'en'),
      ]),
  );
  const sentence =
    'Hello%2C%20I%20would%20like%20to%20book%3A%20Sports%20massage%2C%2060%20min%2C%20on%20Tuesday%2C%20June%C2%A016.';
  assert.deepEqual(links, {
    acuity: 'https://massage-exemple.as.me/?appointmentType=12345601',
    calcom: 'https://cal.com/massage-exemple/massage-60?duration=60&date=2026-06-16',
    calendly:
      'https://calendly.com/massage-exemple/massage-sportif-60?month=2026-06&date=2026-06-16',
    gorendezvous: 'https://www.gorendezvous.com/massage-exemple',
    jane: 'https://massage-exemple.janeapp.com/#/staff_member/1/treatment/1',
    mailto: `mailto:reservation@massage.example?subject=Booking%20request%3A%20Sports%20massage%2C%2060%20min&body=${sentence}`,
    sms: `sms:+15145550142?&body=${sentence}`,
    square: 'https://book.squareup.com/appointments/exemple/location/EXEMPLE/services/SOIXANTE',
    tel: 'tel:+15145550142',
    url: 'https://reservation.massage.example/en/reserver?service=sport-60&jour=2026-06-16&minutes=60',
  });
  for (const address of Object.values(links)) parsed(address);
});
