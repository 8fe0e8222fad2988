// What the page hears from the element, and what it may cancel of it.

/** @import { ModuleEvent } from './wire.d.ts' */

export class PageEvents {
  #element;
  /**
   * While a link is being clicked: whether the book events that came of it were allowed.
   * @type {boolean[] | null}
   */
  #following = null;

  /** @param {HTMLElement} element */
  constructor(element) {
    this.#element = element;
  }

  /**
   * @param {string} name
   * @param {object} detail
   * @returns {boolean} whether nobody has cancelled it
   */
  emit(name, detail = {}, cancelable = false) {
    return this.#element.dispatchEvent(
      new CustomEvent(`advisor-${name}`, { bubbles: true, composed: true, cancelable, detail }),
    );
  }

  /** Whoever sets the page up finds it in the console as well. @param {unknown} error */
  error(error) {
    const { message } = /** @type {Error} */ (error);
    console.error(message);
    this.emit('error', { message });
  }

  /**
   * The page hears of the address without a note that the person may have added: that is for the
   * booking system alone.
   * @param {ModuleEvent} event
   */
  book({ url = '', follow = '', service = '' }) {
    const allowed = this.emit('book', { url, service }, true);
    if (this.#following) this.#following.push(allowed);
    else if (allowed && /^https?:/i.test(follow)) window.open(follow, '_blank', 'noopener');
    else if (allowed) location.assign(follow);
  }

  /**
   * The module says what the link means; the browser follows it unless the page has cancelled the
   * booking.
   * @param {() => void} press hands the press of the link to the module
   * @param {MouseEvent} event
   */
  follow(press, event) {
    /** @type {boolean[]} */
    const booked = [];
    this.#following = booked;
    press();
    this.#following = null;
    if (booked.some((allowed) => !allowed)) event.preventDefault();
  }
}
