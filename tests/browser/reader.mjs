// A visitor without eyes on the screen: goes by keyboard, or by role and name, and hears what the live regions say.

import assert from 'node:assert/strict';

export const kWay = {
  fr: { path: 'blog.html', start: 'Commencer', calf: 'Haut du mollet, gauche', intensity: 'Haut du mollet, gauche : intensité', titles: ['Où le sentez-vous?', 'Dites-en un peu plus', 'L’un de ces signes?'], next: 'Continuer', none: 'Rien de tout cela', book: 'Réserver chez Maison Laurier', chest: /^Douleur ou serrement à la poitrine/, alarm: 'Appelez le 911 maintenant.', call: /911/, other: 'English', skip: 'Passer le conseiller', back: 'Dos', why: 'Pourquoi?', close: 'Fermer', menu: 'Plus' },
  en: { path: 'blog.en.html', start: 'Start', calf: 'Upper calf, left', intensity: 'Upper calf, left: intensity', titles: ['Where do you feel it?', 'Tell us a little more', 'Any of these?'], next: 'Continue', none: 'None of these', book: 'Book at Maison Laurier', chest: /^Chest pain/, alarm: 'Call 911 now.', call: /911/, other: 'Français', skip: 'Skip the advisor', back: 'Back', why: 'Why?', close: 'Close', menu: 'More' },
};

/** Runs in the page: what has the focus, in the tool or on the page around it. */
function focusNow() {
  const host = document.activeElement;
  const control = host?.shadowRoot?.activeElement ?? host;
  const outer = control?.closest('label') ?? control;
  return { inside: host?.localName === 'recovery-advisor', key: outer?.dataset?.key, kind: control?.type || control?.localName, name: (outer?.querySelector?.('span') ?? outer?.firstChild ?? outer)?.textContent?.trim().replaceAll('\u00a0', ' ') ?? '' };
}

export class Reader {
  constructor(page) { this.page = page; }

  focus() { return this.page.evaluate(focusNow); }

  async press(...keys) { for (const key of keys) await this.page.keyboard.press(key); }

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
      return focused?.matches('h2') && (title ? focused.textContent === title : focused.getRootNode().querySelector('[data-key=calendar]'));
    }, title);
  }

  /** The keys of the tab stops of this screen, from its beginning. */
  async stops() {
    const was = await this.focus();
    await this.page.evaluate(() => {
      const root = document.querySelector('recovery-advisor').shadowRoot;
      (root.querySelector('[role=dialog] .heading') ?? root.querySelector('[data-key=skip]')).focus();
    });
    const keys = [];
    if ((await this.focus()).key === 'skip') keys.push('skip');
    for (let i = 0; i < 80; i++) {
      await this.press('Tab');
      const { inside, key } = await this.focus();
      if (inside && key === keys.at(-1)) continue;  // day, month and year of the browser's own date field are one control
      if (!inside || keys.includes(key)) break;
      keys.push(key);
    }
    await this.page.evaluate((key) => document.querySelector('recovery-advisor').shadowRoot.querySelector(`[data-key="${key}"]`)?.focus(), was.key);
    return keys;
  }

  /** Keeps a log of everything that a live region says from now on: `heard` gives it. */
  async listen() {
    await this.page.evaluate(() => {
      globalThis.heardAloud = [];
      const root = document.querySelector('recovery-advisor').shadowRoot;
      new MutationObserver((changes) => {
        for (const { target } of changes) {
          const region = (target.nodeType === 1 ? target : target.parentElement)?.closest('[role=status], [role=alert]');
          if (region?.textContent) heardAloud.push(`${region.role}: ${region.textContent.replaceAll('\u00a0', ' ')}`);
        }
      }).observe(root, { childList: true, characterData: true, subtree: true });
    });
  }
  heard() { return this.page.evaluate(() => heardAloud); }

  told() { return this.page.evaluate(() => document.querySelector('recovery-advisor').intake); }
}
