// A visitor without eyes on the screen: goes by keyboard, or by role and name, and hears what the
// live regions say.
/* global focused: writable, heardAloud */ // of the page

import assert from 'node:assert/strict';

/** One calf, and nothing of the safety check. */
export const kAdvised = {
  version: 1,
  now: '2026-06-10T10:00',
  marks: [{ region: 'calf_l', intensity: 4 }],
  screened: true,
};

export const kWay = {
  fr: {
    path: 'blog.html',
    start: 'Commencer',
    calf: 'Haut du mollet, à gauche',
    intensity: 'Haut du mollet, à gauche : intensité',
    titles: ['Où avez-vous mal?', 'Dites-en un peu plus', 'Un de ces signes? Touchez-le.'],
    next: 'Continuer',
    none: 'Rien de tout cela',
    book: 'Réserver avec Maison Laurier',
    chest: /^Douleur à la poitrine/,
    alarm: 'Appelez le 911 maintenant.',
    call: /911/,
    other: 'English',
    skip: 'Passer le conseiller',
    back: 'Dos',
    why: 'Pourquoi?',
    close: 'Fermer',
    menu: 'Options',
  },
  en: {
    path: 'blog.en.html',
    start: 'Start',
    calf: 'Upper calf, left',
    intensity: 'Upper calf, left: intensity',
    titles: ['Where does it hurt?', 'Tell us a little more', 'Any of these? Tap it.'],
    next: 'Continue',
    none: 'None of these',
    book: 'Book with Maison Laurier',
    chest: /^Chest pain/,
    alarm: 'Call 911 now.',
    call: /911/,
    other: 'Français',
    skip: 'Skip the advisor',
    back: 'Back',
    why: 'Why?',
    close: 'Close',
    menu: 'Settings',
  },
};

/** Runs in the page: what has the focus, in the tool or on the page around it. */
function focusNow() {
  const host = document.activeElement;
  const control = host?.shadowRoot?.activeElement ?? host;
  const outer = control?.closest('label') ?? control;
  return {
    inside: host?.localName === 'recovery-advisor',
    key: outer?.dataset?.key,
    kind: control?.type || control?.localName,
    name:
      (outer?.querySelector?.('span') ?? outer?.firstChild ?? outer)?.textContent
        ?.trim()
        .replaceAll('\u00a0', ' ') ?? '',
  };
}

export class Reader {
  constructor(page) {
    this.page = page;
  }

  focus() {
    return this.page.evaluate(focusNow);
  }

  async press(...keys) {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Tab until a control with this name has the focus. */
  async tabTo(name, most = 60) {
    const fits = (text) => (name instanceof RegExp ? name.test(text) : text === name);
    for (let stops = 0; stops < most; stops++) {
      await this.press('Tab');
      const now = await this.focus();
      if (fits(now.name)) return now;
    }
    assert.fail(`${name} is not reached by ${most} Tabs`);
  }

  /** Opens the tool by keyboard alone. */
  async open(words) {
    await this.tabTo(words.start);
    await this.press('Enter');
    await this.page.waitForSelector('recovery-advisor:is([state=ready], [state=fallback])');
    await this.isOn(words.titles[0]);
  }

  /** The screen of this title is there and its title has the focus; without one, the advice. */
  async isOn(title) {
    await this.page.waitForFunction((title) => {
      const focused = document.activeElement?.shadowRoot?.activeElement;
      return (
        focused?.matches('h2') &&
        (title
          ? focused.textContent.replaceAll('\u00a0', ' ') === title
          : Boolean(focused.getRootNode().querySelector('[data-key=calendar]')))
      );
    }, title);
  }

  /** Uses a control as a screen reader does, by its key; then everything has come to rest. */
  async use(key) {
    await this.page.evaluate((key) => {
      const node = document
        .querySelector('recovery-advisor')
        .shadowRoot.querySelector(`[data-key="${key}"]`);
      if (!node) throw new Error(`no ${key}`);
      (node.querySelector('input') ?? node).click();
    }, key);
    await this.rest();
  }

  /** Waits until the tool's controls have stood still for three frames. */
  async rest() {
    await this.page.evaluate(async () => {
      const root = document.querySelector('recovery-advisor').shadowRoot;
      for (let still = 0, last; still < 3;) {
        await new Promise(requestAnimationFrame);
        const now = root.querySelector('.tree').outerHTML;
        still = now === last ? still + 1 : 0;
        last = now;
      }
    });
  }

  has(key) {
    return this.page.evaluate(
      (key) =>
        Boolean(
          document
            .querySelector('recovery-advisor')
            .shadowRoot.querySelector(`[data-key="${key}"]`),
        ),
      key,
    );
  }

  /** The keys of the controls that begin with this, in order. */
  keys(start) {
    return this.page.evaluate(
      (start) =>
        [
          ...document
            .querySelector('recovery-advisor')
            .shadowRoot.querySelectorAll(`.tree [data-key^="${start}"]`),
        ].map(({ dataset }) => dataset.key),
      start,
    );
  }

  /** The keys of the tab stops of this screen, from its beginning; the focus is put back. */
  async stops() {
    const was = await this.focus();
    await this.page.evaluate(() => {
      const root = document.querySelector('recovery-advisor').shadowRoot;
      globalThis.focused = [];
      if (!globalThis.logsFocus) {
        globalThis.logsFocus = true;
        // What goes on inside the shadow is not told outside.
        root.addEventListener('focusin', ({ target }) =>
          focused.push((target.closest('label') ?? target).dataset.key ?? ''),
        );
        document.addEventListener('focusin', ({ target }) => target.shadowRoot || focused.push(''));
      }
      (
        root.querySelector('[role=dialog] .heading') ?? root.querySelector('[data-key=skip]')
      ).focus();
    });
    // All at once: what each frame would show is not asked here.
    const client = await this.page.context().newCDPSession(this.page);
    const press = (type) =>
      client.send('Input.dispatchKeyEvent', {
        type,
        key: 'Tab',
        code: 'Tab',
        windowsVirtualKeyCode: 9,
      });
    const keys = [];
    for (let ended = false; !ended;) {
      await Promise.all(
        Array.from({ length: 16 }, () => [press('rawKeyDown'), press('keyUp')]).flat(),
      );
      const steps = await this.page.evaluate(() => focused.splice(0));
      // Where there is but one stop, Tab stays on it and nothing is logged.
      ended = steps.length === 0;
      for (const key of steps) {
        if (!keys.length && key === 'sheet.title') continue;
        ended ||= !key || keys.includes(key);
        if (!ended) keys.push(key);
      }
    }
    await client.detach();
    await this.page.evaluate((key) => {
      const found = document
        .querySelector('recovery-advisor')
        .shadowRoot.querySelector(`[data-key="${key}"]`);
      (found?.querySelector('input') ?? found)?.focus();
    }, was.key);
    await this.rest();
    return keys;
  }

  /** Keeps a log of everything that a live region says from now on: `heard` gives it. */
  async listen() {
    await this.page.evaluate(() => {
      globalThis.heardAloud = [];
      const root = document.querySelector('recovery-advisor').shadowRoot;
      new MutationObserver((changes) => {
        for (const { target } of changes) {
          const region = (target.nodeType === 1 ? target : target.parentElement)?.closest(
            '[role=status], [role=alert]',
          );
          if (region?.textContent)
            heardAloud.push(`${region.role}: ${region.textContent.replaceAll('\u00a0', ' ')}`);
        }
      }).observe(root, { childList: true, characterData: true, subtree: true });
    });
  }
  heard() {
    return this.page.evaluate(() => heardAloud);
  }

  told() {
    return this.page.evaluate(() => document.querySelector('recovery-advisor').intake);
  }
}

/**
 * Sees the rest of the safety check, view after view: until then the main step says that there is
 * more.
 */
export async function toTheEnd(page) {
  const more = page
    .locator('recovery-advisor [data-key=continue]')
    .filter({ hasText: /^(Voir la suite|See the rest)$/ });
  for (await new Reader(page).rest(); await more.count(); await new Reader(page).rest())
    await more.evaluate((button) => button.click());
}
