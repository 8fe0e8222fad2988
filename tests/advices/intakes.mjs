// Sixty runners, each with a name in both languages and what they tell. The first fifteen are the
// contract's vignettes.
import fs from 'node:fs';

const { cases } = JSON.parse(
  fs.readFileSync(new URL('../fixtures/vignettes.json', import.meta.url), 'utf8'),
);
const vignettes = [
  'Les deux mollets courbaturés le lendemain de la sortie longue',
  'Mollet gauche enflé et chaud après sept heures d’avion',
  'Tibia droit : douleur à un point de l’os, la nuit',
  'Le lendemain d’un marathon, cuisses très courbaturées',
  'Course dans cinq jours, massages réguliers',
  'Ischiojambiers déchirés il y a 42 jours, reprise du jogging',
  'Rien ne fait mal',
  'Côté de la cuisse droite depuis deux semaines, stable, en progression',
  'Tendon d’Achille droit raide depuis trois mois',
  'Fesses tendues, sous anticoagulant, sans accord',
  'Après un ultra, urine brune',
  'Pied sensible, ampoule ouverte',
  'Deux demi-marathons, hier et dans neuf jours',
  'Cuisses encore courbaturées huit jours après une course',
  'Zones marquées, vérification pas encore faite',
].map((fr, i) => ({
  fr,
  en: cases[i].name[0].toUpperCase() + cases[i].name.slice(1),
  intake: cases[i].intake,
}));

const kNow = '2026-06-10T10:00';
const mark = (region, intensity, more = {}) => ({ region, intensity, ...more });
const sore = (region, intensity, since) =>
  mark(region, intensity, { quality: 'sore', onset: 'after_run', ...(since ? { since } : {}) });
const tight = (region, intensity) =>
  mark(region, intensity, { quality: 'tight', onset: 'gradual' });
const runner = (fr, en, marks, more = {}) => ({
  fr,
  en,
  intake: { version: 1, now: kNow, marks, screened: true, answers: {}, ...more },
});
const race = (date, distance_km) => ({
  races: [{ date, ...(distance_km ? { distance_km } : {}) }],
});
const first = { massage: { experience: 'first' } },
  regular = { massage: { experience: 'regular' } };
const yes = (...flags) => ({ answers: Object.fromEntries(flags.map((flag) => [flag, 'yes'])) });
const unsure = (flag) => ({ answers: { [flag]: 'unsure' } });
const agreed = (flag) => ({ answers: { [flag]: { answer: 'yes', cleared: true } } });
const at = (flag, ...regions) => ({ answers: { [flag]: { answer: 'yes', regions } } });

export const runners = [
  ...vignettes,
  runner('Mollet droit tendu, rien d’autre', 'Right calf tight, nothing else', [
    tight('calf_r', 3),
  ]),
  runner('Mollets, cuisses et bas du dos', 'Calves, thighs and lower back', [
    tight('calf_l', 4),
    tight('calf_r', 4),
    tight('quad_l', 5),
    tight('low_back_l', 3),
  ]),
  runner('Bas du mollet douloureux en montée', 'Lower calf aching uphill', [
    mark('soleus_l', 5, { quality: 'ache', onset: 'gradual' }),
  ]),
  runner('Pied gauche sensible le matin', 'Left foot sore in the morning', [
    mark('foot_l', 4, { quality: 'stiff', onset: 'gradual' }),
  ]),
  runner('Cheville tordue hier', 'Ankle twisted yesterday', [
    mark('ankle_r', 6, { quality: 'sharp', onset: 'sudden', since: '2026-06-09T18:00' }),
  ]),
  runner('Cheville tordue il y a cinq jours', 'Ankle twisted five days ago', [
    mark('ankle_r', 4, { quality: 'stiff', onset: 'sudden', since: '2026-06-05T10:00' }),
  ]),
  runner(
    'Ischiojambiers, d’un coup, il y a quatre jours',
    'Hamstring, all at once, four days ago',
    [mark('hamstring_l', 5, { quality: 'sharp', onset: 'sudden', since: '2026-06-06T10:00' })],
  ),
  runner(
    'Ischiojambiers, d’un coup, il y a trois semaines',
    'Hamstring, all at once, three weeks ago',
    [mark('hamstring_r', 4, { quality: 'stiff', onset: 'sudden', since: '2026-05-20T10:00' })],
  ),
  runner('Devant du genou dans l’escalier', 'Front of the knee on stairs', [
    mark('knee_front_l', 5, { quality: 'ache', onset: 'gradual' }),
  ]),
  runner('Creux du genou tendu', 'Back of the knee tight', [tight('knee_back_r', 3)]),
  runner('Aine droite tendue', 'Right groin tight', [tight('groin_r', 4)]),
  runner(
    'Aine et douleur quand le pied se pose',
    'Groin, and pain on landing',
    [mark('groin_l', 5)],
    yes('groin_landing_pain'),
  ),
  runner(
    'Devant de la hanche après une journée en position assise',
    'Front of the hip after a day of sitting',
    [mark('hip_flexor_l', 4, { quality: 'stiff', onset: 'gradual' })],
  ),
  runner('Fesse gauche qui élance', 'Left buttock aching', [
    mark('glute_l', 6, { quality: 'ache', onset: 'gradual' }),
  ]),
  runner('Bas du dos des deux côtés', 'Lower back on both sides', [
    tight('low_back_l', 4),
    tight('low_back_r', 4),
  ]),
  runner(
    'Haut du dos et os fragiles',
    'Upper back, fragile bones',
    [tight('thoracic_l', 5)],
    yes('mild_osteoporosis'),
  ),
  runner('Épaules et nuque en fin de sortie', 'Shoulders and neck late in a run', [
    tight('shoulder_l', 4),
    tight('shoulder_r', 4),
    tight('neck', 3),
  ]),
  runner('Nuque seulement', 'Neck only', [tight('neck', 4)]),
  runner('Ventre, point de côté', 'Belly, a stitch', [
    mark('abdomen', 3, { quality: 'cramp', onset: 'after_run' }),
  ]),
  runner('Poitrine marquée', 'Chest marked', [
    mark('chest', 4, { quality: 'sore', onset: 'after_run' }),
  ]),
  runner(
    'Douleur à la poitrine : oui',
    'Chest pain: yes',
    [tight('shoulder_l', 3)],
    yes('chest_pain'),
  ),
  runner(
    'Douleur à la poitrine : pas sûr',
    'Chest pain: not sure',
    [tight('calf_l', 3)],
    unsure('chest_pain'),
  ),
  runner('Confusion après l’effort', 'Confusion after effort', [], yes('collapse')),
  runner('Claquement au mollet', 'A snap in the calf', [mark('calf_l', 7)], yes('snap')),
  runner('Fièvre', 'A fever', [tight('calf_l', 3)], yes('fever_or_contagious')),
  runner(
    'Enceinte, sans accord',
    'Pregnant, no agreement',
    [tight('low_back_l', 3)],
    yes('pregnancy'),
  ),
  runner(
    'Enceinte, accord obtenu',
    'Pregnant, agreed',
    [tight('low_back_l', 3)],
    agreed('pregnancy'),
  ),
  runner(
    'Anticoagulant, accord obtenu, course dans dix jours',
    'Blood thinner, agreed, race in ten days',
    [tight('calf_l', 4)],
    { ...agreed('blood_thinner'), ...race('2026-06-20', 10) },
  ),
  runner(
    'Pieds engourdis (diabète), pied marqué',
    'Numb feet (diabetes), foot marked',
    [mark('foot_l', 4)],
    yes('diabetic_numb_feet'),
  ),
  runner('Allergie aux noix', 'Allergy to nuts', [tight('quad_r', 4)], yes('oil_allergy')),
  runner(
    'Bleu sur la cuisse',
    'A bruise on the thigh',
    [mark('quad_l', 4)],
    at('bruise', 'quad_l'),
  ),
  runner(
    'Varice au mollet, fesse à masser',
    'Varicose vein on the calf, buttock to massage',
    [tight('calf_l', 3), tight('glute_r', 4)],
    at('skin_or_vein', 'calf_l'),
  ),
  runner('Cuisses à 8 sur 10 sans dire d’où', 'Thighs at 8 out of 10, no cause told', [
    mark('quad_l', 8),
    mark('quad_r', 8),
  ]),
  runner('Premier massage, aucune course', 'First massage, no race', [tight('calf_l', 3)], first),
  runner(
    'Premier massage, cinq zones',
    'First massage, five areas',
    [
      tight('calf_l', 3),
      tight('quad_l', 3),
      tight('glute_l', 3),
      tight('low_back_l', 3),
      tight('shoulder_l', 3),
    ],
    first,
  ),
  runner(
    'Premier massage, course dans cinq jours',
    'First massage, race in five days',
    [tight('calf_l', 3)],
    { ...first, ...race('2026-06-15', 21.1) },
  ),
  runner('Course demain', 'Race tomorrow', [tight('calf_l', 3)], race('2026-06-11', 10)),
  runner('Course aujourd’hui', 'Race today', [tight('calf_r', 4)], race('2026-06-10', 21.1)),
  runner('Demi-marathon dans onze jours', 'Half marathon in eleven days', [tight('quad_r', 4)], {
    ...race('2026-06-21', 21.1),
    ...regular,
  }),
  runner(
    'Marathon dans trois semaines, pleine charge',
    'Marathon in three weeks, peak weeks',
    [sore('quad_l', 4, '2026-06-09T10:00')],
    { ...race('2026-07-01', 42.2), phase: 'peak' },
  ),
  runner(
    'Marathon il y a trois jours, cuisses à 6',
    'Marathon three days ago, thighs at 6',
    [sore('quad_l', 6, '2026-06-07T13:00'), sore('quad_r', 6, '2026-06-07T13:00')],
    race('2026-06-07', 42.2),
  ),
  runner('Trois courses en un mois', 'Three races in a month', [tight('calf_l', 3)], {
    races: [
      { date: '2026-06-14', distance_km: 5 },
      { date: '2026-06-21', distance_km: 10 },
      { date: '2026-07-05', distance_km: 21.1 },
    ],
  }),
  runner('Massage profond hier', 'Deep massage yesterday', [tight('calf_l', 3)], {
    massage: { experience: 'regular', last_deep: '2026-06-09' },
  }),
  runner('Prochaine sortie intense demain', 'Next hard run tomorrow', [tight('hamstring_l', 4)], {
    runs: { next_hard: '2026-06-11' },
  }),
  runner(
    'Rien ne fait mal, objectif souplesse, repos',
    'Nothing hurts, goal flexibility, off training',
    [],
    { goals: ['flexibility'], phase: 'off' },
  ),
];
