// What was told in elements that have left: a router renders its page anew, and the element that
// comes in the place of another goes on with it. It stays in memory, and is gone with the page.

/** @import { Told } from './wire.d.ts' */

/** @type {{ element: WeakRef<HTMLElement>, places: string[], told: Told }[]} */
const left = [];

/**
 * The page, and whose advisor an element is there: by the page's address, and by its entry in the
 * history for a page that rewrites the rest of its address.
 * @param {HTMLElement} element
 */
export const placesOf = (element) => {
  const site = element.getAttribute('site');
  const { currentEntry } = globalThis.navigation ?? {};
  const places = [`${location.href.split('#')[0]} ${site}`];
  if (currentEntry) places.push(`${currentEntry.key} ${location.pathname} ${site}`);
  return places;
};

/** @param {HTMLElement} element @param {string[]} places where it stood @param {Told} told */
export const leave = (element, places, told) =>
  left.push({ element: new WeakRef(element), places, told });

/** What an element finds in its place: its own, or another's. @param {HTMLElement} element */
export function inherit(element) {
  const here = placesOf(element);
  const own = left.findIndex((one) => one.element.deref() === element);
  const at =
    own < 0 ? left.findIndex(({ places }) => places.some((place) => here.includes(place))) : own;
  return at < 0 ? undefined : left.splice(at, 1)[0].told;
}
