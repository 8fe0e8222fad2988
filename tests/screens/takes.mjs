import { readFileSync } from 'node:fs';
import { Desk } from '../fixtures/desk.mjs';
import { temporary } from '../fixtures/native.mjs';
import { kSizes, kWheelAt } from './screens.mjs';

/**
 * What the desktop program shows of one look. Gives, for each screen in turn, its picture as a PNG
 * and what was done for it, so that the
 * same can be done in a browser: `{ screen, png, done: [{ role, name } | { wheel }] }`.
 */
export async function* desktopTakes({ size, lang, theme, screens }) {
  const { width, height } = kSizes[size];
  const open = (more = []) =>
    new Desk(['--size', `${width}x${height}`, '--lang', lang, '--theme', theme, ...more]);
  let desk = open();
  try {
    for (const screen of screens) {
      if (screen.kiosk) {
        await desk.close();
        desk = open(['--kiosk']);
      }
      let state = screen.intake && (await desk.do(`intake ${JSON.stringify(screen.intake)}`));
      const done = [];
      const press = async (key) => done.push((state = await desk.do(`press ${key}`)).pressed);
      for (const step of screen.steps) {
        const [verb, what] = step.split(' ');
        if (verb === 'press') await press(what);
        else if (verb === 'until') while (state.screen !== what) await press('continue');
        else if (verb === 'wheel') {
          await desk.do(`wheel ${kWheelAt[size].join(' ')} ${what}`);
          done.push({ wheel: Number(what) });
        } else await desk.do(step);
      }
      const file = temporary(`${screen.name}.png`);
      await desk.do(`picture ${file}`);
      yield { screen, png: readFileSync(file), done };
    }
  } finally {
    await desk.close();
  }
}

/**
 * A page of one look in Chromium: embed.html, whole, at density 1.
 * @param {import('../browser/harness.mjs').Bench} bench
 */
export async function openPage(bench, { size, lang, theme }) {
  const page = await bench.open(`embed.html?lang=${lang}&theme=${theme}&load=eager`, {
    viewport: kSizes[size],
    deviceScaleFactor: 1,
    reducedMotion: 'reduce',
    colorScheme: theme,
  });
  await page.waitForSelector('recovery-advisor[state=ready]');
  await page.evaluate(() => {
    // The screen alone, without the frame that a page has around it.
    const dress = (root, rules) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(rules);
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    };
    dress(
      document,
      'main { padding: 0 !important } recovery-advisor { --advisor-height: 100vh !important }',
    );
    dress(
      document.querySelector('recovery-advisor').shadowRoot,
      '.stage { border: 0 !important; border-radius: 0 !important } .stage::after { display: none !important }',
    );
  });
  return page;
}

/** What such a page shows after the same was done as on the desktop. */
export async function browserTake(page, { size }, { screen, done }) {
  const element = page.locator('recovery-advisor');
  await element.evaluate((element) => element.reset());
  await stillPicture(page);
  await element.evaluate((element, intake) => (element.intake = intake), screen.intake);
  for (const { role, name, wheel } of done) {
    if (wheel) {
      await stillPicture(page);
      await page.mouse.move(...kWheelAt[size]);
      await page.mouse.wheel(0, wheel);
      await page.mouse.move(0, 0);
    } else {
      const control = page
        .getByRole({ toggle: 'button' }[role] ?? role, { name, exact: true })
        .first();
      await control.evaluate((node) => node.click());
    }
  }
  return stillPicture(page);
}

// What is seen once two pictures in a row are the same, without a ring of focus.
async function stillPicture(page) {
  const end = Date.now() + 20000;
  for (let before; Date.now() < end;) {
    await page.evaluate(() =>
      document.querySelector('recovery-advisor').shadowRoot.activeElement?.blur(),
    );
    const png = await page.screenshot();
    if (before?.equals(png)) return png;
    before = png;
  }
  throw new Error('the page never stood still');
}
