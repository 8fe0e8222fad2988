// What an editor may not break in content/. The ids on which intakes, links and advices rely stand
// below.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import test from 'node:test';
import Ajv from 'ajv/dist/2020.js';

const folder = new URL('../../content/', import.meta.url);
const raw = (name) => fs.readFileSync(new URL(name, folder), 'utf8');
const read = (name) => JSON.parse(raw(name));

const knowledge = read('knowledge.json');
const site = read('site.json');
const words = { en: read('words.en.json'), fr: read('words.fr.json') };

const ids = {
  areas: [
    'calf',
    'soleus',
    'achilles',
    'shin',
    'foot',
    'ankle',
    'knee_front',
    'knee_back',
    'quad',
    'hamstring',
    'groin',
    'hip_flexor',
    'itb',
    'glute',
    'low_back',
    'thoracic',
    'shoulder',
    'neck',
    'chest',
    'abdomen',
  ],
  benefits: [
    'injury_prevention',
    'injury_recovery',
    'circulation',
    'flexibility',
    'soreness_relief',
    'relaxation',
  ],
  techniques: [
    'effleurage',
    'petrissage',
    'myofascial_release',
    'trigger_point',
    'compression',
    'deep_friction',
    'lymphatic',
    'assisted_stretch',
  ],
  levels: ['clear', 'tell_therapist', 'avoid_area', 'clinician_first', 'urgent', 'emergency'],
  rules: [
    'R1',
    'R2',
    'R3',
    'R4',
    'R5',
    'R6',
    'R7',
    'R8',
    'R9',
    'R10',
    'R11',
    'R12',
    'R13',
    'R14',
    'R15',
    'region_cap',
    'not_massaged',
    'avoided',
    'flag',
    'unsure',
    'cleared',
    'unanswered',
    'ideal_race',
    'ideal_soreness',
    'ideal_open',
    'chosen_day',
    'session_pressure',
    'benefit',
    'left_out',
    'cadence',
    'block_window',
    'block_cadence',
    'block_left_out',
    'block_cut',
  ],
};
const flagsByLevel = {
  emergency: [
    'chest_pain',
    'stroke_signs',
    'saddle_numbness',
    'compartment_pain',
    'dark_urine',
    'collapse',
    'worst_headache',
    'testicle_or_hernia',
  ],
  urgent: [
    'one_leg_swelling',
    'snap',
    'cannot_bear_weight',
    'groin_landing_pain',
    'hot_red_skin',
    'new_weakness',
  ],
  clinician_first: [
    'bone_point_pain',
    'exertional_numbness',
    'lasting_tingling',
    'swelling_or_lump',
    'severe_unexplained',
    'soreness_too_long',
    'trunk_pain',
    'knee_block',
    'fever_or_contagious',
    'fluoroquinolone_tendon',
    'blood_thinner',
    'cancer',
    'surgery_or_fracture',
    'pregnancy',
    'heart_or_clot',
    'severe_osteoporosis',
  ],
  avoid_area: ['acute_injury', 'open_skin', 'bruise', 'skin_or_vein', 'local_skin_infection'],
  tell_therapist: [
    'mild_osteoporosis',
    'diabetic_numb_feet',
    'oil_allergy',
    'old_injury',
    'first_deep_massage',
  ],
};
const clearable = [
  'blood_thinner',
  'cancer',
  'surgery_or_fracture',
  'pregnancy',
  'heart_or_clot',
  'severe_osteoporosis',
];
const asksAlways = [
  'chest_pain',
  'stroke_signs',
  'dark_urine',
  'collapse',
  'fever_or_contagious',
  ...clearable,
];
const closedTerms = {
  pressure: ['none', 'light', 'moderate', 'deep'],
  quality: ['tight', 'sore', 'ache', 'sharp', 'burning', 'stiff', 'cramp', 'numb'],
  quality_in: ['tight', 'sore', 'ache', 'sharp', 'burning', 'stiff', 'cramp', 'numb'],
  onset: ['after_run', 'gradual', 'sudden'],
  experience: ['first', 'occasional', 'regular'],
  phase: ['maintenance', 'build', 'peak', 'taper', 'off'],
  grade: ['moderate', 'limited', 'contested'],
  grade_short: ['moderate', 'limited', 'contested'],
  intensity: ['mild', 'moderate', 'strong', 'very_strong'],
  origin: ['article', 'study', 'convention', 'safety'],
  checked: ['abstract', 'secondary', 'recalled', 'convention'],
};

const idsOf = (list) => list.map((entry) => entry.id);
const flag = (id) => knowledge.flags.find((entry) => entry.id === id);

// Every text with its place, plural forms as ".../one" and ".../other".
function* texts(value, place = '') {
  if (typeof value === 'string') yield [place, value];
  else if (value && typeof value === 'object')
    for (const [key, inner] of Object.entries(value)) yield* texts(inner, `${place}/${key}`);
}
const all = (language) =>
  [...texts(words[language])].filter(
    ([place]) => place !== '/language' && !place.includes('/who/'),
  );
const placeholders = (text) => [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1]);
const wrong = (list, what) => assert.deepEqual(list, [], what);

test('Every content file is valid against its schema', () => {
  const ajv = new Ajv({
    allErrors: true,
    strictRequired: false,
    strictTypes: false,
    multipleOfPrecision: 9,
  });
  for (const [schema, files] of [
    ['knowledge', ['knowledge.json']],
    ['site', ['site.json']],
    ['words', ['words.en.json', 'words.fr.json']],
  ]) {
    const valid = ajv.compile(read(`${schema}.schema.json`));
    for (const file of files) {
      const found = valid(read(file))
        ? []
        : valid.errors.map((e) => `${file} ${e.instancePath}: ${e.message}`);
      wrong(found, file);
    }
  }
});

test('A schema refuses an unknown key, a missing one and HTML', () => {
  const ajv = new Ajv({ strictRequired: false, strictTypes: false, multipleOfPrecision: 9 });
  const valid = ajv.compile(read('words.schema.json'));
  const change = (edit) => {
    const copy = structuredClone(words.fr);
    edit(copy);
    return valid(copy);
  };
  assert.equal(
    change(() => {}),
    true,
  );
  assert.equal(
    change((w) => {
      w.extra = {};
    }),
    false,
  );
  assert.equal(
    change((w) => {
      delete w.areas.calf.caution;
    }),
    false,
  );
  assert.equal(
    change((w) => {
      delete w.areas.calf.right;
    }),
    false,
  );
  assert.equal(
    change((w) => {
      w.ui['where.title'] = 'Où <b>ça</b>?';
    }),
    false,
  );
  assert.equal(
    change((w) => {
      w.phrases['count.areas'] = { other: '{n}' };
    }),
    false,
  );
});

test('Every id on which others rely is there, in its order', () => {
  assert.deepEqual(idsOf(knowledge.areas), ids.areas);
  assert.deepEqual(idsOf(knowledge.benefits), ids.benefits);
  assert.deepEqual(idsOf(knowledge.techniques), ids.techniques);
  assert.deepEqual(idsOf(knowledge.rule_origins), ids.rules);
  assert.deepEqual(idsOf(knowledge.flags), Object.values(flagsByLevel).flat());
  for (const [level, flags] of Object.entries(flagsByLevel))
    for (const id of flags) assert.equal(flag(id).level, level, id);
});

test('Neck, chest and abdomen are single, and chest and abdomen are not massaged', () => {
  assert.deepEqual(idsOf(knowledge.areas.filter((a) => !a.paired)), ['neck', 'chest', 'abdomen']);
  assert.deepEqual(idsOf(knowledge.areas.filter((a) => a.cap === 'none')), ['chest', 'abdomen']);
});

test('Every id that the knowledge base names exists, and every source is used', () => {
  const sources = new Set(idsOf(knowledge.sources));
  const used = new Set();
  for (const entry of [
    ...knowledge.benefits,
    ...knowledge.flags,
    ...knowledge.areas,
    ...knowledge.rule_origins,
  ])
    for (const source of entry.sources ?? []) {
      assert.ok(sources.has(source), `${entry.id}: ${source}`);
      used.add(source);
    }
  wrong(
    [...sources].filter((id) => !used.has(id)),
    'sources that nothing names',
  );
  assert.equal(sources.size, knowledge.sources.length, 'a source stands twice');
  for (const area of knowledge.areas) {
    for (const id of area.benefits) assert.ok(ids.benefits.includes(id), `${area.id}: ${id}`);
    for (const id of area.techniques) assert.ok(ids.techniques.includes(id), `${area.id}: ${id}`);
    for (const id of area.questions) assert.ok(flag(id), `${area.id}: ${id}`);
  }
  for (const id of Object.values(knowledge.rules.roles)) assert.ok(ids.benefits.includes(id), id);
});

test('Only two techniques need more pressure than their area allows', () => {
  const rank = { none: 0, light: 1, moderate: 2, deep: 3 };
  const needs = Object.fromEntries(knowledge.techniques.map((t) => [t.id, rank[t.needs]]));
  const beyond = knowledge.areas.flatMap((a) =>
    a.techniques.filter((t) => needs[t] > rank[a.cap]).map((t) => `${a.id}/${t}`),
  );
  // These two are listed all the same; the area's cap keeps them out of every advice.
  assert.deepEqual(beyond, ['achilles/deep_friction', 'ankle/assisted_stretch']);
});

test('Eleven questions are always asked, and six of them can be cleared by a clinician', () => {
  assert.deepEqual(
    idsOf(knowledge.flags.filter((f) => f.ask === 'always')).sort(),
    [...asksAlways].sort(),
  );
  assert.deepEqual(idsOf(knowledge.flags.filter((f) => f.clearable)), clearable);
});

test('Every flag asked by area is asked by at least one area, and an area names no other', () => {
  const asked = new Set(knowledge.areas.flatMap((a) => a.questions));
  wrong(
    idsOf(knowledge.flags.filter((f) => f.ask === 'by_area' && !asked.has(f.id))),
    'never asked',
  );
  wrong(
    [...asked].filter((id) => flag(id).ask !== 'by_area'),
    'named by an area, but not asked by area',
  );
});

test('Every area asks of severe pain, and every massaged one of its skin and of oils', () => {
  for (const area of knowledge.areas) {
    assert.ok(area.questions.includes('severe_unexplained'), area.id);
    if (area.cap === 'none') continue;
    for (const id of ['open_skin', 'skin_or_vein', 'local_skin_infection', 'oil_allergy'])
      assert.ok(area.questions.includes(id), `${area.id}: ${id}`);
  }
});

test('No area asks more than fourteen questions of its own, in the order of the flags', () => {
  const order = idsOf(knowledge.flags);
  for (const { id, questions } of knowledge.areas) {
    assert.ok(questions.length <= 14, id);
    assert.deepEqual(
      questions,
      [...questions].sort((a, b) => order.indexOf(a) - order.indexOf(b)),
      id,
    );
  }
});

test('A flag that avoids an area and is asked asks where; the six derived ones are derived', () => {
  assert.deepEqual(idsOf(knowledge.flags.filter((f) => f.where)), [
    'open_skin',
    'bruise',
    'skin_or_vein',
    'local_skin_infection',
  ]);
  const derived = [
    'severe_unexplained',
    'soreness_too_long',
    'trunk_pain',
    'acute_injury',
    'old_injury',
    'first_deep_massage',
  ];
  assert.deepEqual(idsOf(knowledge.flags.filter((f) => f.derived)), derived);
  for (const id of derived) assert.equal(flag(id).derived, id === 'trunk_pain' ? 'by_area' : id);
  assert.deepEqual(idsOf(knowledge.flags.filter((f) => f.ask === 'never')), derived.slice(1));
});

for (const language of ['en', 'fr']) {
  const w = words[language];

  test(`${language}: there are words for every id of the knowledge base and for no other`, () => {
    assert.equal(w.language, language);
    for (const table of ['areas', 'techniques', 'benefits', 'flags'])
      assert.deepEqual(Object.keys(w[table]).sort(), idsOf(knowledge[table]).sort(), table);
    assert.deepEqual(Object.keys(w.levels), ids.levels);
    assert.deepEqual(Object.keys(w.rules).sort(), [...ids.rules].sort());
    for (const [table, keys] of Object.entries(closedTerms))
      for (const key of keys) assert.ok(w.terms[`${table}.${key}`], `${table}.${key}`);
  });

  test(`${language}: a flag has a question exactly when it is asked`, () => {
    for (const f of knowledge.flags)
      assert.equal('question' in w.flags[f.id], f.ask !== 'never', f.id);
  });

  test(`${language}: an area has left and right words exactly when it has sides`, () => {
    for (const a of knowledge.areas) assert.equal('left' in w.areas[a.id], a.paired, a.id);
  });

  test(`${language}: a benefit that is inferred says nothing of the article, every other one attributes and doubts`, () => {
    for (const benefit of knowledge.benefits) {
      const { article, ...rest } = w.benefits[benefit.id];
      assert.equal(article === undefined, benefit.provenance === 'inferred', benefit.id);
      if (article)
        assert.match(
          article,
          language === 'fr' ? /^L’article .+; / : /^The article .+; /,
          benefit.id,
        );
      for (const text of Object.values(rest))
        assert.doesNotMatch(text, /the article|l’article/i, benefit.id);
    }
  });

  test(`${language}: the article’s percentage is nowhere, and lactic acid only where it is put right`, () => {
    const acid = all(language)
      .filter(([, text]) => /lacti(c|que)/i.test(text))
      .map(([place]) => place);
    assert.deepEqual(acid, ['/benefits/circulation/explanation', '/benefits/circulation/article']);
    wrong(
      all(language).filter(([, text]) => /\b13\s?%/.test(text)),
      '13 %',
    );
  });

  test(`${language}: an emergency sends to 911 and never to 811; what is urgent names no other number than its screen`, () => {
    for (const f of knowledge.flags) {
      const { title, ...said } = w.flags[f.id];
      const text = JSON.stringify(said);
      if (f.level === 'emergency') {
        assert.ok(/911/.test(title) || said.call, f.id);
        assert.doesNotMatch(text + title, /811/, f.id);
      }
      if (['urgent', 'clinician_first'].includes(f.level)) assert.doesNotMatch(text, /811/, f.id);
    }
    assert.match(w.levels.emergency.title, /911/);
    assert.match(w.ui['alarm.call_911'], /911/);
    assert.match(w.ui['alarm.call_811'], /811/);
    assert.doesNotMatch(Object.values(w.levels.emergency).join(' '), /811/);
  });

  test(`${language}: a sign is six words at most, and its question says more`, () => {
    for (const f of knowledge.flags.filter((f) => f.ask !== 'never')) {
      for (const { sign, question } of [
        w.flags[f.id],
        ...Object.values(w.flags[f.id].by_area ?? {}),
      ]) {
        const count = sign.split(/[\s\u00a0]+/).filter((word) => /\p{L}|\d/u.test(word)).length;
        assert.ok(count >= 1 && count <= 6, `${f.id}: ${sign}: ${count}`);
        assert.ok(question.length > sign.length, `${f.id}: ${question}`);
      }
    }
  });

  test(`${language}: a flag that can be folded has its word for the row, and no grave one has`, () => {
    const minor = knowledge.flags
      .filter((f) => f.ask !== 'never' && ['avoid_area', 'tell_therapist'].includes(f.level))
      .map((f) => f.id);
    assert.deepEqual(minor, [
      'open_skin',
      'bruise',
      'skin_or_vein',
      'local_skin_infection',
      'mild_osteoporosis',
      'diabetic_numb_feet',
      'oil_allergy',
    ]);
    assert.deepEqual(
      Object.keys(w.flags).filter((id) => 'word' in w.flags[id]),
      minor,
    );
  });

  test(`${language}: every alarm has a title, and says whom to see first exactly where somebody is to be seen`, () => {
    for (const f of knowledge.flags) {
      const grave = ['clinician_first', 'urgent', 'emergency'].includes(f.level);
      assert.equal('title' in w.flags[f.id], grave, f.id);
      assert.equal('who' in w.flags[f.id], f.level === 'clinician_first', f.id);
      for (const who of w.flags[f.id].who ?? [])
        for (const key of [`alarm.who.${who}`, `alarm.how.${who}`]) assert.ok(w.ui[key], key);
      assert.deepEqual(words.en.flags[f.id].who, words.fr.flags[f.id].who, f.id);
    }
    const who = (id) => w.flags[id].who[0];
    for (const id of [
      'bone_point_pain',
      'exertional_numbness',
      'knee_block',
      'severe_unexplained',
      'soreness_too_long',
    ])
      assert.equal(who(id), 'physiotherapist', id);
    for (const id of ['blood_thinner', 'fluoroquinolone_tendon'])
      assert.equal(who(id), 'pharmacist', id);
    for (const id of [
      'lasting_tingling',
      'swelling_or_lump',
      'trunk_pain',
      'cancer',
      'heart_or_clot',
      'surgery_or_fracture',
      'severe_osteoporosis',
    ])
      assert.equal(who(id), 'doctor', id);
    assert.equal(who('pregnancy'), 'pregnancy');
    assert.deepEqual(w.flags.fever_or_contagious.who, []);
  });

  test(`${language}: what a flag asks and says has twenty words a sentence at most, and its title speaks of no place`, () => {
    const count = (sentence) =>
      sentence.split(/[\s\u00a0]+/).filter((word) => /[\p{L}\d]/u.test(word)).length;
    for (const { id } of knowledge.flags) {
      const { question = '', text = '', title = '', by_area = {} } = w.flags[id];
      for (const said of [question, text, ...Object.values(by_area).map((there) => there.question)])
        for (const sentence of said.split(/(?<=[.?])\s/))
          assert.ok(count(sentence) <= 20, `${id}: ${sentence}`);
      assert.doesNotMatch(title, /\{/, id);
    }
  });

  test(`${language}: where booking is refused no sentence invites to it`, () => {
    const invites = language === 'fr' ? /réserve[rz]/i : /\bbook (now|a|your)\b/i;
    for (const f of knowledge.flags)
      if (['clinician_first', 'urgent', 'emergency'].includes(f.level))
        assert.doesNotMatch(Object.values(w.flags[f.id]).join(' '), invites, f.id);
    for (const level of ids.levels.slice(3))
      assert.doesNotMatch(Object.values(w.levels[level]).join(' '), invites, level);
  });

  test(`${language}: no text holds HTML, a doubled or outer space, or a sign that the font lacks`, () => {
    for (const [place, text] of all(language)) {
      if (place === '/grammar/list_separator' || place === '/grammar/thousands') continue;
      assert.doesNotMatch(text, /<|>|&\w+;/, place);
      assert.doesNotMatch(text, /[\s\u00a0]{2}|^[\s\u00a0]|[\s\u00a0]$/, place);
      assert.match(
        text,
        /^[\u0020-\u007e\u00a0-\u00ffŒœ\u2013\u2018\u2019\u201c\u201d\u2026]+$/u,
        place,
      );
      assert.doesNotMatch(text, /['"`]|\.\.\./, place);
      assert.doesNotMatch(text.replace(/\{\w+\}/g, ''), /[{}]/, place);
    }
  });

  test(`${language}: the file stays under 80 KB`, () => {
    assert.ok(Buffer.byteLength(raw(`words.${language}.json`)) < 80 * 1024);
  });
}

test('Citations use only signs that the font has', () => {
  for (const { id, cite, cite_fr: french = cite } of knowledge.sources)
    for (const text of [cite, french])
      assert.match(
        text,
        /^[\u0020-\u007e\u00a0-\u00ffŒœ\u2013\u2018\u2019\u201c\u201d\u2026]+$/u,
        id,
      );
});

test('Both languages have the same keys, plural forms and placeholders', () => {
  const en = new Map(all('en')),
    fr = new Map(all('fr'));
  assert.deepEqual([...en.keys()].sort(), [...fr.keys()].sort());
  for (const [place, text] of en)
    assert.deepEqual(
      [...new Set(placeholders(text))].sort(),
      [...new Set(placeholders(fr.get(place)))].sort(),
      place,
    );
});

test('Plural forms of one text use the same placeholders', () => {
  for (const language of ['en', 'fr'])
    for (const section of ['phrases', 'ui'])
      for (const [key, text] of Object.entries(words[language][section]))
        if (typeof text === 'object')
          assert.deepEqual(placeholders(text.one), placeholders(text.other), `${language} ${key}`);
});

test('No French text equals its English one, but for these', () => {
  const same = [
    '/techniques/effleurage/name',
    '/techniques/compression/name',
    '/flags/cancer/sign', // the same words in both languages
    '/grammar/list_separator', // signs and numbers
    '/phrases/count.minutes',
    '/phrases/distance',
    '/phrases/picture.intensity',
    '/phrases/book_detail', // units and lists
    '/phrases/session_detail',
    '/phrases/session_detail_day',
    '/grammar/month_year',
    '/phrases/day.spoken',
    '/phrases/summary.flag',
    '/phrases/why_origin',
    '/phrases/cited', // only placeholders
  ];
  const fr = new Map(all('fr'));
  assert.deepEqual(
    all('en')
      .filter(([place, text]) => fr.get(place) === text)
      .map(([place]) => place)
      .sort(),
    same.sort(),
  );
});

test('French follows the typography of Québec', () => {
  const nouns =
    'jours?|heures?|minutes?|min|secondes?|semaines?|mois|personnes?|articles?|essais?|études?|coureurs?|zones?|questions?|mL|km|h|s';
  const month =
    'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre';
  const weekday = 'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche';
  const capital = (list) =>
    list
      .split('|')
      .map((word) => word[0].toUpperCase() + word.slice(1))
      .join('|');
  const laws = [
    [/(?<!\u00a0):/, 'a no-break space stands before a colon'],
    [/[\s\u00a0\u202f][;!?]/, 'no space stands before ; ! ?'],
    [/«(?!\u00a0)|(?<!\u00a0)»/, 'a no-break space stands inside guillemets'],
    [/[“”]/, 'guillemets, not English quotes'],
    [/(?<!\u00a0)[%$]/, 'a no-break space stands before % and $'],
    [
      new RegExp(`(\\d|\\{(n|number|minutes|hours|to)\\}) (${nouns})(?!\\p{L})`, 'u'),
      'a no-break space stands between a number and its noun',
    ],
    [/\d (?=\d{3}(?!\d))|\d,\d{3}(?!\d)/, 'thousands are parted by a no-break space'],
    [/\d\.\d/, 'the decimal mark is a comma'],
    [
      new RegExp(`(?<!\\p{L})(${capital(month)}|${capital(weekday)})(?!\\p{L})`, 'u'),
      'months and days are lower case',
    ],
    [new RegExp(`(?<!\\d)1[ \\u00a0](${month})`), 'the first of a month is « 1er »'],
    [/(?<!\p{L})(tu|ton|tes|toi|te)(?!\p{L})/iu, '« vous », never « tu »'],
    [/week-?end|e-?mail|checker|booker|shopping|feedback/i, 'usage of Québec'],
  ];
  for (const text of [
    ...all('fr'),
    ...site.services.map((s) => [`site ${s.id}`, s.name.fr]),
    ...[
      'taxes_note',
      'place_note',
      'travel_note',
      'cancellation',
      'receipt',
      'preparation',
      'preferences',
    ].map((key) => [`site ${key}`, site[key].fr]),
    ['site label', site.booking.label.fr],
  ])
    for (const [law, what] of laws) assert.doesNotMatch(text[1], law, `${text[0]}: ${what}`);
});

test('French says sides with agreement', () => {
  for (const [id, area] of Object.entries(words.fr.areas)) {
    if (!area.left) continue;
    assert.match(area.left, / gauche$/, id);
    assert.match(area.right, / (droit|droite)$/, id);
    assert.match(area.short_left, /, à gauche$/, id);
    assert.match(area.short_right, /, à droite$/, id);
  }
  for (const id of ['calf', 'soleus', 'achilles', 'shin', 'foot', 'knee_front', 'knee_back'])
    assert.match(words.fr.areas[id].right, / droit$/, id);
  for (const id of ['ankle', 'quad', 'hamstring', 'groin', 'hip_flexor', 'glute', 'shoulder'])
    assert.match(words.fr.areas[id].right, / droite$/, id);
});

test('English has no French spacing', () => {
  for (const [place, text] of all('en')) {
    assert.doesNotMatch(text, /[\s\u00a0][:;!?%]/, place);
    assert.doesNotMatch(text, /[«»]/, place);
  }
});

test('No claim of cure, treatment, prevention or proof, and no diagnosis but in the disclaimers', () => {
  const forbidden = {
    en: /\b(cures?|cured|heal(s|ed|ing)?|treat(s|ed|ing|ments?)?|guarante\w*|proven?|proves|proof|prevent\w*|diagnos\w*|triage|rehab\w*|registered|licen[sc]ed|RMT|therapeutic|detox\w*|toxins?|cortisol)\b/i,
    fr: /(?<!\p{L})(guéri\p{L}*|traite\p{L}*|soign(e|er|es|ez|ent|é\p{L}*)|garanti\p{L}*|prouv\p{L}*|prévien\p{L}*|prévenir|prévention|diagnosti\p{L}*|triage|réadapt\p{L}*|rééduc\p{L}*|agréé\p{L}*|thérapeutiques?|toxines?|cortisol)(?!\p{L})/iu,
  };
  const allowed = {
    '/benefits/injury_prevention/title':
      'the benefit’s name in the article; the words under it say that no study shows it',
    '/flags/cancer/question': 'the person’s own medical care',
    '/flags/cancer/text': 'the person’s own medical care',
    '/flags/cancer/note': 'the person’s own medical care',
    '/phrases/summary.disclaimer': 'a disclaimer',
    '/phrases/disclaimer': 'a disclaimer',
    '/ui/alarm.urgent_end': 'a disclaimer',
    '/ui/alarm.no_diagnosis': 'a disclaimer',
    '/ui/alarm.doubt_end': 'a disclaimer',
  };
  for (const language of ['en', 'fr']) {
    const found = all(language)
      .filter(([, text]) => forbidden[language].test(text))
      .map(([place]) => place);
    wrong(
      found.filter((place) => !(place in allowed)),
      language,
    );
    wrong(
      Object.keys(allowed).filter((place) => !found.includes(place)),
      `${language}: allowed for nothing`,
    );
  }
});

test('The business of the demo is fictional, and its booking link carries nothing about health', () => {
  assert.match(site.phone, /^\+1514555\d{4}$/);
  assert.match(site.text_number, /^\+1514555\d{4}$/);
  for (const url of [site.booking.url, site.article_url.fr, site.article_url.en, site.privacy_url])
    assert.match(new URL(url).hostname, /(^|\.)example(\.com)?$/);
  assert.deepEqual(
    placeholders(site.booking.url).filter((name) => !['service', 'date', 'minutes'].includes(name)),
    [],
  );
});

test('The business of the demo is the default one of docs/rules.md: two hours ahead, open every day', () => {
  assert.equal(site.lead_time_hours, 2);
  assert.deepEqual(site.open_days, ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']);
  assert.deepEqual(site.holidays, []);
  assert.deepEqual(
    site.services.map((s) => s.minutes),
    [60, 75, 90],
  );
});
