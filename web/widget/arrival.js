// From the tap until the tool is seen: how far it has come, and the façade's giving way.

import { bytes, compile, files } from './files.js';

const kSlowMs = 400;
const kFadeMs = 200;

/**
 * A bar beside the façade's own "one moment", only when it takes a while.
 * @param {HTMLElement | undefined} status the façade's line that says so; none out of the page
 * @param {(name: string) => string} address
 * @param {string} label
 * @param {Promise<void>} ready
 */
export function showProgress(status, address, label, ready) {
  const bar = Object.assign(document.createElement('progress'), {
    max: 1,
    value: 0,
    ariaLabel: label,
  });
  const timer = setTimeout(() => status?.before(bar), kSlowMs);
  const steps = [compile(address(files.wasm)), bytes(address(files.pack))];
  const sizes = [files.weights.wasm, files.weights.pack];
  const whole = sizes.reduce((sum, size) => sum + size);
  steps.forEach((step, i) =>
    step.then(
      () => (bar.value += sizes[i] / whole),
      () => {},
    ),
  );
  ready
    .catch(() => {})
    .then(() => {
      clearTimeout(timer);
      bar.remove();
    });
}

/** @param {HTMLElement} facade goes, and with it what it has covered until now is seen */
export function giveWay(facade) {
  const duration = matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : kFadeMs;
  const fade = facade.animate({ opacity: 0 }, { duration, fill: 'forwards' });
  fade.onfinish = () => {
    facade.hidden = true;
    fade.cancel();
  };
}
