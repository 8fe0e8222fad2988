// What was told in elements that have left: a router renders its page anew, and the element that
// comes in the place of another goes on with it. It stays in memory, and is gone with the page.

/** @import { Told } from './wire.d.ts' */

/** @type {{ element: WeakRef<HTMLElement>, place: string, told: Told }[]} */
const left = [];

/** The page, and whose advisor an element is there. @param {HTMLElement} element */
export const placeOf = (element) =>
  `${location.href.split('#')[0]} ${element.getAttribute('site')}`;

/** @param {HTMLElement} element @param {string} place where it stood @param {Told} told */
export const leave = (element, place, told) =>
  left.push({ element: new WeakRef(element), place, told });

/** What an element finds in its place: its own, or another's. @param {HTMLElement} element */
export function inherit(element) {
  const place = placeOf(element);
  const own = left.findIndex((one) => one.element.deref() === element);
  const at = own < 0 ? left.findIndex((one) => one.place === place) : own;
  return at < 0 ? undefined : left.splice(at, 1)[0].told;
}
