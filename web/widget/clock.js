// The business's wall clock.

const kMinuteMs = 60_000;

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

  /**
   * When it is another minute than was told last, the time and the minutes that it is ahead of UTC
   * ("2026-06-10T10:00 -240"); otherwise null.
   */
  news() {
    const minute = Math.floor(Date.now() / kMinuteMs);
    if (minute === this.#told) return null;
    this.#told = minute;
    const time = this.at(minute * kMinuteMs);
    return `${time} ${Date.parse(`${time}Z`) / kMinuteMs - minute}`;
  }

  /** The time counts as not told. */
  forget() {
    this.#told = NaN;
  }

  /** As intake.schema.json writes it: "2026-06-10T10:00". @param {number} ms since 1970 */
  at(ms) {
    const { year, month, day, hour, minute } = Object.fromEntries(
      this.#format.formatToParts(ms).map(({ type, value }) => [type, value]),
    );
    return `${year}-${month}-${day}T${hour}:${minute}`;
  }
}
