// What was told: to the module, or kept until it has everything; and on this device, while the
// person asks for that.

import { toJson } from './json.js';
import { Memory } from './remember.js';

/** @import { Intake } from '../element/recovery-advisor.d.ts' */
/** @import { Told } from './wire.d.ts' */

export class IntakeStore {
  #delivery;
  #frames;
  #events;
  #failed;
  /** What was told before everything was there. @type {Intake | null} */
  #given = null;
  /** When the safety check was done, of an intake in which it is. @type {string | undefined} */
  #checked;

  /** What is kept on the device. @type {Memory} */
  memory;

  /**
   * @param {import('./delivery.js').Delivery} delivery
   * @param {import('./frames.js').Frames} frames
   * @param {import('./page-events.js').PageEvents} events
   * @param {(error: unknown) => void} failed the rest cannot come
   */
  constructor(delivery, frames, events, failed) {
    this.#delivery = delivery;
    this.#frames = frames;
    this.#events = events;
    this.#failed = failed;
  }

  /** @returns {Intake | null} */
  get intake() {
    return this.#given ?? this.#delivery.engine.intake;
  }
  set intake(intake) {
    // A page may give back what it has heard.
    if (isSame(intake, this.intake)) return;
    this.#given = this.#delivery.isWhole ? null : intake;
    if (this.#given) {
      this.#delivery.whole.then(() => this.handOver(), this.#failed);
      return;
    }
    try {
      this.#delivery.tellTime();
      const { engine } = this.#delivery;
      if (intake) engine.setIntake(intake);
      else engine.reset();
    } catch (error) {
      this.#events.error(error);
    }
    this.#frames.wake();
  }

  /** Everything is there now. */
  handOver() {
    const given = this.#given;
    this.#given = null;
    if (given) this.intake = given;
  }

  reset() {
    this.#given = null;
    this.#delivery.engine.reset();
    this.#frames.wake();
  }

  /** What another widget can go on with. @returns {Told | null} */
  get kept() {
    const { intake } = this;
    return intake && { intake, checked: this.#checked };
  }

  /** Looks for what was kept on the device. */
  async open() {
    this.memory = new Memory(this.#delivery.business.address);
    const kept = this.memory.recall();
    if (kept && !(await this.recall(kept))) this.memory.forget();
  }

  /**
   * What was kept is told again, as old as it is. What another version of the content does not know
   * is no reason to fail.
   * @param {Told} told
   * @returns {Promise<boolean>} whether it could be
   */
  async recall({ intake, checked = intake.now }) {
    await this.#delivery.whole;
    const { business, engine } = this.#delivery;
    try {
      this.#checked = intake.screened ? checked : undefined;
      engine.setNow(checked);
      engine.setIntake(intake);
      return true;
    } catch {
      return false;
    } finally {
      business.clock.forget();
      this.#delivery.tellTime();
    }
  }

  /** Something was told. */
  changed() {
    const { intake } = this;
    this.#checked = intake?.screened ? (this.#checked ?? intake.now) : undefined;
    const { kept } = this;
    if (kept && this.memory.wanted) this.memory.keep(kept);
  }
}

/**
 * But for the time.
 * @param {Intake | null} one @param {Intake | null} other
 */
const isSame = (one, other) =>
  one && other && toJson({ ...one, now: '' }) === toJson({ ...other, now: '' });
