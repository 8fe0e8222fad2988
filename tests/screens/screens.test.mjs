// Golden screenshots: every screen, as the desktop program draws it and as Chromium does, against
// one set of pictures. After a change that is meant: node tests/screens/update.mjs, and look at the
// pictures that git shows as changed.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { benchOfFile } from '../browser/harness.mjs';
import { unlessAll } from '../few.mjs';
import { compare } from './compare.mjs';
import { goldenOf, kLooks } from './screens.mjs';
import { browserTake, desktopTakes, openPage } from './takes.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const differences = join(here, '../../build/screens');
// Another version of Mesa or of Chromium rounds otherwise; a moved word or another colour is
// hundreds of pixels.
const kShare = { desktop: 0.0005, chromium: 0.001 };

// Each size in each language and in each theme, and each of them once in Chromium as well.
const kFew = ['phone-fr-light', 'phone-en-dark', 'wide-fr-light', 'wide-en-dark'];
const kFewInChromium = ['phone-fr-light', 'wide-en-dark'];

const bench = benchOfFile();
before(() => rmSync(differences, { recursive: true, force: true }));

function check(look, screen, where, png) {
  const name = `${look.name}/${screen.name}`,
    file = join(here, 'goldens', goldenOf(look, screen));
  const update = 'If that is meant: node tests/screens/update.mjs, and look at what changed.';
  assert.ok(existsSync(file), `there is no golden of ${name}. ${update}`);
  const { share, diff } = compare(readFileSync(file), png);
  if (share <= kShare[where]) return;
  mkdirSync(differences, { recursive: true });
  const base = join(differences, `${look.name}-${screen.name}.${where}`);
  writeFileSync(`${base}.png`, png);
  if (diff) writeFileSync(`${base}.diff.png`, diff);
  assert.fail(
    `${name} in ${where}: ${(100 * share).toFixed(2)} % of the pixels differ, more than ${100 * kShare[where]} %: see build/screens/. ${update}`,
  );
}

for (const look of kLooks) {
  const options = { skip: unlessAll(kFew.includes(look.name)) };
  test(`The screens of ${look.name} are as their goldens, on the desktop`, options, async (t) => {
    for await (const { screen, png } of desktopTakes(look))
      await t.test(screen.name, () => check(look, screen, 'desktop', png));
  });

  const skip = unlessAll(kFewInChromium.includes(look.name));
  test(`The screens of ${look.name} are as their goldens, in Chromium`, { skip }, async (t) => {
    const page = await openPage(bench, look),
      screens = look.screens.filter(({ kiosk }) => !kiosk);
    for await (const take of desktopTakes({ ...look, screens }))
      await t.test(take.screen.name, async () =>
        check(look, take.screen, 'chromium', await browserTake(page, look, take)),
      );
    await page.context().close();
  });
}

test('A screen that is scrolled by one pixel is no longer its golden', async () => {
  const look = kLooks[0],
    tell = look.screens.find(({ name }) => name === 'tell');
  for await (const { png } of desktopTakes({
    ...look,
    screens: [{ ...tell, steps: [...tell.steps, 'wheel 1'] }],
  })) {
    const { share } = compare(readFileSync(join(here, 'goldens', goldenOf(look, tell))), png);
    assert.ok(share > 10 * kShare.chromium, `${share}`);
  }
});
