// Rows of cases that break together. `npm test` runs a few of each and says that it skips the
// others; `npm run test:all` runs every one.

/** Whether this is `npm run test:all`. */
export const kAll = Boolean(process.env.ADVISOR_ALL);

/** What a test takes as `skip`. @param {boolean} isOneOfTheFew @returns {string | false} */
export const unlessAll = (isOneOfTheFew) =>
  !kAll && !isOneOfTheFew && 'one more of its row: npm run test:all runs it';
