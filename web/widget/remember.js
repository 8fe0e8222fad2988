// What was told, kept on this device: only while the person asks for it, under one key per site,
// for thirty days after the last change.

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
   * @param {import('./clock.js').WallClock} clock of the business
   * @returns {import('../element/recovery-advisor.js').Intake | null}
   */
  recall(clock) {
    try {
      const kept = /** @type {import('./wire.d.ts').Kept | null} */ (
        JSON.parse(localStorage.getItem(this.#key) ?? 'null')
      );
      if (!kept) return null;
      const age = Date.now() - kept.saved;
      if (kept.version !== kVersion || !(age >= 0 && age < kKeptMs)) {
        this.forget();
        return null;
      }
      this.#wanted = true;
      const now = clock.at(Date.now());
      // Another day: how it is today has to be asked again.
      const { screened, ...intake } = kept.intake;
      return {
        ...intake,
        ...(clock.at(kept.saved).slice(0, 10) === now.slice(0, 10) && { screened }),
        now,
      };
    } catch {
      return null; // no storage here, or not what was written
    }
  }

  /**
   * From now on everything told is kept.
   * @param {import('../element/recovery-advisor.js').Intake | null} intake
   * @returns {boolean} whether that is possible
   */
  keep(intake) {
    try {
      localStorage.setItem(
        this.#key,
        JSON.stringify({ version: kVersion, saved: Date.now(), intake }),
      );
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
