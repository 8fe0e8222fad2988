// The site's own colour for what can be used: as the page's style says, otherwise its site.json.
// Whether it can be read is the module's matter.

const kNames = { light: '--advisor-action', dark: '--advisor-action-dark' };

/** @typedef {{ action?: string, action_dark?: string }} Colours of site.json */

/**
 * @param {HTMLElement} element
 * @param {boolean} dark
 * @param {Colours} [site]
 * @returns {number} 0xrrggbb, or -1 for none
 */
export function accentOf(element, dark, site = {}) {
  const style = getComputedStyle(element);
  const light = style.getPropertyValue(kNames.light).trim() || site.action;
  const own = style.getPropertyValue(kNames.dark).trim() || site.action_dark;
  const colour = dark ? own || light : light;
  return colour && CSS.supports('color', colour) ? toRgb(colour) : -1;
}

/** @param {number} rgb */
export const toCss = (rgb) => `#${rgb.toString(16).padStart(6, '0')}`;

/** Whatever CSS can write, the browser paints it into one pixel. @param {string} colour */
function toRgb(colour) {
  const brush = /** @type {OffscreenCanvasRenderingContext2D} */ (
    new OffscreenCanvas(1, 1).getContext('2d')
  );
  brush.fillStyle = colour;
  brush.fillRect(0, 0, 1, 1);
  const [red, green, blue] = brush.getImageData(0, 0, 1, 1).data;
  return (red << 16) | (green << 8) | blue;
}
