// What the module has to know of where it stands: its size, the density of the screen, the reader's
// settings, and whether anybody can see it.

import { accentOf, toCss } from './accent.js';
import { settingBit } from 'built:vocabulary';

export const kUsualTextPx = 16;
/** @type {[number, string][]} */
const kQueries = [
  [settingBit.dark, '(prefers-color-scheme: dark)'],
  [settingBit.calm, '(prefers-reduced-motion: reduce)'],
  [settingBit.contrast, '(prefers-contrast: more), (forced-colors: active)'],
  [settingBit.finePointer, '(hover: hover) and (pointer: fine)'],
];

/**
 * Tells the engine now and at each change; pauses the frames while the stage cannot be seen.
 * @param {HTMLElement} stage
 * @param {HTMLElement} element
 * @param {import('./engine.js').Engine} engine
 * @param {import('./frames.js').Frames} frames
 * @param {() => import('./accent.js').Colours | undefined} colours of the site.json
 * @param {AbortSignal} signal
 * @returns {() => void} tells it again, for when the element's theme has changed
 */
export function watchSurroundings(stage, element, engine, frames, colours, signal) {
  const queries = kQueries.map(([bit, text]) => ({ bit, query: matchMedia(text) }));
  let near = true;
  let told = '';

  const tell = () => {
    const hidden = document.hidden || !near;
    const bits = (hidden ? settingBit.hidden : 0) | bitsOf(queries, element.getAttribute('theme'));
    const textScale = Math.min(
      2,
      Math.max(1, parseFloat(getComputedStyle(stage).fontSize) / kUsualTextPx),
    );
    const accent = accentOf(element, Boolean(bits & settingBit.dark), colours());
    const now = `${bits} ${textScale} ${accent}`;
    if (now !== told) {
      told = now;
      engine.settings(bits, textScale);
      frames.wake();
    }
    // By the contrast of the menu, too.
    const used = engine.accent(accent);
    if (used < 0) stage.style.removeProperty('--action');
    else stage.style.setProperty('--action', toCss(used));
    frames.paused = hidden;
  };

  let size = '';
  const measure = () => {
    const { clientWidth: width, clientHeight: height } = stage;
    const density = densityOf(stage);
    const now = `${width} ${height} ${density}`;
    if (now === size || !width || !height || !stage.classList.contains('drawn')) return;
    size = now;
    engine.resize(width, height, density);
    frames.wake();
  };

  for (const { query } of queries) query.addEventListener('change', tell, { signal });
  document.addEventListener('visibilitychange', tell, { signal });
  watchDensity(measure, signal);
  watchSize(stage, measure, signal);
  watchTextSize(stage, tell, signal);
  const sight = new IntersectionObserver((entries) => {
    near = entries.at(-1)?.isIntersecting ?? near;
    tell();
  });
  sight.observe(stage);
  signal.addEventListener('abort', () => sight.disconnect());
  size = `${stage.clientWidth} ${stage.clientHeight} ${devicePixelRatio}`;
  measure();
  tell();
  return tell;
}

/**
 * Device pixels to one of the stage's own, which CSS zoom of the page may have made larger.
 * @param {Element & { currentCSSZoom?: number }} stage
 */
const densityOf = ({ currentCSSZoom = 1 }) => devicePixelRatio * currentCSSZoom;

/**
 * What the reader prefers; of light and dark, the element's own theme decides where it has one.
 * @param {{ bit: number, query: MediaQueryList }[]} queries
 * @param {string | null} theme
 */
function bitsOf(queries, theme) {
  let bits = 0;
  for (const { bit, query } of queries) {
    const isSaid = bit === settingBit.dark && (theme === 'dark' || theme === 'light');
    if (isSaid ? theme === 'dark' : query.matches) bits |= bit;
  }
  return bits;
}

/**
 * In device pixels where the browser tells them: CSS zoom changes those alone.
 * @param {Element} stage
 * @param {() => void} changed
 * @param {AbortSignal} signal
 */
function watchSize(stage, changed, signal) {
  const sizes = new ResizeObserver(changed);
  try {
    sizes.observe(stage, { box: 'device-pixel-content-box' });
  } catch {
    sizes.observe(stage);
  }
  signal.addEventListener('abort', () => sizes.disconnect());
}

/**
 * Nothing tells of it but what it makes wider.
 * @param {HTMLElement} stage
 * @param {() => void} changed
 * @param {AbortSignal} signal
 */
function watchTextSize(stage, changed, signal) {
  const em = Object.assign(document.createElement('i'), { className: 'em', ariaHidden: 'true' });
  stage.append(em);
  const sizes = new ResizeObserver(changed);
  sizes.observe(em);
  signal.addEventListener('abort', () => sizes.disconnect());
}

/**
 * A media query knows one density only: ask for the next one each time.
 * @param {() => void} changed
 * @param {AbortSignal} signal
 */
function watchDensity(changed, signal) {
  const query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
  query.addEventListener(
    'change',
    () => {
      if (signal.aborted) return;
      changed();
      watchDensity(changed, signal);
    },
    { once: true, signal },
  );
}
