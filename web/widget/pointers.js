// Mouse, pen, touch and wheel over the canvas, handed to the module in CSS px from the canvas's
// left top. Links and date fields keep their real clicks: the browser does there what people expect
// of it.

import { pointerKind, pointerType } from 'built:vocabulary';

const kLinePx = 16;
const kPinchPx = 250; // of a wheel with Ctrl, for e times the size
const kMovedPx = 6; // a finger's first move says its direction once it is more than a tremble

/** @typedef {import('./engine.js').Engine} Engine */
/**
 * @typedef {object} Frames what draws what has been handed over
 * @property {() => void} catchUp
 * @property {(now?: boolean) => void} done `now`: within this event
 */

export class Pointers {
  #stage;
  #engine;
  #frames;
  #signal;
  /**
   * By identifier: where a touch began, and whose it is once that is known.
   * @type {Map<number, { at: [number, number], ours?: boolean }>}
   */
  #touches = new Map();

  /**
   * Listens until `signal` ends it.
   * @param {HTMLElement} stage holds the canvas and the controls over it
   * @param {Engine} engine
   * @param {Frames} frames
   * @param {AbortSignal} signal
   */
  constructor(stage, engine, frames, signal) {
    this.#stage = stage;
    this.#engine = engine;
    this.#frames = frames;
    this.#signal = signal;
    this.#listenToPresses();
    this.#keepFromAround();
    this.#listenToEscape();
    this.#listenToTouches();
    this.#listenToWheels();
    // An iPhone has its touches for that.
    if (!navigator.maxTouchPoints) this.#listenToPinches();
  }

  /**
   * Some listeners have to keep the browser from doing what it would, so that none is passive.
   * @template {keyof HTMLElementEventMap} Type
   * @param {Type} type
   * @param {(event: HTMLElementEventMap[Type]) => void} listener
   */
  #on(type, listener) {
    this.#stage.addEventListener(type, listener, { signal: this.#signal, passive: false });
  }

  /** @param {{ clientX: number, clientY: number }} at @returns {[number, number]} */
  #place(at) {
    const { canvas } = this.#engine;
    const box = canvas.getBoundingClientRect();
    return [
      (at.clientX - box.left) * (canvas.clientWidth / box.width || 1),
      (at.clientY - box.top) * (canvas.clientHeight / box.height || 1),
    ];
  }

  // As a page, everything is the browser's.
  get #isDrawn() {
    return this.#stage.classList.contains('drawn');
  }

  /** @param {EventTarget | null} target */
  #isNative(target) {
    return !this.#isDrawn || (target instanceof Element && target.closest('a, input[type=date]'));
  }

  #listenToPresses() {
    /** @param {PointerEvent} event */
    const hand = (event) => this.#hand(event);
    this.#on('pointerdown', (event) => {
      const isOther = event.pointerType === 'mouse' && event.button !== 0;
      if (this.#isNative(event.target) || isOther) return;
      try {
        this.#stage.setPointerCapture(event.pointerId);
      } catch {
        return; // a script's event, without a pointer: the click that follows it is what counts
      }
      hand(event);
    });
    this.#on('pointermove', hand);
    this.#on('pointerup', (event) => {
      if (this.#stage.hasPointerCapture(event.pointerId)) hand(event);
    });
    this.#on('pointercancel', hand);
    this.#on('pointerleave', hand);
  }

  /** @param {PointerEvent} event */
  #hand(event) {
    if (!this.#isDrawn) return;
    // What is used on release may ask for the clipboard, the share sheet, the whole screen: Safari
    // grants them within the event alone.
    const lifts = event.type === 'pointerup';
    if (lifts) this.#frames.catchUp();
    const kind =
      pointerKind[/** @type {keyof typeof pointerKind} */ (event.type.slice('pointer'.length))];
    const type = pointerType[/** @type {keyof typeof pointerType} */ (event.pointerType)] ?? 0;
    this.#engine.pointer(kind, type, event.pointerId, ...this.#place(event));
    this.#frames.done(lifts);
  }

  // What the tag stands in may be a link, or may be dragged.
  #keepFromAround() {
    /** @param {DragEvent} event */
    const stay = (event) => this.#stage.matches(':active') && event.preventDefault();
    document.addEventListener('dragstart', stay, { signal: this.#signal });
    this.#on('click', (event) => {
      const target = /** @type {Element} */ (event.target);
      if (!target.closest('a, label, input')) event.preventDefault();
    });
  }

  // What the mouse rests on may have said its name: Escape takes that away without the mouse having
  // to move (WCAG 1.4.13).
  #listenToEscape() {
    /** @param {KeyboardEvent} event */
    const dismiss = (event) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      if (!this.#isDrawn || !this.#stage.matches(':hover')) return;
      this.#engine.act('', 'key', 'Escape');
      this.#frames.done();
    };
    document.addEventListener('keydown', dismiss, { signal: this.#signal });
  }

  // The page scrolls unless the module wants this touch: some at once, most when their first move
  // says which way they go. The answer has to come within the event.
  #listenToTouches() {
    this.#on('touchstart', (event) => {
      if (this.#isNative(event.target)) return;
      for (const touch of event.changedTouches) {
        const at = this.#place(touch);
        const ours = this.#engine.claimsTouch(...at, 0, 0) || undefined;
        this.#touches.set(touch.identifier, { at, ours });
      }
      this.#keep(event);
    });
    this.#on('touchmove', (event) => {
      for (const touch of event.changedTouches) this.#decide(touch);
      this.#keep(event);
    });
    // What a long press aims at is the module's; a browser's own menu would take the touch away.
    this.#on('contextmenu', (event) => {
      const { pointerType } = /** @type {PointerEvent} */ (event);
      if (!this.#isNative(event.target) && pointerType !== 'mouse') event.preventDefault();
    });
    /** @param {TouchEvent} event */
    const forget = (event) => {
      for (const { identifier } of event.changedTouches) this.#touches.delete(identifier);
    };
    this.#on('touchend', forget);
    this.#on('touchcancel', forget);
  }

  /** Whose a touch is that has moved. @param {Touch} touch */
  #decide(touch) {
    const known = this.#touches.get(touch.identifier);
    if (!known || known.ours !== undefined) return;
    const [x, y] = this.#place(touch);
    const dx = x - known.at[0];
    const dy = y - known.at[1];
    if (Math.hypot(dx, dy) >= kMovedPx) known.ours = this.#engine.claimsTouch(...known.at, dx, dy);
  }

  /** @param {TouchEvent} event */
  #keep(event) {
    const isOurs = [...event.touches].some(({ identifier }) => this.#touches.get(identifier)?.ours);
    if (event.cancelable && isOurs) event.preventDefault();
  }

  #listenToWheels() {
    this.#on('wheel', (event) => {
      // By its mode: pixels, lines, pages.
      const unit = [1, kLinePx, this.#engine.canvas.clientHeight][event.deltaMode];
      this.#turn(event, event.deltaX * unit, event.deltaY * unit, event.ctrlKey);
    });
  }

  // Two fingers on a trackpad: elsewhere a wheel with Ctrl, in Safari on a Mac events of their own.
  #listenToPinches() {
    let scale = 1;
    this.#on('gesturestart', (event) => {
      scale = 1;
      this.#turn(event, 0, 0, true);
    });
    this.#on('gesturechange', (event) => {
      this.#turn(event, 0, -kPinchPx * Math.log(event.scale / scale), true);
      scale = event.scale;
    });
  }

  /** @param {MouseEvent} event @param {number} dx @param {number} dy @param {boolean} zooms */
  #turn(event, dx, dy, zooms) {
    if (!this.#isDrawn) return;
    if (this.#engine.wheel(...this.#place(event), dx, dy, zooms)) event.preventDefault();
    this.#frames.done();
  }
}
