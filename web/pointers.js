// Mouse, pen, touch and wheel over the canvas, handed to the module in CSS px from the canvas's
// left top. Links and date fields keep their real clicks: the browser does there what people expect
// of it.

import { pointerKind, pointerType } from './engine.js';

const kLinePx = 16;
const kPinchPx = 250; // of a wheel with Ctrl, for e times the size
const kMovedPx = 6; // a finger's first move says which way it goes, once it is more than a tremble

/**
 * @param {HTMLElement} stage holds the canvas and the controls over it
 * @param {HTMLCanvasElement} canvas
 * @param {import('./engine.js').Engine} engine
 * @param {{ catchUp: () => void, done: (now?: boolean) => void }} frames what has been handed over
 *   is drawn; `now`: within this event
 * @param {AbortSignal} signal
 */
export function listenToPointers(stage, canvas, engine, frames, signal) {
  /** @param {{ clientX: number, clientY: number }} at @returns {[number, number]} */
  const place = (at) => {
    const box = canvas.getBoundingClientRect();
    return [
      (at.clientX - box.left) * (canvas.clientWidth / box.width || 1),
      (at.clientY - box.top) * (canvas.clientHeight / box.height || 1),
    ];
  };
  // As a page, everything is the browser's.
  const isDrawn = () => stage.classList.contains('drawn');
  /** @param {EventTarget | null} target */
  const isNative = (target) =>
    !isDrawn() || (target instanceof Element && target.closest('a, input[type=date]'));
  /** @param {PointerEvent} event */
  const hand = (event) => {
    if (!isDrawn()) return;
    // What is used on release may ask for the clipboard, the share sheet, the whole screen: Safari
    // grants them within the event alone.
    const lifts = event.type === 'pointerup';
    if (lifts) frames.catchUp();
    const kind = pointerKind[/** @type {keyof typeof pointerKind} */ (event.type)];
    engine.pointer(
      kind,
      pointerType[/** @type {keyof typeof pointerType} */ (event.pointerType)] ?? pointerType.mouse,
      event.pointerId,
      ...place(event),
    );
    frames.done(lifts);
  };

  /**
   * @template {keyof HTMLElementEventMap} Type
   * @param {Type} type
   * @param {(event: HTMLElementEventMap[Type]) => void} listener
   * @param {AddEventListenerOptions} [options]
   */
  const on = (type, listener, options) =>
    stage.addEventListener(type, listener, { signal, ...options });
  on('pointerdown', (event) => {
    if (isNative(event.target) || (event.pointerType === 'mouse' && event.button !== 0)) return;
    stage.setPointerCapture(event.pointerId);
    hand(event);
  });
  on('pointermove', hand);
  on('pointerup', (event) => {
    if (stage.hasPointerCapture(event.pointerId)) hand(event);
  });
  on('pointercancel', hand);
  on('pointerleave', hand);

  // What the mouse rests on may have said its name: Escape takes that away without the mouse having
  // to move (WCAG 1.4.13).
  stage.ownerDocument.addEventListener(
    'keydown',
    (event) => {
      if (
        event.key !== 'Escape' ||
        event.defaultPrevented ||
        !isDrawn() ||
        !stage.matches(':hover')
      )
        return;
      engine.act('', 'key', 'Escape');
      frames.done();
    },
    { signal },
  );

  // The page scrolls unless the module wants this touch: some at once, most when their first move
  // says which way they go. The answer has to come within the event, so the listeners cannot be
  // passive.
  /**
   * @type {Map<number, { at: [number, number], ours?: boolean }>} by identifier: where it began,
   *   and whose it is once that is known
   */
  const touches = new Map();
  on(
    'touchstart',
    (event) => {
      if (isNative(event.target)) return;
      for (const touch of event.changedTouches) {
        const at = place(touch);
        touches.set(touch.identifier, { at, ours: engine.claimsTouch(...at, 0, 0) || undefined });
      }
      hold(event);
    },
    { passive: false },
  );
  on(
    'touchmove',
    (event) => {
      for (const touch of event.changedTouches) {
        const known = touches.get(touch.identifier);
        if (!known || known.ours !== undefined) continue;
        const [x, y] = place(touch),
          dx = x - known.at[0],
          dy = y - known.at[1];
        if (Math.hypot(dx, dy) >= kMovedPx) known.ours = engine.claimsTouch(...known.at, dx, dy);
      }
      hold(event);
    },
    { passive: false },
  );
  // What a long press aims at is the module's; a browser's own menu would take the touch away.
  on('contextmenu', (event) => {
    if (
      isDrawn() &&
      !isNative(event.target) &&
      /** @type {PointerEvent} */ (event).pointerType !== 'mouse'
    )
      event.preventDefault();
  });
  /** @param {TouchEvent} event */
  const forget = (event) => {
    for (const { identifier } of event.changedTouches) touches.delete(identifier);
  };
  on('touchend', forget);
  on('touchcancel', forget);
  /** @param {TouchEvent} event */
  function hold(event) {
    if (
      event.cancelable &&
      [...event.touches].some(({ identifier }) => touches.get(identifier)?.ours)
    )
      event.preventDefault();
  }

  /** @param {MouseEvent} event @param {number} dx @param {number} dy @param {boolean} zooms */
  const turn = (event, dx, dy, zooms) => {
    if (!isDrawn()) return;
    if (engine.wheel(...place(event), dx, dy, zooms)) event.preventDefault();
    frames.done();
  };
  on(
    'wheel',
    (event) => {
      const unit =
        event.deltaMode === WheelEvent.DOM_DELTA_LINE
          ? kLinePx
          : event.deltaMode === WheelEvent.DOM_DELTA_PAGE
            ? canvas.clientHeight
            : 1;
      turn(event, event.deltaX * unit, event.deltaY * unit, event.ctrlKey);
    },
    { passive: false },
  );

  // Two fingers on a trackpad: elsewhere a wheel with Ctrl, in Safari on a Mac events of their own.
  // An iPhone has its touches for that.
  if (navigator.maxTouchPoints) return;
  let scale = 1;
  on(
    'gesturestart',
    (event) => {
      scale = 1;
      turn(event, 0, 0, true);
    },
    { passive: false },
  );
  on(
    'gesturechange',
    (event) => {
      turn(event, 0, -kPinchPx * Math.log(event.scale / scale), true);
      scale = event.scale;
    },
    { passive: false },
  );
}
