// The business's wall clock, as intake.schema.json writes it: "2026-06-10T10:00".

export class WallClock {
  #format;
  #told = NaN;

  /** @param {string} timeZone IANA name */
  constructor(timeZone) {
    const digits = '2-digit';
    this.#format = new Intl.DateTimeFormat('en', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: digits,
      day: digits,
      hour: digits,
      minute: digits,
    });
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
  at(ms) {
    const { year, month, day, hour, minute } = Object.fromEntries(
      this.#format.formatToParts(ms).map(({ type, value }) => [type, value]),
    );
    return `${year}-${month}-${day}T${hour}:${minute}`;
  }
}
