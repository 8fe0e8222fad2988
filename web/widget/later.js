// The module's second half (src/platform/web/later.txt): whatever is not needed on the figure's
// screen. It comes after the first frame; a call into it before that waits for it, at once. A
// module that was built in one piece has none.

import { bytesNow, compile, files } from './files.js';

export class Later {
  /**
   * The first half's exports, from which the second one takes all it uses.
   * @type {WebAssembly.Exports}
   */
  #first = {};
  #whole = !files.later;
  #url = '';

  /** @param {(name: string) => string} address */
  constructor(address) {
    if (files.later) this.#url = address(files.later);
  }

  /**
   * What the first half imports in its place: a function for each way in, by its place in the
   * table.
   */
  imports = {
    later: new Proxy(
      {},
      {
        get:
          (_, place) =>
          (/** @type {unknown[]} */ ...values) =>
            this.#call(Number(place), values),
      },
    ),
  };

  /** @param {WebAssembly.Instance} instance the first half */
  follow(instance) {
    this.#first = instance.exports;
  }

  async load() {
    if (this.#whole) return;
    const program = await compile(this.#url);
    if (this.#whole) return;
    await WebAssembly.instantiate(program, { first: this.#first });
    this.#whole = true;
  }

  /** The page stands still meanwhile. */
  loadNow() {
    if (!this.#whole)
      new WebAssembly.Instance(new WebAssembly.Module(bytesNow(this.#url)), { first: this.#first });
    this.#whole = true;
  }

  /**
   * Once it is there, it has put itself into the table.
   * @param {number} place
   * @param {unknown[]} values
   */
  #call(place, values) {
    this.loadNow();
    const table = /** @type {WebAssembly.Table} */ (
      Object.values(this.#first).find((part) => part instanceof WebAssembly.Table)
    );
    return table.get(place)(...values);
  }
}
