// A phone with a notch and a home indicator: over the whole screen, what can be used keeps clear of
// both.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unlessAll } from '../few.mjs';
import { benchOfFile, kPhone } from './harness.mjs';
import { kWay, Reader } from './reader.mjs';

const bench = benchOfFile();
const kPhones = {
  upright: {
    viewport: { width: 390, height: 844 },
    insets: { top: 47, left: 0, bottom: 34, right: 0 },
  },
  'on its side': {
    viewport: { width: 844, height: 390 },
    insets: { top: 0, left: 47, bottom: 21, right: 47 },
  },
};

for (const [held, { viewport, insets }] of Object.entries(kPhones)) {
  for (const native of [true, false]) {
    const skip = unlessAll(native !== (held === 'upright'));
    test(
      `${held}, ${native ? 'in full screen' : 'over the page, as on an iPhone'}: every control keeps clear of the notch and the home indicator`,
      { skip },
      async () => {
        const page = await bench.open(
          kWay.fr.path,
          { ...kPhone, viewport, reducedMotion: 'reduce' },
          {
            before: native
              ? undefined
              : () => {
                  delete Element.prototype.requestFullscreen;
                },
          },
        );
        const devtools = await page.context().newCDPSession(page);
        await devtools.send('Emulation.setSafeAreaInsetsOverride', { insets });
        const reader = new Reader(page);
        await reader.open(kWay.fr);
        await reader.use('region.calf_l');
        for (const key of ['menu', 'full_screen']) await reader.use(key);
        const boxes = () =>
          page.evaluate(() => {
            const root = document.querySelector('recovery-advisor').shadowRoot;
            const seen = [
              ...root.querySelectorAll('.stage.drawn [data-key]:is(button, a), .close'),
            ].filter(
              (control) =>
                !control.matches(
                  '.away, .unpainted, [data-key=skip], [data-key=end], [data-key^="region."]',
                ),
            );
            return seen
              .map((control) => [control.dataset.key ?? 'close', control.getBoundingClientRect()])
              .map(([key, { left, top, right, bottom }]) => [
                key,
                left,
                top,
                innerWidth - right,
                innerHeight - bottom,
              ]);
          });
        await page.waitForFunction(() =>
          document
            .querySelector('recovery-advisor')
            .shadowRoot.querySelector('section:is(:fullscreen, :popover-open)'),
        );
        const clear = ([, left, top, right, bottom]) =>
          left >= insets.left &&
          top >= insets.top &&
          right >= insets.right &&
          bottom >= insets.bottom;
        const end = Date.now() + 10000;
        let all = await boxes();
        while (Date.now() < end && !(all.some(([key]) => key === 'continue') && all.every(clear)))
          all = await boxes();
        assert.ok(
          all.some(([key]) => key === 'continue'),
          'the main button is there',
        );
        assert.deepEqual(
          all.filter((box) => !clear(box)),
          [],
        );
        // And fills what is left: the main button stands no further from the edge than the design
        // says.
        const [, , , , below] = all.find(([key]) => key === 'continue');
        assert.ok(below <= insets.bottom + 32, `${below} px under the main button`);
        await page.context().close();
      },
    );
  }
}
