// Every screen of the program, and how a visitor comes to it: an intake, then steps. A step is a
// command of the desktop's script (src/platform/desktop/script.h), or `until SCREEN`: the main
// button, until that screen is there.

const kNow = '2026-06-10T10:00';
const told = {
  version: 1,
  now: kNow,
  marks: [
    { region: 'quad_r', intensity: 6, quality: 'sore', onset: 'after_run' },
    { region: 'hip_flexor_l', intensity: 4, quality: 'tight' },
  ],
  races: [{ date: '2026-06-21', distance_km: 21.1 }],
};
const advised = { ...told, screened: true };
const inSeason = { ...advised, races: [...told.races, { date: '2026-09-20', distance_km: 42.2 }] };
const flagged = (flag) => ({
  version: 1,
  now: kNow,
  marks: [{ region: 'calf_l', intensity: 6, quality: 'ache', onset: 'gradual' }],
  screened: true,
  answers: { [flag]: 'yes' },
});

const kScreens = [
  { name: 'where-empty', intake: { version: 1, now: kNow, marks: [] }, steps: [] },
  { name: 'where', intake: told, steps: [] },
  { name: 'tell', intake: told, steps: ['until tell'] },
  { name: 'safety', intake: told, steps: ['until safety'] },
  {
    name: 'safety-yes',
    intake: told,
    steps: ['until safety', 'press minor', 'press flag.bruise', 'wheel 520'],
  },
  { name: 'advice', intake: advised, steps: [] },
  { name: 'advice-scrolled', intake: advised, steps: ['wheel 640'] },
  { name: 'benefit', intake: advised, steps: ['press benefit.flexibility'] },
  { name: 'why', intake: advised, steps: ['press why'] },
  { name: 'why-area', intake: advised, steps: ['press why.quad_r'] },
  { name: 'block', intake: inSeason, steps: ['press block.open'] },
  { name: 'book', intake: advised, steps: ['page', 'press session'] },
  {
    name: 'book-note',
    intake: advised,
    steps: ['page', 'press session', 'press book.note', 'wheel 300'],
  },
  { name: 'menu', intake: told, steps: ['page', 'press menu'] },
  { name: 'urgent', intake: flagged('one_leg_swelling'), steps: [] },
  { name: 'emergency', intake: flagged('chest_pain'), steps: [] },
  { name: 'clinician-first', intake: flagged('cancer'), steps: [] },
  // The desktop's own: a kiosk that nobody uses (its picture is the same in both themes), its
  // question, the code for a phone.
  { name: 'kiosk', kiosk: true, steps: [], any_theme: true },
  {
    name: 'kiosk-still-there',
    kiosk: true,
    steps: ['key Space', `intake ${JSON.stringify(told)}`, 'rest 45'],
  },
  {
    name: 'kiosk-code',
    kiosk: true,
    steps: ['key Space', `intake ${JSON.stringify(advised)}`, 'press book'],
  },
];

export const kSizes = { phone: { width: 390, height: 844 }, wide: { width: 1280, height: 800 } };

/** The ways in which the program looks: each size, language and theme, with every screen. */
export const kLooks = Object.keys(kSizes).flatMap((size) =>
  ['fr', 'en'].flatMap((lang) =>
    ['light', 'dark'].map((theme) => ({
      name: `${size}-${lang}-${theme}`,
      size,
      lang,
      theme,
      screens: kScreens,
    })),
  ),
);

/** The golden of a screen, from their folder. What looks the same in both themes has one. */
export const goldenOf = (look, screen) =>
  `${screen.any_theme ? look.name.replace(/-dark$/, '-light') : look.name}/${screen.name}.png`;

/** Where the wheel is turned: in the middle of the words. */
export const kWheelAt = { phone: [195, 500], wide: [900, 500] };
