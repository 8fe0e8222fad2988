// The business whose advisor it is: where its site.json is, and what the page itself needs of it.

import { WallClock } from './clock.js';
import { FileError } from './file-error.js';
import { bytes, files } from './files.js';

const kHomeTimeZone = 'America/Toronto';

/** @import { SiteSettings } from './wire.d.ts' */

export class Business {
  #element;
  #address;
  /** The element's attribute when the file was fetched. @type {string | null | undefined} */
  #site;

  /** @type {SiteSettings['colours']} */
  colours;
  clock = new WallClock(kHomeTimeZone);

  /** @param {HTMLElement} element @param {(name: string) => string} address */
  constructor(element, address) {
    this.#element = element;
    this.#address = address;
  }

  /** Of the file that was fetched. */
  get address() {
    return this.#site ? new URL(this.#site, document.baseURI).href : this.#address(files.site);
  }

  /** Whether the element names another one by now. */
  get isLeft() {
    return this.#element.getAttribute('site') !== this.#site;
  }

  /** The file that the element names, unless it was fetched already. */
  fetch() {
    if (!this.isLeft) return null;
    this.#site = this.#element.getAttribute('site');
    return bytes(this.address);
  }

  /**
   * Throws where it is not as it should be; then the module's mistake is the one to tell of, if it
   * finds one.
   * @param {Uint8Array | null} site the file, if there is another one
   */
  read(site) {
    if (!site) return;
    /** @type {SiteSettings} */
    const { colours, time_zone: zone } = JSON.parse(new TextDecoder().decode(site));
    try {
      this.clock = new WallClock(zone ?? kHomeTimeZone);
    } catch {
      throw new FileError({
        file: this.address,
        pointer: '/time_zone',
        expected: `a time zone as ${kHomeTimeZone}`,
        found: JSON.stringify(zone),
      });
    }
    this.colours = colours;
  }
}
