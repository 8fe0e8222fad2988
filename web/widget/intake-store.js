// What was told: to the module, or kept until it has everything; and on this device, while the
// person asks for that.

import { Memory } from './remember.js';

/** @import { Intake } from '../element/recovery-advisor.d.ts' */

export class IntakeStore {
  #delivery;
  #frames;
  #events;
  #failed;
  /** What was told before everything was there. @type {Intake | null} */
  #given = null;

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
    if (this.#given) this.intake = this.#given;
  }

  reset() {
    this.#given = null;
    this.#delivery.engine.reset();
    this.#frames.wake();
  }

  /**
   * What was kept on the device is told again. What another version of the content does not know is
   * no reason to fail.
   */
  async recall() {
    const { address, clock } = this.#delivery.business;
    this.memory = new Memory(address);
    const told = this.memory.recall(clock);
    if (!told) return;
    await this.#delivery.whole;
    try {
      this.#delivery.engine.setIntake(told);
    } catch {
      this.memory.forget();
    }
  }

  /** Something was told. */
  keep() {
    if (this.memory.wanted) this.memory.keep(this.intake);
  }
}
