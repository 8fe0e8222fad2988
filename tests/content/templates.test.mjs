// Every template of the words is filled with the shortest and the longest of what may stand in it,
// in both languages, and read back.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import test from 'node:test';

const read = (name) =>
  JSON.parse(fs.readFileSync(new URL(`../../content/${name}`, import.meta.url), 'utf8'));
const site = read('site.json');
const fill = (pattern, values) =>
  pattern.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
const names = (pattern) => [
  ...new Set([...pattern.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)),
];

// What a reader stumbles over. Gives what is wrong with a text, or nothing.
function stumbles(language, text) {
  const always = [
    [/[{}]/, 'an unfilled brace'],
    [/ {2}|\u00a0 | \u00a0/, 'a doubled space'],
    [/[.,;:]{2}|[.;:],|,\./, 'doubled punctuation'],
    [/\s[,.]/, 'a space before a point'],
  ];
  const french = [
    [
      /(?<!\p{L})(le|la|les|du|de|des|à|au|aux|en|un|une|dès|dans|par|sur) \1(?!\p{L})/iu,
      'a doubled word',
    ],
    // « de les garder » and « Dites-le au … » are right: a pronoun before a verb or after one.
    [
      /(?<![\p{L}-])((à|de) les? (?!\p{L}+(er|ir|re)(?!\p{L}))|(du|au|le) (le|les|du)(?!\p{L}))/iu,
      '« à le », « de le »',
    ],
    [/(?<!\p{L})de (un|une) (?=\d)/iu, '« de un »'],
    [/jusqu’à (léger|modéré|profond)/i, '« jusqu’à » before an adjective'],
    [
      /,[ \u00a0](?!Info-Santé|AVC|Eliquis|Xarelto|Levaquin|Avelox)\p{Lu}/u,
      'a capital after a comma',
    ],
    [/(?<!\u00a0):(?!\/\/)/, 'no NBSP before a colon'],
    [/(?<!\d)1 (janvier|mai|septembre)/, '« 1er »'],
  ];
  const english = [
    [/\b(the|a|an|of|on|to|in|at|for|by) \1\b/i, 'a doubled word'],
    [
      /, (?!(I|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|January|February|March|April|May|June|July|August|September|October|November|December|Tue|Wed|Thu|Fri|Sat|Info|Eliquis|Xarelto|Levaquin|Avelox)\b)(?!\w+day\b)[A-Z]/,
      'a capital after a comma',
    ],
    [/[\s\u00a0]:/, 'a space before a colon'],
    [/\ba (?=[aeio]\w)(?!one\b)/i, '“a” before a vowel'],
  ];
  return [...always, ...(language === 'fr' ? french : english)]
    .filter(([law]) => law.test(text))
    .map(([, what]) => what);
}

// What may stand in a placeholder: the shortest and the longest, feminine and masculine, one and
// many.
function valuesOf(w) {
  const g = (key, values) => fill(w.grammar[key], values);
  const plain = [
    g('date_plain', { day: w.grammar.day_first, month: w.grammar['month.5'] }),
    g('date_plain', { day: '30', month: w.grammar['month.9'] }),
  ];
  const dates = [
    g('date', {
      weekday: w.grammar['weekday.1'],
      day: w.grammar.day_first,
      month: w.grammar['month.5'],
    }),
    g('date', { weekday: w.grammar['weekday.3'], day: '30', month: w.grammar['month.9'] }),
  ];
  const areas = Object.values(w.areas);
  const regions = areas.flatMap((a) =>
    a.left ? [g('region_left', { name: a.name }), g('region_right', { name: a.name })] : [a.name],
  );
  const inSentence = areas.flatMap((a) => (a.left ? [a.left, a.right] : [a.plain]));
  const pressures = ['light', 'moderate', 'deep'].map((p) => w.terms[`pressure.${p}`]);
  const allowed = [
    w.phrases['day.light_only'],
    fill(w.phrases['day.up_to'], { pressure: w.terms['pressure.moderate'] }),
    w.phrases['day.any_pressure'],
  ];
  const range = [
    g('range_one', { day: plain[0] }),
    g('range_same_month', { from: '1', to: '30', month: w.grammar['month.9'] }),
    g('range', { from: plain[0], to: plain[1] }),
  ];
  const services = site.services.map((service) => service.name[w.language]);
  // The note's lines hold a whole text of another one.
  const ages = [
    ...plain.map((date) => fill(w.phrases['ago.date'], { date })),
    fill(w.phrases['ago.weeks'].other, { n: '5' }),
    fill(w.phrases['ago.months'].other, { n: '3' }),
    fill(w.phrases['ago.years'].one, { n: '1' }),
    w.phrases['summary.age_unknown'],
  ];
  const told = [
    fill(w.phrases['why.area'], { region: regions[0], intensity: '5' }),
    fill(w.phrases['why.area_quality'], {
      region: regions.at(-1),
      intensity: '10',
      quality: w.terms['quality_in.sore'],
    }),
  ];
  const notes = Object.values(w.flags)
    .filter((f) => f.note)
    .flatMap((f) =>
      ages.map((age) => fill(f.note, { region: inSentence[0], regions: inSentence[0], age })),
    );
  return {
    plain,
    dates,
    the: dates.map((date) => g('the_date', { date })),
    allowed,
    of: {
      region: regions,
      regions: [
        inSentence[0],
        fill(w.grammar.list_and, { a: inSentence.slice(0, -1).join(', '), b: inSentence.at(-1) }),
      ],
      name: areas.map((a) => a.name),
      pressure: pressures,
      before: allowed,
      after: allowed,
      quality: Object.entries(w.terms)
        .filter(([key]) => key.startsWith('quality_in.'))
        .map(([, text]) => text),
      intensity: ['1', '10'],
      word: ['mild', 'moderate', 'strong', 'very_strong'].map((key) => w.terms[`intensity.${key}`]),
      n: ['0', '1', '2', '28', fill(`1${w.grammar.thousands}012`, {})],
      number: ['4', '60', '90'],
      days: ['1', '41'],
      weeks: ['6'],
      hours: ['72'],
      minutes: ['60', '90'],
      total: ['4'],
      amount: ['5', `1${w.grammar.thousands}234${w.grammar.decimal}50`],
      exchange: ['555'],
      line: ['0142'],
      race: plain,
      run: plain,
      cause: plain,
      date: plain,
      until: plain,
      from: plain,
      to: plain,
      from_year: ['2026'],
      to_year: ['2028'],
      day: plain,
      day2: plain,
      range,
      weekday: [w.grammar['weekday.1'], w.grammar['weekday.7']],
      weekday2: [w.grammar['weekday.3']],
      weekday_short: [w.grammar['weekday_short.3']],
      month: [w.grammar['month.5'], w.grammar['month.9']],
      month_short: [w.grammar['month_short.9']],
      year: ['2026'],
      sign: Object.values(w.flags)
        .map((f) => (typeof f.sign === 'string' ? f.sign : Object.values(f.sign ?? {})[0]))
        .filter(Boolean),
      question: Object.values(w.flags)
        .map((f) =>
          typeof f.question === 'string' ? f.question : Object.values(f.question ?? {})[0],
        )
        .filter(Boolean),
      answer: [w.ui['safety.yes'], w.ui['safety.unsure']],
      benefit: Object.values(w.benefits).map((b) => b.title),
      flag: Object.values(w.flags).map((f) => f.text),
      service: services,
      what: services,
      business: [site.name],
      phone: ['514\u00a0555-0142'],
      url: ['https://example.com'],
      note: notes,
      age: ages,
      told,
      area: told,
      origin: Object.entries(w.terms)
        .filter(([key]) => key.startsWith('origin.'))
        .map(([, text]) => text),
      why: Object.values(w.rules).map((rule) => rule.why),
      cite: ['Guo J et al. (2017).'],
      how: [w.terms['checked.secondary']],
      a: inSentence,
      b: inSentence,
    },
  };
}

// Each template with what the program puts in it, where that is not what the placeholder's name
// says.
function fillings(w, place, pattern, values) {
  const special =
    {
      '/ui/alarm.call_911_if': { if: Object.values(w.flags).flatMap((flag) => flag.call ?? []) },
      '/phrases/verdict.best_one': { day: values.the },
      '/phrases/verdict.best_two': { day: values.the, day2: values.the },
      '/phrases/verdict.best_several': { days: values.the },
      '/phrases/verdict.best_two_same_month': { day: [w.grammar.day_first, '30'], day2: ['30'] },
      '/phrases/verdict.best_range_same_month': { from: [w.grammar.day_first, '5'], to: ['30'] },
      '/phrases/day.spoken': { date: values.dates, pressure: values.allowed },
      '/phrases/book_day': { date: values.dates },
      '/phrases/day_decides': { date: values.dates, pressure: values.allowed },
      '/phrases/book_detail': { date: values.dates, pressure: values.allowed },
      '/phrases/session_detail': { pressure: values.allowed },
      '/phrases/summary.pressure': { pressure: values.allowed },
      '/phrases/summary.area': { pressure: values.allowed },
      '/phrases/summary.area_plain': { pressure: values.allowed },
      '/phrases/booking.prompt': { day: values.dates, pressure: values.allowed },
      '/phrases/link_holds_both': { date: values.dates },
      '/phrases/message.body': { day: values.dates },
      '/phrases/summary.day': { day: values.dates },
      '/phrases/summary.race': { race: values.dates },
      '/phrases/summary.last_run': { run: values.dates },
      '/grammar/date': { day: [w.grammar.day_first, '30'] },
      '/grammar/date_plain': { day: [w.grammar.day_first, '30'] },
      '/grammar/date_short': { day: [w.grammar.day_first, '30'] },
      '/grammar/day_short': { day: ['1', '30'] },
      '/grammar/range_same_month': { from: [w.grammar.day_first, '5'], to: ['30'] },
      '/grammar/phone': { area: ['514'] },
      '/grammar/from_to': { from: ['1'], to: ['6'] },
      '/grammar/list_or': { a: values.plain, b: values.plain },
      '/phrases/cadence.range': { from: ['7'], to: ['28'] },
    }[place] ?? {};
  if (/^\/flags\/.*\/note$/.test(place)) special.region = values.of.regions;
  const of = names(pattern).map((name) => [name, special[name] ?? values.of[name]]);
  for (const [name, list] of of)
    assert.ok(list?.length, `${place}: nothing is known to stand in {${name}}`);
  const most = Math.max(1, ...of.map(([, list]) => list.length));
  // Each value of each placeholder at least once, beside each of the first two of the others.
  return Array.from({ length: most * 2 }, (_, i) =>
    Object.fromEntries(
      of.map(([name, list]) => [
        name,
        list[(i >> (list.length === most ? 0 : i % 2)) % list.length],
      ]),
    ),
  );
}

function* templates(w) {
  const walk = function* (value, place) {
    if (typeof value === 'string') yield [place, value];
    else for (const [key, inner] of Object.entries(value)) yield* walk(inner, `${place}/${key}`);
  };
  for (const table of Object.keys(w))
    if (typeof w[table] === 'object') yield* walk(w[table], `/${table}`);
}

for (const language of ['fr', 'en'])
  test(`${language}: no filled template makes a reader stumble`, () => {
    const w = read(`words.${language}.json`),
      values = valuesOf(w);
    const wrong = [];
    let read_back = 0;
    for (const [place, pattern] of templates(w)) {
      // A separator and its like are no text; plural forms are chosen by their number.
      if (/^\/grammar\/(list_separator|thousands|decimal)$/.test(place)) continue;
      const base = place.replace(/\/(one|other)$/, '');
      for (const filling of fillings(w, base, pattern, values)) {
        if (
          place.endsWith('/one') &&
          filling.n &&
          !(language === 'fr' ? ['0', '1'] : ['1']).includes(filling.n)
        )
          filling.n = '1';
        if (place.endsWith('/other') && filling.n && ['0', '1'].includes(filling.n))
          filling.n = '2';
        const text = fill(pattern, filling);
        ++read_back;
        for (const what of stumbles(language, text)) wrong.push(`${place}: ${what}: ${text}`);
      }
    }
    assert.deepEqual([...new Set(wrong)], []);
    assert.ok(read_back > 1500, `${read_back} texts were read`);
  });

test('The reader stumbles where it should', () => {
  const said = (language, text) => stumbles(language, text).length > 0;
  for (const text of [
    'Préparer la séance du le 11 juin.',
    'Idéalement le le mardi.',
    'Profond à le 12 juin.',
    'Bon moment : x',
    'Retirer, Haut du mollet',
    'le {date}',
    'jusqu’à profond',
    'Fini..',
  ])
    assert.ok(said('fr', text), text);
  for (const text of ['on on Monday', 'Race : June', 'Remove, Upper calf', 'at {date}', 'a effort'])
    assert.ok(said('en', text), text);
  assert.deepEqual(
    stumbles('fr', 'Rien ne s’oppose à un massage. Idéalement le mardi 16 ou le mercredi 17 juin.'),
    [],
  );
  assert.deepEqual(stumbles('en', 'Best days: Tuesday, June 16, or Wednesday, June 17.'), []);
});
