// When a frame is asked of the browser: only after something has happened, never twice at once, not
// at all while nobody can see it.

export class Frames {
  #draw;
  #request = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #paused = true;
  #wanted = false;

  /**
   * @param {(now: number) => { again: boolean, inMs: number }} draw says when the next frame is
   *   wanted: at once, or in so many ms (-1: not at all)
   */
  constructor(draw) {
    this.#draw = draw;
  }

  /** Something happened: one frame, soon. */
  wake() {
    this.#wanted = true;
    if (!this.#paused && !this.#request)
      this.#request = requestAnimationFrame((now) => this.#run(now));
  }

  /** The frame that was asked for, now: for what must happen within an event of the user's. */
  flush() {
    cancelAnimationFrame(this.#request);
    this.#request = 0;
    this.#run(performance.now());
  }

  /**
   * The frame that waits, if one does, now: so that what it is about is not mixed with what comes
   * next.
   */
  catchUp() {
    if (this.#request) this.flush();
  }

  /** @param {boolean} paused */
  set paused(paused) {
    if (paused === this.#paused) return;
    this.#paused = paused;
    if (paused) this.#stop();
    else if (this.#wanted) this.wake();
  }

  close() {
    this.#paused = true;
    this.#stop();
    this.#draw = () => ({ again: false, inMs: -1 });
  }

  /** @param {number} now */
  #run(now) {
    this.#request = 0;
    this.#wanted = false;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const { again, inMs } = this.#draw(now);
    if (again) this.wake();
    else if (inMs >= 0 && !this.#paused) this.#timer = setTimeout(() => this.wake(), inMs);
    else if (inMs >= 0) this.#wanted = true;
  }

  #stop() {
    if (this.#request || this.#timer) this.#wanted = true;
    cancelAnimationFrame(this.#request);
    clearTimeout(this.#timer);
    this.#request = 0;
    this.#timer = undefined;
  }
}
