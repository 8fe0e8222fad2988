// Mouse, pen, touch and wheel over the canvas, handed to the module in CSS px from the canvas's left top. Links and date fields keep
// their real clicks: the browser does there what people expect of it.

import { pointerKind, pointerType } from './engine.js';

const kLinePx = 16;
const kMovedPx = 3;

/**
 * @param {HTMLElement} stage holds the canvas and the controls over it
 * @param {HTMLCanvasElement} canvas
 * @param {import('./engine.js').Engine} engine
 * @param {() => void} wake
 * @param {AbortSignal} signal
 */
export function listenToPointers(stage, canvas, engine, wake, signal) {
  const place = (at) => {
    const box = canvas.getBoundingClientRect();
    return [(at.clientX - box.left) * (canvas.clientWidth / box.width || 1), (at.clientY - box.top) * (canvas.clientHeight / box.height || 1)];
  };
  // As a page, everything is the browser's.
  const isDrawn = () => stage.classList.contains('drawn');
  const isNative = (target) => !isDrawn() || (target instanceof Element && target.closest('a, input[type=date]'));
  const hand = (event) => {
    if (!isDrawn()) return;
    engine.pointer(pointerKind[event.type], pointerType[event.pointerType] ?? 0, event.pointerId, ...place(event));
    wake();
  };

  const on = (type, listener, options) => stage.addEventListener(type, listener, { signal, ...options });
  on('pointerdown', (event) => {
    if (isNative(event.target) || (event.pointerType === 'mouse' && event.button !== 0)) return;
    stage.setPointerCapture(event.pointerId);
    hand(event);
  });
  on('pointermove', hand);
  on('pointerup', (event) => stage.hasPointerCapture(event.pointerId) && hand(event));
  on('pointercancel', hand);
  on('pointerleave', hand);

  // What the mouse rests on may have said its name: Escape takes that away without the mouse having to move (WCAG 1.4.13).
  stage.ownerDocument.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented || !isDrawn() || !stage.matches(':hover')) return;
    engine.act('', 'key', 'Escape');
    wake();
  }, { signal });

  // The page scrolls unless the module wants this touch: some at once, most when their first move says which way they go. The answer has
  // to come within the event, so the listeners cannot be passive.
  const touches = new Map();  // identifier -> where it began, and whose it is once that is known
  on('touchstart', (event) => {
    if (isNative(event.target)) return;
    for (const touch of event.changedTouches) {
      const at = place(touch);
      touches.set(touch.identifier, { at, ours: engine.claimsTouch(...at, 0, 0) || undefined });
    }
    hold(event);
  }, { passive: false });
  on('touchmove', (event) => {
    for (const touch of event.changedTouches) {
      const known = touches.get(touch.identifier);
      if (!known || known.ours !== undefined) continue;
      const [x, y] = place(touch), dx = x - known.at[0], dy = y - known.at[1];
      if (Math.hypot(dx, dy) >= kMovedPx) known.ours = engine.claimsTouch(...known.at, dx, dy);
    }
    hold(event);
  }, { passive: false });
  for (const type of ['touchend', 'touchcancel']) on(type, (event) => { for (const { identifier } of event.changedTouches) touches.delete(identifier); });
  function hold(event) {
    if (event.cancelable && [...event.touches].some(({ identifier }) => touches.get(identifier)?.ours)) event.preventDefault();
  }

  on('wheel', (event) => {
    if (!isDrawn()) return;
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? kLinePx : event.deltaMode === WheelEvent.DOM_DELTA_PAGE ? canvas.clientHeight : 1;
    if (engine.wheel(...place(event), event.deltaX * unit, event.deltaY * unit, event.ctrlKey)) event.preventDefault();
    wake();
  }, { passive: false });
}
