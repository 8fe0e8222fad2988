// The business's wall clock, as intake.schema.json writes it: "2026-06-10T10:00".

export class WallClock {
  #format;
  #told = NaN;

  /** @param {string} timeZone IANA name */
  constructor(timeZone) {
    // Sweden writes 2026-06-10 10:00: the contract's form but for one letter.
    this.#format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  }

  /** The time in minutes, when it is another one than was told last; otherwise null. */
  news() {
    const now = Date.now();
    const minute = Math.floor(now / 60000);
    if (minute === this.#told) return null;
    this.#told = minute;
    return this.at(now);
  }

  /** @param {number} ms since 1970 */
  at(ms) { return this.#format.format(ms).replace(' ', 'T'); }
}
