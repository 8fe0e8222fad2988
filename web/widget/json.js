/**
 * As JSON, whatever a library of the page has made of it: Prototype.js gives every array a toJSON.
 * @param {unknown} value
 */
export const toJson = (value) =>
  JSON.stringify(
    value,
    /** @this {any} */ function (key) {
      return this[key];
    },
  );
