// What was told, kept on this device: only while the person asks for it, under one key per site,
// for thirty days after the last change.

import { toJson } from './json.js';

const kVersion = 1;
const kKeptMs = 30 * 24 * 3600 * 1000;

/** Whether this browser lets the page keep anything. Writes nothing. */
export function canRemember() {
  try {
    return Boolean(globalThis.localStorage);
  } catch {
    return false;
  }
}

export class Memory {
  #key;
  #wanted = false;

  /** @param {string} site address of the site.json: each business's advisor remembers for itself */
  constructor(site) {
    this.#key = `recovery-advisor ${site}`;
  }

  get wanted() {
    return this.#wanted;
  }

  /**
   * What was kept, or null. What is too old or of another version is erased.
   * @returns {import('./wire.d.ts').Told | null}
   */
  recall() {
    try {
      const kept = /** @type {import('./wire.d.ts').Kept | null} */ (
        JSON.parse(localStorage.getItem(this.#key) ?? 'null')
      );
      if (!kept) return null;
      const age = Date.now() - kept.saved;
      if (kept.version === kVersion && age >= 0 && age < kKeptMs) {
        this.#wanted = true;
        return kept;
      }
      this.forget();
    } catch {
      /* no storage here, or not what was written */
    }
    return null;
  }

  /**
   * From now on everything told is kept.
   * @param {import('./wire.d.ts').Told | null} told
   * @returns {boolean} whether that is possible
   */
  keep(told) {
    try {
      localStorage.setItem(this.#key, toJson({ ...told, version: kVersion, saved: Date.now() }));
      return (this.#wanted = true);
    } catch {
      return false;
    }
  }

  forget() {
    this.#wanted = false;
    try {
      localStorage.removeItem(this.#key);
    } catch {
      /* where nothing can be written there is nothing to erase */
    }
  }
}
