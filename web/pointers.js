// Mouse, pen, touch and wheel over the canvas, handed to the module in CSS px from the canvas's left top. Links and date fields keep
// their real clicks: the browser does there what people expect of it.

import { pointerKind, pointerType } from './engine.js';

const kLinePx = 16;

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

  // The page scrolls unless the module wants this touch; the answer has to come at once, so the listener cannot be passive.
  on('touchstart', (event) => {
    if (isNative(event.target) || !event.cancelable) return;
    const claimed = [...event.changedTouches].some((touch) => engine.claimsTouch(...place(touch)));
    if (claimed) event.preventDefault();
  }, { passive: false });

  on('wheel', (event) => {
    if (!isDrawn()) return;
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? kLinePx : event.deltaMode === WheelEvent.DOM_DELTA_PAGE ? canvas.clientHeight : 1;
    if (engine.wheel(...place(event), event.deltaX * unit, event.deltaY * unit, event.ctrlKey)) event.preventDefault();
    wake();
  }, { passive: false });
}
